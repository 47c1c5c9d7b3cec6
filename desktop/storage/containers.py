"""Which things stand on several lines of a file, and everything in the order that a file has."""

from operator import is_
from typing import Any, TypeVar

from desktop.document.base import Part
from desktop.document.journey import Cluster, JourneyMap, Lane, Stage
from desktop.document.keyed import keyed_fields
from desktop.document.project import Project, Survey

P = TypeVar("P", bound=Part)

_CONTAINERS: tuple[type[Part], ...] = (Project, JourneyMap, Stage, Lane, Cluster, Survey)
COLLECTIONS = {model: tuple(keyed_fields(model)) for model in _CONTAINERS}
"""The fields of a container whose entries have lines of their own; all else of a thing stands on its one line."""


def in_file_order(part: P) -> P:
    """Every collection sorted by id; the very same object when it is in order, as it is unless edited by hand."""
    updates: dict[str, Any] = {}
    for name in keyed_fields(type(part)):
        old = getattr(part, name)
        if old and (new := _ordered(old)) is not old:
            updates[name] = new
    return part.model_copy(update=updates) if updates else part


def _with_inner(things: tuple[Any, ...]) -> tuple[Any, ...]:
    """The same things if such things may hold others."""
    kind: type[Part] = type(things[0])
    return things if keyed_fields(kind) else ()


def _ordered(things: tuple[Any, ...]) -> tuple[Any, ...]:
    inner = [in_file_order(thing) for thing in _with_inner(things)] or list(things)
    inner.sort(key=lambda thing: thing.id)
    return things if all(map(is_, inner, things)) else tuple(inner)
