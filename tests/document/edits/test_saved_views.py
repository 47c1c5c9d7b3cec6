"""Saved views of a map, and what becomes of them when what they name goes."""

from collections.abc import Callable
from itertools import count
from typing import Any

import pytest
from sight import visit

from desktop.document.base import IdSource, in_order
from desktop.document.checks import check
from desktop.document.edits import lanes, maps, people, stages, steps, views
from desktop.document.errors import EditError
from desktop.document.journey import View
from desktop.document.project import Project


def refused(code: str) -> Any:
    return pytest.raises(EditError, match=rf"^{code}\b")


def shown(project: Project) -> str:
    """The titles of the views in order."""
    return " ".join(view.title for view in in_order(visit(project).views))


def only(project: Project) -> View:
    (view,) = visit(project).views
    return view


@pytest.fixture
def viewed(project: Project) -> Project:
    """With one view that names two lanes, two stages and two personas."""
    naming = {"lanes": ("acts", "pains"), "stages": ("arrive", "leave"), "personas": ("ana", "ben")}
    return views.add_view(project, "visit", "Quiet", new_id=lambda: "v1", **naming)


@pytest.fixture
def three(project: Project) -> Project:
    numbers = count(1)
    for title in ("One", "Two", "Three"):
        project = views.add_view(project, "visit", title, new_id=lambda: f"v{next(numbers)}")
    return project


def test_a_view_is_added_at_the_end(three: Project) -> None:
    assert shown(three) == "One Two Three"


def test_a_view_is_added_before_another(three: Project, new_id: IdSource) -> None:
    assert shown(views.add_view(three, "visit", "Half", new_id=new_id, before="v1")) == "Half One Two Three"


def test_a_view_keeps_its_values_sorted_and_once(project: Project, new_id: IdSource) -> None:
    view = only(views.add_view(project, "visit", "Mine", new_id=new_id, tags=["b", "a", "b"], owners={"Cy", ""}))
    assert (view.tags, view.owners) == (("a", "b"), ("", "Cy"))


def test_the_same_values_in_another_order_change_nothing(viewed: Project) -> None:
    assert views.edit_view(viewed, "visit", "v1", lanes=("pains", "acts")) is viewed


def test_a_view_is_edited(viewed: Project) -> None:
    view = only(views.edit_view(viewed, "visit", "v1", kinds=("pain",), stages=(), leave_out=True))
    assert (view.kinds, view.stages, view.leave_out, view.title) == (("pain",), (), True, "Quiet")


def test_a_view_is_renamed(viewed: Project) -> None:
    assert only(views.rename_view(viewed, "visit", "v1", "Loud")).title == "Loud"


def test_a_view_is_moved(three: Project) -> None:
    assert shown(views.move_view(three, "visit", "v3", "v1")) == "Three One Two"
    assert shown(views.move_view(three, "visit", "v1")) == "Two Three One"


def test_a_view_is_removed_and_nothing_else(three: Project) -> None:
    after = views.remove_view(three, "visit", "v2")
    assert shown(after) == "One Three"
    assert visit(after).lanes is visit(three).lanes


@pytest.mark.parametrize("named", [{"lanes": ("gone",)}, {"stages": ("acts",)}, {"personas": ("cy",)}])
def test_a_view_names_only_what_is_there(viewed: Project, new_id: IdSource, named: dict[str, Any]) -> None:
    with refused("missing"):
        views.add_view(viewed, "visit", "No", new_id=new_id, **named)
    with refused("missing"):
        views.edit_view(viewed, "visit", "v1", **named)


@pytest.mark.parametrize(
    "verb",
    [
        lambda p: views.edit_view(p, "visit", "gone", title="x"),
        lambda p: views.rename_view(p, "visit", "gone", "x"),
        lambda p: views.move_view(p, "visit", "gone"),
        lambda p: views.move_view(p, "visit", "v1", "gone"),
        lambda p: views.remove_view(p, "visit", "gone"),
        lambda p: views.remove_view(p, "gone", "v1"),
    ],
)
def test_what_is_not_there_is_refused(viewed: Project, verb: Callable[[Project], Project]) -> None:
    with refused("missing"):
        verb(viewed)


def test_a_views_id_and_place_have_verbs_of_their_own(viewed: Project) -> None:
    with refused("field.own_verb"):
        views.edit_view(viewed, "visit", "v1", rank="A")


def test_a_lane_that_goes_is_in_no_view(viewed: Project, new_id: IdSource) -> None:
    assert only(lanes.remove_lane(viewed, "visit", "pains", new_id=new_id)).lanes == ("acts",)


def test_a_stage_that_goes_is_in_no_view(viewed: Project, new_id: IdSource) -> None:
    assert only(stages.remove_stage(viewed, "visit", "leave", new_id=new_id)).stages == ("arrive",)


def test_a_stage_that_is_merged_into_another_is_in_no_view(viewed: Project) -> None:
    assert only(stages.merge_stages(viewed, "visit", "dine", "leave")).stages == ("arrive",)


def test_a_stage_that_ends_with_its_only_step_is_in_no_view(viewed: Project) -> None:
    assert only(steps.merge_steps(viewed, "visit", "pay", "go")).stages == ("arrive",)


def test_a_persona_that_goes_is_in_no_view(viewed: Project) -> None:
    assert only(people.remove_persona(viewed, "ben")).personas == ("ana",)


def test_what_a_view_does_not_name_leaves_it_as_it_is(viewed: Project, new_id: IdSource) -> None:
    assert only(lanes.remove_lane(viewed, "visit", "mood", new_id=new_id)) is only(viewed)


def test_the_views_of_a_copied_map_name_the_copy(viewed: Project, new_id: IdSource) -> None:
    after = maps.duplicate_map(viewed, "visit", "Later", new_id=new_id)
    copy = next(one for one in after.maps if one.id != "visit")
    (view,) = copy.views
    assert view.id != "v1"
    assert set(view.lanes) < {lane.id for lane in copy.lanes}
    assert set(view.stages) < {stage.id for stage in copy.stages}
    assert view.personas == ("ana", "ben")


def test_views_that_name_what_is_not_there_are_found(viewed: Project) -> None:
    broken = only(viewed).model_copy(update={"lanes": ("x",), "stages": ("y",), "personas": ("z",)})
    spoilt = viewed.model_copy(update={"maps": (visit(viewed).model_copy(update={"views": (broken,)}),)})
    codes = [(finding.code, finding.detail) for finding in check(spoilt, ()) if "/views/v1" in finding.path]
    assert codes == [("lane.missing", "x"), ("stage.missing", "y"), ("persona.missing", "z")]


def test_views_of_what_is_there_are_sound(viewed: Project) -> None:
    assert not [finding for finding in check(viewed, ()) if "/views/" in finding.path]
