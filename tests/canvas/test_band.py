"""The rubber band, and the clicks that aim the dashed slot, with real mouse events."""

import pytest
from points import cell, lane_of, marker_of, middle
from PySide6.QtCore import QPoint, Qt

from desktop.canvas.band import spot_after

SHIFT = Qt.KeyboardModifier.ShiftModifier


def step(canvas, number):
    return canvas.scene.layout.columns[number].step.id


def test_a_click_into_an_empty_cell_aims_there(hand, canvas):
    hand.click(cell(canvas, "touchpoints", 3))
    target = canvas.desk.target
    assert (target.lane, target.step) == (lane_of(canvas, "touchpoints"), step(canvas, 3))


def test_a_click_between_two_cards_aims_between_them(hand, canvas):
    first, second = hand.card("Word of mouth"), hand.card("Friend’s post")
    rect = canvas.scene.hits.rect(first)
    hand.click(hand.point(rect.x + 40, rect.bottom + 3))
    assert (canvas.desk.target.after, canvas.desk.target.before) == (first, second)


@pytest.mark.parametrize(("text", "below"), [("Word of mouth", "Friend’s post"), ("Friend’s post", "")])
def test_a_click_on_a_card_aims_under_it(hand, canvas, text, below):
    hand.click(hand.on(text))
    target = canvas.desk.target
    assert (target.after, target.before) == (hand.card(text), hand.card(below) if below else "")
    assert canvas.desk.selected == hand.cards(text)


def test_under_a_card_that_is_gone_is_nowhere(canvas):
    assert spot_after(canvas.scene, "gone") is None


def test_a_click_beside_the_cells_leaves_the_slot_where_it_is(hand, canvas):
    hand.click(cell(canvas, "touchpoints", 3))
    target = canvas.desk.target
    hand.click(QPoint(10, 10))
    assert canvas.desk.target == target


def test_a_band_does_not_aim(hand, canvas):
    hand.drag(cell(canvas, "touchpoints", 3), hand.on("Review site"))
    assert canvas.desk.target is None
    assert hand.cards("Review site") <= canvas.desk.selected


def test_a_twitch_is_a_click(hand, canvas):
    at = cell(canvas, "touchpoints", 3)
    hand.drag(at, at + QPoint(1, 1))
    assert canvas.desk.target is not None


def test_a_band_takes_markers_too(hand, canvas):
    canvas.scroll_to(0, 330)
    marker = middle(canvas, marker_of(canvas, 3))
    hand.drag(marker - QPoint(40, 40), marker + QPoint(5, 5))
    assert canvas.desk.selected == {marker_of(canvas, 3)}


def test_a_band_with_shift_keeps_headers(hand, canvas):
    canvas.desk.select([step(canvas, 0)])
    hand.press(cell(canvas, "touchpoints", 3), SHIFT)
    hand.move(hand.on("Review site"))
    hand.release(SHIFT)
    assert canvas.desk.selected == {step(canvas, 0), *hand.cards("Review site", "Menu page", "Booking form")}


def test_a_click_with_shift_keeps_the_selection(hand, canvas):
    canvas.desk.select(hand.cards("Review site"))
    hand.click(cell(canvas, "touchpoints", 3), SHIFT)
    assert canvas.desk.selected == hand.cards("Review site")
