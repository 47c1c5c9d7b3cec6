"""Lanes: add, rename, edit, reorder, group, hide, lock, set the height, remove."""

from typing import Any

import pytest
from sight import card, inbox, lane, lanes, links, markers, span, visit

from desktop.document.base import IdSource, changed
from desktop.document.edits.lanes import (
    add_lane,
    edit_group,
    edit_lane,
    group_lanes,
    hide_lane,
    lock_lane,
    move_group,
    move_lane,
    remove_lane,
    rename_lane,
    set_lane_height,
    ungroup_lanes,
)
from desktop.document.errors import EditError
from desktop.document.journey import AgendaPoint
from desktop.document.project import Project


def refused(code: str) -> Any:
    return pytest.raises(EditError, match=rf"^{code}\b")


def groups(project: Project) -> dict[str, str]:
    """Group → its lanes."""
    map_ = visit(project)
    rows = lanes(project).split()
    return {group.id: " ".join(name for name in rows if lane(project, name).group == group.id) for group in map_.groups}


def test_add_at_the_foot(project: Project, new_id: IdSource) -> None:
    after = add_lane(project, "visit", "quotes", "Said", new_id=new_id)
    assert lanes(after) == "acts mood line pains shut new1"
    assert (lane(after, "new1").kind, lane(after, "new1").title) == ("quotes", "Said")


def test_add_before_another(project: Project, new_id: IdSource) -> None:
    after = add_lane(project, "visit", "quotes", "", new_id=new_id, before="line")
    assert lanes(after) == "acts mood new1 line pains shut"
    assert lane(after, "new1").group == ""


def test_a_lane_added_inside_a_group_joins_it(project: Project, new_id: IdSource) -> None:
    after = add_lane(project, "visit", "quotes", "", new_id=new_id, before="mood")
    assert groups(after) == {"front": "acts new1 mood"}


def test_facts(project: Project) -> None:
    after = rename_lane(project, "visit", "acts", "Doing")
    after = set_lane_height(
        lock_lane(hide_lane(after, "visit", "acts", True), "visit", "acts", True), "visit", "acts", 2.5
    )
    now = lane(after, "acts")
    assert (now.title, now.hidden, now.locked, now.height) == ("Doing", True, True, 2.5)
    assert now.cards is lane(project, "acts").cards


@pytest.mark.parametrize(
    "edit",
    [
        lambda p: rename_lane(p, "visit", "acts", ""),
        lambda p: edit_lane(p, "visit", "acts", subtitle=""),
        lambda p: hide_lane(p, "visit", "acts", False),
        lambda p: lock_lane(p, "visit", "shut", True),
        lambda p: set_lane_height(p, "visit", "acts", 0.0),
        lambda p: move_lane(p, "visit", "acts", before="mood"),
        lambda p: move_lane(p, "visit", "shut"),
        lambda p: group_lanes(p, "visit", [], "", new_id=lambda: "x"),
        lambda p: edit_group(p, "visit", "front", title="In front"),
    ],
)
def test_what_it_is_already_changes_nothing(project: Project, edit: Any) -> None:
    assert edit(project) is project


@pytest.mark.parametrize("height", [-0.1, 101.0, float("nan")])
def test_heights_that_are_refused(project: Project, height: float) -> None:
    with pytest.raises(EditError) as error:
        set_lane_height(project, "visit", "acts", height)
    assert error.value.arguments["field"] == "height"


@pytest.mark.parametrize("field", ["group", "hidden", "locked", "height", "cards", "markers", "id", "rank"])
def test_fields_with_verbs_of_their_own(project: Project, field: str) -> None:
    with refused("field.own_verb"):
        edit_lane(project, "visit", "acts", **{field: 1})


@pytest.mark.parametrize(("name", "kind"), [("acts", "emotions"), ("acts", "visibility"), ("mood", "actions")])
def test_a_kind_that_cannot_hold_what_is_there(project: Project, name: str, kind: str) -> None:
    with refused("lane.not_empty"):
        edit_lane(project, "visit", name, kind=kind)


def test_a_kind_that_can(project: Project) -> None:
    assert lane(edit_lane(project, "visit", "acts", kind="touchpoints"), "acts").kind == "touchpoints"
    assert lane(edit_lane(project, "visit", "line", kind="emotions"), "line").kind == "emotions"


# reorder


def test_move_to_the_foot_leaves_the_group(project: Project) -> None:
    after = move_lane(project, "visit", "acts")
    assert lanes(after) == "mood line pains shut acts"
    assert groups(after) == {"front": "mood"}


def test_move_within_the_group_stays_in_it(project: Project) -> None:
    after = move_lane(project, "visit", "mood", before="acts")
    assert lanes(after).startswith("mood acts")
    assert groups(after) == {"front": "mood acts"}


def test_move_into_a_group_joins_it(project: Project) -> None:
    assert groups(move_lane(project, "visit", "pains", before="mood")) == {"front": "acts pains mood"}


def test_the_only_lane_of_a_group_takes_the_group_along(project: Project) -> None:
    alone = move_lane(project, "visit", "acts")
    assert groups(move_lane(alone, "visit", "mood")) == {"front": "mood"}


def test_other_lanes_stay_the_same_objects(project: Project) -> None:
    after = move_lane(project, "visit", "pains", before="line")
    assert all(lane(after, name) is lane(project, name) for name in ("acts", "mood", "line", "shut"))


# group


def test_grouped_lanes_come_together(project: Project, new_id: IdSource) -> None:
    after = group_lanes(project, "visit", ["shut", "line"], "Behind", new_id=new_id)
    assert lanes(after) == "acts mood line shut pains"
    assert groups(after) == {"front": "acts mood", "new1": "line shut"}


def test_a_group_that_loses_all_its_lanes_goes(project: Project, new_id: IdSource) -> None:
    after = group_lanes(project, "visit", ["acts", "mood", "line"], "All", new_id=new_id)
    assert groups(after) == {"new1": "acts mood line"}


def test_a_new_group_never_cuts_another_in_two(project: Project, new_id: IdSource) -> None:
    wide = group_lanes(project, "visit", ["acts", "mood", "line", "pains"], "Wide", new_id=new_id)
    after = group_lanes(wide, "visit", ["mood", "shut"], "New", new_id=new_id)
    assert lanes(after) == "acts line pains mood shut"
    assert groups(after) == {"new1": "acts line pains", "new2": "mood shut"}


@pytest.mark.parametrize(
    ("before", "order"), [("", "line pains shut acts mood"), ("shut", "line pains acts mood shut"), ("mood", "")]
)
def test_a_group_moves_as_a_whole(project: Project, before: str, order: str) -> None:
    after = move_group(project, "visit", "front", before)
    assert lanes(after) == (order or lanes(project))
    assert groups(after) == {"front": "acts mood"}


def test_a_group_does_not_come_into_another(project: Project, new_id: IdSource) -> None:
    two = group_lanes(project, "visit", ["pains", "shut"], "Two", new_id=new_id)
    assert lanes(move_group(two, "visit", "front", "shut")) == "line pains shut acts mood"


def test_ungroup(project: Project) -> None:
    after = ungroup_lanes(project, "visit", "front")
    assert groups(after) == {}
    assert lanes(after) == lanes(project)
    assert lane(after, "acts").group == ""


def test_fold_and_rename_a_group(project: Project) -> None:
    group = visit(edit_group(project, "visit", "front", title="Seen", folded=True)).groups[0]
    assert (group.title, group.folded) == ("Seen", True)


# remove


def test_cards_go_to_the_inbox(project: Project, new_id: IdSource) -> None:
    named = rename_lane(project, "visit", "acts", "Doing")
    after = remove_lane(named, "visit", "acts", new_id=new_id)
    assert lanes(after) == "mood line pains shut"
    assert inbox(after)["from Doing (6)"] == "a1 a2 s1 a3 a4 s2"
    assert span(after, "s1") == ("", "")
    assert links(after) == {"l1"}


def test_a_lane_without_a_title_is_called_by_its_kind(project: Project, new_id: IdSource) -> None:
    assert inbox(remove_lane(project, "visit", "pains", new_id=new_id))["from pains (3)"] == "p1 f1 p2"


def test_markers_go_to_the_inbox_too(project: Project, new_id: IdSource) -> None:
    after = remove_lane(project, "visit", "mood", new_id=new_id)
    assert markers(after) == {}
    assert [len(group.markers) for group in visit(after).inbox if group.id == "new1"] == [4]


def test_delete_the_cards_too(project: Project) -> None:
    after = remove_lane(project, "visit", "acts", new_id=None)
    assert inbox(after) == {"Photos": "i1"}
    assert links(after) == set()


def test_the_last_lane_of_a_group_takes_the_group_away(project: Project) -> None:
    one = remove_lane(project, "visit", "acts", new_id=None)
    assert groups(one) == {"front": "mood"}
    assert groups(remove_lane(one, "visit", "mood", new_id=None)) == {}


def test_the_agenda_no_longer_opens_a_removed_lane(project: Project) -> None:
    planned = changed(visit(project), agenda=(AgendaPoint(id="g", lane="pains", minutes=20),))
    after = remove_lane(changed(project, maps=(planned,)), "visit", "pains", new_id=None)
    assert visit(after).agenda[0].lane == ""
    assert visit(after).agenda[0].minutes == 20


def test_a_divider_leaves_nothing_behind(project: Project, new_id: IdSource) -> None:
    assert inbox(remove_lane(project, "visit", "line", new_id=new_id)) == {"Photos": "i1"}


def test_a_locked_lane_stays(project: Project) -> None:
    with refused("lane.locked"):
        remove_lane(project, "visit", "shut", new_id=None)


def test_unlocked_its_cards_can_be_edited(project: Project) -> None:
    free = lock_lane(project, "visit", "shut", False)
    assert card(remove_lane(free, "visit", "shut", new_id=lambda: "x"), "n1").text == "text of n1"


@pytest.mark.parametrize(
    "edit",
    [
        lambda p: add_lane(p, "visit", "notes", "", new_id=lambda: "x", before="gone"),
        lambda p: rename_lane(p, "visit", "gone", ""),
        lambda p: hide_lane(p, "visit", "gone", True),
        lambda p: lock_lane(p, "visit", "gone", True),
        lambda p: set_lane_height(p, "visit", "gone", 1.0),
        lambda p: move_lane(p, "visit", "gone"),
        lambda p: move_lane(p, "visit", "acts", before="gone"),
        lambda p: group_lanes(p, "visit", ["acts", "gone"], "", new_id=lambda: "x"),
        lambda p: ungroup_lanes(p, "visit", "gone"),
        lambda p: edit_group(p, "visit", "gone", title=""),
        lambda p: remove_lane(p, "visit", "gone", new_id=None),
    ],
)
def test_lanes_and_groups_that_are_gone(project: Project, edit: Any) -> None:
    with pytest.raises(EditError) as error:
        edit(project)
    assert (error.value.code, error.value.arguments) == ("missing", {"id": "gone"})
