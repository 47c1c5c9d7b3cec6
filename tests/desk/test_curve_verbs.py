"""Curves from a survey and from a workshop, and the other map's curve, as verbs on the desk."""

import pytest

from desktop.desk.curve import CurveVerbs, Wish, source_of
from desktop.document.base import changed
from desktop.document.edits.maps import duplicate_map
from desktop.method.sieve import Sieve
from tests.answering import asked, survey
from tests.desks import desk_on, held, small_map

MOOD = "l-emotions"
FIVE = {"1": -2.0, "2": -1.0, "3": 0.0, "4": 1.0, "5": 2.0}
GUESTS = survey(("Doing", 5), ("Doing", 3), ("Meal", 1))


@pytest.fixture
def verbs():
    return CurveVerbs(desk_on(asked(GUESTS)))


def wish(**fields):
    return Wish(**{"lane": MOOD, "persona": "maya", "survey": "sv", "mapping": FIVE, **fields})


def at(verbs, step, persona="maya"):
    lane = next(each for each in verbs.desk.journey.lanes if each.id == MOOD)
    return next((one for one in lane.markers if one.step == step and one.persona == persona), None)


def said(verbs):
    sentences = []
    verbs.desk.said.connect(sentences.append)
    return sentences


def test_a_curve_is_computed_in_one_step(verbs):
    assert verbs.compute(wish())
    first, meal = at(verbs, "d0"), at(verbs, "d1")
    assert (first.id, first.value, first.computed.people, meal.value) == ("m1", 1.0, 2, -2.0)
    verbs.desk.undo()
    assert held(verbs.desk, "m1").computed is None
    assert at(verbs, "d1") is None


def test_it_says_at_how_many_steps_there_are_feelings_now(verbs):
    told = said(verbs)
    verbs.compute(wish())
    assert told == ["Feelings at 2 steps set"]
    verbs.gather(MOOD, "maya", {"d0": "1 2"}, "Workshop")
    assert told[-1] == "A feeling at one step set"


def test_a_computed_marker_says_from_where(verbs):
    verbs.compute(wish())
    one = at(verbs, "d0")
    assert one.computed.source == one.evidence.source == "Guests · How was it?"
    assert (one.computed.spread, one.computed.mapping) == (1.41, FIVE)
    assert (one.evidence.state, one.evidence.date, one.evidence.people) == ("research", "2026-05", 2)


def test_steps_nobody_spoke_of_stay_as_they_are(verbs):
    before = at(verbs, "d2", "ana")
    verbs.compute(wish(persona="ana"))
    assert at(verbs, "d2", "ana") is before


def test_the_outlook_tells_what_would_come_of_it_and_changes_nothing(verbs):
    rows = verbs.outlook(wish())
    assert [(row.step.id, row.marker.id if row.marker else "", row.felt.people if row.felt else 0) for row in rows] == [
        ("d0", "m1", 2),
        ("d1", "", 1),
        ("d2", "", 0),
        ("d3", "", 0),
    ]
    assert held(verbs.desk, "m1").computed is None


def test_the_sieve_chooses_whose_answers_count(verbs):
    assert not verbs.compute(wish(sieve=Sieve(segment="nobody")))
    assert verbs.desk.undo() is None


def test_a_survey_that_is_gone_computes_nothing(verbs):
    assert not verbs.compute(wish(survey="none"))
    assert [row.felt for row in verbs.outlook(wish(survey="none"))] == [None] * 4


def test_computing_again_changes_nothing(verbs):
    verbs.compute(wish())
    assert not verbs.compute(wish())


def test_another_mapping_gives_another_curve_and_is_kept_for_next_time(verbs):
    bent = FIVE | {"3": -1.0}
    assert verbs.mapping(GUESTS, MOOD, "maya") == FIVE
    verbs.compute(wish(mapping=bent))
    assert at(verbs, "d0").value == 0.5
    assert verbs.mapping(GUESTS, MOOD, "maya") == bent
    assert verbs.mapping(GUESTS, MOOD, "ana") == FIVE


@pytest.mark.parametrize("strange", [None, [], {"a": 1}, {"1": "x"}, {"1": 7}, {"values": [1]}, {"1": True}])
def test_a_mapping_that_the_file_has_wrongly_is_not_used(strange):
    whole = asked(GUESTS)
    verbs = CurveVerbs(desk_on(whole))
    verbs.compute(wish())
    marker = at(verbs, "d0")
    spoilt = changed(marker, computed=changed(marker.computed, mapping=strange))
    lane = next(each for each in verbs.desk.journey.lanes if each.id == MOOD)
    lanes = tuple(changed(each, markers=(spoilt,)) if each is lane else each for each in verbs.desk.journey.lanes)
    verbs.desk.edit("x", changed(verbs.desk.project, maps=(changed(verbs.desk.journey, lanes=lanes),)))
    assert verbs.mapping(GUESTS, MOOD, "maya") == FIVE


def test_only_surveys_with_scores_are_offered_the_latest_first():
    late, empty = survey(("Doing", 1), id="sv2", date="2026-06"), survey(("Doing", None), id="sv3")
    many = survey(("Doing", 1), ("Doing", 1), ("Doing", 1), ("Doing", 1), id="sv4")
    verbs = CurveVerbs(desk_on(asked(GUESTS, late, empty, many)))
    assert [each.id for each in verbs.surveys] == ["sv2", "sv4", "sv"]


def test_segments_are_those_of_the_survey(verbs):
    mixed = survey(responses=tuple(one.model_copy(update={"segment": "new"}) for one in GUESTS.responses))
    assert verbs.segments(mixed) == ["new"]
    assert verbs.segments(GUESTS) == []


def test_the_maps_persona_comes_first(verbs):
    assert [each.id for each in verbs.people] == ["maya", "ana"]


def test_locked_lanes_and_lanes_of_other_kinds_are_not_offered(verbs):
    assert [each.id for each in verbs.lanes] == [MOOD]


def test_a_source_is_no_longer_than_files_have_it():
    long = survey(title="t" * 400, question="q" * 400)
    assert len(source_of(long)) == 500
    assert source_of(survey(title="", question="")) == ""


def test_a_source_does_not_ask_twice():
    assert source_of(survey(title="Guests – How was it?")) == "Guests – How was it?"


def test_values_of_participants_become_markers(verbs):
    assert verbs.gather(MOOD, "maya", {"d0": "2 1 -1 0", "d1": "", "d3": "−2"}, "Workshop")
    first, last = at(verbs, "d0"), at(verbs, "d3")
    assert (first.value, first.computed.people, first.computed.spread) == (0.5, 4, 1.29)
    assert (last.value, last.computed.people, last.computed.spread) == (-2.0, 1, 0.0)
    assert at(verbs, "d1") is None
    assert first.computed.source == "Workshop"


def test_values_can_be_gone_on_with_later(verbs):
    verbs.gather(MOOD, "maya", {"d0": "2 1 −0,5"}, "Workshop")
    assert verbs.values(MOOD, "maya") == {"d0": "2 1 −0.5"}
    assert verbs.values(MOOD, "ana") == {}


def test_a_workshop_leaves_the_evidence_to_those_who_know_it(verbs):
    verbs.gather(MOOD, "maya", {"d0": "1 1"}, "Workshop")
    assert at(verbs, "d0").evidence is None


def test_a_word_that_is_no_feeling_changes_nothing(verbs):
    with pytest.raises(ValueError, match="x"):
        verbs.gather(MOOD, "maya", {"d0": "1", "d1": "x"}, "Workshop")
    assert at(verbs, "d0").computed is None


def test_nothing_given_is_no_step_of_undo(verbs):
    assert not verbs.gather(MOOD, "maya", {"d0": " "}, "Workshop")
    assert verbs.desk.undo() is None


def test_a_curve_may_be_nobodys_in_particular(verbs):
    verbs.gather(MOOD, "", {"d1": "1"}, "Workshop")
    assert at(verbs, "d1", "").value == 1.0


def derived():
    ids = iter(f"x{number}" for number in range(99))
    return duplicate_map(small_map(), "m", "Visit", new_id=lambda: next(ids), status="ideal")


def test_the_gap_is_shown_and_hidden_again_each_in_one_step():
    verbs = CurveVerbs(desk_on(derived()))
    told = said(verbs)
    verbs.show_gap(on=True)
    assert verbs.with_gap
    assert told == ["Behind the curves, where they differ: “Visit” (ideal)."]
    verbs.show_gap(on=False)
    assert (verbs.with_gap, verbs.desk.journey.shows) == (False, ())
    verbs.desk.undo()
    assert verbs.with_gap


def test_the_gap_leaves_what_else_is_shown():
    whole = derived()
    shown = changed(next(one for one in whole.maps if one.id == "m"), shows=("coverage",))
    verbs = CurveVerbs(desk_on(changed(whole, maps=tuple(shown if one.id == "m" else one for one in whole.maps))))
    verbs.desk.show_map("m")
    verbs.show_gap(on=True)
    assert verbs.desk.journey.shows == ("coverage", "gap")


def test_without_another_map_there_is_no_gap_to_show(verbs):
    told = said(verbs)
    verbs.show_gap(on=True)
    assert not verbs.with_gap
    assert told == ["There is no map to compare with. Make one with Maps › Duplicate as ideal journey."]
