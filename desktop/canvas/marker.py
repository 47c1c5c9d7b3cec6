"""Dragging emotion markers: up and down to a value, sideways to a step, the curve following."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from desktop.canvas.bubble import Feeling, bubble
from desktop.canvas.live import LiveDrag
from desktop.canvas.pick import Hit
from desktop.canvas.tools import Keys, Surface
from desktop.desk.shift import COARSE, FINE, MOST, markers_across, markers_felt
from desktop.document.cards import Marker
from desktop.document.edits.parts import the_map
from desktop.document.errors import EditError
from desktop.document.locate import columns_of, marker_lane
from desktop.document.project import Project
from desktop.document.things import things
from desktop.layout.places import Column, Layout

STILL = 6
"""Px up or down within which a marker that is taken sideways keeps its value."""


class Felt(NamedTuple):
    """So many steps to the right and so much higher."""

    across: int
    by: float


class DragMarkers(LiveDrag[Felt]):
    """Takes the selected markers to other values and steps; in a locked lane the held one stays."""

    taken = Qt.CursorShape.SizeVerCursor
    selects = True

    def __init__(self, surface: Surface, hit: Hit, at: QPointF, click: frozenset[str] | None = None) -> None:
        super().__init__(surface, hit, at, click)
        self._map = the_map(self.scene.project, self.scene.map_id)
        self._order = columns_of(self._map)
        chosen = things(self._map, self.chosen).markers
        self._markers = tuple(marker for marker in chosen if self._is_free(marker))
        columns = [self._order.index.get(marker.step, 0) for marker in self._markers]
        self._room = -min(columns, default=0), len(self._order.steps) - 1 - max(columns, default=0)

    def check(self) -> None:
        found = self.scene.hits.find_marker(self.held)
        if found is not None and found[0].lane.locked:
            raise EditError("lane.locked", lane=found[0].lane.id)

    def aim(self, x: float, y: float, keys: Keys) -> Felt | None:
        found = self.scene.hits.find_marker(self.held)
        if found is None or not found[0].content.unit:
            return None
        row, place = found
        own, raised = place.marker.value, (self.grip[1] - y) / row.content.unit
        by = 0.0
        if abs(self.grip[1] - y) * self.surface.view.zoom > STILL:
            grid = FINE if keys & Keys.ShiftModifier else COARSE
            value = round((own + raised) / grid) * grid
            by = round(min(max(value, -MOST), MOST) - own, 1)
        column = _column_near(self.scene.layout, place.x + x - self.grip[0])
        if column.folds:
            return None
        least, most = self._room
        across = self._order.index[column.step.id] - self._order.index[place.marker.step]
        return Felt(min(max(across, least), most), by)

    def made(self, goal: Felt) -> Project:
        project = markers_across(self.scene.project, self._map, self._markers, goal.across)
        moved = the_map(project, self.scene.map_id)
        own = {marker.id for marker in self._markers}
        return markers_felt(project, moved, things(moved, own).markers, goal.by)

    def label(self) -> str:
        words, count = self.surface.words, len(self._markers)
        return words("edit.move_markers").format(count=count) if count > 1 else words("edit.move_marker")

    def paint_drag(self, painter: QPainter) -> None:
        found = self.surface.scene.hits.find_marker(self.held)
        if found is None or self.goal is None or self.refused is not None:
            return
        row, place = found
        view, style = self.surface.view, self.surface.studio.style
        centre = QPointF(*view.to_window(place.x, row.y + place.y))
        feeling = Feeling(place.marker.value, style.curve(place.series).colour, place.radius * view.zoom)
        bubble(painter, centre, feeling, view.window[0])

    def _is_free(self, marker: Marker) -> bool:
        lane = marker_lane(self._map, marker.id)
        return lane is not None and not lane.locked


def _column_near(layout: Layout, x: float) -> Column:
    """The column at an x, the nearest one beside them."""
    before = sum(column.x <= x for column in layout.columns) - 1
    return layout.columns[max(before, 0)]
