"""The built wheel has all it needs and works where no checkout is near."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel of this checkout, built without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A folder with the wheel unpacked by pip, its dependencies left where they are."""
    folder = tmp_path_factory.mktemp("installed")
    options = ["--quiet", "--no-deps", "--no-index", "--disable-pip-version-check", "--target", str(folder)]
    subprocess.run([sys.executable, "-m", "pip", "install", *options, str(wheel)], check=True, capture_output=True)
    return folder


@pytest.fixture
def journeywall(installed, tmp_path):
    """Runs the installed program in an empty folder."""

    def run(*arguments: str) -> str:
        environment = {**os.environ, "PYTHONPATH": str(installed), "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-m", "desktop", *arguments]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_every_resource_is_in_the_wheel(wheel):
    resources = {path.relative_to(ROOT / "resources") for path in (ROOT / "resources").rglob("*") if path.is_file()}
    assert {f"desktop/_resources/{path.as_posix()}" for path in resources} - names(wheel) == set()


def test_every_module_is_in_the_wheel(wheel):
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "desktop").rglob("*.py")}
    assert modules - names(wheel) == set()


def test_nothing_else_is_in_the_wheel(wheel):
    assert {name.split("/")[0].partition("-")[0] for name in names(wheel)} == {"desktop", "journeywall"}


def test_licences_are_in_the_wheel(wheel):
    assert {Path(name).name for name in names(wheel)} >= {"LICENSE", "NOTICES.md", "Inter-LICENSE.txt"}


def test_it_says_its_version(journeywall):
    assert journeywall("--version").startswith("journeywall 0.1.0,")


def test_it_knows_its_templates(journeywall):
    listed = json.loads((ROOT / "resources/templates/index.json").read_text("utf-8"))
    assert len(journeywall("templates").splitlines()) >= len(listed)


def test_it_prints_its_sample(journeywall, installed, tmp_path):
    journeywall("export", str(installed / "desktop/_resources/samples/restaurant.journey"), "poster.pdf")
    assert (tmp_path / "poster.pdf").read_bytes().startswith(b"%PDF-")


def test_it_can_say_whose_it_is(installed, tmp_path):
    """Licence and notices are beside the installed package, not in it."""
    code = "from desktop.resources import notices; print(*(len(text) > 500 for text in notices().values()))"
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["True", "True", "True"]
