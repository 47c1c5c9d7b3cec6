"""Which pain points are the worst and which opportunities the best: one order for the map, the lists and the prints.

A pain point scores severity × frequency, 1 to 25 (a frequency nobody has judged counts as 1): the risk number of
failure modes and effects analysis without detection (IEC 60812, 2018). An opportunity scores worth × ease, the two
sides of the action priority matrix. Votes raise either by the share that it has of all votes on its kind, at most to
twice the score: a room can turn an order, but not make a trifle a disaster.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from heapq import nsmallest
from typing import NamedTuple

from desktop.document.cards import Card, Factors, Promise
from desktop.document.journey import JourneyMap, Link
from desktop.document.locate import columns_of
from desktop.document.project import Project, Weights

WORST = 3
"""How many pain points are numbered."""

FACTORS = ("satisfaction", "revenue", "efficiency", "edge")
"""What an opportunity may help, and what may count more or less."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A card with its place from 1; what nobody has judged has the score 0 and stands last, without a place (0)."""

    card: Card
    score: float
    place: int


class Judged(NamedTuple):
    """A pain point that somebody has judged: severity × frequency, severity, votes, its column, its rank and id."""

    product: int
    severity: int
    votes: int
    column: int
    rank: str
    id: str


def judged(cards: Iterable[Card], index: Mapping[str, int]) -> Iterator[Judged]:
    """The pain points among the cards that have a severity and a step that is in the index of columns."""
    for card in cards:
        if card.kind == "pain" and card.pain and card.pain.severity and card.first in index:
            product = card.pain.severity * max(1, card.pain.frequency)
            yield Judged(product, card.pain.severity, card.votes, index[card.first], card.rank, card.id)


def worst(found: Iterable[Judged], votes: int) -> list[Judged]:
    """The three worst, the worst first; `votes` are those on all pain points. Equals go by severity, then from left to
    right."""
    return nsmallest(WORST, found, partial(_badness, votes))


def likely(found: Iterable[Judged]) -> tuple[Judged, ...]:
    """Those that can be among the worst, however many votes there are elsewhere: of each number of votes three."""
    by_votes: defaultdict[int, list[Judged]] = defaultdict(list)
    for one in found:
        by_votes[one.votes].append(one)
    return tuple(one for same in by_votes.values() for one in worst(same, 0))


def _badness(votes: int, one: Judged) -> tuple[int, int, int, str, str]:
    """Least for the worst."""
    return -one.product * max(votes + one.votes, 1), -one.severity, one.column, one.rank, one.id


def answers(links: Iterable[Link]) -> dict[str, list[str]]:
    """Per pain point the opportunities that answer it."""
    found: dict[str, list[str]] = {}
    for link in links:
        if link.kind == "answers":
            found.setdefault(link.target, []).append(link.source)
    return found


def numbered(
    bad: Iterable[Judged], answered: Mapping[str, list[str]], known: Iterable[frozenset[str]]
) -> dict[str, int]:
    """Numbers from 1 on these pain points, and on those of the `known` opportunities that answer them; one that answers
    several carries that of the worst."""
    there = list(known)
    found: dict[str, int] = {}
    for number, pain in enumerate(bad, 1):
        found[pain.id] = number
        for answer in answered.get(pain.id, ()):
            if any(answer in ids for ids in there):
                found.setdefault(answer, number)
    return found


def numbers(journey: JourneyMap) -> dict[str, int]:
    """The numbers on the map: the three worst pain points of the lanes that are shown, and what answers them."""
    cards = list(_on(journey))
    found = list(judged(cards, columns_of(journey).index))
    known = frozenset(card.id for card in cards if card.kind == "opportunity")
    return numbered(worst(found, sum(one.votes for one in found)), answers(journey.links), (known,))


def pains(journey: JourneyMap) -> list[Ranked]:
    """The pain points of the lanes that are shown, the worst first, with the places that the map gives to the first."""
    index = columns_of(journey).index
    cards = {card.id: card for card in _on(journey) if card.kind == "pain"}
    found = list(judged(cards.values(), index))
    votes = sum(one.votes for one in found)
    order = sorted(found, key=partial(_badness, votes))
    ranked = [Ranked(cards.pop(one.id), raised(one.product, one.votes, votes), at) for at, one in enumerate(order, 1)]
    return ranked + [Ranked(card, 0.0, 0) for card in _from_left(cards.values(), index)]


def opportunities(project: Project, journey: JourneyMap) -> list[Ranked]:
    """The opportunities of the lanes that are shown, the best first; equals go by the pain point that they answer, by
    impact and from left to right."""
    index, known = columns_of(journey).index, numbers(journey)
    cards = [card for card in _on(journey) if card.kind == "opportunity"]
    votes = sum(card.votes for card in cards)
    scores = {card.id: raised(score(card.promise, project.weights), card.votes, votes) for card in cards}

    def order(card: Card) -> tuple[float, int, int]:
        return -scores[card.id], known.get(card.id, WORST + 1), -card.promise.impact if card.promise else 0

    best = sorted(_from_left(cards, index), key=order)
    return [Ranked(card, scores[card.id], at if scores[card.id] else 0) for at, card in enumerate(best, 1)]


def score(promise: Promise | None, weights: Weights) -> float:
    """Worth × ease, 0 to 25; an ease nobody has judged counts as 1."""
    return round(worth(promise, weights) * max(1, promise.ease), 2) if promise else 0.0


def worth(promise: Promise, weights: Weights) -> float:
    """What an opportunity is worth, 1 to 5, 0 when nobody has judged: the mean of impact and weighted factors; one of
    them where the other is not judged."""
    said = [each for each in (float(promise.impact), weighted(promise.factors, weights)) if each]
    return sum(said) / len(said) if said else 0.0


def weighs(cards: Iterable[Card], weights: Weights) -> bool:
    """Whether a factor of any of these opportunities counts; else worth is impact alone."""
    return any(card.promise and weighted(card.promise.factors, weights) for card in cards)


def weighted(factors: Factors, weights: Weights) -> float:
    """The weighted mean of the factors that somebody has judged and that count, 0 when there is none.

    Weighted sum model of decision analysis (P. C. Fishburn, Additive utilities with incomplete product sets, 1967),
    with the weights made to sum to 1.
    """
    pairs = [(float(getattr(factors, name)), float(getattr(weights, name))) for name in FACTORS]
    counting = [(grade, weight) for grade, weight in pairs if grade and weight]
    whole = sum(weight for _, weight in counting)
    return sum(grade * (weight / whole) for grade, weight in counting) if whole else 0.0


def raised(score: float, votes: int, of: int) -> float:
    """A score with the votes counted in: × (1 + share of the votes)."""
    return round(score * (1 + votes / of), 2) if of else float(score)


def _on(journey: JourneyMap) -> Iterator[Card]:
    return (card for lane in journey.lanes if not lane.hidden for card in lane.cards)


def _from_left(cards: Iterable[Card], index: Mapping[str, int]) -> list[Card]:
    return sorted(cards, key=lambda card: (index.get(card.first, len(index)), card.rank, card.id))
