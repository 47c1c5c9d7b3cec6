import pytest

from desktop.document.cards import Measure, Reading
from desktop.document.project import Metric
from desktop.layout.measures import CHARTS, chart_of, drift, history, last_reading, measure_text, number_text
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


@pytest.mark.parametrize(
    ("chart", "drawn"), [("", "line"), ("line", "line"), ("bar", "bar"), ("number", ""), ("?", "line")]
)
def test_what_is_drawn_of_readings(chart, drawn):
    assert chart_of(Measure(metric="csat", chart=chart), CSAT) == drawn


@pytest.mark.parametrize("chart", CHARTS)
def test_nothing_is_drawn_without_readings(chart):
    assert chart_of(Measure(chart=chart), None) == ""


def test_a_number_with_an_arrow_is_the_latest_reading_beside_the_words():
    assert (
        measure_text(metric_card("Guests say", metric="csat", chart="number"), CSAT)
        == "Guests say 4.3\u00a0of 5\u00a0↑"
    )


def test_the_arrow_that_somebody_chose_counts():
    assert measure_text(metric_card("CSAT", metric="csat", chart="number", trend="down"), CSAT).endswith("↓")


@pytest.mark.parametrize(
    ("values", "way"), [((1.0, 2.0), "up"), ((2.0, 1.0), "down"), ((1.0, 1.0), "flat"), ((1.0,), "")]
)
def test_where_the_last_reading_went(values, way):
    readings = tuple(Reading(date=f"2026-0{number}", value=value) for number, value in enumerate(values, 1))
    assert drift(Metric(id="m", readings=readings)) == way


def test_tenths_are_said_as_the_language_does_and_only_once():
    assert measure_text(metric_card("CSAT", value=4.7, unit="of 5.5"), None, ",") == "CSAT 4,7\u00a0of 5.5"
    for text in ("CSAT 4.7", "CSAT 4,7"):
        assert measure_text(metric_card(text, value=4.7), None, ",") == text
