"""What came of a test: each variant with its share, the plain sentence, and the experiment that it belongs to."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from desktop.desk.feedback import told_refused
from desktop.desk.testresults import TestResults, figure, sentences
from desktop.dialogs.curve.pieces import form
from desktop.dialogs.feedback.pieces import NOWHERE, Index, choice, dress, show_warned, told
from desktop.document.cards import Outcome
from desktop.exchange.columns import Outcomes
from desktop.layout.style import Words

COLUMNS = ("variant", "visitors", "conversions", "share")
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
SIDE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
FEW, TALL = 130, 220
"""Px of a column of figures, and of the table."""


class Variants(QAbstractTableModel):
    """The variants with their figures."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.outcomes: Sequence[Outcome] = ()

    def show_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        """Others."""
        self.beginResetModel()
        self.outcomes = outcomes
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.outcomes)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return SIDE if section else LEFT
        if way == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._words(f"column.{COLUMNS[section]}")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return SIDE
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        one = self.outcomes[index.row()]
        share = 100 * one.conversions / one.visitors if one.visitors else 0.0
        counts = (figure(one.visitors, self._words), figure(one.conversions, self._words))
        return (one.variant, *counts, f"{figure(share, self._words)} %")[index.column()]


class ResultsPage(QWidget):
    """`card` is the experiment that the results belong to, "" for a new one."""

    def __init__(self, results: TestResults, words: Words) -> None:
        super().__init__()
        self._words = words
        self.variants = Variants(words, self)
        self.table = QTableView(self)
        self.sentence = told("", "sentence")
        self.note = told("", "note")
        self.card_field = choice(words("testing.experiment"))
        self._results = results
        self._arrange()

    @property
    def card(self) -> str:
        return str(self.card_field.currentData())

    def show_outcomes(self, found: Outcomes, title: str) -> None:
        """What the table says, and the experiments that it may be about, the likeliest first."""
        words = self._words
        self.card_field.clear()
        for card in self._results.likely(found.outcomes, title):
            self.card_field.addItem(" ".join(card.text.split()) or words("project.untitled"), card.id)
        self.card_field.addItem(words("testing.new"), "")
        self.variants.show_outcomes(found.outcomes)
        said = "\n".join(sentences(found.outcomes, words)) or words("testing.one_variant")
        show_warned(self.sentence, said, warned=not self.sound)
        self.note.setText(told_refused(found.refused, words) or words("testing.method"))

    @property
    def sound(self) -> bool:
        """Whether there is something to compare."""
        return len(self.variants.outcomes) > 1

    def _arrange(self) -> None:
        dress(self.table, "feedbackvariants", self._words("testing.variants"), self.variants)
        head = self.table.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultSectionSize(FEW)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(form([(self._words("testing.experiment"), self.card_field)]))
        column.addWidget(self.sentence)
        column.addWidget(self.table, 1)
        column.addWidget(self.note)
        column.addStretch(1)
        self.table.setMaximumHeight(TALL)
