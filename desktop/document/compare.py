"""What differs between two projects, as people would tell it: what is new, gone, elsewhere, or other than it was."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from desktop.document.base import Part
from desktop.document.difference import PLACES, Difference, Side, Trail, Value, said_in, steps_of, what_of
from desktop.document.keyed import keyed_fields
from desktop.document.project import Project

SECTIONS = ("personas", "segments", "goals", "metrics", "surveys", "maps", "stages", "steps", "groups", "lanes")
"""The collections that people look at first; the others follow in the order of the file."""

Key = tuple[str, str]
"""What a thing is, and its id: wherever it stands, it is the same thing."""

Noted = dict[Key, Trail]


def compare(before: Project, after: Project) -> tuple[Difference, ...]:
    """What was done to `before` to make it `after`, in the order in which people read: map by map, lane by lane.

    Looks only into what is not the same object. Ranks count where they change an order; ids are taken to be the same
    thing in both. Empty when nothing differs that anybody could tell of.
    """
    return _Comparison(before, after).told() if before is not after else ()


class _Comparison:
    """Two sides, and what stands on one of them only."""

    def __init__(self, before: Project, after: Project) -> None:
        self._old, self._new = Side(before), Side(after)
        self._gone: Noted = {}
        self._came: Noted = {}
        self._found: list[tuple[Any, Difference]] = []
        self._values(before, after, ())
        self._parts(before, after, (), ())

    def told(self) -> tuple[Difference, ...]:
        """Everything that differs, in reading order."""
        for key in self._gone.keys() & self._came.keys():
            self._pair(self._gone[key], self._came[key])
        self._lone("removed", self._old, self._gone, self._came)
        self._lone("added", self._new, self._came, self._gone)
        return tuple(difference for _, difference in sorted(self._found, key=lambda each: each[0]))

    def _parts(self, old: Part, new: Part, at: Trail, to: Trail) -> None:
        """What two parts hold."""
        for name in keyed_fields(type(new)):
            things, others = getattr(old, name), getattr(new, name)
            if things is not others:
                self._things(name, things, others, at, to)

    def _things(self, name: str, old: Sequence[Any], new: Sequence[Any], at: Trail, to: Trail) -> None:
        there = {thing.id: thing for thing in old}
        pairs = [(there.pop(thing.id, None), thing) for thing in new]
        for mate, thing in pairs:
            if mate is None:
                _note(self._came, (*to, (name, thing)))
            elif mate is not thing and mate != thing:
                self._pair((*at, (name, mate)), (*to, (name, thing)))
                self._parts(mate, thing, (*at, (name, mate)), (*to, (name, thing)))
        for thing in there.values():
            _note(self._gone, (*at, (name, thing)))
        if any(mate and said_in(mate, "rank") != said_in(thing, "rank") for mate, thing in pairs):
            self._order(name, old, new, at)

    def _pair(self, at: Trail, to: Trail) -> None:
        """One thing on both sides: whether it stands elsewhere, whether it is another."""
        if _place(at) != _place(to):
            name, where = self._old.name(at[-1][1]), self._old.where(at)
            self._tell(self._old, at, Difference("moved", name, where, self._new.where(to)))
        self._values(at[-1][1], to[-1][1], at)

    def _values(self, old: Part, new: Part, at: Trail) -> None:
        values = tuple(
            Value(field, self._old.value(field, one), self._new.value(field, other))
            for field, one, other in _differing(old, new)
        )
        if values:
            self._tell(self._old, at, Difference("changed", self._old.name(old), self._old.where(at), values=values))

    def _order(self, name: str, old: Sequence[Any], new: Sequence[Any], at: Trail) -> None:
        """Those that stand elsewhere among neighbours that are on both sides."""
        before, after = _rows(old), _rows(new)
        for place, row in after.items():
            places = {thing: index for index, thing in enumerate(before.get(place, ()))}
            for thing in _strays([each for each in row if each in places], places):
                self._ordered((*at, (name, _of(old, thing))), places[thing] + 1, row.index(thing) + 1)

    def _ordered(self, at: Trail, before: int, after: int) -> None:
        name, where = self._old.name(at[-1][1]), self._old.where(at)
        self._tell(self._old, at, Difference("ordered", name, where, values=(Value("rank", before, after),)))

    def _lone(self, code: str, side: Side, noted: Noted, others: Noted) -> None:
        """What is on one side only; what it holds is counted, unless that stands elsewhere on the other side."""
        held: dict[Key, Counter[str]] = {}
        for key, trail in noted.items():
            if key not in others:
                top = next(up for up in map(_key, _upwards(trail)) if up in noted and up not in others)
                held.setdefault(top, Counter()).update([key[0]] if top != key else ())
        for key, counts in held.items():
            trail = noted[key]
            name, where = side.name(trail[-1][1]), side.where(trail)
            self._tell(side, trail, Difference(code, name, where, held=tuple(sorted(counts.items()))))

    def _tell(self, side: Side, trail: Trail, difference: Difference) -> None:
        self._found.append(
            ((*(_height(side, trail, step) for step in trail), (-1, 0, "", difference.code)), difference)
        )


def _note(noted: Noted, trail: Trail) -> None:
    """A thing that is on one side, with everything it holds."""
    thing = trail[-1][1]
    noted[_key(trail)] = trail
    for name in keyed_fields(type(thing)):
        for held in getattr(thing, name):
            _note(noted, (*trail, (name, held)))


def _upwards(trail: Trail) -> Iterator[Trail]:
    """From the outermost holder to the thing itself."""
    return (trail[: end + 1] for end in range(len(trail)))


def _key(trail: Trail) -> Key:
    thing = trail[-1][1]
    return what_of(thing), said_in(thing, "id")


def _place(trail: Trail) -> tuple[Any, ...]:
    """What holds a thing, and the steps that it stands at."""
    names = tuple(name for name, _ in trail)
    return names, tuple(said_in(thing, "id") for _, thing in trail[:-1]), steps_of(trail[-1][1])


def _height(side: Side, trail: Trail, step: tuple[str, Part]) -> tuple[int, int, str, str]:
    """Where a thing comes among its neighbours when people read."""
    name, thing = step
    section = SECTIONS.index(name) if name in SECTIONS else len(SECTIONS)
    stands = steps_of(thing)
    column = side.column(trail, stands[0]) if stands else 0
    return section, column, said_in(thing, "rank") or name, said_in(thing, "id")


def _rows(things: Sequence[Any]) -> dict[str, list[str]]:
    """The ids of things in their order, by the step they stand at."""
    rows: dict[str, list[str]] = {}
    for thing in sorted(things, key=lambda each: (each.rank, each.id)):
        rows.setdefault(next(iter(steps_of(thing)), ""), []).append(thing.id)
    return rows


def _of(things: Sequence[Any], wanted: str) -> Any:
    return next(thing for thing in things if thing.id == wanted)


def _strays(row: list[str], places: dict[str, int]) -> list[str]:
    """The fewest of a row that were moved, if the others kept their order: all but a longest rising run."""
    ends: list[int] = []  # the lowest place at which a run of each length ends so far
    last: list[str] = []
    before: dict[str, str] = {}
    for thing in row:
        length = bisect_left(ends, places[thing])
        before[thing] = last[length - 1] if length else ""
        ends[length : length + 1], last[length : length + 1] = [places[thing]], [thing]
    kept, one = set(), last[-1] if last else ""
    while one:
        kept.add(one)
        one = before[one]
    return [thing for thing in row if thing not in kept]


def _differing(old: Part, new: Part) -> Iterator[tuple[str, Any, Any]]:
    """The fields of two parts that differ, those of facets by their paths; “” for what has no words."""
    names = [name for name in _own_fields(type(new)) if _differs(getattr(old, name), getattr(new, name))]
    before, after = _leaves(old, names), _leaves(new, names)
    told = [field for field in {**after, **before} if _is_told(field, before, after)]
    yield from ((field, before.get(field), after.get(field)) for field in told if _has_words(field))
    if not all(map(_has_words, told)) or old.__pydantic_extra__ != new.__pydantic_extra__:
        yield "", None, None


@cache
def _own_fields(model: type[Part]) -> tuple[str, ...]:
    """Those that are told of here: not what it holds, and not where it stands."""
    others = {*PLACES, "id", "rank", *keyed_fields(model)}
    return tuple(name for name in model.model_fields if name not in others)


def _differs(one: Any, other: Any) -> bool:
    return one is not other and bool(one != other)


def _is_told(field: str, before: dict[str, Any], after: dict[str, Any]) -> bool:
    one, other = before.get(field), after.get(field)
    both = field in before and field in after
    return _differs(one, other) and (both or not (_says_nothing(one) and _says_nothing(other)))


def _says_nothing(value: Any) -> bool:
    """Whether a field of a facet is as if there were no such facet; a figure of 0.0 is one."""
    return value in (None, "", (), {}) or (isinstance(value, int) and not value)


def _has_words(field: str) -> bool:
    return not field.endswith(".")


def _leaves(part: Part, names: Iterable[str], prefix: str = "") -> dict[str, Any]:
    """The values of these fields, of facets by their paths; under a facet's path, with a dot, what a newer version
    wrote there."""
    found: dict[str, Any] = {}
    for name in names:
        value = getattr(part, name)
        if isinstance(value, Part):
            found |= _leaves(value, type(value).model_fields, f"{prefix}{name}.")
            found[f"{prefix}{name}."] = value.__pydantic_extra__ or {}
        elif prefix or value is not None:
            found[prefix + name] = value
    return found
