"""Steps: add, rename, reorder, set the width, split, merge, remove."""

from typing import Any

import pytest
from sight import cell, columns, inbox, lane, markers, span, stage, stages, visit

from desktop.document.base import IdSource
from desktop.document.edits.steps import (
    add_step,
    merge_steps,
    move_step,
    remove_step,
    rename_step,
    set_step_width,
    split_step,
    stage_and_step,
)
from desktop.document.errors import EditError
from desktop.document.journey import Step
from desktop.document.project import Project


def refused(code: str) -> Any:
    return pytest.raises(EditError, match=rf"^{code}\b")


def step(project: Project, name: str) -> Step:
    return stage_and_step(visit(project), name)[1]


def test_add_at_the_end_of_a_stage(project: Project, new_id: IdSource) -> None:
    after = add_step(project, "visit", "arrive", "Sit down", new_id=new_id)
    assert columns(after) == "find enter new1 order eat pay go"
    assert step(after, "new1").title == "Sit down"


def test_add_before_another(project: Project, new_id: IdSource) -> None:
    assert stages(add_step(project, "visit", "dine", "", new_id=new_id, before="eat"))["dine"] == "order new1 eat pay"


def test_rename_and_width(project: Project) -> None:
    after = set_step_width(rename_step(project, "visit", "eat", "Enjoy"), "visit", "eat", 1.5)
    assert (step(after, "eat").title, step(after, "eat").width) == ("Enjoy", 1.5)
    assert stage(after, "leave") is stage(project, "leave")


def test_what_it_has_already_changes_nothing(project: Project) -> None:
    assert rename_step(project, "visit", "eat", "Eat") is project
    assert set_step_width(project, "visit", "eat", 1.0) is project


@pytest.mark.parametrize("width", [0.0, -1.0, 100.5, float("nan"), float("inf")])
def test_widths_that_are_refused(project: Project, width: float) -> None:
    with pytest.raises(EditError) as error:
        set_step_width(project, "visit", "eat", width)
    assert error.value.arguments["field"] == "width"


# reorder


def test_move_within_the_stage(project: Project) -> None:
    after = move_step(project, "visit", "pay", "dine", before="order")
    assert columns(after) == "find enter pay order eat go"
    assert cell(after, "pains", "pay") == "f1"


def test_move_to_another_stage(project: Project) -> None:
    after = move_step(project, "visit", "enter", "leave")
    assert stages(after) == {"arrive": "find", "dine": "order eat pay", "leave": "go enter"}


def test_a_step_dropped_where_it_stands_changes_nothing(project: Project) -> None:
    assert move_step(project, "visit", "eat", "dine", before="pay") is project


def test_a_card_goes_along_with_its_only_step(project: Project) -> None:
    after = move_step(project, "visit", "order", "leave")
    assert span(after, "a3") == ("order", "order")
    assert markers(after)["m2"] == ("order", "ana", -1.5)


def test_a_span_loses_an_end_that_moves_away(project: Project) -> None:
    """s1 covers enter order eat pay."""
    assert span(move_step(project, "visit", "enter", "arrive", before="find"), "s1") == ("order", "pay")
    assert span(move_step(project, "visit", "pay", "leave"), "s1") == ("enter", "eat")


def test_a_span_keeps_a_step_that_moves_inside_it(project: Project) -> None:
    assert span(move_step(project, "visit", "order", "dine", before="pay"), "s1") == ("enter", "pay")


def test_a_span_grows_round_an_end_that_moves_inside_it(project: Project) -> None:
    after = move_step(project, "visit", "pay", "dine", before="order")
    assert columns(after) == "find enter pay order eat go"
    assert span(after, "s1") == ("enter", "eat")


def test_a_span_takes_in_a_strange_step_that_comes_inside(project: Project) -> None:
    after = move_step(project, "visit", "find", "dine", before="eat")
    assert columns(after) == "enter order find eat pay go"
    assert span(after, "s1") == ("enter", "pay")


def test_the_only_step_of_a_stage_cannot_leave_it(project: Project) -> None:
    with refused("stage.last_step"):
        move_step(project, "visit", "go", "dine")
    assert move_step(project, "visit", "go", "leave") is project


# split and merge


def test_split_leaves_the_cards_with_the_first_part(project: Project, new_id: IdSource) -> None:
    wide = set_step_width(project, "visit", "order", 2.0)
    after = split_step(wide, "visit", "order", "Wait", new_id=new_id)
    assert stages(after)["dine"] == "order new1 eat pay"
    assert visit(after).lanes is visit(wide).lanes
    assert (step(after, "new1").title, step(after, "new1").width) == ("Wait", 2.0)


def test_merge_joins_the_cards(project: Project) -> None:
    after = merge_steps(project, "visit", "order", "eat")
    assert columns(after) == "find enter order pay go"
    assert cell(after, "shut", "order") == "n1"
    assert step(after, "order").title == "Order"


def test_merged_spans_shrink(project: Project) -> None:
    after = merge_steps(project, "visit", "pay", "eat")
    assert columns(after) == "find enter order eat go"
    assert span(after, "s1") == ("enter", "eat")
    assert span(after, "s2") == ("eat", "go")
    assert span(after, "f1") == ("eat", "eat")


def test_of_two_markers_of_a_persona_the_left_one_stays(project: Project) -> None:
    after = merge_steps(project, "visit", "order", "eat")
    assert markers(after) == {
        "m1": ("find", "ana", 1.0),
        "m2": ("order", "ana", -1.5),
        "m4": ("order", "ben", 0.5),
    }


def test_merge_across_stages_takes_an_emptied_stage_away(project: Project) -> None:
    after = merge_steps(project, "visit", "pay", "go")
    assert stages(after) == {"arrive": "find enter", "dine": "order eat pay"}
    assert span(after, "s2") == ("pay", "pay")
    assert cell(after, "pains", "pay") == "f1 p2"


def test_merge_across_stages_keeps_a_stage_with_other_steps(project: Project) -> None:
    assert stages(merge_steps(project, "visit", "order", "enter")) == {
        "arrive": "find enter",
        "dine": "eat pay",
        "leave": "go",
    }


def test_a_merged_step_without_a_title_takes_the_other_title(project: Project) -> None:
    assert step(merge_steps(project, "visit", "enter", "order"), "enter").title == "Order"


@pytest.mark.parametrize("other", ["eat", "find"])
def test_only_neighbouring_columns_can_be_merged(project: Project, other: str) -> None:
    with refused("step.not_neighbours"):
        merge_steps(project, "visit", "find", other)


# remove


def test_cards_of_a_removed_step_go_to_the_inbox(project: Project, new_id: IdSource) -> None:
    after = remove_step(project, "visit", "order", new_id=new_id)
    assert columns(after) == "find enter eat pay go"
    assert inbox(after)["from Order (3)"] == "a3 a4 p1"


def test_an_end_of_a_span_moves_to_the_next_step(project: Project, new_id: IdSource) -> None:
    assert span(remove_step(project, "visit", "enter", new_id=new_id), "s1") == ("order", "pay")
    assert span(remove_step(project, "visit", "pay", new_id=new_id), "s1") == ("enter", "eat")


def test_the_middle_of_a_span_needs_no_change(project: Project, new_id: IdSource) -> None:
    assert span(remove_step(project, "visit", "eat", new_id=new_id), "s1") == ("enter", "pay")


def test_a_step_without_a_title_is_called_by_its_stage(project: Project, new_id: IdSource) -> None:
    assert "from Arrive (1)" in inbox(remove_step(project, "visit", "find", new_id=new_id))


def test_markers_alone_make_a_group_too(project: Project, new_id: IdSource) -> None:
    bare = remove_step(project, "visit", "eat", new_id=None)
    assert set(markers(bare)) == {"m1", "m2"}
    calm = lane(project, "shut").model_copy(update={"cards": ()})
    lanes = tuple(calm if one.id == "shut" else one for one in visit(project).lanes)
    quiet = project.model_copy(update={"maps": (visit(project).model_copy(update={"lanes": lanes}),)})
    after = remove_step(quiet, "visit", "eat", new_id=new_id)
    assert inbox(after)["from Eat (2)"] == ""


def test_delete_the_cards_too(project: Project) -> None:
    after = remove_step(project, "visit", "order", new_id=None)
    assert inbox(after) == {"Photos": "i1"}
    assert cell(after, "pains", "order") == ""


def test_the_only_step_of_a_stage_stays(project: Project, new_id: IdSource) -> None:
    with refused("stage.last_step"):
        remove_step(project, "visit", "go", new_id=new_id)


@pytest.mark.parametrize(
    "edit",
    [
        lambda p, new_id: add_step(p, "visit", "gone", "", new_id=new_id),
        lambda p, new_id: add_step(p, "visit", "dine", "", new_id=new_id, before="gone"),
        lambda p, new_id: rename_step(p, "visit", "gone", ""),
        lambda p, new_id: set_step_width(p, "visit", "gone", 1.0),
        lambda p, new_id: move_step(p, "visit", "gone", "dine"),
        lambda p, new_id: move_step(p, "visit", "eat", "gone"),
        lambda p, new_id: split_step(p, "visit", "gone", "", new_id=new_id),
        lambda p, new_id: merge_steps(p, "visit", "gone", "eat"),
        lambda p, new_id: remove_step(p, "visit", "gone", new_id=new_id),
    ],
)
def test_steps_that_are_gone(project: Project, new_id: IdSource, edit: Any) -> None:
    with pytest.raises(EditError) as error:
        edit(project, new_id)
    assert (error.value.code, error.value.arguments) == ("missing", {"id": "gone"})
