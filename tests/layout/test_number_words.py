"""Figures of metrics in words: huge, negative, tiny; readings without dates, out of order or all alike."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.document.cards import Measure, Reading
from desktop.document.project import Metric
from desktop.layout.interior import interior
from desktop.layout.measures import NARROW, NO_BREAK, chart_of, drift, history, last_reading, measure_text, number_text
from desktop.layout.numbers import Facts
from tests.grids import EM, card, composer

SET = composer()
NUMBERS = st.floats(-1e15, 1e15)


def metric(*values, dates=None, **fields):
    dates = dates or [f"20{number:02}-01" for number in range(10, 10 + len(values))]
    readings = tuple(Reading(date=date, value=value) for date, value in zip(dates, values, strict=True))
    return Metric(**{"id": "k", "name": "Waiting", "readings": readings, **fields})


def said(measure=None, of=None, text=""):
    return measure_text(card(1, "metric", text=text, measure=measure or Measure(metric="k")), of)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (-0.004, "0"),
        (0.005, "0.01"),
        (-5.5, "−5.5"),
        (1234.0, f"1{NARROW}234"),
        (-1e6, f"−1{NARROW}000{NARROW}000"),
        (999.996, f"1{NARROW}000"),
        (100.0, "100"),
        (1e15, NARROW.join(("1", *("000",) * 5))),
    ],
)
def test_a_number_is_short_and_has_a_true_minus(value, text):
    assert number_text(value) == text


@settings(max_examples=25)
@given(NUMBERS)
def test_a_number_can_be_read_back(value):
    text = number_text(value).replace(NARROW, "").replace("−", "-")
    assert float(text) == pytest.approx(value, rel=1e-12, abs=0.0051)
    assert re.fullmatch(r"-?\d+(\.\d{1,2})?", text)


@settings(max_examples=25)
@given(NUMBERS)
def test_thousands_stand_in_threes(value):
    whole = number_text(abs(value)).split(".")[0].split(NARROW)
    assert all(len(part) == 3 for part in whole[1:])
    assert 1 <= len(whole[0]) <= 3


def test_the_latest_date_speaks_wherever_it_stands():
    assert last_reading(metric(4.0, 9.0, 5.0, dates=["2024-01", "2026-01", "2025-01"])) == 9.0


def test_readings_without_dates_come_first():
    assert history(metric(4.0, 9.0, dates=["2024-01", ""])) == (9.0, 4.0)


def test_readings_of_one_date_keep_their_order():
    assert history(metric(4.0, 9.0, 1.0, dates=["2024"] * 3)) == (4.0, 9.0, 1.0)


@pytest.mark.parametrize(
    ("values", "way"), [((), ""), ((1.0,), ""), ((1.0, 2.0), "up"), ((2.0, -2.0), "down"), ((0.0, -0.0), "flat")]
)
def test_the_drift_is_that_of_the_last_two(values, way):
    assert drift(metric(*values)) == way


def test_no_metric_has_no_history():
    assert history(None) == ()
    assert drift(None) == ""


@pytest.mark.parametrize(
    ("form", "chart"), [("", "line"), ("line", "line"), ("bar", "bar"), ("number", ""), ("pie", "line")]
)
def test_what_is_drawn_of_readings(form, chart):
    assert chart_of(Measure(metric="k", chart=form), metric(1.0, 2.0)) == chart
    assert chart_of(Measure(metric="k", chart=form), metric(1.0)) == ""


def test_a_number_shows_value_unit_and_way():
    text = said(Measure(metric="k", chart="number"), metric(3.0, -1250.5, unit="€"))
    assert text == f"Waiting −1{NARROW}250.5{NO_BREAK}€{NO_BREAK}↓"


def test_a_metric_without_readings_has_its_name_alone():
    assert said(of=metric()) == "Waiting"


def test_a_metric_without_anything_is_empty():
    assert said(Measure()) == ""


def test_a_value_that_the_text_says_is_not_said_again():
    assert said(Measure(value=12.0, unit="min"), text="12 min at the bar") == "12 min at the bar"


def test_an_arrow_that_the_text_shows_is_not_shown_again():
    assert said(Measure(trend="up"), text="Waiting ↑") == "Waiting ↑"


def test_a_trend_of_a_newer_version_has_no_arrow():
    assert said(Measure(trend="sideways"), text="Waiting") == "Waiting"


def test_the_cards_own_unit_goes_before_the_metrics():
    assert said(Measure(metric="k", unit="s"), metric(3.0, unit="min")).endswith(f"3{NO_BREAK}s")


@settings(max_examples=25)
@given(st.lists(NUMBERS, max_size=5), st.sampled_from(("", "min", "Kilometer")), st.floats(4.0, 20.0))
def test_every_metric_stands_within_its_card(values, unit, ems):
    of = metric(*values, unit=unit)
    inside = interior(card(1, "metric", text="", measure=Measure(metric="k")), ems * EM, Facts(0, of), SET)
    assert all(mark.rect.bottom <= inside.height + 1e-6 and mark.rect.x >= -1e-6 for mark in inside.marks)
    assert all(text.bottom <= inside.height + 1e-6 for text in inside.texts)
