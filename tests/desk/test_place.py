"""Placing new things at the dashed slot: where they go, and that nothing changes before there is text."""

import random

import pytest

from desktop import resources
from desktop.desk.desk import Desk
from desktop.desk.lens import Lens
from desktop.desk.place import USUAL, Place, missing_lane
from desktop.document.checks import check
from desktop.document.edits.cards import Spot
from desktop.document.edits.lanes import hide_lane, lock_lane, remove_lane
from desktop.document.ids import Ids, ids_of
from desktop.document.journey import JourneyMap
from desktop.document.kinds import CARD_KINDS
from desktop.document.locate import card_at, columns_of, marker_lane
from desktop.document.project import Project
from desktop.document.things import things
from desktop.session import Session
from desktop.storage.reader import Opened


@pytest.fixture
def desk(sample):
    session = Session(sample)
    return Desk(session, resources.words("en"), Ids(random.Random(7).getrandbits, ids_of(session.project)))


@pytest.fixture
def place(desk):
    return Place(desk)


@pytest.fixture
def said(desk):
    heard = []
    desk.said.connect(heard.append)
    return heard


def lane(desk, kind):
    return next(lane for lane in desk.journey.lanes if lane.kind == kind)


def lanes_in_order(desk):
    return [lane.kind for lane in sorted(desk.journey.lanes, key=lambda lane: lane.rank)]


def step(desk, number):
    return columns_of(desk.journey).steps[number]


def aim(desk, kind, number, **neighbours):
    desk.aim(Spot(lane(desk, kind).id, step(desk, number), **neighbours))


def write(desk, draft, text="new"):
    """Hands the text in as the editor does; where the card stands then."""
    assert desk.edit(draft.label, draft.with_text(text), (draft.thing,))
    return card_at(desk.journey, draft.thing)


def without(desk, kind):
    desk.attempt("Remove", lambda p: remove_lane(p, desk.map_id, lane(desk, kind).id, new_id=desk.new_id))


def hide(desk, kind):
    desk.attempt("Hide", lambda p: hide_lane(p, desk.map_id, lane(desk, kind).id, True))


def lock(desk, kind):
    desk.attempt("Lock", lambda p: lock_lane(p, desk.map_id, lane(desk, kind).id, True))


@pytest.fixture
def bare():
    """A desk on a map without stages and lanes."""
    project = Project(id="p", maps=(JourneyMap(id="m"),))
    session = Session(Opened(project, {}))
    return Desk(session, resources.words("en"), Ids(random.Random(7).getrandbits))


def test_a_card_goes_into_the_dashed_slot(desk, place):
    aim(desk, "touchpoints", 3)
    at = write(desk, place.place("touchpoint"))
    assert (at.lane.kind, at.card.first, at.card.text) == ("touchpoints", step(desk, 3), "new")
    assert desk.selected == {at.card.id}


def test_it_comes_behind_its_neighbour_in_the_slot(desk, place):
    review = next(card for card in lane(desk, "touchpoints").cards if "Review site" in card.text)
    desk.aim(Spot(lane(desk, "touchpoints").id, review.first, after=review.id))
    at = write(desk, place.place("touchpoint"))
    cell = sorted((card for card in at.lane.cards if card.first == review.first), key=lambda card: card.rank)
    assert [card.text for card in cell] == ["Review site", "new", "Menu page"]


def test_nothing_changes_before_the_text_is_handed_in(desk, place):
    before = desk.project
    aim(desk, "touchpoints", 3)
    draft = place.place("touchpoint")
    assert draft.with_text("a") is not before
    assert desk.project is before


def test_the_thing_has_one_id_whatever_is_written(desk, place):
    aim(desk, "pains", 3)
    draft = place.place("pain")
    texts = [card_at(draft.with_text(text).maps[0], draft.thing).card.text for text in ("a", "ab")]
    assert texts == ["a", "ab"]


def test_drop_and_text_are_one_undo_step(desk, place):
    before = desk.project
    aim(desk, "touchpoints", 3)
    write(desk, place.place("touchpoint"))
    assert desk.session.undoable.label == "Place touchpoint"
    desk.undo()
    assert desk.project is before


@pytest.mark.parametrize("kind", [kind.key for kind in CARD_KINDS])
def test_every_kind_finds_a_lane_that_takes_it(desk, place, kind):
    aim(desk, "emotions", 4)
    at = write(desk, place.place(kind))
    assert at.card.kind == kind
    assert at.lane.kind == next(each.lane for each in CARD_KINDS if each.key == kind) or kind == "note"
    assert not [found for found in check(desk.project, desk.session.assets) if found.severity == "error"]


def test_elsewhere_it_goes_to_the_nearest_lane_of_its_kind(desk, place):
    aim(desk, "thoughts", 5)
    at = write(desk, place.place("touchpoint"))
    assert (at.lane.kind, at.card.first) == ("touchpoints", step(desk, 5))


def test_a_note_stays_where_it_is_put(desk, place):
    aim(desk, "thoughts", 5)
    assert write(desk, place.place("note")).lane.kind == "thoughts"


def test_a_lane_that_is_missing_is_made_under_the_slot(desk, place):
    without(desk, "touchpoints")
    count = len(desk.session.project.maps[0].lanes)
    aim(desk, "actions", 2)
    at = write(desk, place.place("touchpoint"))
    assert (at.lane.kind, len(desk.journey.lanes)) == ("touchpoints", count + 1)
    assert lanes_in_order(desk)[:2] == ["actions", "touchpoints"]
    desk.undo()
    assert len(desk.journey.lanes) == count


def test_a_hidden_lane_is_shown_for_what_is_written_there(desk, place, said):
    hide(desk, "touchpoints")
    aim(desk, "actions", 2)
    at = write(desk, place.place("touchpoint"))
    assert (at.lane.kind, at.lane.hidden) == ("touchpoints", False)
    assert said == ["“Touchpoints” was hidden and is shown again."]


def test_a_lane_that_only_the_lens_hides_is_shown_without_an_edit(desk, place):
    desk.look(Lens(lanes=frozenset([lane(desk, "touchpoints").id])))
    aim(desk, "actions", 2)
    place.place("touchpoint")
    assert not desk.lens.lanes
    assert desk.session.undoable is None


def test_a_locked_lane_takes_nothing_and_says_so(desk, place, said):
    lock(desk, "touchpoints")
    aim(desk, "touchpoints", 2)
    assert place.place("touchpoint") is None
    assert said == ["The lane is locked; unlock it first."]


def test_where_all_lanes_of_the_kind_are_locked_none_is_made(desk, place, said):
    lock(desk, "touchpoints")
    aim(desk, "actions", 2)
    assert place.place("touchpoint") is None
    assert "locked" in said[0]


def test_without_a_slot_it_goes_to_its_lane_at_the_selected_step(desk, place):
    card = next(card for card in lane(desk, "actions").cards if card.first == step(desk, 6))
    desk.select([card.id])
    at = write(desk, place.place("pain"))
    assert (at.lane.kind, at.card.first) == ("pains", step(desk, 6))


def test_without_slot_and_selection_it_goes_to_the_first_step(desk, place):
    at = write(desk, place.place("opportunity"))
    assert (at.lane.kind, at.card.first) == ("opportunities", step(desk, 0))


@pytest.mark.parametrize(("what", "number"), [("stage", 0), ("step", 2)])
def test_what_is_selected_says_at_which_step(desk, place, what, number):
    stage = min(desk.journey.stages, key=lambda stage: stage.rank)
    desk.select([stage.id if what == "stage" else step(desk, number)])
    assert place.spot("pain").step == step(desk, number)


def test_without_a_slot_nothing_goes_where_it_is_not_seen(desk, place):
    before, last = (lane(desk, kind).id for kind in lanes_in_order(desk)[-2:])
    assert place.spot("note").lane == last
    desk.look(Lens(lanes=frozenset([last])))
    assert place.spot("note").lane == before


def test_a_spot_may_be_named(desk, place):
    draft = place.draft("pain", Spot(lane(desk, "pains").id, step(desk, 9)))
    assert write(desk, draft).card.first == step(desk, 9)


def test_typing_makes_the_kind_of_the_lane(desk, place):
    kinds = {name: place.kind_at(Spot(lane(desk, name).id, "")) for name in ("pains", "emotions", "thoughts")}
    assert kinds == {"pains": "pain", "emotions": "note", "thoughts": "thought"}
    assert place.kind_at(Spot("gone", "")) == "note"


def test_an_emotion_is_placed_at_once(desk, place):
    without_markers = step(desk, 0)
    aim(desk, "touchpoints", 0)
    assert place.place("emotion") is None
    (marker,) = things(desk.journey, desk.selected).markers
    assert (marker.step, marker.value, marker.persona) == (without_markers, 0.0, desk.journey.persona)


def test_an_emotion_where_the_persona_has_one_changes_its_value(desk, place):
    count = len(lane(desk, "emotions").markers)
    aim(desk, "emotions", 4)
    assert place.emotion(-1.5)
    assert len(lane(desk, "emotions").markers) == count
    assert things(desk.journey, desk.selected).markers[0].value == -1.5


def test_an_emotion_makes_its_lane(desk, place):
    without(desk, "emotions")
    aim(desk, "touchpoints", 0)
    assert place.emotion(1.0)
    (marker,) = things(desk.journey, desk.selected).markers
    assert marker_lane(desk.journey, marker.id).kind == "emotions"


def test_no_emotion_comes_into_a_locked_lane(desk, place, said):
    lock(desk, "emotions")
    aim(desk, "emotions", 4)
    assert not place.emotion(1.0)
    assert "locked" in said[0]


def test_the_text_of_a_marker_is_its_label(desk, place):
    goal, spot = place._goal(desk.journey, "emotion", Spot(lane(desk, "emotions").id, step(desk, 4)))
    draft = place.marker(1.0, goal, spot.step)
    desk.edit(draft.label, draft.with_text("pleased"), (draft.thing,))
    assert things(desk.journey, desk.selected).markers[0].label == "pleased"


def test_a_stage_comes_behind_the_one_of_the_slot(desk, place):
    aim(desk, "actions", 0)
    draft = place.place("stage")
    desk.edit(draft.label, draft.with_text("Waits"), (draft.thing,))
    titles = [stage.title for stage in sorted(desk.journey.stages, key=lambda stage: stage.rank)]
    assert titles[1] == "Waits"
    assert desk.selected == {draft.thing}


def test_a_step_comes_behind_the_one_of_the_slot(desk, place):
    aim(desk, "actions", 0)
    draft = place.place("step")
    desk.edit(draft.label, draft.with_text("Waits"), (draft.thing,))
    assert columns_of(desk.journey).index[draft.thing] == 1


def test_a_lane_comes_under_the_slot_and_is_the_first_that_is_missing(desk, place):
    without(desk, "thoughts")
    aim(desk, "actions", 0)
    draft = place.place("lane")
    desk.edit(draft.label, draft.with_text(""), (draft.thing,))
    assert lanes_in_order(desk)[1] == "thoughts"


def test_only_what_may_stand_without_text_is_bare(desk, place):
    aim(desk, "actions", 0)
    assert [place.place(kind).bare for kind in ("stage", "step", "lane", "action")] == [True, True, True, False]


def test_lanes_are_added_in_the_usual_order():
    journey = JourneyMap(id="m")
    assert missing_lane(journey) == USUAL[0]


def test_on_a_map_without_steps_no_card_can_stand(bare):
    said = []
    bare.said.connect(said.append)
    assert Place(bare).place("pain") is None
    assert Place(bare).place("step") is None
    assert said == ["The map has no steps yet.", "The map has no stages yet."]


def test_the_first_stage_the_first_lane_and_the_first_card(bare):
    place = Place(bare)
    for kind, text in (("stage", "Decide"), ("lane", ""), ("action", "Reads")):
        draft = place.place(kind)
        assert bare.edit(draft.label, draft.with_text(text), (draft.thing,))
    assert [card.text for card in bare.journey.lanes[0].cards] == ["Reads"]
