"""The agenda as a table: when a point begins, what it is called, how many minutes it has."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.desk.agenda import Agenda
from desktop.desk.show import Show
from desktop.document.journey import AgendaPoint
from desktop.document.showing import Row, State
from desktop.layout.style import Words
from desktop.panels.show.times import hour

TIME, TITLE, MINUTES = range(3)
LONGEST = 999
"""Minutes that a point may have at most."""

STATE = Qt.ItemDataRole.UserRole
CARRIED = "application/x-journeywall-agenda-point"
"""What is dragged: the id of a point."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table. `time` is that of the day while a run goes on, else how long after the beginning.

    `given`: the minutes that are left to it, as the rest is squeezed.
    """

    point: AgendaPoint
    time: str
    given: int
    state: State

    @property
    def minutes(self) -> str:
        """“15”, “15 → 10” where it gets shorter."""
        return f"{self.point.minutes} → {self.given}" if self.given < self.point.minutes else str(self.point.minutes)


class AgendaModel(QAbstractTableModel):
    """Follows a show; title and minutes can be written, rows can be dragged."""

    def __init__(self, show: Show, agenda: Agenda, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self._agenda = agenda
        self._words = words
        self._lines = _lines(show)

    @property
    def lines(self) -> tuple[Line, ...]:
        return self._lines

    def refresh(self) -> None:
        """Shows the agenda as it is now; views are told of nothing but what is different."""
        before, after = self._lines, _lines(self._show)
        if before == after:
            return
        if [line.point.id for line in before] != [line.point.id for line in after]:
            self.beginResetModel()
            self._lines = after
            self.endResetModel()
            return
        self._lines = after
        changed = [row for row, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
        self.dataChanged.emit(self.index(changed[0], TIME), self.index(changed[-1], MINUTES))

    def point(self, index: Index) -> AgendaPoint | None:
        """What stands in a row."""
        return self._lines[index.row()].point if index.isValid() else None

    def row_of(self, point: str) -> int:
        """Where a point stands; −1 for one that does not."""
        return next((row for row, line in enumerate(self._lines) if line.point.id == point), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent and parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent and parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (line.time, line.point.title, line.minutes)[index.column()]
        if role == Qt.ItemDataRole.EditRole:
            return (line.time, line.point.title, str(line.point.minutes))[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = self._words(f"show.state.{line.state.value}")
            return self._words("show.line").format(
                time=line.time, title=line.point.title, minutes=line.point.minutes, state=state
            )
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.point.prompt if index.column() == TITLE else None
        return line.state if role == STATE else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Writes a title or minutes, which stop at LONGEST; whether anything changed."""
        point, text = self.point(index), str(value).strip()
        if point is None or role != Qt.ItemDataRole.EditRole:
            return False
        if index.column() == TITLE:
            return self._agenda.edit(point.id, title=text)
        return text.isdecimal() and self._agenda.edit(point.id, minutes=min(int(text), LONGEST))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Things are dropped between rows, never on them."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDragEnabled
        written = index.column() != TIME and not self._agenda.fixed
        return flags | Qt.ItemFlag.ItemIsEditable if written else flags

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [CARRIED]

    def mimeData(self, indexes: Any) -> QMimeData:
        """The point of the first of these rows."""
        carried = QMimeData()
        point = self.point(indexes[0])
        carried.setData(CARRIED, point.id.encode() if point else b"")
        return carried

    def dropMimeData(self, carried: QMimeData, action: Qt.DropAction, row: int, _column: int, _parent: Index) -> bool:
        """Moves the point that is carried before a row, to the end where there is none."""
        point = bytes(carried.data(CARRIED).data()).decode()
        if action != Qt.DropAction.MoveAction or self.row_of(point) < 0:
            return False
        self._agenda.place(point, self._lines[row].point.id if 0 <= row < len(self._lines) else "")
        return True


def _lines(show: Show) -> tuple[Line, ...]:
    rows = show.rows
    first = rows[0].start if rows else 0.0
    return tuple(
        Line(row.point, hour(row.start) if show.running else _after(row.start - first), _given(row), row.state)
        for row in rows
    )


def _given(row: Row) -> int:
    """Whole minutes of a point that is still to come; those of the agenda for all others."""
    return round((row.end - row.start) / 60) if row.state is State.AHEAD else row.point.minutes


def _after(seconds: float) -> str:
    """“0:35” after the beginning, in hours and minutes."""
    minutes = round(seconds / 60)
    return f"{minutes // 60}:{minutes % 60:02}"
