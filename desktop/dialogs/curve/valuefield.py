"""A line for what the participants gave at one step; several lines that are pasted go on in the lines below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

AWAY = {Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
"""Keys that go to another line, and how far."""


class ValueField(QLineEdit):
    """`left(by)`: somebody goes so many lines down. `pasted(texts)`: a column of a table, this line's text first."""

    left = Signal(int)
    pasted = Signal(list)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = AWAY.get(Qt.Key(event.key()), 0)
        texts = QGuiApplication.clipboard().text().strip("\n").splitlines() if self._pastes(event) else []
        if by:
            self.left.emit(by)
        elif len(texts) > 1:
            self.pasted.emit(texts)
        else:
            super().keyPressEvent(event)

    def _pastes(self, event: QKeyEvent) -> bool:
        return event.matches(QKeySequence.StandardKey.Paste)
