"""What in a map may have been derived from another one: everything that has an `origin`."""

from collections.abc import Iterator
from itertools import chain

from desktop.document.cards import Card, Marker
from desktop.document.journey import Cluster, JourneyMap, Lane, Stage, Step
from desktop.document.locate import cards_of

Derived = Stage | Step | Lane | Card | Marker


def derivable(map_: JourneyMap) -> Iterator[Derived]:
    """Stages, steps, lanes, cards and markers; those in the inbox and the parking lot, too."""
    steps = (step for stage in map_.stages for step in stage.steps)
    return chain[Derived](map_.stages, steps, map_.lanes, cards_of(map_), markers_of(map_))


def markers_of(map_: JourneyMap) -> Iterator[Marker]:
    """Every feeling of a map: lanes, inbox."""
    holders = chain[Lane | Cluster](map_.lanes, map_.inbox)
    return (marker for holder in holders for marker in holder.markers)
