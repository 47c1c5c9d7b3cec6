"""What the names in a table mean on the map: each with suggestions, or nothing, or left open."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QVBoxLayout, QWidget

from desktop.desk.feedback import Place, places_of
from desktop.desk.intake import NOTHING, Name
from desktop.dialogs.feedback.pieces import NOWHERE, Index, dress, show_warned, told, unmarked
from desktop.document.journey import JourneyMap
from desktop.layout.names import map_name, name_of
from desktop.layout.style import Words
from desktop.panels.theme import colour
from desktop.panels.tips import tip

NAME, ROWS, MEANS = range(3)
COLUMNS = ("name", "rows", "means")
FEW, WIDE = 88, 300
"""Px of the columns with the number of rows and with the names."""

LEFT_OPEN = "open"
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
AWAY = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Names(QAbstractTableModel):
    """The names with what they mean."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.names: list[Name] = []
        self.maps: list[str] = []
        self.places: dict[str, Place] = {}

    def show_names(self, names: Sequence[Name], maps: Sequence[JourneyMap]) -> None:
        """Other names, and the maps whose things they may mean; the first is the one that they are about."""
        self.beginResetModel()
        self.names = list(names)
        self.maps = [map_name(one, self._words) for one in maps]
        named = zip(["", *self.maps[1:]], maps, strict=True) if maps else ()
        self.places = {place.thing: place._replace(map=name) for name, one in named for place in places_of(one)}
        self.endResetModel()

    def mean(self, row: int, thing: str | None) -> None:
        """The name of a row means something else."""
        self.names[row] = replace(self.names[row], thing=thing)
        self.dataChanged.emit(self.index(row, NAME), self.index(row, MEANS))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.names)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if way == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._words(f"names.{COLUMNS[section]}")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        name = self.names[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return (name.text, f"{name.rows}", self.meaning(name))[index.column()]
            case Qt.ItemDataRole.ToolTipRole:
                return tip(name.text if index.column() == NAME else self.meaning(name))
            case Qt.ItemDataRole.TextAlignmentRole:
                return _side(index.column())
            case Qt.ItemDataRole.ForegroundRole if index.column() == MEANS:
                return colour("danger" if name.open else "ink_3" if name.thing == NOTHING else "ink")
            case Qt.ItemDataRole.FontRole if index.column() == MEANS and name.open:
                font = QFont()
                font.setWeight(QFont.Weight.DemiBold)
                return font
        return None

    def meaning(self, name: Name) -> str:
        """What it means in words: “Card terminal · Touchpoint · Leave › Pays”."""
        if name.thing is None:
            return self._words("names.open" if name.suggested else "names.unlike")
        if name.thing == NOTHING:
            return self._words("names.nothing")
        place = self.places.get(name.thing)
        return label(place, self._words) if place else self._words("names.elsewhere")


class NameTable(QTableView):
    """A click, Return or the space bar offers what a name may mean; Delete says that it means nothing."""

    def __init__(self, names: Names, words: Words) -> None:
        super().__init__()
        self._names = names
        self._words = words
        self.menu = QMenu(self)
        self.menu.triggered.connect(self._take)
        self.clicked.connect(self.offer)
        dress(self, "feedbacknames", words("names.list"), names)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(MEANS, QHeaderView.ResizeMode.Stretch)
        head.resizeSection(NAME, WIDE)
        head.resizeSection(ROWS, FEW)

    def offer(self, index: Index) -> None:
        """The menu of what the name of a row may mean."""
        name, words = self._names.names[index.row()], self._words
        self.menu.clear()
        for found in name.suggested:
            if found.thing in self._names.places:
                self._add(self.menu, label(self._names.places[found.thing], words), found.thing, name)
        self.menu.addSeparator()
        self._offer_map(self.menu, "", name)
        for other in self._names.maps[1:]:
            self._offer_map(self.menu.addMenu(unmarked(words("names.on_map").format(map=other))), other, name)
        self.menu.addSeparator()
        self._add(self.menu, words("names.nothing"), NOTHING, name)
        self._add(self.menu, words("names.leave_open"), None, name)
        box = self.visualRect(self._names.index(index.row(), MEANS))
        self.menu.popup(self.viewport().mapToGlobal(QPoint(box.left(), box.bottom())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self.currentIndex()
        if event.key() in ENTER and at.isValid() and not event.modifiers():
            self.offer(at)
        elif event.key() in AWAY and at.isValid():
            self._names.mean(at.row(), NOTHING)
        else:
            super().keyPressEvent(event)

    def _offer_map(self, menu: QMenu, called: str, name: Name) -> None:
        """The stages of a map, each with what stands in it."""
        for stage, places in self._by_stage(called).items():
            inner = menu.addMenu(unmarked(stage))
            for place in places:
                self._add(inner, label(place, self._words, within=True), place.thing, name)

    def _by_stage(self, called: str) -> dict[str, list[Place]]:
        """Stages of a map with themselves, their steps and their touchpoints."""
        found: dict[str, list[Place]] = defaultdict(list)
        for place in self._names.places.values():
            if place.map == called and place.kind in ("stage", "step", "touchpoint"):
                stage = place.name if place.kind == "stage" else place.where.split(" › ")[0]
                found[stage or self._words("names.aside")].append(place)
        return found

    def _add(self, menu: QMenu, text: str, thing: str | None, name: Name) -> None:
        action = menu.addAction(unmarked(text))
        action.setData((thing,))
        action.setCheckable(True)
        action.setChecked(name.thing == thing)

    def _take(self, action: QAction) -> None:
        if action.data() is not None:
            self._names.mean(self.currentIndex().row(), action.data()[0])


class NamesPage(QWidget):
    """changed(): a name means something else."""

    changed = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.names = Names(words, self)
        self.table = NameTable(self.names, words)
        self.note, self.refused, self.about = told("", "note"), told("", "problem"), told("", "about")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.about)
        column.addWidget(self.table, 1)
        column.addWidget(self.refused)
        column.addWidget(self.note)
        self.names.dataChanged.connect(self._show)

    def show_names(self, names: Sequence[Name], maps: Sequence[JourneyMap], refused: str = "") -> None:
        """What there is to decide; `refused` tells of rows that could not be read. Which map is meant is said where
        there are several."""
        self.names.show_names(names, maps)
        called = self.names.maps
        self.about.setText(self._words("names.of_map").format(map=called[0]) if called else "")
        self.about.setVisible(len(called) > 1)
        self.refused.setText(refused)
        self.refused.setVisible(bool(refused))
        self.table.setCurrentIndex(self.names.index(0, NAME))
        self._show()

    def _show(self) -> None:
        words, names = self._words, self.names.names
        open_ = [name for name in names if name.open]
        rows = sum(name.rows for name in open_)
        if open_:
            said = words("names.some_one" if len(open_) == 1 else "names.some").format(count=len(open_), rows=rows)
        else:
            said = words("names.all")
        show_warned(self.note, f"{said} {words('names.hint')}", warned=False)
        self.changed.emit()


def label(place: Place, words: Words, *, within: bool = False) -> str:
    """A place in words: its name, what it is, and where; neither its map nor its stage `within` their menu."""
    what = name_of("kind", place.kind, words)
    where = place.where.split(" › ")[-1] if within and " › " in place.where else "" if within else place.where
    elsewhere = words("names.on_map").format(map=place.map) if place.map and not within else ""
    return " · ".join(filter(None, (place.name, what, where, elsewhere)))


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == ROWS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
