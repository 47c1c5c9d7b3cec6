"""A desk keeps map, selection and target on what exists, and tells of each change once."""

import random

import pytest

from desktop import resources
from desktop.desk.desk import Desk
from desktop.desk.lens import CLEAR, Lens
from desktop.document.edits.cards import Spot, edit_cards, remove_cards
from desktop.document.edits.lanes import lock_lane, remove_lane
from desktop.document.edits.maps import duplicate_map, remove_map
from desktop.document.ids import Ids, ids_of
from desktop.session import Session


@pytest.fixture
def desk(sample):
    session = Session(sample)
    return Desk(session, resources.words("en"), Ids(random.Random(7).getrandbits, ids_of(session.project)))


@pytest.fixture
def told(desk):
    heard = []
    for name in ("shown", "picked", "aimed"):
        getattr(desk, name).connect(lambda name=name: heard.append(name))
    desk.said.connect(heard.append)
    return heard


@pytest.fixture
def lane(desk):
    return next(lane for lane in desk.journey.lanes if lane.kind == "actions")


def spot(desk, lane):
    return Spot(lane.id, desk.journey.stages[0].steps[0].id)


def test_the_first_map_is_shown(desk):
    assert desk.journey is desk.project.maps[0]


def test_only_what_is_there_is_selected(desk, lane, told):
    desk.select([lane.cards[0].id, "gone"])
    desk.select([lane.cards[0].id])
    assert desk.selected == {lane.cards[0].id}
    assert told == ["picked"]


def test_an_edit_is_told_and_selects(desk, lane, told):
    card = lane.cards[0].id
    assert desk.attempt("Edit", lambda p: edit_cards(p, desk.map_id, [card], text="other"), [card])
    assert told == ["shown", "picked"]
    assert desk.selected == {card}


def test_an_edit_that_changes_nothing_tells_nothing(desk, lane, told):
    assert not desk.attempt("Edit", lambda p: p, [lane.cards[0].id])
    assert not told


def test_what_is_removed_is_no_longer_selected(desk, lane, told):
    desk.select([lane.cards[0].id, lane.cards[1].id])
    desk.attempt("Remove", lambda p: remove_cards(p, desk.map_id, [lane.cards[0].id]))
    assert desk.selected == {lane.cards[1].id}
    assert told == ["picked", "shown", "picked"]


def test_an_impossible_edit_is_said_in_words(desk, lane, told):
    desk.attempt("Lock", lambda p: lock_lane(p, desk.map_id, lane.id, True))
    before = desk.project
    assert not desk.attempt("Remove", lambda p: remove_cards(p, desk.map_id, [lane.cards[0].id]))
    assert desk.project is before
    assert "locked" in told[-1]


def test_undo_selects_what_it_was_about(desk, lane):
    card = lane.cards[0].id
    desk.attempt("Edit", lambda p: edit_cards(p, desk.map_id, [card], text="other"), [card])
    desk.select(())
    assert desk.undo().label == "Edit"
    assert desk.selected == {card}
    assert desk.redo().label == "Edit"
    assert desk.undo()
    assert desk.undo() is None


def test_undo_shows_the_map_where_it_happened(desk, lane):
    first = desk.map_id
    desk.attempt("Copy", lambda p: duplicate_map(p, first, "Other", new_id=desk.new_id))
    other = next(each.id for each in desk.project.maps if each.id != first)
    desk.attempt("Edit", lambda p: edit_cards(p, first, [lane.cards[0].id], text="other"))
    desk.show_map(other)
    desk.undo()
    assert desk.map_id == first


def test_a_map_that_is_removed_gives_way_to_another(desk):
    first = desk.map_id
    desk.attempt("Copy", lambda p: duplicate_map(p, first, "Other", new_id=desk.new_id))
    desk.attempt("Remove", lambda p: remove_map(p, first))
    assert desk.journey is desk.project.maps[0]


def test_the_target_goes_with_its_lane(desk, lane, told):
    desk.aim(spot(desk, lane))
    desk.aim(spot(desk, lane))
    assert told == ["aimed"]
    desk.attempt("Remove", lambda p: remove_lane(p, desk.map_id, lane.id, new_id=desk.new_id))
    assert desk.target is None
    assert told == ["aimed", "aimed", "shown"]


def test_every_map_has_its_own_lens(desk, lane, told):
    first = desk.map_id
    desk.attempt("Copy", lambda p: duplicate_map(p, first, "Other", new_id=desk.new_id))
    lens = Lens(lanes=frozenset([lane.id]))
    desk.look(lens)
    desk.look(lens)
    desk.show_map(next(each.id for each in desk.project.maps if each.id != first))
    assert desk.lens is CLEAR
    desk.show_map(first)
    assert desk.lens == lens
    assert told.count("shown") == 4


def test_a_desk_that_was_left_follows_no_more(desk, lane, told):
    desk.leave()
    desk.session.edit("Edit", edit_cards(desk.project, desk.map_id, [lane.cards[0].id], text="other"))
    assert not told


def test_one_edit_of_several_things_is_one_step(desk, told):
    ids = [lane.id for lane in desk.journey.lanes]
    assert desk.attempt_each("Lock", lambda project, map_id, one: lock_lane(project, map_id, one, True), ids)
    assert all(lane.locked for lane in desk.journey.lanes)
    desk.undo()
    assert desk.session.undoable is None
    assert not desk.attempt_each("Lock", lambda *_: pytest.fail("there is nothing to edit"), ())
    assert told == ["shown", "shown"]


def test_what_is_selected_is_known_by_what_it_is(desk, lane):
    desk.select([lane.id, lane.cards[0].id])
    assert (desk.chosen.lanes, desk.chosen.cards) == ((lane,), (lane.cards[0],))
    empty = desk.project.model_copy(update={"maps": ()})
    desk.edit("Empty", empty)
    assert desk.chosen.ids == frozenset()
