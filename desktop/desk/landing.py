"""Where a note comes to that is being typed: what its chips say, else where the last one went."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop.desk.cells import shown_lanes, standing
from desktop.desk.desk import Desk
from desktop.desk.homes import Home, Search, Way, home
from desktop.desk.place import Place
from desktop.document.base import in_order
from desktop.document.edits.cards import Spot
from desktop.document.journey import JourneyMap, Lane
from desktop.document.keyed import find
from desktop.document.kinds import CHANNELS, DIVIDERS, KIND_OF_LANE
from desktop.document.locate import columns_of
from desktop.layout.addresses import cell
from desktop.layout.names import lane_name, name_of
from desktop.scribe.context import Context, Named
from desktop.scribe.grammar import STRUCTURE, Line, What, kind_of

MEASURED = ("emotion",)
"""Kinds that are no cards: they have a place on the map or none."""


@dataclass(frozen=True, slots=True)
class Landing:
    """What a note becomes and where. Without a spot it comes to the inbox. Where it is `refused`, by the code of an
    EditError, it comes nowhere; the spot is then where it was meant to. Stages, steps and lanes have a spot that they
    come behind, and no home."""

    kind: str
    spot: Spot | None = None
    home: Home | None = None
    refused: str = ""

    @property
    def inbox(self) -> bool:
        return self.spot is None and not self.refused


def context_of(desk: Desk, kind: str, *, paper: bool = False) -> Context:
    """What signs can name on the map shown; `kind` is what a note is that does not say."""
    journey, words = desk.journey, desk.words
    if journey is None:
        return Context(kind=kind)
    lanes = [lane for lane in in_order(journey.lanes) if lane.kind not in DIVIDERS]
    return Context(
        places=tuple(_places(journey)),
        lanes=tuple(Named(lane.id, lane_name(lane, words), lane.kind) for lane in lanes),
        channels=tuple(Named(key, name_of("channel", key, words), key) for key in CHANNELS),
        personas=tuple(Named(one.id, one.name) for one in in_order(desk.project.personas)),
        kind=kind,
        lane_kinds={lane.id: lane_kind(lane) for lane in lanes},
        cell=lambda address: cell(journey, address),
        paper=paper,
    )


def lane_kind(lane: Lane | None) -> str:
    """What a note becomes in a lane that says nothing else."""
    if lane is None:
        return "note"
    return "emotion" if lane.kind == "emotions" else KIND_OF_LANE.get(lane.kind, "note")


def first_spot(desk: Desk) -> Spot | None:
    """Where notes begin while nobody has aimed: in the first lane, at the step of what is selected."""
    journey = desk.journey
    lanes = [lane for lane in shown_lanes(journey, desk.lens) if lane.kind not in DIVIDERS] if journey else []
    spot = Place(desk).spot("")
    return Spot(lanes[0].id, spot.step) if lanes and spot else None


@dataclass(frozen=True, slots=True)
class Base:
    """Where a note goes that names no place: to a spot, or to the `inbox`; `new_lane` is the id for a lane that has to
    be made for it."""

    spot: Spot | None
    new_lane: str
    inbox: bool = False


def landing(desk: Desk, line: Line, context: Context, base: Base) -> Landing:
    """Where a line comes to."""
    journey, kind = desk.journey, kind_of(line.chips, context)
    if journey is None:
        return Landing(kind, refused="map.no_steps")
    named = any(line.said(what) for what in (What.PLACE, What.CELL, What.LANE))
    if line.said(What.INBOX) or (base.inbox and not named):
        if kind in MEASURED and not line.said(What.KIND) and not line.said(What.FEELING):
            kind = "note"  # what nobody calls a feeling: the next such note would take the place of this one
        if kind not in STRUCTURE and kind not in MEASURED:
            return Landing(kind)
    spot = _meant(journey, line, base.spot)
    if spot is None:
        return Landing(kind, refused="map.no_steps")
    return (
        Landing(kind, spot)
        if kind in STRUCTURE
        else _at_home(desk, journey, Search(kind, spot.lane, (), base.new_lane), spot)
    )


def neighbour(desk: Desk, spot: Spot, by: int) -> Spot:
    """The foot of the lane's next cell, of the one before with −1; of the same cell at the end."""
    journey = desk.journey
    if journey is None:
        return spot
    folded = {step.id for stage in journey.stages if stage.id in desk.lens.stages for step in stage.steps}
    steps = [step for step in columns_of(journey).steps if step not in folded or step == spot.step]
    at = steps.index(spot.step) + by if spot.step in steps else 0
    return Spot(spot.lane, steps[at]) if 0 <= at < len(steps) else spot


def _places(journey: JourneyMap) -> Iterator[Named]:
    for stage in in_order(journey.stages):
        steps = in_order(stage.steps)
        if steps:
            yield Named(steps[0].id, stage.title)
        yield from (Named(step.id, step.title) for step in steps)


def _meant(journey: JourneyMap, line: Line, base: Spot | None) -> Spot | None:
    """The spot that the chips name, as far as they do; the base itself where they name its cell."""
    lane, _, step = line.said(What.CELL).partition(" ")
    step = line.said(What.PLACE) or step or (base.step if base else "")
    lane = line.said(What.LANE) or lane or (base.lane if base else "")
    there = base if base and (base.lane, base.step) == (lane, step) else Spot(lane, step)
    if find(journey.lanes, lane) is None:  # a map without lanes: the first note makes one
        return there if step in columns_of(journey).index else None
    return standing(journey, there)


def _at_home(desk: Desk, journey: JourneyMap, search: Search, spot: Spot) -> Landing:
    order = {lane.id: at for at, lane in enumerate(in_order(journey.lanes))}
    shown = {lane.id for lane in shown_lanes(journey, desk.lens)}
    here = order.get(spot.lane, 0)
    found = home(journey, replace(search, shown=shown), lambda lane: abs(order[lane.id] - here))
    same = found.lane.id == spot.lane
    there = spot if same else Spot(found.lane.id, spot.step)
    if found.way is Way.LOCKED:
        return Landing(search.kind, there, refused="lane.locked")
    return Landing(search.kind, there, found)
