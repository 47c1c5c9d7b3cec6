"""A line in which notes are written one after the other: Enter hands one in, pasted lines are notes of their own."""

import json
from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from desktop.desk.clipping import taken
from desktop.layout.style import Words

HEIGHT = 34
"""Px of the field with its frame."""

MOST = 20_000
"""Notes that come in at once: in half a second."""

MOST_READ = 100_000
"""Lines that are read at once; the rest stays on the clipboard."""


class NoteField(QPlainTextEdit):
    """`take` brings notes in, and says whether they came; else they stay here. `left` is Escape in an empty line, which
    else empties it. Up goes to the list above: `up`. `jotting`: something else stands here. `returned`: what stood here
    once. `told` has a sentence.

    Of very many pasted lines some come in, the others wait here for Enter.
    """

    left = Signal()
    up = Signal()
    jotting = Signal()
    returned = Signal()
    told = Signal(str)

    def __init__(self, words: Words, take: Callable[[Sequence[str]], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._take = take
        self._waiting: Sequence[str] = ()
        self.setObjectName("notefield")
        self.setAccessibleName(words("tray.line"))
        self.setPlaceholderText(words("tray.line"))
        self.textChanged.connect(self.jotting)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)

    def sizeHint(self) -> QSize:
        return QSize(160, HEIGHT)

    @property
    def jotted(self) -> str:
        """What is written and what waits, for `take_up`; "" for nothing."""
        text = self.toPlainText()
        return json.dumps([text, *self._waiting], ensure_ascii=False) if text or self._waiting else ""

    def take_up(self, jotted: str) -> None:
        """Goes on with what stood here once."""
        try:
            text, *waiting = [str(one) for one in json.loads(jotted)]
        except (ValueError, TypeError):  # nothing of ours
            text, waiting = jotted, []
        self._wait(waiting)
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.returned.emit()

    def commit(self) -> None:
        """All that is written or waits counts."""
        texts = [text for text in (self.toPlainText().strip(), *self._waiting) if text]
        if texts:
            self._bring(texts, ())

    def hand_in(self) -> None:
        """What is written, if anything is, else some of what waits."""
        text = self.toPlainText().strip()
        if text:
            self._bring([text], self._waiting)
        elif self._waiting:
            self._bring(self._waiting[:MOST], self._waiting[MOST:])
        else:
            self.clear()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Several lines are handed in at once, with what stood there before the first; one is mere text."""
        rows, cut = taken(source.text(), most=MOST_READ) if source.hasText() else ([], False)
        texts = [" ".join(filter(None, row)) for row in rows]
        if len(texts) > 1:
            texts[0] = f"{self.toPlainText()} {texts[0]}".strip()
            self._bring(texts[:MOST], (*texts[MOST:], *self._waiting))
        elif texts:
            self.textCursor().insertText(" ".join(texts[0].split("\n")))
        if cut:
            self.told.emit(self._words("tray.cut").format(count=len(texts)))

    def _bring(self, texts: Sequence[str], rest: Sequence[str]) -> None:
        if self._take(texts):
            self.clear()
            if rest or self._waiting:
                said = self._words("tray.came_all" if not rest else "tray.came")
                self.told.emit(said.format(count=len(texts), rest=len(rest)))
            self._wait(rest)

    def _wait(self, rest: Sequence[str]) -> None:
        """The field says what Enter does."""
        if rest or self._waiting:
            self._waiting = rest
            self.setPlaceholderText(self._words("tray.waiting" if rest else "tray.line").format(rest=len(rest)))
            self.jotting.emit()

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
