"""What is new in the current map, brought over to the ideal one or passed over."""

import pytest

from desktop.document.base import in_order
from desktop.document.cards import Card, Marker
from desktop.document.checks import check
from desktop.document.derived import derivable
from desktop.document.edits.cards import Spot, add_card, remove_cards, span_card
from desktop.document.edits.ideal import bring_over, pass_over
from desktop.document.edits.lanes import add_lane, group_lanes, lock_lane, move_lane
from desktop.document.edits.links import add_link
from desktop.document.edits.maps import duplicate_map
from desktop.document.edits.markers import label_marker, place_marker
from desktop.document.edits.stages import add_stage, remove_stage
from desktop.document.edits.steps import add_step
from desktop.document.errors import EditError
from desktop.document.journey import JourneyMap, Lane, Stage, Step
from desktop.document.keyed import find
from desktop.document.locate import steps_in_order
from desktop.document.project import Project


@pytest.fixture
def project(new_id):
    cards = (
        Card(id="book", kind="action", first="find", last="find", text="Books"),
        Card(id="eat", kind="action", first="dine", last="dine", text="Eats"),
    )
    lanes = (
        Lane(id="acts", kind="actions", cards=cards),
        Lane(id="feels", kind="emotions", rank="W", markers=(Marker(id="joy", step="dine", value=1.0),)),
    )
    stages = (
        Stage(id="before", title="Before", rank="H", steps=(Step(id="find", title="Find"),)),
        Stage(id="visit", title="Visit", rank="W", steps=(Step(id="dine", title="Dine"),)),
    )
    current = JourneyMap(id="now", stages=stages, lanes=lanes)
    return duplicate_map(Project(id="p", maps=(current,)), "now", "Better", new_id=new_id, status="ideal")


@pytest.fixture
def ideal(project):
    return next(one.id for one in project.maps if one.origin)


def mates(project, ideal):
    return {thing.origin.thing: thing.id for thing in derivable(find(project.maps, ideal)) if thing.origin}


@pytest.fixture
def bring(ideal, new_id):
    """The ideal map after these things have been brought over."""

    def brought(project, *ids):
        after = bring_over(project, ideal, ids, mates(project, ideal), new_id=new_id)
        assert not [one for one in check(after, ()) if one.severity == "error"]
        return find(after.maps, ideal)

    return brought


def titles(journey):
    return [(stage.title, [step.title for step in in_order(stage.steps)]) for stage in in_order(journey.stages)]


def lane_of(journey, kind):
    return next(lane for lane in journey.lanes if lane.kind == kind)


def test_a_card_comes_to_its_step(project, bring, ideal, new_id):
    late = add_card(project, "now", Spot("acts", "dine"), "action", new_id=lambda: "late", text="Waits", votes=3)
    came = next(card for card in lane_of(bring(late, "late"), "actions").cards if card.text == "Waits")
    assert came.first == came.last == mates(project, ideal)["dine"]
    assert (came.origin.map, came.origin.thing) == ("now", "late")
    assert came.votes == 0


def test_what_has_come_is_known(project, bring):
    late = add_card(project, "now", Spot("acts", "dine"), "action", new_id=lambda: "late", text="Waits")
    assert "late" in bring(late, "late").passed


def test_a_card_brings_its_step(project, bring):
    late = add_step(project, "now", "visit", "Pay", new_id=lambda: "pay")
    late = add_card(late, "now", Spot("acts", "pay"), "action", new_id=lambda: "late", text="Pays")
    after = bring(late, "late")
    assert titles(after) == [("Before", ["Find"]), ("Visit", ["Dine", "Pay"])]
    assert steps_in_order(after)[-1].id in {card.first for card in lane_of(after, "actions").cards}


def test_a_step_comes_where_it_stands(project, bring):
    late = add_step(project, "now", "visit", "Arrive", new_id=lambda: "arrive", before="dine")
    assert titles(bring(late, "arrive"))[1] == ("Visit", ["Arrive", "Dine"])


def test_a_stage_comes_with_its_steps_behind_its_neighbour(project, bring):
    ids = iter(["travel", "go"])
    late = add_stage(project, "now", "Travel", new_id=lambda: next(ids), before="visit")
    late = add_step(late, "now", "travel", "Park", new_id=lambda: "park")
    assert [title for title, _ in titles(bring(late, "travel"))] == ["Before", "Travel", "Visit"]
    assert len(titles(bring(late, "travel"))[1][1]) == 2


def test_a_step_whose_stage_is_not_here_brings_it(project, bring, ideal, new_id):
    gone = remove_stage(project, ideal, mates(project, ideal)["visit"], new_id=new_id)
    late = add_step(gone, "now", "visit", "Pay", new_id=lambda: "pay")
    assert titles(bring(late, "pay")) == [("Before", ["Find"]), ("Visit", ["Pay"])]


def test_a_lane_comes_empty_below_its_neighbour(project, bring):
    late = add_lane(project, "now", "pains", "Pains", new_id=lambda: "hurts", before="feels")
    late = add_card(late, "now", Spot("hurts", "dine"), "pain", new_id=lambda: "late", text="Cold")
    after = bring(late, "hurts")
    assert [lane.kind for lane in in_order(after.lanes)] == ["actions", "pains", "emotions"]
    assert not lane_of(after, "pains").cards


def test_a_card_brings_its_lane(project, bring):
    late = add_lane(project, "now", "pains", "Pains", new_id=lambda: "hurts")
    late = lock_lane(late, "now", "hurts", False)
    late = add_card(late, "now", Spot("hurts", "dine"), "pain", new_id=lambda: "late", text="Cold")
    assert [card.text for card in lane_of(bring(late, "late"), "pains").cards] == ["Cold"]


def test_a_lane_comes_into_the_group_between_whose_lanes_it_stands(project, bring, ideal, new_id):
    here = mates(project, ideal)
    grouped = group_lanes(project, ideal, [here["acts"], here["feels"]], "Guest", new_id=new_id)
    late = add_lane(grouped, "now", "pains", "Pains", new_id=lambda: "hurts", before="feels")
    group = find(grouped.maps, ideal).groups[0].id
    assert lane_of(bring(late, "hurts"), "pains").group == group


def test_where_the_lanes_have_been_reordered_it_follows_its_neighbour(project, bring, ideal):
    here = mates(project, ideal)
    turned = move_lane(project, ideal, here["feels"], here["acts"])
    late = add_lane(turned, "now", "pains", "Pains", new_id=lambda: "hurts")
    assert [lane.kind for lane in in_order(bring(late, "hurts").lanes)] == ["emotions", "pains", "actions"]


def test_a_card_over_several_steps_goes_over_those_that_are_here(project, bring, ideal, new_id):
    late = add_step(project, "now", "visit", "Pay", new_id=lambda: "pay")
    late = add_card(late, "now", Spot("acts", "find"), "action", new_id=lambda: "late", text="Talks")
    late = span_card(late, "now", "late", "find", "pay")
    came = next(card for card in lane_of(bring(late, "late"), "actions").cards if card.text == "Talks")
    here = mates(project, ideal)
    assert (came.first, came.last) == (here["find"], here["dine"])


def test_a_feeling_comes(project, bring, ideal):
    late = place_marker(project, "now", "feels", "find", persona="", value=-1.5, new_id=lambda: "fear")
    late = label_marker(late, "now", "fear", "unsure")
    felt = {marker.label: marker for marker in lane_of(bring(late, "fear"), "emotions").markers}
    assert felt["unsure"].step == mates(project, ideal)["find"]
    assert felt["unsure"].value == -1.5


def test_what_is_felt_here_already_stays(project, bring, ideal, new_id):
    here = mates(project, ideal)
    own = place_marker(project, ideal, here["feels"], here["find"], persona="", value=2.0, new_id=new_id)
    late = place_marker(own, "now", "feels", "find", persona="", value=-1.5, new_id=lambda: "fear")
    after = bring(late, "fear")
    assert sorted(marker.value for marker in lane_of(after, "emotions").markers) == [1.0, 2.0]
    assert "fear" in after.passed


def test_arrows_come_with_their_cards(project, bring, ideal, new_id):
    late = add_card(project, "now", Spot("acts", "dine"), "action", new_id=lambda: "late", text="Waits")
    late = add_link(late, "now", "leads", "book", "late", new_id=lambda: "arrow")
    after = bring(late, "late")
    assert [(link.kind, link.source) for link in after.links] == [("leads", mates(project, ideal)["book"])]


def test_a_locked_lane_stays_as_it_is(project, ideal, bring):
    locked = lock_lane(project, ideal, mates(project, ideal)["acts"], True)
    late = add_card(locked, "now", Spot("acts", "dine"), "action", new_id=lambda: "late", text="Waits")
    with pytest.raises(EditError) as refused:
        bring(late, "late")
    assert refused.value.code == "lane.locked"


def test_several_things_come_at_once(project, bring):
    late = add_step(project, "now", "visit", "Pay", new_id=lambda: "pay")
    late = add_lane(late, "now", "pains", "Pains", new_id=lambda: "hurts")
    for name in ("a1", "a2"):
        late = add_card(late, "now", Spot("hurts", "pay"), "pain", new_id=lambda name=name: name, text=name)
    after = bring(late, "a1", "a2", "pay", "hurts")
    assert len(lane_of(after, "pains").cards) == 2
    assert titles(after)[1] == ("Visit", ["Dine", "Pay"])


def test_what_was_taken_away_here_can_come_back(project, ideal, bring):
    gone = remove_cards(project, ideal, [mates(project, ideal)["eat"]])
    assert {card.text for card in lane_of(bring(gone, "eat"), "actions").cards} == {"Books", "Eats"}


@pytest.mark.parametrize("wrong", ["gone", "p"])
def test_what_is_not_there_is_refused(project, bring, wrong):
    with pytest.raises(EditError):
        bring(project, wrong)


def test_a_map_of_its_own_has_nothing_to_bring(project, new_id):
    with pytest.raises(EditError):
        bring_over(project, "now", ["eat"], {}, new_id=new_id)


def test_passing_over(project, ideal):
    after = pass_over(project, ideal, ["x2", "x1"])
    assert find(after.maps, ideal).passed[-2:] == ("x1", "x2")
    assert pass_over(after, ideal, ["x1"]) is after
