"""The verbs of maps."""

import random

import pytest
from looking import desk_on, visit

from desktop.desk.desk import Desk
from desktop.desk.maps import Maps
from desktop.document.base import in_order
from desktop.document.checks import check
from desktop.document.ids import Ids, ids_of
from desktop.document.keyed import find
from desktop.resources import words
from desktop.session import Session


@pytest.fixture
def desk():
    return desk_on(
        visit(title="Visit"), visit(id="order", rank="a", title="Order"), visit(id="pay", rank="b", title="Pay")
    )


@pytest.fixture
def maps(desk):
    return Maps(desk)


@pytest.fixture
def said(desk):
    heard = []
    desk.said.connect(heard.append)
    return heard


def titles(desk):
    return [each.title for each in in_order(desk.project.maps)]


def test_a_new_map_stands_behind_the_one_shown_and_is_shown(desk, maps):
    maps.add()
    assert titles(desk) == ["Visit", "New map", "Order", "Pay"]
    assert desk.journey.title == "New map"


@pytest.fixture
def visiting(sample):
    """A desk on the restaurant visit."""
    return Desk(Session(sample), words("en"), Ids(random.Random(7).getrandbits, ids_of(sample.project)))


def test_a_new_map_has_the_lanes_and_the_persona_of_the_one_shown(visiting):
    desk, before = visiting, visiting.journey
    Maps(desk).add()
    assert [lane.title for lane in in_order(desk.journey.lanes)] == [lane.title for lane in in_order(before.lanes)]
    assert not any(lane.cards or lane.markers or lane.group for lane in desk.journey.lanes)
    assert not {lane.id for lane in desk.journey.lanes} & {lane.id for lane in before.lanes}
    assert desk.journey.persona == before.persona
    assert not check(desk.project, {})


def test_in_a_new_map_the_first_cell_is_lit(visiting):
    Maps(visiting).add()
    first = in_order(visiting.journey.lanes)[0]
    assert (visiting.target.lane, visiting.target.step) == (first.id, visiting.journey.stages[0].steps[0].id)


def test_adding_is_one_step(desk, maps):
    maps.add()
    desk.undo()
    assert titles(desk) == ["Visit", "Order", "Pay"]
    assert desk.map_id == "visit"


def test_any_map_is_renamed(desk, maps):
    maps.rename("pay", "  Leave ")
    assert titles(desk) == ["Visit", "Order", "Leave"]
    assert desk.map_id == "visit"


def test_a_map_is_called_ideal(desk, maps):
    maps.call("ideal")
    assert desk.journey.status == "ideal"


def test_copies_are_numbered(desk, maps):
    for _ in range(3):
        maps.duplicate()
    assert titles(desk)[:4] == ["Visit", "Visit (copy)", "Visit (copy 2)", "Visit (copy 3)"]
    maps.rename(desk.map_id, "Lunch? (at (noon)")
    maps.duplicate()
    assert desk.journey.title == "Lunch? (at (noon) (copy)"


def test_a_copy_stands_beside_its_original(desk, maps):
    maps.duplicate()
    assert titles(desk) == ["Visit", "Visit (copy)", "Order", "Pay"]
    assert (desk.journey.title, desk.journey.origin) == ("Visit (copy)", "visit")


def test_an_ideal_copy_keeps_the_title(desk, maps):
    desk.show_map("pay")
    maps.duplicate_as_ideal()
    assert titles(desk) == ["Visit", "Order", "Pay", "Pay"]
    assert desk.journey.status == "ideal"


def test_the_neighbour_is_shown_when_a_map_goes(desk, maps, said):
    desk.show_map("order")
    maps.remove()
    assert titles(desk) == ["Visit", "Pay"]
    assert desk.map_id == "pay"
    assert said == ["“Order” is deleted. Undo brings it back."]


def test_undo_brings_a_map_back_and_shows_it(desk, maps):
    desk.show_map("pay")
    maps.remove()
    assert desk.map_id == "order"
    desk.undo()
    assert (titles(desk), desk.map_id) == (["Visit", "Order", "Pay"], "pay")


def test_the_last_map_stays(maps, said):
    for _ in range(3):
        maps.remove()
    assert said[-1] == "A project keeps at least one map."


@pytest.mark.parametrize(("before", "order"), [("", ["Order", "Pay", "Visit"]), ("pay", ["Order", "Visit", "Pay"])])
def test_a_map_is_moved(desk, maps, before, order):
    maps.move("visit", before)
    assert titles(desk) == order


def test_the_map_shown_is_moved_step_by_step(desk, maps):
    maps.move_right()
    assert titles(desk) == ["Order", "Visit", "Pay"]
    maps.move_right()
    maps.move_right()
    assert titles(desk) == ["Order", "Pay", "Visit"]
    maps.move_left()
    assert titles(desk) == ["Order", "Visit", "Pay"]


def test_at_the_left_end_a_map_stays(desk, maps):
    maps.move_left()
    assert desk.session.undoable is None


def test_maps_are_shown_in_turn(desk, maps):
    shown = []
    for verb in (maps.show_next, maps.show_next, maps.show_next, maps.show_previous):
        verb()
        shown.append(desk.map_id)
    assert shown == ["order", "pay", "visit", "pay"]


def test_without_a_map_one_is_added_and_nothing_else_happens(desk, maps):
    bare = desk.project.model_copy(update={"maps": ()})
    desk.edit("Clear", bare)
    for verb in (maps.duplicate, maps.show_next, maps.move_left, maps.move_right):
        verb()
    assert desk.project.maps == ()
    maps.add()
    assert find(desk.project.maps, desk.map_id).title == "New map"
