"""What differs between two projects, in words: as sentences, and as rows of a table by map and lane."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from desktop.document.difference import Difference, Name, Where
from desktop.layout.differingvalues import label_of, said
from desktop.layout.names import counted, name_of
from desktop.layout.short import shortened
from desktop.layout.style import Words

K = TypeVar("K")

LETTERS = 44
"""Of a thing's title."""

COUNTED = {name: (f"clip.{name}", f"clip.{name}s") for name in ("lane", "stage", "step", "card", "marker")}
"""What is counted of all that came or went with a thing, and the words for one and for several."""


@dataclass(frozen=True, slots=True)
class Row:
    """One difference: the thing by its id and name, how it is on the one side and how on the other; several lines."""

    code: str
    id: str
    thing: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Section:
    """The rows of a lane, of the stages, of the inbox …; no title for what concerns the map as a whole."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """The sections of a map by its id, or of what belongs to the whole project, without one."""

    id: str
    title: str
    sections: tuple[Section, ...]


def wordings(differences: Sequence[Difference], words: Words) -> list[str]:
    """A sentence for each, the map's title before it where there are differences in several."""
    maps = _maps(differences)
    return [_sentence(each, words) if len(maps) < 2 else _with_map(each, maps, words) for each in differences]


def chapters(differences: Sequence[Difference], words: Words) -> tuple[Chapter, ...]:
    """The differences map by map and lane by lane, in the order in which they come."""
    maps, within = _maps(differences), _together((_map_of(each).id, each) for each in differences)
    return tuple(
        Chapter(key, _title(maps[key], words) if key else words("differences.project"), _sections(those, words))
        for key, those in within.items()
    )


def summary(differences: Sequence[Difference], words: Words) -> list[tuple[str, str]]:
    """How many there are of each code, in words: “3 new”; codes that do not occur are left out."""
    codes = [difference.code for difference in differences]
    there = [code for code in ("added", "removed", "moved", "ordered", "changed") if code in codes]
    return [(code, words(f"differences.{code}").format(count=codes.count(code))) for code in there]


def named(name: Name, words: Words) -> str:
    """“Pain point “Card details before a free booking””."""
    group, kind = {"card": ("kind", name.kind), "marker": ("kind", "emotion")}.get(name.what, ("thing", name.what))
    title = name.title or (name_of("lane", name.kind, words) if name.what == "lane" else "")
    form = "difference.named" if title else "difference.unnamed"
    return words(form).format(
        kind=name_of(group, kind, words), title=_line(title, LETTERS * (1 + (name.what == "link")))
    )


def placed(where: Where, words: Words) -> str:
    """“Touchpoints · Orders”; "" for what stands in no place of a map."""
    inner = [_title(holder, words) for holder in where.holders if holder.what != "map"]
    section = [words(f"section.{where.section}")] if where.section in ("inbox", "parking") and where.holders else []
    return " · ".join(filter(None, (*section, *inner, _steps(where))))


def _sentence(difference: Difference, words: Words) -> str:
    thing, place = named(difference.thing, words), placed(difference.where, words)
    if difference.code == "changed":
        values = "; ".join(f"{label}: {one} → {other}" for label, one, other in _values(difference, words))
        return f"{thing}: {values}"
    if difference.code == "moved" and difference.to is not None:
        return words("difference.moved").format(thing=thing, before=place, after=placed(difference.to, words))
    tail = [place, *(f"{one} → {other}" for _, one, other in _values(difference, words)), *_with(difference, words)]
    sentence = words(f"difference.{difference.code}").format(thing=thing)
    return f"{sentence} ({', '.join(filter(None, tail))})" if any(tail) else sentence


def _with_map(difference: Difference, maps: dict[str, Name], words: Words) -> str:
    key = _map_of(difference).id
    sentence = _sentence(difference, words)
    return f"{_title(maps[key], words)}: {sentence}" if key and difference.thing.what != "map" else sentence


def _sections(differences: Iterable[Difference], words: Words) -> tuple[Section, ...]:
    """By what heads them; two lanes may have one title."""
    heads = [(_head(each), each) for each in differences]
    return tuple(
        Section(_head_title(head, words), tuple(_row(each, words) for each in those))
        for head, those in _together(heads).items()
    )


def _together(pairs: Iterable[tuple[K, Difference]]) -> dict[K, list[Difference]]:
    found: dict[K, list[Difference]] = {}
    for key, difference in pairs:
        found.setdefault(key, []).append(difference)
    return found


def _row(difference: Difference, words: Words) -> Row:
    thing, place = named(difference.thing, words), _short_place(difference, words)
    if difference.values:
        values = _values(difference, words)
        sides = ("\n".join(f"{label}: {value[side]}" for label, *value in values) for side in (0, 1))
        return Row(difference.code, difference.thing.id, thing, *sides)
    if difference.code == "moved" and difference.to is not None:
        return Row("moved", difference.thing.id, thing, placed(difference.where, words), placed(difference.to, words))
    there = ", ".join(filter(None, (place or words("differences.there"), *_with(difference, words))))
    absent = words("differences.absent")
    return Row(
        difference.code,
        difference.thing.id,
        thing,
        *((absent, there) if difference.code == "added" else (there, absent)),
    )


def _short_place(difference: Difference, words: Words) -> str:
    """The steps alone where what holds the thing is the title above it."""
    where = difference.where
    return _steps(where) if where.section in ("lanes", "inbox") else placed(where, words)


def _head(difference: Difference) -> tuple[str, str, str, str]:
    """What heads the section: the collection, and of lanes the id, title and kind; nothing for the map itself."""
    where = difference.where
    if difference.thing.what in ("map", "project"):
        return "", "", "", ""
    lane = where.holders[1] if len(where.holders) > 1 else difference.thing
    return (where.section, lane.id, lane.title, lane.kind) if where.section == "lanes" else (where.section, "", "", "")


def _head_title(head: tuple[str, str, str, str], words: Words) -> str:
    section, id_, title, kind = head
    return (
        _title(Name("lane", id_, title, kind), words) if id_ else name_of("section", section, words) if section else ""
    )


def _map_of(difference: Difference) -> Name:
    """The map in which something differs; without an id for what belongs to the whole project."""
    first = next(iter(difference.where.holders), difference.thing)
    return first if first.what == "map" else Name("project")


def _maps(differences: Iterable[Difference]) -> dict[str, Name]:
    """The maps in which something differs by id, each as it is called first."""
    found: dict[str, Name] = {}
    for name in map(_map_of, differences):
        found.setdefault(name.id, name)
    return {key: name for key, name in found.items() if key}


def _title(name: Name, words: Words) -> str:
    if name.title:
        return _line(name.title)
    return name_of("lane", name.kind, words) if name.what == "lane" else name_of("thing", name.what, words)


def _steps(where: Where) -> str:
    return " – ".join(map(_line, where.steps))


def _line(text: str, letters: int = LETTERS) -> str:
    """On one line; quotes around all of it would be a second pair."""
    return shortened(" ".join(text.split()).strip('“”„"'), letters)


def _with(difference: Difference, words: Words) -> list[str]:
    """“with 12 cards, 2 markers” where that came or went too."""
    held = dict(difference.held)
    counts = [counted(words, *forms, held[name]) for name, forms in COUNTED.items() if name in held]
    return [words("difference.with").format(what=", ".join(counts))] if counts else []


def _values(difference: Difference, words: Words) -> list[tuple[str, str, str]]:
    """Label and both sides of every field; the fields of a part that is told of as a whole make one line."""
    thing = difference.thing
    lines = ((label_of(value.field, thing, words), *said(value, thing, words)) for value in difference.values)
    return list(dict.fromkeys(lines))
