"""Ids that several things have, as happens when two people's work is merged by lines: each gets one of its own.

An edit that names an id must mean one thing. The first thing in the order of the file keeps the id, and with it what
names it from elsewhere; the later ones are named anew, and so is what names them within their own map.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from desktop.document.base import Identified, IdSource, P, Part, by_id
from desktop.document.checks import Finding, Place
from desktop.document.ids import ids_of
from desktop.document.journey import JourneyMap
from desktop.document.keyed import keyed_fields
from desktop.document.naming import Kind, Names, named
from desktop.document.project import Goal, Metric, Persona, Project

WIDE = (Persona, Goal, Metric, JourneyMap)
"""What is named from anywhere in the project; all else is named within its map."""


def separated(project: Project, new_id: IdSource) -> tuple[Project, tuple[Finding, ...]]:
    """The project with every id given once, and a finding for each thing that was named anew.

    A finding's path and `other` are the places of that thing and of the one that kept the id, as they are afterwards;
    its detail is the id. The very same project where no id is given twice.
    """
    count = Counter(ids_of(project))
    twice = {one for one, number in count.items() if number > 1}
    if not twice:
        return project, ()
    work = _Separation(twice, new_id)
    apart = work.visit(project, Place())
    maps = tuple(named(one, _names(one, work.within[one.id])) for one in apart.maps)
    return named(apart.model_copy(update={"maps": maps}), _names(apart, work.within[""])), tuple(work.findings)


@dataclass
class _Separation:
    """One walk through a project, in the order of the file."""

    twice: set[str]
    new_id: IdSource
    findings: list[Finding] = field(default_factory=list)
    first: dict[str, Finding] = field(default_factory=dict)
    within: dict[str, list[tuple[Kind, str, str]]] = field(default_factory=lambda: defaultdict(list))
    """Kind, old and new id of what was named anew, by the map in which it is named; "" for the whole project."""

    def visit(self, part: P, above: Place, collection: str = "", map_id: str = "") -> P:
        """The part and all it holds, each with an id of its own."""
        place = above
        if isinstance(part, Identified):
            part = self._named(part, above, collection, map_id)
            place = above.below(collection, part) if collection else above
        map_id = part.id if isinstance(part, JourneyMap) else map_id
        updates = dict(self._collections(part, place, map_id))
        return part.model_copy(update=updates) if updates else part

    def _collections(self, part: Part, place: Place, map_id: str) -> Iterator[tuple[str, Any]]:
        for name in keyed_fields(type(part)):
            old = getattr(part, name)
            new = [self.visit(thing, place, name, map_id) for thing in old]
            if any(one is not other for one, other in zip(new, old, strict=True)):
                yield name, by_id(new)

    def _named(self, part: Any, above: Place, collection: str, map_id: str) -> Any:
        """The part itself where it is the first with its id, else with a new one, and a finding."""
        old = part.id
        if old not in self.twice:
            return part
        if old not in self.first:
            place = above.below(collection, part) if collection else above
            self.first[old] = place.finding("id.twice", "error", old)
            return part
        fresh = part.model_copy(update={"id": self.new_id()})
        self.within["" if isinstance(part, WIDE) else map_id].append((type(part), old, fresh.id))
        self.findings.append(above.below(collection, fresh).twin_of(self.first[old]))
        return fresh


def _names(holder: Part, renamed: list[tuple[Kind, str, str]]) -> Names:
    """What is called otherwise now: ids that nothing of the kind has any more in this map or project."""
    names: dict[Kind, dict[str, str]] = defaultdict(dict)
    kept = set(_kinds_of(holder)) if renamed else set()
    for kind, old, new in renamed:
        if (kind, old) not in kept:
            names[kind].setdefault(old, new)
    return names


def _kinds_of(holder: Part) -> Iterator[tuple[Kind, str]]:
    for name, kind in keyed_fields(type(holder)).items():
        for thing in getattr(holder, name):
            yield kind, thing.id
            yield from _kinds_of(thing)
