"""What of the map is a stage's, a step's or a lane's: columns from header to foot, rows with their labels."""

from collections.abc import Iterable, Iterator
from itertools import chain

from desktop.document.base import in_order
from desktop.document.journey import JourneyMap
from desktop.layout.places import Layout, Rect

Strip = tuple[str, Rect]
"""A thing by its id, and its part of the map."""


def stage_strips(layout: Layout) -> Iterator[Strip]:
    """From left to right."""
    for place in layout.stage_places:
        yield place.stage.id, _down(layout, place.rect)


def step_strips(layout: Layout) -> Iterator[Strip]:
    """From left to right."""
    for column in layout.columns:
        yield column.step.id, _down(layout, Rect(column.x, layout.steps.y, column.width, layout.steps.height))


def lane_strips(layout: Layout) -> Iterator[Strip]:
    """From top to bottom; a folded group is one row by the group's id."""
    left, width = layout.labels.x, layout.stages.right - layout.labels.x
    for row in layout.rows:
        yield row.lane.id, Rect(left, row.y, width, row.height)


def strip_of(layout: Layout, thing: str) -> Rect | None:
    """That of a stage, a step or a lane."""
    every = chain(stage_strips(layout), step_strips(layout), lane_strips(layout))
    return next((strip for one, strip in every if one == thing), None)


def right_of(x: float, strips: Iterable[Strip]) -> str:
    """The first whose middle lies right of an x; "" when there is none."""
    return next((one for one, strip in strips if x < strip.x + strip.width / 2), "")


def below(y: float, strips: Iterable[Strip]) -> str:
    """The first whose middle lies below a y; "" when there is none."""
    return next((one for one, strip in strips if y < strip.y + strip.height / 2), "")


def lane_of_row(map_: JourneyMap, row: str) -> str:
    """The lane that a row stands for: the first one of a folded group; "" for none."""
    return next((lane.id for lane in in_order(map_.lanes) if row and row in (lane.id, lane.group)), row)


def _down(layout: Layout, head: Rect) -> Rect:
    """A header with its columns down to the last lane."""
    bottom = max(layout.labels.bottom, layout.steps.bottom)
    return Rect(head.x, head.y, head.width, bottom - head.y)
