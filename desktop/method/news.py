"""What a map has that one derived from it has not been told of yet."""

from collections.abc import Mapping
from typing import NamedTuple

from desktop.document.base import in_order
from desktop.document.cards import Card, Marker
from desktop.document.derived import Derived
from desktop.document.journey import JourneyMap
from desktop.document.keyed import find
from desktop.document.locate import columns_of, steps_in_order
from desktop.document.project import Project
from desktop.method.pairing import pairing


class News(NamedTuple):
    """`things` came to `source` after `journey` was derived from it, in reading order: stages, steps, lanes, then what
    stands in each lane; `mates` are the ids of the things of the source → those that stand for them in the journey."""

    source: JourneyMap
    journey: JourneyMap
    things: tuple[Derived, ...]
    mates: Mapping[str, str]


def news(project: Project, journey: JourneyMap) -> News | None:
    """What is new for a map that was derived from another; None for one that was not."""
    source = find(project.maps, journey.origin)
    if source is None or source is journey:
        return None
    mates, passed = pairing(project, source, journey).there, frozenset(journey.passed)
    told = (thing for thing in _in_reading_order(source) if thing.id not in mates and thing.id not in passed)
    return News(source, journey, tuple(told), mates)


def _in_reading_order(map_: JourneyMap) -> list[Derived]:
    """Without what waits in the inbox or is parked: it is no part of the journey yet."""
    lanes, columns = in_order(map_.lanes), columns_of(map_)
    found: list[Derived] = [*in_order(map_.stages), *steps_in_order(map_), *lanes]
    for lane in lanes:
        cards = (card for card in in_order(lane.cards) if columns.span(card))
        row: list[Card] = sorted(cards, key=lambda card: columns.index[card.first])
        markers = (one for one in in_order(lane.markers) if one.step in columns.index)
        felt: list[Marker] = sorted(markers, key=lambda one: columns.index[one.step])
        found += [*row, *felt]
    return found
