"""Two states of a map in one: what has gone stands where it stood."""

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.document.base import changed
from desktop.document.cards import Marker
from desktop.document.edits.cards import Spot, edit_cards, move_cards, remove_cards
from desktop.document.edits.lanes import remove_lane
from desktop.document.edits.stages import remove_stage
from desktop.document.ids import ids_of
from desktop.document.journey import LaneGroup, Link, Task
from desktop.document.keyed import find, is_tidy
from desktop.document.locate import cards_of, columns_of
from desktop.document.together import together
from grids import card, lane, project, with_map
from stories import Story

MAP = "m"


def both(before, after):
    return together(before.maps[0], after.maps[0])


def visit(*lanes, **fields):
    return project(*(lanes or (lane(card(1), card(2, step=1)),)), **fields)


def test_of_one_state_twice_nothing_comes():
    whole = visit()
    assert both(whole, whole) == whole.maps[0]


def test_a_card_that_has_gone_stands_in_its_old_cell():
    whole = visit()
    seen = both(whole, remove_cards(whole, MAP, ["c2"]))
    assert find(seen.lanes[0].cards, "c2") == find(whole.maps[0].lanes[0].cards, "c2")


def test_what_changed_or_moved_is_as_it_is_now():
    whole = visit()
    now = move_cards(edit_cards(whole, MAP, ["c1"], text="Now"), MAP, ["c1"], Spot("l-actions", "d3"))
    seen = find(both(whole, now).lanes[0].cards, "c1")
    assert (seen.text, seen.first) == ("Now", "d3")


def test_a_card_in_another_lane_stands_there_only():
    whole = visit(lane(card(1)), lane(kind="pains"))
    now = move_cards(whole, MAP, ["c1"], Spot("l-pains", "d0"))
    assert [each.id for each in cards_of(both(whole, now))] == ["c1"]


def test_a_lane_that_has_gone_stands_there_with_its_cards():
    whole = visit(lane(card(1)), lane(card(2, kind="pain"), kind="pains"))
    seen = both(whole, remove_lane(whole, MAP, "l-pains", new_id=None))
    assert [each.id for each in seen.lanes] == ["l-actions", "l-pains"]
    assert find(seen.lanes, "l-pains").cards == find(whole.maps[0].lanes, "l-pains").cards


def test_a_lane_that_has_gone_leaves_those_of_its_cards_that_went_elsewhere():
    whole = visit(lane(card(1)), lane(card(2), kind="notes"))
    moved = move_cards(whole, MAP, ["c2"], Spot("l-actions", "d1"))
    seen = both(whole, remove_lane(moved, MAP, "l-notes", new_id=None))
    assert find(seen.lanes, "l-notes").cards == ()


def test_a_stage_that_has_gone_brings_its_steps_and_their_cards():
    whole = visit(lane(card(1), card(2, step=3)))
    seen = both(whole, remove_stage(whole, MAP, "s1", new_id=None))
    assert columns_of(seen).steps == columns_of(whole.maps[0]).steps
    assert find(seen.lanes[0].cards, "c2").first == "d3"


def test_a_feeling_comes_back_unless_the_persona_has_another_there():
    felt = lane(kind="emotions", markers=(Marker(id="k1", step="d0", value=1.0), Marker(id="k2", step="d1", value=0.0)))
    whole = visit(felt)
    now = with_map(whole, lanes=(changed(felt, rank="0001", markers=(Marker(id="k3", step="d0", value=-1.0),)),))
    assert [each.id for each in both(whole, now).lanes[0].markers] == ["k2", "k3"]


def test_arrows_groups_and_tasks_come_back():
    whole = visit(
        links=(Link(id="a", kind="leads", source="c1", target="c2"),),
        groups=(LaneGroup(id="g", title="Front"),),
        tasks=(Task(id="t", text="Call"),),
    )
    seen = both(whole, with_map(whole, links=(), groups=(), tasks=()))
    assert (seen.links, seen.groups, seen.tasks) == (
        whole.maps[0].links,
        whole.maps[0].groups,
        whole.maps[0].tasks,
    )


def test_an_arrow_without_its_card_does_not():
    whole = visit(parking=(card(5, first="", last=""),), links=(Link(id="a", kind="leads", source="c1", target="c5"),))
    assert both(whole, with_map(whole, parking=(), links=())).links == ()


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_any_two_states_make_a_map_that_can_be_laid_out(seed):
    story = Story(seed)
    for _ in range(10):
        story.go_on()
    before = story.project.maps[0]
    for _ in range(10):
        story.go_on()
    after = find(story.project.maps, before.id) or before
    seen = together(before, after)
    steps = columns_of(seen).index
    assert is_tidy(seen)
    assert len(ids_of(seen)) == len(set(ids_of(seen)))
    assert {each.id for each in cards_of(after)} <= {each.id for each in cards_of(seen)}
    assert all(each.first in steps and each.last in steps for lane_ in seen.lanes for each in lane_.cards)
