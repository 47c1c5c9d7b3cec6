"""The scribe bar in room mode: type as large as beside the map, and as it was afterwards."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.panels.scribe.chips import HEIGHT
from desktop.panels.scribe.roomtype import ASIDE, RoomType

F11 = Qt.Key.Key_F11


@pytest.fixture
def bar(window):
    return window.workshop.scribe


@pytest.fixture
def room(window, qtbot, bar):
    """In room mode with a chip, a sign and some text in the line; the px of type beside the map."""
    QTest.keyClick(window.windowHandle(), F11)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(1920, 1080)  # as large as a projector; a screen that is not there is smaller
    qtbot.waitUntil(lambda: bar.frame.height() > 60)
    bar.take_focus()
    QTest.keyClicks(bar.field, "p: nobody told us #ph")
    QApplication.processEvents()
    return window.workshop.room.hall.notes._em


def px(widget):
    return QFontInfo(widget.font()).pixelSize()


def measures(bar):
    return px(bar.field), px(bar.hint), px(bar.chips), bar.frame.height(), bar.hint.width(), bar.offers.width()


def test_the_line_is_as_large_as_the_notes_beside_the_map_what_is_beside_it_smaller_and_nothing_cut_off(bar, room):
    assert px(bar.field) == px(bar.chips) == round(room)
    assert px(bar.field) > 20
    assert px(bar.hint) == px(bar.inbox) == max(13, round(ASIDE * room))
    assert bar.frame.height() > bar.chips.height() > HEIGHT
    assert bar.field.height() >= bar.field.fontMetrics().height()
    assert bar.hint.width() >= bar.hint.fontMetrics().horizontalAdvance(bar.hint.text())
    assert bar.offers.isVisible()
    assert px(bar.offers) == round(room)
    QTest.mouseClick(bar.offers, Qt.MouseButton.LeftButton, pos=QPoint(60, bar.offers.height() - 20))
    assert bar.chips.texts == ["Pain point", "Phone"]


def test_afterwards_all_is_as_it_was(window, bar):
    before = measures(bar)
    QTest.keyClick(window.windowHandle(), F11)
    QTest.keyClick(window.windowHandle(), F11)
    QApplication.processEvents()
    assert measures(bar) == before
    assert bar.styleSheet() == ""


def test_the_line_stays_and_so_does_the_keyboard(window, bar, room):
    QTest.keyClick(window.windowHandle(), F11)
    assert bar.field.text() == "nobody told us #ph"
    assert bar.field.hasFocus()


def test_a_line_for_fingers_comes_back_for_fingers(bar):
    bar.frame.setFixedHeight(48)
    kind = RoomType(bar)
    kind.set_em(40)
    assert bar.frame.height() == 80
    kind.set_em(0)
    assert bar.frame.minimumHeight() == 48
