"""How many words the card may carry, and a way to be rid of the rest."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.desk.budget import budget, count_words, rest_to_details
from desktop.desk.desk import Desk
from desktop.document.cards import Card
from desktop.document.locate import columns_of
from desktop.panels.inspector.field import Caption
from desktop.panels.inspector.form import NOTHING, Subject


class BudgetLine(QWidget):
    """“6 of 9 words” for a single card; over the budget also a button that moves the rest to the details."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("budget")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._subject = NOTHING
        self._room = 0
        self.said = Caption()
        self.button = QPushButton(desk.words("budget.move"))
        self.button.clicked.connect(self._move_rest)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.said)
        column.addWidget(self.button)

    def show_things(self, subject: Subject) -> None:
        """Counts the words of the one card; nothing is said of anything else."""
        self._subject = subject
        journey = self._desk.journey
        card = subject.things[0] if len(subject.things) == 1 else None
        if journey is None or not isinstance(card, Card):
            self.hide()
            return
        self._room = budget(card, columns_of(journey))
        self.count(card.text)
        self.show()

    def count(self, text: str) -> None:
        """Says how many words these are."""
        words = count_words(text)
        self.said.setText(self._desk.words("budget.words").format(count=words, budget=self._room))
        self.button.setVisible(words > self._room)

    def _move_rest(self) -> None:
        subject = self._subject
        self._desk.attempt(
            self._desk.words("edit.budget"), lambda project: rest_to_details(project, subject.map_id, subject.ids[0])
        )
