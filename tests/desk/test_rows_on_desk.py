"""The verbs of lanes."""

import pytest
from looking import desk_on

from desktop.desk.rows import Rows
from desktop.document.base import in_order
from desktop.document.edits.cards import Spot
from desktop.document.keyed import find


@pytest.fixture
def desk():
    return desk_on()


@pytest.fixture
def rows(desk):
    return Rows(desk)


def kinds(desk):
    return [lane.kind for lane in in_order(desk.journey.lanes)]


def lane(desk, name):
    return find(desk.journey.lanes, name)


USUAL = ["actions", "emotions", "pains", "notes"]


@pytest.mark.parametrize(
    ("selected", "verb", "at"),
    [(("hurts",), "add_above", 2), (("hurts",), "add_below", 3), (("a1",), "add_below", 1), ((), "add_above", 0),
     ((), "add_below", 4), (("acts", "notes"), "add_below", 4)],
)  # fmt: skip
def test_a_lane_is_added_beside_what_is_meant(desk, rows, selected, verb, at):
    desk.select(selected)
    getattr(rows, verb)("quotes")
    assert kinds(desk) == [*USUAL[:at], "quotes", *USUAL[at:]]


def test_a_new_lane_is_selected(desk, rows):
    rows.add_below("quotes")
    (new,) = desk.selected
    assert lane(desk, new).kind == "quotes"


def test_the_slot_says_where(desk, rows):
    desk.aim(Spot("acts", "pay"))
    rows.add_below("visibility")
    assert kinds(desk)[1] == "visibility"


def test_lanes_are_hidden_in_one_step(desk, rows):
    desk.select(("acts", "notes"))
    rows.hide()
    assert [lane(desk, name).hidden for name in ("acts", "notes", "hurts")] == [True, True, False]
    desk.undo()
    assert not lane(desk, "acts").hidden


def test_lanes_are_locked_and_freed(desk, rows):
    desk.select(("a1", "p1"))
    rows.lock(True)
    assert [lane(desk, name).locked for name in ("acts", "hurts", "notes")] == [True, True, False]
    rows.lock(False)
    assert not lane(desk, "acts").locked
    assert desk.session.undoable.label == "Unlock lane"


def test_lanes_are_grouped_and_parted(desk, rows):
    desk.select(("acts", "notes"))
    rows.group()
    groups = {lane(desk, name).group for name in ("acts", "notes")}
    assert len(groups) == 1
    assert find(desk.journey.groups, groups.pop()).title == "Group"
    rows.ungroup()
    assert (lane(desk, "acts").group, lane(desk, "mood").group) == ("", "front")


def test_empty_cells_are_marked(desk, rows):
    desk.select(("acts",))
    rows.mark_empty("–")
    assert lane(desk, "acts").empty == "–"
    rows.mark_empty("")
    assert lane(desk, "acts").empty == ""


@pytest.mark.parametrize("verb", ["hide", "ungroup"])
def test_where_nobody_points_nothing_changes(desk, rows, verb):
    getattr(rows, verb)()
    assert desk.session.undoable is None
