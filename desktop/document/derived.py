"""What in a map may have been derived from another one: everything that has an `origin`."""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any

from desktop.document.base import P, changed
from desktop.document.cards import Card, Marker, Origin
from desktop.document.journey import Cluster, JourneyMap, Lane, Stage, Step
from desktop.document.keyed import keyed_fields, swap
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


def with_origins(part: P, origin_of: Callable[[Derived], Origin | None]) -> P:
    """A map, or a part of one, with another origin for everything in it that can have one."""
    fields: dict[str, Any] = {}
    if isinstance(part, Derived):
        fields["origin"] = origin_of(part)
    for name in keyed_fields(type(part)):
        things = getattr(part, name)
        fields[name] = swap(things, (with_origins(thing, origin_of) for thing in things))
    return changed(part, **fields)


def pasted(clip: JourneyMap, target: JourneyMap) -> dict[str, Origin]:
    """What things have as their origins when they are pasted into a map, by the ids that they had where they were
    copied: what was cut out comes back as what it was; what is copied from the map that the target was derived from is
    brought over by it. A second one of a thing is no thing's other self."""
    taken = {(thing.origin.map, thing.origin.thing) for thing in derivable(target) if thing.origin}
    if clip.id == target.origin:
        origins = {thing.id: Origin(map=clip.id, thing=thing.id) for thing in derivable(clip)}
    else:
        kept = ((thing.id, thing.origin) for thing in derivable(clip) if thing.origin)
        origins = {thing: origin for thing, origin in kept if clip.id == target.id or origin.map == target.origin}
    return {thing: origin for thing, origin in origins.items() if (origin.map, origin.thing) not in taken}
