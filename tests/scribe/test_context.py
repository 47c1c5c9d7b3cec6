"""What names are short for."""

import pytest

from desktop.scribe.context import Context, Named, meant, no_cell, offered

STEPS = tuple(
    Named(str(at), name)
    for at, name in enumerate(("Hears about it", "Books a table", "Waits", "Check-in", "Wartet in Köln"))
)


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("he", "0"),
        ("hi", "0"),
        ("about", "0"),
        ("booktab", "1"),
        ("wai", "2"),
        ("checkin", "3"),
        ("check-in", "3"),
        ("koln", "4"),
        ("wköln", "4"),
    ],
)
def test_beginnings_of_words_in_their_order_name_a_step(query, key):
    found = meant(query, STEPS)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize("query", ["", "h", "ears", "tablebooks", "10", "ooks", "waitss", "-wa", "wa,", "w.a"])
def test_other_letters_name_nothing(query):
    assert meant(query, STEPS) is None


def test_a_name_of_one_letter_is_named_by_it():
    assert meant("x", (Named("1", "X"),)) == Named("1", "X")


def test_the_likelier_name_is_meant():
    assert meant("wait", (Named("1", "Cannot wait"), Named("2", "Waits"))) == Named("2", "Waits")


def test_of_two_alike_the_first_is_meant():
    assert meant("wait", (Named("1", "Waits"), Named("2", "Waits"))) == Named("1", "Waits")


def test_another_word_names_it_when_it_is_whole():
    lane = Named("1", "Was sie stört", "pains")
    assert meant("pains", (lane,)) == lane
    assert meant("pain", (lane,)) is None


def test_what_is_meant_is_offered_first():
    assert [one.key for one in offered("wa", STEPS)][:2] == ["2", "4"]


def test_letters_in_their_order_are_offered_without_being_meant():
    assert [one.name for one in offered("ooks", STEPS)] == ["Books a table"]


def test_nothing_typed_offers_all_in_order():
    assert offered("", STEPS) == list(STEPS)


def test_a_bare_context_knows_no_cells():
    assert Context().cell("A1") is None
    assert no_cell("A1") is None
