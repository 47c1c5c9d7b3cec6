"""The lines of the bar: keys that a line has no use for go through the matches."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
WAYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class FindField(QLineEdit):
    """moved(by): to the next match or the one before. entered(held): Enter. left(): Escape."""

    moved = Signal(int)
    entered = Signal(object)
    left = Signal()

    def __init__(self, said: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(said)
        self.setAccessibleName(said)
        self.setMaxLength(2_000)
        self.setMinimumWidth(120)
        self.setMaximumWidth(320)

    def event(self, event: QEvent) -> bool:
        """Enter with Ctrl is no shortcut of the window here."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and event.key() in ENTER:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ENTER:
            self.entered.emit(event.modifiers() & (CONTROL | SHIFT))
        elif key in WAYS:
            self.moved.emit(WAYS[key])
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
