"""What is left of a map when it is looked at through a lens; what the lens does not touch stays the same objects."""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from desktop.desk.lens import CLEAR, Lens, feels, passes
from desktop.document.base import in_order
from desktop.document.journey import JourneyMap, Lane, LaneGroup, Stage
from desktop.document.keyed import find, put, swap
from desktop.document.project import Project
from desktop.layout.names import counted
from desktop.layout.style import Words

V = TypeVar("V")

STATES = 4
"""How many states of a lane are kept: the present one, candidates of a drag, the one that undo brings back."""

FOLDED = "folded"
"""The kind of the row in which a folded group of lanes stands. Its id is that of the group."""


class Sight:
    """Looks at one map after another; keep one, because it remembers what it has made of every lane."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._lens = CLEAR
        self._left = _PerLane[Lane]()
        self._rows: dict[str, Lane] = {}
        self._dimmed = _PerLane[frozenset[str]]()
        self._stages: Sequence[Stage] = ()
        self._homes: Mapping[str, str] = {}
        self._counts = _PerLane[Counter[str]]()

    def seen(self, project: Project, map_id: str, lens: Lens) -> Project:
        """The project as it is laid out: lanes hidden, groups folded to a row, filtered cards left out if asked for.

        The project itself when nothing is. Stages are folded by the layout, from `folded`.
        """
        journey = find(project.maps, map_id)
        if journey is None:
            return project
        self._look_through(lens)
        lanes = self._lanes(journey, lens)
        if lanes is journey.lanes:
            return project
        shown = journey.model_copy(update={"lanes": lanes})  # never edited and never saved: nothing to validate
        return project.model_copy(update={"maps": put(project.maps, shown)})

    def folded(self, seen: JourneyMap | None, lens: Lens) -> dict[str, str]:
        """The words at the head of every folded stage: how many cards of the lanes that are seen stand within it."""
        stages = tuple(stage for stage in seen.stages if stage.id in lens.stages) if seen else ()
        if seen is None or not stages:
            return {}
        self._look_through(lens)
        self._fold(stages)
        inside: Counter[str] = Counter()
        for lane in seen.lanes:
            if not lane.hidden:
                inside += self._counts.get(lane, self._count)
        return {stage.id: self._cards(inside[stage.id]) for stage in stages}

    def dimmed(self, seen: JourneyMap, lens: Lens) -> dict[str, frozenset[str]]:
        """Per lane the ids of what does not pass: cards, markers, and personas, for their curves. Under "", the arrows
        from or to any of that."""
        if not lens.filters or lens.leave_out:
            return {}
        self._look_through(lens)
        found = {lane.id: self._dimmed.get(lane, self._fail) for lane in seen.lanes if not lane.hidden}
        faint = frozenset[str]().union(*found.values()) if seen.links else frozenset[str]()
        found[""] = frozenset(link.id for link in seen.links if link.source in faint or link.target in faint)
        return {lane: ids for lane, ids in found.items() if ids}

    def _look_through(self, lens: Lens) -> None:
        if lens != self._lens:
            self._lens = lens
            for memory in (self._left, self._dimmed, self._counts):
                memory.forget()

    def _lanes(self, journey: JourneyMap, lens: Lens) -> tuple[Lane, ...]:
        """The lanes of the map as they are seen, its own tuple when all are as they were."""
        folded = {group.id for group in journey.groups if group.folded}
        if lens == CLEAR and not folded:
            return journey.lanes
        lanes = tuple(
            self._left.get(lane, _hide if lane.id in lens.lanes or lane.group in folded else self._leave)
            for lane in journey.lanes
        )
        groups = [group for group in journey.groups if group.id in folded]
        rows = [row for group in groups for row in self._rows_of(group, journey, lens)]
        return put(swap(journey.lanes, lanes), *rows)

    def _rows_of(self, group: LaneGroup, journey: JourneyMap, lens: Lens) -> Iterable[Lane]:
        """The one row of a folded group, none when all its lanes are hidden. It takes no cards: it is locked."""
        own = (lane for lane in journey.lanes if lane.group == group.id)
        lanes = [lane for lane in own if not lane.hidden and lane.id not in lens.lanes]
        count = sum(len(lane.cards) for lane in lanes)
        for first in in_order(lanes)[:1]:
            made = Lane(
                id=group.id, kind=FOLDED, title=self._cards(count), rank=first.rank, group=group.id, locked=True
            )
            known = self._rows.get(group.id, made)
            self._rows[group.id] = known if known == made else made
            yield self._rows[group.id]

    def _leave(self, lane: Lane) -> Lane:
        """The lane with what is left out gone."""
        lens = self._lens
        if not (lens.filters and lens.leave_out):
            return lane
        cards = tuple(card for card in lane.cards if passes(card, lens))
        markers = tuple(marker for marker in lane.markers if feels(marker, lens))
        if len(cards) == len(lane.cards) and len(markers) == len(lane.markers):
            return lane
        return lane.model_copy(update={"cards": cards, "markers": markers})

    def _fail(self, lane: Lane) -> frozenset[str]:
        """What of the lane does not pass."""
        lens = self._lens
        ids = [card.id for card in lane.cards if not passes(card, lens)]
        ids += [marker.id for marker in lane.markers if not feels(marker, lens)]
        people = {marker.persona for marker in lane.markers} - lens.personas if lens.personas else set()
        return frozenset(ids) | people - {""}

    def _fold(self, stages: tuple[Stage, ...]) -> None:
        if len(stages) != len(self._stages) or any(a is not b for a, b in zip(stages, self._stages, strict=True)):
            self._stages = stages
            self._homes = {step.id: stage.id for stage in stages for step in stage.steps}
            self._counts.forget()

    def _count(self, lane: Lane) -> Counter[str]:
        """The cards of a lane that stand wholly within each folded stage."""
        homes = self._homes
        within = (homes[card.first] for card in lane.cards if homes.get(card.first, "") == homes.get(card.last))
        return Counter(within)

    def _cards(self, count: int) -> str:
        return counted(self._words, "lens.card", "lens.cards", count)


class _PerLane(Generic[V]):
    """Values made from lanes, by the identity of the last few states of each."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, Callable[[Lane], V]], deque[tuple[Lane, V]]] = {}

    def get(self, lane: Lane, make: Callable[[Lane], V]) -> V:
        kept = self._kept.setdefault((lane.id, make), deque(maxlen=STATES))
        for known, value in kept:
            if known is lane:
                return value
        value = make(lane)
        kept.appendleft((lane, value))
        return value

    def forget(self) -> None:
        self._kept.clear()


def _hide(lane: Lane) -> Lane:
    return lane if lane.hidden else lane.model_copy(update={"hidden": True})
