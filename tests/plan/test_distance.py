"""Reading distances agree with the standards' figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.plan.distance import COMFORTABLE, LEGIBLE, grade, needed, reach

INTER, NOTO = 0.728, 0.714
"""Height of a capital per em."""

sizes, distances, ratios = st.floats(1, 500), st.floats(0.1, 30), st.floats(0.5, 0.9)


@pytest.mark.parametrize(
    ("distance", "least", "good"),
    [(0.4, 7.3, 9.1), (0.6, 10.9, 13.6), (1.0, 18.1, 22.7), (2.0, 36.3, 45.3), (3.0, 54.4, 68.0)],
)
def test_sizes_are_those_of_iso_9241_for_inter(distance, least, good):
    assert needed(distance, INTER, LEGIBLE) == pytest.approx(least, abs=0.06)
    assert needed(distance, INTER, COMFORTABLE) == pytest.approx(good, abs=0.06)


def test_the_aviation_rule_of_a_two_hundredth_lies_between():
    """A capital of a two hundredth of the distance subtends 17.2 minutes."""
    assert needed(1.0, INTER, 17.19) == pytest.approx(1000 / 200 / INTER * 72 / 25.4, rel=1e-3)
    assert needed(1.0, INTER, LEGIBLE) < 19.5 < needed(1.0, INTER, COMFORTABLE)


@given(sizes, ratios, st.sampled_from((LEGIBLE, COMFORTABLE)))
def test_the_two_are_inverse(size, ratio, minutes):
    assert needed(reach(size, ratio, minutes), ratio, minutes) == pytest.approx(size)


@given(sizes, ratios)
def test_twice_the_type_reaches_twice_as_far(size, ratio):
    assert reach(2 * size, ratio) == pytest.approx(2 * reach(size, ratio))


def test_lower_capitals_do_not_reach_as_far():
    assert reach(20, NOTO) < reach(20, INTER)


@pytest.mark.parametrize(
    ("size", "word"), [(18.0, "illegible"), (18.3, "legible"), (22.6, "legible"), (22.8, "comfortable")]
)
def test_type_is_graded_for_a_metre(size, word):
    assert grade(size, 1.0, INTER) == word


@given(sizes, distances, ratios)
def test_a_grade_never_falls_when_one_comes_nearer(size, distance, ratio):
    grades = ("illegible", "legible", "comfortable")
    assert grades.index(grade(size, distance, ratio)) <= grades.index(grade(size, distance * 0.9, ratio))
