"""The menu at the pointer or at the selection: what can be done to what is there."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractScrollArea, QMenu, QWidget

from desktop.canvas.canvas import Canvas
from desktop.canvas.pick import Hit, Where
from desktop.desk.desk import Desk
from desktop.layout.places import Rect
from desktop.layout.slots import slot_at

PLACES = {
    Where.NOTHING: "paper",
    Where.HEAD: "paper",
    Where.CELL: "cell",
    Where.MARKER: "marker",
    Where.STAGE: "stage",
    Where.STEP: "step",
    Where.STEP_EDGE: "step",
    Where.LANE: "lane",
    Where.LANE_EDGE: "lane",
    Where.GROUP: "lane",
    Where.LINK: "link",
}
"""The names of the parts of a map in the table of actions; all others are parts of cards."""

Fill = Callable[[QMenu, str], None]
"""Puts the actions for a place into a menu."""


class ContextMenus(QObject):
    """Opens the menus of canvas and tabs. What is pointed at is selected first, unless it is already."""

    def __init__(self, desk: Desk, canvas: Canvas, fill: Fill) -> None:
        super().__init__(canvas)
        self._desk = desk
        self._canvas = canvas
        self._fill = fill
        canvas.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        canvas.customContextMenuRequested.connect(self.at_point)
        canvas.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The menu key is about the selection, wherever the pointer is; Qt's signal would not tell it from a click."""
        by_key = isinstance(event, QContextMenuEvent) and event.reason() == QContextMenuEvent.Reason.Keyboard
        if by_key:
            self.at_selection()
        return by_key

    def attend(self, panel: QAbstractScrollArea, place: str = "") -> None:
        """Opens the menus of a panel, too: that of a place, or else that of what is selected."""
        panel.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        panel.customContextMenuRequested.connect(partial(self._at_panel, panel, place))

    def _at_panel(self, panel: QAbstractScrollArea, place: str, at: QPoint) -> None:
        self.open(place or self._selected(), panel.viewport().mapToGlobal(at), panel)

    def at_point(self, at: QPoint) -> None:
        """For what is at a point of the canvas' viewport."""
        self._canvas.stop_writing()
        hit = self._canvas.hit(QPointF(at))
        place = PLACES.get(hit.where, "card")
        if place == "cell":
            self._aim(hit)
        elif place != "paper" and hit.id not in self._desk.selected:
            self._desk.select((hit.id,))
        self.open(place, self._canvas.viewport().mapToGlobal(at), self._canvas)

    def at_selection(self) -> None:
        """For what is selected, else for the dashed slot."""
        self._canvas.stop_writing()
        self.open(self._selected(), self.point(), self._canvas)

    def point(self) -> QPoint:
        """Where on the screen the selection or the dashed slot is, as far as it is in sight."""
        rect = self._rect()
        view, window = self._canvas.view, self._canvas.viewport().rect()
        at = QPoint(*map(round, view.to_window(rect.x, rect.bottom))) if rect else window.center()
        seen = QPoint(min(max(at.x(), window.left()), window.right()), min(max(at.y(), window.top()), window.bottom()))
        return self._canvas.viewport().mapToGlobal(seen)

    def open(self, place: str, at: QPoint, parent: QWidget) -> None:
        """The menu of a place at a point of the screen."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu, place)
        menu.popup(at)

    def _aim(self, hit: Hit) -> None:
        slot = slot_at(self._canvas.scene.layout, hit.x, hit.y)
        self._desk.select(())
        if slot is not None:
            self._desk.aim(slot)

    def _selected(self) -> str:
        """The place whose menu suits the selection."""
        chosen = self._desk.chosen
        for place in ("card", "marker", "link", "stage", "step", "lane"):
            if getattr(chosen, f"{place}s"):
                return place
        return "cell" if self._desk.target else "paper"

    def _rect(self) -> Rect | None:
        if not self._canvas.has_scene:
            return None
        hits = self._canvas.scene.hits
        rects = (hits.rect(thing) for thing in sorted(self._desk.selected))
        return next((rect for rect in rects if rect is not None), None)
