"""What can be filtered on a map: the values that occur, and how many cards have each."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from desktop.desk.lens import FACETS, values
from desktop.document.base import in_order
from desktop.document.journey import JourneyMap, Lane
from desktop.document.kinds import CARD_KINDS
from desktop.document.project import Project
from desktop.layout.names import name_of
from desktop.layout.style import Words

GROUPS = {"kinds": "kind", "channels": "channel", "evidence": "evidence"}
"""Where the words of a facet's values are in the catalogue; owners and tags are words of the project itself."""

Tally = Mapping[str, Counter[str]]
"""Per facet how many cards have each value."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet, what people call it, and how many cards (of a persona: cards and markers) have it."""

    value: str
    name: str
    count: int


class Facets:
    """Counts what occurs on a map, lane by lane, and counts a lane again only when it is another."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._lanes: dict[str, tuple[Lane, Tally]] = {}

    def choices(self, project: Project, journey: JourneyMap) -> dict[str, tuple[Choice, ...]]:
        """Per facet the values that occur, in the order in which they are offered; facets without any are left out."""
        counted = [self._tally(lane) for lane in journey.lanes]
        self._lanes = {lane.id: self._lanes[lane.id] for lane in journey.lanes}
        whole = {facet: sum((tally[facet] for tally in counted), Counter()) for facet in FACETS}
        found = {facet: self._named(facet, whole[facet], project) for facet in FACETS}
        return {facet: choices for facet, choices in found.items() if any(choice.value for choice in choices)}

    def name(self, facet: str, value: str, project: Project) -> str:
        """What people call a value; "" is what a card is called that has none."""
        if not value:
            return self._words(f"facet.without.{facet}")
        if facet == "personas":
            return next((each.name for each in project.personas if each.id == value), value) or value
        return name_of(GROUPS[facet], value, self._words) if facet in GROUPS else value

    def _named(self, facet: str, tally: Counter[str], project: Project) -> tuple[Choice, ...]:
        choices = [Choice(value, self.name(facet, value, project), count) for value, count in tally.items()]
        order = _order(facet, project)
        return tuple(sorted(choices, key=lambda one: (not one.value, order.get(one.value, 0), one.name.casefold())))

    def _tally(self, lane: Lane) -> Tally:
        known = self._lanes.get(lane.id)
        if known is None or known[0] is not lane:
            known = self._lanes[lane.id] = lane, _counted(lane)
        return known[1]


def _counted(lane: Lane) -> Tally:
    tally: dict[str, Counter[str]] = {facet: Counter() for facet in FACETS}
    for card in lane.cards:
        for facet, own in values(card).items():
            tally[facet].update(own)
    tally["personas"].update(marker.persona for marker in lane.markers if marker.persona)
    return tally


def _order(facet: str, project: Project) -> Mapping[str, int]:
    """The places of values that have an order of their own."""
    if facet == "personas":
        return {persona.id: number for number, persona in enumerate(in_order(project.personas))}
    return {kind.key: number for number, kind in enumerate(CARD_KINDS)} if facet == "kinds" else {}
