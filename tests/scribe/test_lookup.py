"""Names found by a few letters, and which of their letters were meant."""

from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.scribe.lookup import ENOUGH, Block, best, find, matched, plain

NAMES = [
    "Books a table",
    "Booking form",
    "Table survey",
    "The last tram",
    "Crème brûlée",
    "A/B: two forms",
    "Straße",
    "",
]


def found(query, names=NAMES):
    return best(find(query, [Block((name, name) for name in names)]), 50)


def shown(query, text):
    """The text with its meant letters in capitals."""
    bold = matched(query, text)
    return "".join(letter.upper() if at in bold else letter for at, letter in enumerate(text.lower()))


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("book", "Booking form"),
        ("books a table", "Books a table"),
        ("table", "Table survey"),
        ("bt", "Books a table"),
        ("last", "The last tram"),
        ("creme", "Crème brûlée"),
        ("BRÛ", "Crème brûlée"),
        ("a b", "A/B: two forms"),
        ("strasse", "Straße"),
        ("tram the", "The last tram"),
        ("bkgfrm", "Booking form"),
        ("survey ta", "Table survey"),
    ],
)
def test_the_likeliest_comes_first(query, first):
    assert found(query)[0] == first


def test_a_whole_name_beats_its_beginning_and_that_the_beginning_of_a_word():
    assert found("form", ["Two forms", "Form B", "Form", "Uniform"]) == ["Form", "Form B", "Two forms", "Uniform"]


def test_of_two_alike_the_first_comes_first():
    assert found("soup", ["Soup A", "Soup B"]) == ["Soup A", "Soup B"]


def test_nothing_asked_finds_all_in_their_order():
    assert found("") == found("  …") == NAMES


@pytest.mark.parametrize("query", ["zzz", "tablet", "koob", "tzt"])
def test_what_has_other_letters_is_not_found(query):
    assert found(query) == []


def test_letters_far_apart_are_not_meant():
    assert found("bz", ["Bread and butter for the table of seventy zebras"]) == []


def test_scattered_letters_are_looked_for_only_where_little_is_found():
    many = [f"soup {number}" for number in range(ENOUGH)]
    blocks = [Block((name, name) for name in names) for names in (many, many[1:])]
    apart = Block([("so up", "so up")])
    assert [len(find("soup", [block, apart])) for block in blocks] == [ENOUGH, ENOUGH]


def test_the_best_are_as_many_as_wanted():
    assert len(best(find("soup", [Block((f"soup {at}", at) for at in range(9))]), 4)) == 4


@pytest.mark.parametrize(
    ("query", "text", "bold"),
    [
        ("book", "Booking form", "BOOKing form"),
        ("form", "Booking form", "booking FORM"),
        ("bt", "Books a table", "Books a Table"),
        ("table books", "Books a table", "BOOKS a TABLE"),
        ("creme", "Crème brûlée", "CRÈME brûlée"),
        ("oki", "Booking form", "boOKIng form"),
        ("bkg", "Booking", "BooKinG"),
        ("", "Booking", "booking"),
        ("xyz", "Booking", "booking"),
    ],
)
def test_the_letters_that_were_meant(query, text, bold):
    assert shown(query, text) == bold


def test_a_letter_that_becomes_two_is_meant_as_one():
    assert matched("ss", "Straße") == {4}


@given(st.text(max_size=12), st.text(max_size=30))
def test_what_is_found_has_all_the_letters_and_what_is_meant_is_in_the_text(query, text):
    meant = matched(query, text)
    assert all(0 <= at < len(text) for at in meant)
    if plain(query) != " " and found(query, [text]):
        assert meant


@given(st.text(ascii_lowercase + " éß“”", max_size=20))
def test_every_name_is_found_by_itself(text):
    assert found(text, [text, "other"])[0] == text
