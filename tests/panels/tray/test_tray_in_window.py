"""The tray and the preview of pasted ranges in the real window, by their shortcuts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.desk.tray import Tray
from desktop.dialogs.paste.preview import PastePreview

Key, Keys = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def clipboard(qapp):
    yield QGuiApplication.clipboard()
    QGuiApplication.clipboard().setText("")


def pain(window):
    return next(lane for lane in window.desk.journey.lanes if lane.kind == "pains").cards[0].id


def test_shift_f9_calls_the_tray_and_sends_it_away(window):
    panel = window.workshop.inbox.panel
    assert not panel.isVisible()
    QTest.keyClick(window.canvas, Key.Key_F9, Keys.ShiftModifier)
    assert panel.isVisible()
    assert panel.line.hasFocus()
    QTest.keyClicks(panel.line, "late")
    QTest.keyClick(panel.line, Key.Key_Return)
    QTest.keyClick(panel.line, Key.Key_F9, Keys.ShiftModifier)
    assert not panel.isVisible()
    assert any(card.text == "late" for group in window.desk.journey.inbox for card in group.cards)


def test_what_is_written_in_the_tray_counts_when_the_window_hands_in(window):
    window.workshop.inbox.call()
    panel = window.workshop.inbox.panel
    (one,) = Tray(window.desk).note(["late"])
    panel.view.write(one)
    QTest.keyClicks(QApplication.focusWidget(), "later")
    window.hand_in()
    assert any(card.text == "later" for group in window.desk.journey.inbox for card in group.cards)


def test_alt_i_takes_cards_off_the_map_and_alt_p_parks_them(window):
    card = pain(window)
    window.desk.select([card])
    QTest.keyClick(window.canvas, Key.Key_I, Keys.AltModifier)
    assert any(each.id == card for group in window.desk.journey.inbox for each in group.cards)
    window.undo()
    window.desk.select([card])
    QTest.keyClick(window.canvas, Key.Key_P, Keys.AltModifier)
    assert any(each.id == card for each in window.desk.journey.parking)


def test_the_tray_is_shown_again_where_it_was_shown(window):
    window.workshop.inbox.call()
    state = window.layout_state()
    window.docks.docks["tray"].hide()
    window.restore_layout(state)
    assert window.workshop.inbox.panel.isVisible()


def previews():
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, PastePreview) and each.isVisible()]


def test_a_range_opens_the_preview_and_enter_pastes(window, clipboard):
    clipboard.setText("\tCompares\tOrders\r\nPain points\tslow\tlate\r\n")
    QTest.keyClick(window.canvas, Key.Key_V, Keys.ControlModifier)
    (dialog,) = previews()
    QTest.keyClick(dialog.grid, Key.Key_Return)
    assert {card.text for card in window.desk.chosen.cards} == {"slow", "late"}
    assert previews() == []


def test_ctrl_shift_v_shows_lines_too(window, clipboard):
    clipboard.setText("slow\nlate")
    QTest.keyClick(window.canvas, Key.Key_V, Keys.ControlModifier | Keys.ShiftModifier)
    (dialog,) = previews()
    assert dialog.cells.rowCount() == 2
    QTest.keyClick(dialog.grid, Key.Key_Escape)
    assert previews() == []
    assert window.session.undoable is None
