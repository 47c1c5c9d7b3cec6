"""Snapshots as a person takes them, names them and goes back to them."""

from datetime import UTC, datetime

import pytest
from looking import desk_on

from desktop.desk.snapshots import NOW, Snapshots
from desktop.document.base import changed
from desktop.document.edits.cards import edit_cards, remove_cards
from desktop.document.journey import Snapshot
from grids import card, lane, project

VISIT = project(lane(card(1), card(2, step=1))).maps[0]


@pytest.fixture
def desk():
    return desk_on(VISIT)


@pytest.fixture
def snapshots(desk):
    return Snapshots(desk, lambda: datetime(2025, 3, 1, 14, 20, tzinfo=UTC))


@pytest.fixture
def said(desk):
    heard = []
    desk.said.connect(heard.append)
    return heard


def write(desk, text):
    desk.attempt("Edit", lambda whole: edit_cards(whole, "m", ["c1"], text=text))


def titles(snapshots):
    return [each.title for each in snapshots.kept]


def text(whole):
    return whole.maps[0].lanes[0].cards[0].text


def test_one_is_taken_under_a_title_with_the_time(desk, snapshots, said):
    assert snapshots.take()
    assert (snapshots.kept[0].title, snapshots.kept[0].date) == ("Snapshot 1 · 14:20", "2025-03-01")
    assert desk.session.undoable.label == "Snapshot “Snapshot 1 · 14:20”"
    assert said == ["Snapshot “Snapshot 1 · 14:20” taken."]


def test_the_latest_comes_first(snapshots):
    for title in ("One", "Two", "Three"):
        snapshots.take(f" {title} ")
    assert titles(snapshots) == ["Three", "Two", "One"]


def test_no_title_is_suggested_twice(snapshots):
    snapshots.take("Snapshot 2 · 14:20")
    assert snapshots.suggested() == "Snapshot 3 · 14:20"


def test_taking_one_is_one_undo_step(desk, snapshots):
    snapshots.take()
    desk.undo()
    assert (snapshots.kept, desk.journey) == ([], VISIT)


def test_it_is_renamed_and_never_left_without_a_title(snapshots):
    snapshots.take("One")
    snapshots.rename(snapshots.kept[0].id, "  Kick-off ")
    snapshots.rename(snapshots.kept[0].id, "  ")
    assert titles(snapshots) == ["Kick-off"]


def test_it_is_removed(desk, snapshots):
    snapshots.take("One")
    snapshots.remove(snapshots.kept[0].id)
    assert titles(snapshots) == []
    desk.undo()
    assert titles(snapshots) == ["One"]


def test_the_map_is_restored_with_an_offer_to_undo(desk, snapshots):
    offers = []
    desk.offered.connect(offers.append)
    snapshots.take("One")
    write(desk, "Calls")
    assert snapshots.restore(snapshots.kept[0].id)
    assert text(desk.project) == "Asks"
    assert offers[0].sentence == "The map is as it was in “One”."
    offers[0].choices[0].do()
    assert text(desk.project) == "Calls"


def test_restoring_what_is_there_changes_nothing(desk, snapshots):
    snapshots.take("One")
    assert not snapshots.restore(snapshots.kept[0].id)
    assert desk.session.undoable.label == "Snapshot “One”"


def test_what_changed_since_and_between_two(desk, snapshots):
    snapshots.take("One")
    write(desk, "Calls")
    snapshots.take("Two")
    desk.attempt("Remove", lambda whole: remove_cards(whole, "m", ["c2"]))
    two, one = (each.id for each in snapshots.kept)
    assert [each.code for each in snapshots.between(one, two)] == ["changed"]
    assert [each.code for each in snapshots.between(two, NOW)] == ["removed"]
    assert [each.code for each in snapshots.between(one, NOW)] == ["changed", "removed"]
    assert [each.code for each in snapshots.between(NOW, two)] == ["added"]


def test_taking_one_is_no_difference(snapshots):
    snapshots.take("One")
    snapshots.take("Two")
    assert snapshots.between(snapshots.kept[1].id, NOW) == ()


def test_one_that_cannot_be_read_has_no_state(desk, snapshots, said):
    spoilt = changed(desk.journey, snapshots=(Snapshot(id="bad", title="Bad", content=3),))
    desk.edit("Spoil", changed(desk.project, maps=(spoilt,)))
    assert (snapshots.state("bad"), snapshots.between("bad", NOW), snapshots.is_readable("bad")) == (None, None, False)
    assert not snapshots.restore("bad")
    assert said == ["This version cannot read the snapshot."]


def test_titles_are_told_also_of_now_and_of_one_without(desk, snapshots):
    bare = changed(desk.journey, snapshots=(Snapshot(id="bare", content=3),))
    desk.edit("Add", changed(desk.project, maps=(bare,)))
    assert (snapshots.title("bare"), snapshots.title(NOW)) == ("Snapshot", "Now")


def test_the_map_of_then_is_compared_without_being_read_again(desk, snapshots, monkeypatch):
    snapshots.take("One")
    then = snapshots.past(snapshots.kept[0].id)
    write(desk, "Calls")
    known = snapshots.between(snapshots.kept[0].id, NOW)
    monkeypatch.setattr(snapshots, "_read", lambda _journey: pytest.fail("read again"))
    assert snapshots.since(then) == known
    assert [each.thing.id for each in known] == ["c1"]


def test_what_was_done_to_the_rest_of_the_project_is_not_told_of(desk, snapshots):
    snapshots.take("One")
    then = snapshots.past(snapshots.kept[0].id)
    desk.attempt("Edit", lambda whole: changed(whole, title="Another"))
    assert snapshots.since(then) == ()
    assert snapshots.around(then).title == "Another"
