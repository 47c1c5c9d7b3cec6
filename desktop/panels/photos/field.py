"""The line of the walk: the scribe bar's own, with keys for going from cell to cell."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from desktop.panels.scribe.field import SHIFT, ScribeField


class WalkField(ScribeField):
    """backed(): Shift+Enter, as well as what the scribe bar's line tells."""

    backed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == SHIFT:
            self.backed.emit()
        else:
            super().keyPressEvent(event)
