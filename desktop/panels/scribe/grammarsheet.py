"""The page in the program on which the grammar of the scribe bar stands."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeySequence
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.document.kinds import CARD_KINDS, OTHER_KINDS
from desktop.layout.names import name_of
from desktop.layout.style import Words

TOP = 48
"""Px that the sheet stands below the window's top."""

PLACES = (("@book", "step"), ("@C4", "cell"), ("C4", "paper"), (">pain", "lane"), ("/", "inbox"))
FACTS = (
    ("!4", "severity"),
    ("+1  −2", "feeling"),
    ("#phone", "channel"),
    ("~maya", "persona"),
    ("*", "star"),
    ("@@  !!4", "double"),
)
KEYS = (
    ("Enter", "enter"),
    ("Ctrl+Enter", "ctrl_enter"),
    ("Tab", "tab"),
    ("Up", "up"),
    ("Backspace", "backspace"),
    ("F2", "f2"),
    ("Ctrl+Z", "undo"),
    ("Escape", "escape"),
)
Row = tuple[str, str]


class GrammarSheet(QDialog):
    """Signs and keys in two columns; any of Escape, F1 and Enter closes it."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)  # outside the round corners of the frame
        self.setWindowTitle(words("grammar.title"))
        self._words = words
        self._lay_out()
        self._place(parent)

    def _lay_out(self) -> None:
        words = self._words
        frame = QFrame()
        frame.setObjectName("sheet")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)
        column = QVBoxLayout(frame)
        column.setContentsMargins(28, 24, 28, 28)
        column.setSpacing(8)
        column.addWidget(_label(words("grammar.title"), "heading"))
        lead = _label(words("grammar.lead"), "told")
        lead.setWordWrap(True)
        column.addWidget(lead)
        columns = QHBoxLayout()
        columns.setSpacing(36)
        columns.addLayout(self._column(("kinds", list(self._kinds()))))
        columns.addLayout(self._column(("places", self._said(PLACES)), ("facts", self._said(FACTS))))
        columns.addLayout(self._column(("keys", [(_native(keys), text) for keys, text in self._said(KEYS)])))
        column.addLayout(columns)

    def _column(self, *groups: tuple[str, list[Row]]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        for name, rows in groups:
            column.addSpacing(10)
            column.addWidget(_label(self._words(f"grammar.{name}"), "section"))
            column.addLayout(_table(rows))
        column.addStretch(1)
        return column

    def _kinds(self) -> Iterator[Row]:
        kinds = (kind for kind in (*CARD_KINDS, *OTHER_KINDS) if kind.letter)
        yield from ((f"{kind.letter}:", name_of("kind", kind.key, self._words)) for kind in kinds)

    def _said(self, rows: tuple[Row, ...]) -> list[Row]:
        return [(sign, self._words(f"grammar.{code}")) for sign, code in rows]

    def _place(self, window: QWidget) -> None:
        self.resize(min(self.sizeHint().width(), window.width() - 32), self.sizeHint().height())
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - self.width()) // 2, corner.y() + TOP)


def _table(rows: list[Row]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(1, 1)
    for at, (sign, text) in enumerate(rows):
        grid.addWidget(_label(sign, "sign"), at, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        said = _label(text, "told")
        said.setWordWrap(True)
        said.setMinimumWidth(130)
        grid.addWidget(said, at, 1, Qt.AlignmentFlag.AlignTop)
    return grid


def _label(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName(name)
    if name == "sign":
        font = QFont(label.font())
        font.setWeight(QFont.Weight.DemiBold)
        label.setFont(font)
    return label


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
