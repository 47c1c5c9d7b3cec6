"""Words of headings that are too long for a line are parted with a hyphen."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.layout.hyphens import HYPHEN, LEAST, hyphenated, syllables
from tests.grids import EM, composer

SET = composer()


def parted(text, ems, role="lane"):
    """The lines of a heading, without the blanks at their ends."""
    shown = hyphenated(text, role, ems * EM, SET)
    ends = [0, *SET.ends(shown, role, ems * EM), len(shown)]
    return [shown[start:end].rstrip() for start, end in pairwise(ends)]


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("Schmerzpunkte", "Schmerz-punk-te"),
        ("Berührungspunkte", "Be-rüh-rungs-punk-te"),
        ("Opportunities", "Op-por-tu-ni-ties"),
        ("Zucker", "Zu-cker"),
        ("Waschmaschine", "Wasch-ma-schi-ne"),
        ("Боль", "Боль"),
        ("as", "as"),
        ("Strümpfe", "Strümp-fe"),
    ],
)
def test_syllables_begin_with_a_consonant(word, told):
    edges = [0, *syllables(word), len(word)]
    assert HYPHEN.join(word[start:end] for start, end in pairwise(edges)) == told


def test_a_word_that_is_too_long_is_parted_at_a_syllable():
    wide = SET.width("Schmerzpunk-", "lane") / EM
    assert parted("Schmerzpunkte", wide) == ["Schmerzpunk-", "te"]


def test_the_narrower_the_earlier():
    wide = SET.width("Schmerzpun", "lane") / EM
    assert parted("Schmerzpunkte", wide) == ["Schmerz-", "punkte"]


def test_a_word_may_be_parted_more_than_once():
    lines = parted("Kundenzufriedenheitsmessungen", SET.width("Kundenzuf", "lane") / EM)
    assert len(lines) > 2
    assert all(line.endswith(HYPHEN) for line in lines[:-1])
    assert "".join(line.rstrip(HYPHEN) for line in lines) == "Kundenzufriedenheitsmessungen"


def test_words_that_fit_stay_as_they_are():
    text = "Pain points and what hurts"
    assert hyphenated(text, "lane", SET.width("Pain points", "lane"), SET) is text


def test_between_words_no_hyphen_is_needed():
    wide = SET.width("Schmerzpunk-", "lane") / EM
    assert parted("Alle Schmerzpunkte", wide) == ["Alle", "Schmerzpunk-", "te"]


def test_a_hyphen_that_is_there_is_enough():
    wide = SET.width("Touchpoint-", "lane") / EM
    assert parted("Touchpoint-Liste", wide) == ["Touchpoint-", "Liste"]


def test_a_word_without_a_syllable_is_parted_all_the_same():
    lines = parted("Pfffffffffft", SET.width("Pffffff", "lane") / EM)
    assert lines[0].endswith(HYPHEN)
    assert len(lines[-1]) >= LEAST


@pytest.mark.parametrize("text", ["触点触点触点触点触点", "ความเจ็บปวด", "12345678901234567890"])
def test_other_scripts_and_numbers_get_no_hyphen(text):
    assert hyphenated(text, "lane", 3 * EM, SET) == text


def test_where_there_is_no_room_for_a_hyphen_there_is_none():
    assert hyphenated("Schmerzpunkte", "lane", 0.1 * EM, SET) == "Schmerzpunkte"


@settings(max_examples=25, deadline=None)
@given(st.text("abeimnorst äü-", max_size=30), st.floats(2, 12))
def test_hyphens_are_all_that_is_added(text, ems):
    shown = hyphenated(text, "lane", ems * EM, SET)
    assert shown.replace(HYPHEN, "") == text.replace(HYPHEN, "")


@settings(max_examples=25, deadline=None)
@given(st.text("abeimnorst ", max_size=30), st.floats(4, 12))
def test_no_line_breaks_within_a_word_any_more(text, ems):
    shown = hyphenated(text, "lane", ems * EM, SET)
    ends = SET.ends(shown, "lane", ems * EM)
    assert all(shown[end - 1] in f" {HYPHEN}" for end in ends)
