"""The verbs of a selection: what they do to each sort of thing, that each is one undo step, and what they refuse."""

import pytest

from desks import cell, desk_on, held, home, small_map
from desktop.desk.arrange import Arrange
from desktop.desk.direction import Direction
from desktop.document.base import changed, in_order
from desktop.document.cards import Card, Marker
from desktop.document.edits.lanes import hide_lane
from desktop.document.edits.links import add_link
from desktop.document.locate import columns_of
from grids import card, lane, project

LEFT, RIGHT, UP, DOWN = Direction.LEFT, Direction.RIGHT, Direction.UP, Direction.DOWN


@pytest.fixture
def desk():
    return desk_on()


@pytest.fixture
def arrange(desk):
    return Arrange(desk)


@pytest.fixture
def told(desk):
    """What is said, and the sentences of what is offered."""
    heard = []
    desk.said.connect(heard.append)
    desk.offered.connect(lambda offer: heard.append(offer.sentence))
    return heard


@pytest.fixture
def offers(desk):
    heard = []
    desk.offered.connect(heard.append)
    return heard


def steps(desk):
    return list(columns_of(desk.journey).steps)


def stages(desk):
    return [each.id for each in in_order(desk.journey.stages)]


def lanes(desk):
    return [each.id for each in in_order(desk.journey.lanes)]


def span(desk, thing):
    return held(desk, thing).first, held(desk, thing).last


def once(desk, label):
    """Whether the last edit has this label, and taking it back leaves none."""
    entry = desk.session.undoable
    return entry is not None and entry.label == label and desk.undo() is entry and desk.session.undoable is None


def test_cards_markers_and_links_are_deleted(desk, arrange, told):
    link = add_link(desk.project, "m", "leads", "c1", "c3", new_id=lambda: "k1")
    desk.edit("Link", link, ["c2", "m1", "k1"])
    assert arrange.remove()
    assert (held(desk, "c2"), held(desk, "m1"), desk.journey.links) == (None, None, ())
    assert not desk.selected
    assert not told
    assert desk.session.undoable.label == "Delete 3 things"


@pytest.mark.parametrize(
    ("thing", "label"),
    [("c1", "Delete action"), ("m1", "Delete emotion"), ("l-more", "Delete lane"), ("d3", "Delete step")],
)
def test_the_label_says_what_was_deleted(desk, arrange, thing, label):
    desk.select([thing])
    arrange.remove()
    assert once(desk, label)


def test_several_of_a_sort_are_counted(desk, arrange):
    desk.select(["c1", "c3"])
    arrange.remove()
    assert once(desk, "Delete 2 cards")


def test_nothing_selected_is_nothing_to_do(desk, arrange, told):
    verbs = (
        arrange.remove,
        arrange.duplicate,
        arrange.star,
        lambda: arrange.nudge(1.0),
        lambda: arrange.convert("pain"),
    )
    assert not any(verb() for verb in verbs)
    assert not any(arrange.move(way) or arrange.span(way) for way in Direction)
    assert (desk.session.undoable, told) == (None, [])


def test_cards_of_a_stage_go_to_the_inbox(desk, arrange, told):
    desk.select(["s0"])
    assert arrange.remove()
    (cluster,) = desk.journey.inbox
    assert cluster.title == "from Stage 0 (3)"
    assert {one.id for one in cluster.cards} == {"c1", "c2", "c5"}
    assert span(desk, "c3") == ("d2", "d2")
    assert told == ["Delete stage: its 3 cards are in the inbox."]


def test_one_card_is_one_card(desk, arrange, told):
    desk.select(["l-thoughts"])
    arrange.remove()
    assert told == ["Delete lane: its card is in the inbox."]


def test_no_card_is_no_offer(desk, arrange, told):
    desk.select(["l-more"])
    assert arrange.remove()
    assert told == []


def test_the_offer_takes_it_back(desk, arrange, offers):
    before = desk.project
    desk.select(["s0"])
    arrange.remove()
    undo, _ = offers[0].choices
    assert undo.words == "Undo"
    undo.do()
    assert desk.project == before
    assert desk.selected == {"s0"} or not desk.selected


def test_the_offer_deletes_the_cards_too_as_the_same_step(desk, arrange, offers):
    before = desk.project
    desk.select(["s0"])
    arrange.remove()
    _, delete = offers[0].choices
    assert delete.words == "Delete the cards too"
    delete.do()
    assert desk.journey.inbox == ()
    assert stages(desk) == ["s1"]
    assert once(desk, "Delete stage")
    assert desk.project == before


def test_cards_that_are_selected_too_are_deleted(desk, arrange):
    desk.select(["l-thoughts", "c4"])
    arrange.remove()
    assert desk.journey.inbox == ()


def test_a_step_of_a_stage_that_goes_is_not_deleted_twice(desk, arrange):
    desk.select(["s0", "d0"])
    assert arrange.remove()
    assert steps(desk) == ["d2", "d3"]


@pytest.mark.parametrize(
    ("things", "said"),
    [
        (["s0", "s1"], "A map keeps at least one stage."),
        (["d0", "d1"], "A stage keeps at least one step."),
        (["c5"], "The lane is locked; unlock it first."),
        (["l-notes"], "The lane is locked; unlock it first."),
    ],
)
def test_what_must_stay_stays_and_why_is_said(desk, arrange, told, things, said):
    before = desk.project
    desk.select(things)
    assert not arrange.remove()
    assert (desk.project, told) == (before, [said])


def test_copies_stand_behind_the_originals_and_are_selected(desk, arrange):
    desk.select(["c1", "c3"])
    assert arrange.duplicate()
    first, copy, last = cell(desk, "l-actions", 0)
    assert (first, last) == ("c1", "c2")
    assert held(desk, copy).text == held(desk, "c1").text
    (other,) = set(cell(desk, "l-actions", 1)) - {"c3"}
    assert span(desk, other) == ("d1", "d2")
    assert desk.selected == {copy, other}
    assert once(desk, "Duplicate 2 cards")


def test_two_cards_of_a_cell_are_copied_together(desk, arrange):
    desk.select(["c1", "c2"])
    arrange.duplicate()
    row = cell(desk, "l-actions", 0)
    assert row[:2] == ["c1", "c2"]
    assert [held(desk, one).text for one in row[2:]] == ["Asks", "Waits"]


@pytest.mark.parametrize(("thing", "row"), [("s0", stages), ("d2", steps), ("l-actions", lanes)])
def test_stages_steps_and_lanes_are_copied_beside_themselves(desk, arrange, thing, row):
    before = row(desk)
    desk.select([thing])
    assert arrange.duplicate()
    after = row(desk)
    (copy,) = desk.selected
    assert after.index(copy) == before.index(thing) + 1
    assert [one for one in after if one in before] == before


def test_a_copied_stage_brings_its_cards(desk, arrange):
    desk.select(["s0"])
    arrange.duplicate()
    texts = [one.text for lane in desk.journey.lanes for one in lane.cards]
    assert texts.count("Waits") == 2


def test_a_marker_has_no_copy(desk, arrange):
    desk.select(["m1"])
    assert not arrange.duplicate()


def test_cards_are_converted_where_they_stand(desk, arrange):
    desk.select(["c1", "c3"])
    assert arrange.converts()
    assert arrange.convert("pain")
    assert [held(desk, one).kind for one in ("c1", "c3")] == ["pain", "pain"]
    assert home(desk, "c1") == "l-actions"
    assert once(desk, "Turn 2 cards into pain point")


def test_a_lane_is_converted_to_the_lane_of_a_kind(desk, arrange):
    desk.select(["l-more"])
    assert arrange.convert("touchpoint")
    assert next(each.kind for each in desk.journey.lanes if each.id == "l-more") == "touchpoints"


def test_a_lane_with_cards_does_not_become_an_emotion_lane(desk, arrange, told):
    desk.select(["l-actions"])
    assert not arrange.convert("emotion")
    assert told == ["The lane holds what a lane of that kind cannot hold."]


@pytest.mark.parametrize("thing", ["m1", "s0", "d0"])
def test_what_has_no_kind_is_not_converted(desk, arrange, thing):
    desk.select([thing])
    assert not arrange.converts()
    assert not arrange.convert("pain")


def test_cards_move_by_steps_and_keep_their_spans(desk, arrange):
    desk.select(["c2", "c3"])
    assert arrange.move(RIGHT)
    assert (span(desk, "c2"), span(desk, "c3")) == (("d1", "d1"), ("d2", "d3"))
    assert once(desk, "Move 2 cards")


def test_there_and_back_is_the_same_map(desk, arrange):
    before = desk.project
    desk.select(["c2"])
    assert arrange.move(RIGHT)
    assert arrange.move(LEFT)
    assert desk.project == before


def test_at_the_edge_all_stay(desk, arrange):
    desk.select(["c1", "c3"])
    assert not arrange.move(LEFT)
    assert span(desk, "c3") == ("d1", "d2")


def test_a_card_passes_its_neighbour_in_the_cell(desk, arrange):
    desk.select(["c1"])
    assert arrange.move(DOWN)
    assert cell(desk, "l-actions", 0) == ["c2", "c1"]
    assert arrange.move(UP)
    assert cell(desk, "l-actions", 0) == ["c1", "c2"]


def test_from_the_foot_of_its_cell_it_goes_to_the_next_lane_of_its_kind(desk, arrange):
    desk.select(["c2"])
    assert arrange.move(DOWN)
    assert home(desk, "c2") == "l-more"
    assert desk.target.lane == "l-more"
    assert arrange.move(UP)
    assert cell(desk, "l-actions", 0) == ["c1", "c2"]


def test_lanes_of_other_kinds_are_passed_over(desk, arrange):
    desk.select(["c4"])
    assert not arrange.move(DOWN)
    assert home(desk, "c4") == "l-thoughts"


def test_a_hidden_lane_takes_nothing(desk, arrange):
    desk.attempt("Hide", lambda whole: hide_lane(whole, "m", "l-more", True))
    desk.select(["c2"])
    assert not arrange.move(DOWN)


def test_neighbours_move_together():
    row = [card(number, rank=f"{number}") for number in (1, 2, 3, 4)]
    desk = desk_on(project(lane(*row)))
    desk.select(["c1", "c2"])
    arrange = Arrange(desk)
    assert arrange.move(DOWN)
    assert cell(desk, "l-actions", 0) == ["c3", "c1", "c2", "c4"]
    assert arrange.move(DOWN)
    assert not arrange.move(DOWN)
    assert cell(desk, "l-actions", 0) == ["c3", "c4", "c1", "c2"]


def test_cards_apart_come_together_at_the_end():
    row = [card(number, rank=f"{number}") for number in (1, 2, 3)]
    desk = desk_on(project(lane(*row)))
    desk.select(["c1", "c3"])
    assert Arrange(desk).move(DOWN)
    assert cell(desk, "l-actions", 0) == ["c2", "c1", "c3"]


def test_the_slot_goes_along(desk, arrange):
    desk.select(["c1"])
    arrange.move(RIGHT)
    assert (desk.target.step, desk.target.after) == ("d1", "c1")


def test_a_locked_card_stays(desk, arrange, told):
    desk.select(["c5"])
    assert not arrange.move(RIGHT)
    assert told == ["The lane is locked; unlock it first."]


def test_markers_go_across_and_feel_up_and_down(desk, arrange):
    desk.select(["m1"])
    assert arrange.move(RIGHT)
    assert held(desk, "m1").step == "d1"
    assert arrange.move(DOWN)
    assert held(desk, "m1").value == 0.5
    assert arrange.move(UP)
    assert held(desk, "m1").value == 1.0


def test_markers_at_no_step_of_the_map_stay():
    stray = lane(kind="emotions", markers=(Marker(id="m1", step="gone", value=1.0),))
    desk = desk_on(project(stray))
    desk.select(("m1",))
    assert not Arrange(desk).move(RIGHT)
    assert held(desk, "m1").step == "gone"


def test_a_marker_does_not_push_another_away(desk, arrange, told):
    desk.select(["m2"])
    assert arrange.move(RIGHT)
    assert not arrange.move(RIGHT)
    assert told == ["This persona has a marker at this step already."]
    assert held(desk, "m3") is not None


def test_markers_of_one_persona_move_together(desk, arrange):
    desk.select(["m2", "m3"])
    assert arrange.move(RIGHT)
    assert arrange.move(LEFT)
    assert [held(desk, one).step for one in ("m2", "m3")] == ["d0", "d2"]
    assert not arrange.move(LEFT)


def test_stages_pass_each_other(desk, arrange):
    desk.select(["s0"])
    assert arrange.move(RIGHT)
    assert stages(desk) == ["s1", "s0"]
    assert not arrange.move(RIGHT)
    assert arrange.move(LEFT)
    assert stages(desk) == ["s0", "s1"]


def test_steps_go_from_stage_to_stage(desk, arrange):
    desk.select(["d1"])
    assert arrange.move(LEFT)
    assert steps(desk) == ["d1", "d0", "d2", "d3"]
    assert arrange.move(RIGHT)
    assert arrange.move(RIGHT)
    (first, second) = in_order(desk.journey.stages)
    assert [len(first.steps), len(second.steps)] == [1, 3]
    assert steps(desk) == ["d0", "d1", "d2", "d3"]


def test_the_only_step_of_a_stage_stays(desk, arrange, told):
    desk.select(["d1"])
    arrange.move(RIGHT)
    desk.select(["d0"])
    assert not arrange.move(RIGHT)
    assert told == ["A stage keeps at least one step."]


def test_two_steps_move_together(desk, arrange):
    desk.select(["d0", "d1"])
    assert not arrange.move(LEFT)
    desk.select(["d2", "d3"])
    assert not arrange.move(RIGHT)
    assert steps(desk) == ["d0", "d1", "d2", "d3"]


def test_lanes_pass_the_next_that_is_shown(desk, arrange):
    desk.attempt("Hide", lambda whole: hide_lane(whole, "m", "l-emotions", True))
    desk.select(["l-actions"])
    assert arrange.move(DOWN)
    assert lanes(desk)[:3] == ["l-emotions", "l-thoughts", "l-actions"]
    assert arrange.move(UP)
    shown = [one for one in lanes(desk) if one != "l-emotions"]
    assert shown[:2] == ["l-actions", "l-thoughts"]
    assert not arrange.move(UP)


def test_two_lanes_move_together(desk, arrange):
    desk.select(["l-actions", "l-emotions"])
    assert arrange.move(DOWN)
    assert lanes(desk)[:3] == ["l-thoughts", "l-actions", "l-emotions"]


@pytest.mark.parametrize(("thing", "way"), [("s0", DOWN), ("d0", UP), ("l-actions", RIGHT)])
def test_headers_move_only_along_their_row(desk, arrange, thing, way):
    desk.select([thing])
    assert not arrange.move(way)


def test_the_end_of_a_card_moves(desk, arrange):
    desk.select(["c3"])
    assert arrange.span(RIGHT)
    assert span(desk, "c3") == ("d1", "d3")
    assert not arrange.span(RIGHT)
    assert arrange.span(LEFT)
    assert arrange.span(LEFT)
    assert not arrange.span(LEFT)
    assert span(desk, "c3") == ("d1", "d1")


def test_spanning_is_one_step_for_all(desk, arrange):
    desk.select(["c1", "c2", "c3"])
    assert arrange.span(RIGHT)
    assert [span(desk, one)[1] for one in ("c1", "c2", "c3")] == ["d1", "d1", "d3"]
    assert once(desk, "Span 3 cards")


@pytest.mark.parametrize(("delta", "value"), [(0.5, 1.5), (-0.1, 0.9), (9.0, 2.0), (-9.0, -2.0)])
def test_feelings_change_as_far_as_the_scale_goes(desk, arrange, delta, value):
    desk.select(["m1"])
    assert arrange.nudge(delta)
    assert held(desk, "m1").value == value
    assert once(desk, "Change feeling")


def test_a_star_is_given_to_all_and_then_taken_from_all(desk, arrange):
    desk.select(["m1"])
    assert arrange.star()
    desk.select(["m1", "m2", "c1"])
    assert arrange.star()
    assert all(held(desk, one).starred for one in ("m1", "m2", "c1"))
    assert arrange.star()
    assert not any(held(desk, one).starred for one in ("m1", "m2", "c1"))
    assert desk.session.undoable.label == "Remove star"


def test_steps_without_another_stage_stay():
    desk = desk_on(project(lane(card(1)), steps=(2,)))
    desk.select(["d1"])
    assert not Arrange(desk).move(RIGHT)
    assert Arrange(desk).move(LEFT)
    assert steps(desk) == ["d1", "d0"]


def test_on_a_card_whose_steps_are_gone_nothing_is_moved():
    whole = small_map()
    journey = whole.maps[0]
    stray = changed(journey.lanes[0], cards=(Card(id="c9", kind="action", first="gone", last="gone"),))
    desk = desk_on(changed(whole, maps=(changed(journey, lanes=(stray, *journey.lanes[1:])),)))
    desk.select(["c9"])
    arrange = Arrange(desk)
    assert not any((arrange.move(RIGHT), arrange.move(DOWN), arrange.span(RIGHT)))
