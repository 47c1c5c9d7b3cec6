"""The menu of everything that can be seen or not: values of the cards, lanes, stages."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from desktop.desk.desk import Desk
from desktop.desk.facets import Facets
from desktop.desk.views import Views
from desktop.document.base import in_order
from desktop.document.journey import JourneyMap
from desktop.layout.names import lane_name
from desktop.layout.short import short

Ticked = Callable[[str, str, bool], object]
"""Told the name of a menu, the value of an entry in it, and whether it is ticked from now on."""


class TickMenu(QMenu):
    """Entries to tick; it stays open while one ticks with the mouse or the space bar."""

    def __init__(self, name: str, title: str, ticked: Ticked, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.name = name
        self._ticked = ticked
        self.triggered.connect(self._tell)

    def offer(self, value: str, text: str, ticked: bool) -> None:
        """One more entry."""
        action = self.addAction(text)
        action.setCheckable(True)
        action.setChecked(ticked)
        action.setData(value)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isEnabled() and action.isCheckable():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action is not None and action.isCheckable():
            action.trigger()
        else:
            super().keyPressEvent(event)

    def _tell(self, action: QAction) -> None:
        self._ticked(self.name, str(action.data()), action.isChecked())


class FilterMenu(QMenu):
    """A menu for every facet with the values that occur on the map, one for lanes and one for stages.

    What occurs is counted when the menu opens, and then only in lanes that have changed since.
    """

    def __init__(self, desk: Desk, views: Views, facets: Facets, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._views = views
        self._facets = facets
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Makes the entries for the map as it is now."""
        for old in self.findChildren(TickMenu):
            old.deleteLater()
        self.clear()
        journey = self._desk.journey
        if journey is None:
            return
        for facet, choices in self._facets.choices(self._desk.project, journey).items():
            ticked: frozenset[str] = getattr(self._desk.lens, facet)
            entries = [(each.value, f"{short(each.name)}\t{each.count}", each.value in ticked) for each in choices]
            self._add(facet, self._desk.words(f"facet.{facet}"), entries)
        self.addSeparator()
        self._add_lanes(journey)
        self._add_stages(journey)

    def _add_lanes(self, journey: JourneyMap) -> None:
        hidden, words = self._views.hidden, self._desk.words
        rows = [(lane.id, short(lane_name(lane, words)), lane.id not in hidden) for lane in in_order(journey.lanes)]
        self._add("lanes", words("view.lanes"), rows)

    def _add_stages(self, journey: JourneyMap) -> None:
        folded, words = self._desk.lens.stages, self._desk.words
        untitled = words("project.untitled")
        stages = [(stage.id, short(stage.title or untitled), stage.id in folded) for stage in in_order(journey.stages)]
        self._add("stages", words("view.stages"), stages)

    def _add(self, name: str, title: str, entries: Iterable[tuple[str, str, bool]]) -> None:
        menu = TickMenu(name, title, self._choose, self)
        for entry in entries:
            menu.offer(*entry)
        if menu.actions():
            self.addMenu(menu)

    def _choose(self, name: str, value: str, ticked: bool) -> None:
        if name == "lanes":
            self._views.show_lane(value, ticked)
        elif name == "stages":
            self._views.fold(value, ticked)
        else:
            self._views.let(name, value, ticked)
