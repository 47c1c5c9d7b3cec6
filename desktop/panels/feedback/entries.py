"""The list of what customers say: a touchpoint with its figures on each row, and below them what tests say."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate

from desktop.desk.feedback import Told
from desktop.layout.style import Words
from desktop.panels.feedback.spoken import aloud, at_length
from desktop.panels.tips import tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ENTRY = Qt.ItemDataRole.UserRole
LOW = 48
"""Px of a list at least: on a small screen, made for fingers, two of them and a trend stand above each other."""

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Sort(Enum):
    """How a row looks. Headings cannot be chosen."""

    HEADING = "heading"
    TOLD = "told"
    TEST = "test"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Entry:
    """`thing` is what is gone to, `told` its figures. `aside` is what stands small under the text, `marked` what stands
    beside that."""

    sort: Sort
    text: str
    aside: str = ""
    thing: str = ""
    told: Told | None = None
    marked: str = ""
    about: Any = None


class Entries(QAbstractListModel):
    """Rows of a list."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.entries: Sequence[Entry] = ()

    def show_entries(self, entries: Sequence[Entry]) -> bool:
        """Others; whether they differ."""
        if entries == self.entries:
            return False
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()
        return True

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.entries[index.row()].sort is Sort.HEADING:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.entries):
            return None
        entry = self.entries[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return entry
            case Qt.ItemDataRole.DisplayRole:
                return entry.text
            case Qt.ItemDataRole.AccessibleTextRole:
                said = [aloud(one, self._words) for one in entry.told.summaries] if entry.told else []
                return ". ".join(filter(None, (entry.text, entry.aside, *said, entry.marked)))
            case Qt.ItemDataRole.ToolTipRole if entry.told:
                return tip("\n".join(at_length(one, self._words) for one in entry.told.summaries))
        return None


class EntryList(QListView):
    """pressed(entry, onwards): a click or Return on a row, `onwards` by the key. stood_on(): on another row. left()."""

    pressed_on = Signal(object, bool)
    stood_on = Signal()
    left = Signal()

    def __init__(self, name: str, words: Words) -> None:
        super().__init__()
        self.rows = Entries(words, self)
        self.setModel(self.rows)
        self.setObjectName("findings")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(LOW)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.clicked.connect(self._press)
        self.selectionModel().currentChanged.connect(self._stand)

    @property
    def chosen(self) -> Entry | None:
        """The row that one stands on."""
        entry = self.currentIndex().data(ENTRY)
        return entry if isinstance(entry, Entry) and entry.sort is not Sort.HEADING else None

    def dress(self, face: QStyledItemDelegate) -> None:
        """How its rows are painted."""
        self.setItemDelegate(face)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Other rows; who stood on one stands on it still."""
        chosen, top = self.chosen, self.verticalScrollBar().value()
        if self.rows.show_entries(entries):
            if chosen is not None:
                self.setCurrentIndex(self.rows.index(self._near(chosen)))
            self.verticalScrollBar().setValue(top)

    def take_focus(self) -> None:
        """The first row, unless one is chosen."""
        if self.chosen is None:
            first = next((at for at, each in enumerate(self.rows.entries) if each.sort is not Sort.HEADING), 0)
            self.setCurrentIndex(self.rows.index(first))
        self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Who stood on a row that was seen sees it still."""
        super().resizeEvent(event)
        at = self.currentIndex()
        seen = at.isValid() and QRect(QPoint(), event.oldSize()).intersects(self.visualRect(at))
        self.scheduleDelayedItemsLayout()
        if seen:
            self.executeDelayedItemsLayout()
            self.scrollTo(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry = self.chosen
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in ENTER and entry is not None:
            self.pressed_on.emit(entry, True)
        else:
            super().keyPressEvent(event)

    def _near(self, entry: Entry) -> int:
        same = (at for at, each in enumerate(self.rows.entries) if (each.sort, each.thing) == (entry.sort, entry.thing))
        return next(same, -1)

    def _press(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY)
        if isinstance(entry, Entry) and entry.sort is not Sort.HEADING:
            self.pressed_on.emit(entry, False)

    def _stand(self) -> None:
        self.stood_on.emit()
