"""Labels take free spots, make room for each other, and otherwise do least harm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.layout.curve import monotone_curve
from desktop.layout.labels import FIXED, Ground, Wish, settle

EDGES = (0.0, 0.0, 1000.0, 200.0)


def ground(*areas, cell=100.0):
    made = Ground(EDGES, cell)
    for area in areas:
        made.add(area)
    return made


def wish(*spots, width=60.0, height=16.0):
    return Wish(width, height, tuple(spots))


def test_the_first_free_spot_is_taken():
    taken = settle([wish((0, 0), (100, 0), (200, 0))], ground((10, 5, 20, 10)))
    assert taken == ((100, 0),)


def test_touching_is_not_meeting():
    assert ground((60, 0, 90, 16)).free((0, 0, 60, 16))
    assert not ground((59, 0, 90, 16)).free((0, 0, 60, 16))


@pytest.mark.parametrize("area", [(-1, 0, 59, 16), (950, 0, 1010, 16), (0, -1, 60, 15), (0, 190, 60, 206)])
def test_a_label_keeps_within_the_edges(area):
    assert not ground().free(area)


@pytest.mark.parametrize("cell", [7.0, 50.0, 5000.0])
def test_the_width_of_the_strips_changes_nothing(cell):
    made = ground((100, 20, 400, 60), cell=cell)
    assert not made.free((390, 50, 450, 66))
    assert made.free((400, 50, 460, 66))
    assert made.harm((390, 50, 450, 66)) == pytest.approx(100 * 10 * 10)


def test_settled_labels_keep_apart():
    spots = ((0, 0), (70, 0), (140, 0))
    assert settle([wish(*spots)] * 3, ground()) == spots


def test_a_later_label_moves_an_earlier_one_that_can_go_elsewhere():
    taken = settle([wish((0, 0), (100, 0)), wish((0, 0))], ground())
    assert taken == ((100, 0), (0, 0))


def test_a_label_stays_when_it_has_nowhere_to_go():
    taken = settle([wish((0, 0)), wish((0, 0), (30, 0))], ground())
    assert taken == ((0, 0), (30, 0))


def test_making_way_leaves_the_ground_as_it_was_when_it_fails():
    made = ground((100, 0, 160, 16))
    settle([wish((0, 0), (100, 0)), wish((10, 0))], made)
    assert made.blockers((0, 0, 5, 5)) == {0}
    assert made.blockers((100, 0, 110, 5)) == {FIXED}


def test_where_nothing_is_free_the_least_harmful_spot_is_taken():
    made = ground((0, 0, 60, 16), (100, 0, 105, 16))
    assert settle([wish((0, 0), (99, 0))], made) == ((99, 0),)


def test_crossing_a_curve_is_better_than_hiding_a_mark():
    made = ground((0, 0, 60, 16))
    made.add_curve(((80, 8), (300, 8)), monotone_curve(((80, 8), (300, 8))), 3.0)
    assert not made.free((100, 0, 160, 16))
    assert settle([wish((0, 0), (100, 0))], made) == ((100, 0),)


def test_losing_a_part_over_the_edge_is_as_bad_as_hiding():
    made = ground()
    assert made.harm((-10, 0, 50, 16)) == pytest.approx(100 * 10 * 16)


def test_a_curve_is_met_only_where_it_runs():
    made = ground()
    path = ((0, 20), (200, 180))
    made.add_curve(path, monotone_curve(path), 2.0)
    assert made.free((0, 100, 60, 116))
    assert not made.free((70, 90, 130, 106))
    assert made.free((140, 20, 200, 36))


def test_removing_what_was_never_there_is_an_error():
    with pytest.raises(ValueError, match="not in list"):
        ground((0, 0, 10, 10)).remove((0, 0, 10, 10), 3)


PLACES = st.tuples(st.integers(0, 940), st.integers(0, 184))
WISHES = st.lists(st.lists(PLACES, min_size=1, max_size=5).map(lambda spots: wish(*spots)), max_size=14)


@given(WISHES, st.lists(PLACES, max_size=6))
def test_a_label_that_is_not_free_has_no_free_spot(wishes, blocks):
    made = ground(*((x, y, x + 30, y + 12) for x, y in blocks))
    areas = [one.area(spot) for one, spot in zip(wishes, settle(wishes, made), strict=True)]
    for index, area in enumerate(areas):
        made.remove(area, index)
        if not made.free(area):
            assert not any(made.free(wishes[index].area(spot)) for spot in wishes[index].spots)
        made.add(area, index)


@given(WISHES)
def test_settling_is_repeatable(wishes):
    assert settle(wishes, ground()) == settle(wishes, ground())


@given(WISHES)
def test_every_label_stands_at_one_of_its_spots(wishes):
    assert all(spot in one.spots for one, spot in zip(wishes, settle(wishes, ground()), strict=True))
