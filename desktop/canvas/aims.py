"""What the pointer means for a new thing: where it would come, and the draft of it there."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Protocol

from desktop.canvas.landing import REACH, Load, caption, landing_at
from desktop.canvas.scene import Scene
from desktop.canvas.strips import below, lane_of_row, lane_strips, right_of, stage_strips, step_strips
from desktop.desk.desk import Desk
from desktop.desk.draft import Draft
from desktop.desk.homes import Home, Way
from desktop.desk.place import Place
from desktop.desk.shift import COARSE, FINE, MOST
from desktop.document.kinds import KIND_OF_LANE
from desktop.layout.places import Layout, Rect, Row


@dataclass(frozen=True, slots=True)
class Aimed:
    """What a drop would do. `key` stays the same as long as it would do the same; `draft` makes the new thing.

    `home` is the lane that it comes to, if it comes to one; `kind` is what it becomes.
    """

    key: Hashable
    kind: str
    draft: Callable[[], Draft]
    caption: str = ""
    home: Home | None = None

    @property
    def free(self) -> bool:
        """Whether it may be dropped."""
        return self.home is None or self.home.way is not Way.LOCKED


class Aim(Protocol):
    """How one sort of thing is aimed at points of the map; `fine` is asked for with Shift."""

    def at(self, x: float, y: float, fine: bool, /) -> Aimed | None: ...


class CardAim:
    """Cards go to the lane of their kind; finely, they become what the lane under them takes."""

    def __init__(self, desk: Desk, scene: Scene, kind: str) -> None:
        self._desk = desk
        self._scene = scene
        self._kind = kind
        self._new_lane = desk.new_id()

    def at(self, x: float, y: float, fine: bool) -> Aimed | None:
        landing = landing_at(self._scene, Load(self._kind, self._new_lane, any_lane=fine), x, y)
        if landing is None:
            return None
        lane, spot = landing.home.lane, landing.spot
        here = fine and landing.home.way is Way.HERE
        kind = KIND_OF_LANE.get(lane.kind, self._kind) if here else self._kind
        told = caption(landing, self._scene.layout, self._desk.words, kind if kind != self._kind else "")
        place = Place(self._desk)
        return Aimed((landing.key, kind), kind, lambda: place.card(kind, landing.home, spot), told, landing.home)


class FeelingAim:
    """Emotions stand in the emotion lane at the value that the pointer is at."""

    def __init__(self, desk: Desk, scene: Scene) -> None:
        self._desk = desk
        self._scene = scene
        self._new_lane = desk.new_id()

    def at(self, x: float, y: float, fine: bool) -> Aimed | None:
        landing = landing_at(self._scene, Load("emotion", self._new_lane), x, y)
        if landing is None:
            return None
        value = value_at(landing.row, y, FINE if fine else COARSE)
        told = caption(landing, self._scene.layout, self._desk.words)
        key, place = (landing.home.way, landing.spot.lane, landing.spot.step, value), Place(self._desk)
        return Aimed(key, "emotion", lambda: place.marker(value, landing.home, landing.spot.step), told, landing.home)


class StructureAim(ABC):
    """Stages, steps and lanes come between others, wherever on the map or near it one points."""

    def __init__(self, desk: Desk, layout: Layout) -> None:
        self.desk = desk
        self.layout = layout
        self.place = Place(desk)

    def at(self, x: float, y: float, _fine: bool) -> Aimed | None:
        return self.between(x, y) if on_map(self.layout, x, y) else None

    @abstractmethod
    def between(self, x: float, y: float) -> Aimed | None:
        """What a drop at a point of the map would do."""


class StageAim(StructureAim):
    """Before the stage whose left half is under the pointer."""

    def between(self, x: float, _y: float) -> Aimed:
        before = right_of(x, stage_strips(self.layout))
        return Aimed(before, "stage", lambda: self.place.stage(before))


class StepAim(StructureAim):
    """Between the steps of the stage under the pointer."""

    def between(self, x: float, _y: float) -> Aimed | None:
        columns = self.layout.columns
        if not columns:
            return None
        over = next((column for column in columns if x < column.x + column.width), columns[-1])
        kin = {step.id for step in over.stage.steps}
        before = right_of(x, (strip for strip in step_strips(self.layout) if strip[0] in kin))
        stage = over.stage.id
        return Aimed((stage, before), "step", lambda: self.place.step(stage, before))


class LaneAim(StructureAim):
    """Above the lane whose upper half is under the pointer."""

    def between(self, _x: float, y: float) -> Aimed:
        row = below(y, lane_strips(self.layout))
        before = lane_of_row(self.desk.journey, row) if self.desk.journey else row
        return Aimed(before, "lane", lambda: self.place.lane(before))


STRUCTURE: dict[str, Callable[[Desk, Layout], Aim]] = {"stage": StageAim, "step": StepAim, "lane": LaneAim}


def aim_for(desk: Desk, scene: Scene, kind: str) -> Aim:
    """How a kind is aimed."""
    if kind == "emotion":
        return FeelingAim(desk, scene)
    return STRUCTURE[kind](desk, scene.layout) if kind in STRUCTURE else CardAim(desk, scene, kind)


def value_at(row: Row | None, y: float, grid: float) -> float:
    """The feeling at a height of the map, on a grid; 0 where no lane shows it."""
    if row is None or not row.content.unit:
        return 0.0
    value = (row.y + row.content.zero - y) / row.content.unit
    return round(min(max(round(value / grid) * grid, -MOST), MOST), 1) + 0.0


def on_map(layout: Layout, x: float, y: float) -> bool:
    """Whether a point lies on lanes and headers, or near them."""
    bottom = max(layout.labels.bottom, layout.steps.bottom)
    left, top = layout.labels.x - REACH, layout.stages.y - REACH
    return Rect(left, top, layout.stages.right + REACH - left, bottom + REACH - top).contains(x, y)
