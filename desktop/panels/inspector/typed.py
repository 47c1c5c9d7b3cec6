"""Fields that one types into: a line, or text that grows."""

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QTextOption
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy

from desktop.desk.fields import SEVERAL
from desktop.layout.style import Words
from desktop.panels.inspector.codecs import LINE, PLAIN, SENTENCE, Codec
from desktop.panels.inspector.field import Field
from desktop.panels.theme import FINGER, for_fingers

LINES = 2, 18
"""How many lines a growing editor shows at least and at most."""

LONGEST = 20_000
"""Characters that the longest text may have."""

PADDING = 14
"""Px above and below the lines together, with the frame."""


def _takes_back_elsewhere(event: QEvent, modified: bool) -> bool:
    """Whether undo or redo is about to be pressed where nothing was typed: then it is the map's."""
    if modified or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
        return False
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


def _is_enter(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Line(QLineEdit):
    """One line of text."""

    def event(self, event: QEvent) -> bool:
        if _takes_back_elsewhere(event, self.isModified()):
            event.ignore()
            return False
        return super().event(event)


class LineField(Field):
    """One line. Enter or leaving it hands it in."""

    def __init__(
        self, name: str, words: Words, codec: Codec = LINE, hint: str = "", *, line: Line | None = None
    ) -> None:
        """`line` takes the place of a plain one."""
        self.line = Line() if line is None else line
        super().__init__(name, self.line, words)
        self._codec = codec
        self._hint = words(hint) if hint else ""
        self.line.editingFinished.connect(self.commit)

    @property
    def dirty(self) -> bool:
        return self.line.isModified()

    def set_read_only(self, read_only: bool) -> None:
        self.line.setReadOnly(read_only)  # its text can still be copied

    def entered(self) -> Any:
        return self._codec.read(self.line.text())

    def fill(self, value: Any) -> None:
        text = "" if value is SEVERAL or value is None else self._codec.written(value, self.words)
        self.line.setPlaceholderText(self.placeholder(value) or self._hint)
        if text != self.line.text():
            self.line.setText(text)
            self.line.setCursorPosition(0)
        self.line.setModified(False)


class Growing(QPlainTextEdit):
    """Plain text in as many lines as it needs; long words break."""

    left = Signal()
    """The focus went elsewhere, and not only to a menu."""

    def __init__(self, least: int = LINES[0], single: bool = False) -> None:
        """single: one paragraph, so that Enter is left to whom the editor belongs to."""
        super().__init__()
        self._least = least
        self._single = single
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._grow)
        self._grow()

    def sizeHint(self) -> QSize:
        return QSize(0, self.height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.StyleChange:
            self._grow()
        if _takes_back_elsewhere(event, self.document().isModified()):
            event.ignore()
            return False
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._single and _is_enter(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """What is pasted comes as plain text, no more of it than any field takes: Qt lays out longer words for ages."""
        self.textCursor().insertText(source.text()[:LONGEST])

    def _grow(self) -> None:
        """As high as the text. Later lines are not laid out when those before fill the editor."""
        line = self.fontMetrics().lineSpacing()
        most, height = line * LINES[1], 0.0
        block = self.document().begin()
        while block.isValid() and height < most:
            height += self.blockBoundingRect(block).height()
            block = block.next()
        fitting = max(max(line * self._least, min(round(height), most)) + PADDING, FINGER if for_fingers() else 0)
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if height > most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        if fitting != self.minimumHeight():
            self.setFixedHeight(fitting)


class TextField(Field):
    """Text of several lines. Leaving it hands it in, Ctrl+Enter too."""

    typed = Signal(str)
    """The text, at every key."""

    def __init__(
        self,
        name: str,
        words: Words,
        codec: Codec = PLAIN,
        *,
        least: int = LINES[0],
        captioned: bool = True,
        single: bool = False,
    ) -> None:
        """single: one paragraph, which Enter hands in."""
        self.text = Growing(least, single)
        super().__init__(name, self.text, words, captioned)
        self._codec = codec
        self._single = single
        self.text.left.connect(self.commit)
        self.text.textChanged.connect(self._tell_text)

    @property
    def dirty(self) -> bool:
        return self.text.document().isModified()

    def set_read_only(self, read_only: bool) -> None:
        self.text.setReadOnly(read_only)  # its text can still be copied

    def entered(self) -> Any:
        return self._codec.read(self.text.toPlainText())

    def fill(self, value: Any) -> None:
        text = "" if value is SEVERAL or value is None else self._codec.written(value, self.words)
        self.text.setPlaceholderText(self.placeholder(value))
        if text != self.text.toPlainText():
            self.text.setPlainText(text)
        self.text.document().setModified(False)

    def _tell_text(self) -> None:
        if self.dirty:
            self.typed.emit(self.text.toPlainText())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_enter(event) and (self._single or event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self.commit()
        else:
            super().keyPressEvent(event)


Sentence = partial(TextField, codec=SENTENCE, least=1, single=True)
"""One paragraph that may be long; as high as a line at first. Enter or leaving it hands it in."""
