"""Markers stand at their steps and move apart sideways; their heights stay true."""

from itertools import combinations, pairwise
from math import hypot

import pytest
from hypothesis import given

from desktop.layout.spread import Chart, mark_radius, spread
from tests.emotion_lanes import CROWD, LEFT, STYLE, columns, crowded, marker

ZERO, UNIT = 110.0, 42.0


def placed(*markers, across=None):
    series = {persona.id: number for number, persona in enumerate(CROWD)}
    return spread(markers, across or columns(3), Chart(series, ZERO, UNIT), STYLE)


def gap(a, b):
    """Between the rims of two marks."""
    return hypot(a.x - b.x, a.y - b.y) - mark_radius(a.series, STYLE) - mark_radius(b.series, STYLE)


def test_a_marker_stands_in_the_middle_of_its_column_at_its_value():
    (place,) = placed(marker(1, -1.5))
    assert (place.x, place.y) == (LEFT + 118 * 1.5, ZERO + 1.5 * UNIT)


def test_markers_come_from_left_to_right():
    places = placed(marker(2, 1.0), marker(0, 0.5), marker(1, -2.0))
    assert [place.marker.step for place in places] == ["d0", "d1", "d2"]


def test_several_markers_of_one_persona_share_a_column_evenly_in_their_order():
    places = placed(marker(0, 1.0, rank="T"), marker(0, -1.0, rank="G"))
    assert [place.marker.value for place in places] == [-1.0, 1.0]
    assert [place.x for place in places] == pytest.approx([LEFT + 118 / 3, LEFT + 118 * 2 / 3])


def test_a_marker_of_a_step_that_is_not_shown_is_left_out():
    assert placed(marker(7, 1.0)) == ()


def test_far_values_of_two_personas_stand_above_each_other():
    first, second = placed(marker(0, 1.0), marker(0, -1.0, "ana"))
    assert first.x == second.x == LEFT + 59


def test_of_two_that_would_touch_the_first_persona_stays_and_the_second_moves_right():
    first, second = placed(marker(0, 1.0), marker(0, 1.1, "ana"))
    assert first.x == LEFT + 59
    assert second.x > first.x
    assert gap(first, second) == pytest.approx(0.12 * STYLE.text)


def test_the_third_persona_moves_left():
    left, middle, right = placed(marker(0, 1.0), marker(0, 1.0, "ana"), marker(0, 1.0, "paolo"))
    assert [place.series for place in (left, middle, right)] == [2, 0, 1]
    assert middle.x == LEFT + 59


def test_heights_stay_true_when_markers_move():
    assert [place.y for place in placed(marker(0, 1.0), marker(0, 1.2, "ana"))] == [ZERO - UNIT, ZERO - 1.2 * UNIT]


def test_a_row_at_the_edge_of_its_column_is_moved_inside():
    across = columns(1, 60.0)
    places = placed(marker(0, 1.0), marker(0, 1.0, "ana"), across=across)
    assert all(place.x - mark_radius(place.series, STYLE) >= LEFT for place in places)
    assert all(place.x + mark_radius(place.series, STYLE) <= LEFT + 60 for place in places)


def test_markers_share_a_column_that_is_too_narrow_for_them():
    places = placed(*(marker(0, 1.0, persona.id) for persona in CROWD), across=columns(1, 20.0))
    assert [place.series for place in places] == [2, 0, 1]
    assert all(LEFT < place.x < LEFT + 20 for place in places)


def test_many_markers_of_one_persona_keep_their_order_in_a_narrow_column():
    places = placed(*(marker(0, value / 10, rank=f"{value + 30}") for value in range(-20, 20)), across=columns(1, 30.0))
    assert all(a.x < b.x for a, b in pairwise(places))
    assert [place.marker.value for place in places] == [value / 10 for value in range(-20, 20)]


@given(crowded())
def test_marks_never_touch_where_the_column_has_room_for_them(drawn):
    steps, markers = drawn
    for a, b in combinations(placed(*markers, across=columns(steps)), 2):
        assert gap(a, b) > 0


@given(crowded())
def test_each_persona_runs_from_left_to_right(drawn):
    steps, markers = drawn
    places = placed(*markers, across=columns(steps, 31.0))
    for series in range(len(CROWD)):
        xs = [place.x for place in places if place.series == series]
        assert all(a < b for a, b in pairwise(xs))
