"""Words in texts: case, accents, whole words, and what stands there instead."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.scribe.seek import Manner, folded, replaced, spans

LOOSE, STRICT = Manner(accents=False), Manner(case=True, accents=True, words=True)


def found(query, text, manner=LOOSE):
    """The pieces of the text."""
    return [text[start:end] for start, end in spans(folded(query, manner), text, manner)]


@pytest.mark.parametrize(
    ("query", "text", "pieces"),
    [
        ("table", "Table, TABLE, tables", ["Table", "TABLE", "table"]),
        ("cafe", "Café, CAFE", ["Café", "CAFE"]),
        ("CAFÉ", "Cafe\N{COMBINING ACUTE ACCENT}s", ["Cafe\N{COMBINING ACUTE ACCENT}"]),
        ("strasse", "Straße STRASSE", ["Straße", "STRASSE"]),
        ("ΟΔΟΣ", "οδος", ["οδος"]),
        ("aa", "aaaa", ["aa", "aa"]),
        ("é", "Bééne", ["é", "é", "e"]),
        ("…", "Soon … later…", ["…", "…"]),
        ("", "all", []),
    ],
)
def test_found_loosely(query, text, pieces):
    assert found(query, text) == pieces


def test_accents_that_count():
    assert found("cafe", "Café Cafe", Manner(accents=True)) == ["Cafe"]
    assert found("café", "Café Cafe", Manner(accents=True)) == ["Café"]


def test_composed_and_decomposed_are_the_same_in_any_manner():
    decomposed = unicodedata.normalize("NFD", "Café")
    assert found("Café", decomposed, Manner(case=True, accents=True)) == [decomposed]


def test_case_that_counts():
    assert found("Table", "table Table", Manner(case=True)) == ["Table"]


def test_whole_words():
    assert found("table", "table tables timetable (table)", Manner(words=True)) == ["table", "table"]
    assert found("%", "38 %", Manner(words=True)) == ["%"]


def test_half_a_letter_is_not_found():
    assert found("s", "ß") == []
    assert found("e", "e\N{COMBINING ACUTE ACCENT}", Manner(accents=True)) == []


def test_all_strict_at_once():
    assert found("Café", "Café café Cafés Cafe", STRICT) == ["Café"]


def test_other_words_in_their_places():
    text = "Straße und STRASSE"
    assert replaced(text, spans("strasse", text, LOOSE), "Weg") == "Weg und Weg"


@given(st.text(max_size=20), st.text(min_size=1, max_size=3))
def test_places_follow_each_other_and_hold_what_was_asked(text, query):
    places = spans(folded(query, LOOSE), text, LOOSE)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))
    assert all(folded(text[start:end], LOOSE) == folded(query, LOOSE) for start, end in places)


@given(st.text(max_size=20), st.text(min_size=1, max_size=3))
def test_what_is_replaced_by_itself_says_the_same(text, query):
    places = spans(folded(query, Manner(case=True)), text, Manner(case=True))
    assert unicodedata.normalize("NFC", replaced(text, places, query)) == unicodedata.normalize("NFC", text)


@given(st.text(max_size=30), st.text(max_size=30))
def test_what_stands_before_and_behind_is_found(before, behind):
    assert "Ωx9" in found("ωx9", f"{before} Ωx9 {behind}", Manner(words=True))
