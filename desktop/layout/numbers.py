"""The numbers on a map: the three worst pain points, and the same number on every opportunity that answers them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from desktop.document.cards import Card
from desktop.document.journey import Lane
from desktop.document.project import Metric, Persona, Project
from desktop.layout.beside import Beside
from desktop.method.ranking import Judged, judged, likely, numbered, worst


@dataclass(frozen=True, slots=True)
class Context:
    """What the cards of one lane need from elsewhere in the project."""

    numbers: Mapping[str, int] = field(default_factory=dict)
    metrics: Mapping[str, Metric] = field(default_factory=dict)
    personas: tuple[Persona, ...] = ()
    """Only for an emotion lane."""
    beside: Beside | None = None
    """What another map feels behind an emotion lane."""
    named: bool = True
    """Whether a curve's peak, valley and end are named: those of a part of a map are not the map's."""
    persona: str = ""
    """Whose curve that is; "" where the map is of nobody in particular."""

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
    """What the rest of the map may want to know of a lane: the pain points that may be among the worst, the votes on
    all of them, the ids of its opportunities, the metrics that its cards show."""

    pains: tuple[Judged, ...]
    votes: int
    opportunities: frozenset[str]
    metrics: frozenset[str]
    signs: frozenset[str]
    """Everything on the cards that a legend may have to explain: kinds, judged pains, states of evidence."""


def summary(lane: Lane, index: Mapping[str, int]) -> Summary:
    """`index` counts the steps from the left, which decides between pain points that are equally bad."""
    pains = list(judged(lane.cards, index))
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
        elif card.kind == "opportunity":
            opportunities.add(card.id)
        elif card.kind == "metric" and card.measure and card.measure.metric:
            metrics.add(card.measure.metric)
    votes = sum(pain.votes for pain in pains)
    return Summary(likely(pains), votes, frozenset(opportunities), frozenset(metrics), frozenset(signs))


def numbers(summaries: Iterable[Summary], answered: Mapping[str, list[str]]) -> dict[str, int]:
    """Numbers from 1; an opportunity that answers several pain points carries that of the worst."""
    lanes = list(summaries)
    bad = worst((pain for lane in lanes for pain in lane.pains), sum(lane.votes for lane in lanes))
    return numbered(bad, answered, (lane.opportunities for lane in lanes))


def context(
    lane: Lane,
    own: Summary,
    found: Mapping[str, int],
    project: Project,
    beside: Beside | None = None,
    *,
    named: bool = True,
    persona: str = "",
) -> Context:
    """What one lane needs of the map's numbers and the project's metrics: equal as long as nothing of that changes.

    persona: the map's.
    """
    pains = {pain.id for pain in own.pains}
    return Context(
        {card: number for card, number in found.items() if card in pains or card in own.opportunities},
        {metric.id: metric for metric in project.metrics if metric.id in own.metrics} if own.metrics else {},
        project.personas if lane.kind == "emotions" else (),
        beside,
        named,
        persona if lane.kind == "emotions" else "",
    )
