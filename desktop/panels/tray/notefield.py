"""A line in which notes are written one after the other: Enter hands one in, pasted lines are notes of their own."""

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from desktop.desk.clipping import rows_of

HEIGHT = 34
"""Px of the field with its frame."""


class NoteField(QPlainTextEdit):
    """`handed_in` has the texts; `left` is Escape in an empty line, which else empties it. Up goes to the list above:
    `up`."""

    handed_in = Signal(list)
    left = Signal()
    up = Signal()

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notefield")
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)

    def sizeHint(self) -> QSize:
        return QSize(160, HEIGHT)

    def hand_in(self) -> None:
        """What is written, if anything is."""
        text = self.toPlainText().strip()
        self.clear()
        if text:
            self.handed_in.emit([text])

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Several lines are handed in at once, with what stood there before the first; one is mere text."""
        rows = rows_of(source.text()) if source.hasText() else []
        texts = [" ".join(filter(None, row)) for row in rows]
        if len(texts) > 1:
            texts[0] = f"{self.toPlainText()} {texts[0]}".strip()
            self.clear()
            self.handed_in.emit(texts)
        elif texts:
            self.textCursor().insertText(" ".join(texts[0].split("\n")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.hand_in()
        elif key == Qt.Key.Key_Escape:
            if self.toPlainText():
                self.clear()
            else:
                self.left.emit()
        elif key == Qt.Key.Key_Up:
            self.up.emit()
        else:
            super().keyPressEvent(event)
