"""What is new in the current map as a list with boxes to tick."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from desktop.document.cards import Card, Marker
from desktop.document.derived import Derived
from desktop.document.journey import JourneyMap, Lane, Step
from desktop.document.locate import stage_of
from desktop.layout.names import lane_name, name_of
from desktop.layout.short import shortened
from desktop.layout.signs import signed
from desktop.layout.style import Words
from desktop.method.news import News
from desktop.panels.swatches import swatch
from desktop.resources import style

THING = Qt.ItemDataRole.UserRole
HEIGHT, PLACE, KIND, LETTERS = 30, 250, 150, 160
"""Px of a row and of the two columns at the right; letters of a text."""


class NewsList(QTreeWidget):
    """ticked(): other rows are ticked. Space ticks the rows that are chosen."""

    ticked = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._style = style("screen")
        self.setObjectName("newslist")
        self.setAccessibleName(words("news.list"))
        self.setColumnCount(3)
        self.setHeaderLabels([words("news.thing"), words("news.kind"), words("news.place")])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionsMovable(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, KIND), (2, PLACE)):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            head.resizeSection(column, width)
        self.itemChanged.connect(self._tell)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of what is ticked, in the order in which it stands."""
        ticked = (row for row in self._rows() if row.checkState(0) is Qt.CheckState.Checked)
        return tuple(str(row.data(0, THING)) for row in ticked)

    def show_news(self, told: News) -> None:
        """All of it ticked."""
        self.blockSignals(True)
        self.clear()
        for thing in told.things:
            self._add(thing, told.source)
        self.blockSignals(False)
        first = next(self._rows(), None)
        if first is not None:
            self.setCurrentItem(first)
        self.ticked.emit()

    def tick_all(self, ticked: bool) -> None:
        """All rows, or none."""
        self.blockSignals(True)
        for row in self._rows():
            row.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.blockSignals(False)
        self.ticked.emit()

    def _rows(self) -> Iterator[QTreeWidgetItem]:
        items = (self.topLevelItem(number) for number in range(self.topLevelItemCount()))
        return (item for item in items if item is not None)

    def _add(self, thing: Derived, source: JourneyMap) -> None:
        text = " ".join(worded(thing, self._words).split())
        row = QTreeWidgetItem(
            self, [shortened(text, LETTERS), kind_of(thing, self._words), place_of(thing, source, self._words)]
        )
        row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        row.setCheckState(0, Qt.CheckState.Checked)
        row.setData(0, THING, thing.id)
        row.setSizeHint(0, QSize(0, HEIGHT))
        row.setToolTip(0, text)
        if isinstance(thing, Card):
            look = self._style.kind(thing.kind)
            row.setIcon(1, swatch(look.edge, look.fill))

    def _tell(self, _row: QTreeWidgetItem, column: int) -> None:
        if column == 0:
            self.ticked.emit()


def worded(thing: Derived, words: Words) -> str:
    """What people call a thing; what it is where nobody has named it."""
    if isinstance(thing, Card):
        return thing.text.strip() or name_of("kind", thing.kind, words)
    if isinstance(thing, Marker):
        return " ".join(filter(None, (signed(thing.value), thing.label)))
    if isinstance(thing, Lane):
        return lane_name(thing, words)
    return thing.title or name_of("thing", type(thing).__name__.lower(), words)


def kind_of(thing: Derived, words: Words) -> str:
    """“Pain point”, “Emotion”, “Step”."""
    if isinstance(thing, Card):
        return name_of("kind", thing.kind, words)
    if isinstance(thing, Marker):
        return name_of("kind", "emotion", words)
    return name_of("thing", type(thing).__name__.lower(), words)


def place_of(thing: Derived, source: JourneyMap, words: Words) -> str:
    """“Touchpoints · Orders” for what stands in a cell, the stage for a step."""
    if isinstance(thing, Step):
        return _named(source, thing.id)[0]
    if not isinstance(thing, Card | Marker):
        return ""
    lane = next((one for one in source.lanes if thing in one.cards or thing in one.markers), None)
    first = thing.first if isinstance(thing, Card) else thing.step
    stage, step = _named(source, first)
    return " · ".join(filter(None, (lane_name(lane, words) if lane else "", step or stage)))


def _named(source: JourneyMap, step_id: str) -> Sequence[str]:
    """The titles of a step's stage and of the step."""
    stage = stage_of(source, step_id)
    step = next((one for one in stage.steps if one.id == step_id), None) if stage else None
    return (stage.title if stage else "", step.title if step else "")
