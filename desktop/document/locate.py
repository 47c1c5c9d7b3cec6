"""Where things are in a project: cards with what holds them, steps in the order of their columns."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from desktop.document.base import in_order
from desktop.document.cards import Card
from desktop.document.journey import Cluster, JourneyMap, Lane, Stage, Step
from desktop.document.keyed import among, find


@dataclass(frozen=True)
class CardAt:
    """A card and the lane or the cluster of the inbox that holds it; neither when it is parked."""

    card: Card
    lane: Lane | None = None
    cluster: Cluster | None = None


def cards_at(map_: JourneyMap, ids: Collection[str]) -> list[CardAt]:
    """The cards with these ids, lanes first, then inbox, then parking lot; ids that are not there are left out."""
    wanted = set(ids)
    found = [CardAt(card, lane=lane) for lane in map_.lanes for card in among(lane.cards, wanted)]
    found += [CardAt(card, cluster=group) for group in map_.inbox for card in among(group.cards, wanted)]
    return found + [CardAt(card) for card in among(map_.parking, wanted)]


def card_at(map_: JourneyMap, card_id: str) -> CardAt | None:
    """The card with this id and what holds it."""
    return next(iter(cards_at(map_, (card_id,))), None)


def cards_of(map_: JourneyMap) -> Iterator[Card]:
    """Every card of a map: lanes, inbox, parking lot."""
    for lane in map_.lanes:
        yield from lane.cards
    for cluster in map_.inbox:
        yield from cluster.cards
    yield from map_.parking


def marker_lane(map_: JourneyMap, marker_id: str) -> Lane | None:
    """The lane in which this emotion marker stands."""
    return next((lane for lane in map_.lanes if find(lane.markers, marker_id)), None)


def stage_of(map_: JourneyMap, step_id: str) -> Stage | None:
    """The stage that this step belongs to."""
    return next((stage for stage in map_.stages if find(stage.steps, step_id)), None)


def steps_in_order(map_: JourneyMap) -> list[Step]:
    """The columns from left to right."""
    return [step for stage in in_order(map_.stages) for step in in_order(stage.steps)]


@dataclass(frozen=True)
class Columns:
    """The ids of a map's steps from left to right."""

    steps: tuple[str, ...]

    @cached_property
    def index(self) -> dict[str, int]:
        """Step id → column, from 0."""
        return {step: column for column, step in enumerate(self.steps)}

    def span(self, card: Card) -> range:
        """The columns that a card covers; its first alone where its last precedes it, none where a step is missing."""
        first, last = self.index.get(card.first, -1), self.index.get(card.last, -1)
        return range(0) if first < 0 or last < 0 else range(first, max(first, last) + 1)


def columns_of(map_: JourneyMap) -> Columns:
    """The columns of a map as it is now."""
    return Columns(tuple(step.id for step in steps_in_order(map_)))
