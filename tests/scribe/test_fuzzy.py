"""Letters that name something."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.scribe.fuzzy import folded, ranked, score

STEPS = ["Hears about it", "Looks it up", "Compares", "Books a table", "Finds the place", "Is welcomed"]


def test_letters_that_are_not_there_match_nothing() -> None:
    assert score("xyz", "Books a table") == 0.0


def test_letters_in_another_order_match_nothing() -> None:
    assert score("koob", "Books a table") == 0.0


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("Book", "Book a table"),
        ("Book a table", "A book"),
        ("A book", "Overbooked"),
        ("Overbooked", "Bloom, rack"),
        ("A book", "Another handbook and a book"),
    ],
)
def test_what_is_meant_is_better(better: str, worse: str) -> None:
    assert score("book", better) > score("book", worse) > 0


def test_case_and_accents_do_not_matter() -> None:
    assert score("cafe", "Café") == score("CAFÉ", "cafe") > 0


def test_special_letters_are_found_by_plain_ones() -> None:
    assert score("strasse", "Straße") == score("strasse", "Strasse")
    assert score("oeuvre", "Œuvre") == score("oeuvre", "Oeuvre")
    assert score("smorrebrod", "Smørrebrød") == score("smorrebrod", "Smorrebrod")


def test_first_letters_of_words_are_better_than_letters_inside() -> None:
    assert score("bt", "Books a table") > score("bt", "Obtains")


def test_letters_in_a_row_are_better_than_letters_apart() -> None:
    assert score("cmpr", "Compares") < score("comps", "Compares")


def test_ranked_has_the_best_first() -> None:
    assert ranked("is", STEPS, str) == ["Is welcomed", "Finds the place"]


def test_ranked_keeps_the_order_of_equals() -> None:
    assert ranked("a", ["ab", "ac", "ad"], str) == ["ab", "ac", "ad"]


def test_nothing_asked_is_all_in_order() -> None:
    assert ranked(" ", STEPS, str) == STEPS


def test_folding_leaves_single_blanks() -> None:
    assert folded("  Zürich \t  HB ") == "zurich hb"


@given(st.text(min_size=1), st.text())
def test_what_a_text_holds_is_always_found(part: str, rest: str) -> None:
    assert score(part, rest + part) > 0


@given(st.text())
def test_nothing_beats_the_text_itself(text: str) -> None:
    assert score(text, text) >= score(text, text + "x")
