"""Snapshots give back exactly the map that was taken, and what cannot be read harms nothing."""

import json
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.document.base import changed
from desktop.document.checks import check
from desktop.document.edits.cards import edit_cards
from desktop.document.edits.snapshots import remove_snapshot, rename_snapshot, take_snapshot
from desktop.document.errors import ChangeError
from desktop.document.journey import Ballot, JourneyMap, Snapshot
from desktop.document.keyed import find
from desktop.document.repair import repair_all
from desktop.document.snapshots import Past, last, map_at, since_of, unreadable
from desktop.storage.reader import parse
from desktop.storage.writer import dump
from effort import examples
from grids import card, lane, project
from stories import Story
from strategies import projects

MAP = "m"


def numbered():
    """An IdSource: n1, n2 …"""
    numbers = iter(range(1, 1000))
    return lambda: f"n{next(numbers)}"


def taken(whole, *titles, new_id=None):
    """With a snapshot for each title, and an edit of the first card before each but the first."""
    new_id = new_id or numbered()
    for number, title in enumerate(titles):
        if number:
            whole = edit_cards(whole, MAP, ["c1"], text=f"text {number}")
        whole = take_snapshot(whole, MAP, title, "2025-03-01", new_id=new_id)
    return whole


def kept(whole):
    return whole.maps[0].snapshots


@pytest.fixture
def visit():
    return project(lane(card(1), card(2, step=1), x_later={"deep": [1]}), x_map=3)


def test_a_snapshot_gives_back_the_map_without_snapshots(visit):
    assert map_at(taken(visit, "First").maps[0], "n1") == visit.maps[0]


def test_what_is_as_it_is_now_is_the_same_objects(visit):
    now = edit_cards(taken(visit, "First"), MAP, ["c1"], text="Other").maps[0]
    then = map_at(now, "n1")
    assert find(then.lanes[0].cards, "c2") is find(now.lanes[0].cards, "c2")
    assert then.stages[0] is now.stages[0]


def test_the_first_is_whole_and_the_next_says_only_what_changed(visit):
    first, second = kept(taken(visit, "First", "Second"))
    assert set(first.content) == {"map"}
    assert second.content["since"] == "n1"
    assert list(second.content["puts"]) == ["lanes/l-actions/cards/c1"]
    assert second.content["deletes"] == []


def test_a_snapshot_of_the_same_map_says_nothing(visit):
    whole = take_snapshot(taken(visit, "First"), MAP, "Again", "", new_id=lambda: "again")
    assert find(kept(whole), "again").content == {"since": "n1", "puts": {}, "deletes": []}


def test_a_change_of_the_map_itself_is_kept(visit):
    whole = taken(visit, "First")
    whole = changed(whole, maps=(changed(whole.maps[0], title="Dinner", scenario="At eight"),))
    whole = take_snapshot(whole, MAP, "Second", "", new_id=lambda: "two")
    assert map_at(whole.maps[0], "two").scenario == "At eight"
    assert map_at(whole.maps[0], "n1").title == "Visit"


def test_unknown_fields_survive(visit):
    then = map_at(taken(visit, "First").maps[0], "n1")
    assert then.__pydantic_extra__ == {"x_map": 3}
    assert then.lanes[0].__pydantic_extra__ == {"x_later": {"deep": [1]}}


def test_snapshots_outlive_another_id_of_the_map(visit):
    whole = taken(visit, "First", "Second")
    renamed = changed(whole.maps[0], id="other")
    assert map_at(renamed, "n2").id == "other"
    assert map_at(renamed, "n1").lanes == visit.maps[0].lanes


def test_snapshots_go_through_a_file(visit):
    whole = taken(visit, "First", "Second", "Third")
    read = parse(dump(whole, {}), "there").project
    assert read == whole
    assert map_at(read.maps[0], "n1") == visit.maps[0]


def test_the_order_of_ranks_does_not_matter_to_what_they_hold(visit):
    whole = taken(visit, "First", "Second")
    turned = tuple(changed(each, rank="1" if each.id == "n2" else "9") for each in kept(whole))
    journey = changed(whole.maps[0], snapshots=turned)
    assert last(journey).id == "n1"
    assert map_at(journey, "n1") == visit.maps[0]


def test_two_people_may_build_on_one_snapshot(visit):
    base = taken(visit, "First")
    ours = take_snapshot(edit_cards(base, MAP, ["c1"], text="Ours"), MAP, "Ours", "", new_id=lambda: "ours")
    theirs = take_snapshot(edit_cards(base, MAP, ["c2"], text="Theirs"), MAP, "Theirs", "", new_id=lambda: "theirs")
    both = changed(base.maps[0], snapshots=(*kept(base), find(kept(ours), "ours"), find(kept(theirs), "theirs")))
    assert map_at(both, "ours").lanes == ours.maps[0].lanes
    assert map_at(both, "theirs").lanes == theirs.maps[0].lanes


def test_a_missing_one_is_named(visit):
    with pytest.raises(ChangeError, match=r"snapshot\.missing"):
        map_at(visit.maps[0], "nowhere")


BROKEN = (
    None,
    "text",
    [],
    {},
    {"map": None},
    {"map": {"id": "m", "lanes": 3}},
    {"since": "nowhere"},
    {"since": "bad"},
    {"since": 7},
    {"since": "n1", "puts": 3},
    {"since": "n1", "puts": {"lanes": {}}},
    {"since": "n1", "puts": {"lanes/new": {"kind": "actions"}}},
    {"since": "n1", "deletes": ["lanes/nowhere"]},
)


@pytest.mark.parametrize("content", BROKEN, ids=json.dumps)
def test_what_cannot_be_read_is_a_finding_and_stays(visit, content):
    whole = taken(visit, "First")
    spoilt = Snapshot(id="bad", title="Bad", rank="z", content=content)
    whole = changed(whole, maps=(changed(whole.maps[0], snapshots=(spoilt, *kept(whole))),))
    with pytest.raises(ChangeError, match=r"snapshot\.unreadable"):
        map_at(whole.maps[0], "bad")
    assert [each.id for each in unreadable(whole.maps[0])] == ["bad"]
    assert [(each.code, each.path) for each in check(whole, ())] == [("snapshot.unreadable", "maps/m/snapshots/bad")]
    assert parse(dump(whole, {}), "there").project == whole


def test_two_that_build_on_each_other_are_unreadable(visit):
    ring = (
        Snapshot(id="a", content={"since": "b", "puts": {}, "deletes": []}),
        Snapshot(id="b", content={"since": "a", "puts": {}, "deletes": []}),
    )
    assert unreadable(changed(visit.maps[0], snapshots=ring)) == ring


def test_very_deep_content_is_unreadable_and_no_crash(visit):
    deep: object = {}
    for _ in range(150):
        deep = {"x": deep}
    journey = changed(visit.maps[0], snapshots=(Snapshot(id="deep", content={"map": [deep]}),))
    assert not Past(journey).readable("deep")


def test_no_repair_takes_an_unreadable_one_away(visit):
    whole = changed(visit, maps=(changed(visit.maps[0], snapshots=(Snapshot(id="bad", content=3),)),))
    assert repair_all(whole, (), numbered())[0] is whole


def test_since_of_what_nobody_can_read_is_nothing():
    assert since_of(Snapshot(id="a", content=[1])) == ""


def test_ballots_and_agenda_are_in_a_snapshot(visit):
    journey = changed(visit.maps[0], ballots=(Ballot(id="b", title="Which", options=("c1",)),))
    whole = take_snapshot(changed(visit, maps=(journey,)), MAP, "First", "", new_id=lambda: "one")
    assert map_at(whole.maps[0], "one").ballots == journey.ballots


@examples(10)
@given(projects())
def test_any_map_is_taken_as_it_is(whole):
    for journey in whole.maps:
        after = take_snapshot(whole, journey.id, "Now", "", new_id=lambda: "taken")
        assert map_at(find(after.maps, journey.id), "taken") == journey


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_any_edits_snapshots_and_removals_leave_every_other_snapshot_as_it_was(seed):
    story, expected = Story(seed), {}
    for _ in range(25):
        story.go_on()
        story.project = _with_snapshots(story, expected)
    for (map_id, snapshot_id), then in expected.items():
        journey = find(story.project.maps, map_id)
        if journey is not None and find(journey.snapshots, snapshot_id):  # the story removes some, too
            assert map_at(journey, snapshot_id) == then


def _with_snapshots(story: Story, expected: dict[tuple[str, str], JourneyMap]):
    """Now and then one more, now and then one less."""
    random: Random = story.random
    journey, chance = random.choice(story.project.maps), random.random()
    if chance < 0.4:
        new = story.ids()
        expected[journey.id, new] = changed(journey, snapshots=())
        return take_snapshot(story.project, journey.id, "Title", "", new_id=lambda: new)
    ours = journey.snapshots
    if chance < 0.6 and ours:
        gone = random.choice(ours)
        expected.pop((journey.id, gone.id), None)
        return remove_snapshot(story.project, journey.id, gone.id)
    if chance < 0.7 and ours:
        return rename_snapshot(story.project, journey.id, random.choice(ours).id, "Other")
    return story.project


def test_twenty_snapshots_of_small_edits_add_little():
    cards = [card(number, step=number % 4, text=f"What guest {number} does at this step") for number in range(600)]
    whole = take_snapshot(project(lane(*cards)), MAP, "First", "2025-03-01", new_id=lambda: "first")
    before, new_id = len(dump(whole, {})), numbered()
    for number in range(20):
        whole = edit_cards(whole, MAP, [f"c{number}", f"c{number + 100}"], text=f"text {number}")
        whole = take_snapshot(whole, MAP, f"After {number}", "2025-03-01", new_id=new_id)
    assert len(dump(whole, {})) - before < 0.1 * before
