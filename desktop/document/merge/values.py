"""What becomes of a value that two people may have changed: whoever changed it alone is followed."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any, NamedTuple

from desktop.document.base import Part
from desktop.document.cards import Card
from desktop.document.journey import Tally
from desktop.document.keyed import keyed_fields
from desktop.document.project import Brand, Join, Survey

ABSENT: Any = object()
"""In place of a value that is not there: a field that this version does not know, and a base that there never was."""

SUMS = {(Card, "votes"), (Card, "seen"), (Tally, "votes")}
"""Fields that count something: what either person counted is added up."""

UNITS = {(Brand, "text_files"), (Brand, "title_files"), (Survey, "figures")}
"""Rows that mean something only as a whole."""


LATEST = {(Survey, "date")}
"""Dates of what was done last, by whomever."""


class Three(NamedTuple):
    """A value as it was, as one person has it, and as the other has it."""

    base: Any
    ours: Any
    theirs: Any


class Clash(NamedTuple):
    """Both changed the same field, which may lie inside another one (“pain.severity”), to different values."""

    field: str
    ours: Any
    theirs: Any


Settle = Callable[[Clash], Any]
"""Chooses the value of a field that both changed."""


def settled(model: type[Part], name: str, three: Three, settle: Settle, within: str = "") -> Any:
    """The value of a field of such a part; the very object of one of the three where nothing must be put together."""
    base, ours, theirs = three
    if _same(ours, theirs) or _same(theirs, base):
        return ours
    if _same(ours, base):
        return theirs
    if (model, name) in SUMS:
        return max(ours, theirs) if base is ABSENT else max(0, ours + theirs - base)
    put = ABSENT if (model, name) in UNITS else _put_together(three, settle, f"{within}{name}.")
    if put is not ABSENT:
        return put
    if base is ABSENT and name in model.model_fields:
        default = model.model_fields[name].default
        if _same(ours, default) or _same(theirs, default):
            return theirs if _same(ours, default) else ours
    return max(ours, theirs) if (model, name) in LATEST else settle(Clash(within + name, ours, theirs))


def merged(three: Three, settle: Settle, *, leave: Iterable[str] = (), within: str = "") -> Any:
    """A part of the same kind with every field settled but those to be left, which it has from `ours`.

    The base may be ABSENT. What parts hold under ids of their own is left as well.
    """
    ours, theirs = three[1:]
    if theirs is ours or theirs is three.base:
        return ours
    model: type[Part] = type(ours)
    skipped = {*leave, *keyed_fields(model)}
    updates, gone = dict[str, Any](), list[str]()
    for name in (*model.model_fields, *_unknown(ours, theirs)):
        if name in skipped:
            continue
        value = settled(model, name, Three(*(_field(part, name) for part in three)), settle, within)
        if value is ABSENT:
            gone.append(name)
        elif value is not _field(ours, name):
            updates[name] = value
    if not updates and not any(name in (ours.model_extra or {}) for name in gone):
        return ours
    made = ours.model_copy(update=updates)
    for name in gone:
        made.model_extra.pop(name, None)
    return made


def _unknown(*parts: Any) -> list[str]:
    return sorted({name for part in parts for name in part.model_extra or {}})


def _field(part: Any, name: str) -> Any:
    if part is ABSENT:
        return ABSENT
    return getattr(part, name) if name in type(part).model_fields else (part.model_extra or {}).get(name, ABSENT)


def _same(one: Any, other: Any) -> bool:
    return one is other or (type(one) is type(other) and bool(one == other))


def _put_together(three: Three, settle: Settle, within: str) -> Any:
    """Both people's value where one can hold both; else ABSENT."""
    base, ours, theirs = three
    if isinstance(ours, Part) and type(ours) is type(theirs):
        return merged(Three(base if type(base) is type(ours) else ABSENT, ours, theirs), settle, within=within)
    if isinstance(ours, tuple) and isinstance(theirs, tuple) and not _is_measured(ours, theirs):
        return _row(base if isinstance(base, tuple) else (), ours, theirs, settle)
    return ABSENT


def _is_measured(*rows: tuple[Any, ...]) -> bool:
    """Whether rows are measures such as the edges of a crop, whose places mean something."""
    return any(isinstance(one, float) for row in rows for one in row)


def _row(base: tuple[Any, ...], ours: tuple[Any, ...], theirs: tuple[Any, ...], settle: Settle) -> tuple[Any, ...]:
    """What was there and nobody took away, then what either of them added, in an order that tells nobody's side."""
    sides = [dict(_keys(row)) for row in (base, ours, theirs)]
    before, mine, other = sides
    kept = [key for key in before if key in mine and key in other]
    new = sorted((key for key in {**mine, **other} if key not in before), key=repr)
    return tuple(_one(key, sides, settle) for key in (*kept, *new))


def _one(key: Hashable, sides: list[dict[Hashable, Any]], settle: Settle) -> Any:
    base, ours, theirs = (side.get(key, ABSENT) for side in sides)
    if ours is ABSENT or theirs is ABSENT:
        return theirs if ours is ABSENT else ours
    return merged(Three(base, ours, theirs), settle) if isinstance(ours, Part) else ours


def _keys(row: tuple[Any, ...]) -> Iterator[tuple[Hashable, Any]]:
    """The entries by what tells them apart; a second one that is the same by its number."""
    seen: dict[Hashable, int] = {}
    for one in row:
        key = _key(one)
        seen[key] = seen.get(key, 0) + 1
        yield (key, seen[key]), one


def _key(one: Any) -> Hashable:
    """The card of a tally, the name that means something, else all that an entry says."""
    match one:
        case Tally():
            return one.card
        case Join():
            return one.name
        case Part():
            return one.model_dump_json()
    key: Hashable = one
    return key
