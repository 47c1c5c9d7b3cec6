"""The command `merge`, by itself and under git."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import cli, resources
from desktop.document.edits.cards import edit_cards
from desktop.document.edits.facts import edit_map
from desktop.document.locate import cards_of
from desktop.document.project import Project
from desktop.storage.reader import read
from desktop.storage.writer import dump

SAMPLE = resources.root() / "samples" / "restaurant.journey"


@pytest.fixture
def files(tmp_path, monkeypatch):
    """base.journey in an empty folder; gives its project and a writer of others."""
    monkeypatch.chdir(tmp_path)
    opened = read(SAMPLE)

    def write(name: str, project: Project) -> None:
        Path(name).write_bytes(dump(project, opened.assets))

    write("base.journey", opened.project)
    return opened.project, write


def first_cards(project: Project) -> tuple[str, str]:
    return tuple(card.id for card in list(cards_of(project.maps[0]))[:2])


def alter(project: Project, card: str, text: str) -> Project:
    return edit_cards(project, project.maps[0].id, [card], text=text)


@pytest.fixture
def apart(files):
    """Two people who changed two cards."""
    project, write = files
    one, other = first_cards(project)
    write("ours.journey", alter(project, one, "Ours"))
    write("theirs.journey", alter(project, other, "Theirs"))


@pytest.fixture
def at_odds(files):
    """Two people who changed one card."""
    project, write = files
    write("ours.journey", alter(project, first_cards(project)[0], "Ours"))
    write("theirs.journey", alter(project, first_cards(project)[0], "Theirs"))


def run(*words: str) -> int:
    return cli.main(["merge", "base.journey", "ours.journey", "theirs.journey", *words], lambda _: 9)


def texts(name: str) -> set[str]:
    return {card.text for card in cards_of(read(Path(name)).project.maps[0])}


def test_both_changes_are_in_the_new_file(apart, capsys):
    assert run("-o", "out.journey") == 0
    assert {"Ours", "Theirs"} <= texts("out.journey")
    assert capsys.readouterr().out == ""


def test_a_contradiction_is_told_and_both_stay(at_odds, capsys):
    assert run("-o", "out.journey") == 1
    assert capsys.readouterr().out.rstrip().endswith("Text: Ours here, Theirs there")
    assert {"Ours", "Theirs"} <= texts("out.journey")


@pytest.mark.parametrize(("keep", "left"), [("mine", "Ours"), ("theirs", "Theirs")])
def test_one_side_may_be_followed(at_odds, keep, left):
    assert run("-o", "out.journey", "--keep", keep) == 1
    assert texts("out.journey") & {"Ours", "Theirs"} == {left}


def test_contradictions_for_other_programs(at_odds, capsys):
    run("-o", "out.journey", "--json")
    told = json.loads(capsys.readouterr().out)
    (conflict,) = told["conflicts"]
    assert (conflict["what"], conflict["field"], conflict["ours"], conflict["theirs"]) == (
        "card",
        "text",
        "Ours",
        "Theirs",
    )
    assert told["came"] == 2  # their version of the card and its group


def test_ours_may_be_written_over(apart):
    assert run("-o", "ours.journey") == 0
    assert {"Ours", "Theirs"} <= texts("ours.journey")


@pytest.mark.parametrize("name", ["base.journey", "theirs.journey", "other.txt"])
def test_nothing_else_is_written_over(apart, capsys, name):
    Path("other.txt").write_text("kept")
    before = Path(name).read_bytes()
    assert run("-o", name) == 2
    assert "exists already" in capsys.readouterr().err
    assert Path(name).read_bytes() == before


def test_an_empty_base_is_none(apart):
    Path("base.journey").write_bytes(b"")
    assert run("-o", "out.journey") == 1  # nobody knows which text is the older one
    assert {"Ours", "Theirs"} <= texts("out.journey")


@pytest.mark.parametrize("name", ["base.journey", "ours.journey", "theirs.journey"])
def test_a_file_that_is_none_is_refused_by_name(apart, capsys, name):
    Path(name).write_text("no journey")
    assert run("-o", "out.journey") == 2
    assert name in capsys.readouterr().err
    assert not Path("out.journey").exists()


def test_fields_that_nobody_knows_stay(files):
    project, write = files
    for name in ("ours", "theirs"):
        write(f"{name}.journey", project.model_copy(update={name: 1}))
    assert run("-o", "out.journey") == 0
    assert read(Path("out.journey")).project.model_extra == {"ours": 1, "theirs": 1}


def test_the_inbox_speaks_the_language_of_the_project(files):
    project, write = files
    german = project.model_copy(update={"language": "de"})
    write("base.journey", german)
    for title in ("Ours", "Theirs"):
        write(f"{title.lower()}.journey", edit_map(german, german.maps[0].id, title=title))
    run("-o", "out.journey")
    groups = read(Path("out.journey")).project.maps[0].inbox
    assert "So steht es in theirs" in {group.title for group in groups}


@pytest.mark.skipif(not shutil.which("git"), reason="no git here")
def test_git_merges_with_it(files, tmp_path):
    project, write = files
    one, other = first_cards(project)

    def git(*words: str) -> subprocess.CompletedProcess[str]:
        names = {
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "PYTHONPATH": str(Path(cli.__file__).parents[2]),
        }
        who = ["-c", "user.name=A", "-c", "user.email=a@b.c", "-c", "init.defaultBranch=main"]
        return subprocess.run(
            ["git", *who, *words], env={**os.environ, **names}, capture_output=True, text=True, check=True
        )

    git("init", "-q")
    git("config", "merge.journey.driver", f"{sys.executable} -m desktop merge %O %A %B -o %A")
    Path(".gitattributes").write_text("*.journey merge=journey\n")
    git("add", ".")
    git("commit", "-qm", "Begin")
    git("checkout", "-qb", "side")
    write("base.journey", alter(project, other, "Theirs"))
    git("commit", "-qam", "Theirs")
    git("checkout", "-q", "main")
    write("base.journey", alter(project, one, "Ours"))
    git("commit", "-qam", "Ours")
    git("merge", "-q", "side")
    assert {"Ours", "Theirs"} <= texts("base.journey")


def test_theirs_of_a_later_version_makes_a_file_of_that_version(files):
    project, write = files
    write("ours.journey", alter(project, first_cards(project)[0], "Ours"))
    raw = json.loads(Path("base.journey").read_text("utf-8"))
    raw["version"][1] += 90
    Path("theirs.journey").write_text(json.dumps(raw), "utf-8")
    assert run("-o", "out.journey") == 0
    assert json.loads(Path("out.journey").read_text("utf-8"))["version"] == raw["version"]


@pytest.mark.parametrize(("ours", "theirs", "status"), [("de", "en", 0), ("de", "fr", 1)])
def test_another_language_is_a_change_like_others(files, ours, theirs, status):
    project, write = files
    assert project.language == "en"
    write("ours.journey", project.model_copy(update={"language": ours}))
    write("theirs.journey", project.model_copy(update={"language": theirs}))
    assert run("-o", "out.journey") == status
    assert read(Path("out.journey")).project.language == ours


def test_two_things_with_one_id_are_told_apart(files):
    """As a text editor or another program leaves them."""
    project, write = files
    write("ours.journey", project)
    raw = json.loads(Path("base.journey").read_text("utf-8"))
    lane = next(lane for lane in raw["project"]["maps"][0]["lanes"] if len(lane.get("cards", [])) > 1)
    twin = {**lane["cards"][1], "text": "A twin"}
    lane["cards"].append(twin)
    Path("theirs.journey").write_text(json.dumps(raw), "utf-8")
    assert run("-o", "out.journey") in (0, 1)
    assert "A twin" in texts("out.journey")
    assert texts("ours.journey") <= texts("out.journey")


def test_the_same_three_times_is_that(files):
    project, write = files
    for name in ("ours.journey", "theirs.journey"):
        write(name, project)
    assert run("-o", "out.journey") == 0
    assert read(Path("out.journey")).project == project


def test_a_folder_that_is_not_there_is_told(apart, capsys):
    assert run("-o", "nowhere/out.journey") == 2
    assert "nowhere" in capsys.readouterr().err
    assert not Path("nowhere").exists()
