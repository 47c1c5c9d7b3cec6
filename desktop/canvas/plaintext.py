"""A text widget that looks like a paragraph of the map and holds plain text only."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFont, QGuiApplication, QKeyEvent, QKeySequence, QTextBlock, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QMenu, QTextEdit, QWidget

from desktop.canvas.trail import State, Trail

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
        self.document().setUndoRedoEnabled(False)
        self.document().contentsChange.connect(self._tidy)
        self.textChanged.connect(self._note)
        self._trail = Trail("")

    def text(self) -> str:
        """What is written. `toPlainText` would make spaces that hold words together into plain ones."""
        return self.document().toRawText().translate(FEEDS)

    def put(self, text: str) -> None:
        """Another text, which cannot be taken back."""
        self._trail = Trail(text)
        self._stand(State(text, 0))

    def recover(self, text: str) -> None:
        """Another text in place of one that cannot be, the caret where it was as far as that goes."""
        self._stand(State(text, min(_in_python(self.text(), self.textCursor().position()), len(text))))

    def take_back(self) -> None:
        """The text as it was before the last step."""
        self._stand(self._trail.back())

    def take_again(self) -> None:
        """The text as it was before the last step was taken back."""
        self._stand(self._trail.forth())

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
        self._tidy()

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
        """Copies and cuts as plain text; takes back steps of writing alone."""
        own: dict[QKeySequence.StandardKey, Callable[[], None]] = {
            QKeySequence.StandardKey.Copy: self._copy,
            QKeySequence.StandardKey.Cut: self._cut,
            QKeySequence.StandardKey.Undo: self.take_back,
            QKeySequence.StandardKey.Redo: self.take_again,
        }
        for key, act in own.items():
            if event.matches(key):
                act()
                return
        super().keyPressEvent(event)

    def menu(self) -> QMenu:
        """Qt's own menu, taking back what is taken back here."""
        made = self.createStandardContextMenu()
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        steps = {"edit-undo": (self._trail.begun, self.take_back), "edit-redo": (self._trail.left, self.take_again)}
        for action in made.actions():
            if action.objectName() in steps:
                able, act = steps[action.objectName()]
                action.setEnabled(able)
                action.triggered.connect(act)
        return made

    def _copy(self) -> None:
        cursor = self.textCursor()
        if cursor.hasSelection():
            QGuiApplication.clipboard().setText(cursor.selectedText().translate(FEEDS))

    def _cut(self) -> None:
        self._copy()
        self.textCursor().removeSelectedText()

    def _stand(self, state: State) -> None:
        if state.text != self.text():
            self.setPlainText(state.text)
        cursor = self.textCursor()
        cursor.setPosition(_in_qt(state.text, state.caret))
        self.setTextCursor(cursor)

    def _note(self) -> None:
        text = self.text()
        self._trail.note(text, _in_python(text, self.textCursor().position()))

    def _tidy(self, *_change: int) -> None:
        """Lines keep their height, and only the first of all is indented, whatever was split, joined or pasted."""
        forms = () if self._look is None else self._forms(self._look)
        for block, form in [pair for pair in forms if pair[0].blockFormat() != pair[1]]:
            QTextCursor(block).setBlockFormat(form)

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


def _in_qt(text: str, caret: int) -> int:
    """A place in a text as Qt counts: letters beyond U+FFFF are two."""
    return caret + sum(letter > "\uffff" for letter in text[:caret])


def _in_python(text: str, position: int) -> int:
    return len(text.encode("utf-16-le")[: 2 * position].decode("utf-16-le", "ignore"))


def _rules(look: Look) -> str:
    """The style sheet for a look; the program's own would dress it as a field."""
    ground = look.ground or "transparent"
    line = "2px solid #2F6BFF" if look.framed else "none"
    pad = FRAME - 2 if look.framed else 0
    return (
        f"#writer {{ background: {ground}; color: {look.colour}; border: {line}; border-radius: {pad}px;"
        f" padding: {pad}px; selection-background-color: #2F6BFF; selection-color: #FFFFFF; }}"
    )
