import pytest

from desktop.document.cards import Measure, Reading
from desktop.document.project import Metric
from desktop.layout.measures import history, last_reading, measure_text, number_text
from tests.grids import card

READINGS = (Reading(date="2026-09", value=4.2), Reading(date="2026-10", value=4.3), Reading(date="2026-05", value=4.0))
CSAT = Metric(id="csat", name="CSAT", unit="of 5", readings=READINGS)


def metric_card(text="", **measure):
    return card(1, "metric", text=text, measure=Measure(**measure))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (4.7, "4.7"),
        (38.0, "38"),
        (-0.5, "−0.5"),
        (3400.0, "3\u202f400"),
        (0.005, "0.01"),
        (-0.001, "0"),
        (1e6, "1\u202f000\u202f000"),
    ],
)
def test_numbers(value, text):
    assert number_text(value) == text


def test_the_cards_own_text_stands_alone():
    assert measure_text(metric_card("CSAT 4.7"), None) == "CSAT 4.7"


def test_a_value_that_the_text_does_not_say_is_added():
    assert measure_text(metric_card("CSAT", value=4.7, unit="of 5"), None) == "CSAT 4.7\u00a0of 5"


def test_a_value_that_the_text_says_is_not_repeated():
    assert measure_text(metric_card("CSAT 4.7", value=4.7), None) == "CSAT 4.7"


def test_the_arrow_never_stands_alone_on_a_line():
    assert measure_text(metric_card("Abandoned 38 %", trend="up"), None) == "Abandoned 38 %\u00a0↑"
    assert measure_text(metric_card("Abandoned ↑", trend="up"), None) == "Abandoned ↑"


def test_without_a_text_the_metric_speaks():
    assert measure_text(metric_card(metric="csat"), CSAT) == "CSAT 4.3\u00a0of 5"
    assert measure_text(metric_card(name="Minutes to pay", value=11.0), None) == "Minutes to pay 11"


def test_nothing_known_is_an_empty_text():
    assert measure_text(metric_card(), None) == ""
    assert measure_text(card(1, "metric", text=""), None) == ""


def test_the_latest_reading_is_the_one_of_the_latest_date():
    assert last_reading(CSAT) == 4.3


def test_history_runs_through_time():
    assert history(CSAT) == (4.0, 4.2, 4.3)


def test_one_reading_makes_no_line():
    assert history(None) == ()
    assert history(Metric(id="m", readings=READINGS[:1])) == ()
