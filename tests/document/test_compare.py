"""What differs between two projects, told so that nobody has to look at either."""

import json

from hypothesis import given

from desktop.document.base import changed
from desktop.document.cards import Card, Evidence, Measure, Pain
from desktop.document.change import diff
from desktop.document.compare import compare
from desktop.document.difference import Difference, Name, Value, Where
from desktop.document.edits.cards import Spot, add_card, convert_cards, edit_cards, move_cards, remove_cards, span_card
from desktop.document.edits.comments import add_comment
from desktop.document.edits.facets import edit_facet
from desktop.document.edits.facts import edit_map, edit_project, move_task
from desktop.document.edits.inbox import park_cards, send_to_inbox
from desktop.document.edits.lanes import hide_lane, move_lane, remove_lane
from desktop.document.edits.links import add_link, remove_links
from desktop.document.edits.maps import add_map
from desktop.document.edits.markers import move_marker
from desktop.document.edits.people import edit_persona, remove_persona
from desktop.document.edits.stages import move_stage, rename_stage
from desktop.document.edits.steps import move_step, remove_step
from desktop.document.journey import Cluster, JourneyMap, Lane
from desktop.document.keyed import find
from desktop.document.project import Project
from effort import examples
from strategies import projects

MAP = Name("map", "visit", "Dinner")
ACTS = Name("lane", "acts", "", "actions")


def only(before: Project, after: Project) -> Difference:
    (difference,) = compare(before, after)
    return difference


def told(before: Project, after: Project) -> list[tuple[str, str, str]]:
    return [(each.code, each.thing.what, each.thing.id) for each in compare(before, after)]


def read_again(project: Project) -> Project:
    return Project.model_validate_json(project.model_dump_json())


def test_nothing_differs_from_itself(project: Project) -> None:
    assert compare(project, project) == ()


def test_nothing_differs_from_the_same_read_again(project: Project) -> None:
    assert compare(project, read_again(project)) == ()


def test_a_new_card_is_told_with_its_place(project: Project, new_id) -> None:
    after = add_card(project, "visit", Spot("acts", "eat"), "action", new_id=new_id, text="asks for salt")
    card = Name("card", "new1", "asks for salt", "action")
    assert only(project, after) == Difference("added", card, Where("lanes", (MAP, ACTS), ("Eat",)))


def test_a_card_that_is_gone_is_told_with_the_place_where_it_stood(project: Project) -> None:
    difference = only(project, remove_cards(project, "visit", ["a3"]))
    assert difference.code == "removed"
    assert difference.thing.title == "text of a3"
    assert difference.where == Where("lanes", (MAP, ACTS), ("Order",))


def test_what_was_read_again_differs_in_the_same_way(project: Project) -> None:
    after = remove_cards(project, "visit", ["a3"])
    assert compare(project, read_again(after)) == compare(project, after)


def test_a_changed_text_is_told_with_both(project: Project) -> None:
    difference = only(project, edit_cards(project, "visit", ["a3"], text="wait less"))
    assert (difference.code, difference.thing.title) == ("changed", "text of a3")
    assert difference.values == (Value("text", "text of a3", "wait less"),)


def test_several_fields_of_one_card_are_one_difference(project: Project) -> None:
    after = edit_cards(project, "visit", ["a3"], owner="Kim", starred=True, votes=3)
    fields = {value.field: (value.before, value.after) for value in only(project, after).values}
    assert fields == {"owner": ("", "Kim"), "starred": (False, True), "votes": (0, 3)}


def test_a_facet_is_told_field_by_field(project: Project) -> None:
    after = edit_facet(project, "visit", ["p1"], "pain.severity", 4)
    assert only(project, after).values == (Value("pain.severity", None, 4),)


def test_a_facet_that_says_nothing_is_as_good_as_none(project: Project) -> None:
    after = edit_cards(project, "visit", ["p1"], pain=Pain(), evidence=Evidence(state=""))
    assert compare(project, after) == ()


def test_a_figure_of_nought_is_a_figure(project: Project) -> None:
    after = edit_cards(project, "visit", ["p1"], measure=Measure(value=0.0))
    assert only(project, after).values == (Value("measure.value", None, 0.0),)


def test_a_turned_kind_is_told(project: Project) -> None:
    after = convert_cards(project, "visit", ["a3"], "quote")
    assert Value("kind", "action", "quote") in [value for each in compare(project, after) for value in each.values]


def test_ids_are_told_as_what_they_name(project: Project) -> None:
    after = edit_cards(project, "visit", ["a3"], persona="ben")
    assert only(project, after).values == (Value("persona", "", "Ben"),)


def test_an_id_that_names_nothing_is_told_as_it_is(project: Project) -> None:
    journey = changed(find(project.maps, "visit"), persona="nobody")
    assert only(project, changed(project, maps=(journey,))).values == (Value("persona", "Ana", "nobody"),)


def test_several_ids_are_told_as_what_they_name(project: Project) -> None:
    after = edit_map(project, "visit", goals=())
    assert only(project, after).values == (Value("goals", ("Happier guests",), ()),)


def test_a_card_at_another_step_has_moved(project: Project) -> None:
    difference = only(project, move_cards(project, "visit", ["p2"], Spot("pains", "eat")))
    assert (difference.code, difference.thing.id) == ("moved", "p2")
    assert difference.where.steps == ("Leave",)
    assert difference.to is not None
    assert difference.to.steps == ("Eat",)


def test_a_step_without_a_title_is_called_like_its_stage(project: Project) -> None:
    difference = only(project, move_cards(project, "visit", ["p2"], Spot("pains", "enter")))
    assert difference.to is not None
    assert difference.to.steps == ("Arrive",)


def test_a_card_in_another_lane_has_moved_and_is_neither_new_nor_gone(project: Project) -> None:
    difference = only(project, move_cards(project, "visit", ["a1"], Spot("pains", "find")))
    assert difference.code == "moved"
    assert difference.to is not None
    assert [name.id for name in (*difference.where.holders, *difference.to.holders)] == [
        "visit",
        "acts",
        "visit",
        "pains",
    ]


def test_a_card_that_moved_and_changed_is_told_twice(project: Project) -> None:
    after = edit_cards(project, "visit", ["p2"], text="far off")
    after = move_cards(after, "visit", ["p2"], Spot("acts", "eat"))
    assert told(project, after) == [("changed", "card", "p2"), ("moved", "card", "p2")]


def test_a_card_that_spans_more_has_moved(project: Project) -> None:
    difference = only(project, span_card(project, "visit", "p1", "order", "pay"))
    assert difference.to is not None
    assert (difference.where.steps, difference.to.steps) == (("Order",), ("Order", "Pay"))


def test_a_card_in_the_inbox_has_moved_into_a_new_group(project: Project, new_id) -> None:
    after = send_to_inbox(project, "visit", ["a1"], "Later", new_id=new_id)
    moved, group = compare(project, after)
    assert (moved.code, group.code, group.thing.title) == ("moved", "added", "Later")
    assert moved.to == Where("inbox", (MAP, Name("cluster", group.thing.id, "Later")))


def test_a_card_on_the_parking_lot_has_no_steps(project: Project) -> None:
    difference = only(project, park_cards(project, "visit", ["a1"]))
    assert difference.to == Where("parking", (MAP,))


def test_a_lane_that_is_gone_takes_its_cards_along_in_one_line(project: Project) -> None:
    after = remove_lane(project, "visit", "pains", new_id=None)
    lane = next(each for each in compare(project, after) if each.thing.what == "lane")
    assert (lane.code, lane.held) == ("removed", (("card", 3),))
    assert not [each for each in compare(project, after) if each.thing.what == "card"]


def test_cards_that_stay_elsewhere_are_not_counted_as_gone(project: Project) -> None:
    after = remove_lane(move_cards(project, "visit", ["p1"], Spot("acts", "eat")), "visit", "pains", new_id=None)
    there = {each.thing.id: each for each in compare(project, after)}
    assert there["pains"].held == (("card", 2),)
    assert there["p1"].code == "moved"


def test_a_new_map_is_one_line_with_what_it_holds(project: Project, new_id) -> None:
    difference = next(each for each in compare(project, _with_map(project, new_id)) if each.thing.what == "map")
    assert (difference.code, difference.where) == ("added", Where("maps"))
    assert dict(difference.held)["stage"] >= 1


def test_a_map_that_is_gone_is_one_line(project: Project, new_id) -> None:
    after = _with_map(project, new_id)
    assert [each.code for each in compare(after, project)] == ["removed"]


def _with_map(project: Project, new_id) -> Project:
    return add_map(project, "Second", new_id=new_id)


def test_a_lane_put_elsewhere_is_one_line_with_both_places(project: Project) -> None:
    difference = only(project, move_lane(project, "visit", "shut", "acts"))
    assert (difference.code, difference.thing.id) == ("ordered", "shut")
    assert difference.values == (Value("rank", 5, 1),)


def test_a_stage_and_a_step_put_elsewhere(project: Project) -> None:
    assert told(project, move_stage(project, "visit", "arrive"))[0] == ("ordered", "stage", "arrive")
    assert told(project, move_step(project, "visit", "pay", "dine", "eat"))[0] == ("ordered", "step", "pay")


def test_other_ranks_in_the_same_order_are_no_difference(project: Project) -> None:
    journey = find(project.maps, "visit")
    ranks = {"acts": "B", "mood": "C", "line": "D", "pains": "E", "shut": "F"}
    lanes = tuple(changed(lane, rank=ranks[lane.id]) for lane in journey.lanes)
    assert compare(project, changed(project, maps=(changed(journey, lanes=lanes),))) == ()


def test_cards_in_another_order_in_their_cell(project: Project) -> None:
    after = move_cards(project, "visit", ["a4"], Spot("acts", "order", before="a3"))
    assert told(project, after) == [("ordered", "card", "a4")]


def test_a_task_put_elsewhere(project: Project) -> None:
    assert told(project, move_task(project, "visit", "t2", "t1")) in (
        [("ordered", "task", "t2")],
        [("ordered", "task", "t1")],
    )


def test_an_arrow_is_called_by_its_ends(project: Project) -> None:
    difference = only(project, remove_links(project, "visit", ["l1"]))
    assert difference.thing == Name("link", "l1", "text of a1 → text of p1", "answers")


def test_a_new_arrow(project: Project, new_id) -> None:
    after = add_link(project, "visit", "leads", "a3", "a4", new_id=new_id)
    assert told(project, after) == [("added", "link", "new1")]


def test_a_feeling_is_called_by_whose_it_is(project: Project) -> None:
    difference = only(project, move_marker(project, "visit", "m2", "order", 1.0))
    assert (difference.thing.title, difference.where.steps) == ("Ana", ("Order",))
    assert difference.values == (Value("value", -1.5, 1.0),)


def test_a_comment_stands_on_its_card(project: Project, new_id) -> None:
    difference = only(
        project, add_comment(project, "visit", "a1", "Really?", author="Kim", date="2026-01-01", new_id=new_id)
    )
    assert (difference.code, difference.thing) == ("added", Name("comment", "new1", "Really?"))
    assert [name.id for name in difference.where.holders] == ["visit", "acts", "a1"]


def test_the_project_itself(project: Project) -> None:
    difference = only(project, edit_project(project, title="Two"))
    assert (difference.thing.what, difference.where) == ("project", Where())


def test_people_come_before_maps(project: Project) -> None:
    after = edit_map(edit_persona(project, "ana", name="Anna"), "visit", status="ideal")
    assert [each.thing.what for each in compare(project, after)] == ["persona", "map"]


def test_a_persona_that_is_gone(project: Project) -> None:
    assert ("removed", "persona", "ben") in told(project, remove_persona(project, "ben"))


def test_lanes_are_read_from_the_top_and_cards_from_the_left(project: Project) -> None:
    after = edit_cards(project, "visit", ["a1", "a2", "a3", "p1", "p2"], owner="Kim")
    after = rename_stage(after, "visit", "dine", "Eat")
    assert [each.thing.id for each in compare(project, after)] == ["dine", "a1", "a2", "a3", "p1", "p2"]


def test_a_removed_step_shrinks_what_spanned_it(project: Project, new_id) -> None:
    after = remove_step(project, "visit", "pay", new_id=new_id)
    span = next(each for each in compare(project, after) if each.thing.id == "s2")
    assert (span.code, span.where.steps, span.to.steps) == ("moved", ("Pay", "Leave"), ("Leave",))


def test_a_field_of_a_newer_version_is_told_of_without_a_name(project: Project) -> None:
    tree = project.model_dump(mode="json")
    tree["maps"][0]["x_later"] = 1
    assert only(project, Project.model_validate_json(json.dumps(tree))).values == (Value(""),)


def test_a_field_of_a_newer_version_inside_a_facet(project: Project) -> None:
    tree = project.model_dump(mode="json")
    tree["brand"]["x_later"] = 1
    assert only(project, Project.model_validate_json(json.dumps(tree))).thing.what == "project"


def test_two_sides_change_places(project: Project) -> None:
    after = edit_cards(remove_cards(project, "visit", ["a3"]), "visit", ["a1"], text="new")
    there, back = compare(project, after), compare(after, project)
    assert {each.code for each in there} == {"removed", "changed"}
    assert {each.code for each in back} == {"added", "changed"}


def test_lists_with_an_id_twice_are_compared_all_the_same() -> None:
    twice = tuple(Card(id="c", kind="note", text=text) for text in ("one", "two"))
    lanes = (Lane(id="l", kind="notes", cards=twice),)
    before = Project(id="p", maps=(JourneyMap(id="m", lanes=lanes),))
    after = Project(id="p", maps=(JourneyMap(id="m", inbox=(Cluster(id="x", cards=twice),)),))
    assert {each.code for each in compare(before, after)} == {"removed", "added", "moved"}


def test_a_hidden_lane(project: Project) -> None:
    assert only(project, hide_lane(project, "visit", "acts", True)).values == (Value("hidden", False, True),)


@examples(10)
@given(projects(), projects())
def test_any_two_projects_can_be_compared_from_either_side(one: Project, other: Project) -> None:
    found, back = compare(one, other), compare(other, one)
    assert {each.code for each in found} <= {"added", "removed", "moved", "ordered", "changed"}
    assert not lone(found) or diff(one, other)
    assert things(found, "added") == things(back, "removed")
    assert things(found, "removed") == things(back, "added")


def things(found: tuple[Difference, ...], code: str) -> set[str]:
    """The ids of what differs in this way."""
    return {each.thing.id for each in found if each.code == code}


def lone(found: tuple[Difference, ...]) -> set[str]:
    """The ids of what only one of the two projects has."""
    return things(found, "added") | things(found, "removed")


@examples(10)
@given(projects())
def test_a_project_equals_itself_read_again(project: Project) -> None:
    assert compare(project, read_again(project)) == ()
