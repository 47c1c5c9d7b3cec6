"""Which lane takes what: the rule for all that is dropped, placed or typed where it does not belong."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import Enum, auto

from desktop.document.base import in_order
from desktop.document.edits.lanes import add_lane
from desktop.document.journey import JourneyMap, Lane
from desktop.document.kinds import DIVIDERS, LANE_OF_KIND
from desktop.document.project import Project

ANYWHERE = "note"
"""The kind of card that may stand in every lane for cards."""


class Way(Enum):
    """How a thing comes to its lane: it was meant, it is the nearest of the kind, it is the only one of the kind and
    hidden, it is made for the thing, or it is locked and takes nothing."""

    HERE = auto()
    LED = auto()
    HIDDEN = auto()
    NEW = auto()
    LOCKED = auto()


@dataclass(frozen=True, slots=True)
class Home:
    """The lane for a thing. A NEW one is not on the map yet; it will stand before the lane `before`, "" at the foot."""

    way: Way
    lane: Lane
    before: str = ""

    def made(self, project: Project, map_id: str) -> Project:
        """The project with the new lane, if it is one."""
        if self.way is not Way.NEW:
            return project
        return add_lane(project, map_id, self.lane.kind, "", new_id=lambda: self.lane.id, before=self.before)


@dataclass(frozen=True, slots=True)
class Search:
    """For what a home is sought, and where: `near` is the lane that was meant ("" for none), `own` one where the thing
    may stand whatever its kind, `shown` the lanes in the picture. `new_lane` is the id for a lane that must be made."""

    kind: str
    near: str
    shown: Collection[str]
    new_lane: str
    own: str = ""


def belongs(kind: str, lane: Lane) -> bool:
    """Whether the kind may stand in the lane, locked or not; kinds that only a newer version knows stand anywhere."""
    if lane.kind == "emotions" or lane.kind in DIVIDERS:
        return LANE_OF_KIND.get(kind) == lane.kind
    return kind == ANYWHERE or lane.kind == LANE_OF_KIND.get(kind, lane.kind)


def home(journey: JourneyMap, search: Search, distance: Callable[[Lane], float]) -> Home:
    """The lane that was meant if the thing belongs there, else the nearest shown, a hidden or a new one of its kind.

    A locked lane that was meant takes nothing, and neither do locked ones when there are no others.
    """
    order = in_order(journey.lanes)
    meant = next((lane for lane in order if lane.id == search.near), None)
    if meant is not None and meant.locked:
        return Home(Way.LOCKED, meant)
    if meant is not None and (meant.id == search.own or belongs(search.kind, meant)):
        return Home(Way.HERE if meant.id in search.shown else Way.HIDDEN, meant)
    found = [lane for lane in order if belongs(search.kind, lane)]
    free = [lane for lane in found if not lane.locked]
    seen = [lane for lane in free if lane.id in search.shown]
    if seen:
        return Home(Way.LED, min(seen, key=distance))
    if found:
        return Home(Way.HIDDEN, free[0]) if free else Home(Way.LOCKED, found[0])
    kind = LANE_OF_KIND.get(search.kind, "notes")
    return Home(Way.NEW, Lane(id=search.new_lane, kind=kind), below(journey, search.near))


def below(journey: JourneyMap, lane: str) -> str:
    """The id of the lane under another one or under a group of lanes, "" for the last and for none."""
    order = in_order(journey.lanes)
    last = max((at for at, each in enumerate(order) if lane in (each.id, each.group)), default=len(order))
    return order[last + 1].id if lane and last + 1 < len(order) else ""
