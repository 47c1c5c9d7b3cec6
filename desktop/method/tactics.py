"""Tactics and experiments in the order of the journey, and tactics that get in each other's way."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from desktop.document.cards import Card
from desktop.document.journey import JourneyMap, Lane
from desktop.document.locate import Columns, columns_of
from desktop.method.backlog import CLOSED


@dataclass(frozen=True, slots=True)
class Clash:
    """Two tactics of one form that meet one segment at one place at one time, and say different things.

    `touchpoint` is the card that both lead to, "" where they only stand at the same step; `step` is the first that
    both stand at.
    """

    first: Card
    second: Card
    segment: str
    step: str
    touchpoint: str = ""


def of_kind(journey: JourneyMap, kind: str) -> list[Card]:
    """The cards of a kind in the lanes that are shown, from left to right."""
    index = columns_of(journey).index
    cards = (card for lane in _shown(journey) for card in lane.cards if card.kind == kind)
    return sorted(cards, key=lambda card: (index.get(card.first, len(index)), card.rank, card.id))


def clashes(journey: JourneyMap) -> list[Clash]:
    """Tactics that contradict each other, from left to right.

    They do where both are of one form (two offers, two recommendations …), neither done nor dropped, for the same
    segment or one of them for everybody, at the same touchpoint (the same channel where they are linked to none), and
    not used at different times. Variants that one experiment tests against each other are alternatives on purpose.
    """
    columns = columns_of(journey)
    at: defaultdict[str, list[Card]] = defaultdict(list)
    for card in of_kind(journey, "tactic"):
        if card.status not in CLOSED and card.tactic and card.tactic.form:
            for column in columns.span(card):
                at[columns.steps[column]].append(card)
    touched, tried = _ends(journey, "touchpoint"), _ends(journey, "experiment")
    found: dict[tuple[str, str], Clash] = {}
    for step in columns.steps:
        for first, second in combinations(at[step], 2):
            clash = _clash(first, second, step, touched)
            if clash and not tried.get(first.id, frozenset()) & tried.get(second.id, frozenset()):
                found.setdefault((first.id, second.id), clash)
    return sorted(found.values(), key=lambda one: _leftmost(one, columns))


def _leftmost(clash: Clash, columns: Columns) -> tuple[int, str, str]:
    return columns.index[clash.step], clash.first.id, clash.second.id


def _clash(first: Card, second: Card, step: str, touched: Mapping[str, frozenset[str]]) -> Clash | None:
    one, other = first.tactic, second.tactic
    if one is None or other is None or one.form != other.form or _plain(first.text) == _plain(second.text):
        return None
    if not _meet(one.segment, other.segment) or not _meet(one.when, other.when):
        return None
    ours, theirs = touched.get(first.id, frozenset()), touched.get(second.id, frozenset())
    if ours and theirs and not ours & theirs:
        return None
    if not (ours and theirs) and not _meet(first.channel, second.channel):
        return None
    return Clash(first, second, one.segment or other.segment, step, min(ours & theirs, default=""))


def _meet(one: str, other: str) -> bool:
    """Whether two conditions can hold together; one that says nothing always holds."""
    return not one.strip() or not other.strip() or _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _ends(journey: JourneyMap, kind: str) -> dict[str, frozenset[str]]:
    """Per card the cards of a kind that it is linked with."""
    wanted = {card.id for lane in journey.lanes for card in lane.cards if card.kind == kind}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for link in journey.links:
        for end, other in ((link.source, link.target), (link.target, link.source)):
            if other in wanted:
                found[end].add(other)
    return {card: frozenset(ends) for card, ends in found.items()}


def _shown(journey: JourneyMap) -> Iterator[Lane]:
    return (lane for lane in journey.lanes if not lane.hidden)
