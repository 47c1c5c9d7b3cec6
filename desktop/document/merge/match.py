"""What of another project is the same as something here, though it has another id: by where it stands and what it says.

A breakout group that began with the same template has the same stages and lanes under other ids; two laptops on which
somebody wrote the same note have two cards that say one thing.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

from desktop.document.base import Part, in_order
from desktop.document.cards import Card, Marker
from desktop.document.journey import JourneyMap, Lane
from desktop.document.project import Project

Names = dict[str, str]
"""Ids of the other project, and the ids of the same things here."""

_SAID = ("title", "name", "statement", "text")
"""Fields by which most things are known to people, the first that there is."""


def matched(ours: Project, theirs: Project, before: Iterable[str] = ()) -> Names:
    """New names for things of `theirs`; none for what has the same id already, nor for what was there `before` both.

    Every thing has at most one counterpart. Maps that are the only ones of their projects are each other's.
    """
    match = _Match(set(before))
    if ours.id != theirs.id:
        match.names[theirs.id] = ours.id
    for collection in ("personas", "segments", "goals", "metrics", "surveys"):
        match.pairs(getattr(ours, collection), getattr(theirs, collection), _said)
    alone = len(ours.maps) == len(theirs.maps) == 1
    for mine, other in match.pairs(ours.maps, theirs.maps, (lambda _: "") if alone else _said):
        _match_maps(match, mine, other)
    match.pairs(ours.editions, theirs.editions, _said)
    return match.names


class _Match:
    """Collects names; `known` are ids whose things both sides know by them."""

    def __init__(self, known: set[str]) -> None:
        self.names: Names = {}
        self._known = known

    def here(self, name: str) -> str:
        """What a name of theirs is here."""
        return self.names.get(name, name)

    def pairs(
        self, ours: Sequence[Any], theirs: Sequence[Any], key: Callable[[Any], Hashable]
    ) -> list[tuple[Any, Any]]:
        """Things of both that are the same, by id or by what the key makes of them; None is like nothing."""
        there = {thing.id: thing for thing in theirs}
        found = [(thing, there[thing.id]) for thing in ours if thing.id in there]
        same = {thing.id for thing, _ in found}
        free = defaultdict[Hashable, list[Any]](list)
        for thing in _people_order(ours):
            if thing.id not in same and thing.id not in self._known:
                free[key(thing)].append(thing)
        for thing in _people_order(theirs):
            here = free.get(key(thing)) if thing.id not in same and thing.id not in self._known else None
            if here and key(thing) is not None:
                found.append((here.pop(0), thing))
                self.names[thing.id] = found[-1][0].id
        return found


def _match_maps(match: _Match, ours: JourneyMap, theirs: JourneyMap) -> None:
    for mine, other in match.pairs(ours.stages, theirs.stages, _said):
        match.pairs(mine.steps, other.steps, _said)
    match.pairs(ours.groups, theirs.groups, _said)
    for lane, another in match.pairs(ours.lanes, theirs.lanes, _lane_key(ours, theirs)):
        match.pairs(lane.cards, another.cards, lambda card: _card_key(card, match))
        match.pairs(lane.markers, another.markers, lambda one: _marker_key(one, match))
    for cluster, another in match.pairs(ours.inbox, theirs.inbox, _said):
        match.pairs(cluster.cards, another.cards, lambda card: _card_key(card, match))
    match.pairs(ours.parking, theirs.parking, lambda card: _card_key(card, match))
    for collection in ("tasks", "agenda", "views"):
        match.pairs(getattr(ours, collection), getattr(theirs, collection), _said)
    match.pairs(ours.links, theirs.links, lambda link: (link.kind, match.here(link.source), match.here(link.target)))


def _people_order(things: Sequence[Any]) -> list[Any]:
    return in_order(things) if things and "rank" in type(things[0]).model_fields else list(things)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _said(thing: Part) -> Hashable:
    """What a thing is called, None for one without a name."""
    texts = (getattr(thing, name) for name in _SAID if name in type(thing).model_fields)
    return next(filter(None, map(_plain, texts)), None)


def _lane_key(*maps: JourneyMap) -> Callable[[Lane], Hashable]:
    """Lanes by kind and title; by their kind alone where each map has no more than one of it."""
    often = {lane.kind for map_ in maps for lane in map_.lanes if sum(lane.kind == one.kind for one in map_.lanes) > 1}
    return lambda lane: (lane.kind, _plain(lane.title) if lane.kind in often else "")


def _card_key(card: Card, match: _Match) -> Hashable:
    said = _plain(card.text) or (card.picture.asset if card.picture else "")
    return (match.here(card.first), card.kind, said) if said else None


def _marker_key(marker: Marker, match: _Match) -> Hashable:
    """A persona feels one thing at a step."""
    return match.here(marker.step), match.here(marker.persona)
