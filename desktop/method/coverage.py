"""How much of a map is known, and how much is a guess: counted by lane and by stage."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from desktop.document.base import in_order
from desktop.document.cards import Card, Marker
from desktop.document.journey import JourneyMap, Lane, Stage

STATES = ("measurement", "research", "anecdote", "assumption", "")
"""From the best known to the least; "" where nobody has said where a statement comes from."""

KNOWN = ("measurement", "research")
"""More than somebody's opinion."""

CLAIMS = ("action", "touchpoint", "thought", "quote", "pain", "need", "channel", "backstage", "metric")
"""Kinds of cards that state how things are; opportunities, tactics, experiments and notes are what one might do."""

Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Share:
    """Statements by the state of their evidence; only states that occur have a count."""

    counts: Counts = field(default_factory=dict)

    @property
    def total(self) -> int:
        """All statements."""
        return sum(self.counts.values())

    @property
    def known(self) -> float:
        """The share that rests on research or measurement, 0 to 1; 0 where nothing is stated."""
        return sum(self.counts.get(state, 0) for state in KNOWN) / self.total if self.total else 0.0

    def parts(self) -> Iterator[tuple[str, float]]:
        """Every state that occurs with its share of all, from the best known to the least."""
        for state in STATES:
            if self.counts.get(state):
                yield state, self.counts[state] / self.total


NOTHING = Share()


@dataclass(frozen=True, slots=True)
class Coverage:
    """Shares by the ids of lanes and of stages; those without statements are left out. A card over steps of several
    stages counts in each of them, and once in its lane and in the whole."""

    by_lane: Mapping[str, Share]
    by_stage: Mapping[str, Share]
    whole: Share


def state_of(thing: Card | Marker) -> str:
    """The state of its evidence, one of STATES; a marker that was computed from what people said is a measurement."""
    if thing.evidence is not None:
        return thing.evidence.state if thing.evidence.state in STATES else "assumption"
    return "measurement" if isinstance(thing, Marker) and thing.computed and thing.computed.people else ""


def is_known(thing: Card | Marker) -> bool:
    """Whether it is more than an opinion."""
    return state_of(thing) in KNOWN


def coverage(journey: JourneyMap) -> Coverage:
    """Of all lanes that are not hidden."""
    return Ledger().coverage(journey)


def claims(lane: Lane) -> Iterator[Card | Marker]:
    """What a lane states: its cards of these kinds and its emotion markers."""
    yield from (card for card in lane.cards if card.kind in CLAIMS)
    yield from lane.markers


@dataclass(frozen=True, slots=True)
class _Counted:
    """What one lane states, in all and by stage."""

    lane: Lane
    whole: Share
    by_stage: Mapping[str, Counter[str]]


class Ledger:
    """Counts a lane again only when it or the stages are others, so that an edit costs the lanes that it touched."""

    def __init__(self) -> None:
        self._stages: tuple[Stage, ...] = ()
        self._spans: Mapping[str, int] = {}
        self._order: list[str] = []
        self._lanes: dict[str, _Counted] = {}
        self._last: tuple[JourneyMap, Coverage] | None = None

    def coverage(self, journey: JourneyMap) -> Coverage:
        """As the function of this name; the same object for the same value of the map."""
        if self._last is None or self._last[0] is not journey:
            self._last = journey, self._counted(journey)
        return self._last[1]

    def _counted(self, journey: JourneyMap) -> Coverage:
        self._learn(journey.stages)
        lanes = [lane for lane in journey.lanes if not lane.hidden]
        before, self._lanes = self._lanes, {}
        for lane in lanes:
            known = before.get(lane.id)
            self._lanes[lane.id] = known if known and known.lane is lane else self._count(lane)
        counted = list(self._lanes.values())
        by_stage = _summed(chain.from_iterable(each.by_stage.items() for each in counted))
        whole = _summed(("", each.whole.counts) for each in counted)
        return Coverage(
            {each.lane.id: each.whole for each in counted if each.whole.total},
            {stage: by_stage[stage] for stage in dict.fromkeys(self._order) if stage in by_stage},
            whole.get("", NOTHING),
        )

    def _learn(self, stages: tuple[Stage, ...]) -> None:
        """The steps from the left, each with its stage; what was counted by others is void."""
        if stages is not self._stages:
            steps = [(step.id, stage.id) for stage in in_order(stages) for step in in_order(stage.steps)]
            self._stages, self._lanes = stages, {}
            self._spans = {step: number for number, (step, _) in enumerate(steps)}
            self._order = [stage for _, stage in steps]

    def _count(self, lane: Lane) -> _Counted:
        whole: Counter[str] = Counter()
        by_stage: dict[str, Counter[str]] = {}
        for thing in claims(lane):
            state = state_of(thing)
            whole[state] += 1
            for stage in self._stages_of(thing):
                by_stage.setdefault(stage, Counter())[state] += 1
        return _Counted(lane, Share(whole), by_stage)

    def _stages_of(self, thing: Card | Marker) -> Iterable[str]:
        ends = (thing.step,) if isinstance(thing, Marker) else (thing.first, thing.last)
        places = [self._spans[end] for end in ends if end in self._spans]
        return dict.fromkeys(self._order[min(places) : max(places) + 1]) if places else ()


def _summed(counted: Iterable[tuple[str, Counts]]) -> dict[str, Share]:
    """Counts of the same key put together."""
    sums: dict[str, Counter[str]] = {}
    for key, counts in counted:
        sums.setdefault(key, Counter()).update(counts)
    return {key: Share(counts) for key, counts in sums.items() if counts}
