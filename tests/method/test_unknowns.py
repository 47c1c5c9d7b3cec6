"""What to find out next: what costs most if it is wrong and is known least comes first."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.document.base import changed
from desktop.document.cards import Evidence, Marker, Pain, Promise
from desktop.document.journey import Link
from desktop.document.project import Join, Persona, Survey
from desktop.method.unknowns import MOST_PAIN, WEIGHT, unknowns
from tests.grids import card, lane, project

KNOWN = Evidence(state="research")


def pain(number, severity=0, frequency=0, state="", **fields):
    graded = Pain(severity=severity, frequency=frequency) if severity else None
    proof = Evidence(state=state) if state else None
    return card(number, "pain", pain=graded, evidence=proof, text=f"Pain {number}", **fields)


def felt(number, value, **fields):
    return Marker(id=f"e{number}", step="d0", value=value, persona="maya", **fields)


def found(*lanes, links=(), **fields):
    whole = changed(project(*lanes, links=links, **fields), personas=(Persona(id="maya", name="Maya"),))
    return unknowns(whole, whole.maps[0])


def codes(*lanes, **fields):
    return [(one.code, one.things[0]) for one in found(*lanes, **fields) if one.code != "stage"]


def answered(*cards, joined):
    survey = Survey(id="s", joins=tuple(Join(name=f"name {thing}", thing=thing) for thing in joined))
    whole = changed(project(lane(*cards), steps=(2, 3)), surveys=(survey,))
    return [one for one in unknowns(whole, whole.maps[0]) if one.code == "answered"]


def test_what_has_answers_is_easily_known_and_comes_first_all_at_once():
    cards = card(1, "touchpoint", text="Site"), card(2, "touchpoint"), card(3, "touchpoint", text="Table")
    (one,) = answered(*cards, pain(4, 5, 5), joined=("c1", "c3", "", "elsewhere"))
    assert (one.things, one.text, one.numbers) == (("c1", "c3"), "Site · Table", {"count": 2})
    assert one.score == max(WEIGHT.values())


def test_of_many_with_answers_the_first_from_left_to_right_are_named():
    cards = [card(number, "touchpoint", text=f"T{number}", step=5 - number) for number in range(1, 6)]
    (one,) = answered(*cards, joined=tuple(each.id for each in cards))
    assert one.things == ("c5", "c4", "c3", "c2", "c1")
    assert one.text == "T5 · T4 · T3 · +2"


@pytest.mark.parametrize("state", ["assumption", "anecdote", "research", "measurement"])
def test_whoever_has_said_where_it_comes_from_is_not_asked_again(state):
    assert answered(card(1, "touchpoint", evidence=Evidence(state=state)), joined=("c1",)) == []


def test_of_notes_and_ideas_no_evidence_is_asked_for():
    assert answered(card(1, "opportunity"), card(2, "note"), joined=("c1", "c2")) == []


def test_the_worst_pain_point_that_is_assumed_comes_first():
    assert codes(lane(pain(1, 2, 2), pain(2, 5, 5), pain(3, 4, 3))) == [("pain", "c2"), ("pain", "c3"), ("pain", "c1")]


def test_a_pain_point_nobody_judged_counts_as_a_usual_one():
    (one,) = [each for each in found(lane(pain(1))) if each.code == "pain_open"]
    assert (one.score, one.numbers) == (9 / MOST_PAIN, {})


def test_of_a_pain_point_judged_by_half_no_figure_is_made_up():
    (one,) = [each for each in found(lane(pain(1, severity=5))) if each.code == "pain_open"]
    assert (one.score, one.numbers) == (15 / MOST_PAIN, {})


@pytest.mark.parametrize("state", ["research", "measurement"])
def test_what_is_known_need_not_be_found_out(state):
    assert codes(lane(pain(1, 5, 5, state))) == []


def test_one_persons_word_is_more_than_none():
    assert codes(lane(pain(1, 5, 5, "anecdote"), pain(2, 5, 5, "assumption"))) == [("pain", "c2"), ("pain", "c1")]


def test_moments_of_truth_are_looked_into():
    starred = card(1, "touchpoint", starred=True)
    assert codes(lane(starred), lane(kind="emotions", markers=(felt(1, 0.4, starred=True),))) == [
        ("moment", "c1"),
        ("moment", "e1"),
    ]


def test_a_moment_of_truth_is_told_of_once():
    assert codes(lane(kind="emotions", markers=(felt(1, 2.0, starred=True),))) == [("moment", "e1")]


def test_strong_feelings_that_were_imagined_are_asked_about():
    markers = (felt(1, -1.8, label="forgotten"), felt(2, 0.9), felt(3, 1.6, evidence=KNOWN))
    (one, *_) = found(lane(kind="emotions", markers=markers))
    assert (one.code, one.things, one.text) == ("feeling", ("e1",), "Maya: forgotten −1.8")


def test_a_promising_opportunity_stands_on_its_pain_points():
    idea = card(9, "opportunity", promise=Promise(impact=5), text="No card")
    link = Link(id="k", kind="answers", source="c9", target="c1")
    (one,) = [each for each in found(lane(pain(1, 1, 1), idea), links=(link,)) if each.code == "promise"]
    assert (one.things, one.text, one.numbers) == (("c9", "c1"), "No card", {"count": 1})


@pytest.mark.parametrize(("impact", "state"), [(3, ""), (5, "research")])
def test_a_small_promise_and_a_proven_pain_point_need_no_finding_out(impact, state):
    idea = card(9, "opportunity", promise=Promise(impact=impact))
    link = Link(id="k", kind="answers", source="c9", target="c1")
    assert "promise" not in {one.code for one in found(lane(pain(1, 1, 1, state), idea), links=(link,))}


def test_a_stage_of_guesses_is_named():
    lanes = lane(card(1, step=0, evidence=KNOWN), card(2, step=2), card(3, step=3))
    (one,) = found(lanes)
    assert (one.code, one.things, one.text, one.numbers) == ("stage", ("s1",), "Stage 1", {"count": 2})


def test_cells_that_were_not_asked_about_are_counted():
    (one,) = found(lane(card(1, step=0, last=1, evidence=KNOWN), empty="?"))
    assert (one.code, one.things, one.numbers) == ("unasked", ("l-actions",), {"count": 2})
    assert one.score == WEIGHT["unasked"] / 2


def test_cells_in_which_nothing_is_are_no_question():
    assert found(lane(card(1, evidence=KNOWN), empty="–")) == []


def test_hidden_lanes_raise_no_questions():
    assert found(lane(pain(1, 5, 5), hidden=True)) == []


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5), st.sampled_from(["", "anecdote", "research"]))))
@settings(max_examples=25)
def test_scores_fall_and_stay_within_bounds(graded):
    scores = [one.score for one in found(lane(*(pain(number, *one) for number, one in enumerate(graded))))]
    assert scores == sorted(scores, reverse=True)
    assert all(0.0 < score <= 1.0 for score in scores)
