"""What names what: the fields of parts that hold ids of other things, and how they are changed."""

from collections.abc import Iterator, Mapping
from typing import Any

from desktop.document.base import P, Part
from desktop.document.cards import Card, Marker, Measure, Origin
from desktop.document.journey import (
    AgendaPoint,
    Ballot,
    JourneyMap,
    Lane,
    LaneGroup,
    Link,
    Stage,
    Step,
    Tally,
    Task,
    View,
)
from desktop.document.keyed import keyed_fields
from desktop.document.project import Edition, Goal, Join, Metric, Persona, Survey

Kind = type[Part]
Names = Mapping[Kind, Mapping[str, str]]
"""New ids by old ones, for each kind of thing that they are names of."""

REFERENCES: dict[Kind, dict[str, Kind]] = {
    Goal: {"metric": Metric},
    Survey: {"follows": Survey},
    Join: {"thing": Card},
    Edition: {"map": JourneyMap},
    Origin: {"map": JourneyMap},
    JourneyMap: {"persona": Persona, "goals": Goal, "origin": JourneyMap},
    Lane: {"group": LaneGroup},
    Card: {"first": Step, "last": Step, "persona": Persona},
    Measure: {"metric": Metric},
    Marker: {"step": Step, "persona": Persona},
    Link: {"source": Card, "target": Card},
    Task: {"answers": Card},
    AgendaPoint: {"lane": Lane, "stages": Stage},
    Ballot: {"options": Card, "again": Ballot},
    Tally: {"card": Card},
    View: {"lanes": Lane, "stages": Stage, "personas": Persona},
}
"""What the fields of a part name, where they name anything."""


def named(part: P, names: Names) -> P:
    """The part with new names wherever it, or anything that it holds, names something; else the same object."""
    return _updated(part, names, deep=True)


def unnamed(part: P, kind: Kind, name: str) -> P:
    """The part itself no longer naming this thing; what it holds under ids of its own stays as it is."""
    return _updated(part, {kind: {name: ""}}, deep=False)


def _updated(part: P, names: Names, *, deep: bool) -> P:
    updates = dict(_updates(part, names, deep=deep)) if any(names.values()) else {}
    return part.model_copy(update=updates) if updates else part  # ids for ids, or none: nothing to validate


def _updates(part: Part, names: Names, *, deep: bool) -> Iterator[tuple[str, Any]]:
    references, held = REFERENCES.get(type(part), {}), keyed_fields(type(part))
    for field in type(part).model_fields:
        old = getattr(part, field)
        if field in references:
            new = _renamed(old, names.get(references[field], {}))
        elif deep or field not in held:
            new = _inside(old, names, deep=deep)
        else:
            continue
        if new is not old:
            yield field, new


def _renamed(value: Any, names: Mapping[str, str]) -> Any:
    """An id, or a tuple of ids from which those that are now \"\" are left out."""
    if isinstance(value, str):
        return names.get(value, value)
    if names.keys().isdisjoint(value):
        return value
    return tuple(dict.fromkeys(new for one in value if (new := names.get(one, one))))


def _inside(value: Any, names: Names, *, deep: bool) -> Any:
    if isinstance(value, Part):
        return _updated(value, names, deep=deep)
    if value and isinstance(value, tuple) and isinstance(value[0], Part):
        things = tuple(_updated(one, names, deep=deep) for one in value)
        return value if all(a is b for a, b in zip(things, value, strict=True)) else things
    return value
