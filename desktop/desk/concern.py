"""What a command is about when nobody names it: what is selected, else where the dashed slot stands."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from desktop.desk.desk import Desk
from desktop.document.base import Identified, following, in_order
from desktop.document.journey import JourneyMap, Lane, Stage, Step
from desktop.document.keyed import among, find
from desktop.document.locate import steps_in_order
from desktop.document.things import Things, things
from desktop.layout.beside import GAP

IDEA = "opportunity"
PLANNED = frozenset((IDEA, "tactic", "experiment"))
"""Kinds of cards that a backlog keeps in tables."""

TASTE = 64
"""How many things of a selection decide what can be done with it: with thousands it is asked at every change."""


@dataclass(frozen=True, slots=True)
class Concern:
    """Stages and steps from left to right, lanes from top to bottom; `picked` is what is selected."""

    stages: tuple[Stage, ...] = ()
    steps: tuple[Step, ...] = ()
    lanes: tuple[Lane, ...] = ()
    picked: Things = field(default_factory=Things)


def concern(desk: Desk, ids: Collection[str] | None = None) -> Concern:
    """Of a selected card its first step and its lane, of a stage all its steps, of a step its stage.

    `ids` stand for the whole selection.
    """
    journey = desk.journey
    if journey is None:
        return Concern()
    picked = desk.chosen if ids is None else things(journey, ids)
    steps = _steps(picked, desk.target.step if desk.target else "")
    named = {stage.id for stage in picked.stages}
    stages = [stage for stage in in_order(journey.stages) if stage.id in named or among(stage.steps, steps)]
    return Concern(
        stages=tuple(stages),
        steps=tuple(step for step in steps_in_order(journey) if step.id in steps),
        lanes=tuple(_lanes(journey, picked, desk.target.lane if desk.target else "")),
        picked=picked,
    )


def abilities(desk: Desk) -> frozenset[str]:
    """What there is for commands to work on, in words that the table of actions names.

    “map”, “maps” (more than one): shown. “thing”, “card”, “picture” (a card with one), “marker”, “link”: selected.
    “stage”, “step”, “lane”: concerned. “lanes”: at least two are. “group”, “locked”, “hidden”: a concerned lane stands
    in a group or is locked; some lane is not seen. “gap”: another map's curve stands behind this one's. “opportunity”:
    one is selected, and nothing else; “opportunities”, “plans” (those, tactics or experiments): there are some that
    are not hidden.
    """
    journey = desk.journey
    if journey is None:
        return frozenset()
    found = concern(desk, frozenset(islice(desk.selected, TASTE)))
    planned = {kind for lane in journey.lanes if not lane.hidden for kind in _planned(_Row(lane))}
    facts = {
        "map": True,
        "maps": len(desk.project.maps) > 1,
        "thing": desk.selected,
        "card": found.picked.cards,
        "picture": any(card.picture for card in found.picked.cards),
        "marker": found.picked.markers,
        "link": found.picked.links,
        "stage": found.stages,
        "step": found.steps,
        "lane": found.lanes,
        "lanes": len(found.lanes) > 1,
        "group": any(lane.group for lane in found.lanes),
        "locked": any(lane.locked for lane in found.lanes),
        "gap": GAP in journey.shows,
        "opportunity": len(desk.selected) == 1 and any(card.kind == IDEA for card in found.picked.cards),
        "opportunities": IDEA in planned,
        "plans": planned,
        "hidden": desk.lens.lanes or any(lane.hidden for lane in journey.lanes),
    }
    return frozenset(word for word, fact in facts.items() if fact)


def first_of(things: Sequence[Identified]) -> str:
    """The id of the first; "" when there is none."""
    return things[0].id if things else ""


def behind(row: Sequence[Identified], things: Sequence[Identified]) -> str:
    """The id of what stands in the row behind the last of the things; "" at the end."""
    return following(row, things[-1].id) if things else ""


def _steps(picked: Things, target: str) -> set[str]:
    """The ids of the concerned steps."""
    direct = {step.id for step in picked.steps} | {step.id for stage in picked.stages for step in stage.steps}
    return direct or {card.first for card in picked.cards} | {marker.step for marker in picked.markers} or {target}


def _lanes(journey: JourneyMap, picked: Things, target: str) -> list[Lane]:
    if picked.lanes:
        return in_order(picked.lanes)
    cards, markers = {card.id for card in picked.cards}, {marker.id for marker in picked.markers}
    if cards or markers:
        return [lane for lane in in_order(journey.lanes) if _holds(lane, cards, markers)]
    lane = find(journey.lanes, target)
    return [lane] if lane else []


def _holds(lane: Lane, cards: Collection[str], markers: Collection[str]) -> bool:
    return bool(among(lane.cards, cards)) or bool(among(lane.markers, markers))


class _Row:
    """A lane as a key, told apart by being the same object."""

    def __init__(self, lane: Lane) -> None:
        self.lane = lane

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Row) and other.lane is self.lane

    def __hash__(self) -> int:
        return id(self.lane)


@lru_cache(maxsize=256)
def _planned(row: _Row) -> frozenset[str]:
    """The kinds of cards in it that stand in tables; looked up once for each value of a lane."""
    return PLANNED & {card.kind for card in row.lane.cards}
