"""Stages: add, rename, reorder, split, merge, remove."""

from typing import Any

import pytest
from sight import card, cell, columns, inbox, lane, links, markers, span, stage, stages, visit

from desktop.document.base import IdSource
from desktop.document.edits.stages import add_stage, merge_stages, move_stage, remove_stage, rename_stage, split_stage
from desktop.document.errors import EditError
from desktop.document.project import Project


def refused(code: str) -> Any:
    return pytest.raises(EditError, match=rf"^{code}\b")


def test_a_new_stage_has_one_step(project: Project, new_id: IdSource) -> None:
    after = add_stage(project, "visit", "Remember", new_id=new_id)
    assert list(stages(after)) == ["arrive", "dine", "leave", "new1"]
    assert stages(after)["new1"] == "new2"
    assert stage(after, "new1").title == "Remember"


def test_a_new_stage_comes_before_another(project: Project, new_id: IdSource) -> None:
    assert list(stages(add_stage(project, "visit", "", new_id=new_id, before="dine"))) == [
        "arrive",
        "new1",
        "dine",
        "leave",
    ]


def test_a_span_over_the_gap_covers_the_new_stage(project: Project, new_id: IdSource) -> None:
    after = add_stage(project, "visit", "", new_id=new_id, before="dine")
    assert columns(after) == "find enter new2 order eat pay go"
    assert lane(after, "acts") is lane(project, "acts")


def test_rename(project: Project) -> None:
    assert stage(rename_stage(project, "visit", "dine", "Eat"), "dine").title == "Eat"
    assert rename_stage(project, "visit", "dine", "Dine") is project


def test_a_title_that_is_too_long(project: Project) -> None:
    with pytest.raises(EditError) as error:
        rename_stage(project, "visit", "dine", "x" * 501)
    assert error.value.arguments["field"] == "title"


# reorder


def test_a_stage_takes_its_steps_along(project: Project) -> None:
    after = move_stage(project, "visit", "dine")
    assert columns(after) == "find enter go order eat pay"
    assert cell(after, "acts", "order") == "a3 a4"


def test_move_to_the_front(project: Project) -> None:
    assert columns(move_stage(project, "visit", "leave", before="arrive")) == "go find enter order eat pay"


@pytest.mark.parametrize("before", ["leave", "dine"])
def test_a_stage_dropped_where_it_stands_changes_nothing(project: Project, before: str) -> None:
    assert move_stage(project, "visit", "dine", before=before) is project


def test_a_span_stays_with_the_part_that_stayed(project: Project) -> None:
    """s1 covers enter | order eat pay: when the stage Dine goes behind Leave, enter stays."""
    after = move_stage(project, "visit", "dine")
    assert span(after, "s1") == ("enter", "enter")


def test_a_span_is_kept_when_its_parts_still_adjoin(project: Project) -> None:
    """s2 covers pay | go: with Leave in front of Dine, go no longer adjoins pay."""
    after = move_stage(project, "visit", "leave", before="dine")
    assert columns(after) == "find enter go order eat pay"
    assert span(after, "s2") == ("pay", "pay")
    assert span(after, "s1") == ("enter", "pay")


# split and merge


def test_split_in_two(project: Project, new_id: IdSource) -> None:
    after = split_stage(project, "visit", "eat", "Enjoy", new_id=new_id)
    assert stages(after) == {"arrive": "find enter", "dine": "order", "new1": "eat pay", "leave": "go"}
    assert stage(after, "new1").title == "Enjoy"
    assert visit(after).lanes is visit(project).lanes


def test_a_stage_cannot_be_split_before_its_first_step(project: Project, new_id: IdSource) -> None:
    with refused("stage.split_at_start"):
        split_stage(project, "visit", "order", "", new_id=new_id)


def test_merge_with_the_right_neighbour(project: Project) -> None:
    after = merge_stages(project, "visit", "arrive", "dine")
    assert stages(after) == {"arrive": "find enter order eat pay", "leave": "go"}
    assert stage(after, "arrive").title == "Arrive"
    assert visit(after).lanes is visit(project).lanes


def test_merge_with_the_left_neighbour_gives_the_same(project: Project) -> None:
    assert merge_stages(project, "visit", "leave", "dine") == merge_stages(project, "visit", "dine", "leave")


def test_a_merged_stage_without_a_title_takes_the_other_title(project: Project) -> None:
    bare = rename_stage(project, "visit", "arrive", "")
    assert stage(merge_stages(bare, "visit", "arrive", "dine"), "arrive").title == "Dine"


@pytest.mark.parametrize("other", ["leave", "arrive"])
def test_only_neighbours_can_be_merged(project: Project, other: str) -> None:
    with refused("stage.not_neighbours"):
        merge_stages(project, "visit", "arrive", other)


def test_split_and_merge_again(project: Project, new_id: IdSource) -> None:
    split = split_stage(project, "visit", "eat", "", new_id=new_id)
    assert stages(merge_stages(split, "visit", "dine", "new1")) == stages(project)


# remove


def test_cards_without_a_step_go_to_the_inbox(project: Project, new_id: IdSource) -> None:
    after = remove_stage(project, "visit", "dine", new_id=new_id)
    assert columns(after) == "find enter go"
    assert inbox(after) == {"Photos": "i1", "from Dine (5)": "a3 a4 p1 n1 f1"}
    assert span(after, "a3") == ("", "")


def test_spanning_cards_shrink(project: Project, new_id: IdSource) -> None:
    after = remove_stage(project, "visit", "dine", new_id=new_id)
    assert span(after, "s1") == ("enter", "enter")
    assert span(after, "s2") == ("go", "go")


def test_markers_stay_with_the_group(project: Project, new_id: IdSource) -> None:
    after = remove_stage(project, "visit", "dine", new_id=new_id)
    assert markers(after) == {"m1": ("find", "ana", 1.0)}
    group = next(one for one in visit(after).inbox if one.id == "new1")
    assert [marker.id for marker in group.markers] == ["m2", "m3", "m4"]


def test_links_and_tasks_of_cards_in_the_inbox_stay(project: Project, new_id: IdSource) -> None:
    after = remove_stage(project, "visit", "dine", new_id=new_id)
    assert links(after) == {"l1"}
    assert visit(after).tasks is visit(project).tasks


def test_the_group_is_titled_in_the_language_of_the_project(project: Project, new_id: IdSource) -> None:
    after = remove_stage(project, "visit", "dine", new_id=new_id, form="aus „{title}“ ({count})")
    assert "aus „Dine“ (5)" in inbox(after)


@pytest.mark.parametrize(
    ("title", "shown"), [("", "from – (5)"), ("{count}", "from {count} (5)"), ("x" * 500, f"from {'x' * 300} (5)")]
)
def test_titles_that_are_hard_to_show(project: Project, new_id: IdSource, title: str, shown: str) -> None:
    named = rename_stage(project, "visit", "dine", title)
    assert shown in inbox(remove_stage(named, "visit", "dine", new_id=new_id))


def test_a_stage_without_cards_leaves_no_group(project: Project, new_id: IdSource) -> None:
    wider = add_stage(project, "visit", "Empty", new_id=new_id)
    assert inbox(remove_stage(wider, "visit", "new1", new_id=new_id)) == {"Photos": "i1"}


def test_delete_the_cards_too(project: Project) -> None:
    after = remove_stage(project, "visit", "dine", new_id=None)
    assert inbox(after) == {"Photos": "i1"}
    assert links(after) == set()
    assert visit(after).tasks[0].answers == ""
    assert span(after, "s1") == ("enter", "enter")
    assert list(markers(after)) == ["m1"]


def test_lanes_without_cards_there_stay_the_same_objects(project: Project, new_id: IdSource) -> None:
    after = remove_stage(project, "visit", "leave", new_id=new_id)
    assert lane(after, "mood") is lane(project, "mood")
    assert lane(after, "shut") is lane(project, "shut")
    assert card(after, "a1") is card(project, "a1")


def test_the_last_stage_stays(project: Project, new_id: IdSource) -> None:
    one = remove_stage(remove_stage(project, "visit", "dine", new_id=new_id), "visit", "leave", new_id=new_id)
    with refused("stage.last"):
        remove_stage(one, "visit", "arrive", new_id=new_id)


@pytest.mark.parametrize(
    "edit",
    [
        lambda p, new_id: add_stage(p, "visit", "", new_id=new_id, before="gone"),
        lambda p, new_id: rename_stage(p, "visit", "gone", ""),
        lambda p, new_id: move_stage(p, "visit", "gone"),
        lambda p, new_id: move_stage(p, "visit", "dine", before="gone"),
        lambda p, new_id: split_stage(p, "visit", "gone", "", new_id=new_id),
        lambda p, new_id: merge_stages(p, "visit", "dine", "gone"),
        lambda p, new_id: remove_stage(p, "visit", "gone", new_id=new_id),
    ],
)
def test_stages_that_are_gone(project: Project, new_id: IdSource, edit: Any) -> None:
    with pytest.raises(EditError) as error:
        edit(project, new_id)
    assert (error.value.code, error.value.arguments) == ("missing", {"id": "gone"})
