"""A poster is spread over sheets: how many, what each shows, who its neighbours are, and what is cut."""

from dataclasses import replace
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.plan.paper import PaperError
from desktop.plan.settings import MOST_SHEETS, Tiling
from desktop.plan.tiles import (
    LEAST_NET,
    TRIM,
    UNPRINTABLE,
    SheetSize,
    TilingError,
    extent,
    limits,
    lying,
    plan,
    reaches,
    sheet_size,
)
from tests.seams import card, grid

A4, PLAIN = Tiling(), Tiling(seams="plain")
PORTRAIT, LANDSCAPE = Tiling(orientation="portrait"), Tiling(orientation="landscape")


def spread(width, height, tiling=PLAIN, obstacles=(), **more):
    return plan(width, height, obstacles, tiling, sheet_size(tiling), **more)


def names(found):
    return [tile.name for tile in found.tiles]


def near(rect, *expected):
    return tuple(rect) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("tiling", "across", "down"),
    [(PORTRAIT, 7, 3), (LANDSCAPE, 5, 5), (Tiling(sheet="A3", orientation="portrait"), 5, 3)],
)
def test_how_many_sheets_an_a0_takes(tiling, across, down):
    found = spread(1189, 841, tiling)
    assert (found.across, found.down, len(found.tiles)) == (across, down, across * down)


def test_fewer_sheets_decide_how_they_lie():
    assert (spread(1189, 841).across, spread(1189, 841).down) == (7, 3)
    assert spread(1189, 841).sheet == SheetSize(210, 297, UNPRINTABLE)


def test_of_as_many_sheets_those_that_cut_fewer_cards():
    """Two sheets either way; only a seam across passes between the cards."""
    cards = [card("above", 10, 10, 250, 180), card("below", 10, 215, 250, 60)]
    found = spread(280, 285, Tiling(sheet="A4", overlap=0), cards)
    assert (found.across, found.down, found.cut) == (1, 2, ())


def test_a_poster_that_fits_a_sheet():
    found = spread(190, 280)
    assert names(found) == ["A1"]
    assert found.tiles[0].rect == found.tiles[0].inner == (0, 0, 190, 280)


def test_exactly_full_sheets():
    width, height = extent(PORTRAIT, 3, 2)
    assert (width, height) == (580, 564)
    assert len(spread(width, height, PORTRAIT).tiles) == 6
    assert len(spread(width + 0.01, height, PORTRAIT).tiles) == 8


def test_sheets_lie_across_where_nothing_else_is_said():
    assert extent(A4, 1, 1) == (287, 200)


def test_the_sheet_is_as_large_as_the_paper():
    assert spread(900, 500, Tiling(sheet="Letter", orientation="landscape")).sheet.width == pytest.approx(279.4)


def test_an_unknown_sheet():
    with pytest.raises(PaperError):
        sheet_size(Tiling(sheet="napkin"))


def test_margins_are_kept_on_the_sides_where_they_are():
    tiling = Tiling(margin=(4, 5, 6, 17), orientation="portrait")
    assert lying(tiling, sheet_size(tiling)) == (SheetSize(210, 297, (4, 5, 6, 17)),)


def test_a_turned_sheet_has_room_for_either_turn():
    assert SheetSize(210, 297, (4, 5, 6, 17)).turned == SheetSize(297, 210, (17, 6, 17, 6))


def test_what_can_be_printed():
    assert SheetSize(210, 297, (4, 5, 6, 17)).net == (200, 275)
    assert SheetSize(914, inf, (5, 5, 5, 12)).net == (904, 5080 - 17)


def test_neighbours():
    middle = spread(500, 700, PORTRAIT).tile("b2")
    assert (middle.left, middle.right, middle.above, middle.below) == ("A2", "C2", "B1", "B3")


def test_sheets_at_the_edges_have_no_neighbours():
    found = spread(500, 700, PORTRAIT)
    assert (found.tile("A1").left, found.tile("A1").above) == ("", "")
    assert (found.tile("C3").right, found.tile("C3").below) == ("", "")
    assert found.tile("D1") is None


def test_sheets_come_row_by_row():
    assert names(spread(380, 400, PORTRAIT)) == ["A1", "B1", "A2", "B2"]


def test_own_parts_cover_the_poster():
    found = spread(900, 700)
    assert sum(tile.inner.width * tile.inner.height for tile in found.tiles) == pytest.approx(900 * 700)


@pytest.mark.parametrize(("glue", "before", "after"), [("left-top", 8, 2), ("right-bottom", 2, 8), ("butt", 5, 5)])
def test_where_the_overlap_lies(glue, before, after):
    tiling = Tiling(glue=glue, orientation="portrait", seams="plain")
    assert reaches(tiling) == (before, after)
    left, right = spread(380, 200, tiling).tiles
    assert left.rect.right - left.inner.right == pytest.approx(after)
    assert right.inner.x - right.rect.x == pytest.approx(before)


def test_a_small_overlap_is_halved():
    assert reaches(Tiling(overlap=2 * TRIM - 1)) == (TRIM - 0.5, TRIM - 0.5)


def test_without_overlap_sheets_meet():
    tiling = Tiling(overlap=0, orientation="portrait", seams="plain")
    assert all(tile.rect == tile.inner for tile in spread(380, 400, tiling).tiles)


def test_a_plain_grid_shows_equally_much_on_each_sheet():
    found = spread(700, 200, PORTRAIT, shape=None)
    plain = spread(700, 200, replace(PORTRAIT, seams="plain"))
    assert {round(tile.rect.width, 6) for tile in plain.tiles} == {(700 + 3 * 10) / 4}
    assert len(found.tiles) == len(plain.tiles)


@settings(max_examples=40)
@given(
    st.floats(100, 1500),
    st.floats(100, 1500),
    st.sampled_from((0.0, 3.0, 10.0, 50.0)),
    st.sampled_from(("left-top", "right-bottom", "butt")),
    st.sampled_from(("aware", "plain")),
    st.sampled_from(("A4", "A3", "Letter", "200x200mm")),
)
def test_no_sheet_shows_more_than_can_be_printed(width, height, overlap, glue, seams, sheet):
    tiling = Tiling(sheet=sheet, overlap=overlap, glue=glue, seams=seams)
    found = spread(width, height, tiling, grid(9, 9, step=(130, 110), size=(100, 80)))
    across, down = found.sheet.net
    assert all(tile.rect.width <= across + 1e-6 and tile.rect.height <= down + 1e-6 for tile in found.tiles)
    assert all(tile.rect.x >= -1e-6 and tile.rect.right <= width + 1e-6 for tile in found.tiles)


@pytest.mark.parametrize("overlap", [0.0, 10.0, 50.0])
def test_neighbours_share_the_overlap(overlap):
    first, second = spread(350, 200, Tiling(overlap=overlap, orientation="portrait"), shape=None).tiles[:2]
    assert first.rect.right - second.rect.x == pytest.approx(overlap)
    assert first.inner.right == pytest.approx(second.inner.x)


def test_seams_avoid_cards():
    cards = grid(7, 8, step=(85.0, 60.0), size=(70.0, 50.0))
    found = spread(600, 480, LANDSCAPE, cards)
    assert found.cut == ()
    assert found.plain_cut > 0


def test_a_plain_grid_does_not():
    cards = grid(7, 8, step=(85.0, 60.0), size=(70.0, 50.0))
    found = spread(600, 480, replace(LANDSCAPE, seams="plain"), cards)
    assert len(found.cut) == found.plain_cut > 0


def test_headers_that_had_to_be_cut_are_told():
    title = card("map", 10, 5, 400, 30, kind="title")
    found = spread(600, 200, LANDSCAPE, [title])
    assert (found.spoilt, found.cut) == (("map",), ())


def test_a_marker_and_its_label_are_one():
    """They have one id, and both are in the way."""
    both = [card("e1", 0, 0, 600, 20, kind="marker"), card("e1", 0, 30, 600, 20, kind="marker")]
    assert spread(600, 200, LANDSCAPE, both).spoilt == ("e1",)


def test_blank_sheets():
    found = spread(560, 390, LANDSCAPE, [card("c", 10, 10, 100, 50), card("rule", 0, 300, 560, 0.1, kind="ink")])
    assert {tile.name for tile in found.tiles if tile.blank} == {"B1"}


def test_a_shape_that_is_asked_for():
    found = spread(300, 250, LANDSCAPE, shape=(3, 2))
    assert (found.across, found.down) == (3, 2)
    assert min(tile.inner.width for tile in found.tiles) >= LEAST_NET


def test_a_shape_that_is_too_small():
    with pytest.raises(TilingError, match="shape"):
        spread(1000, 200, LANDSCAPE, shape=(2, 1))


@pytest.mark.parametrize("shape", [(1, 1), (2, 2), (5, 4), (6, 2)])
def test_a_shape_is_asked_for_without_saying_how_sheets_lie(shape):
    found = spread(*extent(A4, *shape), shape=shape)
    assert (found.across, found.down) == shape
    assert found.sheet.width > found.sheet.height


def test_sheets_lie_so_that_something_is_left_of_them():
    found = spread(300, 300, Tiling(sheet="60x300mm", overlap=10, margin=(20, 0, 0, 0)))
    assert (found.sheet.width, found.sheet.height) == (60, 300)


def test_an_overlap_that_leaves_nothing():
    with pytest.raises(TilingError, match="overlap") as caught:
        spread(500, 500, Tiling(sheet="60x60mm", overlap=40))
    assert caught.value.code == "overlap"


def test_too_many_sheets():
    with pytest.raises(TilingError, match="many"):
        spread(5080, 200, Tiling(sheet="60x60mm", overlap=9))
    assert MOST_SHEETS < 5080 / (50 - 9)


def test_strips_of_a_roll_hang_side_by_side():
    tiling = Tiling(sheet="roll-594mm", orientation="portrait")
    found = spread(1189, 841, tiling)
    assert (found.across, found.down) == (3, 1)
    assert found.sheet == SheetSize(594, 851, UNPRINTABLE)


def test_strips_of_a_roll_run_along_the_wall():
    found = spread(1189, 841, Tiling(sheet="roll-594mm"))
    assert (found.across, found.down) == (1, 2)
    assert found.sheet == SheetSize(1199, 594, UNPRINTABLE)


def test_strips_are_as_long_as_paper_may_be():
    found = spread(6000, 500, Tiling(sheet="roll-594mm", orientation="landscape"))
    assert (found.across, found.down) == (2, 1)
    assert max(tile.rect.width for tile in found.tiles) <= 5070


def test_limits_of_one_sheet_are_the_poster():
    assert limits(150, 200, 1, A4).window(1)[1] <= 200


def test_limits_with_more_sheets_than_needed_leave_none_empty():
    assert limits(300, 200, 2, A4).least == 0.0
    assert limits(300, 200, 4, A4).least == LEAST_NET


def test_the_same_poster_has_the_same_sheets():
    cards = grid(7, 8)
    assert spread(700, 400, A4, cards) == spread(700, 400, A4, cards)
