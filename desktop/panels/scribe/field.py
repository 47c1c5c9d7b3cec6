"""The field that notes are typed in: plain text, with keys of its own."""

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class ScribeField(QLineEdit):
    """entered(): Enter. counted(): Ctrl+Enter. stepped(by): Tab. moved(by): up or down. aimed(): F2. asked(): F1.
    opened(): Backspace at the left end. left(): Escape. focused(has). pasted(): lines wait in the clipboard.
    """

    entered = Signal()
    counted = Signal()
    stepped = Signal(int)
    moved = Signal(int)
    aimed = Signal()
    asked = Signal()
    opened = Signal()
    left = Signal()
    focused = Signal(bool)
    pasted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scribefield")
        self.setFrame(False)
        self.setMaxLength(20_000)
        self.setDragEnabled(True)

    def event(self, event: QEvent) -> bool:
        """Tab is a key like any other; taking back is the window's while there is nothing to take back here."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                return self._override(event)
            tabs = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
            by = tabs.get(Qt.Key(event.key()))
            if event.type() == QEvent.Type.KeyPress and by and not event.modifiers() & CONTROL:
                self.stepped.emit(by)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = held == Qt.KeyboardModifier.NoModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.counted if held & CONTROL else self.entered).emit()
        elif plain and key in MEANINGS:
            getattr(self, MEANINGS[key]).emit()
        elif plain and key in WAYS:
            self.moved.emit(WAYS[key])
        elif key == Qt.Key.Key_Backspace and self.cursorPosition() == 0 and not self.hasSelectedText():
            self.opened.emit()
        elif event.matches(QKeySequence.StandardKey.Paste) and holds_lines(QGuiApplication.clipboard().mimeData()):
            self.pasted.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit(False)

    def _override(self, event: QKeyEvent) -> bool:
        """Which of the window's shortcuts mean something else here."""
        taken = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
        if not self.text() and any(event.matches(one) for one in taken):
            event.ignore()
            return False
        if event.key() in OWN and event.modifiers() in (Qt.KeyboardModifier.NoModifier, CONTROL):
            event.setAccepted(event.modifiers() != CONTROL or event.key() != Qt.Key.Key_F1)
            return event.isAccepted()
        return super().event(event)


MEANINGS = {Qt.Key.Key_F2: "aimed", Qt.Key.Key_F1: "asked", Qt.Key.Key_Escape: "left"}
WAYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
OWN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F1)
"""Keys that are the field's before they are the window's."""


def holds_lines(mime: QMimeData) -> bool:
    """Whether what was copied is more than one line, or cells."""
    text = mime.text().strip("\r\n")
    return any(sign in text for sign in "\n\t")
