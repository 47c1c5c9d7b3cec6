"""Dates in words, as exact as they are known."""

import pytest

from desktop import resources
from desktop.layout.dates import worded

WORDS = resources.words("en")


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2026-11-22", "22 November 2026"),
        ("2027-03-01", "1 March 2027"),
        ("2026-05", "May 2026"),
        ("2026", "2026"),
        ("", ""),
        ("2026-13-01", "2026-13-01"),
        ("2026-00", "2026-00"),
    ],
)
def test_a_date_is_worded_as_far_as_it_is_known(date, words):
    assert worded(date, WORDS) == words


@pytest.mark.parametrize(
    ("date", "near", "words"),
    [
        ("2026-12-15", "2026-11-22", "15 December"),
        ("2027-01-02", "2026-11-22", "2 January 2027"),
        ("2026-12", "2026-11-22", "December 2026"),
        ("2026-12-15", "2026", "15 December"),
        ("2026-12-15", "", "15 December 2026"),
    ],
)
def test_the_year_is_left_out_of_a_day_in_the_same_year(date, near, words):
    assert worded(date, WORDS, near) == words


def test_the_catalogue_knows_every_month():
    assert all(WORDS(f"month.{number}") != f"month.{number}" for number in range(1, 13))


def test_the_order_of_day_and_month_is_the_languages():
    other = {"date.day": "{year}. {month} {day}.", "month.11": "november"}
    assert worded("2026-11-22", lambda code: other[code]) == "2026. november 22."
