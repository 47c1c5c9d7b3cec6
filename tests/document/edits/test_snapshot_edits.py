"""Taking, naming, removing snapshots, and going back to one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.document.base import changed
from desktop.document.checks import check
from desktop.document.edits.cards import edit_cards, remove_cards
from desktop.document.edits.lanes import remove_lane
from desktop.document.edits.people import remove_goal, remove_metric, remove_persona
from desktop.document.edits.snapshots import remove_snapshot, rename_snapshot, restored, take_snapshot
from desktop.document.errors import EditError
from desktop.document.journey import AgendaPoint, Ballot, Snapshot, Tally, View
from desktop.document.keyed import find
from desktop.document.project import Goal, Metric, Persona
from desktop.document.snapshots import map_at
from grids import card, lane, project, with_map
from stories import Story

MAP = "m"


@pytest.fixture
def whole():
    return project(lane(card(1), card(2, step=1)))


def snap(whole, name):
    return take_snapshot(whole, MAP, name.title(), "2025-03-01", new_id=lambda: name)


def texts(whole):
    return [each.text for each in whole.maps[0].lanes[0].cards]


def ids(whole):
    return [each.id for each in whole.maps[0].snapshots]


def three(whole):
    """Snapshots a, b, c with another text of the first card in each."""
    for name in "abc":
        whole = snap(edit_cards(whole, MAP, ["c1"], text=name), name)
    return whole


def test_a_snapshot_has_title_date_and_a_place_behind_the_others(whole):
    first, second = snap(snap(whole, "b"), "a").maps[0].snapshots[::-1]
    assert (first.title, first.date) == ("B", "2025-03-01")
    assert first.rank < second.rank


def test_taking_a_snapshot_changes_nothing_else(whole):
    after = snap(whole, "a")
    assert changed(after.maps[0], snapshots=()) == whole.maps[0]
    assert after.maps[0].lanes is whole.maps[0].lanes


def test_a_wrong_date_is_refused(whole):
    with pytest.raises(EditError, match=r"field\.refused"):
        take_snapshot(whole, MAP, "A", "yesterday", new_id=lambda: "a")


def test_after_one_that_cannot_be_read_the_next_is_whole(whole):
    spoilt = with_map(whole, snapshots=(Snapshot(id="bad", content=3),))
    after = snap(spoilt, "zz")
    assert set(find(after.maps[0].snapshots, "zz").content) == {"map"}
    assert find(after.maps[0].snapshots, "bad").content == 3


def test_a_map_nested_too_deeply_for_a_snapshot_is_refused(whole):
    deep: object = 1
    for _ in range(190):
        deep = [deep]
    odd = project(lane(card(1, x_deep=deep)))
    with pytest.raises(EditError, match=r"snapshot\.deep"):
        snap(odd, "a")


def test_a_snapshot_is_renamed(whole):
    after = rename_snapshot(snap(whole, "a"), MAP, "a", "Kick-off")
    assert after.maps[0].snapshots[0].title == "Kick-off"


@pytest.mark.parametrize("edit", [lambda p: rename_snapshot(p, MAP, "x", "T"), lambda p: remove_snapshot(p, MAP, "x")])
def test_one_that_is_not_there_is_refused(whole, edit):
    with pytest.raises(EditError, match="missing"):
        edit(whole)


@pytest.mark.parametrize("gone", "abc")
def test_the_others_are_as_they_were_when_one_is_removed(whole, gone):
    before = three(whole)
    after = remove_snapshot(before, MAP, gone)
    assert ids(after) == [name for name in "abc" if name != gone]
    for name in ids(after):
        assert map_at(after.maps[0], name) == map_at(before.maps[0], name)


def test_all_can_be_removed(whole):
    after = three(whole)
    for name in "bac":
        after = remove_snapshot(after, MAP, name)
    assert ids(after) == []


def test_what_a_later_version_wrote_beside_the_content_survives_a_removal(whole):
    before = three(whole)
    later = changed(find(before.maps[0].snapshots, "b"), content={**before.maps[0].snapshots[1].content, "x_note": [1]})
    before = with_map(before, snapshots=(before.maps[0].snapshots[0], later, before.maps[0].snapshots[2]))
    content = find(remove_snapshot(before, MAP, "a").maps[0].snapshots, "b").content
    assert content["x_note"] == [1]
    assert set(content) == {"map", "x_note"}


def test_an_unreadable_one_on_which_others_build_stays(whole):
    before = three(whole)
    spoilt = changed(before.maps[0].snapshots[0], content=3)
    before = with_map(before, snapshots=(spoilt, *before.maps[0].snapshots[1:]))
    with pytest.raises(EditError, match=r"snapshot\.needed"):
        remove_snapshot(before, MAP, "a")


def test_an_unreadable_one_alone_can_be_removed(whole):
    spoilt = with_map(whole, snapshots=(Snapshot(id="bad", content=3),))
    assert ids(remove_snapshot(spoilt, MAP, "bad")) == []


def test_the_map_is_restored_and_its_snapshots_stay(whole):
    after = restored(three(whole), MAP, "a")
    assert texts(after) == ["a", "Asks"]
    assert ids(after) == ["a", "b", "c"]
    assert after.maps[0].id == MAP


def test_restoring_what_is_there_gives_the_same_project(whole):
    before = snap(whole, "a")
    assert restored(before, MAP, "a").maps[0] is before.maps[0]


def test_cards_that_were_removed_come_back_with_their_ids(whole):
    after = restored(remove_cards(snap(whole, "a"), MAP, ["c2"]), MAP, "a")
    assert [each.id for each in after.maps[0].lanes[0].cards] == ["c1", "c2"]


def test_one_that_cannot_be_read_is_refused(whole):
    with pytest.raises(EditError, match=r"snapshot\.unreadable"):
        restored(with_map(whole, snapshots=(Snapshot(id="bad", content=3),)), MAP, "bad")


def test_agenda_views_and_ballots_are_those_of_now_without_what_there_was_not_yet(whole):
    before = snap(whole, "a")
    now = with_map(
        before,
        lanes=(*before.maps[0].lanes, lane(card(9), kind="pains")),
        agenda=(AgendaPoint(id="p", title="Pains", lane="l-pains", stages=("s0", "s9")),),
        views=(View(id="v", lanes=("l-actions", "l-pains"), stages=("s9",)),),
        ballots=(Ballot(id="b", options=("c1", "c9"), tallies=(Tally(card="c9", votes=3), Tally(card="c1", votes=1))),),
    )
    after = restored(now, MAP, "a").maps[0]
    assert (after.agenda[0].lane, after.agenda[0].stages) == ("", ("s0",))
    assert (after.views[0].lanes, after.views[0].stages) == (("l-actions",), ())
    assert after.ballots[0].options == ("c1",)
    assert [tally.card for tally in after.ballots[0].tallies] == ["c1"]


def test_persona_goal_and_metric_that_are_gone_are_not_named(whole):
    named = changed(
        whole,
        personas=(Persona(id="ana"),),
        goals=(Goal(id="aim"),),
        metrics=(Metric(id="csat"),),
        maps=(changed(project(lane(card(1, persona="ana"))).maps[0], persona="ana", goals=("aim",)),),
    )
    bare = remove_metric(remove_goal(remove_persona(snap(named, "a"), "ana"), "aim"), "csat")
    after = restored(bare, MAP, "a")
    assert (after.maps[0].persona, after.maps[0].goals) == ("", ())
    assert after.maps[0].lanes[0].cards[0].persona == ""
    assert check(after, ()) == ()


def test_a_lane_that_was_removed_comes_back(whole):
    two = with_map(whole, lanes=(*whole.maps[0].lanes, lane(card(9, kind="pain"), kind="pains")))
    after = restored(remove_lane(snap(two, "a"), MAP, "l-pains", new_id=None), MAP, "a")
    assert [each.id for each in after.maps[0].lanes] == ["l-actions", "l-pains"]


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_going_back_after_any_edits_leaves_nothing_dangling(seed):
    story = Story(seed)
    for _ in range(12):
        story.go_on()
    map_id = story.project.maps[0].id
    then = changed(story.project.maps[0], snapshots=())
    story.project = take_snapshot(story.project, map_id, "Then", "", new_id=lambda: "then")
    for _ in range(12):
        story.go_on()
    journey = find(story.project.maps, map_id)
    if journey is None or find(journey.snapshots, "then") is None:  # the story removes maps and snapshots, too
        return
    after = restored(story.project, map_id, "then")
    new = set(_wrong(after)) - set(_wrong(story.project))
    assert not new
    assert map_at(find(after.maps, map_id), "then") == then


def _wrong(whole):
    return [(each.code, each.path, each.detail) for each in check(whole, ()) if each.severity != "note"]
