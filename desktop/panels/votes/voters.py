"""How many people vote and how many votes each has, to be put right while the vote goes on."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QHBoxLayout, QLabel, QSpinBox, QWidget

from desktop.desk.votes import Votes

MOST_PEOPLE, MOST_EACH = 500, 999
"""The most that can be said."""

WIDTH = 44
"""Px of a number."""

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Voters(QWidget):
    """Two numbers: Enter or leaving them counts, Escape gives up what was typed. left(): either was pressed."""

    left = Signal()

    def __init__(self, votes: Votes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._votes = votes
        self._shown = (0, 0)
        words = votes.desk.words
        self.people, self.each = number(0, MOST_PEOPLE), number(0, MOST_EACH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._captions = []
        for code, field in (("people", self.people), ("each", self.each)):
            caption = QLabel(words(f"votes.voters.{code}"))
            caption.setObjectName("caption")
            caption.setBuddy(field)
            field.setAccessibleName(words(f"field.ballot.{code}"))
            field.setFixedWidth(WIDTH)
            field.editingFinished.connect(self.commit)
            field.installEventFilter(self)
            self._captions.append(caption)
            row.addWidget(field)
            row.addWidget(caption)
            row.addSpacing(8)
        row.addStretch(1)

    def follow(self) -> None:
        """Shows the ballot as it is now; there is nothing to put right when its result is shown. What is being typed
        stays unless the number itself is another."""
        votes, ballot = self._votes, self._votes.ballot
        self.setVisible(votes.taking)
        for widget in (self.each, self._captions[1]):
            widget.setVisible(not votes.grading)
        figures = (ballot.people, ballot.each) if ballot else (0, 0)
        for field, value, before in zip((self.people, self.each), figures, self._shown, strict=True):
            if value != before:
                field.setValue(value)
        self._shown = figures

    def commit(self) -> None:
        """What is typed counts."""
        ballot = self._votes.ballot
        if ballot is None or not self._votes.taking:
            return
        for field in (self.people, self.each):
            field.interpretText()
        if (self.people.value(), self.each.value()) != (ballot.people, ballot.each):
            self._votes.change(people=self.people.value(), each=self.each.value())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Escape go back to the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in ENTER:
                self.commit()
                self.left.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._give_up()
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _give_up(self) -> None:
        ballot = self._votes.ballot
        if ballot is not None:
            self.people.setValue(ballot.people)
            self.each.setValue(ballot.each)


def number(value: int, most: int) -> QSpinBox:
    """A number from 0 that is typed or changed by arrow keys."""
    box = QSpinBox()
    box.setRange(0, most)
    box.setValue(value)
    box.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
    box.setKeyboardTracking(False)
    box.setAlignment(Qt.AlignmentFlag.AlignRight)
    return box
