"""Tuples sorted by id."""

from types import SimpleNamespace as Thing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.document.cards import Card, Comment, Marker
from desktop.document.journey import JourneyMap, Lane
from desktop.document.keyed import among, drop, find, holders, is_sorted, is_tidy, keyed_fields, put, swap
from desktop.document.project import Project

names = st.sets(st.text("abc", min_size=1, max_size=3), max_size=12)


def things(ids: set[str] | str) -> tuple[Thing, ...]:
    return tuple(Thing(id=name) for name in sorted(ids))


def ids(row: tuple[Thing, ...] | list[Thing]) -> list[str]:
    return [thing.id for thing in row]


@given(names, st.text("abc", max_size=3))
def test_find(held: set[str], wanted: str) -> None:
    found = find(things(held), wanted)
    assert (found is not None) == (wanted in held)
    assert found is None or found.id == wanted


@given(names, names)
def test_among(held: set[str], wanted: set[str]) -> None:
    assert ids(among(things(held), wanted)) == sorted(held & wanted)


def test_among_for_few_of_many() -> None:
    many = things({f"t{number:04}" for number in range(1_000)})
    assert ids(among(many, ["t0900", "t0001", "t0001", "none"])) == ["t0001", "t0900"]


@given(names, names)
def test_put(held: set[str], new: set[str]) -> None:
    row, fresh = things(held), things(new)
    after = put(row, *fresh)
    assert ids(after) == sorted(held | new)
    assert all(any(thing is one for one in fresh) for thing in after if thing.id in new)
    assert all(any(thing is one for one in row) for thing in after if thing.id not in new)


@given(names, names)
def test_drop(held: set[str], gone: set[str]) -> None:
    row = things(held)
    after = drop(row, gone)
    assert ids(after) == sorted(held - gone)
    assert (after is row) == (not held & gone)


def test_putting_what_is_there_gives_the_same_tuple() -> None:
    row = things("abc")
    assert put(row) is row
    assert put(row, row[1]) is row
    assert put(row, *row[:2]) is row


def test_swap_gives_the_same_tuple_for_the_same_things() -> None:
    row = things("abc")
    assert swap(row, reversed(row)) is row
    assert swap(row, things("abc")) is not row
    assert ids(swap(row, row[:2])) == ["a", "b"]


@pytest.mark.parametrize(("row", "expected"), [("", True), ("a", True), ("abc", True), ("acb", False), ("aab", False)])
def test_is_sorted(row: str, expected: bool) -> None:
    assert is_sorted(tuple(Thing(id=name) for name in row)) == expected


def test_keyed_fields_are_tuples_of_things_with_ids() -> None:
    assert dict(keyed_fields(Lane)) == {"cards": Card, "markers": Marker}
    assert dict(keyed_fields(Card)) == {"comments": Comment}
    assert keyed_fields(Project).keys() == {"personas", "segments", "goals", "metrics", "surveys", "maps", "editions"}
    assert not keyed_fields(Marker)


def test_holders_are_those_that_hold_something() -> None:
    said, unsaid = Card(id="a", kind="note", comments=(Comment(id="c"),)), Card(id="b", kind="note")
    assert list(holders((said, unsaid), Card)) == [said]
    assert list(holders((Marker(id="m", step="s", value=0.0),), Marker)) == []


def test_tidy_at_every_depth() -> None:
    rows = [tuple(Card(id=name, kind="note") for name in row) for row in ("ab", "ba", "aa")]
    maps = [JourneyMap(id="m", lanes=(Lane(id="l", kind="notes", cards=cards),)) for cards in rows]
    assert [is_tidy(Project(id="p", maps=(map_,))) for map_ in maps] == [True, False, False]


def test_comments_are_looked_at_too() -> None:
    twice = Card(id="a", kind="note", comments=(Comment(id="c"), Comment(id="c")))
    assert not is_tidy(Lane(id="l", kind="notes", cards=(twice,)))
