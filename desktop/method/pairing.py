"""Which thing of one map stands for which of another: by what they come from, and else by what they are called."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from desktop.document.base import in_order
from desktop.document.cards import Card, Marker, Origin
from desktop.document.derived import Derived, derivable, markers_of
from desktop.document.journey import JourneyMap, Lane, Stage, Step
from desktop.document.keyed import find
from desktop.document.locate import cards_of, steps_in_order
from desktop.document.project import Project

T = TypeVar("T", Stage, Step, Lane, Card, Marker)
Like = Callable[[T], Hashable]
"""What two things have in common when people take them for one; None for what is like no other."""

LONGEST = 50
"""Copies of copies that are followed back; a file may name a thing as its own ancestor."""

MOST_TWINS = 20
"""Things of one map with the same ancestor that are looked at; a hand makes few, a broken file could have thousands."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """`there`: the ids of a map's stages, steps, lanes, cards and markers → those that stand for them in the other map;
    `back`: the same the other way round. Nothing stands for two things."""

    there: Mapping[str, str]
    back: Mapping[str, str]


class Opposite(NamedTuple):
    """A feeling of the other map, and the step of this one at which it is to be compared."""

    step: str
    marker: Marker


def counterpart(project: Project, journey: JourneyMap) -> JourneyMap | None:
    """The map that this one is compared with: the one that it was derived from, or else one derived from it, an ideal
    one first; where it has no kin, an ideal map for a current one and the other way round, or the only other map."""
    others = [one for one in in_order(project.maps) if one.id != journey.id]
    derived = [one for one in others if one.origin == journey.id]
    opposite = [one for one in others if {one.status, journey.status} == {"current", "ideal"}]
    ideal = [one for one in derived if one.status == "ideal"]
    source = find(project.maps, journey.origin)
    only = others if len(others) == 1 else []
    return source if source and source is not journey else next(iter([*ideal, *derived, *opposite, *only]), None)


def ordered(one: JourneyMap, other: JourneyMap) -> tuple[JourneyMap, JourneyMap]:
    """Two maps as they are told of: what was derived from the other comes last, else what is ideal."""
    if one.origin == other.id or (other.origin != one.id and one.status == "ideal" != other.status):
        return other, one
    return one, other


def pairing(project: Project, one: JourneyMap, other: JourneyMap) -> Pairing:
    """The things of two maps of a project that are the same. Those with a common ancestor come first, the nearest kin
    before all others; then what stands at the same place under the same name."""
    pairs = _Pairs(_Ancestry(project), one, other)
    _pair_columns(pairs)
    _pair_lanes(pairs)
    _pair_cards(pairs)
    _pair_markers(pairs)
    return Pairing(pairs.there, pairs.back)


def paired_steps(project: Project, one: JourneyMap, other: JourneyMap) -> dict[str, str]:
    """The steps of a map → those that stand for them in the other one; as in `pairing`, without looking at cells."""
    pairs = _Pairs(_Ancestry(project), one, other)
    _pair_columns(pairs)
    return {step.id: pairs.there[step.id] for step in steps_in_order(one) if step.id in pairs.there}


def opposites(project: Project, journey: JourneyMap, other: JourneyMap) -> tuple[Opposite, ...]:
    """The feelings in the lanes of the other map, each at the step of this one that stands for its own, from left to
    right; those at steps that this map has not are left out."""
    here = {to: step for step, to in paired_steps(project, journey, other).items()}
    column = {step.id: number for number, step in enumerate(steps_in_order(journey))}
    felt = (marker for lane in in_order(other.lanes) for marker in lane.markers if marker.step in here)
    return tuple(sorted((Opposite(here[one.step], one) for one in felt), key=lambda each: column[each.step]))


class _Ancestry:
    """What the things of a project's maps come from."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._origins: dict[str, dict[str, Origin]] = {}

    def of(self, map_id: str, thing: Derived) -> Iterator[tuple[str, str]]:
        """A thing itself, as the ids of its map and its own, then what it was derived from, and so on."""
        yield map_id, thing.id
        origin = thing.origin
        for _ in range(LONGEST):
            if origin is None:
                return
            yield origin.map, origin.thing
            origin = self._of_map(origin.map).get(origin.thing)

    def _of_map(self, map_id: str) -> Mapping[str, Origin]:
        if map_id not in self._origins:
            map_ = find(self._project.maps, map_id)
            things = derivable(map_) if map_ and map_.origin else ()
            self._origins[map_id] = {thing.id: thing.origin for thing in things if thing.origin}
        return self._origins[map_id]


@dataclass
class _Pairs:
    """The pairs found so far between two maps."""

    ancestry: _Ancestry
    one: JourneyMap
    other: JourneyMap
    there: dict[str, str] = field(default_factory=dict)
    back: dict[str, str] = field(default_factory=dict)

    def kin(self, ones: Sequence[T], others: Sequence[T]) -> None:
        """Pairs those with a common ancestor, the nearest kin first."""
        near: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
        for thing in ones:
            for far, ancestor in enumerate(self.ancestry.of(self.one.id, thing)):
                if len(near[ancestor]) < MOST_TWINS:
                    near[ancestor].append((far, thing.id))
        found = [
            (far + further, thing, mate.id)
            for mate in others
            for far, ancestor in enumerate(self.ancestry.of(self.other.id, mate))
            for further, thing in near.get(ancestor, ())
        ]
        for _, thing_id, mate_id in sorted(found, key=lambda each: each[0]):
            self._join(thing_id, mate_id)

    def alike(self, ones: Sequence[T], others: Sequence[T], like: Like[T], mate_like: Like[T]) -> None:
        """Pairs those that are alike and have no mate, the first with the first."""
        waiting: dict[Hashable, list[str]] = defaultdict(list)
        for mate in others:
            if mate.id not in self.back and (key := mate_like(mate)) is not None:
                waiting[key].append(mate.id)
        for thing in ones:
            if thing.id not in self.there and waiting and (same := waiting.get(like(thing))):
                self._join(thing.id, same.pop(0))

    def _join(self, thing: str, mate: str) -> None:
        if thing not in self.there and mate not in self.back:
            self.there[thing], self.back[mate] = mate, thing


def _pair_columns(pairs: _Pairs) -> None:
    """Stages and the steps in them: by name, and where the maps are no kin, steps without a name by their number."""
    ones, others = in_order(pairs.one.stages), in_order(pairs.other.stages)
    pairs.kin(ones, others)
    related = bool(pairs.there)
    pairs.alike(ones, others, _title, _title)
    pairs.kin(steps_in_order(pairs.one), steps_in_order(pairs.other))
    for stage in ones:
        mate = find(pairs.other.stages, pairs.there.get(stage.id, ""))
        steps, mates = in_order(stage.steps), in_order(mate.steps) if mate else []
        pairs.alike(steps, mates, _step_title, _step_title)
        if not related:
            pairs.alike(steps, mates, _nameless, _nameless)


def _pair_lanes(pairs: _Pairs) -> None:
    """By name, and where each map has one lane of a kind, by that."""
    lanes = in_order(pairs.one.lanes), in_order(pairs.other.lanes)
    pairs.kin(*lanes)
    pairs.alike(*lanes, _lane_named, _lane_named)
    often = {kind for row in lanes for kind, count in Counter(lane.kind for lane in row).items() if count > 1}

    def only_kind(lane: Lane) -> Hashable:
        return None if lane.kind in often else lane.kind

    pairs.alike(*lanes, only_kind, only_kind)


def _pair_cards(pairs: _Pairs) -> None:
    cards = list(cards_of(pairs.one)), list(cards_of(pairs.other))
    pairs.kin(*cards)
    here, over = _places(pairs.one), _places(pairs.other)
    there = pairs.there

    def like(card: Card) -> Hashable:
        lane = there.get(here.get(card.id, ""), "")
        return (lane, there.get(card.first), card.kind, said(card.text)) if lane and card.text.strip() else None

    def mate_like(card: Card) -> Hashable:
        return over.get(card.id, ""), card.first, card.kind, said(card.text)

    pairs.alike(*cards, like, mate_like)


def _pair_markers(pairs: _Pairs) -> None:
    """A persona's only feeling at a step is the same feeling, however it was put there."""
    markers = list(markers_of(pairs.one)), list(markers_of(pairs.other))
    pairs.kin(*markers)
    there = pairs.there
    pairs.alike(
        *markers,
        lambda marker: (there[marker.step], marker.persona) if marker.step in there else None,
        lambda marker: (marker.step, marker.persona),
    )


def said(text: str) -> str:
    """A text as people compare it: without regard to blanks and capitals."""
    return " ".join(text.split()).casefold()


def _title(stage: Stage) -> Hashable:
    return said(stage.title) or None


def _step_title(step: Step) -> Hashable:
    return said(step.title) or None


def _nameless(step: Step) -> Hashable:
    return None if step.title.strip() else ""


def _lane_named(lane: Lane) -> Hashable:
    return lane.kind, said(lane.title)


def _places(map_: JourneyMap) -> dict[str, str]:
    """Card → the lane that it stands in."""
    return {card.id: lane.id for lane in map_.lanes for card in lane.cards}
