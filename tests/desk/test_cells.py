"""Cells, lanes that are shown, and a slot that stays on what exists."""

import pytest

from desks import desk_on, small_map
from desktop.desk.cells import cards_in, holds_cards, markers_in, nearest, shown_lanes, standing
from desktop.desk.lens import CLEAR, Lens
from desktop.document.base import changed
from desktop.document.edits.cards import Spot
from desktop.document.edits.lanes import hide_lane, lock_lane
from desktop.document.locate import columns_of
from grids import card, lane


@pytest.fixture
def journey():
    return small_map().maps[0]


def the(journey, lane_id):
    return next(each for each in journey.lanes if each.id == lane_id)


def test_lanes_are_shown_in_their_order_without_those_hidden_in_map_or_lens(journey):
    whole = hide_lane(small_map(), "m", "l-more", True)
    shown = shown_lanes(whole.maps[0], Lens(lanes=frozenset({"l-thoughts"})))
    assert [each.id for each in shown] == ["l-actions", "l-emotions", "l-visibility", "l-notes"]


def test_emotions_and_dividers_hold_no_cards(journey):
    assert [holds_cards(the(journey, one)) for one in ("l-emotions", "l-visibility", "l-notes")] == [False, False, True]


@pytest.mark.parametrize(("column", "ids"), [(0, ["c1", "c2"]), (1, ["c3"]), (2, ["c3"]), (3, [])])
def test_a_card_is_in_every_cell_that_it_spans(journey, column, ids):
    assert [one.id for one in cards_in(the(journey, "l-actions"), columns_of(journey), column)] == ids


def test_the_markers_of_a_persona_come_first(journey):
    assert [one.id for one in markers_in(the(journey, "l-emotions"), "d0", "ana")] == ["m2", "m1"]
    assert [one.id for one in markers_in(the(journey, "l-emotions"), "d0", "maya")] == ["m1", "m2"]


def nearest_to(journey, home, *cards, down=1):
    found = nearest(shown_lanes(journey, CLEAR), home, cards, down)
    return found.id if found else None


def test_the_nearest_lane_is_one_of_the_kind(journey):
    assert nearest_to(journey, "l-actions", card(1)) == "l-more"
    assert nearest_to(journey, "l-more", card(1), down=-1) == "l-actions"
    assert nearest_to(journey, "l-more", card(1)) is None


def test_notes_go_to_every_lane_for_cards(journey):
    assert nearest_to(journey, "l-actions", card(1, "note")) == "l-thoughts"


def test_a_lane_must_take_all(journey):
    assert nearest_to(journey, "l-actions", card(1), card(2, "thought")) is None


def test_a_locked_lane_takes_nothing():
    whole = lock_lane(small_map(), "m", "l-more", True)
    assert nearest_to(whole.maps[0], "l-actions", card(1)) is None


def test_from_a_lane_that_is_not_shown_none_is_nearest(journey):
    assert nearest_to(journey, "elsewhere", card(1)) is None


@pytest.mark.parametrize(
    ("spot", "stands"),
    [
        (Spot("l-actions", "d0", "c1", "c2"), Spot("l-actions", "d0", "c1", "c2")),
        (Spot("l-actions", "d0", "gone", "c2"), Spot("l-actions", "d0", "", "c2")),
        (Spot("l-actions", "d0", "c4"), Spot("l-actions", "d0")),
        (Spot("l-actions", "gone"), None),
        (Spot("gone", "d0"), None),
    ],
)
def test_a_slot_loses_what_is_gone(journey, spot, stands):
    assert standing(journey, spot) == stands


def test_a_slot_that_stands_stays_the_same_object(journey):
    spot = Spot("l-actions", "d0", "c1")
    assert standing(journey, spot) is spot


def test_the_desk_keeps_its_target_on_what_exists():
    desk = desk_on()
    aimed = []
    desk.aim(Spot("l-actions", "d0", after="c2"))
    desk.aimed.connect(lambda: aimed.append(desk.target))
    journey = desk.journey
    fewer = changed(the(journey, "l-actions"), cards=(card(1),))
    lanes = tuple(fewer if each.id == fewer.id else each for each in journey.lanes)
    desk.edit("Fewer", changed(desk.project, maps=(changed(journey, lanes=lanes),)))
    assert aimed == [Spot("l-actions", "d0")]


def test_the_target_goes_with_its_lane():
    desk = desk_on()
    desk.aim(Spot("l-more", "d0"))
    desk.edit("None", changed(desk.project, maps=(changed(desk.journey, lanes=(lane(),)),)))
    assert desk.target is None
