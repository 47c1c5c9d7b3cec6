"""What of a row stands in the way of arrows."""

import pytest

from desktop.document.base import changed
from desktop.layout.gutters import Change, Level, RowWays, Wall, walls_between
from tests.emotion_lanes import marker
from tests.grids import EM, card, lane, layouter, project


def ways(row_lane, ends=()):
    layout = layouter().layout(project(row_lane), "m")
    gutters = (*(column.x for column in layout.columns), layout.columns[-1].x + layout.columns[-1].width)
    return RowWays(layout.rows[0].content, frozenset(ends), gutters)


def place(row, one):
    return next(each for each in row.content.cards if each.card.id == one)


def test_only_cards_that_arrows_touch_are_known():
    assert set(ways(lane(card(1), card(2)), {"c2", "c9"}).places) == {"c2"}


def test_cards_over_several_steps_are_walls():
    row = ways(lane(card(1), card(2, step=1, last=3)))
    (wall,) = row.walls
    assert (wall.first, wall.last, wall.hard) == (2, 3, True)
    assert (wall.top, wall.bottom) == (place(row, "c2").rect.y, place(row, "c2").rect.bottom)


def test_words_beside_curves_are_soft_walls():
    label = "a feeling with a very long name that reaches over its step and farther"
    feelings = changed(lane(kind="emotions"), markers=(marker(1, 1.0, label=label), marker(2, 0.0, label=label)))
    row = ways(feelings)
    assert {wall.hard for wall in row.walls} <= {False}
    rects = [each.label.rect for each in row.content.markers if each.label]
    assert all(any(rect.y == wall.top for rect in rects) for wall in row.walls)


def test_what_is_open_above_and_below():
    row = ways(lane(card(1, rank="1"), card(2, rank="2"), card(3, step=0, last=1, rank="3")))
    assert [row.above(place(row, one)) for one in ("c1", "c2", "c3")] == [(0,), (), (1,)]
    assert [row.below(place(row, one)) for one in ("c1", "c2", "c3")] == [(), (), (0, 1)]


def test_cards_under_a_curve_are_not_open_above():
    row = ways(changed(lane(card(1), kind="emotions"), markers=(marker(0, 1.0),)))
    assert row.above(place(row, "c1")) == ()
    assert row.below(place(row, "c1")) == (0,)


def test_neighbours_in_a_column():
    row = ways(lane(card(1, rank="1"), card(2, rank="2"), card(3, rank="3")))
    one, two, three = (place(row, f"c{number}").rect for number in (1, 2, 3))
    assert row.are_neighbours(0, one, two)
    assert not row.are_neighbours(0, one, three)
    assert not row.are_neighbours(0, two, one)


def test_bare_columns():
    row = ways(lane(card(1)))
    assert [row.is_bare(column) for column in (0, 1)] == [False, True]
    assert not ways(lane(card(1), empty="?")).is_bare(1)
    assert ways(lane()).is_bare(0)
    assert not ways(lane(kind="emotions")).is_bare(0)


def test_clear_between_two_heights():
    row = ways(lane(card(1, step=1)))
    rect = place(row, "c1").rect
    assert row.is_clear(range(0), 0.0, 900.0)
    assert not row.is_clear(range(2), rect.y, rect.y + 1)
    assert row.is_clear(range(2), rect.bottom, rect.bottom + EM)
    assert row.is_clear(range(2, 4), rect.y, rect.bottom)


def test_what_differs_in_a_row():
    row = ways(lane(card(1), card(2, step=1)))
    assert row.differs(ways(lane(card(1), card(2, step=1))), 3) == Change(3, ())
    assert row.differs(ways(lane(card(1), card(2, step=1, text="Other"))), 3) == Change(3, (1,))


@pytest.mark.parametrize("other", [lane(card(1), card(2, step=1), empty="?"), lane(card(1), card(2, step=1, last=2))])
def test_rows_that_differ_as_a_whole(other):
    assert ways(lane(card(1), card(2, step=1))).differs(ways(other), 3) == Change(3, None)


def test_levels_compare_from_top_to_bottom():
    assert Level(0, 5.0) < Level(0, 200.0) < Level(1, -4.0) < Level(1, 4.0) < Level(2, -4.0)


def test_walls_between_two_levels():
    high, low, side = Wall(1, 2, 10, 20, True), Wall(2, 2, 30, 40, True), Wall(3, 3, 10, 20, True)
    rows = ((high,), (low, side))
    assert [wall for _, wall in walls_between(rows, 4, 2, Level(4, 0), Level(6, 0))] == [high, low]
    assert list(walls_between(rows, 4, 2, Level(6, 0), Level(4, 15))) == [(4, high), (5, low)]
    assert list(walls_between(rows, 4, 2, Level(4, 20), Level(5, 30))) == []
    assert list(walls_between(rows, 4, 3, Level(4, 0), Level(5, 50))) == [(5, side)]
