"""The scribe bar where there is little room, and at other times than while one types."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.dialogs.paste.preview import PastePreview
from desktop.panels.scribe.bar import LEAST, ROOMY, TIGHT

ROOMS = [
    *((ROOMY, True, True), (ROOMY - 1, False, True), (TIGHT, False, True), (TIGHT - 1, False, False)),
    *((LEAST, False, False), (ROOMY, True, True)),
]
"""Px of width, whether it is said what the keys do, and whether there are buttons."""


@pytest.fixture
def bar(window):
    return window.workshop.scribe


def narrow(bar, width):
    bar.resize(width, bar.height())
    return bar


def test_where_there_is_little_room_the_hint_and_then_the_buttons_make_way_for_the_line_and_come_back(bar):
    for width, hint, buttons in ROOMS:
        narrow(bar, width)
        assert (width, bar.hint.isVisible()) == (width, hint)
        shown = {button.isVisible() for button in (bar.inbox, bar.paper, bar.help, bar.name)}
        assert (width, shown, bar.field.isVisible()) == (width, {buttons}, True)
    assert bar.minimumSizeHint().width() == LEAST


def test_the_line_keeps_most_of_a_narrow_bar(bar):
    narrow(bar, TIGHT - 1)
    QApplication.processEvents()
    assert bar.frame.width() > 0.8 * bar.width()


def test_a_note_is_written_however_narrow_the_window_is(window, bar):
    window.resize(900, 600)
    QTest.keyClick(window.canvas, Qt.Key.Key_F3)
    QTest.keyClicks(bar.field, "Deposit never comes back")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    texts = [card.text for lane in window.desk.journey.lanes for card in lane.cards]
    assert texts.count("Deposit never comes back") == 1


def test_what_stands_in_the_line_stays_while_one_looks_at_the_map(window, bar):
    QTest.keyClick(window.canvas, Qt.Key.Key_F3)
    QTest.keyClicks(bar.field, "half a thou")
    QTest.keyClick(bar.field, Qt.Key.Key_F3)
    assert window.canvas.hasFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_F3)
    QTest.keyClicks(bar.field, "ght")
    assert bar.field.text() == "half a thought"


def test_a_pasted_range_is_shown_before_it_comes(window, bar):
    QGuiApplication.clipboard().setText("a\tb\nc\td")
    before = window.desk.project
    bar.field.setFocus()
    QTest.keyClick(bar.field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    (preview,) = window.findChildren(PastePreview)
    assert window.desk.project is before
    QTest.keyClick(preview, Qt.Key.Key_Escape)
