"""Before anything is added from another file: what comes, where both differ, and whose version stands."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.desk.adding import Adding
from desktop.dialogs.adding.contradictions import CHOICES, Contradictions
from desktop.dialogs.buttons import answers
from desktop.dialogs.differences import chapters, summary
from desktop.dialogs.differencetree import DifferenceTree
from desktop.document.compare import compare
from desktop.document.merge.conflicts import Choice
from desktop.document.merge.whole import Merged
from desktop.layout.names import counted
from desktop.panels.plaintext import plain

WINDOW = (980, 680)
SIDE = 220
"""Px of the tree's two right columns."""


class AddDialog(QDialog):
    """`merged` is what the project becomes, as it was decided last."""

    def __init__(self, adding: Adding, merged: Merged, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._adding = adding
        self._words = words = adding.desk.words
        self._conflicts = merged.conflicts
        self.merged = merged
        self.setObjectName("adding")
        self.setWindowTitle(words("adding.title").format(name=adding.guest.name))
        self.heading, self.told = plain("", "heading", wrapped=True), plain("", "note", wrapped=True)
        self.contradictions = Contradictions(words)
        self.tree = DifferenceTree(words, SIDE)
        self.all = QComboBox()
        self._arrange()
        self.contradictions.show_conflicts(merged.conflicts)
        self.contradictions.decided.connect(self._decide)
        self._show()
        self.resize(*WINDOW)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addWidget(self.told)
        if self._conflicts:
            column.addLayout(self._head())
            column.addWidget(self.contradictions, 2)
        column.addWidget(plain(self._words("adding.comes"), "section", wrapped=True))
        column.addWidget(self.tree, 3)
        foot = answers(self, "adding.go", self._words)
        column.addWidget(foot)
        foot.setFocus()  # Return adds, unless somebody goes to the list and decides

    def _head(self) -> QHBoxLayout:
        """How many contradictions there are, and one decision for all."""
        row = QHBoxLayout()
        row.addWidget(plain(self._words("adding.contradictions"), "section", wrapped=True), 1)
        self.all.addItem(self._words("adding.all"))
        self.all.addItems([self._words(f"adding.keep.{choice}") for choice in CHOICES])
        self.all.setAccessibleName(self._words("adding.all"))
        self.all.activated.connect(self._decide_all)
        row.addWidget(self.all)
        return row

    def _decide_all(self, index: int) -> None:
        if index:
            self.contradictions.decide_all(CHOICES[index - 1])

    def _decide(self) -> None:
        self.merged = self._adding.proposed(self.contradictions.choices, self._otherwise)
        self._show()

    @property
    def _otherwise(self) -> Choice:
        return CHOICES[max(0, self.all.currentIndex() - 1)]

    def _show(self) -> None:
        differences = compare(self._adding.desk.project, self.merged.project)
        words = self._words
        code = "adding.some" if differences else "adding.none"
        self.heading.setText(words(code).format(name=self._adding.guest.name))
        parts = [text for _, text in summary(differences, words)]
        if self._conflicts:
            parts.append(counted(words, "adding.conflict", "adding.conflicts", len(self._conflicts)))
        self.told.setText(" · ".join(parts))
        self.tree.show_chapters(chapters(differences, words))
