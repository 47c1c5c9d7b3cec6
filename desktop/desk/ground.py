"""Where one can stand on a map, and what lies beside each place."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from desktop.desk.cells import cards_in, holds_cards, markers_in, shown_lanes
from desktop.desk.direction import Direction
from desktop.desk.lens import Lens
from desktop.document.base import in_order
from desktop.document.edits.cards import Spot
from desktop.document.journey import JourneyMap, Lane
from desktop.document.keyed import find
from desktop.document.kinds import DIVIDERS
from desktop.document.locate import columns_of, stage_of
from desktop.document.things import things

STAGES, STEPS = -2, -1
"""The rows of the headers; those of the lanes count from 0."""

LABELS = -1
"""The column of the lanes' labels."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A place in a cell: the card or marker there, "" for none, and the slot at it."""

    thing: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Place:
    """Where one stands. `at` is twice the number of the stop in the cell; odd between two, where no key leads."""

    row: int
    column: int
    at: int = 0


class Ground:
    """The lanes that are shown and the columns of a map that has steps, as one walks over them."""

    def __init__(self, journey: JourneyMap, lens: Lens) -> None:
        self._journey = journey
        self._lanes = shown_lanes(journey, lens)
        self._columns = columns_of(journey)
        folded = {step.id for stage in journey.stages if stage.id in lens.stages for step in stage.steps}
        every = range(len(self._columns.steps))
        self._open = [at for at in every if self._columns.steps[at] not in folded] or list(every)
        self._rows = [row for row, lane in enumerate(self._lanes) if lane.kind not in DIVIDERS]

    @property
    def first(self) -> int:
        """The first column; those of folded stages are passed over."""
        return self._open[0]

    @property
    def last(self) -> int:
        """The last column."""
        return self._open[-1]

    def first_place(self) -> Place:
        """The first cell, the first step where there is none."""
        return Place(self._rows[0] if self._rows else STEPS, self.first)

    def corner(self, *, first: bool) -> Place:
        """The first cell or the last."""
        return self.first_place() if first else Place(self._rows[-1] if self._rows else STEPS, self.last)

    def thing(self, place: Place) -> str:
        """The id of what one stands on, "" for a free place."""
        if place.column == LABELS:
            return self._lanes[place.row].id
        step = self._columns.steps[place.column]
        if place.row == STAGES:
            stage = stage_of(self._journey, step)
            return stage.id if stage else ""
        return step if place.row == STEPS else self._stop(place).thing

    def spot(self, place: Place) -> Spot | None:
        """The slot: at headers that of the column's first cell, at labels that of the lane's first."""
        if place.row in self._rows and place.column != LABELS:
            return self._stop(place).spot
        rows = [place.row] if place.row >= 0 else self._rows[:1]
        column = self.first if place.column == LABELS else place.column
        cells = (self.stops(row, column) for row in rows if row in self._rows)
        return next((stops[-1].spot for stops in cells), None)

    def stops(self, row: int, column: int) -> list[Stop]:
        """The places in a cell from top to bottom."""
        lane, step = self._lanes[row], self._columns.steps[column]
        if not holds_cards(lane):
            return self._feelings(lane, step)
        cards = cards_in(lane, self._columns, column)
        foot = Spot(lane.id, step, after=cards[-1].id if cards else "")
        return [*(Stop(card.id, Spot(lane.id, step, after=card.id)) for card in cards), Stop("", foot)]

    def _feelings(self, lane: Lane, step: str) -> list[Stop]:
        own = self._journey.persona
        markers = markers_in(lane, step, own)
        free = [] if any(marker.persona == own for marker in markers) else [Stop("", Spot(lane.id, step))]
        return [*free, *(Stop(marker.id, Spot(lane.id, step)) for marker in markers)]

    def _stop(self, place: Place) -> Stop:
        stops = self.stops(place.row, place.column)
        return stops[min(max(place.at // 2, 0), len(stops) - 1)]

    def at_thing(self, thing: str, target: Spot | None) -> Place | None:
        """Where a thing stands; a card that spans the target's step, at that step."""
        found, order = things(self._journey, (thing,)), self._columns.index
        for step in (step for stage in found.stages for step in in_order(stage.steps)[:1]):
            return Place(STAGES, order[step.id])
        for step in found.steps:
            return Place(STEPS, order[step.id])
        for row, lane in enumerate(self._lanes):
            if lane.id == thing:
                return Place(row, LABELS)
            card, marker = find(lane.cards, thing), find(lane.markers, thing)
            if row in self._rows and (card or marker):
                span = self._columns.span(card) if card else range(0)
                start = span[0] if span else order.get(marker.step, 0) if marker else 0
                met = order.get(target.step, -1) if target and target.lane == lane.id else -1
                return self._among(row, met if met in span else start, thing)
        return None

    def _among(self, row: int, column: int, thing: str) -> Place:
        things_there = [stop.thing for stop in self.stops(row, column)]
        return Place(row, column, 2 * things_there.index(thing) if thing in things_there else 0)

    def at_spot(self, spot: Spot, selected: Collection[str]) -> Place | None:
        """Where the slot stands: on the card before it if that is selected, else between its neighbours."""
        row = next((row for row in self._rows if self._lanes[row].id == spot.lane), None)
        column = self._columns.index.get(spot.step)
        if row is None or column is None:
            return None
        stops = [stop.thing for stop in self.stops(row, column)]
        on = next((at for at, thing in enumerate(stops) if thing and thing in selected), None)
        if not holds_cards(self._lanes[row]):
            return Place(row, column, 2 * (on or 0))
        if spot.after in stops and spot.after != "":
            above = stops.index(spot.after)
            last = above == len(stops) - 2
            return Place(row, column, 2 * above + (0 if spot.after in selected else 2 if last else 1))
        if spot.before in stops and spot.before != "":
            return Place(row, column, 2 * stops.index(spot.before) - 1)
        return Place(row, column, 2 * (len(stops) - 1))

    def beside(self, place: Place, direction: Direction) -> Place:
        """The next place in a direction, the same one at the map's edge."""
        if direction.down:
            return self._down(place, direction.down)
        return self._across(place, direction.across)

    def _down(self, place: Place, by: int) -> Place:
        if place.column == LABELS:
            row = place.row + by
            return Place(STEPS, self.first) if row < 0 else replace(place, row=min(row, len(self._lanes) - 1))
        if place.row < 0:
            return self._from_header(place, by)
        at = place.at // 2 + 1 if by > 0 else (place.at + 1) // 2 - 1
        if 0 <= at < len(self.stops(place.row, place.column)):
            return replace(place, at=2 * at)
        beyond = self._next_row(place.row, by)
        if beyond is None:
            return place if by > 0 else Place(STEPS, place.column)
        return Place(beyond, place.column, 0 if by > 0 else 2 * (len(self.stops(beyond, place.column)) - 1))

    def _from_header(self, place: Place, by: int) -> Place:
        if by < 0:
            return replace(place, row=STAGES)
        if place.row == STAGES:
            return replace(place, row=STEPS)
        return Place(self._rows[0], place.column) if self._rows else place

    def _across(self, place: Place, by: int) -> Place:
        if place.row == STAGES:
            return self._stage_beside(place, by)
        if place.column == LABELS:
            return Place(place.row, self.first) if by > 0 and place.row in self._rows else place
        span = self._span(place)
        beyond = [at for at in self._open if at > span[-1]] if by > 0 else [at for at in self._open if at < span[0]]
        if beyond:
            return self.aligned(place, beyond[0] if by > 0 else beyond[-1])
        return Place(place.row, LABELS) if by < 0 and place.row >= 0 else place

    def _span(self, place: Place) -> Sequence[int]:
        """The columns of what one stands on."""
        thing = "" if place.row < 0 else self.thing(place)
        card = find(self._lanes[place.row].cards, thing) if thing else None
        return (self._columns.span(card) if card else range(0)) or (place.column,)

    def _stage_beside(self, place: Place, by: int) -> Place:
        stages = [stage.id for stage in in_order(self._journey.stages) if stage.steps]
        at = stages.index(self.thing(place)) + by
        return (self.at_thing(stages[at], None) or place) if 0 <= at < len(stages) else place

    def aligned(self, place: Place, column: int) -> Place:
        """At another step in the same row, as far down in its cell."""
        if place.row < 0:
            return replace(place, column=column)
        if place.row not in self._rows:
            return place
        at = min(max(place.at // 2, 0), len(self.stops(place.row, column)) - 1)
        return Place(place.row, column, 2 * at)

    def onward(self, place: Place, by: int) -> Place:
        """The free place at the foot of the next cell of the lane, the one before with −1; in headers the next one.

        At the end of the lane that of the same cell, so that whoever writes on writes over nothing.
        """
        beside = self._across(place, by)
        cell = place if beside.column == LABELS else beside
        if place.row < 0 or cell.column == LABELS:
            return beside
        return replace(cell, at=2 * self._foot(cell))

    def _foot(self, place: Place) -> int:
        stops = self.stops(place.row, place.column)
        return next((at for at in reversed(range(len(stops))) if not stops[at].thing), 0)

    def is_at(self, place: Place, thing: str) -> bool:
        """Whether there is still such a place, and the thing stands there."""
        row = place.row < 0 or place.row in (self._rows if place.column != LABELS else range(len(self._lanes)))
        return row and place.column <= self.last and self.thing(place) == thing

    def paged(self, place: Place, by: int) -> Place:
        """In the next lane, at the same step."""
        if place.row < 0 or place.column == LABELS:
            return self._down(replace(place, row=max(place.row, STEPS)), by)
        row = self._next_row(place.row, by)
        return place if row is None else self.aligned(replace(place, row=row), place.column)

    def _next_row(self, row: int, by: int) -> int | None:
        others = [each for each in self._rows if (each - row) * by > 0]
        return min(others, key=lambda each: abs(each - row), default=None)
