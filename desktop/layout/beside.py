"""The feelings of another map, behind those of the map that is laid out: each at the step that it is compared with."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.document.base import in_order
from desktop.document.cards import Marker
from desktop.document.journey import JourneyMap, Lane
from desktop.document.project import Project
from desktop.layout.names import name_of
from desktop.layout.style import Words
from desktop.method.pairing import counterpart, opposites

GAP = "gap"
"""What a map `shows` on which the curves of another one stand behind its own."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What is called `name`, with markers as they were if they stood at steps of the map itself."""

    name: str
    markers: tuple[Marker, ...]


NOBODY: Mapping[str, Beside] = {}


class Neighbour:
    """Finds the other map's markers, and hands out the same objects as long as steps and other map are the same."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._known: tuple[tuple[object, ...], Mapping[str, tuple[Marker, ...]]] = ((), {})

    def name(self, project: Project, journey: JourneyMap) -> str:
        """What the other map is called on this one: what it is, or its title where both are the same; "" when none is
        to be shown."""
        other = _other(project, journey)
        if other is None:
            return ""
        return other.title if other.status == journey.status else name_of("tab", other.status, self._words)

    def beside(self, project: Project, journey: JourneyMap) -> Mapping[str, Beside]:
        """By emotion lane of the map what stands behind its curves."""
        other = _other(project, journey)
        if other is None:
            return NOBODY
        name, mates = self.name(project, journey), lane_mates(journey.lanes, other.lanes)
        felt = self._felt(project, journey, other)
        return {lane: Beside(name, felt[mate]) for lane, mate in mates.items() if felt.get(mate)}

    def _felt(self, project: Project, journey: JourneyMap, other: JourneyMap) -> Mapping[str, tuple[Marker, ...]]:
        """By lane of the other map its markers at steps of this one."""
        stages = tuple((each.id, each.stages) for each in project.maps)
        key = (journey.id, other, *stages)
        before = self._known[0]
        if len(key) != len(before) or any(not _same(one, two) for one, two in zip(key, before, strict=True)):
            found = opposites(project, journey, other)
            homes = {marker.id: lane.id for lane in other.lanes for marker in lane.markers}
            lanes: dict[str, list[Marker]] = {}
            for step, marker in found:
                lanes.setdefault(homes[marker.id], []).append(marker.model_copy(update={"step": step}))
            self._known = (key, {lane: tuple(markers) for lane, markers in lanes.items()})
        return self._known[1]


def _other(project: Project, journey: JourneyMap) -> JourneyMap | None:
    return counterpart(project, journey) if GAP in journey.shows else None


def _same(one: object, other: object) -> bool:
    """Whether both are the same object, or pairs of an id and the same object."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return one[0] == other[0] and one[1] is other[1]
    return one is other or (isinstance(one, str) and one == other)


def lane_mates(here: Iterable[Lane], there: Iterable[Lane]) -> dict[str, str]:
    """Emotion lanes of a map → those of the other that are compared with them: by where they come from, else from top
    to bottom."""
    ours, theirs = _emotions(here), _emotions(there)
    origins = {lane.id: lane.origin.thing for lane in (*ours, *theirs) if lane.origin}
    mates: dict[str, str] = {}
    for lane in ours:
        kin = (one.id for one in theirs if lane.id == origins.get(one.id) or one.id == origins.get(lane.id))
        mate = next(kin, "")
        if mate:
            mates[lane.id] = mate
    left = [lane.id for lane in ours if lane.id not in mates]
    free = [lane.id for lane in theirs if lane.id not in mates.values()]
    return mates | dict(zip(left, free, strict=False))


def _emotions(lanes: Iterable[Lane]) -> Sequence[Lane]:
    return [lane for lane in in_order(lanes) if lane.kind == "emotions"]
