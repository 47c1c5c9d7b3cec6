"""Where in the journey the group is, and how much of the map is meant: all of it, a stage, a lane or a cell."""

from enum import StrEnum
from typing import NamedTuple

from desktop.desk.cells import shown_lanes
from desktop.desk.desk import Desk
from desktop.desk.lens import Lens
from desktop.document.base import in_order
from desktop.document.edits.cards import Spot
from desktop.document.journey import JourneyMap
from desktop.document.keyed import find
from desktop.document.kinds import DIVIDERS
from desktop.document.locate import stage_of
from desktop.layout.places import Column, Layout, Rect, Row
from desktop.session import Signal


class Extent(StrEnum):
    """How much is meant. NEAR is a lane within a stage; WHOLE is everything."""

    WHOLE = "whole"
    STAGE = "stage"
    LANE = "lane"
    CELL = "cell"
    NEAR = "near"


class Here(NamedTuple):
    """A place in the journey by ids."""

    stage: str
    step: str
    lane: str


def place_of(journey: JourneyMap, lens: Lens, spot: Spot | None) -> Here | None:
    """The cell of a spot, the first one that is shown without a spot; None on a map without steps or lanes."""
    if spot is not None:
        stage = stage_of(journey, spot.step)
        return Here(stage.id if stage else "", spot.step, spot.lane)
    lanes = [lane for lane in shown_lanes(journey, lens) if lane.kind not in DIVIDERS]
    steps = [(stage, step) for stage in in_order(journey.stages) for step in in_order(stage.steps)]
    return Here(steps[0][0].id, steps[0][1].id, lanes[0].id) if lanes and steps else None


def frame(layout: Layout, here: Here | None, extent: Extent) -> Rect:
    """What of a laid out map is meant, without headers and labels; all of it where the place is not shown."""
    columns, row = columns_at(layout, here, extent), row_at(layout, here)
    if extent is Extent.WHOLE or here is None or not columns:
        return Rect(0.0, 0.0, layout.width, layout.height)
    top, bottom = layout.labels.y, layout.labels.bottom
    if extent is not Extent.STAGE and row is not None:
        top, bottom = row.y, row.y + row.height
    return Rect(columns[0].x, top, columns[-1].x + columns[-1].width - columns[0].x, bottom - top)


def columns_at(layout: Layout, here: Here | None, extent: Extent) -> list[Column]:
    """The columns that are meant, from the left; none where the place is not shown."""
    if here is None or extent in (Extent.WHOLE, Extent.LANE):
        return list(layout.columns)
    if extent is Extent.CELL:
        return [each for each in layout.columns if here.step in (each.step.id, *each.folds)]
    return [each for each in layout.columns if each.stage.id == here.stage]


def row_at(layout: Layout, here: Here | None) -> Row | None:
    """The row of the place; None where it is not shown."""
    return next((row for row in layout.rows if here is not None and row.lane.id == here.lane), None)


class Focus:
    """What the projector is about. changed(): another extent, another place, or whether it follows.

    While `following`, the place is that of the dashed slot; else it stays where it was, on the map of then.
    """

    def __init__(self, desk: Desk) -> None:
        self.changed: Signal[[]] = Signal()
        self._desk = desk
        self.extent = Extent.WHOLE
        self.following = True
        self._here = self._place()
        desk.aimed.connect(self._follow)
        desk.shown.connect(self._follow)

    @property
    def here(self) -> Here | None:
        """The place; None on a map without steps."""
        return self._here

    def show(self, extent: Extent) -> None:
        """Means so much of the map, round the dashed slot as it is now."""
        self.extent, self._here = extent, self._place()
        self.changed.emit()

    def follow(self, following: bool) -> None:
        """Goes with the dashed slot from now on, or stays."""
        if following is not self.following:
            self.following = following
            self._here = self._place() if following else self._here
            self.changed.emit()

    def _place(self) -> Here | None:
        journey = self._desk.journey
        return place_of(journey, self._desk.lens, self._desk.target) if journey else None

    def _follow(self) -> None:
        here = self._place() if self.following else self._here
        if here != self._here:
            self._here = here
            self.changed.emit()


def titles(journey: JourneyMap, here: Here | None) -> tuple[str, str]:
    """Those of stage and step at a place; "" for what is not there."""
    stage = find(journey.stages, here.stage) if here else None
    step = find(stage.steps, here.step) if stage and here else None
    return (stage.title if stage else ""), (step.title if step else "")
