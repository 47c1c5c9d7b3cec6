"""The feelings of another map, at the steps of the one that is laid out."""

import pytest

from desktop.document.base import by_id, changed
from desktop.document.cards import Origin
from desktop.document.edits.maps import duplicate_map
from desktop.document.edits.markers import move_marker, place_marker, remove_markers
from desktop.document.edits.steps import remove_step
from desktop.layout.beside import Neighbour, lane_mates
from desktop.layout.layouter import Layouter
from desktop.resources import style, typesetter, words
from tests.desks import small_map
from tests.grids import lane

WORDS = words("en")


def derived(shows=("gap",), **fields):
    """The small map and an ideal one of it, both showing the gap."""
    ids = iter(f"x{number}" for number in range(99))
    whole = duplicate_map(small_map(**fields), "m", "Better", new_id=lambda: next(ids), status="ideal")
    return changed(whole, maps=tuple(changed(each, shows=shows) for each in whole.maps))


def maps(whole):
    """The original and the copy."""
    return next(each for each in whole.maps if each.id == "m"), next(each for each in whole.maps if each.id != "m")


def beside(whole, journey, neighbour=None):
    return (neighbour or Neighbour(WORDS)).beside(whole, journey)


def test_markers_stand_at_the_steps_that_came_from_theirs():
    whole = derived()
    original, copy = maps(whole)
    (found,) = beside(whole, copy).values()
    steps = {step.origin.thing: step.id for stage in copy.stages for step in stage.steps}
    assert found.name == "current"
    assert {(one.id, one.step) for one in found.markers} == {
        ("m1", steps["d0"]),
        ("m2", steps["d0"]),
        ("m3", steps["d2"]),
    }
    assert {one.step for one in next(iter(beside(whole, original).values())).markers} == {"d0", "d2"}


def test_it_stands_behind_the_lane_that_it_came_from():
    whole = derived()
    original, copy = maps(whole)
    assert list(beside(whole, original)) == ["l-emotions"]
    assert [each.origin.thing for each in copy.lanes if each.id in beside(whole, copy)] == ["l-emotions"]


def test_markers_at_steps_that_are_gone_are_left_out():
    whole = derived()
    _, copy = maps(whole)
    gone = next(step.id for stage in copy.stages for step in stage.steps if step.origin.thing == "d2")
    whole = remove_step(whole, copy.id, gone, new_id=lambda: "x-new")
    (found,) = beside(whole, maps(whole)[1]).values()
    assert [one.id for one in found.markers] == ["m1", "m2"]


def test_nothing_stands_behind_a_map_that_does_not_show_it():
    whole = derived(shows=())
    assert all(beside(whole, each) == {} for each in whole.maps)
    assert [Neighbour(WORDS).name(whole, each) for each in whole.maps] == ["", ""]


def test_a_map_without_kin_has_nothing_behind_it():
    whole = small_map(shows=("gap",))
    assert beside(whole, whole.maps[0]) == {}


def test_maps_of_one_status_are_told_apart_by_their_titles():
    whole = derived()
    alike = changed(whole, maps=tuple(changed(each, status="current") for each in whole.maps))
    original, copy = maps(alike)
    assert (Neighbour(WORDS).name(alike, original), Neighbour(WORDS).name(alike, copy)) == ("Better", "Visit")


def test_the_same_objects_come_again_while_nothing_has_changed():
    whole, neighbour = derived(), Neighbour(WORDS)
    _, copy = maps(whole)
    before = beside(whole, copy, neighbour)
    moved = move_marker(whole, copy.id, mood(copy), step(copy), 0.5)
    after = beside(moved, maps(moved)[1], neighbour)
    assert [after[key].markers is before[key].markers for key in before] == [True]
    other = move_marker(whole, "m", "m1", "d1", 2.0)
    assert beside(other, maps(other)[1], neighbour) != before


def mood(journey):
    return next(each for each in journey.lanes if each.kind == "emotions").markers[0].id


def step(journey):
    return journey.stages[0].steps[0].id


def emotion_lanes(*ids, origins=()):
    rows = [lane(kind="emotions", id=one, rank=f"{number}1") for number, one in enumerate(ids, 1)]
    known = dict(origins)
    return by_id(changed(row, origin=Origin(map="m", thing=known[row.id])) if row.id in known else row for row in rows)


@pytest.mark.parametrize(
    ("theirs", "mates"),
    [
        (emotion_lanes("x", "y"), {"a": "x", "b": "y"}),
        (emotion_lanes("x", "y", origins={"x": "b"}), {"b": "x", "a": "y"}),
        (emotion_lanes("x"), {"a": "x"}),
        ((), {}),
    ],
)
def test_lanes_are_mates_by_where_they_come_from_else_from_the_top(theirs, mates):
    assert lane_mates(emotion_lanes("a", "b"), theirs) == mates


def test_a_derived_lane_knows_the_one_it_came_from():
    assert lane_mates(emotion_lanes("a", "b", origins={"a": "y"}), emotion_lanes("x", "y")) == {"a": "y", "b": "x"}


def laid_out(whole, journey):
    return Layouter(typesetter(), style("print"), WORDS).layout(whole, journey.id)


def test_the_layout_has_the_other_curve_only_where_it_differs():
    whole = derived()
    _, copy = maps(whole)
    same = laid_out(whole, copy)
    assert [row.content.others for row in same.rows if row.lane.kind == "emotions"] == [()]
    moved = move_marker(whole, copy.id, mood(copy), step(copy), -2.0)
    rows = laid_out(moved, maps(moved)[1]).rows
    assert [len(row.content.others) for row in rows if row.lane.kind == "emotions"] == [1]


def named(whole, **how):
    """What is said beside the markers of the first map."""
    rows = Layouter(typesetter(), style("print"), WORDS).layout(whole, "m", **how).rows
    places = (place for row in rows for place in row.content.markers)
    return {place.marker.step: place.label.text for place in places if place.label}


def felt_through():
    """The small map with a feeling of Maya's at every step."""
    whole = small_map()
    for at, value in (("d0", 2.0), ("d1", 0.5), ("d2", -1.0), ("d3", 0.0)):
        ids = {"persona": "maya", "value": value, "new_id": lambda at=at: f"n-{at}"}
        whole = place_marker(whole, "m", "l-emotions", at, **ids)
    return remove_markers(whole, "m", ["m2", "m3"])


def test_the_layout_names_peak_valley_and_end():
    assert named(felt_through()) == {"d0": "peak\u00a0+2", "d2": "valley\u00a0−1", "d3": "end\u00a00"}


def test_a_folded_stage_keeps_its_part_in_what_the_peak_is():
    assert named(felt_through(), folds={"s0": "2 cards"}) == {"d2": "valley\u00a0−1", "d3": "end\u00a00"}


def test_a_part_of_a_map_names_no_points_of_its_own():
    assert named(felt_through(), numbers={}) == {}


def test_the_foot_explains_what_stands_behind():
    whole = derived()
    entries = {place.entry.text for place in laid_out(whole, maps(whole)[1]).footing.legend}
    assert {"dashed, behind: current map", "hatched = gap between the two"} <= entries
    plain = derived(shows=())
    assert not any("behind" in place.entry.text for place in laid_out(plain, plain.maps[0]).footing.legend)
