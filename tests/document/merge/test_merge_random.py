"""Two people's random edits to one project: nothing of either is lost, and it does not matter whose side is ours."""

import os
from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any, NamedTuple

import pytest

from desktop.document.base import Part
from desktop.document.cards import Card, Marker
from desktop.document.checks import check
from desktop.document.ids import Ids, ids_of
from desktop.document.journey import JourneyMap, Snapshot
from desktop.document.keyed import find, keyed_fields
from desktop.document.merge.census import census
from desktop.document.merge.conflicts import GONE
from desktop.document.merge.match import matched
from desktop.document.merge.whole import Merged, merge
from desktop.document.naming import REFERENCES
from desktop.document.project import Project
from desktop.document.renew import renamed
from desktop.document.snapshots import map_at
from editing import edited
from stories import beginning
from verbs import VERBS, Draw

PAIRS = 1000 if os.environ.get("LONG") else 150


class Pair(NamedTuple):
    """What two people made of one project; `theirs` has the ids of the same things in `ours`."""

    base: Project
    ours: Project
    theirs: Project

    @property
    def new_id(self) -> Ids:
        return Ids(Random(5).getrandbits, (one for project in self for one in ids_of(project)))

    @property
    def turned(self) -> "Pair":
        return Pair(self.base, self.theirs, self.ours)


def altered(project: Project, seed: int, edits: int) -> Project:
    random, ids = Random(seed), Ids(Random(seed + 10**6).getrandbits, ids_of(project))
    for _ in range(edits):
        verb = random.choice(list(VERBS))
        project = edited(verb, project, Draw(random, project, ids))
    return project


def pair(seed: int) -> Pair:
    base = altered(beginning(Ids(Random(seed).getrandbits)), seed, 40)
    ours, theirs = (altered(base, 3 * seed + side, (seed * side) % 40 + 1) for side in (1, 2))
    return Pair(base, ours, renamed(theirs, matched(ours, theirs, census(base))))


@cache
def pairs() -> tuple[tuple[Pair, Merged], ...]:
    made = (pair(seed) for seed in range(PAIRS))
    return tuple((each, merged(each)) for each in made)


def merged(each: Pair) -> Merged:
    return merge(*each, new_id=each.new_id)


def said(side: Project, base: Project) -> Iterator[tuple[Any, str, Any]]:
    """Each thing with a field that the side has set, and the value; of a row what has come."""
    before = census(base)
    for name, (thing, *_place) in census(side).items():
        was = before[name].thing if name in before else None
        for field, info in type(thing).model_fields.items():
            value = getattr(thing, field)
            old = getattr(was, field) if was is not None else info.default
            if isinstance(value, tuple) and isinstance(old, tuple):
                value = tuple(one for one in value if one not in old)
            if field not in {"id", "rank", *keyed_fields(type(thing))} and value != old and value not in ("", None, ()):
                yield thing, field, value


def is_told(name: str, field: str, whole: Merged) -> bool:
    return any(one.thing == name and one.field.split(".")[0] in {field, "place"} for one in whole.conflicts)


def is_homeless(thing: Any, field: str, whole: Merged) -> bool:
    """Whether a thing waits in the inbox, since what its place was named by is gone."""
    waiting = {one.id for map_ in whole.project.maps for group in map_.inbox for one in (*group.cards, *group.markers)}
    return isinstance(thing, Card | Marker) and field in {"first", "last"} and thing.id in waiting


def test_the_pairs_are_worth_it() -> None:
    alike = sum(not whole.conflicts for _, whole in pairs())
    assert PAIRS / 5 < alike < PAIRS * 4 / 5
    assert sum(len(whole.came) for _, whole in pairs()) > PAIRS


def reads_alike(snapshot: Any, side: Project, whole: Project) -> bool:
    """Whether a snapshot reads as it did, whatever it is written as a change from now."""
    return isinstance(snapshot, Snapshot) and _states(side, snapshot.id) == _states(whole, snapshot.id) != []


def _states(project: Project, snapshot: str) -> list[JourneyMap]:
    return [map_at(each, snapshot) for each in project.maps if find(each.snapshots, snapshot)]


@pytest.mark.parametrize("turn", [False, True])
def test_nothing_of_either_side_is_lost(turn: bool) -> None:
    for each, whole in pairs():
        now, side = census(whole.project), each.theirs if turn else each.ours
        gone = [
            (thing.id, field, value)
            for thing, field, value in said(side, each.base)
            if not (thing.id in now and _has(now[thing.id].thing, field, value))
            and not (field == "content" and reads_alike(thing, side, whole.project))
            and not is_told(thing.id, field, whole)
            and not is_homeless(thing, field, whole)
            and not names_nothing(thing, field, value, now)
        ]
        assert gone == []


def _has(thing: Any, field: str, value: Any) -> bool:
    """Whether a value is there, of a row its entries, of a thing with facets each of them."""
    there = getattr(thing, field)
    if isinstance(value, tuple):
        return there is not None and set(map(repr, value)) <= set(map(repr, there))
    return there == value or isinstance(value, Part | int)


def names_nothing(thing: Any, field: str, value: Any, now: Any) -> bool:
    """Whether all that a value names is gone: a view of a lane that the other took away is one of all lanes."""
    ids = value if isinstance(value, tuple) else (value,)
    return field in REFERENCES.get(type(thing), {}) and not now.keys() & set(ids)


def test_only_what_both_changed_is_a_conflict() -> None:
    for each, whole in pairs():
        sides = [census(project) for project in each]
        for one in whole.conflicts:
            if one.field != GONE:
                assert all(_other(one.thing, one.field, sides[0], side) for side in sides[1:])


def _other(name: str, field: str, base: Any, side: Any) -> bool:
    if name not in base:
        return True
    if field == "place":
        return bool(base[name] != side[name])
    first = field.split(".", maxsplit=1)[0]
    return bool(getattr(base[name].thing, first) != getattr(side[name].thing, first))


def test_it_does_not_matter_whose_side_is_ours_but_for_conflicts() -> None:
    for each, whole in pairs():
        other = merged(each.turned)
        assert fields(whole) == fields(other)
        if not whole.conflicts:
            assert whole.project.model_dump_json() == other.project.model_dump_json()


def fields(whole: Merged) -> set[tuple[str, str]]:
    """What both changed; what comes back because it is named depends on whose names stand."""
    return {one.key for one in whole.conflicts if one.field != GONE}


def test_what_both_left_sound_is_sound() -> None:
    for each, whole in pairs():
        assert faults(whole.project) <= faults(each.ours) | faults(each.theirs)


def faults(project: Project) -> set[tuple[str, str, str]]:
    found = (one for one in check(project, ()) if one.severity != "note" and "picture" not in one.code)
    return {(one.code, one.path.rpartition("/")[2], one.detail) for one in found}


def test_with_what_has_not_changed_it_is_what_has() -> None:
    for each, _ in pairs()[:100]:
        assert merge(each.base, each.ours, each.base, new_id=each.new_id).project == each.ours
        assert merge(each.base, each.base, each.theirs, new_id=each.new_id).project == each.theirs
        assert merge(each.base, each.ours, each.ours, new_id=each.new_id).project == each.ours
