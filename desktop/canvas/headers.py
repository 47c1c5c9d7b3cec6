"""Dragging the headers of stages, steps and lanes: the map shows the new order until the button is released."""

from abc import abstractmethod
from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from desktop.canvas import marks
from desktop.canvas.live import LiveDrag
from desktop.canvas.pick import Hit
from desktop.canvas.shown import NOTHING
from desktop.canvas.strips import Strip, below, lane_of_row, lane_strips, right_of, stage_strips, step_strips
from desktop.canvas.tools import Keys, Surface, window_rect
from desktop.desk.telling import noun
from desktop.document.edits.lanes import move_group, move_lane
from desktop.document.edits.parts import the_map
from desktop.document.edits.stages import move_stage
from desktop.document.edits.steps import move_step
from desktop.document.project import Project
from desktop.layout.places import Layout
from desktop.layout.slots import column_at


class Place(NamedTuple):
    """Before another thing of the same sort, "" for the end; steps also name their stage."""

    before: str
    stage: str = ""


class DragHeaders(LiveDrag[Place]):
    """Takes the selected things of one sort, in their order, to another place."""

    kind = ""
    selects = True

    def __init__(self, surface: Surface, hit: Hit, at: QPointF, click: frozenset[str] | None = None) -> None:
        super().__init__(surface, hit, at, click)
        chosen = self.chosen
        self.moving = tuple(one for one, _ in self.strips(self.scene.layout) if one in chosen)
        self.lifted = hit.id

    @property
    def marked(self) -> frozenset[str]:
        return frozenset(self.moving) if self.begun else NOTHING

    @abstractmethod
    def strips(self, layout: Layout) -> Iterable[Strip]:
        """All things of this sort in their order."""

    @abstractmethod
    def moved(self, project: Project, one: str, goal: Place) -> Project:
        """The project with one of the things at its new place."""

    def made(self, goal: Place) -> Project:
        project = self.scene.project
        for one in self.moving:
            project = self.moved(project, one, goal)
        return project

    def label(self) -> str:
        words, count = self.surface.words, len(self.moving)
        if count > 1:
            return words(f"edit.move_{self.kind}s").format(count=count)
        return words("edit.move").format(kind=noun(words, self.kind))

    def others(self) -> Iterable[Strip]:
        """What stays, as it stood at press."""
        return ((one, strip) for one, strip in self.strips(self.scene.layout) if one not in self.moving)

    def paint_drag(self, painter: QPainter) -> None:
        view = self.surface.view
        for one, strip in self.strips(self.surface.scene.layout):
            if one in self.moving:
                marks.landing(painter, window_rect(view, strip))
        self._paint_lifted(painter)

    def _paint_lifted(self, painter: QPainter) -> None:
        """The header in the hand, held where it was taken."""
        rect = self.scene.hits.rect(self.lifted)
        if rect is None:
            return
        view = self.surface.view
        held = QPointF(self.grip[0] - rect.x, self.grip[1] - rect.y) * view.zoom
        box = QRectF(self.at - held, window_rect(view, rect).size()).adjusted(-6, -3, 6, 3)
        marks.lifted_ground(painter, box, marks.CORNER, len(self.moving))
        painter.save()
        painter.setClipRect(box)
        painter.translate(round(box.x()) + 6, round(box.y()) + 3)
        painter.scale(view.zoom, view.zoom)
        self.surface.paint_card(painter, self.scene, self.lifted)
        painter.restore()


class DragStages(DragHeaders):
    """Only how far to the right the pointer is counts, however far below the headers it is."""

    kind = "stage"
    scrolls = (True, False)

    def strips(self, layout: Layout) -> Iterable[Strip]:
        return stage_strips(layout)

    def aim(self, x: float, _y: float, _keys: Keys) -> Place:
        return Place(right_of(x, self.others()))

    def moved(self, project: Project, one: str, goal: Place) -> Project:
        return move_stage(project, self.scene.map_id, one, goal.before)


class DragSteps(DragHeaders):
    """Within a stage, and into the stage that the pointer is over."""

    kind = "step"
    scrolls = (True, False)

    def strips(self, layout: Layout) -> Iterable[Strip]:
        return step_strips(layout)

    def aim(self, x: float, _y: float, _keys: Keys) -> Place | None:
        columns = self.scene.layout.columns
        if not columns:
            return None
        inside = min(max(x, columns[0].x), columns[-1].x + columns[-1].width - 1)
        over = column_at(self.scene.layout, inside) or columns[-1]
        kin = {step.id for step in over.stage.steps}
        return Place(right_of(x, (strip for strip in self.others() if strip[0] in kin)), over.stage.id)

    def moved(self, project: Project, one: str, goal: Place) -> Project:
        return move_step(project, self.scene.map_id, one, goal.stage, goal.before)


class DragLanes(DragHeaders):
    """Only how far down the pointer is counts; a lane joins the group that it comes into."""

    kind = "lane"
    scrolls = (False, True)

    def strips(self, layout: Layout) -> Iterable[Strip]:
        return lane_strips(layout)

    def aim(self, _x: float, y: float, _keys: Keys) -> Place:
        return Place(below(y, self.others()))

    def moved(self, project: Project, one: str, goal: Place) -> Project:
        return move_lane(project, self.scene.map_id, one, self.first_of(goal.before))

    def first_of(self, row: str) -> str:
        """The lane that a row stands for."""
        return lane_of_row(the_map(self.scene.project, self.scene.map_id), row)


class DragGroup(DragLanes):
    """All lanes of a group together, folded or not."""

    kind = "group"
    selects = False

    def __init__(self, surface: Surface, hit: Hit, at: QPointF, click: frozenset[str] | None = None) -> None:
        super().__init__(surface, hit, at, click)
        self.moving = tuple(row.lane.id for row in self.scene.layout.rows if row.lane.group == hit.id)
        self.lifted = self.moving[0]

    def made(self, goal: Place) -> Project:
        return move_group(self.scene.project, self.scene.map_id, self.held, self.first_of(goal.before))

    def label(self) -> str:
        return self.surface.words("edit.move_group")
