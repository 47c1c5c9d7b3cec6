"""A labelled field: shows a value, hands in what is entered, tells why it is refused."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.desk.fields import SEVERAL
from desktop.layout.style import Words

Write = Callable[[Any], str]
"""Takes a value that was entered; the sentence why it is refused, "" when it is not."""


class UnfitError(Exception):
    """What was entered is no value; the argument is the code of the reason."""


class Caption(QLabel):
    """The grey words above a field, or other quiet words."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)


class Problem(Caption):
    """The red sentence below a field."""


class Field(QWidget):
    """The editor of a kind of value under its name. Subclasses show a value and tell what was entered."""

    def __init__(
        self, name: str, editor: QWidget, words: Words, captioned: bool = True, body: QWidget | None = None
    ) -> None:
        """`body` holds the editor where that does not stand alone."""
        super().__init__()
        self.editor = editor
        self.words = words
        self.write: Write = _nowhere
        self.value: Any = None
        self.refused = False
        self._handing_in = False
        self.caption = Caption(name)
        self.problem = Problem()
        self._lay_out(captioned, body or editor)
        editor.setAccessibleName(name)

    def _lay_out(self, captioned: bool, body: QWidget) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if captioned:
            self.caption.setBuddy(self.editor)
            column.addWidget(self.caption)
        column.addWidget(body)
        column.addWidget(self.problem)
        column.addStretch()
        self.problem.hide()
        self.setFocusProxy(self.editor)

    @property
    def dirty(self) -> bool:
        """Whether something was entered that is not handed in yet."""
        return False

    def set_read_only(self, read_only: bool) -> None:
        """Whether the value can only be looked at."""
        self.editor.setEnabled(not read_only)

    def fill(self, value: Any) -> None:
        """Puts a value into the editor; SEVERAL where the things differ."""
        raise NotImplementedError

    def entered(self) -> Any:
        """What the editor holds. Raises UnfitError."""
        raise NotImplementedError

    def show_value(self, value: Any, fresh: bool) -> None:
        """Follows the things, but never while something is being entered. `fresh`: they are other things."""
        other, busy = value != self.value, self.dirty and self.editor.hasFocus()
        self.value = value
        if fresh or (other and not busy):
            self.restore()

    def commit(self) -> None:
        """Hands in what was entered, if anything was."""
        if not self.dirty or self._handing_in:
            return
        try:
            value = self.entered()
        except UnfitError as unfit:
            self._tell(self.words(f"reason.{unfit}"))
        else:
            self.propose(value)

    def rehearse(self) -> None:
        """Writes what is being entered, if it is a value; the editor stays as it is."""
        if self.dirty and not self._handing_in:
            with suppress(UnfitError):
                value = self.entered()
                if value != self.value:
                    self.write(value)

    def propose(self, value: Any) -> None:
        """Hands in a value; the old one stays where it is refused, and is shown again unless it can be corrected."""
        self._handing_in = True
        try:
            said = self.write(value) if value != self.value else ""
        finally:
            self._handing_in = False
        if said:
            self._tell(said)
            if not self.dirty:
                self.fill(self.value)
        else:
            self.restore()

    def restore(self) -> None:
        """Shows the value again."""
        self._tell("")
        self.fill(self.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that the editor has no use for."""
        if event.key() == Qt.Key.Key_Escape and (self.dirty or self.refused):
            self.restore()
        else:
            super().keyPressEvent(event)

    def _tell(self, sentence: str) -> None:
        if sentence or self.refused:
            self.refused = bool(sentence)
            self.problem.setText(sentence)
            self.problem.setVisible(self.refused)
            self.editor.setAccessibleDescription(sentence)
            self.editor.setProperty("refused", self.refused)
            self.editor.style().unpolish(self.editor)
            self.editor.style().polish(self.editor)
        if sentence:
            QTimer.singleShot(0, self, self._reveal)  # once there is room for the sentence

    def _reveal(self) -> None:
        """Scrolls until the sentence is seen."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None and self.refused:
            around.ensureWidgetVisible(self.problem)

    def placeholder(self, value: Any) -> str:
        """The grey words in an empty editor."""
        return self.words("field.several") if value is SEVERAL else ""


def _nowhere(_value: Any) -> str:
    return ""
