"""The room between two curves: cut, outlined, hatched."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.layout.curve import height_at, monotone_curve
from desktop.layout.gap import bars, common
from desktop.layout.places import Curve

heights = st.lists(st.floats(-50, 50), min_size=2, max_size=8)


def curve(*points):
    return Curve("maya", 0, points, monotone_curve(points))


def at(whole, x):
    """The height of a curve at this x."""
    for (start, _), segment in zip(pairwise(whole.points), whole.segments, strict=True):
        if x <= segment[4]:
            return height_at(start, segment, x)
    return whole.points[-1][1]


FLAT = curve((0.0, 10.0), (100.0, 10.0))


def test_both_run_only_where_both_are():
    one, other = common(FLAT, curve((20.0, 0.0), (60.0, 5.0), (140.0, 0.0)))
    assert [run.points[0][0] for run in (one, other)] == [20.0, 20.0]
    assert [run.points[-1][0] for run in (one, other)] == pytest.approx([100.0, 100.0])


@pytest.mark.parametrize(
    "other", [curve((120.0, 0.0), (140.0, 0.0)), curve((100.0, 0.0), (140.0, 0.0)), curve((5.0, 0.0)), curve()]
)
def test_curves_without_a_common_stretch_have_no_gap(other):
    assert common(FLAT, other) is None


@given(heights, heights, st.floats(0.0, 1.0))
def test_what_is_cut_out_lies_on_the_curve(ones, others, share):
    one = curve(*((10.0 * number, y) for number, y in enumerate(ones)))
    other = curve(*((4.0 + 7.0 * number, y) for number, y in enumerate(others)))
    runs = common(one, other)
    left, right = 4.0, min(one.points[-1][0], other.points[-1][0])
    assert (runs is None) == (left >= right)
    for whole, run in zip((one, other), runs or (), strict=False):
        x = left + share * (right - left)
        assert run.height(x) == pytest.approx(at(whole, x), abs=1e-6)
        assert run.height(right) == pytest.approx(at(whole, right), abs=1e-6)


def test_a_curve_that_is_not_cut_keeps_its_pieces():
    one, _ = common(FLAT, curve((-5.0, 0.0), (150.0, 0.0)))
    assert (one.points, one.segments) == (FLAT.points, FLAT.segments)


def test_bars_stand_at_even_distances_from_the_upper_curve_to_the_lower():
    one, other = common(FLAT, curve((5.0, 30.0), (95.0, 30.0)))
    found = list(bars(one, other, 20.0))
    assert [x for x, _, _ in found] == [20.0, 40.0, 60.0, 80.0]
    assert all((top, bottom) == pytest.approx((10.0, 30.0)) for _, top, bottom in found)


def test_bars_cross_over_with_the_curves():
    one, other = common(FLAT, curve((0.0, 0.0), (100.0, 20.0)))
    _, first, second = bars(one, other, 40.0)
    assert (first[2], second[1]) == pytest.approx((10.0, 10.0))
    assert first[1] < 10.0 < second[2]


def test_a_gap_narrower_than_the_pitch_may_have_no_bar():
    one, other = common(FLAT, curve((41.0, 0.0), (49.0, 0.0)))
    assert list(bars(one, other, 20.0)) == []
