"""Emotion markers: place, move, edit, label, star, remove."""

from typing import Any

import pytest
from sight import lane, markers

from desktop.document.cards import Evidence
from desktop.document.edits.lanes import lock_lane
from desktop.document.edits.markers import (
    edit_marker,
    label_marker,
    marker_at,
    move_marker,
    place_marker,
    remove_markers,
    star_marker,
)
from desktop.document.errors import EditError
from desktop.document.project import Project


def refused(code: str) -> Any:
    return pytest.raises(EditError, match=rf"^{code}\b")


def place(project: Project, step: str, value: float, persona: str = "ana", lane_id: str = "mood") -> Project:
    return place_marker(project, "visit", lane_id, step, persona=persona, value=value, new_id=lambda: "new1")


def test_place_a_new_one(project: Project) -> None:
    assert markers(place(project, "pay", 0.5))["new1"] == ("pay", "ana", 0.5)


def test_placing_again_changes_the_value(project: Project) -> None:
    after = place(project, "eat", -2.0)
    assert markers(after)["m3"] == ("eat", "ana", -2.0)
    assert markers(after)["m4"] == ("eat", "ben", 0.5)
    assert "new1" not in markers(after)


def test_placing_the_same_value_changes_nothing(project: Project) -> None:
    assert place(project, "eat", 2.0) is project


@pytest.mark.parametrize(("value", "kept"), [(0.04, 0.0), (-0.04, 0.0), (1.26, 1.3), (2, 2.0)])
def test_values_are_in_tenths(project: Project, value: float, kept: float) -> None:
    after = place(project, "pay", value)
    assert str(markers(after)["new1"][2]) == str(kept)


@pytest.mark.parametrize("value", [2.1, -2.1, float("inf")])
def test_values_out_of_the_scale(project: Project, value: float) -> None:
    with pytest.raises(EditError) as error:
        place(project, "pay", value)
    assert error.value.arguments["field"] == "value"


def test_a_marker_of_nobody(project: Project) -> None:
    assert markers(place(project, "eat", 1.0, persona=""))["new1"] == ("eat", "", 1.0)


@pytest.mark.parametrize(
    ("step", "persona", "lane_id", "code"),
    [
        ("gone", "ana", "mood", "missing"),
        ("eat", "zoe", "mood", "missing"),
        ("eat", "ana", "gone", "missing"),
        ("eat", "ana", "acts", "lane.no_markers"),
        ("eat", "ana", "shut", "lane.locked"),
    ],
)
def test_where_no_marker_can_be_placed(project: Project, step: str, persona: str, lane_id: str, code: str) -> None:
    with refused(code):
        place(project, step, 1.0, persona, lane_id)


def test_move_to_another_step_and_value(project: Project) -> None:
    assert markers(move_marker(project, "visit", "m1", "go", 0.3))["m1"] == ("go", "ana", 0.3)


def test_the_marker_it_comes_upon_gives_way(project: Project) -> None:
    after = move_marker(project, "visit", "m1", "eat", 1.0)
    assert markers(after)["m1"] == ("eat", "ana", 1.0)
    assert "m3" not in markers(after)
    assert "m4" in markers(after)


def test_moved_to_where_it_was_changes_nothing(project: Project) -> None:
    assert move_marker(project, "visit", "m1", "find", 1.0) is project


def test_label_star_and_evidence(project: Project) -> None:
    after = star_marker(label_marker(project, "visit", "m2", "No table"), "visit", "m2", True)
    after = edit_marker(after, "visit", "m2", evidence=Evidence(people=12))
    marker = marker_at(lane(after, "mood"), "order", "ana")
    assert marker is not None
    assert (marker.label, marker.starred, marker.evidence) == ("No table", True, Evidence(people=12))


def test_another_persona(project: Project) -> None:
    assert markers(edit_marker(project, "visit", "m1", persona="ben"))["m1"] == ("find", "ben", 1.0)


def test_a_persona_who_has_one_there_already(project: Project) -> None:
    with refused("marker.taken"):
        edit_marker(project, "visit", "m3", persona="ben")


@pytest.mark.parametrize("field", ["step", "value", "id"])
def test_fields_with_verbs_of_their_own(project: Project, field: str) -> None:
    with refused("field.own_verb"):
        edit_marker(project, "visit", "m3", **{field: "x"})


def test_remove(project: Project) -> None:
    after = remove_markers(project, "visit", ["m1", "m4"])
    assert set(markers(after)) == {"m2", "m3"}
    assert lane(after, "acts") is lane(project, "acts")


def test_removing_none_changes_nothing(project: Project) -> None:
    assert remove_markers(project, "visit", []) is project


@pytest.mark.parametrize(
    "edit",
    [
        lambda p, name: move_marker(p, "visit", name, "eat", 1.0),
        lambda p, name: label_marker(p, "visit", name, ""),
        lambda p, name: star_marker(p, "visit", name, True),
        lambda p, name: remove_markers(p, "visit", [name]),
    ],
)
def test_markers_that_are_gone_or_locked(project: Project, edit: Any) -> None:
    with refused("missing"):
        edit(project, "gone")
    with refused("lane.locked"):
        edit(lock_lane(project, "visit", "mood", True), "m1")


def test_a_step_that_is_gone(project: Project) -> None:
    with refused("missing"):
        move_marker(project, "visit", "m1", "gone", 1.0)


def test_one_lane_does_not_see_the_markers_of_another(project: Project) -> None:
    assert marker_at(lane(project, "acts"), "eat", "ana") is None
