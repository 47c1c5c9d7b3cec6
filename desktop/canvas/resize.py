"""Dragging the edges of headers: the widths of steps and the least heights of lanes; a double click fits them."""

from abc import abstractmethod
from collections.abc import Iterable
from functools import reduce
from itertools import chain

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from desktop.canvas import marks
from desktop.canvas.live import LiveDrag
from desktop.canvas.pick import Hit
from desktop.canvas.shown import NOTHING
from desktop.canvas.tools import Keys, Surface
from desktop.document.edits.lanes import set_lane_height
from desktop.document.edits.steps import set_step_width
from desktop.document.project import Project
from desktop.document.things import things
from desktop.layout.places import Column, Row

USUAL = 1.0
NARROWEST, WIDEST = 0.4, 6.0
"""Widths that an edge can be dragged to."""

HIGHEST = 20.0
ROUND = 0.05
"""Where nothing else is near, sizes snap to multiples of this."""

NEAR = 6
"""Px within which a size snaps to the usual one, a neighbour's, or what things need."""


class DragEdge(LiveDrag[float]):
    """Gives the held thing, and those selected with it, the size at which its edge is where the pointer is."""

    def __init__(self, surface: Surface, hit: Hit, at: QPointF) -> None:
        super().__init__(surface, hit, at)
        self.resized = together(surface, hit.id)

    @abstractmethod
    def sized(self, project: Project, one: str, size: float) -> Project:
        """The project with one of the things at a size."""

    def made(self, goal: float) -> Project:
        return reduce(lambda project, one: self.sized(project, one, goal), self.resized, self.scene.project)

    def snapped(self, size: float, unit: float, steps: Iterable[float]) -> float:
        """The nearest of the sizes that is within reach, else a round one; `unit` is the length of size 1."""
        reach = NEAR / self.surface.view.zoom / unit
        near = [step for step in steps if abs(step - size) <= reach]
        return min(near, key=lambda step: abs(step - size)) if near else round(round(size / ROUND) * ROUND, 2)


class DragWidth(DragEdge):
    """A step's right edge."""

    taken = Qt.CursorShape.SplitHCursor
    scrolls = (True, False)

    def aim(self, x: float, _y: float, _keys: Keys) -> float | None:
        column = self._column(self.scene.layout.columns)
        if column is None:
            return None
        unit = column.width / column.step.width
        size = min(max((column.width + x - self.grip[0]) / unit, NARROWEST), WIDEST)
        return self.snapped(size, unit, (USUAL, *self._beside(column)))

    def sized(self, project: Project, one: str, size: float) -> Project:
        return set_step_width(project, self.scene.map_id, one, size)

    def label(self) -> str:
        return self.surface.words("edit.width")

    def paint_drag(self, painter: QPainter) -> None:
        column = self._column(self.surface.scene.layout.columns)
        if column is None or self.goal is None:
            return
        view = self.surface.view
        x = view.to_window(column.x + column.width, 0)[0]
        like = self.goal in (USUAL, *self._beside(column))
        marks.guide(painter, QPointF(x, 0), QPointF(x, view.window[1]), solid=like)
        marks.caption(painter, QPointF(x + 8, self.at.y() + 14), _told(self.goal))

    def _column(self, columns: Iterable[Column]) -> Column | None:
        return next((column for column in columns if column.step.id == self.held), None)

    def _beside(self, column: Column) -> Iterable[float]:
        """The widths of the neighbours, as they were at press."""
        columns, at = self.scene.layout.columns, column.index
        pair = chain(columns[max(at - 1, 0) : at], columns[at + 1 : at + 2])
        return (other.step.width for other in pair if other.step.id not in self.resized)


class DragHeight(DragEdge):
    """A lane's lower edge: its least height, 0 where it comes down to what the lane needs anyway."""

    taken = Qt.CursorShape.SplitVCursor
    scrolls = (False, True)

    def __init__(self, surface: Surface, hit: Hit, at: QPointF) -> None:
        super().__init__(surface, hit, at)
        self._needed: float | None = None

    def aim(self, _x: float, y: float, _keys: Keys) -> float | None:
        row = self._row(self.scene.layout.rows)
        if row is None:
            return None
        if self._needed is None:
            self._needed = self._fitting_height()
        height = row.height + y - self.grip[1]
        if height <= self._needed + NEAR / self.surface.view.zoom:
            return 0.0
        # an emotion lane is stretched as a whole, any other is as high as so many usual cells
        unit = self._needed if row.lane.kind == "emotions" else self.surface.studio.style.space["row"]
        return self.snapped(min(height / unit, HIGHEST), unit, ())

    def sized(self, project: Project, one: str, size: float) -> Project:
        return set_lane_height(project, self.scene.map_id, one, size)

    def label(self) -> str:
        return self.surface.words("edit.height")

    def paint_drag(self, painter: QPainter) -> None:
        row = self._row(self.surface.scene.layout.rows)
        if row is None or self.goal is None:
            return
        view, words = self.surface.view, self.surface.words
        y = view.to_window(0, row.y + row.height)[1]
        marks.guide(painter, QPointF(0, y), QPointF(view.window[0], y), solid=not self.goal)
        marks.caption(painter, QPointF(self.at.x() + 14, y + 8), _told(self.goal) if self.goal else words("size.fits"))

    def _row(self, rows: Iterable[Row]) -> Row | None:
        return next((row for row in rows if row.lane.id == self.held), None)

    def _fitting_height(self) -> float:
        """How high the lane is with no least height, as laid out."""
        scene = self.surface.show_candidate(self.sized(self.scene.project, self.held, 0.0), NOTHING)
        row = self._row(scene.layout.rows)
        return row.height if row is not None else 0.0


def together(surface: Surface, held: str) -> tuple[str, ...]:
    """The held step or lane, and the others of its sort if it is one of those selected."""
    selected = surface.desk.selected
    chosen = things(surface.scene.layout.map, selected if held in selected else {held})
    steps, lanes = (tuple(thing.id for thing in sort) for sort in (chosen.steps, chosen.lanes))
    return steps if held in steps else lanes


def fit_width(surface: Surface, hit: Hit) -> None:
    """The steps as narrow as their words and cards allow."""
    scene, steps = surface.scene, together(surface, hit.id)
    widths = {step: surface.studio.fitting_width(scene, step) for step in steps}

    def fitted(project: Project) -> Project:
        return reduce(lambda whole, step: set_step_width(whole, scene.map_id, step, widths[step]), steps, project)

    surface.desk.attempt(surface.words("edit.fit_width"), fitted)


def fit_height(surface: Surface, hit: Hit) -> None:
    """The lanes as high as their fullest cells."""
    scene, lanes = surface.scene, together(surface, hit.id)

    def fitted(project: Project) -> Project:
        return reduce(lambda whole, lane: set_lane_height(whole, scene.map_id, lane, 0.0), lanes, project)

    surface.desk.attempt(surface.words("edit.fit_height"), fitted)


def _told(size: float) -> str:
    return f"{size:.2f} ×"
