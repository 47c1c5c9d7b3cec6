"""Peak, valley and end of every curve."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.layout.turning import point_names, turning_points
from desktop.resources import words
from tests.emotion_lanes import marker

STEPS = [f"d{number}" for number in range(6)]


def points(*values, persona="maya", steps=STEPS):
    markers = [marker(step, value, persona, id=f"e{step}") for step, value in enumerate(values) if value is not None]
    return turning_points(markers, steps)


def test_the_highest_the_lowest_and_the_last_are_points():
    assert points(0.5, 1.8, -1.5, 0.0) == {"e1": ("peak",), "e2": ("valley",), "e3": ("end",)}


def test_one_marker_may_be_two_points():
    assert points(0.0, 1.0, -2.0) == {"e1": ("peak",), "e2": ("valley", "end")}


def test_of_equal_ones_the_first_counts():
    assert points(1.0, 1.0, -1.0, -1.0, 0.0) == {"e0": ("peak",), "e2": ("valley",), "e4": ("end",)}


def test_a_flat_curve_only_ends():
    assert points(1.0, 1.0, 1.0) == {"e2": ("end",)}


@pytest.mark.parametrize("values", [(), (1.0,), (1.0, -1.0)])
def test_too_few_markers_have_no_shape(values):
    assert points(*values) == {}


def test_steps_that_are_not_shown_do_not_count():
    assert points(2.0, 0.0, 1.0, -1.0, steps=STEPS[1:]) == {"e2": ("peak",), "e3": ("valley", "end")}


def test_the_order_of_the_columns_decides_what_is_the_end():
    assert points(0.0, 1.0, -1.0, steps=STEPS[::-1])["e0"] == ("end",)


def test_every_persona_has_points_of_her_own():
    markers = [marker(step, value, who) for who in ("maya", "ana") for step, value in enumerate((0.0, 1.0, -1.0))]
    assert len(turning_points(markers, STEPS)) == 4


@given(st.lists(st.integers(-20, 20), min_size=3, max_size=6))
def test_nothing_is_above_the_peak_or_below_the_valley(tenths):
    values = [tenth / 10 for tenth in tenths]
    named = {name: values[int(one[1:])] for one, names in points(*values).items() for name in names}
    assert named["end"] == values[-1]
    assert named.get("peak", max(values)) == max(values)
    assert named.get("valley", min(values)) == min(values)


def test_points_are_named_with_their_values():
    markers = [marker(step, value, id=f"e{step}") for step, value in enumerate((0.0, 1.8, -2.0))]
    names = point_names(turning_points(markers, STEPS), markers, words("en"))
    assert names == {"e1": "peak\u00a0+1.8", "e2": "valley, end\u00a0−2"}


def test_names_are_of_the_projects_language():
    markers = [marker(step, value, id=f"e{step}") for step, value in enumerate((0.0, 1.5, -1.0))]
    assert point_names({"e1": ("peak",)}, markers, words("de")) == {"e1": "Höhepunkt\u00a0+1,5"}
