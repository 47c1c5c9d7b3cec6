"""Snapshots of two people who began apart: all can be read, compared with now, and gone back to."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desks import small_map
from desktop.document.base import changed
from desktop.document.checks import check
from desktop.document.compare import compare
from desktop.document.edits.cards import edit_cards, remove_cards
from desktop.document.edits.lanes import edit_lane
from desktop.document.edits.snapshots import remove_snapshot, restored, take_snapshot
from desktop.document.ids import Ids, ids_of
from desktop.document.journey import Snapshot
from desktop.document.locate import cards_of
from desktop.document.merge.conflicts import GONE
from desktop.document.merge.past import renamed_throughout
from desktop.document.merge.whole import merge
from desktop.document.renew import renewed
from desktop.document.snapshots import map_at, since_of, unreadable

BARE = {"snapshots": (), "agenda": (), "views": (), "ballots": ()}


def ids(seed, *projects):
    return Ids(Random(seed).getrandbits, (one for project in projects for one in ids_of(project)))


def with_past(project, name, new_id, steps=3):
    """A card reworded, then a snapshot, again and again."""
    card = next(iter(cards_of(project.maps[0]))).id
    for step in range(steps):
        project = edit_cards(project, project.maps[0].id, [card], text=f"{name} {step}")
        project = take_snapshot(project, project.maps[0].id, f"{name} {step}", "2026-11-22", new_id=new_id)
    return project


@pytest.fixture(scope="module")
def ours():
    return with_past(small_map(), "Ours", ids(1, small_map()))


@pytest.fixture(scope="module")
def theirs():
    """From the same beginning, with ids of its own for everything."""
    apart = renewed(small_map(), ids(2, small_map()))
    return with_past(apart, "Theirs", ids(3, apart))


@pytest.fixture(scope="module")
def both(ours, theirs):
    return merge(None, ours, theirs, new_id=ids(4, ours, theirs)).project


def titled(journey, title):
    return next(snapshot.id for snapshot in journey.snapshots if snapshot.title == title)


def said(project, then):
    """What has changed from a state of the map to now."""
    one = changed(project, maps=(changed(then, **BARE),))
    other = changed(project, maps=(changed(project.maps[0], **BARE),))
    return compare(one, other)


def test_all_of_both_are_there(both):
    titles = Counter(snapshot.title for snapshot in both.maps[0].snapshots)
    assert titles == Counter(f"{name} {step}" for name in ("Ours", "Theirs") for step in range(3))
    assert unreadable(both.maps[0]) == ()
    assert check(both, ()) == ()


@pytest.mark.parametrize("title", ["Theirs 0", "Theirs 2", "Ours 0"])
def test_what_changed_since_is_told_of_the_things_that_are_here(both, title):
    journey = both.maps[0]
    differences = said(both, map_at(journey, titled(journey, title)))
    lanes = [each for each in differences if each.thing.what in ("lane", "stage", "step")]
    assert lanes == []
    assert {each.code for each in differences} <= {"changed", "added"}


@pytest.mark.parametrize("title", [f"{name} {step}" for name in ("Ours", "Theirs") for step in range(3)])
def test_going_back_to_any_leaves_a_sound_project(both, title):
    journey = both.maps[0]
    back = restored(both, journey.id, titled(journey, title))
    assert check(back, ()) == ()
    assert max(Counter(ids_of(back)).values()) == 1
    assert title in {card.text for card in cards_of(back.maps[0])}


def test_without_other_names_snapshots_are_the_same_objects(ours):
    assert merge(None, ours, small_map(), new_id=ids(5, ours)).project.maps[0].snapshots == ours.maps[0].snapshots


def test_one_that_cannot_be_read_stays_as_it_is(theirs):
    journey = theirs.maps[0]
    odd = Snapshot(id="odd", title="Odd", rank="zz", content={"since": "nobody", "later": 1})
    spoilt = changed(theirs, maps=(changed(journey, snapshots=(*journey.snapshots, odd)),))
    lane = journey.lanes[0].id
    told = renamed_throughout(spoilt, {lane: "here"}).maps[0]
    assert next(one for one in told.snapshots if one.id == "odd") == odd
    assert unreadable(told) == (odd,)


def test_what_a_later_version_wrote_beside_is_kept(theirs):
    journey = theirs.maps[0]
    first, *rest = sorted(journey.snapshots, key=lambda one: one.rank)
    marked = changed(first, content={**first.content, "weather": "rain"})
    both = (marked, *rest)
    told = renamed_throughout(
        changed(theirs, maps=(changed(journey, snapshots=tuple(sorted(both, key=lambda one: one.id))),)),
        {journey.lanes[0].id: "here"},
    )
    kept = next(one for one in told.maps[0].snapshots if one.id == first.id)
    assert kept.content["weather"] == "rain"


@given(st.integers(0, 10**6), st.integers(1, 4))
@settings(max_examples=15)
def test_a_project_with_other_ids_has_the_same_past(seed, steps):
    """A template with snapshots, or a copy: each snapshot names the one that it builds on as that is called now."""
    project = with_past(small_map(), "Then", ids(seed, small_map()), steps)
    project = edit_lane(project, "m", "l-more", title="Behind the scenes")
    project = take_snapshot(project, "m", "Last", "", new_id=ids(seed + 1, project))
    other = renewed(project, ids(seed + 2, project)).maps[0]
    assert unreadable(other) == ()
    for one in project.maps[0].snapshots:
        then, there = map_at(project.maps[0], one.id), map_at(other, titled(other, one.title))
        assert [card.text for card in cards_of(then)] == [card.text for card in cards_of(there)]


def test_a_card_that_is_gone_here_comes_back_with_their_snapshot(ours, theirs):
    thinner = remove_cards(ours, "m", ["c4"])
    project = merge(None, thinner, theirs, new_id=ids(6, thinner, theirs)).project
    back = restored(project, "m", titled(project.maps[0], "Theirs 1"))
    assert len(list(cards_of(back.maps[0]))) == len(list(cards_of(small_map().maps[0])))


def without(project, *titles):
    """Without the snapshots of these titles."""
    for title in titles:
        project = remove_snapshot(project, project.maps[0].id, titled(project.maps[0], title))
    return project


def titles(project):
    return sorted(snapshot.title for snapshot in project.maps[0].snapshots)


@pytest.fixture(scope="module")
def long():
    """With five snapshots."""
    return with_past(small_map(), "S", ids(1, small_map()), 5)


def both_without(base, mine, other):
    return merge(base, without(base, *mine), without(base, *other), new_id=ids(6, base))


PAIRS = [
    (("S 0",), ("S 1",)),
    (("S 1",), ("S 0",)),
    (("S 1",), ("S 2",)),
    (("S 3",), ("S 1", "S 2")),
    (("S 0", "S 4"), ()),
]


@pytest.mark.parametrize(("mine", "other"), PAIRS)
def test_each_takes_other_snapshots_away_and_nobody_is_asked(long, mine, other):
    whole = both_without(long, mine, other)
    assert whole.conflicts == ()
    assert titles(whole.project) == sorted({f"S {number}" for number in range(5)} - {*mine, *other})


@pytest.mark.parametrize(("mine", "other"), PAIRS)
def test_those_that_stay_say_what_they_said(long, mine, other):
    journey = both_without(long, mine, other).project.maps[0]
    assert unreadable(journey) == ()
    for snapshot in journey.snapshots:
        assert map_at(journey, snapshot.id) == map_at(long.maps[0], snapshot.id)


def test_both_take_the_same_one_away(long):
    whole = both_without(long, ("S 1",), ("S 1",))
    assert (whole.conflicts, titles(whole.project)) == ((), ["S 0", "S 2", "S 3", "S 4"])


@pytest.mark.parametrize("gone", ["S 0", "S 2", "S 4"])
def test_where_one_alone_took_some_away_the_project_is_as_they_have_it(long, gone):
    less = without(long, gone)
    assert merge(long, less, long, new_id=ids(6, long)).project == less
    assert merge(long, long, less, new_id=ids(6, long)).project == less


def test_a_new_snapshot_that_builds_on_one_that_is_gone_stands_by_itself(long):
    more = take_snapshot(long, long.maps[0].id, "New", "2026-11-23", new_id=ids(7, long))
    whole = merge(long, without(long, "S 4"), more, new_id=ids(6, long))
    journey = whole.project.maps[0]
    assert (whole.conflicts, unreadable(journey)) == ((), ())
    assert map_at(journey, titled(journey, "New")) == map_at(more.maps[0], titled(more.maps[0], "New"))


def test_what_nobody_can_read_keeps_what_it_builds_on(long):
    (journey,) = long.maps
    odd = Snapshot(id="odd", title="Odd", rank="z", content={"since": titled(journey, "S 4"), "puts": 3, "deletes": []})
    theirs = changed(long, maps=(changed(journey, snapshots=(*journey.snapshots, odd)),))
    whole = merge(long, without(long, "S 4"), theirs, new_id=ids(6, long))
    assert "S 4" in titles(whole.project)
    assert [conflict.field for conflict in whole.conflicts] == [GONE]


def test_a_title_that_was_changed_is_kept_beside_a_removal(long):
    journey = long.maps[0]
    last = next(one for one in journey.snapshots if one.title == "S 1")
    others = tuple(one for one in journey.snapshots if one is not last)
    named = changed(long, maps=(changed(journey, snapshots=(*others, changed(last, title="Named"))),))
    whole = merge(long, without(long, "S 0"), named, new_id=ids(6, long))
    assert (whole.conflicts, "Named" in titles(whole.project)) == ((), True)
    assert since_of(next(one for one in whole.project.maps[0].snapshots if one.title == "Named")) == ""
