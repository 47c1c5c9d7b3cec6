"""How narrow a step may be."""

import pytest

from desktop.document.cards import Measure
from desktop.document.project import Metric
from desktop.layout.fitting import MOST_LINES, NARROWEST, WIDEST, fitting_width
from desktop.layout.interior import interior
from desktop.layout.numbers import NOTHING
from grids import card, composer, lane, project

COMPOSER = composer()
LONG = " ".join(["guests wait for their menus"] * 12)


def fitting(*cards, step="d0", metrics=(), **fields):
    journey = project(lane(*cards), **fields).maps[0]
    return fitting_width(journey, step, {metric.id: metric for metric in metrics}, COMPOSER)


def lines(text, width):
    """The lines of an action's text in a column of a relative width."""
    space = COMPOSER.style.space
    inside = interior(card(1, text=text), width * space["column"] - 2 * space["gutter"], NOTHING, COMPOSER)
    return inside.texts[0].lines


def test_an_empty_step_is_as_narrow_as_can_be():
    assert fitting() == NARROWEST


def test_the_longest_word_decides():
    wide = fitting(card(1, text="Reservierungsbestätigung lesen"))
    assert NARROWEST < wide < WIDEST
    assert lines("Reservierungsbestätigung", wide) == 1
    assert lines("Reservierungsbestätigung", wide - 0.05) > 1


def test_a_long_text_has_at_most_so_many_lines():
    wide = fitting(card(1, text=LONG))
    assert lines(LONG, wide) <= MOST_LINES or wide == WIDEST
    assert lines(LONG, wide - 0.05) > MOST_LINES


def test_an_endless_text_does_not_widen_it_for_ever():
    assert fitting(card(1, text=LONG * 20)) == WIDEST


def test_a_title_counts():
    titled = project(lane()).maps[0]
    stages = [
        stage.model_copy(update={"steps": tuple(s.model_copy(update={"title": "Unterhaltungen"}) for s in stage.steps)})
        for stage in titled.stages
    ]
    assert fitting(stages=tuple(stages)) > fitting()


def test_cards_that_span_and_cards_of_other_steps_do_not_count():
    assert fitting(card(1, text=LONG, last=1), card(2, text=LONG, step=2)) == NARROWEST


def test_how_wide_it_is_now_does_not_matter():
    text = card(1, text="Reservierungsbestätigung lesen")
    journey = project(lane(text)).maps[0]
    wider = tuple(
        stage.model_copy(update={"steps": tuple(s.model_copy(update={"width": 2.0}) for s in stage.steps)})
        for stage in journey.stages
    )
    assert fitting(text, stages=wider) == fitting(text)


def test_a_hidden_lane_does_not_count():
    journey = project(lane(card(1, text=LONG), hidden=True)).maps[0]
    assert fitting_width(journey, "d0", {}, COMPOSER) == NARROWEST


def test_a_metric_counts_with_its_words():
    metric = Metric(id="k", name="Weiterempfehlungsrate")
    wide = fitting(card(1, "metric", text="", measure=Measure(metric="k")), metrics=[metric])
    assert wide > NARROWEST


@pytest.mark.parametrize("text", ["Asks", LONG, "Reservierungsbestätigung"])
def test_it_is_a_round_number(text):
    wide = fitting(card(1, text=text))
    assert round(wide / 0.05, 6) == round(wide / 0.05)
