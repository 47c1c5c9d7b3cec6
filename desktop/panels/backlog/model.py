"""A table of cards as Qt's views see it: what is typed there is handed to the backlog, one step each."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.desk.backlog import Backlog
from desktop.panels.backlog.columns import CHOICE, GRADE, TABLES, TYPED, Column, Line, lines_of
from desktop.panels.inspector.codecs import DATE
from desktop.panels.inspector.field import UnfitError
from desktop.panels.tips import tip

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()
LINE, COLUMN = Role.UserRole, Role.UserRole + 1
"""The row's Line, the column's Column."""

EDITED = (GRADE, CHOICE, TYPED)


class Lines(QAbstractTableModel):
    """The cards of one kind. Rows that stay the same card stay where the view has them."""

    def __init__(self, backlog: Backlog, kind: str) -> None:
        super().__init__()
        self.kind = kind
        self.columns = TABLES[kind]
        self.lines: list[Line] = []
        self._backlog = backlog
        self._words = backlog.desk.words

    def follow(self) -> None:
        """Shows what the backlog says now; the view keeps its place where the same cards are in the same order."""
        lines = lines_of(self._backlog, self.kind)
        if [line.card.id for line in lines] == [line.card.id for line in self.lines]:
            self._exchange(lines)
            return
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def row_of(self, card: str) -> int:
        """Where a card stands, -1 for nowhere."""
        return next((row for row, line in enumerate(self.lines) if line.card.id == card), -1)

    def has_any(self, column: int) -> bool:
        """Whether any row has something in a column."""
        return any(self.columns[column].said(line, self._words) for line in self.lines)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        code = self.columns[section].code
        named = self._words(f"backlog.column.{code}")
        if role == Role.DisplayRole:
            return "№" if code == "number" else named
        return named if role in (Role.ToolTipRole, Role.AccessibleTextRole) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        editable = self.columns[index.column()].form in EDITED and not self._backlog.desk.session.read_only
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], self.columns[index.column()]
        if role == Role.EditRole:
            value = column.value(line)
            return str(value) if column.form == GRADE else value if column.form == CHOICE else column.codec.say(value)
        if role == Role.DisplayRole:
            return column.said(line, self._words)
        if role == Role.ToolTipRole:
            return self._tip(line, column)
        return {LINE: line, COLUMN: column}.get(Role(role))

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """What is typed; False, and a sentence, where it does not fit."""
        if role != Role.EditRole or not index.isValid():
            return False
        line, column = self.lines[index.row()], self.columns[index.column()]
        try:
            read = int(value or 0) if column.form == GRADE else column.codec.read(str(value))
        except UnfitError:
            self._backlog.desk.said.emit(self._words("backlog.refused.date"))
            return False
        if read == column.value(line):
            return False
        return self._backlog.set_value(line.card.id, column.path, read, self._words(f"backlog.column.{column.code}"))

    def _tip(self, line: Line, column: Column) -> str | None:
        if column.codec is DATE and line.overdue:
            return self._words("backlog.overdue").format(date=line.card.due)
        return tip(column.said(line, self._words)) or None

    def _exchange(self, lines: list[Line]) -> None:
        """Tells of the rows that are other ones."""
        before, self.lines = self.lines, lines
        for row, (was, now) in enumerate(zip(before, lines, strict=True)):
            if was != now:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))
