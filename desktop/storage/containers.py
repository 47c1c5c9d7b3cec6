"""Which things hold lists of other things, and these lists in the order of a file."""

from typing import Any, TypeVar, get_args

from desktop.document.base import Part
from desktop.document.journey import Cluster, JourneyMap, Lane, Stage
from desktop.document.project import Project, Survey

P = TypeVar("P", bound=Part)


def _collections(model: type[Part]) -> tuple[str, ...]:
    """The fields that hold tuples of things with ids."""
    kinds = {name: get_args(info.annotation)[:1] for name, info in model.model_fields.items()}
    return tuple(name for name, args in kinds.items() if args and _is_identified(args[0]))


def _is_identified(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Part) and "id" in kind.model_fields


COLLECTIONS = {model: _collections(model) for model in (Project, JourneyMap, Stage, Lane, Cluster, Survey)}


def in_file_order(part: P) -> P:
    """Every collection sorted by id; the very same object when it is in order, as it is unless edited by hand."""
    updates: dict[str, Any] = {}
    for name in COLLECTIONS.get(type(part), ()):
        old = getattr(part, name)
        new = _ordered(old)
        if new is not old:
            updates[name] = new
    return part.model_copy(update=updates) if updates else part


def _ordered(things: tuple[Any, ...]) -> tuple[Any, ...]:
    if things and type(things[0]) in COLLECTIONS:
        inner = tuple(in_file_order(thing) for thing in things)
        if any(new is not old for new, old in zip(inner, things, strict=True)):
            things = inner
    ids = [thing.id for thing in things]
    return things if ids == sorted(ids) else tuple(sorted(things, key=lambda thing: thing.id))
