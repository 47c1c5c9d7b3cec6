"""The canvas says where one is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible


def description(canvas):
    interface = QAccessible.queryAccessibleInterface(canvas)
    return interface.text(QAccessible.Text.Description)


def test_a_selected_card_is_described(hand, canvas):
    hand.click(hand.on("Search result"))
    assert description(canvas) == "Touchpoint: Search result, Web. Touchpoints, Discover, Looks it up"


def test_an_empty_cell_is_described(hand, canvas):
    hand.click(hand.on("Search result"))
    hand.key(Qt.Key.Key_Down)
    assert description(canvas) != ""
    before = description(canvas)
    hand.key(Qt.Key.Key_Right)
    assert description(canvas) != before


def test_undo_is_described_too(hand, canvas):
    hand.click(hand.on("Search result"))
    canvas.desk.select(())
    canvas.desk.aim(None)
    assert description(canvas) == ""


def test_the_canvas_has_a_name(canvas):
    assert QAccessible.queryAccessibleInterface(canvas).text(QAccessible.Text.Name) == "Map"
