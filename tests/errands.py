"""Somebody who prints: a hand on the fields of the dialog, and a note of what the dialog asks to be done."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

from desktop.preferences import Habits


class Errands:
    """`asked`: what the dialog wanted done, in turn, with its settings; each is done when `willing`."""

    def __init__(self, desk, habits=None, latest=None):
        self.desk = desk
        self.habits = habits or Habits()
        self.latest = latest
        self.willing = True
        self.pin = None
        self.wish = None
        self.edition = ""
        self.asked = []

    def keep_habits(self, habits):
        self.habits = habits

    def keep_settings(self, settings, edition=""):
        self.latest, self.edition = settings, edition

    def _do(self, *what):
        self.asked.append(what)
        return self.willing

    def save(self, settings):
        return self._do("save", settings)

    def print_out(self, settings):
        return self._do("print", settings)

    def test_sheet(self, settings):
        return self._do("test", settings)

    def save_ticket(self, settings):
        return self._do("ticket", settings)

    def save_all(self):
        return self._do("all")

    def go_to(self, thing):
        self._do("go", thing)


def pick(box, value):
    """Takes an entry of a list with the keyboard, as a hand does."""
    row = box.findData(value)
    assert row >= 0, value
    box.setFocus()
    for _ in range(box.count()):
        if box.currentIndex() == row:
            break
        QTest.keyClick(box, Qt.Key.Key_Down if box.currentIndex() < row else Qt.Key.Key_Up)
    assert box.currentIndex() == row


def press(button):
    """Clicks on a button, on the box before its words if it has one."""
    at = QPoint(8, button.height() // 2) if isinstance(button, QCheckBox) else button.rect().center()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=at)


def type_in(field, text):
    """Instead of what stands there, ended by Return."""
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
