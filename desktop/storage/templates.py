"""New projects from templates: project files that come with the program, with ids of their own for each use."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_args, get_type_hints

from annotated_types import MaxLen

from desktop.document.base import Id, IdSource, Part, by_id, changed
from desktop.document.ids import ids_of
from desktop.document.keyed import keyed_fields
from desktop.document.project import Project
from desktop.storage.errors import ReadError
from desktop.storage.reader import Opened, read

P = TypeVar("P", bound=Part)
DEFAULT = "blank"


@dataclass(frozen=True, slots=True)
class Template:
    """`name` is what the command line calls it; title and description are for people."""

    name: str
    title: str
    description: str


def templates(folder: Path) -> tuple[Template, ...]:
    """What the folder offers, in the order of its index, then templates that the index does not know."""
    index: dict[str, dict[str, str]] = json.loads((folder / "index.json").read_text("utf-8"))
    there = sorted(path.stem for path in folder.glob("*.journey"))
    names = [name for name in index if name in there] + [name for name in there if name not in index]
    told = ((name, index.get(name, {})) for name in names)
    return tuple(Template(name, words.get("title", name), words.get("description", "")) for name, words in told)


def from_template(folder: Path, name: str, title: str, new_id: IdSource) -> Opened:
    """A project of its own after the template; an empty title keeps the template's. Raises StorageError."""
    known = [template.name for template in templates(folder)]
    if name not in known:
        raise ReadError(f"there is no template “{name}”", remedy="choose one of " + ", ".join(known))
    opened = read(folder / f"{name}.journey")
    return Opened(titled(renewed(opened.project, new_id), title), opened.assets)


def titled(project: Project, title: str) -> Project:
    """With this title on the project and, where it has but one map, on the map. Raises pydantic.ValidationError."""
    if not title:
        return project
    maps = tuple(changed(each, title=title) for each in project.maps) if len(project.maps) == 1 else project.maps
    return changed(project, title=title, maps=maps)


def renewed(project: Project, new_id: IdSource) -> Project:
    """The same project with a new id for everything in it; what snapshots hold keeps the old ones."""
    return _renamed(project, {old: new_id() for old in ids_of(project)})


def _renamed(part: P, names: Mapping[str, str]) -> P:
    updates = dict(_renamed_fields(part, names))
    return part.model_copy(update=updates) if updates else part


def _renamed_fields(part: Part, names: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    for field in type(part).model_fields:
        value = getattr(part, field)
        if field in _references(type(part)):
            yield field, names.get(value, value) if isinstance(value, str) else tuple(names.get(v, v) for v in value)
        elif isinstance(value, Part):
            yield field, _renamed(value, names)
        elif value and isinstance(value, tuple) and isinstance(value[0], Part):
            things = tuple(_renamed(thing, names) for thing in value)
            yield field, by_id(things) if field in keyed_fields(type(part)) else things


@cache
def _references(model: type[Part]) -> frozenset[str]:
    """The fields that hold ids: those typed so, and texts of at most 40 characters, which may be empty."""
    hints = get_type_hints(model, include_extras=True)
    return frozenset(
        name
        for name, info in model.model_fields.items()
        if hints[name] == Id or info.metadata == [MaxLen(40)] or get_args(info.annotation)[:1] == (Id,)
    )
