"""Projects without what nobody sees: ids become the places of what they name, ranks the order that they make."""

from collections.abc import Mapping, Sequence
from typing import Any

from desktop.document.base import Part, in_order
from desktop.document.edits.facets import BARE
from desktop.document.journey import JourneyMap
from desktop.document.keyed import keyed_fields
from desktop.document.locate import columns_of
from desktop.document.naming import REFERENCES
from desktop.document.project import Project

Columns = Mapping[str, int]


def likeness(project: Project) -> dict[str, Any]:
    """What a project says, as lists and dicts that are equal when two projects say the same.

    A facet that says no more than one that is not there counts as that.
    """
    names = {project.id: "project"}
    _name(project, "", names, {})
    return _told(project, names, {})


def _name(part: Part, path: str, names: dict[str, str], columns: Columns) -> None:
    """Gives everything a name by its place, such as “maps/0/lanes/2/cards/5”."""
    columns = _columns(part, columns)
    for field in keyed_fields(type(part)):
        for at, thing in enumerate(_row(part, field, columns)):
            names[thing.id] = f"{path}{field}/{at}"
            _name(thing, f"{names[thing.id]}/", names, columns)


def _columns(part: Part, outer: Columns) -> Columns:
    return columns_of(part).index if isinstance(part, JourneyMap) else outer


def _row(part: Part, field: str, columns: Columns) -> Sequence[Any]:
    """In the order that people see: what stands in lanes along the steps; feelings of one step from the best down."""
    things: tuple[Any, ...] = getattr(part, field)
    if field == "markers":
        return sorted(things, key=lambda one: (columns.get(one.step, -1), -one.value))
    if field == "cards":
        return sorted(in_order(things), key=lambda one: columns.get(one.first, -1))
    return in_order(things) if all(hasattr(one, "rank") for one in things) else things


def _told(part: Part, names: Mapping[str, str], columns: Columns) -> dict[str, Any]:
    columns, fields = _columns(part, columns), type(part).model_fields
    return {field: _said(part, field, names, columns) for field in fields if field not in ("id", "rank")}


def _said(part: Part, field: str, names: Mapping[str, str], columns: Columns) -> Any:
    value = getattr(part, field)
    if field in REFERENCES.get(type(part), {}):
        return [names.get(one, one) for one in value] if isinstance(value, tuple) else names.get(value, value)
    if field in keyed_fields(type(part)):
        told = [_told(one, names, columns) for one in _row(part, field, columns)]
        return sorted(told, key=str) if field == "links" else told  # arrows have no order
    if isinstance(value, Part):
        return None if value == BARE.get(field) else _told(value, names, columns)
    return value
