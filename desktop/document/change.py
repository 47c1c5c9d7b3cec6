"""What differs between two projects, as a value that can be written down: the journal's line, a snapshot, a merge.

A path names a thing by collection and id from the project down, “maps/m1/lanes/l3/cards/c9”; the project
itself is “”. A put carries the thing's own fields (those that differ from their defaults, unknown ones
included) without the things it holds, which have paths of their own.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import Field, JsonValue, ValidationError

from desktop.document.base import Part, by_id, changed
from desktop.document.errors import ChangeError
from desktop.document.keyed import is_sorted, keyed_fields
from desktop.document.project import Project

P = TypeVar("P", bound=Part)
Payload = dict[str, JsonValue]


class Change(Part):
    """Things to put, by path, and paths of things to delete with all they hold."""

    puts: dict[str, Payload] = Field(default_factory=dict)
    deletes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.puts or self.deletes)


def diff(before: Project, after: Project) -> Change:
    """What turns `before` into `after`. Looks only into what is not the same object, so it costs what was edited."""
    puts: dict[str, Payload] = {}
    deletes: list[str] = []
    _compare(before, after, "", puts, deletes)
    return Change(puts=puts, deletes=tuple(deletes))


def apply(change: Change, before: Project) -> Project:
    """`before` with the change made; what it does not reach stays the same objects.

    Raises ChangeError for a path that leads nowhere and for fields that are not valid.
    """
    tree = _Node()
    for path, payload in change.puts.items():
        tree.at(path).payload = payload
    for path in change.deletes:
        tree.at(path).deleted = True
    return _rebuilt(before, tree, "")


def _compare(before: Part, after: Part, path: str, puts: dict[str, Payload], deletes: list[str]) -> None:
    whole = {name for name in keyed_fields(type(after)) if not _comparable(before, after, name)}
    if _own(before, whole) != _own(after, whole):
        puts[path] = _payload(after, whole)
    for name in keyed_fields(type(after)):
        if name not in whole:
            _compare_things(getattr(before, name), getattr(after, name), f"{path}/{name}/".lstrip("/"), puts, deletes)


def _comparable(before: Part, after: Part, name: str) -> bool:
    """Whether both collections are sorted with no id twice; a malformed one is written out whole."""
    old, new = getattr(before, name), getattr(after, name)
    return old is new or (is_sorted(old) and is_sorted(new))


def _compare_things(
    before: tuple[Any, ...], after: tuple[Any, ...], path: str, puts: dict[str, Payload], deletes: list[str]
) -> None:
    if before is after:
        return
    old = {thing.id: thing for thing in before}
    for thing in after:
        there = old.pop(thing.id, None)
        if there is None:
            _put_all(thing, path + thing.id, puts)
        elif there is not thing:
            _compare(there, thing, path + thing.id, puts, deletes)
    deletes += [path + gone for gone in old]


def _put_all(thing: Part, path: str, puts: dict[str, Payload]) -> None:
    """A thing that is new, and everything it holds."""
    fields = keyed_fields(type(thing))
    whole = {name for name in fields if not is_sorted(getattr(thing, name))}
    puts[path] = _payload(thing, whole)
    for name in fields:
        for held in () if name in whole else getattr(thing, name):
            _put_all(held, f"{path}/{name}/{held.id}", puts)


def _own(part: Part, whole: set[str]) -> str:
    return part.model_dump_json(exclude=keyed_fields(type(part)).keys() - whole, exclude_defaults=True)


def _payload(part: Part, whole: set[str]) -> Payload:
    payload: Payload = json.loads(_own(part, whole))
    for name in whole:
        payload.setdefault(
            name, []
        )  # an empty collection equals its default, but must not be taken for an untouched one
    return payload


@dataclass(slots=True)
class _Node:
    """What happens at a path: collection → id → node below."""

    payload: Payload | None = None
    deleted: bool = False
    below: dict[str, dict[str, "_Node"]] = field(default_factory=dict)

    def at(self, path: str) -> "_Node":
        node = self
        for collection, thing in _steps(path):
            node = node.below.setdefault(collection, {}).setdefault(thing, _Node())
        return node


def _steps(path: str) -> Iterator[tuple[str, str]]:
    names = path.split("/") if path else []
    if len(names) % 2:
        raise ChangeError("change.path", path=path)
    return zip(names[::2], names[1::2], strict=True)


def _rebuilt(part: P, node: _Node, path: str) -> P:
    models = keyed_fields(type(part))
    if unknown := node.below.keys() - models.keys():
        raise ChangeError("change.path", path=f"{path}/{min(unknown)}".lstrip("/"))
    own = part if node.payload is None else _read(type(part), node.payload, path)
    held = {name: getattr(part, name) for name in models if name not in (node.payload or {})}
    for name, below in node.below.items():
        held[name] = _things(held.get(name, ()), below, models[name], f"{path}/{name}/".lstrip("/"))
    try:
        return changed(own, **held)
    except ValidationError as refused:
        raise ChangeError("change.fields", path=path) from refused


def _things(things: tuple[Any, ...], below: dict[str, _Node], model: type[Part], path: str) -> tuple[Any, ...]:
    result = {thing.id: thing for thing in things}
    for name, node in below.items():
        if node.deleted:
            if result.pop(name, None) is None:
                raise ChangeError("change.path", path=path + name)
        elif name in result:
            result[name] = _rebuilt(result[name], node, path + name)
        else:
            result[name] = _new(model, name, node, path + name)
    return by_id(result.values())


def _new(model: type[Part], name: str, node: _Node, path: str) -> Any:
    if node.payload is None or node.payload.get("id") != name:
        raise ChangeError("change.path", path=path)
    return _rebuilt(_read(model, node.payload, path), _Node(below=node.below), path)


def _read(model: type[P], payload: Payload, path: str) -> P:
    try:
        return model.model_validate_json(json.dumps(payload))
    except ValidationError as refused:
        raise ChangeError("change.fields", path=path) from refused
