"""The slot's way through the map by keys: where every key leads, and that nothing is left out."""

import pytest

from desks import desk_on, small_map
from desktop.desk.direction import Direction
from desktop.desk.lens import Lens
from desktop.desk.walk import Walk
from desktop.document.base import changed
from desktop.document.edits.cards import Spot, remove_cards
from desktop.document.journey import LaneGroup
from grids import project

KEYS = {"L": Direction.LEFT, "R": Direction.RIGHT, "U": Direction.UP, "D": Direction.DOWN}


@pytest.fixture
def desk():
    return desk_on()


@pytest.fixture
def walk(desk):
    return Walk(desk)


def go(walk, keys, extend=False):
    for key in keys:
        walk.go(KEYS[key], extend=extend)


def here(desk):
    """What one stands on, else the slot: “c1”, “l-more d2”."""
    if desk.selected:
        return " ".join(sorted(desk.selected))
    return f"{desk.target.lane} {desk.target.step}"


def way(desk, walk, keys):
    """Where each key leads."""
    places = []
    for key in keys:
        go(walk, key)
        places.append(here(desk))
    return places


def test_the_first_key_goes_to_the_first_cell(desk, walk):
    go(walk, "R")
    assert here(desk) == "c1"
    assert desk.target == Spot("l-actions", "d0", after="c1")


def test_down_goes_past_the_cards_of_a_cell_to_its_foot_and_on_to_the_next_lane(desk, walk):
    go(walk, "D")
    assert way(desk, walk, "DDDD") == ["c2", "l-actions d0", "m1", "m2"]


def test_up_is_the_same_way_back(desk, walk):
    down = way(desk, walk, "DDDDDDDDD")
    assert way(desk, walk, "UUUUUUUU") == down[-2::-1]


def test_the_free_place_at_the_foot_comes_after_the_last_card(desk, walk):
    go(walk, "DDD")
    assert desk.target == Spot("l-actions", "d0", after="c2")
    assert not desk.selected


def test_dividers_are_passed_over(desk, walk):
    desk.aim(Spot("l-thoughts", "d0"))
    assert way(desk, walk, "DU") == ["l-more d0", "l-thoughts d0"]


def test_the_last_place_is_the_foot_of_the_last_lane(desk, walk):
    desk.aim(Spot("l-more", "d0"))
    assert way(desk, walk, "DDD") == ["c5", "l-notes d0", "l-notes d0"]


def test_right_keeps_as_far_down_in_the_cell_as_there_is_something(desk, walk):
    desk.select(["c2"])
    assert way(desk, walk, "R") == ["l-actions d1"]
    desk.select(["c1"])
    assert way(desk, walk, "RR") == ["c3", "l-actions d3"]


def test_a_card_that_spans_is_left_at_its_other_end(desk, walk):
    desk.aim(Spot("l-actions", "d3"))
    assert way(desk, walk, "LL") == ["c3", "c1"]


def test_a_spanning_card_keeps_the_step_one_came_from(desk, walk):
    desk.aim(Spot("l-emotions", "d2"))
    go(walk, "UU")
    assert here(desk) == "c3"
    go(walk, "DD")
    assert desk.target.step == "d2"


def test_the_place_of_the_maps_persona_comes_first_then_the_markers_of_others(desk, walk):
    desk.aim(Spot("l-actions", "d2"))
    assert way(desk, walk, "DDD") == ["l-emotions d2", "m3", "c4"]


def test_a_place_with_her_marker_has_no_empty_one(desk, walk):
    desk.select(["m1"])
    assert way(desk, walk, "DU") == ["m2", "m1"]


def test_above_the_first_lane_are_the_headers(desk, walk):
    desk.select(["c3"])
    assert way(desk, walk, "UUUDDD") == ["d1", "s0", "s0", "d1", "c3", "l-actions d1"]


def test_headers_go_across(desk, walk):
    desk.select(["d0"])
    assert way(desk, walk, "LRRR") == ["d0", "d1", "d2", "d3"]
    go(walk, "U")
    assert way(desk, walk, "LR") == ["s0", "s1"]


def test_at_a_header_the_slot_is_in_its_first_cell(desk, walk):
    desk.select(["c1"])
    go(walk, "UR")
    assert desk.target == Spot("l-actions", "d1", after="c3")


def test_left_of_the_first_step_is_the_lanes_label(desk, walk):
    desk.select(["c1"])
    assert way(desk, walk, "LLDDDDU") == [
        "l-actions",
        "l-actions",
        "l-emotions",
        "l-thoughts",
        "l-visibility",
        "l-more",
        "l-visibility",
    ]


def test_from_a_label_one_goes_into_its_lane(desk, walk):
    desk.select(["l-thoughts"])
    assert way(desk, walk, "R") == ["l-thoughts d0"]
    desk.select(["l-visibility"])
    assert way(desk, walk, "R") == ["l-visibility"]


def test_above_the_first_label_is_the_first_step(desk, walk):
    desk.select(["l-actions"])
    assert way(desk, walk, "U") == ["d0"]


def test_home_and_end_stay_in_the_row(desk, walk):
    desk.select(["c3"])
    walk.end()
    assert here(desk) == "l-actions d3"
    walk.home()
    assert here(desk) == "c1"


def test_corners(desk, walk):
    walk.corner(first=False)
    assert here(desk) == "l-notes d3"
    walk.corner(first=True)
    assert here(desk) == "c1"


def test_pages_are_lanes(desk, walk):
    desk.select(["c2"])
    walk.page(1)
    assert here(desk) == "m2"
    walk.page(1)
    assert here(desk) == "l-thoughts d0"
    walk.page(-1)
    walk.page(-1)
    walk.page(-1)
    assert here(desk) == "c1"


def test_a_page_up_from_the_headers_stays(desk, walk):
    desk.select(["s1"])
    walk.page(1)
    assert here(desk) == "c3"


def test_onward_is_the_free_place_of_the_next_cell(desk, walk):
    desk.select(["c1"])
    walk.onward(1)
    assert here(desk) == "l-actions d1"
    assert desk.target == Spot("l-actions", "d1", after="c3")


def test_onward_goes_on_from_there(desk, walk):
    desk.aim(Spot("l-thoughts", "d0"))
    walk.onward(1)
    walk.onward(1)
    assert desk.target == Spot("l-thoughts", "d2", after="c4")
    walk.onward(-1)
    assert here(desk) == "l-thoughts d1"


@pytest.mark.parametrize(("lane", "by"), [("d3", 1), ("d0", -1)])
def test_onward_ends_at_the_edge_of_the_map(desk, walk, lane, by):
    desk.aim(Spot("l-thoughts", lane))
    walk.onward(by)
    assert here(desk) == f"l-thoughts {lane}"


def test_back_from_the_first_cell_is_its_own_free_place(desk, walk):
    desk.select(["c1"])
    walk.onward(-1)
    assert not desk.selected  # what is typed next must not take the place of a text
    assert desk.target == Spot("l-actions", "d0", after="c2")


def test_shift_selects_on(desk, walk):
    desk.select(["c1"])
    go(walk, "D", extend=True)
    assert here(desk) == "c1 c2"


def test_shift_back_over_a_card_lets_go_of_the_one_before(desk, walk):
    desk.select(["c1"])
    go(walk, "DU", extend=True)
    assert here(desk) == "c1"


def test_shift_over_free_places_keeps_what_is_selected(desk, walk):
    desk.select(["c1"])
    go(walk, "DDDD", extend=True)
    assert here(desk) == "c1 c2 m1 m2"


def test_between_two_cards_keys_lead_to_either(desk, walk):
    desk.aim(Spot("l-actions", "d0", after="c1"))
    assert way(desk, walk, "D") == ["c2"]
    desk.select([])
    desk.aim(Spot("l-actions", "d0", after="c1"))
    assert way(desk, walk, "U") == ["c1"]


def test_before_the_first_card_keys_lead_to_it_and_to_the_lane_above(desk, walk):
    desk.aim(Spot("l-actions", "d0", before="c1"))
    assert way(desk, walk, "D") == ["c1"]
    desk.select([])
    desk.aim(Spot("l-actions", "d0", before="c1"))
    assert way(desk, walk, "U") == ["d0"]


def test_what_somebody_else_selects_is_where_one_stands(desk, walk):
    go(walk, "DD")
    desk.select(["c4"])
    assert way(desk, walk, "D") == ["l-thoughts d2"]


def test_hidden_lanes_and_folded_stages_are_passed_over(desk, walk):
    desk.look(Lens(lanes=frozenset({"l-emotions"}), stages=frozenset({"s0"})))
    go(walk, "D")
    assert here(desk) == "c3"
    assert way(desk, walk, "DDLR") == ["l-actions d2", "c4", "l-thoughts", "c4"]


def test_a_card_that_went_is_not_stood_on(desk, walk):
    desk.select(["c1"])
    go(walk, "D")
    desk.attempt("Remove", lambda whole: remove_cards(whole, "m", ["c2"]))
    assert desk.target == Spot("l-actions", "d0")
    assert way(desk, walk, "U") == ["c1"]


def test_without_lanes_there_are_only_headers():
    desk = desk_on(project())
    walk = Walk(desk)
    assert way(desk, walk, "RRDUD") == ["d0", "d1", "d1", "s0", "d1"]
    assert desk.target is None


def test_without_steps_nothing_moves():
    desk = desk_on(project(steps=()))
    Walk(desk).go(Direction.DOWN)
    assert (desk.target, desk.selected) == (None, frozenset())


def test_every_card_marker_and_free_place_is_reached(desk, walk):
    walk.corner(first=True)
    seen = set()
    for _ in range(4):
        before = None
        while before != (desk.target, desk.selected):
            before = desk.target, desk.selected
            seen.add(here(desk))
            go(walk, "D")
        while not desk.selected & {"d0", "d1", "d2", "d3"}:
            go(walk, "U")
        go(walk, "RD")
    things = {"c1", "c2", "c3", "c4", "c5", "m1", "m2", "m3"}
    lanes = ("l-actions", "l-thoughts", "l-more", "l-notes")
    places = {f"{lane} d{step}" for lane in lanes for step in range(4)}
    felt = {f"l-emotions d{step}" for step in (1, 2, 3)}
    assert seen == things | places | felt


def test_the_group_that_is_folded_is_passed_over():
    whole = small_map()
    journey = whole.maps[0]
    lanes = tuple(
        changed(each, group="g") if each.id in {"l-emotions", "l-thoughts"} else each for each in journey.lanes
    )
    groups = (LaneGroup(id="g", folded=True),)
    desk = desk_on(changed(whole, maps=(changed(journey, lanes=lanes, groups=groups),)))
    walk = Walk(desk)
    desk.aim(Spot("l-actions", "d3"))
    assert way(desk, walk, "D") == ["l-more d3"]
