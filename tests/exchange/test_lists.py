"""A list loses its bullets, and a text keeps every letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange.lists import is_list, lines


@pytest.mark.parametrize(
    "bullet", ["-", "*", "•", "–", "—", "+", "◦", "▪", "☐", "[ ]", "[x]", "- [ ]", "- [x]", "* [X]"]
)
def test_bullets_go(bullet):
    assert lines(f"{bullet} one\n{bullet} two\n") == ["one", "two"]


@pytest.mark.parametrize(
    "marks", [("1.", "2.", "3."), ("1)", "2)", "3)"), ("(1)", "(2)", "(3)"), ("a)", "b)", "c)"), ("1.", "1.", "1.")]
)
def test_numbers_and_letters_go(marks):
    assert lines("\n".join(f"{mark} text" for mark in marks)) == ["text"] * 3


@pytest.mark.parametrize("marks", [("i.", "ii.", "iii."), ("A)", "B)", "C)"), ("a.", "b.", "c."), ("9.", "10.", "11.")])
def test_so_do_other_ways_to_count(marks):
    assert lines("\n".join(f"{mark} text" for mark in marks)) == ["text"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "3.5 stars\n4.5 stars",
        "-5 °C outside\n-7 °C at night",
        "- 5 °C\n- 7 °C",
        "3. Oktober\n5. November",
        "3. floor",
        "A. Smith\nB. Jones",
        "e. g. this\nf. b. that",
        "well - so\n- he said\nand went",
        "*really* good\n*not* bad",
        "a.b\nb.c",
        "2) two things\n1) one thing",
    ],
)
def test_sentences_lose_nothing(text):
    assert lines(text) == text.split("\n")


def test_a_lonely_bullet_goes_but_a_lonely_number_stays():
    assert lines("• one") == ["one"]
    assert lines("- one") == ["one"]
    assert lines("- 5 %") == ["- 5 %"]
    assert lines("1. one") == ["1. one"]


def test_most_of_the_lines_are_enough():
    assert lines("Shopping:\n- milk\n- eggs") == ["Shopping:", "milk", "eggs"]
    assert lines("Shopping:\nTomorrow:\n- milk\n- eggs") == ["Shopping:", "Tomorrow:", "- milk", "- eggs"]


def test_another_sort_of_bullet_stays():
    assert lines("- one\n- two\n- three\n• four") == ["one", "two", "three", "• four"]


def test_nested_lists_are_lines_of_their_own():
    nested = "- one\n  - two\n    1. three\n    2. four\n  - five\n- six"
    assert lines(nested) == ["one", "two", "three", "four", "five", "six"]


def test_numbers_begin_anew_in_another_part():
    assert lines("1. one\n   a) two\n   b) three\n2. four\n   a) five") == ["one", "two", "three", "four", "five"]


def test_word_processors_put_tabs_behind_bullets():
    text = "1.\tone\n2.\ttwo\n\to\tthree"
    assert lines(text) == ["one", "two", "three"]
    assert is_list(text)


def test_a_table_is_no_list():
    assert not is_list("1.\tone\ta\n2.\ttwo\tb")
    assert not is_list("one\ttwo")
    assert not is_list("")


def test_empty_lines_and_bullets_are_left_out():
    assert lines("- one\n\n-\n- two\n   \n") == ["one", "two"]


def test_a_stray_tab_is_a_blank():
    assert lines("one\ttwo") == ["one two"]


@given(st.text(st.sampled_from("ab1.)-*• \t[]x\n")))
def test_letters_are_never_lost(text):
    """What goes is a mark and blanks at the beginning of a line."""
    shown = lines(text)
    whole = [" ".join(line.strip().split("\t")) for line in text.split("\n")]
    kept = iter(whole)
    assert all(any(line.endswith(one) for line in kept) for one in shown)


@given(st.lists(st.text(st.characters(categories=("L",)), min_size=1, max_size=9), min_size=1, max_size=9))
def test_a_list_of_words_is_these_words(words):
    assert lines("\n".join(f"• {word}" for word in words)) == words
