"""What px of a screen come to at the back of a room."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.plan.distance import COMFORTABLE, LEGIBLE
from desktop.plan.projection import Projection, px_per_unit, read_from, type_px

CAP = 0.728
ROOMS = st.builds(Projection, st.floats(0.5, 10), st.floats(1, 40))


def test_the_usual_room():
    assert Projection() == Projection(2.0, 6.0)


def test_a_capital_subtends_the_angle_of_the_rule():
    px = type_px(Projection(2.0, 6.0), 1920, CAP) * CAP
    millimetres = px * 2000 / 1920
    assert 2 * math.degrees(math.atan(millimetres / 2 / 6000)) * 60 == pytest.approx(LEGIBLE)


def test_for_two_metres_seen_from_six_type_has_37_px():
    assert type_px(Projection(2.0, 6.0), 1920, CAP) == pytest.approx(36.8, abs=0.1)


def test_comfort_asks_for_more():
    room = Projection()
    assert type_px(room, 1920, CAP, COMFORTABLE) == pytest.approx(type_px(room, 1920, CAP) * 20 / 16, rel=1e-4)


@settings(max_examples=25)
@given(ROOMS, st.integers(640, 7680))
def test_twice_as_deep_asks_for_twice_the_type(room, pixels):
    deeper = Projection(room.width, room.depth * 2)
    assert type_px(deeper, pixels, CAP) == pytest.approx(2 * type_px(room, pixels, CAP))


@settings(max_examples=25)
@given(ROOMS, st.integers(640, 7680))
def test_twice_as_wide_asks_for_half_the_px(room, pixels):
    wider = Projection(room.width * 2, room.depth)
    assert type_px(wider, pixels, CAP) == pytest.approx(type_px(room, pixels, CAP) / 2)


@settings(max_examples=25)
@given(ROOMS, st.integers(640, 7680))
def test_what_is_large_enough_is_read_from_the_last_row(room, pixels):
    assert read_from(room, pixels, type_px(room, pixels, CAP), CAP) == pytest.approx(room.depth)


def test_the_scale_is_by_the_size_in_units():
    room = Projection()
    assert px_per_unit(room, 1920, 14.0, CAP) * 14 == pytest.approx(type_px(room, 1920, CAP))


def test_finer_screens_have_more_px_for_the_same():
    room = Projection()
    assert type_px(room, 3840, CAP) == pytest.approx(2 * type_px(room, 1920, CAP))


@pytest.mark.parametrize("width", [0.0, 0.1, 31.0, math.nan, math.inf])
def test_no_screen_is_so_wide(width):
    with pytest.raises(ValueError, match="no room"):
        Projection(width, 6.0)


@pytest.mark.parametrize("depth", [-1.0, 0.0, 101.0, math.nan])
def test_no_room_is_so_deep(depth):
    with pytest.raises(ValueError, match="no room"):
        Projection(2.0, depth)
