"""Scores, counts and days in the ways people write them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange.celldates import ORDERS, order_of, when
from desktop.exchange.cellvalues import count_of, is_nothing, score_of

SCORES = {
    "4": 4.0, "4.5": 4.5, "4,5": 4.5, " 4": 4.0, "-2": -2.0, "−1": -1.0, "–1": -1.0, "+2": 2.0, "4/5": 4.0,
    "4 / 5": 4.0, "4 of 5": 4.0, "8 out of 10": 8.0, "8 von 10": 8.0, "80 %": 80.0, "80%": 80.0, "3 stars": 3.0,
    "1 star": 1.0, "3 Sterne": 3.0, "7 points": 7.0, "4 – satisfied": 4.0, "4 - satisfied": 4.0, "4: good": 4.0,
    "(4)": 4.0, "4 (good)": 4.0, "5. excellent": 5.0, "★★★": 3.0, "★★★☆☆": 3.0, "⭐⭐": 2.0, "★½": 1.5, "☆☆☆": 0.0,
    "***": 3.0,
}  # fmt: skip
NO_SCORES = ("good", "two", "4 5", "12:30", "1.2.3", "a4", "4a", "2026-03-05", "", "--", "x ★")

COUNTS = {"1200": 1200, "1,200": 1200, "1.200": 1200, "1 200": 1200, "1’200": 1200, "1,234,567": 1234567, "3.0": 3}
NO_COUNTS = ("", "1.5", "-3", "1,23", "many", "12 %", "1,2000")

DAYS = {
    "2026-03-05": "2026-03-05", "2026/3/5": "2026-03-05", "2026.03.05": "2026-03-05", "20260305": "2026-03-05",
    "05.03.2026": "2026-03-05", "5.3.26": "2026-03-05", "5. 3. 2026": "2026-03-05", "5/3/2026": "2026-03-05",
    "5 March 2026": "2026-03-05", "March 5, 2026": "2026-03-05", "Mar 5th, 2026": "2026-03-05",
    "5. März 2026": "2026-03-05", "Donnerstag, 5. März 2026": "2026-03-05", "05-Mar-26": "2026-03-05",
    "46086": "2026-03-05", "46086.5": "2026-03-05", "1772668800": "2026-03-05", "1772668800000": "2026-03-05",
    "2026-03": "2026-03", "03/2026": "2026-03", "March 2026": "2026-03", "2026": "2026", "Q1 2026": "2026-01",
    "2026-Q3": "2026-07", "2026-W10": "2026-03-02", "KW 10 2026": "2026-03-02",
    "2026-03-05T14:05:00Z": "2026-03-05", "2026-03-05 14:05:07.123": "2026-03-05",
}  # fmt: skip
NO_DAYS = ("", "soon", "2026-13-01", "31.02.2026", "5 Smarch 2026", "99999999", "0", "12", "2026-W60", "1.2", "3/4")

MOMENTS = {
    "2026-03-05 14:05": "14:05", "2026-03-05T14:05:00Z": "14:05", "2026-03-05 14:05:07": "14:05:07",
    "3/5/2026 2:05 PM": "14:05", "3/5/2026 12:05 AM": "00:05", "05.03.2026 14.05": "14:05", "46086.25": "06:00",
    "5 March 2026, 14:05": "14:05", "1772668800": "00:00", "2026-03-05": "",
}  # fmt: skip


@pytest.mark.parametrize(("text", "score"), SCORES.items())
def test_a_score(text, score):
    assert score_of(text) == score


@pytest.mark.parametrize("text", NO_SCORES)
def test_no_score(text):
    assert score_of(text) is None


@given(st.floats(-1e6, 1e6).map(lambda score: round(score, 3)))
def test_a_score_with_a_comma_is_one_with_a_point(score):
    assert score_of(f"{score:.3f}".replace(".", ",")) == score_of(f"{score:.3f}") == pytest.approx(score)


@pytest.mark.parametrize(("text", "count"), COUNTS.items())
def test_a_count(text, count):
    assert count_of(text) == count


@pytest.mark.parametrize("text", NO_COUNTS)
def test_no_count(text):
    assert count_of(text) is None


@pytest.mark.parametrize("text", ["", "n/a", "N/A", "-", "k.A.", "keine Angabe", "Don't know", "NULL"])
def test_nobody_answered(text):
    assert is_nothing(text)


def test_nothing_much_is_an_answer():
    assert not is_nothing("nothing much")
    assert not is_nothing("0")


@pytest.mark.parametrize(("text", "day"), DAYS.items())
def test_a_day(text, day):
    assert when(text).date == day


@pytest.mark.parametrize("text", NO_DAYS)
def test_no_day(text):
    assert when(text) is None


@pytest.mark.parametrize(("text", "moment"), MOMENTS.items())
def test_the_time_of_day_tells_rows_apart(text, moment):
    assert when(text, "mdy" if "M" in text else "dmy").moment == moment


@given(st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)), st.sampled_from(ORDERS))
def test_every_day_is_read_as_it_was_written(day, order):
    told = f"{day:%d/%m/%Y}" if order == "dmy" else f"{day:%m/%d/%Y}"
    assert when(told, order).date == when(day.isoformat()).date == day.isoformat()


def test_which_number_is_the_day():
    assert order_of(["3/4/2026", "3/25/2026"]) == "mdy"
    assert order_of(["3/4/2026", "25/3/2026"]) == "dmy"
    assert order_of(["3/4/2026 2:05 PM"]) == "mdy"
    assert order_of(["3/4/2026"]) == order_of([]) == "dmy"
