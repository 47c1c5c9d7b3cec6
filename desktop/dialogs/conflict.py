"""What to do about a file that another program has changed meanwhile: each way with what it leads to."""

from enum import Enum

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.dialogs.buttons import press_focused
from desktop.dialogs.compare import CompareDialog, Way
from desktop.layout.style import Words
from desktop.panels.plaintext import plain
from desktop.storage.reader import Opened

WIDTH = 560
"""Px."""


class Conflict(Enum):
    """Save over theirs, load theirs, look at both first, save beside theirs, or leave all as it is."""

    MINE = "mine"
    THEIRS = "theirs"
    COPY = "copy"
    COMPARE = "compare"
    CANCEL = "cancel"


class ConflictDialog(QDialog):
    """`answer` is what was chosen; CANCEL until then, and when the dialog is closed."""

    def __init__(self, name: str, words: Words, *, mine_modified: bool, parent: QWidget | None = None) -> None:
        """name: of the file. mine_modified: whether there is anything here that is not saved."""
        super().__init__(parent)
        self.answer = Conflict.CANCEL
        self._words = words
        self.setObjectName("conflict")
        self.setWindowTitle(words("conflict.title"))
        self.buttons = {answer: self._button(answer) for answer in _ways(mine_modified=mine_modified)}
        self._arrange(name, mine_modified=mine_modified)
        self.setFixedWidth(WIDTH)
        self._cancel.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses what has the focus; none of the ways is the usual one."""
        if not press_focused(self, event):
            super().keyPressEvent(event)

    def _button(self, answer: Conflict) -> QPushButton:
        button = QPushButton(self._words(f"conflict.{answer.value}"))
        button.setAutoDefault(False)
        button.clicked.connect(self._choose)
        return button

    def _arrange(self, name: str, *, mine_modified: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(plain(self._words("conflict.heading").format(name=name), "heading", wrapped=True))
        column.addWidget(
            plain(self._words(f"conflict.{'modified' if mine_modified else 'unmodified'}"), "told", wrapped=True)
        )
        column.addLayout(self._choices())
        column.addLayout(self._foot())

    def _choices(self) -> QGridLayout:
        """The ways one below the other, beside each what it leads to."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (answer, button) in enumerate(self.buttons.items()):
            told = self._words(f"conflict.{answer.value}_told")
            button.setAccessibleDescription(told)
            grid.addWidget(button, row, 0)
            grid.addWidget(plain(told, "told", wrapped=True), row, 1)
        return grid

    def _foot(self) -> QHBoxLayout:
        self._cancel = QPushButton(self._words("answer.cancel"))
        self._cancel.setAutoDefault(False)
        self._cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._cancel)
        return row

    def _choose(self) -> None:
        pressed = self.sender()
        self.answer = next((answer for answer, button in self.buttons.items() if button is pressed), Conflict.CANCEL)
        self.accept()


def ask_conflict(parent: QWidget | None, name: str, words: Words, *, mine_modified: bool) -> Conflict:
    """Asks over a window; returns when somebody has answered."""
    dialog = ConflictDialog(name, words, mine_modified=mine_modified, parent=parent)
    dialog.exec()
    dialog.deleteLater()
    return dialog.answer


def ask_comparing(
    parent: QWidget | None, words: Words, mine: Opened, theirs: Opened, ways: tuple[Conflict, ...]
) -> Conflict:
    """Shows what differs; one of `ways` or, when it is only closed, CANCEL."""
    buttons = [Way(words(f"conflict.{way.value}"), way.value) for way in ways]
    titles = (words("compare.mine"), words("compare.theirs"))
    dialog = CompareDialog(words, mine.project.language, mine, theirs, titles, parent=parent, ways=buttons)
    dialog.exec()
    dialog.deleteLater()
    return Conflict(dialog.chosen) if dialog.chosen else Conflict.CANCEL


def _ways(*, mine_modified: bool) -> tuple[Conflict, ...]:
    if mine_modified:
        return Conflict.MINE, Conflict.THEIRS, Conflict.COPY, Conflict.COMPARE
    return Conflict.THEIRS, Conflict.MINE, Conflict.COPY, Conflict.COMPARE
