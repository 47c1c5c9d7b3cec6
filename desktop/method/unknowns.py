"""What to find out next: the statements that matter most and are known least.

The order follows assumption mapping (Gothelf and Seiden, Lean UX, 2013; Bland and Osterwalder, Testing Business Ideas,
2019): what would cost most if it were wrong and has the least evidence comes first. How much each counts is ours.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from desktop.document.base import in_order
from desktop.document.cards import Card, Marker
from desktop.document.journey import JourneyMap, Lane
from desktop.document.project import Project
from desktop.method.coverage import CLAIMS, NOTHING, Coverage, coverage, state_of

DOUBT = {"": 1.0, "assumption": 1.0, "anecdote": 0.6, "research": 0.0, "measurement": 0.0}
"""How much is open, 0 to 1: one person's word is something, but not much."""

USUAL = 3
"""What a severity or a frequency counts that nobody has judged yet."""

MOST_PAIN = 25
WORTHY = 4
"""An impact from which an opportunity is worth being sure of."""

STRONG = 1.5
"""A feeling this far from nought is one of those that the journey is remembered by."""

NAMED = 3
"""Cards that are named where a line is about several."""

WEIGHT = {"answered": 1.0, "pain": 1.0, "moment": 0.9, "promise": 0.8, "feeling": 0.6, "stage": 0.5, "unasked": 0.4}
"""How much a wrong guess costs, for the worst of each sort."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something to find out. Code: a key of WEIGHT, or pain_open for a pain point that is not judged in full; `things`
    are the ids it is about, `score` 0 to 1, the most urgent first; numbers: what its sentence tells."""

    code: str
    things: tuple[str, ...]
    score: float
    text: str = ""
    numbers: Mapping[str, int] = field(default_factory=dict)


def unknowns(project: Project, journey: JourneyMap, counted: Coverage | None = None) -> list[Unknown]:
    """The most urgent first; of the same urgency as they stand on the map. `counted` is the map's coverage if known."""
    lanes = [lane for lane in in_order(journey.lanes) if not lane.hidden]
    cards = {card.id: card for lane in lanes for card in lane.cards}
    found = [
        *_answered(project, journey, cards.values()),
        *_pains(cards.values()),
        *_moments(lanes, project),
        *_promises(journey, cards),
        *_feelings(lanes, project),
        *_stages(journey, counted or coverage(journey)),
        *_unasked(journey, lanes),
    ]
    return sorted(found, key=lambda each: -each.score)


def _answered(project: Project, journey: JourneyMap, cards: Iterable[Card]) -> Iterator[Unknown]:
    """Statements that people were asked about, while nobody has said where they come from: one look and it is known.

    All at once, from left to right, by the names of the first few.
    """
    asked = {join.thing for survey in project.surveys for join in survey.joins}
    open_ = [card for card in cards if card.id in asked and card.kind in CLAIMS and not state_of(card)]
    if open_:
        index = {step: number for number, step in enumerate(_steps(journey))}
        open_.sort(key=lambda card: index.get(card.first, 0))
        names = [card.text for card in open_ if card.text]
        more = len(names) - NAMED
        text = " · ".join((*names[:NAMED], f"+{more}") if more > 0 else names)
        yield Unknown("answered", tuple(card.id for card in open_), WEIGHT["answered"], text, {"count": len(open_)})


def _pains(cards: Iterable[Card]) -> Iterator[Unknown]:
    """By severity × frequency."""
    for card in cards:
        doubt = DOUBT[state_of(card)]
        if card.kind == "pain" and doubt:
            severity, frequency = (card.pain.severity, card.pain.frequency) if card.pain else (0, 0)
            weight = (severity or USUAL) * (frequency or USUAL)
            score = WEIGHT["pain"] * doubt * weight / MOST_PAIN
            judged = bool(severity and frequency)
            numbers = {"weight": weight} if judged else {}
            yield Unknown("pain" if judged else "pain_open", (card.id,), score, card.text, numbers)


def _moments(lanes: Iterable[Lane], project: Project) -> Iterator[Unknown]:
    """Moments of truth that nobody has looked into."""
    for lane in lanes:
        for card in lane.cards:
            if card.starred and card.kind in CLAIMS and card.kind != "pain" and DOUBT[state_of(card)]:
                yield Unknown("moment", (card.id,), WEIGHT["moment"] * DOUBT[state_of(card)], card.text)
        for marker in lane.markers:
            if marker.starred and DOUBT[state_of(marker)]:
                score = WEIGHT["moment"] * DOUBT[state_of(marker)]
                yield Unknown("moment", (marker.id,), score, _felt(marker, project))


def _promises(journey: JourneyMap, cards: Mapping[str, Card]) -> Iterator[Unknown]:
    """Opportunities of high impact whose pain points are all guesses."""
    answered: dict[str, list[Card]] = {}
    for link in journey.links:
        if link.kind == "answers" and link.target in cards:
            answered.setdefault(link.source, []).append(cards[link.target])
    for source, pains in answered.items():
        idea = cards.get(source)
        impact = idea.promise.impact if idea is not None and idea.promise else 0
        if idea is not None and impact >= WORTHY and all(DOUBT[state_of(pain)] for pain in pains):
            things = (idea.id, *(pain.id for pain in pains))
            yield Unknown("promise", things, WEIGHT["promise"] * impact / 5, idea.text, {"count": len(pains)})


def _feelings(lanes: Iterable[Lane], project: Project) -> Iterator[Unknown]:
    """Peaks and valleys that somebody imagined; moments of truth are told of already."""
    for marker in (marker for lane in lanes for marker in lane.markers):
        doubt = DOUBT[state_of(marker)]
        if doubt and abs(marker.value) >= STRONG and not marker.starred:
            score = WEIGHT["feeling"] * doubt * abs(marker.value) / 2
            yield Unknown("feeling", (marker.id,), score, _felt(marker, project))


def _felt(marker: Marker, project: Project) -> str:
    """“Maya: forgotten −1.5”."""
    name = next((each.name for each in project.personas if each.id == marker.persona), "")
    value = f"{marker.value:+.1f}".replace("-", "−")
    said = f"{marker.label} {value}" if marker.label else value
    return f"{name}: {said}" if name else said


def _stages(journey: JourneyMap, counted: Coverage) -> Iterator[Unknown]:
    """Stages of which nothing is known; the more is stated there, the more depends on it."""
    most = max((share.total for share in counted.by_stage.values()), default=1)
    for stage in in_order(journey.stages):
        share = counted.by_stage.get(stage.id, NOTHING)
        if share.total and not share.known:
            score = WEIGHT["stage"] * share.total / most
            yield Unknown("stage", (stage.id,), score, stage.title, {"count": share.total})


def _unasked(journey: JourneyMap, lanes: Iterable[Lane]) -> Iterator[Unknown]:
    """Lanes whose empty cells are marked as not asked yet."""
    steps = _steps(journey)
    for lane in lanes:
        empty = len(steps) - len(_filled(lane, steps)) if lane.empty == "?" else 0
        if empty:
            yield Unknown("unasked", (lane.id,), WEIGHT["unasked"] * empty / len(steps), lane.title, {"count": empty})


def _steps(journey: JourneyMap) -> list[str]:
    """From left to right."""
    return [step.id for stage in in_order(journey.stages) for step in in_order(stage.steps)]


def _filled(lane: Lane, steps: list[str]) -> set[str]:
    """The steps at which something stands."""
    index = {step: number for number, step in enumerate(steps)}
    filled = {marker.step for marker in lane.markers if marker.step in index}
    for card in lane.cards:
        ends = [index[end] for end in (card.first, card.last) if end in index]
        filled.update(steps[min(ends) : max(ends) + 1] if ends else ())
    return filled
