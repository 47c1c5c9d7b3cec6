"""The rows of a list of findings: headings, shares as bars, sentences with a reason and a place to go to."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.method.coverage import Share

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ROW = Qt.ItemDataRole.UserRole


class Sort(Enum):
    """How a row looks. Only shares and findings can be chosen."""

    HEADING = "heading"
    SHARE = "share"
    STATE = "state"
    FINDING = "finding"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Row:
    """`aside` is the reason under a finding, the figure at the right of a share or a state; `spoken` is what is read
    out where that differs. `key` is what it is known by, `things` the ids to go to."""

    sort: Sort
    text: str
    aside: str = ""
    key: str = ""
    things: tuple[str, ...] = ()
    share: Share | None = None
    spoken: str = ""

    @property
    def may_be_chosen(self) -> bool:
        """Whether one can stand on it and go to what it is about."""
        return self.sort in (Sort.SHARE, Sort.FINDING)


class Rows(QAbstractListModel):
    """What a panel found out last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()

    @property
    def rows(self) -> Sequence[Row]:
        return self._rows

    def show_rows(self, rows: Sequence[Row]) -> bool:
        """Other rows; whether they differ from those before."""
        if rows == self._rows:
            return False
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return True

    def near(self, key: str, number: int) -> QModelIndex:
        """The row with this key, else the one that can be chosen nearest to a number, else nowhere."""
        free = [at for at, row in enumerate(self._rows) if row.may_be_chosen]
        same = [at for at in free if key and self._rows[at].key == key]
        at = next(iter((*same, *sorted(free, key=lambda one: abs(one - number)))), -1)
        return self.index(at) if at >= 0 else QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not self._rows[index.row()].may_be_chosen:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken or ", ".join(filter(None, (row.text, row.aside)))
        return row.text if role == Qt.ItemDataRole.DisplayRole else None
