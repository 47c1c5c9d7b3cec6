"""Answers and called values become feelings at steps."""

from statistics import fmean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.method.feelings import (
    MOST,
    Values,
    aggregated,
    answered,
    computed,
    read_values,
    scores_at,
    usual_mapping,
    written,
)
from desktop.method.scores import Felt
from desktop.method.sieve import Sieve
from tests.answering import asked, kept_outside, survey

FIVE = {"1": -2.0, "2": -1.0, "3": 0.0, "4": 1.0, "5": 2.0}
feelings = st.integers(-20, 20).map(lambda tenths: tenths / 10)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("", ()),
        ("2 1 −1 0", (2, 1, -1, 0)),
        ("2;1; -1", (2, 1, -1)),
        ("0,5 1.5", (0.5, 1.5)),
        ("2, 1, -1", (2, 1, -1)),
        ("+1 –2", (1, -2)),
        ("1x3 0×2 -1*1", (1, 1, 1, 0, 0, -1)),
        ("  1\t2\n", (1, 2)),
    ],
)
def test_values_are_read_as_people_write_them(text, values):
    assert read_values(text) == Values(values)


@pytest.mark.parametrize("word", ["x", "3", "-2.1", "1x", "--1", "nan", "1e1", "²", "2,1"])
def test_a_word_that_is_no_feeling_is_named(word):
    assert read_values(f"1 {word} 0").wrong == word
    assert read_values(f"1 {word} 0").felt is None


def test_so_many_values_are_not_believed():
    assert read_values("1x999").wrong == ""
    assert read_values("1x999 1x2").wrong == "1x2"
    assert len(read_values("1x999 1").values) == MOST


@given(st.lists(feelings, max_size=30))
def test_what_was_written_is_read_again(values):
    assert read_values(written(values)).values == tuple(values)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text):
    read = read_values(text)
    assert read.values == () or read.wrong == ""
    assert all(-2 <= value <= 2 for value in read.values)


@given(st.lists(feelings, min_size=2, max_size=40))
def test_values_come_to_their_mean_and_deviation(values):
    felt = aggregated(values)
    assert felt.value == pytest.approx(fmean(values), abs=0.0501)
    assert felt.spread == pytest.approx(stdev(values), abs=1e-9)
    assert felt.people == len(values)


@given(st.lists(feelings, min_size=1, max_size=20), st.randoms())
def test_who_speaks_first_does_not_matter(values, chance):
    other = list(values)
    chance.shuffle(other)
    assert aggregated(other) == aggregated(values)


def test_nobody_feels_nothing():
    assert aggregated([]) is None


def test_one_voice_has_no_spread():
    assert aggregated([1.5]) == Felt(1.5, 1, 0.0)


def test_the_mapping_of_a_scale_is_linear():
    assert usual_mapping(survey()) == FIVE


def test_a_scale_without_steps_has_points_to_bend():
    assert usual_mapping(survey(scale="0-100")) == {"0": -2, "25": -1, "50": 0, "75": 1, "100": 2}


def test_a_scale_that_nobody_named_is_guessed_from_the_scores():
    assert usual_mapping(survey(("Doing", 7), ("Doing", 1), scale="")).keys() == {str(n) for n in range(1, 8)}


def test_scores_on_no_scale_go_from_the_least_to_the_greatest():
    assert usual_mapping(survey(("Doing", -40), ("Doing", 260), scale="own")) == {"-40": -2, "260": 2}
    assert usual_mapping(survey(scale="own"))


def journey(*surveys):
    whole = asked(*surveys)
    return whole.maps[0]


def test_scores_stand_at_the_steps_of_what_they_are_about():
    one = survey(("Doing", 5), ("Doing", 5), ("Doing", 2), ("Weather", 1), ("Unheard", 1))
    assert scores_at(one, journey(one)) == {"d0": {5: 2, 2: 1}}


def test_what_covers_several_steps_is_felt_at_the_middle():
    one = survey(("Meal", 4))
    assert scores_at(one, journey(one)) == {"d1": {4: 1}}


def test_a_stage_speaks_only_where_none_of_its_steps_does():
    one = survey(("Second", 4), ("Second", 2))
    assert scores_at(one, journey(one)) == {"d2": {4: 1, 2: 1}}
    own = survey(("Second", 4), ("Late", 1), joins=(*survey().joins, one.joins[0].model_copy(update=LATE)))
    assert scores_at(own, journey(own)) == {"d2": {1: 1}}


LATE = {"name": "Late", "thing": "c4"}


def test_an_answer_without_a_score_counts_for_nothing():
    one = survey(("Doing", None))
    assert scores_at(one, journey(one)) == {}
    assert answered(one) == 0


def test_figures_kept_outside_count_as_responses_do():
    inside = survey(("Doing", 5), ("Doing", 5), ("Meal", 1))
    outside = kept_outside(("Doing", "", "", {5.0: 2}), ("Meal", "", "", {1.0: 1}))
    assert scores_at(outside, journey(outside)) == scores_at(inside, journey(inside))
    assert answered(outside) == answered(inside) == 3


def test_only_what_passes_the_sieve_counts():
    one = kept_outside(("Doing", "new", "2026-05", {5.0: 2}), ("Doing", "old", "2026-06", {1.0: 1}))
    assert scores_at(one, journey(one), Sieve(segment="new")) == {"d0": {5: 2}}
    assert scores_at(one, journey(one), Sieve(since="2026-06")) == {"d0": {1: 1}}


def test_scores_become_feelings_through_the_mapping():
    assert computed({"d0": {5.0: 1, 3.0: 1}}, FIVE) == {"d0": Felt(1.0, 2, pytest.approx(2**0.5))}


def test_a_step_whose_scores_the_mapping_does_not_reach_is_left_out():
    assert computed({"d0": {9.0: 4}, "d1": {1.0: 1}}, FIVE).keys() == {"d1"}
