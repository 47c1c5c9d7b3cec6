"""A text widget that looks like a paragraph of the map and holds plain text only."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFont, QGuiApplication, QKeyEvent, QKeySequence, QTextBlock, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

LONGEST = 20_000
"""So many characters can be pasted."""

RIM = 2
"""Px round the text, for the caret."""

FRAME = 6
"""Px between the text and the line round a box."""

BASELINE = 0.8
"""Share of a fixed line height at which Qt puts the baseline."""

FEEDS = str.maketrans({"\u2028": "\n", "\u2029": "\n"})
FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


@dataclass(frozen=True, slots=True)
class Look:
    """Type and measures in px. Lines wrap at `width`; the first of all begins `indent` further right.

    `ground`: the colour behind the text, "" for what is under the widget; `framed` draws a line round it.
    """

    font: QFont
    colour: str
    leading: float
    width: float
    indent: float = 0.0
    ground: str = ""
    framed: bool = False

    @property
    def rim(self) -> int:
        """Px between the widget's edge and its text."""
        return RIM + (FRAME if self.framed else 0)


class PlainText(QTextEdit):
    """Whatever is pasted or dropped comes without its looks; no-break spaces stay what they are."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self.one_line = False
        self.setObjectName("writer")
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(RIM)
        self.document().contentsChange.connect(self._tidy)

    def text(self) -> str:
        """What is written. `toPlainText` would make spaces that hold words together into plain ones."""
        return self.document().toRawText().translate(FEEDS)

    def put(self, text: str) -> None:
        """Another text, which cannot be undone."""
        self.setPlainText(text)
        self._format_all()

    def rewrite(self, text: str) -> None:
        """Another text as a part of the last change, the caret where it was as far as that goes."""
        at = self.textCursor().position()
        cursor = QTextCursor(self.document())
        cursor.joinPreviousEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.endEditBlock()
        cursor.setPosition(min(at, len(self.text())))
        self.setTextCursor(cursor)

    def dress(self, look: Look) -> None:
        """Looks like this from now on."""
        before, self._look = self._look, look
        if look == before:
            return
        if before is None or (look.colour, look.ground, look.framed) != (before.colour, before.ground, before.framed):
            self.setStyleSheet(_rules(look))
        self.document().setDefaultFont(look.font)
        self.setLineWrapColumnOrWidth(round(look.width) + 2 * RIM)
        self.setCursorWidth(max(1, round(look.leading / 14)))
        self._format_all()

    def content_height(self) -> float:
        """Px that the text takes, with the rim."""
        return self.document().size().height()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Text alone, as much of it as is sensible, and on one line where there is but one."""
        room = LONGEST - len(self.text()) + len(self.textCursor().selectedText())
        text = source.text().replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")[: max(room, 0)]
        self.textCursor().insertText(" ".join(text.split("\n")) if self.one_line else text)
        self.ensureCursorVisible()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copies and cuts as plain text."""
        cut = event.matches(QKeySequence.StandardKey.Cut)
        if cut or event.matches(QKeySequence.StandardKey.Copy):
            cursor = self.textCursor()
            if cursor.hasSelection():
                QGuiApplication.clipboard().setText(cursor.selectedText().translate(FEEDS))
                if cut:
                    cursor.removeSelectedText()
        else:
            super().keyPressEvent(event)

    def _format_all(self) -> None:
        """Gives all paragraphs their format; that is nothing to be undone."""
        fresh = not self.document().isUndoAvailable()
        if fresh:
            self.document().setUndoRedoEnabled(False)
        self._tidy()
        if fresh:
            self.document().setUndoRedoEnabled(True)

    def _tidy(self, *_change: int) -> None:
        """Lines keep their height, and only the first of all is indented, whatever was split, joined or pasted."""
        look = self._look
        wrong = [] if look is None else [(each, form) for each, form in self._forms(look) if each.blockFormat() != form]
        for block, form in wrong:
            cursor = QTextCursor(block)
            cursor.joinPreviousEditBlock()
            cursor.setBlockFormat(form)
            cursor.endEditBlock()

    def _forms(self, look: Look) -> Iterator[tuple[QTextBlock, QTextBlockFormat]]:
        """Every paragraph with the format that it should have."""
        form = QTextBlockFormat()
        form.setLineHeight(look.leading, FIXED)
        indented = QTextBlockFormat(form)
        indented.setTextIndent(look.indent)
        block = self.document().firstBlock()
        while block.isValid():
            yield block, indented if block.blockNumber() == 0 else form
            block = block.next()


def _rules(look: Look) -> str:
    """The style sheet for a look; the program's own would dress it as a field."""
    ground = look.ground or "transparent"
    line = "2px solid #2F6BFF" if look.framed else "none"
    pad = FRAME - 2 if look.framed else 0
    return (
        f"#writer {{ background: {ground}; color: {look.colour}; border: {line}; border-radius: {pad}px;"
        f" padding: {pad}px; selection-background-color: #2F6BFF; selection-color: #FFFFFF; }}"
    )
