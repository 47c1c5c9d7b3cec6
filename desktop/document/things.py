"""What ids name on a map: a selection may hold cards, markers, lanes, steps, stages and arrows at once."""

from collections.abc import Collection
from dataclasses import dataclass

from desktop.document.cards import Card, Marker
from desktop.document.journey import JourneyMap, Lane, Link, Stage, Step
from desktop.document.keyed import among


@dataclass(frozen=True, slots=True)
class Things:
    """The things of a selection by what they are, each sorted by id within what holds it."""

    cards: tuple[Card, ...] = ()
    markers: tuple[Marker, ...] = ()
    lanes: tuple[Lane, ...] = ()
    steps: tuple[Step, ...] = ()
    stages: tuple[Stage, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all of them."""
        groups = (self.cards, self.markers, self.lanes, self.steps, self.stages, self.links)
        return frozenset(thing.id for group in groups for thing in group)


def things(map_: JourneyMap, ids: Collection[str]) -> Things:
    """Those of the ids that name something on the map; cards of inbox and parking lot are left out."""
    if not ids:
        return Things()
    return Things(
        cards=tuple(card for lane in map_.lanes for card in among(lane.cards, ids)),
        markers=tuple(marker for lane in map_.lanes for marker in among(lane.markers, ids)),
        lanes=tuple(among(map_.lanes, ids)),
        steps=tuple(step for stage in map_.stages for step in among(stage.steps, ids)),
        stages=tuple(among(map_.stages, ids)),
        links=tuple(among(map_.links, ids)),
    )
