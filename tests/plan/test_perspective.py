import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.plan.perspective import Homography, QuadError, checked, homography, ordered, rectangle

SQUARE = rectangle(0.0, 0.0, 1.0, 1.0)
WALL = rectangle(12.0, 12.0, 1154.0, 909.0)

shift = st.floats(-120.0, 120.0)
corners = st.tuples(*[st.tuples(shift, shift)] * 4)
share = st.floats(0.0, 1.0)


def seen(shifts):
    """A picture of the wall of 900 × 700 px at (100, 100), each of its corners moved by at most 120 px."""
    return tuple(
        (x + dx, y + dy) for (x, y), (dx, dy) in zip(rectangle(100.0, 100.0, 900.0, 700.0), shifts, strict=True)
    )


def near(one, other, within=1e-6):
    return math.dist(one, other) < within


@given(corners)
def test_corners_come_to_corners(shifts):
    quad = seen(shifts)
    there = homography(WALL, quad)
    assert all(near(there(*one), other) for one, other in zip(WALL, quad, strict=True))


@given(corners, share, share)
def test_the_way_back_comes_to_the_same_point(shifts, across, down):
    there = homography(WALL, seen(shifts))
    point = 12.0 + across * 1154.0, 12.0 + down * 909.0
    assert near(there.inverse(*there(*point)), point)


@given(corners)
def test_lines_stay_lines(shifts):
    there = homography(SQUARE, seen(shifts))
    (x0, y0), (x1, y1), (x2, y2) = (there(at, 0.3 + 0.2 * at) for at in (0.0, 0.4, 1.0))
    assert abs((x1 - x0) * (y2 - y0) - (y1 - y0) * (x2 - x0)) < 1e-5


@given(corners)
def test_diagonals_cross_in_the_middle_of_the_square(shifts):
    a, b, c, d = quad = seen(shifts)
    x, y = homography(SQUARE, quad)(0.5, 0.5)
    for one, other in ((a, c), (b, d)):
        assert abs((other[0] - one[0]) * (y - one[1]) - (other[1] - one[1]) * (x - one[0])) < 1e-5


@given(corners, share, share)
def test_pillow_s_coefficients_say_the_same(shifts, across, down):
    there = homography(SQUARE, seen(shifts))
    a, b, c, d, e, f, g, h = there.coefficients
    depth = g * across + h * down + 1
    point = (a * across + b * down + c) / depth, (d * across + e * down + f) / depth
    assert near(point, there(across, down))


@given(corners, st.permutations(range(4)))
def test_corners_are_put_in_order_however_they_were_clicked(shifts, order):
    quad = seen(shifts)
    assert ordered(quad[at] for at in order) == quad


@given(corners)
@settings(max_examples=25)
def test_one_after_the_other_is_one(shifts):
    quad = seen(shifts)
    whole = homography(SQUARE, quad).after(homography(WALL, SQUARE))
    assert near(whole(300.0, 400.0), homography(WALL, quad)(300.0, 400.0))


def test_nothing_changes_where_both_are_the_same():
    assert near(homography(WALL, WALL)(321.0, 123.0), (321.0, 123.0))


def test_scale_is_the_length_of_a_unit():
    there = homography(SQUARE, rectangle(10.0, 20.0, 30.0, 30.0))
    assert there.scale(0.5, 0.5) == pytest.approx(30.0)


def test_what_is_nearer_is_larger():
    leaning = homography(SQUARE, ((0.0, 0.0), (100.0, 20.0), (100.0, 80.0), (0.0, 100.0)))
    assert leaning.scale(0.1, 0.5) > 1.3 * leaning.scale(0.9, 0.5)


def test_the_far_line_has_no_picture():
    with pytest.raises(ZeroDivisionError):
        Homography(((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (1.0, 0.0, 0.0)))(0.0, 5.0)


@pytest.mark.parametrize(
    ("quad", "code"),
    [
        (((0.0, 0.0), (0.0, 0.0), (9.0, 9.0), (0.0, 9.0)), "same"),
        (((0.0, 0.0), (5.0, 0.0), (9.0, 0.0), (0.0, 9.0)), "line"),
        (((0.0, 0.0), (9.0, 0.0), (2.0, 2.0), (0.0, 9.0)), "hollow"),
        (((0.0, 0.0), (9.0, 9.0), (9.0, 0.0), (0.0, 9.0)), "hollow"),
        (((4.0, 4.0),) * 4, "same"),
    ],
)
def test_what_is_no_quadrilateral_is_told(quad, code):
    with pytest.raises(QuadError) as caught:
        checked(quad)
    assert caught.value.code == code


def test_the_other_way_round_is_convex_too():
    mirrored = SQUARE[::-1]
    assert checked(mirrored) == mirrored


def test_points_in_a_line_are_in_no_order():
    with pytest.raises(QuadError):
        ordered(((0.0, 0.0), (1.0, 1.0), (2.0, 2.0), (3.0, 3.0)))
