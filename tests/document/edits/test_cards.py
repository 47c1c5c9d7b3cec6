"""Cards: add, edit, convert, move, span, copy, remove."""

from typing import Any

import pytest
from sight import card, cell, inbox, lane, links, span, visit

from desktop.document.base import IdSource, in_order
from desktop.document.cards import Comment, Evidence, Measure, Pain
from desktop.document.edits.cards import (
    Spot,
    add_card,
    add_cards,
    convert_cards,
    copy_cards,
    edit_cards,
    move_cards,
    remove_cards,
    span_card,
)
from desktop.document.edits.lanes import add_lane
from desktop.document.errors import EditError
from desktop.document.project import Project
from desktop.document.ranks import LONGEST


def refused(code: str) -> Any:
    return pytest.raises(EditError, match=rf"^{code}\b")


# add


def test_add_a_card_to_an_empty_cell(project: Project, new_id: IdSource) -> None:
    after = add_card(project, "visit", Spot("pains", "eat"), "pain", new_id=new_id, text="Cold soup")
    assert cell(after, "pains", "eat") == "new1"
    assert card(after, "new1").text == "Cold soup"
    assert span(after, "new1") == ("eat", "eat")


def test_a_new_card_goes_to_the_foot_of_the_cell(project: Project, new_id: IdSource) -> None:
    after = add_card(project, "visit", Spot("acts", "order"), "action", new_id=new_id)
    assert cell(after, "acts", "order") == "a3 a4 new1"


@pytest.mark.parametrize(
    ("spot", "order"),
    [
        (Spot("acts", "order", after="a3"), "a3 new1 a4"),
        (Spot("acts", "order", before="a4"), "a3 new1 a4"),
        (Spot("acts", "order", after="a3", before="a4"), "a3 new1 a4"),
        (Spot("acts", "order", before="a3"), "new1 a3 a4"),
        (Spot("acts", "order", after="a4"), "a3 a4 new1"),
    ],
)
def test_a_new_card_comes_between_its_neighbours(project: Project, new_id: IdSource, spot: Spot, order: str) -> None:
    assert cell(add_card(project, "visit", spot, "action", new_id=new_id), "acts", "order") == order


def test_pasted_lines_become_cards_in_their_order(project: Project, new_id: IdSource) -> None:
    after = add_cards(project, "visit", Spot("acts", "order", after="a3"), "action", ("x", "y", "z"), new_id=new_id)
    assert cell(after, "acts", "order") == "a3 new1 new2 new3 a4"
    assert [card(after, f"new{n}").text for n in (1, 2, 3)] == ["x", "y", "z"]


def test_no_lines_change_nothing(project: Project, new_id: IdSource) -> None:
    assert add_cards(project, "visit", Spot("acts", "order"), "action", (), new_id=new_id) is project


def test_a_new_card_may_have_facets(project: Project, new_id: IdSource) -> None:
    fields = {"pain": Pain(severity=4), "evidence": Evidence(state="research"), "persona": "ben"}
    after = add_card(project, "visit", Spot("pains", "eat"), "pain", new_id=new_id, **fields)
    assert card(after, "new1").pain == Pain(severity=4)
    assert card(after, "new1").persona == "ben"


@pytest.mark.parametrize(
    ("spot", "code"),
    [
        (Spot("nowhere", "eat"), "missing"),
        (Spot("acts", "nowhere"), "missing"),
        (Spot("acts", "eat", after="nowhere"), "missing"),
        (Spot("acts", "eat", before="p1"), "missing"),
        (Spot("mood", "eat"), "lane.no_cards"),
        (Spot("line", "eat"), "lane.no_cards"),
        (Spot("shut", "eat"), "lane.locked"),
    ],
)
def test_where_no_card_can_land(project: Project, new_id: IdSource, spot: Spot, code: str) -> None:
    with refused(code):
        add_card(project, "visit", spot, "note", new_id=new_id)
    with refused(code):
        move_cards(project, "visit", ["a1"], spot)


def test_a_map_that_is_not_there(project: Project, new_id: IdSource) -> None:
    with refused("missing"):
        add_card(project, "nowhere", Spot("acts", "eat"), "note", new_id=new_id)


# edit


def test_edit_one_card(project: Project) -> None:
    after = edit_cards(project, "visit", ["a3"], text="Choose", details="from the card", tags=("slow",))
    assert (card(after, "a3").text, card(after, "a3").details, card(after, "a3").tags) == (
        "Choose",
        "from the card",
        ("slow",),
    )


def test_edit_several_cards_in_several_lanes(project: Project) -> None:
    after = edit_cards(project, "visit", ["a3", "p1", "i1", "k1"], owner="Kim")
    assert {card(after, name).owner for name in ("a3", "p1", "i1", "k1")} == {"Kim"}
    assert card(after, "a1").owner == ""


def test_lanes_without_the_card_stay_the_same_objects(project: Project) -> None:
    after = edit_cards(project, "visit", ["a3"], text="Choose")
    assert lane(after, "pains") is lane(project, "pains")
    assert card(after, "a1") is card(project, "a1")
    assert visit(after).stages is visit(project).stages


def test_the_same_text_changes_nothing(project: Project) -> None:
    assert edit_cards(project, "visit", ["a3"], text="text of a3") is project


def test_no_card_changes_nothing(project: Project) -> None:
    assert edit_cards(project, "visit", [], text="x") is project


@pytest.mark.parametrize(
    ("fields", "field", "reason"),
    [
        ({"text": "x" * 20_001}, "text", "string_too_long"),
        ({"text": "\ud800"}, "text", "string_unicode"),
        ({"votes": -1}, "votes", "greater_than_equal"),
        ({"votes": 1.5}, "votes", "int_type"),
        ({"pain": "bad"}, "pain", "model_type"),
        ({"due": "tomorrow"}, "due", "string_pattern_mismatch"),
    ],
)
def test_a_refused_value_names_its_field(project: Project, fields: dict[str, Any], field: str, reason: str) -> None:
    with pytest.raises(EditError) as error:
        edit_cards(project, "visit", ["a3"], **fields)
    assert error.value.code == "field.refused"
    assert error.value.arguments == {"field": field, "reason": reason}


@pytest.mark.parametrize("field", ["id", "rank", "kind", "first", "last"])
def test_fields_with_verbs_of_their_own(project: Project, field: str) -> None:
    with refused("field.own_verb"):
        edit_cards(project, "visit", ["a3"], **{field: "x"})


def test_a_field_that_cards_do_not_have(project: Project) -> None:
    with refused("field.unknown"):
        edit_cards(project, "visit", ["a3"], colour="red")


@pytest.mark.parametrize("fields", [{"persona": "zoe"}, {"measure": Measure(metric="nps")}])
def test_a_card_cannot_name_what_is_not_there(project: Project, fields: dict[str, Any]) -> None:
    with refused("missing"):
        edit_cards(project, "visit", ["a3"], **fields)


def test_comments_are_edited_with_the_card(project: Project) -> None:
    after = edit_cards(project, "visit", ["a3"], comments=(Comment(id="says", text="True"),))
    assert card(after, "a3").comments[0].text == "True"


@pytest.mark.parametrize(
    "edit",
    [
        lambda p: edit_cards(p, "visit", ["n1"], text="x"),
        lambda p: convert_cards(p, "visit", ["n1"], "pain"),
        lambda p: span_card(p, "visit", "n1", "eat", "pay"),
        lambda p: move_cards(p, "visit", ["a1", "n1"], Spot("acts", "eat")),
        lambda p: remove_cards(p, "visit", ["n1"]),
    ],
)
def test_cards_of_a_locked_lane_are_safe(project: Project, edit: Any) -> None:
    with refused("lane.locked"):
        edit(project)


@pytest.mark.parametrize(
    "edit",
    [
        lambda p: edit_cards(p, "visit", ["a1", "gone"], text="x"),
        lambda p: convert_cards(p, "visit", ["gone"], "pain"),
        lambda p: span_card(p, "visit", "gone", "eat", "pay"),
        lambda p: move_cards(p, "visit", ["gone"], Spot("acts", "eat")),
        lambda p: remove_cards(p, "visit", ["gone"]),
    ],
)
def test_cards_that_are_gone(project: Project, edit: Any) -> None:
    with pytest.raises(EditError) as error:
        edit(project)
    assert (error.value.code, error.value.arguments) == ("missing", {"id": "gone"})


# convert


def test_convert_and_back_keeps_every_facet(project: Project) -> None:
    rich = edit_cards(project, "visit", ["a3"], pain=Pain(severity=5), channel="web")
    back = convert_cards(convert_cards(rich, "visit", ["a3"], "quote"), "visit", ["a3"], "action")
    assert card(back, "a3") == card(rich, "a3")


def test_convert_to_a_kind_of_ones_own(project: Project) -> None:
    assert card(convert_cards(project, "visit", ["a3"], "homemade"), "a3").kind == "homemade"


def test_a_kind_must_not_be_empty(project: Project) -> None:
    with refused("field.refused"):
        convert_cards(project, "visit", ["a3"], "")


# span


def test_span_over_several_steps(project: Project) -> None:
    assert span(span_card(project, "visit", "a3", "enter", "pay"), "a3") == ("enter", "pay")


def test_the_span_it_has_changes_nothing(project: Project) -> None:
    assert span_card(project, "visit", "s1", "enter", "pay") is project


def test_a_span_runs_from_left_to_right(project: Project) -> None:
    with refused("span.reversed"):
        span_card(project, "visit", "a3", "pay", "enter")


def test_a_loose_card_has_no_span(project: Project) -> None:
    with refused("card.not_on_map"):
        span_card(project, "visit", "i1", "find", "enter")


# move


def test_move_to_another_cell(project: Project) -> None:
    after = move_cards(project, "visit", ["a1"], Spot("acts", "eat"))
    assert cell(after, "acts", "find") == ""
    assert cell(after, "acts", "eat") == "a1"


def test_move_to_another_lane_keeps_the_kind(project: Project) -> None:
    after = move_cards(project, "visit", ["a1"], Spot("pains", "order", before="p1"))
    assert cell(after, "pains", "order") == "a1 p1"
    assert card(after, "a1").kind == "action"
    assert "a1" not in {one.id for one in lane(after, "acts").cards}


def test_neighbours_keep_their_ranks(project: Project) -> None:
    after = move_cards(project, "visit", ["a1"], Spot("acts", "order", after="a3", before="a4"))
    assert card(after, "a3") is card(project, "a3")
    assert card(after, "a4") is card(project, "a4")


def test_several_keep_the_order_they_have_on_the_map(project: Project) -> None:
    after = move_cards(project, "visit", ["p2", "a4", "a3", "a1"], Spot("pains", "eat"))
    assert cell(after, "pains", "eat") == "a1 a3 a4 p2"


def test_several_within_their_lane(project: Project) -> None:
    after = move_cards(project, "visit", ["a4", "a1"], Spot("acts", "order", before="a3"))
    assert cell(after, "acts", "order") == "a1 a4 a3"


def test_a_span_moves_whole(project: Project) -> None:
    assert span(move_cards(project, "visit", ["s2"], Spot("pains", "find")), "s2") == ("find", "enter")


def test_a_span_is_cut_at_the_last_step(project: Project) -> None:
    assert span(move_cards(project, "visit", ["s1"], Spot("acts", "pay")), "s1") == ("pay", "go")


def test_a_card_comes_out_of_the_inbox_and_its_empty_group_goes(project: Project) -> None:
    after = move_cards(project, "visit", ["i1"], Spot("acts", "find"))
    assert cell(after, "acts", "find") == "a1 i1"
    assert inbox(after) == {}


def test_a_card_comes_out_of_the_parking_lot(project: Project) -> None:
    after = move_cards(project, "visit", ["k1"], Spot("acts", "find"))
    assert span(after, "k1") == ("find", "find")
    assert visit(after).parking == ()


@pytest.mark.parametrize(
    ("ids", "spot"),
    [
        (["a3"], Spot("acts", "order", before="a4")),
        (["a3"], Spot("acts", "order", after="a3")),
        (["a3"], Spot("acts", "order", before="a3")),
        (["a4"], Spot("acts", "order", after="a3")),
        (["a3", "a4"], Spot("acts", "order", after="a3")),
        (["a1"], Spot("acts", "find")),
        ([], Spot("acts", "find")),
    ],
)
def test_dropped_where_it_stood_changes_nothing(project: Project, ids: list[str], spot: Spot) -> None:
    assert move_cards(project, "visit", ids, spot) is project


def test_two_neighbours_change_places(project: Project) -> None:
    assert cell(move_cards(project, "visit", ["a4"], Spot("acts", "order", before="a3")), "acts", "order") == "a4 a3"


def test_dropping_in_one_gap_a_thousand_times_keeps_ranks_short(project: Project, new_id: IdSource) -> None:
    after = project
    for turn in range(1_000):
        moving, other = ("a1", "a2") if turn % 2 else ("a2", "a1")
        step = "pay" if turn % 4 < 2 else "order"
        after = move_cards(after, "visit", [moving], Spot("acts", step, after="a3"))
        assert len(card(after, moving).rank) <= LONGEST, other
    row = [one.id for one in in_order(lane(after, "acts").cards)]
    assert row.index("a1") == row.index("a3") + 1


def test_equal_ranks_make_room_for_a_card_between(project: Project, new_id: IdSource) -> None:
    equal = add_lane(project, "visit", "notes", "", new_id=new_id)
    full = add_cards(equal, "visit", Spot("new1", "eat"), "note", ("x", "y"), new_id=new_id)
    same = full.model_copy(update={"maps": (_with_equal_ranks(full),)})
    after = move_cards(same, "visit", ["a1"], Spot("new1", "eat", after="new2", before="new3"))
    assert cell(after, "new1", "eat") == "new2 a1 new3"


def _with_equal_ranks(project: Project) -> Any:
    map_ = visit(project)
    cards = tuple(one.model_copy(update={"rank": "V"}) for one in lane(project, "new1").cards)
    flat = lane(project, "new1").model_copy(update={"cards": cards})
    return map_.model_copy(update={"lanes": tuple(flat if one.id == "new1" else one for one in map_.lanes)})


# copy


def test_a_copy_has_a_new_id_and_no_votes_or_comments(project: Project, new_id: IdSource) -> None:
    voted = edit_cards(project, "visit", ["a3"], votes=7, comments=(Comment(id="says"),))
    after = copy_cards(voted, "visit", ["a3"], Spot("pains", "eat"), new_id=new_id)
    assert (card(after, "new1").votes, card(after, "new1").comments) == (0, ())
    assert card(after, "new1").text == "text of a3"
    assert card(after, "a3") is card(voted, "a3")


def test_copies_stand_in_the_order_of_the_originals(project: Project, new_id: IdSource) -> None:
    after = copy_cards(project, "visit", ["a4", "a1", "s1"], Spot("pains", "eat"), new_id=new_id)
    texts = [card(after, name).text for name in cell(after, "pains", "eat").split()]
    assert texts == ["text of a1", "text of s1", "text of a4"]


def test_a_card_of_a_locked_lane_can_be_copied(project: Project, new_id: IdSource) -> None:
    after = copy_cards(project, "visit", ["n1"], Spot("acts", "eat"), new_id=new_id)
    assert cell(after, "acts", "eat") == "new1"


# remove


def test_remove_cards_from_several_lanes(project: Project) -> None:
    after = remove_cards(project, "visit", ["a3", "p2", "i1", "k1"])
    assert cell(after, "acts", "order") == "a4"
    assert cell(after, "pains", "go") == ""
    assert visit(after).parking == ()


@pytest.mark.parametrize("end", ["a1", "p1"])
def test_links_of_a_removed_card_go(project: Project, end: str) -> None:
    assert links(remove_cards(project, "visit", [end])) == set()


def test_a_task_no_longer_answers_a_removed_card(project: Project) -> None:
    tasks = visit(remove_cards(project, "visit", ["p1"])).tasks
    assert [task.answers for task in tasks] == ["", ""]
    assert tasks[0].text == "Shorten the wait"
