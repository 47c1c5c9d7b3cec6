"""Quadrilaterals as a camera sees them: which are flat, and how large things are on them."""

from math import cos, dist, pi, sin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.plan.perspective import QuadError, checked, homography, ordered, rectangle

SOUND = settings(max_examples=25)
ANGLES = st.floats(-pi / 5, pi / 5)
SIZES = st.floats(5.0, 5_000.0)


def turned(quad, angle):
    return tuple((x * cos(angle) - y * sin(angle), x * sin(angle) + y * cos(angle)) for x, y in quad)


def moved(quad, across, down):
    return tuple((x + across, y + down) for x, y in quad)


@SOUND
@given(SIZES, SIZES)
def test_a_rectangle_is_seen_unless_it_is_a_stroke(width, height):
    quad = rectangle(3.0, 4.0, width, height)
    if min(width, height) > 0.05 * max(width, height):
        assert checked(quad) == quad


@SOUND
@given(SIZES, ANGLES, st.floats(-900, 900), st.floats(-900, 900))
def test_a_square_is_put_in_order_wherever_it_lies(side, angle, across, down):
    quad = moved(turned(rectangle(0.0, 0.0, side, side), angle), across, down)
    assert ordered(reversed(quad)) == quad


@SOUND
@given(SIZES, ANGLES)
def test_turning_keeps_lengths(side, angle):
    there = homography(rectangle(0, 0, side, side), turned(rectangle(0, 0, side, side), angle))
    assert there.scale(side / 3, side / 4) == pytest.approx(1.0)
    assert dist(there(0.0, 0.0), there(side, side)) == pytest.approx(dist((0, 0), (side, side)))


@SOUND
@given(SIZES, SIZES)
def test_scale_is_the_root_of_the_areas(width, height):
    if min(width, height) > 0.05 * max(width, height):
        there = homography(rectangle(0, 0, 1.0, 1.0), rectangle(0, 0, width, height))
        assert there.scale(0.2, 0.7) == pytest.approx((width * height) ** 0.5)


@SOUND
@given(SIZES, ANGLES, st.floats(0, 1), st.floats(0, 1))
def test_scale_of_the_way_back_is_the_inverse(side, angle, across, down):
    there = homography(
        rectangle(0, 0, 1, 1), turned(((0, 0), (side, 0.1 * side), (side, 0.8 * side), (0, side)), angle)
    )
    back = there.inverse.scale(*there(across, down))
    assert back * there.scale(across, down) == pytest.approx(1.0)


@SOUND
@given(st.permutations(range(4)), SIZES)
def test_whatever_order_they_are_clicked_in_the_top_left_comes_first(order, side):
    quad = rectangle(10.0, 10.0, side, side)
    assert ordered(quad[at] for at in order)[0] == (10.0, 10.0)


@pytest.mark.parametrize("at", range(4))
def test_a_corner_that_goes_over_to_the_other_side_crosses(at):
    quad = list(rectangle(0.0, 0.0, 10.0, 10.0))
    x, y = quad[at]
    quad[at] = (14.0 if x < 5 else -4.0, 14.0 if y < 5 else -4.0)
    with pytest.raises(QuadError) as caught:
        checked(quad)
    assert caught.value.code == "hollow"


@pytest.mark.parametrize("at", range(4))
def test_a_corner_on_its_neighbour_is_the_same(at):
    quad = list(rectangle(0.0, 0.0, 10.0, 10.0))
    quad[at] = quad[at - 1]
    with pytest.raises(QuadError, match="same"):
        checked(quad)


@pytest.mark.parametrize("at", range(4))
def test_a_corner_between_its_neighbours_stands_in_a_line(at):
    quad = list(rectangle(0.0, 0.0, 10.0, 10.0))
    before, after = quad[at - 1], quad[(at + 1) % 4]
    quad[at] = ((before[0] + after[0]) / 2, (before[1] + after[1]) / 2)
    with pytest.raises(QuadError, match="line"):
        checked(quad)
