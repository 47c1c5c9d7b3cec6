"""The command `compare`: what differs between two maps of a project."""

import json
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest

from desktop import cli
from desktop.document.base import changed
from desktop.document.cards import Marker
from desktop.document.edits.cards import edit_cards, remove_cards
from desktop.document.edits.maps import duplicate_map, rename_map
from desktop.document.edits.markers import move_marker
from desktop.document.journey import Lane
from desktop.document.keyed import find
from desktop.document.project import Persona
from desktop.method.pairing import pairing
from desktop.storage.writer import dump
from grids import card, lane, project

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def whole():
    """A current map of two cards and two feelings, and an ideal one in which less is waited for and it feels better."""
    felt = (
        Marker(id="f0", step="d0", value=-1.0, persona="maya"),
        Marker(id="f1", step="d1", value=1.0, persona="maya"),
    )
    lanes = (
        lane(card(1, text="Asks"), card(2, text="Waits")),
        Lane(id="feels", kind="emotions", markers=felt, rank="Z"),
    )
    current = rename_map(changed(project(*lanes), personas=(Persona(id="maya", name="Maya"),)), "m", "Today")
    numbers = count()
    both = duplicate_map(current, "m", "Tomorrow", new_id=lambda: f"n{next(numbers)}", status="ideal")
    ideal = next(one for one in both.maps if one.origin)
    there = pairing(both, find(both.maps, "m"), ideal).there
    both = remove_cards(both, ideal.id, [there["c2"]])
    both = edit_cards(both, ideal.id, [there["c1"]], text="Asks at the door")
    return move_marker(both, ideal.id, there["f0"], there["d0"], 1.5)


@pytest.fixture
def compare(capsys, tmp_path, whole):
    """Status, output and errors of `journeywall compare` on the project."""

    def run(*words, of=whole):
        path = tmp_path / "a.journey"
        path.write_bytes(dump(of, {}))
        return cli.main(["compare", str(path), *words], lambda _: pytest.fail("opened windows")), *capsys.readouterr()

    return run


def test_a_line_for_each_difference_then_the_feelings(compare):
    status, out, err = compare("Today", "tomorrow")
    assert (status, err) == (1, "")
    assert out.splitlines() == [
        "~ Action “Asks”: Text: Asks → Asks at the door",
        "- Gone: Action “Waits” (Actions · Step 0)",
        "~ Emotion “Maya”: Feeling: −1 → 1.5",
        "1 gone · 2 changed",
        "= Step 0, Maya: −1.0 → +1.5 (+2.5)",
        "Feelings: +1.2 on average",
    ]


def test_the_same_map_twice(compare):
    assert compare("Today", "m") == (0, "Feelings: no change on average\n", "")


def test_a_map_that_is_not_there(compare):
    status, out, err = compare("Today", "Never")
    assert (status, out) == (2, "")
    assert err == "journeywall: The project has no map “Never”.\n"


def test_two_maps_of_one_name(compare, whole):
    ideal = next(one.id for one in whole.maps if one.origin)
    twins = rename_map(whole, ideal, "Today")
    assert f"name one by its id: {', '.join(sorted(('m', ideal)))}." in compare("Today", "m", of=twins)[2]
    assert compare("m", ideal, of=twins)[0] == 1


def test_for_other_programs(compare):
    status, out, _ = compare("Today", "Tomorrow", "--json")
    told = json.loads(out)
    assert status == 1
    assert [each["code"] for each in told["differences"]] == ["changed", "removed", "changed"]
    assert told["gaps"][0] == {
        "step": "d0",
        "title": "Step 0",
        "persona": "maya",
        "before": -1.0,
        "after": 1.5,
        "difference": 2.5,
    }
    assert told["mean_gap"] == 1.25


def test_the_real_process(tmp_path, whole):
    path = tmp_path / "a.journey"
    path.write_bytes(dump(whole, {}))
    command = [sys.executable, "-m", "desktop", "compare", str(path), "Today", "Tomorrow"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert "Asks at the door" in done.stdout
