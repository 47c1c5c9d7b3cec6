"""Tuples of things with ids, sorted by id as they stand in the file: finding, putting, dropping.

What does not change stays the same object; a tuple in which nothing changes is returned as it is.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from operator import attrgetter, lt
from types import MappingProxyType
from typing import Any, get_args, get_origin

from desktop.document.base import I, P, Part, by_id

_id = attrgetter("id")


def find(things: tuple[I, ...], wanted: str) -> I | None:
    """The thing with this id, by bisection."""
    index = bisect_left(things, wanted, key=_id)
    if index < len(things) and things[index].id == wanted:
        return things[index]
    return None


def among(things: tuple[I, ...], wanted: Collection[str]) -> list[I]:
    """Those of the things that have one of these ids, sorted by id; quick for few ids and for many."""
    if len(wanted) * 8 > len(things):
        return [thing for thing in things if thing.id in wanted]
    found = (find(things, one) for one in sorted(set(wanted)))
    return [thing for thing in found if thing is not None]


def put(things: tuple[I, ...], *new: I) -> tuple[I, ...]:
    """With these things in place of those with the same ids, or added."""
    if len(new) < 2:
        return _put_one(things, new[0]) if new else things
    fresh = {thing.id: thing for thing in new}
    kept = [thing for thing in things if thing.id not in fresh]
    changed = by_id([*kept, *fresh.values()])
    return things if _same(things, changed) else changed


def _put_one(things: tuple[I, ...], new: I) -> tuple[I, ...]:
    index = bisect_left(things, new.id, key=_id)
    there = index < len(things) and things[index].id == new.id
    if there and things[index] is new:
        return things
    return (*things[:index], new, *things[index + there :])


def drop(things: tuple[I, ...], ids: Collection[str]) -> tuple[I, ...]:
    """Without the things that have one of these ids."""
    if not among(things, ids):
        return things
    return tuple(thing for thing in things if thing.id not in ids)


def swap(things: tuple[I, ...], new: Iterable[I]) -> tuple[I, ...]:
    """These things in the order of the file, `things` itself when every one is the same object."""
    changed = by_id(new)
    return things if _same(things, changed) else changed


def _same(things: tuple[I, ...], others: tuple[I, ...]) -> bool:
    return len(things) == len(others) and all(a is b for a, b in zip(things, others, strict=True))


def is_sorted(things: tuple[I, ...]) -> bool:
    """Whether the ids rise strictly, that is, none twice."""
    ids = list(map(_id, things))
    return all(map(lt, ids, ids[1:]))


@cache
def keyed_fields(model: type[Part]) -> Mapping[str, type[Part]]:
    """The fields of a model that are tuples of parts with an id, and the model of those parts."""
    pairs = ((name, _element(info.annotation)) for name, info in model.model_fields.items())
    return MappingProxyType({name: part for name, part in pairs if part is not None})


def _element(annotation: Any) -> type[Part] | None:
    if get_origin(annotation) is not tuple:
        return None
    part = get_args(annotation)[0]
    return part if isinstance(part, type) and issubclass(part, Part) and "id" in part.model_fields else None


def holders(things: tuple[P, ...], model: type[Part]) -> Iterator[P]:
    """Those of the things, all of this model, that may hold things with ids themselves; nearly no card does."""
    fields = keyed_fields(model)
    return filter(attrgetter(*fields), things) if fields else iter(())


def is_tidy(part: Part) -> bool:
    """Whether every collection in it, at every depth, is sorted by id with no id twice."""
    for name, model in keyed_fields(type(part)).items():
        things = getattr(part, name)
        if not is_sorted(things) or not all(map(is_tidy, holders(things, model))):
            return False
    return True
