"""The curve passes through every point and never leaves the heights of its two neighbours."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.layout.curve import height_at, monotone_curve

LEVELS = st.integers(-20, 20).map(lambda tenths: tenths * 4.2)
ANY = st.floats(-1e6, 1e6, allow_nan=False, width=32)


def points(heights, steps=None):
    """Points from left to right, evenly or at the given distances."""
    xs = [0.0]
    for step in steps or [118.0] * (len(heights) - 1):
        xs.append(xs[-1] + step)
    return tuple(zip(xs, heights, strict=True))


@st.composite
def paths(draw, heights=LEVELS):
    chosen = draw(st.lists(heights, min_size=2, max_size=20))
    steps = draw(st.lists(st.floats(0.5, 400), min_size=len(chosen) - 1, max_size=len(chosen) - 1))
    return points(chosen, steps)


def pieces(path):
    return list(zip(pairwise(path), monotone_curve(path), strict=True))


def sampled(start, piece, count=24):
    """Points of a piece by de Casteljau, independent of `height_at`."""
    for number in range(count + 1):
        t = number / count
        row = [start, piece[0:2], piece[2:4], piece[4:6]]
        while len(row) > 1:
            row = [(ax + t * (bx - ax), ay + t * (by - ay)) for (ax, ay), (bx, by) in pairwise(row)]
        yield row[0]


@pytest.mark.parametrize("path", [(), ((3.0, 4.0),)])
def test_fewer_than_two_points_make_no_pieces(path):
    assert monotone_curve(path) == ()


def test_two_points_make_a_straight_line():
    ((x1, y1, x2, y2, x, y),) = monotone_curve(((0.0, 0.0), (30.0, 60.0)))
    assert (x1, y1, x2, y2, x, y) == pytest.approx((10, 20, 20, 40, 30, 60))


@pytest.mark.parametrize("xs", [(0.0, 0.0), (1.0, 0.5)])
def test_points_must_run_from_left_to_right(xs):
    with pytest.raises(ValueError, match="left to right"):
        monotone_curve(((xs[0], 0.0), (xs[1], 1.0)))


@given(paths())
def test_it_passes_through_every_point(path):
    assert [piece[4:] for piece in monotone_curve(path)] == list(path[1:])


@given(paths(ANY))
def test_control_points_stay_between_the_two_heights(path):
    for (start, end), piece in pieces(path):
        low, high = sorted((start[1], end[1]))
        assert low <= piece[1] <= high
        assert low <= piece[3] <= high


@given(paths())
def test_sampled_points_never_overshoot_nor_turn_back(path):
    for (start, end), piece in pieces(path):
        heights = [y for _, y in sampled(start, piece)]
        rising = end[1] >= start[1]
        assert all((b >= a - 1e-9) if rising else (b <= a + 1e-9) for a, b in pairwise(heights))
        assert min(start[1], end[1]) - 1e-9 <= min(heights)
        assert max(heights) <= max(start[1], end[1]) + 1e-9


@given(paths())
def test_the_curve_is_smooth_at_its_points(path):
    for before, (point, after) in zip(
        monotone_curve(path), list(zip(path[1:], monotone_curve(path)[1:], strict=False)), strict=False
    ):
        left = (point[1] - before[3]) / (point[0] - before[2])
        right = (after[1] - point[1]) / (after[0] - point[0])
        assert left == pytest.approx(right, abs=1e-6, rel=1e-6)


def test_it_is_flat_at_extremes_and_along_level_stretches():
    up, level, down = monotone_curve(points([0.0, 80.0, 80.0, 0.0]))
    assert up[3] == 80.0
    assert level == (118 + 118 / 3, 80.0, 118 * 2 - 118 / 3, 80.0, 236.0, 80.0)
    assert down[1] == 80.0


def test_a_steep_neighbour_does_not_pull_a_gentle_piece_out_of_its_heights():
    gentle, steep = monotone_curve(points([0.0, 1.0, 100.0]))
    assert (gentle[3], steep[1]) == pytest.approx((0.0, 2.0), abs=0.01)
    assert all(0.0 <= y <= 1.0 for y in gentle[1::2])


def test_almost_level_chords_do_not_overflow():
    pieces_ = monotone_curve(points([0.0, 5e-324, 1e6]))
    assert all(abs(value) <= 1e6 for piece in pieces_ for value in piece)


@given(paths(), st.floats(0, 1))
def test_height_at_agrees_with_the_bezier(path, share):
    for (start, end), piece in pieces(path):
        x = start[0] + share * (end[0] - start[0])
        near = min(sampled(start, piece, 200), key=lambda point: abs(point[0] - x))
        slope = abs(end[1] - start[1]) / (end[0] - start[0]) * 3
        assert height_at(start, piece, x) == pytest.approx(near[1], abs=slope * abs(near[0] - x) + 1e-6)


def test_height_outside_a_piece_is_that_of_its_nearer_end():
    start, piece = (0.0, 5.0), monotone_curve(((0.0, 5.0), (10.0, 9.0)))[0]
    assert height_at(start, piece, -3.0) == 5.0
    assert height_at(start, piece, 12.0) == 9.0
