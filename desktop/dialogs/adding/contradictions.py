"""The list of what two people have differently, with whose value stands beside each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHeaderView, QTreeWidget, QTreeWidgetItem

from desktop.dialogs.differences import named
from desktop.dialogs.disagreement import field, sides
from desktop.document.merge.conflicts import Choice, Choices, Conflict
from desktop.layout.style import Words

CHOICES: tuple[Choice, ...] = ("both", "mine", "theirs")
MOST = 300
"""Rows; what is beyond is decided together with all."""

WIDTH = 150
"""Px of the column in which one decides."""

ROW = 36
"""Px of the height of a row."""


class Contradictions(QTreeWidget):
    """`decided` is emitted after every decision; `choices` are those that were made one by one."""

    decided = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._conflicts: list[Conflict] = []
        self.boxes: list[QComboBox] = []
        self.setObjectName("contradictions")
        self.setAccessibleName(words("adding.contradictions"))
        self.setColumnCount(4)
        self.setHeaderLabels([words(f"adding.column.{name}") for name in ("what", "mine", "theirs", "keep")])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        head = self.header()
        head.setStretchLastSection(False)
        for column in range(3):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(3, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(3, WIDTH)

    def show_conflicts(self, conflicts: Sequence[Conflict]) -> None:
        """All of them decided alike at first."""
        self.clear()
        self._conflicts, self.boxes = list(conflicts[:MOST]), []
        for conflict in self._conflicts:
            item = QTreeWidgetItem(self, self._texts(conflict))
            for column in range(3):
                item.setToolTip(column, item.text(column))
            self.boxes.append(self._box(item.text(0)))
            self.setItemWidget(item, 3, self.boxes[-1])
            item.setSizeHint(3, self.boxes[-1].sizeHint().expandedTo(self.boxes[-1].minimumSize()))
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)

    @property
    def choices(self) -> Choices:
        """Decisions by the key of their conflict."""
        return {one.key: CHOICES[box.currentIndex()] for one, box in zip(self._conflicts, self.boxes, strict=True)}

    def decide_all(self, choice: Choice) -> None:
        """The same for each."""
        for box in self.boxes:
            box.blockSignals(True)
            box.setCurrentIndex(CHOICES.index(choice))
            box.blockSignals(False)
        self.decided.emit()

    def _texts(self, conflict: Conflict) -> list[str]:
        thing = f"{named(conflict.name, self._words)} · {field(conflict, self._words)}"
        return [thing, *sides(conflict, self._words)]

    def _box(self, about: str) -> QComboBox:
        box = _Decision()
        box.addItems([self._words(f"adding.keep.{choice}") for choice in CHOICES])
        box.setAccessibleName(about)
        box.setMinimumHeight(ROW - 8)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.currentIndexChanged.connect(self.decided)
        return box


class _Decision(QComboBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # it scrolls the list; nobody decides by that
