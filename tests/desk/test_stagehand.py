"""What is made ready when a point begins."""

import pytest

from desks import desk_on, small_map
from desktop.desk.lens import CLEAR, Lens
from desktop.desk.stagehand import Stagehand, first_empty
from desktop.document.base import changed
from desktop.document.edits.agenda import add_point
from desktop.document.edits.cards import Spot
from desktop.document.edits.lanes import edit_group, group_lanes, hide_lane
from desktop.document.journey import AgendaPoint
from desktop.document.keyed import find
from shows import Ear


@pytest.fixture
def desk():
    return desk_on()


@pytest.fixture
def stagehand(desk):
    return Stagehand(desk)


def about(lane="", kind="", stages=()):
    return AgendaPoint(id="g", title="Round", lane=lane, kind=kind, stages=stages)


def lane(desk, name):
    return find(desk.journey.lanes, name)


def test_the_slot_stands_in_the_first_empty_cell(desk, stagehand):
    stagehand.set(about("l-thoughts"))
    assert desk.target == Spot("l-thoughts", "d0")


def test_cards_that_reach_over_a_cell_fill_it(desk, stagehand):
    stagehand.set(about("l-actions"))
    assert desk.target == Spot("l-actions", "d3")


def test_feelings_fill_their_steps(desk, stagehand):
    stagehand.set(about("l-emotions"))
    assert desk.target == Spot("l-emotions", "d1")


def test_only_the_stages_of_the_point_are_looked_at(desk, stagehand):
    stagehand.set(about("l-thoughts", stages=("s1",)))
    assert desk.target == Spot("l-thoughts", "d3")


def test_where_all_is_full_it_stands_in_the_first(desk):
    whole = small_map()
    full = find(whole.maps[0].lanes, "l-thoughts")
    assert first_empty(whole.maps[0], full, ["d2"]) == Spot("l-thoughts", "d2")


def test_a_line_and_a_map_without_steps_have_no_slot(desk):
    assert first_empty(desk.journey, lane(desk, "l-visibility"), ["d0"]) is None
    assert first_empty(desk.journey, lane(desk, "l-thoughts"), []) is None


def test_nothing_stays_selected(desk, stagehand):
    desk.select(("c1",))
    stagehand.set(about("l-thoughts"))
    assert desk.selected == frozenset()


def test_a_point_about_no_lane_leaves_the_slot(desk, stagehand):
    desk.aim(Spot("l-thoughts", "d1"))
    stagehand.set(about())
    assert desk.target == Spot("l-thoughts", "d1")


def test_the_lane_of_its_kind_nearest_to_the_slot_is_opened(desk, stagehand):
    desk.aim(Spot("l-more", "d1"))
    stagehand.set(about(kind="actions"))
    assert desk.target.lane == "l-more"


def test_a_lane_that_the_lens_hides_is_shown_by_it(desk, stagehand):
    desk.look(Lens(lanes=frozenset(("l-thoughts", "l-notes"))))
    before = desk.project
    stagehand.set(about("l-thoughts"))
    assert desk.lens.lanes == {"l-notes"}
    assert desk.project is before


def test_a_lane_that_the_map_hides_is_shown_in_one_step(desk, stagehand):
    desk.edit("", hide_lane(desk.project, "m", "l-thoughts", True))
    stagehand.set(about("l-thoughts"))
    assert not lane(desk, "l-thoughts").hidden
    assert desk.undo().label == "Show Thoughts"


def test_a_folded_group_is_unfolded(desk, stagehand):
    grouped = group_lanes(desk.project, "m", ("l-thoughts", "l-emotions"), "Inside", new_id=lambda: "inside")
    desk.edit("", edit_group(grouped, "m", "inside", folded=True))
    stagehand.set(about("l-thoughts"))
    assert not find(desk.journey.groups, "inside").folded


def test_nothing_is_edited_in_a_file_that_is_only_read(desk, stagehand):
    desk.edit("", hide_lane(desk.project, "m", "l-thoughts", True))
    desk.session.read_only = True
    refused = Ear(desk.session.refused)
    stagehand.set(about("l-thoughts"))
    assert (lane(desk, "l-thoughts").hidden, refused.heard) == (True, [])


def test_folded_stages_of_the_point_are_unfolded(desk, stagehand):
    desk.look(Lens(stages=frozenset(("s0", "s1"))))
    stagehand.set(about("l-thoughts", stages=("s1",)))
    assert desk.lens.stages == {"s0"}


def test_folded_stages_are_left_out_where_the_point_names_none(desk, stagehand):
    desk.look(Lens(stages=frozenset(("s0",))))
    stagehand.set(about("l-thoughts"))
    assert (desk.lens.stages, desk.target.step) == ({"s0"}, "d3")


def test_all_are_unfolded_where_nothing_would_be_left(desk, stagehand):
    desk.look(Lens(stages=frozenset(("s0", "s1"))))
    stagehand.set(about("l-thoughts"))
    assert desk.lens == CLEAR


def test_a_lane_that_is_missing_is_offered(desk, stagehand):
    offers = Ear(desk.offered)
    stagehand.set(about(kind="quotes"))
    (offer,) = offers.heard
    assert offer.sentence == "“Round” is about a lane that the map does not have: Quotes"
    assert [choice.words for choice in offer.choices] == ["Make it"]


def test_it_is_made_and_opened_for_the_point(desk, stagehand):
    desk.edit("", add_point(desk.project, "m", "Round", new_id=lambda: "g", kind="quotes"))
    offers = Ear(desk.offered)
    stagehand.set(find(desk.journey.agenda, "g"))
    offers.heard[0].choices[0].do()
    made = lane(desk, desk.target.lane)
    assert (made.kind, find(desk.journey.agenda, "g").lane) == ("quotes", made.id)


def test_nothing_is_offered_in_a_file_that_is_only_read(desk, stagehand):
    desk.session.read_only = True
    offers = Ear(desk.offered)
    stagehand.set(about(kind="quotes"))
    assert offers.heard == []


def test_without_a_map_there_is_nothing_to_set():
    whole = small_map()
    bare = desk_on(changed(whole, maps=()))
    Stagehand(bare).set(about("l-thoughts"))
    assert bare.target is None
