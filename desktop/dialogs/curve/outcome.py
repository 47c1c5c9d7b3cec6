"""What would come of it: every step with how many people, their feeling, the spread, and what stands there now."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.desk.curve import Outlook
from desktop.dialogs.curve.pieces import feeling, figures
from desktop.layout.style import Words
from desktop.panels.theme import FINGER, for_fingers

COLUMNS = ("step", "people", "feeling", "spread", "now")
ROW = 26
"""Px."""

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class OutcomeModel(QAbstractTableModel):
    """A row for each step."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._rows: Sequence[Outlook] = ()

    def show_outlook(self, rows: Sequence[Outlook]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._words(f"curve.{COLUMNS[section]}")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts(self._rows[index.row()])[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(index.column())
        return None

    def _texts(self, row: Outlook) -> tuple[str, ...]:
        """The marker that stands there now is typed or computed; of a computed one n is told."""
        marker = row.marker
        now = feeling(marker.value, self._words) if marker else ""
        if marker and marker.computed and marker.computed.people:
            now = f"{now} · n {marker.computed.people}"
        return (row.step.title or self._words("curve.unnamed"), *figures(row.felt, self._words), now)


class OutcomeTable(QTableView):
    """Read only; the selection says nothing."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.rows = OutcomeModel(words)
        self.rows.setParent(self)
        self.setObjectName("outcome")
        self.setAccessibleName(words("curve.outcome"))
        self.setModel(self.rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(FINGER if for_fingers() else ROW)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)


def _side(column: int) -> int:
    """Words begin at the left, figures end at the right."""
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
