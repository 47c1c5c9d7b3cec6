"""The numbers on a map: the three worst pain points, and the same number on every opportunity that answers them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from desktop.document.cards import Card
from desktop.document.journey import JourneyMap, Lane, Link
from desktop.document.locate import columns_of
from desktop.document.project import Metric, Persona, Project

WORST = 3
"""How many pain points are numbered."""

Key = tuple[int, int, int, str, str]


@dataclass(frozen=True, slots=True)
class Context:
    """What the cards of one lane need from elsewhere in the project."""

    numbers: Mapping[str, int] = field(default_factory=dict)
    metrics: Mapping[str, Metric] = field(default_factory=dict)
    personas: tuple[Persona, ...] = ()
    """Only for an emotion lane."""

    def of(self, card: Card) -> "Facts":
        """The part that concerns one card."""
        metric = self.metrics.get(card.measure.metric) if card.measure else None
        return Facts(self.numbers.get(card.id, 0), metric) if metric or card.id in self.numbers else NOTHING


@dataclass(frozen=True, slots=True)
class Facts:
    """The number on a card (0 for none) and the metric that it shows."""

    number: int = 0
    metric: Metric | None = None


NOTHING = Facts()


@dataclass(frozen=True, slots=True)
class Summary:
    """What the rest of the map may want to know of a lane: its worst pain points (worst first), the ids of its
    opportunities, the metrics that its cards show."""

    worst: tuple[tuple[Key, str], ...]
    opportunities: frozenset[str]
    metrics: frozenset[str]
    signs: frozenset[str]
    """Everything on the cards that a legend may have to explain: kinds, judged pains, states of evidence."""


def summary(lane: Lane, index: Mapping[str, int]) -> Summary:
    """`index` counts the steps from the left, which decides between pain points that are equally bad."""
    pains: list[tuple[Key, str]] = []
    opportunities: set[str] = set()
    metrics: set[str] = set()
    signs: set[str] = set()
    for card in lane.cards:
        signs.add(card.kind)
        if card.evidence:
            signs.add(f"evidence {card.evidence.state}")
        if card.kind == "pain":
            if card.pain and card.pain.severity:
                signs.add("severity")
                if card.first in index:
                    pains.append((_badness(card, index), card.id))
        elif card.kind == "opportunity":
            opportunities.add(card.id)
        elif card.kind == "metric" and card.measure and card.measure.metric:
            metrics.add(card.measure.metric)
    return Summary(tuple(sorted(pains)[:WORST]), frozenset(opportunities), frozenset(metrics), frozenset(signs))


def _badness(card: Card, index: Mapping[str, int]) -> Key:
    """Severity × frequency, a frequency nobody has judged counting as 1; then severity; then from left to right."""
    severity, frequency = (card.pain.severity, card.pain.frequency) if card.pain else (0, 0)
    return -severity * max(1, frequency), -severity, index[card.first], card.rank, card.id


def answers(links: Iterable[Link]) -> dict[str, list[str]]:
    """Per pain point the opportunities that answer it."""
    found: dict[str, list[str]] = {}
    for link in links:
        if link.kind == "answers":
            found.setdefault(link.target, []).append(link.source)
    return found


def numbers(summaries: Iterable[Summary], answered: Mapping[str, list[str]]) -> dict[str, int]:
    """Numbers from 1; an opportunity that answers several pain points carries that of the worst."""
    lanes = list(summaries)
    worst = sorted(pain for lane in lanes for pain in lane.worst)[:WORST]
    found: dict[str, int] = {}
    for number, (_, pain) in enumerate(worst, 1):
        found[pain] = number
        for answer in answered.get(pain, ()):
            if any(answer in lane.opportunities for lane in lanes):
                found.setdefault(answer, number)
    return found


def numbers_of(journey: JourneyMap) -> dict[str, int]:
    """Those of a whole map with all lanes that are shown, for whoever prints a part of it."""
    index = {step: column for column, step in enumerate(columns_of(journey).steps)}
    return numbers([summary(lane, index) for lane in journey.lanes if not lane.hidden], answers(journey.links))


def context(lane: Lane, own: Summary, found: Mapping[str, int], project: Project) -> Context:
    """What one lane needs of the map's numbers and the project's metrics: equal as long as nothing of that changes."""
    pains = {pain for _, pain in own.worst}
    return Context(
        {card: number for card, number in found.items() if card in pains or card in own.opportunities},
        {metric.id: metric for metric in project.metrics if metric.id in own.metrics} if own.metrics else {},
        project.personas if lane.kind == "emotions" else (),
    )
