"""The checkout as a whole: what the tree is like, what the locks say, what is written where."""

import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from desktop.collector import resting_collector
from tools.figures import ROOT, figures
from tools.imports import read
from tools.lock import requirements

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
RUN, DEVELOP = requirements(PROJECT)
LOCKS = ("requirements.lock", "requirements-dev.lock")
FIGURES = (
    "files",
    "file, median",
    "file, longest",
    "function, median",
    "functions over 50 lines",
    "annotated functions",
    "test : code",
    "suppressions",
    "import cycles",
)
DRAWN = {".ttf", ".otf", ".woff2", ".svg", ".png"}


def locked(*names: str) -> dict[str, str]:
    """Versions by canonical name, of all these locks together."""
    entries = [
        line.split("==") for name in names for line in (ROOT / name).read_text("utf-8").splitlines() if "==" in line
    ]
    return {canonicalize_name(name): version for name, version in entries}


def tracked() -> list[Path]:
    """The files in version control, or that would be; skips the test where there is no git or no repository."""
    if not (shutil.which("git") and (ROOT / ".git").exists()):
        pytest.skip("needs git")
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=False).stdout.decode().split("\0")
    return [path for name in listed if name and (path := ROOT / name).is_file()]


@pytest.fixture(scope="module")
def tree():
    """The figures of this checkout by name: counted when a test asks, not by everybody who collects the tests."""
    with resting_collector():
        return {figure.name: figure for figure in figures(ROOT)}


@pytest.mark.parametrize("name", FIGURES)
def test_the_tree_is_as_it_should_be(name, tree):
    figure = tree[name]
    assert figure.met, f"{figure.name}: {figure.value}, should be {figure.target}"


def test_no_figure_is_passed_over(tree):
    assert tuple(tree) == FIGURES


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_names_and_versions_only(name):
    lines = (ROOT / name).read_text("utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"#.*|-r requirements\.lock|[\w.-]+==[\w.!+]+", line)] == []


@pytest.mark.parametrize(("wanted", "locks"), [(RUN, LOCKS[:1]), (DEVELOP, LOCKS)], ids=["run", "develop"])
def test_the_locks_satisfy_the_project_file(wanted, locks):
    versions = locked(*locks)
    unmet = [
        text
        for text in wanted
        if not (need := Requirement(text)).specifier.contains(versions[canonicalize_name(need.name)])
    ]
    assert unmet == []


def test_no_package_is_locked_twice():
    assert locked(LOCKS[0]).keys() & locked(LOCKS[1]).keys() == set()


def test_what_the_program_imports_is_declared_and_nothing_else():
    imported = {one.imported.split(".")[0] for one in read(ROOT / "desktop")} - sys.stdlib_module_names - {"desktop"}
    owners = packages_distributions()
    used = {canonicalize_name(owner) for name in imported for owner in owners[name]}
    come_along = {"shiboken6", "pydantic-core", "annotated-types"}  # with PySide6 and pydantic
    assert used - come_along == {
        canonicalize_name(Requirement(text).name) for text in PROJECT["project"]["dependencies"]
    }


def folders_of_drawn_things() -> list[Path]:
    return sorted({path.parent for path in (ROOT / "resources").rglob("*") if path.suffix in DRAWN})


@pytest.mark.parametrize("folder", folders_of_drawn_things(), ids=lambda folder: folder.name)
def test_every_folder_of_fonts_and_pictures_says_whose_they_are(folder):
    notes = "".join(path.read_text("utf-8") for path in sorted(folder.glob("*.md")))
    assert "licence" in notes.lower()
    assert [name for name in re.findall(r"[\w-]+-LICENSE\.txt", notes) if not (folder / name).is_file()] == []


def test_every_font_is_named_beside_its_licence():
    notes = (ROOT / "resources/fonts/README.md").read_text("utf-8")
    families = {re.split("[-.]", path.name)[0] for path in (ROOT / "resources/fonts").glob("*.ttf")}
    assert families
    assert [name for name in families if name not in notes] == []


def test_no_file_names_a_place_on_one_machine():
    folders = "|".join(("work", "root", "home/[a-z]", "Users/[a-z]", "opt/[a-z]"))
    pattern = re.compile(rf"(?<![\w.:~/-])/({folders})[/\w]".encode())
    found = [(path.name, match[0]) for path in tracked() if (match := pattern.search(path.read_bytes()))]
    assert found == []


def test_every_link_of_the_readme_leads_somewhere():
    text = (ROOT / "README.md").read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_no_two_test_files_have_the_same_name():
    names = Counter(path.name for path in (ROOT / "tests").rglob("test_*.py"))
    assert [name for name, count in names.items() if count > 1] == []
