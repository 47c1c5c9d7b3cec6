"""What a command is about: the selection, else the place of the dashed slot."""

import pytest
from looking import desk_on, project, visit

from desktop.desk.concern import TASTE, abilities, behind, concern, first_of
from desktop.desk.desk import Desk
from desktop.desk.lens import Lens
from desktop.document.cards import Picture
from desktop.document.edits.cards import Spot, convert_cards, edit_cards
from desktop.document.edits.lanes import hide_lane, lock_lane
from desktop.document.things import things
from desktop.session import Session
from desktop.storage.reader import Opened


@pytest.fixture
def desk():
    return desk_on()


def named(things):
    return [thing.id for thing in things]


@pytest.mark.parametrize(
    ("selected", "stages", "steps", "lanes"),
    [
        (("a1",), ["come"], ["find"], ["acts"]),
        (("a4", "p1"), ["come", "dine"], ["enter", "eat"], ["acts", "hurts"]),
        (("m1",), ["come"], ["find"], ["mood"]),
        (("dine",), ["dine"], ["order", "eat"], []),
        (("pay", "enter"), ["come", "go"], ["enter", "pay"], []),
        (("notes", "acts"), [], [], ["acts", "notes"]),
        (("hurts", "a1"), ["come"], ["find"], ["hurts"]),
    ],
)
def test_the_selection_counts(desk, selected, stages, steps, lanes):
    desk.select(selected)
    found = concern(desk)
    assert (named(found.stages), named(found.steps), named(found.lanes)) == (stages, steps, lanes)


def test_without_a_selection_the_slot_counts(desk):
    desk.aim(Spot("hurts", "pay"))
    found = concern(desk)
    assert (named(found.stages), named(found.steps), named(found.lanes)) == (["go"], ["pay"], ["hurts"])


def test_the_selection_comes_before_the_slot(desk):
    desk.aim(Spot("hurts", "pay"))
    desk.select(("a1",))
    assert named(concern(desk).lanes) == ["acts"]


def test_nothing_is_concerned_where_nobody_points(desk):
    found = concern(desk)
    assert (found.stages, found.steps, found.lanes, found.picked.ids) == ((), (), (), frozenset())


def test_without_a_map_there_is_nothing():
    bare = Desk(Session(Opened(project(visit()).model_copy(update={"maps": ()}), {})), str, str)
    assert concern(bare).steps == ()
    assert abilities(bare) == frozenset()


def test_a_map_is_something_to_work_on(desk):
    assert abilities(desk) == {"map"}


@pytest.mark.parametrize(
    ("selected", "able"),
    [
        (("a1",), {"thing", "card", "stage", "step", "lane"}),
        (("m1",), {"thing", "marker", "stage", "step", "lane", "group"}),
        (("acts", "notes"), {"thing", "lane", "lanes"}),
        (("dine",), {"thing", "stage", "step"}),
    ],
)
def test_what_is_selected_can_be_worked_on(desk, selected, able):
    desk.select(selected)
    assert abilities(desk) == {"map", *able}


def test_a_card_with_a_picture_is_told(desk):
    desk.select(("a1",))
    frame = Picture(asset="ab" * 32)
    desk.attempt("Show", lambda project: edit_cards(project, "visit", ["a1"], picture=frame))
    assert "picture" in abilities(desk)


def test_a_slot_is_enough_for_columns_and_lanes(desk):
    desk.aim(Spot("acts", "find"))
    assert abilities(desk) == {"map", "stage", "step", "lane"}


def test_several_maps_can_be_changed_between():
    assert "maps" in abilities(desk_on(visit(), visit(id="other", rank="z")))


def test_locked_and_hidden_lanes_are_told(desk):
    desk.attempt("Lock", lambda project: lock_lane(project, "visit", "acts", True))
    desk.attempt("Hide", lambda project: hide_lane(project, "visit", "notes", True))
    desk.select(("acts",))
    assert {"locked", "hidden"} <= abilities(desk)


def test_a_lane_hidden_by_the_lens_can_be_shown(desk):
    desk.look(Lens(lanes=frozenset({"notes"})))
    assert "hidden" in abilities(desk)


def test_of_thousands_a_taste_is_enough(desk, sample, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "desktop.desk.concern.things", lambda journey, ids: asked.append(len(ids)) or things(journey, ids)
    )
    big = Desk(Session(sample), str, str)
    big.select(card.id for lane in big.journey.lanes for card in lane.cards)
    assert "card" in abilities(big)
    assert asked == [TASTE]


def test_rows_have_a_first_and_what_is_behind(desk):
    row = concern(desk, ("come", "dine", "go")).stages
    assert first_of(row) == "come"
    assert first_of(()) == ""
    assert behind(row, row[:1]) == "dine"
    assert behind(row, row) == ""


def test_opportunities_are_told_and_one_that_is_selected_alone(desk):
    desk.attempt("Think", lambda project: convert_cards(project, "visit", ["a1"], "opportunity"))
    assert abilities(desk) == {"map", "opportunities", "plans"}
    desk.select(("a1",))
    assert {"opportunity", "opportunities"} <= abilities(desk)
    desk.select(("a1", "m1"))
    assert "opportunity" not in abilities(desk)


def test_opportunities_of_a_hidden_lane_do_not_count(desk):
    desk.attempt("Think", lambda project: convert_cards(project, "visit", ["a1"], "opportunity"))
    desk.attempt("Hide", lambda project: hide_lane(project, "visit", "acts", True))
    assert "opportunities" not in abilities(desk)


@pytest.mark.parametrize("kind", ["opportunity", "tactic", "experiment"])
def test_what_stands_in_tables_is_told(desk, kind):
    assert "plans" not in abilities(desk)
    desk.attempt("Think", lambda project: convert_cards(project, "visit", ["a1"], kind))
    assert "plans" in abilities(desk)
    assert ("opportunities" in abilities(desk)) == (kind == "opportunity")
