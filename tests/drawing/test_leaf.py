"""A sheet as paper."""

import pytest

from desktop.drawing.leaf import SIDES, Leaf, Side
from desktop.layout.places import Rect

SHEET = Leaf(
    width=210.0,
    height=297.0,
    room=Rect(5.0, 6.0, 198.0, 280.0),
    shown=Rect(5.0, 6.0, 180.0, 270.0),
    inner=Rect(13.0, 14.0, 170.0, 260.0),
    name="B2",
    sides={"left": Side("glue", "A2"), "right": Side("trim", "C2")},
)


@pytest.mark.parametrize(("name", "depth"), [("left", 8.0), ("top", 8.0), ("right", 20.0), ("bottom", 12.0)])
def test_a_zone_reaches_from_the_own_part_to_where_the_printer_ends(name, depth):
    assert SHEET.depth(name) == pytest.approx(depth)


def test_zones_at_the_sides_are_as_high_as_the_own_part():
    assert SHEET.zone("left") == Rect(5.0, 14.0, 8.0, 260.0)
    assert SHEET.zone("right") == Rect(183.0, 14.0, 20.0, 260.0)


def test_zones_above_and_below_are_as_wide_as_what_can_be_printed():
    assert SHEET.zone("top") == Rect(5.0, 6.0, 198.0, 8.0)
    assert SHEET.zone("bottom") == Rect(5.0, 274.0, 198.0, 12.0)


def test_zones_do_not_lie_on_the_own_part():
    assert not any(SHEET.zone(name).meets(SHEET.inner) for name in SIDES)


def test_zones_do_not_overlap():
    zones = [SHEET.zone(name) for name in SIDES]
    assert not any(one.meets(other) for one in zones for other in zones if one is not other)


def test_a_side_that_nothing_is_said_of_is_the_posters_edge():
    assert SHEET.side("left") == Side("glue", "A2")
    assert SHEET.side("top") == Side("edge", "")


def test_an_own_part_that_fills_the_room_leaves_no_zones():
    full = Leaf(210.0, 297.0, SHEET.room, SHEET.room, SHEET.room, "A1")
    assert [full.depth(name) for name in SIDES] == [0.0] * 4


def test_an_own_part_beyond_the_room_has_no_negative_depth():
    wide = Leaf(210.0, 297.0, SHEET.room, SHEET.shown, Rect(0.0, 0.0, 210.0, 297.0), "A1")
    assert [wide.depth(name) for name in SIDES] == [0.0] * 4
