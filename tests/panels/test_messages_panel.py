"""The messages of a window, by real keys and clicks."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.desk.arrange import Arrange
from desktop.panels.history import heading

KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def history(window):
    return window.workshop.history


def press(window, key, keys=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(window.focusWidget() or window, key, keys)


def sentences(history):
    return [history.panel.rows.index(row).data() for row in range(history.panel.rows.rowCount())]


def card(window):
    return next(card.id for lane in window.desk.journey.lanes for card in lane.cards)


def test_the_keys_open_and_close_it_escape_goes_back_to_the_map_and_long_messages_are_wrapped(window, history):
    press(window, Qt.Key.Key_H, KEYS)
    assert history.panel.list.hasFocus()
    press(window, Qt.Key.Key_H, KEYS)
    assert not history.panel.isVisible()
    assert window.canvas.hasFocus()
    press(window, Qt.Key.Key_H, KEYS)
    press(window, Qt.Key.Key_Escape)
    assert window.canvas.hasFocus()
    assert history.panel.isVisible()
    window.desk.said.emit("short")
    window.desk.said.emit("many words " * 30)
    QTest.qWait(0)
    rows = [history.panel.list.sizeHintForIndex(history.panel.rows.index(row)).height() for row in (0, 1)]
    assert rows[0] > 3 * rows[1]


def test_a_click_on_the_status_bar_opens_what_was_said_the_latest_first_and_leaves_the_chosen_message(window, history):
    window.desk.said.emit("one")
    bar = window.statusBar()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(20, bar.height() // 2))
    assert history.panel.isVisible()
    assert window.canvas.hasFocus()
    press(window, Qt.Key.Key_H, KEYS)
    window.desk.said.emit("two")
    assert history.panel.chosen.sentence == "one"
    window.desk.said.emit("one")
    window.banners.tell("file", ("Newer than this program.",), ())
    assert sentences(history)[:2] == ["Newer than this program.", "one"]
    window.desk.said.emit("two")
    assert sentences(history)[0] == "two"
    said = history.record.said[0]
    assert heading(said).endswith(window.desk.journey.title)
    assert history.panel.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("two, ")


def test_saving_and_undoing_are_told_and_enter_goes_to_what_it_is_about(window, history):
    window.desk.select({card(window)})
    Arrange(window.desk).remove()
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert sentences(history)[0].startswith("Undone")
    window.files.save()
    assert window.files.settle()
    assert sentences(history)[0] == "Saved as dinner.journey."
    one = card(window)
    window.desk.select({one})
    window.desk.said.emit("about it")
    window.desk.select(())
    press(window, Qt.Key.Key_H, KEYS)
    press(window, Qt.Key.Key_Return)
    assert window.desk.selected == {one}
    assert window.canvas.hasFocus()


def test_an_offer_can_still_be_taken(window, history):
    stage = window.desk.journey.stages[0].id
    window.desk.select({stage})
    Arrange(window.desk).remove()
    press(window, Qt.Key.Key_H, KEYS)
    first = history.panel.offered[0]
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert any(each.id == stage for each in window.desk.journey.stages)


def test_an_offer_that_is_void_has_no_buttons(window, history):
    window.desk.select({window.desk.journey.stages[0].id})
    Arrange(window.desk).remove()
    press(window, Qt.Key.Key_H, KEYS)
    assert history.panel.offered
    window.desk.undo()
    assert history.panel.offered == []
