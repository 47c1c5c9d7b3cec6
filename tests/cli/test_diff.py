"""The command `diff`: in words, for other programs, and with the exit status of diff."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import cli, resources
from desktop.document.base import changed
from desktop.document.edits.cards import Spot, add_card, edit_cards, move_cards, remove_cards
from desktop.document.edits.maps import add_map
from desktop.storage.reader import read
from desktop.storage.writer import dump
from grids import card, lane, project

ROOT = Path(__file__).parent.parent.parent
SAMPLE = resources.root() / "samples" / "restaurant.journey"


@pytest.fixture
def before():
    return project(lane(card(1, text="Asks"), card(2, text="Waits"), card(3, text="Pays")))


@pytest.fixture
def diff(capsys, tmp_path):
    """Status, output and errors of `journeywall diff` on two projects, or on files."""

    def run(one, other, *words):
        paths = []
        for name, whole in (("a", one), ("b", other)):
            path = whole
            if not isinstance(whole, str | Path):
                path = tmp_path / f"{name}.journey"
                path.write_bytes(dump(whole, {}))
            paths.append(str(path))
        return cli.main(["diff", *paths, *words], lambda _paths: pytest.fail("opened windows")), *capsys.readouterr()

    return run


def test_the_same_file_twice_says_nothing(diff):
    assert diff(SAMPLE, SAMPLE) == (0, "", "")


def test_a_line_for_each_difference_and_how_many(diff, before):
    after = edit_cards(before, "m", ["c1"], text="Calls")
    after = remove_cards(after, "m", ["c2"])
    after = move_cards(after, "m", ["c3"], Spot("l-actions", "d2"))
    after = add_card(after, "m", Spot("l-actions", "d1"), "pain", new_id=lambda: "new", text="Nobody answers")
    status, out, err = diff(before, after)
    assert (status, err) == (1, "")
    assert sorted(out.splitlines()) == [
        "+ New: Pain point “Nobody answers” (Actions · Step 1)",
        "- Gone: Action “Waits” (Actions · Step 0)",
        "1 new · 1 gone · 1 moved · 1 changed",
        "> Moved: Action “Pays” from Actions · Step 0 to Actions · Step 2",
        "~ Action “Asks”: Text: Asks → Calls",
    ]


def test_for_other_programs(diff, before):
    status, out, _ = diff(before, edit_cards(before, "m", ["c1"], text="Calls", tags=("a",)), "--json")
    told = json.loads(out)
    assert (status, told["same"], told["counts"]["changed"]) == (1, False, 1)
    assert told["differences"] == [
        {
            "code": "changed",
            "what": "card",
            "id": "c1",
            "name": "Action “Asks”",
            "map": "m",
            "place": "Actions · Step 0",
            "to": None,
            "fields": [
                {"field": "text", "before": "Asks", "after": "Calls"},
                {"field": "tags", "before": [], "after": ["a"]},
            ],
            "held": {},
            "text": told["differences"][0]["text"],
        }
    ]


def test_the_same_for_other_programs(diff, before):
    status, out, _ = diff(before, before, "--json")
    assert (status, json.loads(out)["same"], json.loads(out)["differences"]) == (0, True, [])


def test_what_moved_says_where_to(diff, before):
    after = move_cards(before, "m", ["c3"], Spot("l-actions", "d2"))
    told = json.loads(diff(before, after, "--json")[1])["differences"][0]
    assert (told["place"], told["to"]) == ("Actions · Step 0", "Actions · Step 2")


@pytest.mark.parametrize(("name", "lines"), [("Visit", 2), ("visit", 2), ("m", 2), ("Dinner", 0)])
def test_only_one_map(diff, before, name, lines):
    ids = iter(("s", "t", "dinner"))
    both = add_map(before, "Dinner", new_id=lambda: next(ids))
    status, out, _ = diff(both, edit_cards(both, "m", ["c1"], text="Calls"), "--map", name)
    assert (status, len(out.splitlines())) == (int(lines > 0), lines)


def test_a_map_that_neither_has_is_trouble(diff, before):
    status, out, err = diff(before, before, "--map", "Lunch")
    assert (status, out) == (2, "")
    assert err == "journeywall: Neither file has a map “Lunch”.\n"


def test_two_maps_of_one_name_are_told_apart_by_id(diff, before):
    ids = iter(("s", "t", "other"))
    both = add_map(before, "Visit", new_id=lambda: next(ids))
    assert "name one by its id" in diff(both, both, "--map", "Visit")[2]
    assert diff(both, both, "--map", "other")[0] == 0


def test_a_map_may_be_called_otherwise_on_the_other_side(diff, before):
    after = changed(before, maps=(changed(before.maps[0], title="Dinner"),))
    assert diff(before, after, "--map", "Dinner")[:2] == (1, "~ Map “Visit”: Title: Visit → Dinner\n1 changed\n")


def test_nothing_stands_for_a_missing_file(diff, before):
    came, gone = diff(os.devnull, before), diff(before, os.devnull)
    assert (came[0], gone[0]) == (1, 1)
    assert came[1].startswith("+ New: Map “Visit” (with 1 lane, 2 stages, 4 steps, 3 cards)")
    assert gone[1].startswith("- Gone: Map “Visit”")
    assert diff(os.devnull, os.devnull) == (0, "", "")


@pytest.mark.parametrize("words", [("missing.journey", SAMPLE), (SAMPLE, "missing.journey")])
def test_a_file_that_is_not_there_is_trouble(diff, words):
    status, out, err = diff(*words)
    assert (status, out) == (2, "")
    assert "missing.journey" in err


def test_an_unreadable_file_is_trouble(diff, tmp_path):
    spoilt = tmp_path / "spoilt.journey"
    spoilt.write_text("{")
    assert diff(spoilt, SAMPLE)[0] == 2


def test_a_text_with_line_feeds_stays_on_its_line(diff, before):
    status, out, _ = diff(before, edit_cards(before, "m", ["c1"], text="Calls\nagain"))
    assert (status, len(out.splitlines())) == (1, 2)


def test_git_tells_of_changes_in_these_words(tmp_path, before):
    """As README says to set it up."""
    commands = tmp_path / "bin"
    commands.mkdir()
    program = commands / "journeywall"
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m desktop "$@"\n')
    program.chmod(0o755)
    place = tmp_path / "work"
    place.mkdir()
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    env |= {"PATH": f"{commands}{os.pathsep}{os.environ['PATH']}", "GIT_CONFIG_GLOBAL": os.devnull, "HOME": str(place)}

    def git(*words):
        made = subprocess.run(["git", *words], cwd=place, env=env, check=True, capture_output=True, timeout=60)
        return made.stdout.decode()

    git("init", "-q")
    (place / ".gitattributes").write_text("*.journey diff=journey\n")
    (place / "x.journey").write_bytes(dump(before, {}))
    git("add", ".")
    git("config", "diff.journey.command", """sh -c 'journeywall diff "$1" "$4" || test $? -eq 1'""")
    (place / "x.journey").write_bytes(dump(edit_cards(before, "m", ["c1"], text="Calls"), {}))
    assert git("diff") == "~ Action “Asks”: Text: Asks → Calls\n1 changed\n"


def test_the_sample_against_itself_without_a_card(diff):
    whole = read(SAMPLE).project
    journey = whole.maps[0]
    row = next(each for each in journey.lanes if each.cards)
    status, out, _ = diff(whole, remove_cards(whole, journey.id, [row.cards[0].id]))
    assert status == 1
    assert out.splitlines()[0].startswith("- Gone: ")
