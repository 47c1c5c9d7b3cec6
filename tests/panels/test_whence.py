"""The keyboard comes back to where it was."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from desktop.panels.whence import Whence


@pytest.fixture
def fields(qtbot):
    """Three of them in a window, which the test holds; the first has the keyboard."""
    window = QWidget()
    qtbot.addWidget(window)
    column, fields = QVBoxLayout(window), [QLineEdit(letter) for letter in "abc"]
    for field in fields:
        column.addWidget(field)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    fields[0].setFocus()
    yield fields
    window.close()


@pytest.fixture
def whence(fields):
    """Noted in the first field; the second is where one is now."""
    whence = Whence()
    whence.note()
    fields[1].setFocus()
    return whence


def test_back_to_where_it_was(fields, whence):
    whence.back(fields[2])
    assert fields[0].hasFocus()


def test_the_line_is_not_selected(fields, whence):
    fields[0].setCursorPosition(1)
    whence.back(fields[2])
    assert (fields[0].cursorPosition(), fields[0].hasSelectedText()) == (1, False)


def test_once_only(fields, whence):
    whence.back(fields[2])
    whence.back(fields[2])
    assert fields[2].hasFocus()


@pytest.mark.parametrize("end", [QLineEdit.hide, lambda field: field.setEnabled(False), QLineEdit.deleteLater])
def test_elsewhere_where_that_can_not_be(qtbot, fields, whence, end):
    end(fields[0])
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    whence.back(fields[2])
    assert fields[2].hasFocus()


def test_where_it_is_when_there_is_nothing_else(fields):
    fields[1].setFocus()
    Whence().back(None)
    assert fields[1].hasFocus()
