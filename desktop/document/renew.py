"""The same thing with other ids: what was copied, pasted or made from a template lives its own life."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args, get_type_hints

from annotated_types import MaxLen
from pydantic import JsonValue

from desktop.document.base import Id, IdSource, P, Part, by_id
from desktop.document.ids import ids_of
from desktop.document.journey import Snapshot
from desktop.document.keyed import keyed_fields
from desktop.document.snapshots import SINCE, since_of


def renewed(part: P, new_id: IdSource) -> P:
    """With a new id for everything in it; what it names outside itself, and what is in snapshots, keeps its name."""
    return renamed(part, {old: new_id() for old in ids_of(part)})


def renamed(part: P, names: Mapping[str, str]) -> P:
    """With other ids, old → new, for the things it holds and wherever it names them; ids left out stay."""
    updates = dict(_renamed_fields(part, names))
    return part.model_copy(update=updates) if updates else part  # ids for ids: nothing to validate


def _renamed_fields(part: Part, names: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    for field in type(part).model_fields:
        value = getattr(part, field)
        if isinstance(part, Snapshot) and field == "content":
            yield field, _built_on(part, names)
        elif field in _references(type(part)):
            yield field, names.get(value, value) if isinstance(value, str) else tuple(names.get(v, v) for v in value)
        elif isinstance(value, Part):
            yield field, renamed(value, names)
        elif value and isinstance(value, tuple) and isinstance(value[0], Part):
            things = tuple(renamed(thing, names) for thing in value)
            yield field, by_id(things) if field in keyed_fields(type(part)) else things


def _built_on(snapshot: Snapshot, names: Mapping[str, str]) -> JsonValue:
    """What a snapshot holds, naming the one that it builds on as that is called now."""
    since, content = since_of(snapshot), snapshot.content
    return {**content, SINCE: names[since]} if since in names and isinstance(content, dict) else content


@cache
def _references(model: type[Part]) -> frozenset[str]:
    """The fields that hold ids: those typed so, and texts of at most 40 characters, which may be empty."""
    hints = get_type_hints(model, include_extras=True)
    return frozenset(
        name
        for name, info in model.model_fields.items()
        if hints[name] == Id or info.metadata == [MaxLen(40)] or get_args(info.annotation)[:1] == (Id,)
    )
