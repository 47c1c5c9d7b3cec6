"""Notes from one line: where they go, what they say, and that each is one undo step."""

import random

import pytest

from desktop import resources
from desktop.desk.desk import Desk
from desktop.desk.scribing import Scribing
from desktop.document.base import in_order
from desktop.document.checks import check
from desktop.document.edits.cards import Spot
from desktop.document.edits.lanes import hide_lane, lock_lane, remove_lane
from desktop.document.ids import Ids, ids_of
from desktop.document.journey import JourneyMap
from desktop.document.keyed import find
from desktop.document.locate import card_at, cards_of, columns_of
from desktop.document.project import Project
from desktop.scribe.grammar import Line, parse
from desktop.session import Session
from desktop.storage.reader import Opened


@pytest.fixture
def desk(sample):
    session = Session(sample)
    desk = Desk(session, resources.words("en"), Ids(random.Random(7).getrandbits, ids_of(session.project)))
    desk.aim(Spot(lane(desk, "actions"), step(desk, "Books a table")))
    return desk


@pytest.fixture
def scribing(desk):
    return Scribing(desk)


@pytest.fixture
def said(desk):
    heard = []
    desk.said.connect(heard.append)
    return heard


def lane(desk, kind):
    return next(one.id for one in desk.journey.lanes if one.kind == kind)


def step(desk, title):
    return next(one.id for stage in desk.journey.stages for one in stage.steps if one.title == title)


def enter(scribing, raw):
    return scribing.scribe(parse(raw, scribing.context()))


def note(desk, text):
    """The card with a text, its lane's kind and its step's title."""
    card = next(one for one in cards_of(desk.journey) if one.text == text)
    at = card_at(desk.journey, card.id)
    steps = {one.id: one.title for stage in desk.journey.stages for one in stage.steps}
    return card, at.lane.kind if at.lane else "", steps.get(card.first, "")


def marker(desk, title):
    felt = find(desk.journey.lanes, lane(desk, "emotions")).markers
    return next(one for one in felt if one.step == step(desk, title) and one.persona == desk.journey.persona)


def test_plain_text_becomes_the_lanes_own_kind_at_the_slot(desk, scribing):
    spot = enter(scribing, "Calls instead")
    card, kind, title = note(desk, "Calls instead")
    assert (card.kind, kind, title) == ("action", "actions", "Books a table")
    assert spot == desk.target == Spot(lane(desk, "actions"), step(desk, "Books a table"), after=card.id)
    assert not check(desk.project, desk.session.assets)


def test_the_next_note_follows_the_last(desk, scribing):
    enter(scribing, "one")
    enter(scribing, "two")
    first, second = note(desk, "one")[0], note(desk, "two")[0]
    assert first.first == second.first
    assert first.rank < second.rank


def test_every_note_is_one_undo_step(desk, scribing):
    before = desk.project
    enter(scribing, "p: @wel !4 #phone ~paolo * soup")
    assert desk.session.undoable.label == "Place pain point"
    desk.undo()
    assert desk.project == before


def test_chips_become_fields(desk, scribing):
    enter(scribing, "p: @wel !4 #phone ~paolo soup *")
    card, kind, title = note(desk, "soup")
    paolo = next(one.id for one in desk.project.personas if one.name.startswith("Paolo"))
    assert (card.kind, kind, title) == ("pain", "pains", "Is welcomed")
    assert (card.pain.severity, card.channel, card.persona, card.starred) == (4, "phone", paolo, True)


def test_kind_lane_and_step_are_repeated(desk, scribing):
    enter(scribing, "p: @wel one")
    enter(scribing, "two")
    assert note(desk, "two")[1:] == ("pains", "Is welcomed")


def test_a_kind_that_is_a_guest_in_its_lane_is_repeated_there(desk, scribing):
    enter(scribing, "n: one")
    enter(scribing, "two")
    assert (note(desk, "two")[0].kind, note(desk, "two")[1]) == ("note", "actions")
    desk.aim(Spot(lane(desk, "pains"), step(desk, "Waits")))
    enter(scribing, "three")
    assert note(desk, "three")[0].kind == "pain"


def test_whoever_aims_elsewhere_decides(desk, scribing):
    enter(scribing, "p: one")
    desk.aim(Spot(lane(desk, "opportunities"), step(desk, "Waits")))
    assert scribing.aimed_elsewhere
    enter(scribing, "two")
    assert note(desk, "two")[1:] == ("opportunities", "Waits")


def test_a_line_of_chips_moves_the_slot(desk, scribing):
    before = desk.project
    assert enter(scribing, "p: @wel") == Spot(lane(desk, "pains"), step(desk, "Is welcomed"))
    assert desk.project is before


def test_an_empty_line_does_nothing(desk, scribing):
    before, target = desk.project, desk.target
    enter(scribing, "")
    assert (desk.project, desk.target) == (before, target)


def test_an_address_is_a_cell(desk, scribing):
    enter(scribing, "@C2 soup")
    assert note(desk, "soup")[1:] == ("touchpoints", "Compares")


def test_on_paper_addresses_need_no_sign(desk, scribing):
    scribing.paper = True
    enter(scribing, "C5 soup")
    enter(scribing, "more soup")
    assert note(desk, "soup")[1:] == note(desk, "more soup")[1:] == ("pains", "Compares")


def test_without_a_target_notes_begin_in_the_first_cell(desk):
    desk.aim(None)
    enter(Scribing(desk), "soup")
    assert note(desk, "soup")[1:] == ("actions", "Hears about it")


def test_the_preview_shows_where_a_line_lands_and_gives_the_slot_back(desk, scribing):
    before = desk.target
    scribing.preview(parse("p: @wel soup", scribing.context()))
    assert desk.target == Spot(lane(desk, "pains"), step(desk, "Is welcomed"))
    assert scribing.base == before
    scribing.preview(None)
    assert desk.target == before


def test_a_locked_lane_refuses_with_a_sentence(desk, scribing, said):
    desk.attempt("lock", lambda project: lock_lane(project, desk.map_id, lane(desk, "actions"), True))
    before = desk.project
    assert enter(scribing, "soup") is None
    assert said == ["The lane is locked; unlock it first."]
    assert desk.project is before


def test_a_file_that_is_only_read_refuses(desk, scribing):
    refused = []
    desk.session.read_only = True
    desk.session.refused.connect(lambda: refused.append(True))
    assert enter(scribing, "soup") is None
    assert refused == [True]


def test_a_hidden_lane_is_shown_again(desk, scribing, said):
    pains = lane(desk, "pains")
    desk.attempt("hide", lambda project: hide_lane(project, desk.map_id, pains, True))
    enter(scribing, "p: soup")
    assert not find(desk.journey.lanes, pains).hidden
    assert said


def test_a_missing_lane_is_made_with_the_note(desk, scribing):
    pains = lane(desk, "pains")
    desk.attempt("remove", lambda project: remove_lane(project, desk.map_id, pains, new_id=desk.new_id))
    before, lanes = desk.project, len(desk.journey.lanes)
    enter(scribing, "p: soup")
    assert (note(desk, "soup")[1], len(desk.journey.lanes)) == ("pains", lanes + 1)
    desk.undo()
    assert desk.project == before


def test_a_map_without_steps_refuses_and_says_so(said):
    desk = Desk(
        Session(Opened(Project(id="p", maps=(JourneyMap(id="m"),)), {})),
        resources.words("en"),
        iter("abcdefgh").__next__,
    )
    desk.said.connect(said.append)
    assert not Scribing(desk).add(Line("soup"))


def test_a_feeling_is_placed_with_its_label(desk, scribing):
    desk.aim(Spot(lane(desk, "emotions"), step(desk, "Pays")))
    enter(scribing, "-1.5 annoyed *")
    found = marker(desk, "Pays")
    assert (found.value, found.label, found.starred) == (-1.5, "annoyed", True)


def test_a_feeling_needs_no_words(desk, scribing):
    enter(scribing, "e: @wel +2")
    assert marker(desk, "Is welcomed").value == 2.0


def test_words_alone_leave_a_feeling_at_its_value(desk, scribing):
    before = marker(desk, "Waits")
    enter(scribing, "e: @waits forgotten again")
    assert (marker(desk, "Waits").value, marker(desk, "Waits").label) == (before.value, "forgotten again")


def test_structure_grows_behind_the_slot(desk, scribing):
    enter(scribing, "d: @orders Asks")
    enter(scribing, "s: Afterwards")
    enter(scribing, "l: More")
    assert step(desk, "Asks")
    assert "Afterwards" in [stage.title for stage in desk.journey.stages]
    assert "More" in [one.title for one in desk.journey.lanes]


def stages(desk):
    """Titles of the stages and of the steps in each, from left to right."""
    return [(stage.title, [one.title for one in in_order(stage.steps)]) for stage in in_order(desk.journey.stages)]


def test_after_a_new_stage_a_line_lands_in_its_first_step(desk, scribing):
    spot = enter(scribing, "s: Afterwards")
    stage = next(one for one in desk.journey.stages if one.title == "Afterwards")
    assert spot == desk.target == Spot(lane(desk, "actions"), stage.steps[0].id)
    enter(scribing, "Tells friends")
    assert note(desk, "Tells friends")[0].first == stage.steps[0].id


def test_steps_typed_after_a_stage_are_its_steps_in_their_order(desk, scribing):
    before = stages(desk)
    for raw in ("s: Afterwards", "d: Goes home", "d: Tells friends", "d: Comes back"):
        enter(scribing, raw)
    added = [each for each in stages(desk) if each not in before]
    assert added == [("Afterwards", ["Goes home", "Tells friends", "Comes back"])]


def test_stages_typed_one_after_the_other_stand_in_their_order(desk, scribing):
    enter(scribing, "s: First")
    enter(scribing, "d: Thinks")
    enter(scribing, "s: Second")
    titles = [title for title, _ in stages(desk)]
    assert titles.index("Second") == titles.index("First") + 1
    assert ("First", ["Thinks"]) in stages(desk)


def test_a_note_between_keeps_the_first_step_and_the_next_one_comes_behind_it(desk, scribing):
    for raw in ("s: Afterwards", "Goes home", "d: Tells friends"):
        enter(scribing, raw)
    assert ("Afterwards", ["", "Tells friends"]) in stages(desk)


def test_a_feeling_keeps_the_first_step_too(desk, scribing):
    for raw in ("s: Afterwards", "e: +1 glad", "d: Tells friends"):
        enter(scribing, raw)
    assert ("Afterwards", ["", "Tells friends"]) in stages(desk)


def test_a_line_after_a_new_step_lands_there(desk, scribing):
    enter(scribing, "d: Asks")
    enter(scribing, "For the menu")
    assert note(desk, "For the menu")[1:] == ("actions", "Asks")


def test_a_line_after_a_new_lane_lands_there_at_the_same_step(desk, scribing):
    enter(scribing, "l: More")
    enter(scribing, "l: Still more")
    rows = [one.title for one in in_order(desk.journey.lanes)]
    assert rows.index("Still more") == rows.index("More") + 1
    new = next(one.id for one in desk.journey.lanes if one.title == "Still more")
    assert desk.target == Spot(new, step(desk, "Books a table"))


def test_each_line_of_structure_is_one_undo_step_and_the_slot_comes_back_to_the_map(desk, scribing):
    before = desk.project
    enter(scribing, "s: Afterwards")
    enter(scribing, "d: Goes home")
    desk.undo()
    assert ("Afterwards", [""]) in stages(desk)
    desk.undo()
    assert desk.project is before
    assert scribing.base.step in columns_of(desk.journey).index


def loose(desk):
    return [card for cluster in desk.journey.inbox if not cluster.title for card in cluster.cards]


def test_a_slash_sends_a_note_to_the_inbox(desk, scribing):
    target = desk.target
    enter(scribing, "/ p: soup !3")
    (card,) = loose(desk)
    assert (card.kind, card.text, card.pain.severity, card.first) == ("pain", "soup", 3, "")
    assert desk.target == target


def test_a_lone_slash_keeps_the_inbox_open(desk, scribing):
    enter(scribing, "/")
    assert scribing.inbox
    enter(scribing, "one")
    enter(scribing, "two")
    assert {card.text for card in loose(desk)} == {"one", "two"}


def test_in_a_silent_round_on_feelings_no_note_replaces_another(desk, scribing):
    lane = next(lane for lane in desk.journey.lanes if lane.kind == "emotions")
    desk.aim(Spot(lane.id, desk.target.step))
    scribing.inbox = True
    enter(scribing, "Uneasy")
    enter(scribing, "Curious")
    assert {(card.text, card.kind) for card in loose(desk)} == {("Uneasy", "note"), ("Curious", "note")}
    assert next(one for one in desk.journey.lanes if one.id == lane.id).markers == lane.markers


def test_a_feeling_with_its_value_goes_to_its_lane_in_a_silent_round_too(desk, scribing):
    scribing.inbox = True
    enter(scribing, "e: +2 Glad")
    assert not loose(desk)
    assert "Glad" in {marker.label for lane in desk.journey.lanes for marker in lane.markers}


def test_a_named_place_wins_over_the_open_inbox(desk, scribing):
    scribing.inbox = True
    enter(scribing, "one @wel")
    assert note(desk, "one")[1:] == ("actions", "Is welcomed")


def test_a_note_can_be_counted_again(desk, scribing):
    card = next(cards_of(desk.journey))
    assert scribing.count_on(card.id)
    assert scribing.count_on(card.id)
    assert card_at(desk.journey, card.id).card.seen == 3
    assert not scribing.count_on("nobody")


def test_the_next_step_and_the_one_before(desk, scribing):
    scribing.step(1, Line(""))
    assert desk.target == Spot(lane(desk, "actions"), step(desk, "Finds the place"))
    scribing.step(-1, Line(""))
    scribing.step(-1, Line(""))
    assert desk.target.step == step(desk, "Compares")


def test_steps_are_counted_from_where_the_line_lands(desk, scribing):
    scribing.step(1, parse("p: @waits", scribing.context()))
    assert desk.target == Spot(lane(desk, "actions"), step(desk, "Eats"))
    scribing.step(1, parse("@A5", scribing.context()))
    assert desk.target == Spot(lane(desk, "pains"), step(desk, "Looks it up"))


def test_the_ends_of_the_map_hold(desk, scribing):
    scribing.step(1, parse("@A1", scribing.context()))
    for _ in range(40):
        scribing.step(1, Line(""))
    assert desk.target.step == step(desk, "Comes back")


def again(scribing, raw):
    assert scribing.aim_again() is not None
    return enter(scribing, raw)


def test_the_last_note_is_aimed_again(desk, scribing):
    enter(scribing, "soup")
    card = note(desk, "soup")[0]
    again(scribing, "p: @wel !2")
    changed, kind, title = note(desk, "soup")
    assert (changed.id, changed.kind, kind, title) == (card.id, "pain", "pains", "Is welcomed")
    assert changed.pain.severity == 2
    assert not scribing.aiming


def test_aiming_again_is_one_undo_step(desk, scribing):
    enter(scribing, "soup")
    before = desk.project
    again(scribing, "p: @wel cold soup")
    assert note(desk, "cold soup")[1:] == ("pains", "Is welcomed")
    desk.undo()
    assert desk.project == before


def test_the_last_note_may_go_to_the_inbox_and_come_back(desk, scribing):
    enter(scribing, "soup")
    again(scribing, "/")
    assert [card.text for card in loose(desk)] == ["soup"]
    again(scribing, "@wel >action")
    assert note(desk, "soup")[1:] == ("actions", "Is welcomed")


def test_a_feeling_is_aimed_again(desk, scribing):
    enter(scribing, "e: @wel -2 lost")
    again(scribing, "@pays +1")
    assert (marker(desk, "Pays").value, marker(desk, "Pays").label) == (1.0, "lost")


def test_a_feeling_becomes_no_card(desk, scribing, said):
    enter(scribing, "e: @wel -2 lost")
    assert again(scribing, "p:") is None
    assert said == ["Emotion markers stand in emotion lanes only."]


def test_without_a_last_note_there_is_nothing_to_aim(desk, scribing, said):
    assert scribing.aim_again() is None
    enter(scribing, "soup")
    desk.undo()
    assert scribing.aim_again() is None
    assert said == ["There is no last note to change."] * 2


def test_what_is_being_typed_can_be_rehearsed(desk, scribing):
    before, target = desk.project, desk.target
    line = parse("p: @wel soup", scribing.context())
    candidate = desk.rehearse(lambda: scribing.rehearse(line))
    assert any(card.text == "soup" for card in cards_of(candidate.maps[0]))
    assert (desk.project, desk.target) == (before, target)
    assert desk.rehearse(lambda: scribing.rehearse(line)) is candidate


def test_nothing_typed_rehearses_nothing(desk, scribing):
    assert desk.rehearse(lambda: scribing.rehearse(Line(""))) is None
