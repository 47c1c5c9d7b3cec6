"""One thing that differs between two projects, in terms that need neither project to be told: names, places, values."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from desktop.document.base import Part
from desktop.document.cards import Marker
from desktop.document.journey import JourneyMap, Link, Step, Tally
from desktop.document.keyed import keyed_fields
from desktop.document.locate import columns_of
from desktop.document.project import Project

Trail = tuple[tuple[str, Part], ...]
"""The way from the project down to a thing: collection and thing at every level; () for the project itself."""

TITLES = ("title", "name", "text", "statement", "label", "comment")
"""Fields of which the first that a kind of thing has is what people call it."""

PLACES = ("step", "first", "last")
"""Fields that say where a thing stands."""

NAMES = {"JourneyMap": "map", "LaneGroup": "group", "AgendaPoint": "agenda"}
"""What is called otherwise than its class in small letters."""

REFERENCES = (
    *("again", "answers", "goals", "group", "lane", "lanes", "map", "metric", "options", "origin", "persona"),
    *("personas", "source", "stages", "step", "target", "measure.metric", "origin.map", "origin.thing"),
)
"""Fields that hold ids of other things."""


@dataclass(frozen=True, slots=True)
class Name:
    """What a thing is called: `what` is card, marker, lane …, `kind` that of a card, lane or arrow; "" for none."""

    what: str
    id: str = ""
    title: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Where:
    """The collection of the map (or of the project) that leads there, what holds the thing from the map down, and
    the titles of the step that it stands at, or of its first and last."""

    section: str = ""
    holders: tuple[Name, ...] = ()
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """A field by its path (“pain.severity”; “rank” is the place in the row, from 1), before and after, ids as titles.

    "" is a field that this version does not know.
    """

    field: str
    before: Any = None
    after: Any = None


@dataclass(frozen=True, slots=True)
class Difference:
    """code: added, removed, moved, ordered (elsewhere among its neighbours) or changed.

    `thing` and `where` are as they were before, but for what was added; `to` is where something moved.
    `held` counts what was added or removed with it, by what it is.
    """

    code: str
    thing: Name
    where: Where
    to: Where | None = None
    values: tuple[Value, ...] = ()
    held: tuple[tuple[str, int], ...] = ()


class Side:
    """One of the two projects: how its things are called, and where they stand."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._columns: dict[str, dict[str, int]] = {}

    def name(self, thing: Part) -> Name:
        """What a thing is called."""
        return Name(what_of(thing), said_in(thing, "id"), self._title(thing), said_in(thing, "kind"))

    def where(self, trail: Trail) -> Where:
        """Where a thing stands."""
        if not trail:
            return Where()
        in_map = len(trail) > 1 and trail[0][0] == "maps"
        holders = tuple(self.name(thing) for _, thing in trail[:-1])
        steps = filter(None, map(self._titles.get, steps_of(trail[-1][1])))
        return Where(trail[1 if in_map else 0][0], holders, tuple(steps))

    def column(self, trail: Trail, step: str) -> int:
        """The column of a step from 0; those that are not there come first."""
        journey = trail[0][1]
        if not isinstance(journey, JourneyMap):
            return 0
        if journey.id not in self._columns:
            self._columns[journey.id] = columns_of(journey).index
        return self._columns[journey.id].get(step, -1)

    def named(self, reference: str) -> str:
        """The title of the thing with this id; the id where there is none."""
        return self._titles.get(reference) or reference

    def value(self, field: str, value: Any) -> Any:
        """A field's value, ids as the titles of what they name, counts of votes as lines of words."""
        if field == "tallies":
            return tuple(f"{self.named(tally.card)} {_counted(tally)}" for tally in value or ())
        if field not in REFERENCES:
            return value
        return tuple(map(self.named, value)) if isinstance(value, tuple) else self.named(value or "")

    @cached_property
    def _titles(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for thing, holder in _things(self._project):
            title = title_of(thing) or said_in(thing, "kind")
            found[said_in(thing, "id")] = title or (title_of(holder) if isinstance(thing, Step) else "")
        return found

    def _title(self, thing: Part) -> str:
        """An arrow is called by its ends, a feeling that has no label by whose it is."""
        if isinstance(thing, Link):
            return f"{self.named(thing.source)} → {self.named(thing.target)}"
        if isinstance(thing, Marker):
            return thing.label or self._titles.get(thing.persona, "")
        return title_of(thing)


def _counted(tally: Tally) -> str:
    """“7” for votes, “4·2 5·1” for severities and frequencies."""
    return " ".join(f"{pain.severity}·{pain.frequency}" for pain in tally.grades) or str(tally.votes)


def what_of(thing: Part) -> str:
    """card, marker, lane …"""
    name = type(thing).__name__
    return NAMES.get(name, name.lower())


def title_of(thing: Part) -> str:
    """What people call a thing; "" where nobody has named it."""
    return next((str(getattr(thing, name)) for name in TITLES if name in _fields(type(thing))), "")


def steps_of(thing: Part) -> tuple[str, ...]:
    """The ids of the step that a thing stands at, or of its first and last; none for what stands at no step."""
    return tuple(dict.fromkeys(filter(None, (said_in(thing, name) for name in PLACES))))


def said_in(thing: Part, name: str) -> str:
    """A field of words; "" where a thing has no such field. Asking the part itself would take long there."""
    return str(getattr(thing, name)) if name in _fields(type(thing)) else ""


@cache
def _fields(model: type[Part]) -> frozenset[str]:
    return frozenset(model.model_fields)


def _things(part: Part) -> Iterator[tuple[Part, Part]]:
    """Everything with an id in a part, each with what holds it."""
    for name in keyed_fields(type(part)):
        for thing in getattr(part, name):
            yield thing, part
            yield from _things(thing)
