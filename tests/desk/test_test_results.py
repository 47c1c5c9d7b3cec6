"""Results of tests on a desk: on the card of their experiment, and in plain sentences."""

from functools import partial

import pytest

from desks import desk_on
from desktop import resources
from desktop.desk.testresults import TestResults, figure, outcomes_of, sentences
from desktop.document.base import changed
from desktop.document.cards import Outcome
from desktop.document.edits.facets import edit_facet
from desktop.document.locate import cards_of
from grids import card, lane, project

CLEAR = (
    Outcome(variant="old form", visitors=812, conversions=503),
    Outcome(variant="new form", visitors=798, conversions=622),
)
OPEN = (Outcome(variant="A", visitors=40, conversions=20), Outcome(variant="B", visitors=40, conversions=22))
EN, DE = resources.words("en"), resources.words("de")


@pytest.fixture
def desk():
    trials = lane(
        card(1, "experiment", text="Waiting time told"),
        card(2, "experiment", text="A new booking form"),
        kind="experiments",
    )
    return desk_on(project(lane(card(3), kind="actions"), trials))


@pytest.fixture
def results(desk):
    return TestResults(desk, lambda: "2026-11-23")


def experiment(desk, card_id):
    return next(each for each in cards_of(desk.journey) if each.id == card_id)


def test_the_experiment_that_is_called_so_comes_first(results):
    assert [each.id for each in results.likely(CLEAR, "restaurant")] == ["c2", "c1"]


def test_the_selected_experiment_comes_before_that(desk, results):
    desk.select(("c1",))
    assert [each.id for each in results.likely(CLEAR, "form")] == ["c1", "c2"]


def test_results_stand_on_the_card(desk, results):
    assert results.take_in(CLEAR, "c2", "table")
    found = experiment(desk, "c2")
    assert found.experiment.outcomes == CLEAR
    assert found.experiment.variants == ("old form", "new form")
    assert (found.evidence.state, found.evidence.date, found.evidence.people) == ("measurement", "2026-11-23", 1610)
    assert desk.selected == {"c2"}


def test_they_are_one_step(desk, results):
    before = desk.project
    results.take_in(CLEAR, "", "Form")
    desk.undo()
    assert desk.project == before


def test_the_same_again_changes_nothing(desk, results):
    heard = []
    results.take_in(CLEAR, "c2", "table")
    desk.said.connect(heard.append)
    once = desk.project
    assert not results.take_in(CLEAR, "c2", "table")
    assert desk.project is once
    assert heard == ["Nothing new: these results were there already."]


def test_what_they_say_is_the_result_of_the_experiment(desk, results):
    results.take_in(CLEAR, "c2", "table")
    assert experiment(desk, "c2").experiment.result == " ".join(sentences(CLEAR, EN))
    desk.undo()
    assert experiment(desk, "c2").experiment is None


def test_new_results_say_something_else(desk, results):
    results.take_in(OPEN, "c2", "table")
    results.take_in(CLEAR, "c2", "table")
    assert experiment(desk, "c2").experiment.result == " ".join(sentences(CLEAR, EN))


def test_what_somebody_wrote_as_the_result_stays(desk, results):
    results.take_in(OPEN, "c2", "table")
    desk.attempt("Write", partial(edit_facet, map_id="m", ids=("c2",), path="experiment.result", value="Ask again."))
    results.take_in(CLEAR, "c2", "table")
    assert experiment(desk, "c2").experiment.result == "Ask again."
    assert experiment(desk, "c2").experiment.outcomes == CLEAR


def test_it_is_kept_in_the_language_of_the_project(desk, results):
    results.take_in(OPEN, "c2", "table")
    desk.attempt("Speak German", lambda whole: changed(whole, language="de"))
    results.take_in(CLEAR, "c2", "table")
    assert experiment(desk, "c2").experiment.result == " ".join(sentences(CLEAR, DE))


def test_a_result_that_was_taken_away_comes_back_with_the_table(desk, results):
    results.take_in(CLEAR, "c2", "table")
    desk.attempt("Empty", partial(edit_facet, map_id="m", ids=("c2",), path="experiment.result", value=""))
    assert results.take_in(CLEAR, "c2", "table")
    assert experiment(desk, "c2").experiment.result == " ".join(sentences(CLEAR, EN))


def test_a_new_card_stands_among_the_experiments(desk, results):
    results.take_in(CLEAR, "", "Form of the website")
    (made,) = desk.chosen.cards
    assert (made.kind, made.text) == ("experiment", "Form of the website")
    assert made.id in {each.id for each in desk.journey.lanes[1].cards}


def test_a_card_that_is_gone_takes_nothing(desk, results):
    before = desk.project
    assert not results.take_in(CLEAR, "c9", "table")
    assert desk.project is before


def test_what_is_told_of_all_experiments(results):
    assert results.told == []
    results.take_in(CLEAR, "c2", "table")
    ((found, said),) = results.told
    assert found.id == "c2"
    assert said == sentences(CLEAR, EN)


def test_a_clear_result_in_one_sentence():
    (said,) = sentences(CLEAR, EN)
    assert said.startswith("“new form” does better than “old form”: 77.9 % instead of 61.9 %.")


def test_a_result_by_chance_says_so():
    (said,) = sentences(OPEN, EN)
    assert said.startswith("Not decided:")


def test_figures_stand_as_the_language_has_them():
    (said,) = sentences(CLEAR, DE)
    assert "77,9 %" in said
    assert "77.9" not in said


def test_one_variant_says_nothing():
    assert sentences(CLEAR[:1], EN) == []


def test_of_three_variants_two_are_compared_with_the_first():
    assert len(sentences((*CLEAR, OPEN[0]), EN)) == 2


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [(3.0, 1, "3"), (3.25, 1, "3.2"), (-12.4, 0, "−12"), (1610, 1, "1\u202f610"), (0.5, 2, "0.5"), (-0.5, 1, "−0.5")],
)
def test_figures(value, places, text):
    assert figure(value, EN, places) == text


def test_a_card_without_results_has_none(desk):
    assert outcomes_of(experiment(desk, "c1")) == ()
