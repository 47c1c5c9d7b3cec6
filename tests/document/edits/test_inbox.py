"""The inbox and the parking lot."""

from typing import Any

import pytest
from sight import card, cell, inbox, lane, links, markers, span, visit

from desktop.document.base import IdSource, in_order
from desktop.document.edits.cards import Spot
from desktop.document.edits.inbox import (
    add_notes,
    add_to_inbox,
    edit_cluster,
    loose_notes,
    merge_clusters,
    move_cluster,
    park_cards,
    place_cards,
    place_cluster,
    regroup,
    remove_cluster,
    send_to_inbox,
    unpark,
)
from desktop.document.edits.lanes import lock_lane, remove_lane
from desktop.document.edits.markers import place_marker
from desktop.document.edits.steps import remove_step
from desktop.document.errors import EditError
from desktop.document.project import Project


def refused(code: str) -> Any:
    return pytest.raises(EditError, match=rf"^{code}\b")


def test_texts_arrive_as_a_group(project: Project, new_id: IdSource) -> None:
    after = add_to_inbox(project, "visit", "Survey", "quote", ("Fine", "Slow"), new_id=new_id)
    assert inbox(after) == {"Photos": "i1", "Survey": "new1 new2"}
    assert (card(after, "new2").text, card(after, "new2").kind) == ("Slow", "quote")


def test_cards_are_taken_off_the_map(project: Project, new_id: IdSource) -> None:
    after = send_to_inbox(project, "visit", ["p1", "a1", "k1"], "Later", new_id=new_id)
    assert inbox(after)["Later"] == "k1 a1 p1"
    assert span(after, "a1") == ("", "")
    assert cell(after, "pains", "order") == ""
    assert links(after) == {"l1"}


def test_a_group_left_empty_goes(project: Project, new_id: IdSource) -> None:
    assert inbox(send_to_inbox(project, "visit", ["i1"], "Later", new_id=new_id)) == {"Later": "i1"}


def test_cards_are_put_aside(project: Project) -> None:
    after = park_cards(project, "visit", ["a3", "a1"])
    assert [one.id for one in in_order(visit(after).parking)] == ["k1", "a1", "a3"]


def test_what_is_parked_stays_where_it_is(project: Project) -> None:
    assert park_cards(project, "visit", ["k1"]) is project
    assert park_cards(project, "visit", ["k1", "a1"]) == park_cards(project, "visit", ["a1"])


@pytest.mark.parametrize(
    "edit",
    [
        lambda p, ids: send_to_inbox(p, "visit", ids, "", new_id=lambda: "x"),
        lambda p, ids: park_cards(p, "visit", ids),
    ],
)
def test_cards_that_cannot_leave(project: Project, edit: Any) -> None:
    with refused("lane.locked"):
        edit(project, ["n1"])
    with refused("missing"):
        edit(project, ["gone"])
    assert edit(project, []) is project


def test_rename_and_reorder_groups(project: Project, new_id: IdSource) -> None:
    two = add_to_inbox(project, "visit", "Survey", "quote", ("Fine",), new_id=new_id)
    after = move_cluster(edit_cluster(two, "visit", "box", "Prints"), "visit", "new2", before="box")
    assert [group.title for group in in_order(visit(after).inbox)] == ["Survey", "Prints"]


def test_no_texts_change_nothing(project: Project, new_id: IdSource) -> None:
    assert add_to_inbox(project, "visit", "Survey", "quote", (), new_id=new_id) is project


def test_place_a_group_on_the_map(project: Project, new_id: IdSource) -> None:
    sent = send_to_inbox(project, "visit", ["p1", "a1"], "Later", new_id=new_id)
    after = place_cluster(sent, "visit", "new1", Spot("acts", "order", after="a3"))
    assert cell(after, "acts", "order") == "a3 a1 p1 a4"
    assert inbox(after) == {"Photos": "i1"}


def test_markers_come_back_to_steps_that_still_exist(project: Project, new_id: IdSource) -> None:
    """Removed with their lane, they go to the emotion lane that is there."""
    other = lock_lane(project, "visit", "shut", False)
    bare = remove_lane(other, "visit", "mood", new_id=new_id)
    turned = bare.model_copy(update={"maps": (_with_mood(bare),)})
    after = place_cluster(turned, "visit", "new1", Spot("acts", "pay"))
    assert markers(after) == markers(project)


def _with_mood(project: Project) -> Any:
    map_ = visit(project)
    turned = tuple(one.model_copy(update={"kind": "emotions"}) if one.id == "line" else one for one in map_.lanes)
    return map_.model_copy(update={"lanes": turned})


def test_markers_of_a_removed_step_come_to_the_target(project: Project, new_id: IdSource) -> None:
    bare = remove_step(project, "visit", "order", new_id=new_id)
    after = place_cluster(bare, "visit", "new1", Spot("acts", "pay"))
    assert markers(after)["m2"] == ("pay", "ana", -1.5)


def test_a_marker_gives_way_to_the_one_that_is_there(project: Project, new_id: IdSource) -> None:
    bare = remove_step(project, "visit", "order", new_id=new_id)
    felt = place_marker(bare, "visit", "mood", "pay", persona="ana", value=0.0, new_id=lambda: "new")
    after = place_cluster(felt, "visit", "new1", Spot("acts", "pay"))
    assert markers(after)["new"] == ("pay", "ana", 0.0)
    assert "m2" not in markers(after)


def test_without_a_free_emotion_lane_markers_go(project: Project, new_id: IdSource) -> None:
    bare = lock_lane(remove_step(project, "visit", "order", new_id=new_id), "visit", "mood", True)
    after = place_cluster(bare, "visit", "new1", Spot("acts", "pay"))
    assert lane(after, "mood") is lane(bare, "mood")


def test_delete_a_group_with_its_cards(project: Project, new_id: IdSource) -> None:
    sent = send_to_inbox(project, "visit", ["p1"], "Later", new_id=new_id)
    after = remove_cluster(sent, "visit", "new1")
    assert inbox(after) == {"Photos": "i1"}
    assert links(after) == set()
    assert visit(after).tasks[0].answers == ""


@pytest.mark.parametrize(
    "edit",
    [
        lambda p: edit_cluster(p, "visit", "gone", ""),
        lambda p: move_cluster(p, "visit", "gone"),
        lambda p: place_cluster(p, "visit", "gone", Spot("acts", "pay")),
        lambda p: remove_cluster(p, "visit", "gone"),
    ],
)
def test_groups_that_are_gone(project: Project, edit: Any) -> None:
    with refused("missing"):
        edit(project)


def test_an_edited_group_that_stays_the_same(project: Project) -> None:
    assert edit_cluster(project, "visit", "box", "Photos") is project
    assert move_cluster(project, "visit", "box") is project


def test_notes_are_gathered_without_a_title(project: Project, new_id: IdSource) -> None:
    one = add_notes(project, "visit", ["slow"], new_id=new_id)
    after = add_notes(one, "visit", ["cold", "dark"], new_id=new_id)
    assert inbox(after) == {"": "new1 new3 new4", "Photos": "i1"}
    assert (card(after, "new3").text, card(after, "new3").kind) == ("cold", "note")


def test_loose_notes_come_first(project: Project, new_id: IdSource) -> None:
    after = add_notes(project, "visit", ["slow"], new_id=new_id)
    assert loose_notes(visit(after)) is in_order(visit(after).inbox)[0]
    assert loose_notes(visit(project)) is None


def test_notes_may_go_to_a_group(project: Project, new_id: IdSource) -> None:
    after = add_notes(project, "visit", ["slow"], new_id=new_id, cluster_id="box", kind="pain")
    assert inbox(after) == {"Photos": "i1 new1"}
    assert card(after, "new1").kind == "pain"
    assert add_notes(project, "visit", [], new_id=new_id) is project


def test_cards_come_to_a_group_from_anywhere(project: Project, new_id: IdSource) -> None:
    after = regroup(project, "visit", ["a1", "k1", "p1"], "box", new_id=new_id)
    assert inbox(after) == {"Photos": "i1 k1 a1 p1"}
    assert span(after, "a1") == ("", "")
    assert visit(after).parking == ()


def test_cards_of_a_group_change_places(project: Project, new_id: IdSource) -> None:
    full = regroup(project, "visit", ["a1", "p1"], "box", new_id=new_id)
    assert inbox(regroup(full, "visit", ["p1"], "box", new_id=new_id, before="i1")) == {"Photos": "p1 i1 a1"}
    assert inbox(regroup(full, "visit", ["i1"], "box", new_id=new_id)) == {"Photos": "a1 p1 i1"}
    assert inbox(regroup(full, "visit", ["i1", "a1"], "box", new_id=new_id, before="a1")) == {"Photos": "i1 a1 p1"}


def test_cards_that_stay_change_nothing(project: Project, new_id: IdSource) -> None:
    full = regroup(project, "visit", ["a1", "p1"], "box", new_id=new_id)
    assert regroup(full, "visit", ["p1"], "box", new_id=new_id) is full
    assert regroup(full, "visit", ["a1"], "box", new_id=new_id, before="p1") is full
    assert regroup(full, "visit", [], "box", new_id=new_id) is full


def test_a_group_must_be_there(project: Project, new_id: IdSource) -> None:
    with refused("missing"):
        regroup(project, "visit", ["a1"], "gone", new_id=new_id)
    with refused("missing"):
        regroup(project, "visit", ["a1"], "box", new_id=new_id, before="gone")
    with refused("lane.locked"):
        regroup(project, "visit", ["n1"], "box", new_id=new_id)


def test_the_last_card_takes_its_group_along(project: Project, new_id: IdSource) -> None:
    assert inbox(regroup(project, "visit", ["i1"], new_id=new_id)) == {"": "i1"}


def test_a_parked_topic_comes_back(project: Project, new_id: IdSource) -> None:
    after = unpark(project, "visit", ["k1", "a1"], new_id=new_id)
    assert inbox(after) == {"": "k1", "Photos": "i1"}
    assert visit(after).parking == ()
    assert unpark(project, "visit", ["a1"], new_id=new_id) is project


def test_groups_become_one(project: Project, new_id: IdSource) -> None:
    two = add_to_inbox(project, "visit", "Survey", "quote", ("Fine", "Slow"), new_id=new_id)
    assert inbox(merge_clusters(two, "visit", "box", "new3")) == {"Survey": "new1 new2 i1"}
    assert merge_clusters(two, "visit", "box", "box") is two


def test_markers_come_along_with_their_group(project: Project, new_id: IdSource) -> None:
    gone = remove_step(project, "visit", "order", new_id=new_id)
    kept = next(group for group in visit(gone).inbox if group.markers)
    after = merge_clusters(gone, "visit", kept.id, "box")
    assert visit(after).inbox[0].markers == kept.markers


def test_the_last_card_that_is_placed_brings_the_markers_back(project: Project, new_id: IdSource) -> None:
    gone = remove_step(project, "visit", "order", new_id=new_id)
    kept = next(group for group in visit(gone).inbox if group.markers)
    *rest, last = [one.id for one in in_order(kept.cards)]
    some = place_cards(gone, "visit", rest, Spot("acts", "pay"))
    assert "m2" not in markers(some)
    after = place_cards(some, "visit", [last], Spot("acts", "pay"))
    assert markers(after)["m2"] == ("pay", "ana", -1.5)
    assert inbox(after) == {"Photos": "i1"}


def test_cards_of_several_groups_come_in_the_order_of_their_groups(project: Project, new_id: IdSource) -> None:
    two = add_to_inbox(project, "visit", "Survey", "quote", ("Fine", "Slow"), new_id=new_id)
    swapped = move_cluster(two, "visit", "new3", before="box")
    after = place_cards(swapped, "visit", ["i1", "new2", "new1"], Spot("acts", "eat"))
    assert cell(after, "acts", "eat") == "new1 new2 i1"
