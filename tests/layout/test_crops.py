"""A frame shows the middle of a picture, undistorted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.document.cards import Picture
from desktop.layout.crops import filled, shape

CROPS = st.tuples(st.floats(0, 0.45), st.floats(0, 0.45), st.floats(0.55, 1), st.floats(0.55, 1))


def picture(aspect=2.0, crop=(0.0, 0.0, 1.0, 1.0)):
    return Picture(asset="a" * 64, aspect=aspect, crop=crop)


def test_a_wide_picture_loses_its_sides():
    assert filled(picture(2.0), 1.0) == pytest.approx((0.25, 0.0, 0.75, 1.0))


def test_a_tall_picture_loses_top_and_bottom():
    assert filled(picture(0.5), 1.0) == pytest.approx((0.0, 0.25, 1.0, 0.75))


def test_a_part_has_its_own_shape():
    assert shape(picture(2.0, (0.0, 0.0, 0.5, 1.0))) == pytest.approx(1.0)


@given(st.floats(0.2, 5), CROPS, st.floats(0.2, 5))
def test_what_fills_a_frame_has_its_shape_and_lies_within_the_part(aspect, crop, frame):
    shown = filled(picture(aspect, crop), frame)
    left, top, right, bottom = shown
    assert aspect * (right - left) / (bottom - top) == pytest.approx(frame)
    assert crop[0] <= left + 1e-9
    assert crop[1] <= top + 1e-9
    assert right <= crop[2] + 1e-9
    assert bottom <= crop[3] + 1e-9
    assert right - left == pytest.approx(crop[2] - crop[0]) or bottom - top == pytest.approx(crop[3] - crop[1])
