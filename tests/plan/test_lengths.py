"""How often labels stand, how low a layout becomes, where a wall is divided."""

from math import ceil, inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.plan.lengths import APART, ENOUGH, NEAR, TRIES, lowest, panels, spans, whole


@pytest.mark.parametrize(
    ("width", "count"),
    [(594, 0), (1189, 0), (1200, 0), (1201, 1), (1651, 1), (1682, 2), (2400, 2), (3600, 3), (5080, 4)],
)
def test_labels_stand_about_every_twelve_hundred_millimetres(width, count):
    assert spans(width) == count


@given(st.floats(APART + 1, 20_000))
def test_labels_are_never_much_further_apart(width):
    assert width / spans(width) <= 1.41 * APART


def test_labels_of_large_type_are_far_apart():
    assert spans(3_600, label=500.0) == 1
    assert spans(3_600, label=100.0) == 3


@pytest.mark.parametrize(("length", "cut"), [(1000.0, 1000.0), (1000.0000001, 1000.0), (1000.2, 1001.0)])
def test_a_roll_is_cut_at_a_whole_millimetre(length, cut):
    assert whole(length) == cut


class Text:
    """A layout of running text: `fixed` high and `area` of text; counts how often it is measured."""

    def __init__(self, fixed=100.0, area=1e6, step=1.0):
        self.fixed, self.area, self.step = fixed, area, step
        self.asked = []

    def size(self, width):
        return width, self.fixed + ceil(self.area / width / self.step) * self.step

    def measure(self, width):
        self.asked.append(width)
        return self.size(width)

    def lowest(self, height, usual=1_000.0):
        return lowest(self.measure, self.size(usual), height, 0.8 * usual, 2.0 * usual)


def test_usual_columns_stay_when_they_are_just_low_enough():
    wish, size = Text().lowest(1_101.0)
    assert wish is None
    assert size == (1_000.0, 1_100.0)


def test_columns_are_no_narrower_than_they_may_be():
    assert Text().lowest(9_000.0) == (800.0, (800.0, 1_350.0))


def test_columns_become_wider_until_the_map_is_low_enough():
    wish, size = Text().lowest(800.0)
    assert size[1] <= 800.0
    assert 1_428 <= wish <= 1_428 * NEAR * 1.01


def test_what_is_never_low_enough_becomes_nearly_as_low_as_it_can():
    wish, size = Text(fixed=900.0, area=1e5).lowest(500.0)
    lowest_of_all = Text(fixed=900.0, area=1e5).size(2_000.0)[1]
    assert size[1] <= ENOUGH * lowest_of_all
    assert wish < 2_000.0


@given(st.floats(0, 2_000), st.floats(1e4, 1e7), st.floats(1, 60), st.floats(50, 5_000))
def test_the_layout_is_measured_few_times_and_told_truly(fixed, area, step, height):
    text = Text(fixed, area, step)
    wish, size = text.lowest(height)
    assert len(text.asked) <= TRIES + 1
    assert size == text.size(1_000.0 if wish is None else wish)


@given(st.floats(0, 2_000), st.floats(1e4, 1e7), st.floats(50, 5_000))
def test_what_can_be_low_enough_is(fixed, area, height):
    text = Text(fixed, area)
    _, size = text.lowest(height)
    assert size[1] <= height or text.size(2_000.0)[1] > height


def test_what_fits_one_panel_is_not_divided():
    assert panels([10.0] * 4, {1}, 40.0) == (range(4),)


def test_panels_end_with_a_stage():
    assert panels([10.0] * 10, {5, 8}, 70.0) == (range(6), range(6, 10))


def test_a_stage_is_divided_when_its_ends_are_far():
    assert panels([10.0] * 10, {0}, 60.0) == (range(5), range(5, 10))


def test_a_column_that_is_too_wide_stands_alone():
    assert panels([10.0, 90.0, 10.0], set(), 50.0) == (range(1), range(1, 2), range(2, 3))


WIDTHS = st.lists(st.floats(1, 30), min_size=1, max_size=20)


@given(WIDTHS, st.sets(st.integers(0, 19)), st.floats(30, 200))
def test_panels_hold_every_column_once_and_are_no_wider_than_they_may_be(widths, ends, most):
    found = panels(widths, ends, most)
    assert [at for part in found for at in part] == list(range(len(widths)))
    assert all(sum(widths[at] for at in part) <= most * (1 + 1e-9) for part in found)


@given(WIDTHS, st.floats(30, 200))
def test_there_are_as_few_panels_as_can_be(widths, most):
    greedy, room = 0, -inf
    for width in widths:
        room -= width
        if room < 0:
            greedy, room = greedy + 1, most - width
    assert len(panels(widths, set(), most * (1 + 1e-9))) <= greedy
