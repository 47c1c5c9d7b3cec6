"""Ctrl and Shift add by a click, but a drag with them takes only what it is about."""

import pytest
from PySide6.QtCore import Qt

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def texts(canvas):
    return [place.card.text for row in canvas.scene.layout.rows for place in row.content.cards]


def drag(hand, start, goal, keys):
    hand.press(start, keys)
    hand.move(goal)
    hand.release(keys)


def test_ctrl_copies_only_the_card_that_is_dragged(hand, canvas, session):
    hand.click(hand.on("Friend’s post"))
    drag(hand, hand.on("Search result"), hand.on("Menu page"), CTRL)
    assert [texts(canvas).count(each) for each in ("Search result", "Friend’s post")] == [2, 1]
    assert session.undoable.label == "Copy touchpoint"


def test_shift_takes_only_the_card_that_is_dragged(hand, canvas):
    home = hand.step("Friend’s post")
    hand.click(hand.on("Friend’s post"))
    drag(hand, hand.on("Search result"), hand.on("“Is it worth"), SHIFT)
    assert hand.lane("Search result") == "thoughts"
    assert (hand.lane("Friend’s post"), hand.step("Friend’s post")) == ("touchpoints", home)


def test_cards_that_are_selected_go_along(hand, canvas):
    canvas.desk.select(hand.cards("Friend’s post", "Search result"))
    drag(hand, hand.on("Search result"), hand.on("Menu page"), CTRL)
    assert [texts(canvas).count(each) for each in ("Search result", "Friend’s post")] == [2, 2]


@pytest.mark.parametrize("keys", [CTRL, SHIFT])
def test_a_press_adds_nothing_yet(hand, canvas, keys):
    hand.click(hand.on("Friend’s post"))
    hand.press(hand.on("Search result"), keys)
    assert canvas.desk.selected == hand.cards("Friend’s post")
    hand.release(keys)
    assert canvas.desk.selected == hand.cards("Friend’s post", "Search result")


def test_where_an_edge_is_pressed_the_next_thing_lands(hand, canvas):
    hand.click(hand.on("Friend’s post"))
    hand.click(hand.on("Search result", 0.99))
    assert canvas.desk.target.after == hand.card("Search result")
