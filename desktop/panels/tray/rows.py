"""The lines of the tray for Qt: a heading for every group, its cards below it, the parking lot last."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.desk.desk import Desk
from desktop.desk.spoken import of_card
from desktop.desk.tray import Tray
from desktop.document.base import in_order
from desktop.document.cards import Card
from desktop.document.journey import Cluster
from desktop.document.keyed import find
from desktop.layout.names import counted
from desktop.panels.tips import tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
PARKING = "/parking"
"""The section of the parking lot; no id has a slash in it."""

LINE = Qt.ItemDataRole.UserRole
"""The `Line` itself."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A card, or without one the heading of a section, which is the id of a group or PARKING."""

    section: str
    card: Card | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands on the heading of a section."""

    title: str
    count: int
    feelings: str
    folded: bool


class TrayRows(QAbstractTableModel):
    """One column. What stays the same object on the map stays the same line, so that a note among thousands costs one
    row."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tray = Tray(desk)
        self._known: dict[str, tuple[Sequence[Card], list[Line]]] = {}
        self._heads: dict[str, Line] = {}
        self._folded: set[str] = set()
        self.lines: list[Line] = []
        self.refresh()

    def refresh(self) -> None:
        """Shows the desk's map as it is now."""
        lines = self._made()
        before, first, last = self.lines, 0, 0
        most = min(len(before), len(lines))
        while first < most and before[first] is lines[first]:
            first += 1
        while last < most - first and before[-1 - last] is lines[-1 - last]:
            last += 1
        self._change(first, len(before) - last, lines[first : len(lines) - last])

    def fold(self, section: str, folded: bool) -> None:
        """Hides or shows the cards of a section."""
        if folded != (section in self._folded):
            self._folded ^= {section}
            self.refresh()

    def row_of(self, thing: str) -> int:
        """The row of a card or of the heading of a section; −1 where there is none."""
        named = ((line.card.id if line.card else line.section) for line in self.lines)
        return next((row for row, name in enumerate(named) if name == thing), -1)

    def heading(self, section: str) -> Heading:
        """What is told of a section."""
        words, journey = self._desk.words, self._desk.journey
        folded = section in self._folded
        if section == PARKING or journey is None:
            return Heading(words("tray.parking"), len(journey.parking) if journey else 0, "", folded)
        group = find(journey.inbox, section) or Cluster(id=section)
        felt = len(group.markers)
        told = counted(words, "tray.feeling", "tray.feelings", felt) if felt else ""
        return Heading(group.title or words("tray.loose"), len(group.cards), told, folded)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        shown = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        fixed = self._desk.session.read_only or self.lines[index.row()] is self._heads.get(PARKING)
        return shown if fixed else shown | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return line.card.text if line.card else self._title(line.section, role)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return of_card(line.card, self._desk.words) if line.card else self._said(line.section)
        return tip(line.card.text) if role == Qt.ItemDataRole.ToolTipRole and line.card else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        line = self.lines[index.row()]
        if role != Qt.ItemDataRole.EditRole or str(value) == self.data(index, role):
            return False
        if line.card is not None:
            return self._tray.rewrite(line.card.id, str(value))
        return self._tray.rename(line.section, str(value))

    def _title(self, section: str, role: int) -> str:
        """What is written of a section; of the loose notes there is nothing written."""
        journey = self._desk.journey
        group = find(journey.inbox, section) if journey and section != PARKING else None
        return group.title if group and role == Qt.ItemDataRole.EditRole else self.heading(section).title

    def _said(self, section: str) -> str:
        told = self.heading(section)
        count = counted(self._desk.words, "clip.card", "clip.cards", told.count)
        return ", ".join(filter(None, (told.title, count, told.feelings)))

    def _made(self) -> list[Line]:
        """All lines; none for a map with nothing in inbox and parking lot."""
        journey = self._desk.journey
        if journey is None or not (journey.inbox or journey.parking):
            return []
        lines: list[Line] = []
        for group in in_order(journey.inbox):
            lines += self._section(group.id, group.cards)
        return lines + self._section(PARKING, journey.parking)

    def _section(self, section: str, cards: tuple[Card, ...]) -> list[Line]:
        head = self._heads.setdefault(section, Line(section))
        if section in self._folded:
            return [head]
        known = self._known.get(section)
        if known is None or known[0] is not cards:
            before = {line.card.id: line for line in known[1] if line.card} if known else {}
            made = [_kept(before.get(card.id), Line(section, card)) for card in in_order(cards)]
            known = self._known[section] = cards, made
        return [head, *known[1]]

    def _change(self, first: int, end: int, new: list[Line]) -> None:
        """Puts new lines in place of those from `first` up to `end`."""
        old = self.lines[first:end]
        if [_name(line) for line in old] == [_name(line) for line in new]:
            self.lines[first:end] = new
            if new:
                self.dataChanged.emit(self.index(first, 0), self.index(end - 1, 0))
            return
        if old:
            self.beginRemoveRows(NOWHERE, first, end - 1)
            del self.lines[first:end]
            self.endRemoveRows()
        if new:
            self.beginInsertRows(NOWHERE, first, first + len(new) - 1)
            self.lines[first:first] = new
            self.endInsertRows()


def _kept(before: Line | None, now: Line) -> Line:
    """The line that showed the same card, so that it stays the same object."""
    return before if before is not None and before.card is now.card else now


def _name(line: Line) -> tuple[str, str]:
    return line.section, line.card.id if line.card else ""
