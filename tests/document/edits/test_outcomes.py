"""What came of a test of variants stands on the card of its experiment."""

import pytest

from desktop.document.cards import Evidence, Experiment, Outcome
from desktop.document.edits.cards import edit_cards
from desktop.document.edits.outcomes import set_outcomes
from desktop.document.errors import EditError
from desktop.document.locate import card_at

OUTCOMES = (Outcome(variant="A", visitors=812, conversions=503), Outcome(variant="B", visitors=798, conversions=622))


def card(project):
    return card_at(project.maps[0], "a1").card


def test_outcomes_stand_in_place_of_those_before(project):
    once = set_outcomes(project, "visit", "a1", OUTCOMES[:1], "2026-03-05")
    assert card(set_outcomes(once, "visit", "a1", OUTCOMES)).experiment.outcomes == OUTCOMES


def test_variants_are_named_and_what_was_said_stays(project):
    told = edit_cards(project, "visit", ("a1",), experiment=Experiment(hypothesis="B is better", metric="bookings"))
    made = card(set_outcomes(told, "visit", "a1", OUTCOMES)).experiment
    assert (made.variants, made.hypothesis, made.metric) == (("A", "B"), "B is better", "bookings")


def test_the_card_counts_as_measured(project):
    told = edit_cards(project, "visit", ("a1",), evidence=Evidence(source="the site"))
    made = card(set_outcomes(told, "visit", "a1", OUTCOMES, "2026-03-05")).evidence
    assert made == Evidence(state="measurement", source="the site", date="2026-03-05", people=1610)


def test_the_same_outcomes_again_change_nothing(project):
    once = set_outcomes(project, "visit", "a1", OUTCOMES, "2026-03-05")
    assert set_outcomes(once, "visit", "a1", list(OUTCOMES), "2026-04-05") is once


def test_a_card_that_is_not_there(project):
    with pytest.raises(EditError, match="missing"):
        set_outcomes(project, "visit", "nobody", OUTCOMES)


def result_after(project, before, **told):
    written = edit_cards(project, "visit", ("a1",), experiment=Experiment(result=before))
    return card(set_outcomes(written, "visit", "a1", OUTCOMES, **told)).experiment.result


@pytest.mark.parametrize("before", ["", "  ", "A is better."])
def test_what_they_come_to_is_the_result_where_nobody_wrote_one(project, before):
    assert result_after(project, before, said="B is better.", former={"A is better."}) == "B is better."


def test_a_result_that_somebody_wrote_stays(project):
    assert result_after(project, "Do it!", said="B is better.", former={"A is better."}) == "Do it!"


def test_a_result_that_says_nothing_any_more_goes(project):
    assert result_after(project, "A is better.", said="", former={"A is better."}) == ""
