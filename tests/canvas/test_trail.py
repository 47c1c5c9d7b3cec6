"""Steps of writing: what is one, and that they lead back and forth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.canvas.trail import Trail


def typed(trail, text, letters):
    """Letters typed one after the other at the end; the text then."""
    for letter in letters:
        text += letter
        trail.note(text, len(text))
    return text


def test_a_word_is_one_step():
    trail = Trail("")
    typed(trail, "", "one two")
    assert [trail.back().text, trail.back().text, trail.back().text] == ["one ", "", ""]


def test_what_is_taken_back_can_be_taken_again():
    trail = Trail("")
    typed(trail, "", "one two")
    trail.back()
    assert trail.left
    assert trail.forth().text == "one two"
    assert trail.forth().text == "one two"
    assert not trail.left


def test_something_else_takes_the_place_of_what_was_taken_back():
    trail = Trail("")
    typed(trail, "", "one two")
    trail.back()
    trail.note("one three", 9)
    assert not trail.left
    assert trail.back().text == "one "


@pytest.mark.parametrize(("text", "caret"), [("x", 1), ("oneone", 6), ("xone", 1), ("", 0), ("on", 2)])
def test_all_else_is_a_step_of_its_own(text, caret):
    trail = Trail("one")
    trail.note(text, caret)
    trail.note(text + "yz", caret + 2)
    assert trail.back() == (text, caret)
    assert trail.back() == ("one", 3)
    assert not trail.begun


def test_the_same_text_is_no_step():
    trail = Trail("one")
    trail.note("one", 0)
    assert not trail.begun


def test_typing_after_going_back_is_a_new_step():
    trail = Trail("")
    text = typed(trail, "", "one")
    trail.back()
    trail.forth()
    typed(trail, text, "s")
    assert trail.back().text == "one"


def test_a_letter_elsewhere_does_not_go_on():
    trail = Trail("")
    typed(trail, "", "one")
    trail.note("xone", 1)
    assert trail.back().text == "one"


@given(st.lists(st.text("ab ", max_size=4)))
def test_all_the_way_back_is_the_beginning_and_forth_the_end(texts):
    trail = Trail("begin")
    for text in texts:
        trail.note(text, len(text))
    while trail.begun:
        trail.back()
    assert trail.back().text == "begin"
    while trail.left:
        trail.forth()
    assert trail.forth().text == (texts[-1] if texts else "begin")
