"""The notes that were made last."""

import pytest

from desks import desk_on, small_map
from desktop.desk.room import FEW, Recent
from desktop.document.cards import Card
from desktop.document.edits.cards import Spot, add_card, edit_cards, move_cards, remove_cards
from desktop.document.edits.markers import place_marker
from desktop.document.journey import Cluster
from desktop.document.project import Project
from shows import Ear


@pytest.fixture
def desk():
    return desk_on()


@pytest.fixture
def recent(desk):
    return Recent(desk)


@pytest.fixture
def ear(recent):
    return Ear(recent.changed)


def lane(desk, number=0):
    return desk.journey.lanes[number].id


def note(desk, text, step="d1", number=0, kind="action"):
    spot = Spot(lane(desk, number), step)
    desk.attempt("n", lambda whole: add_card(whole, desk.map_id, spot, kind, new_id=desk.new_id, text=text))


def texts(recent):
    return [each.text for each in recent.notes]


def test_nothing_was_noted_yet(recent):
    assert recent.notes == ()


def test_the_latest_comes_first(desk, recent):
    note(desk, "one")
    note(desk, "two")
    assert texts(recent) == ["two", "one"]


def test_a_note_says_where_it_stands(desk, recent):
    note(desk, "one")
    step = next(each for stage in desk.journey.stages for each in stage.steps if each.id == "d1")
    stage = next(each for each in desk.journey.stages if step in each.steps)
    assert recent.notes[0].place == f"{step.title or stage.title} · Doing"


def test_a_note_has_its_kind(desk, recent):
    note(desk, "one", kind="pain")
    assert recent.notes[0].kind == "pain"


def test_there_are_a_few(desk, recent):
    for number in range(FEW + 3):
        note(desk, str(number))
    assert texts(recent) == [str(number) for number in range(FEW + 2, 2, -1)]


def test_what_is_undone_was_never_noted(desk, recent):
    note(desk, "one")
    note(desk, "two")
    desk.undo()
    assert texts(recent) == ["one"]


def test_when_notes_are_undone_older_ones_come_back(desk, recent):
    for number in range(FEW + 3):
        note(desk, str(number))
    for _ in range(3):
        desk.undo()
    assert texts(recent) == [str(number) for number in range(FEW - 1, -1, -1)]


def test_what_is_done_again_is_the_latest(desk, recent):
    note(desk, "one")
    desk.undo()
    desk.redo()
    assert texts(recent) == ["one"]


def test_another_text_is_read_at_once(desk, recent, ear):
    note(desk, "one")
    card = recent.notes[0].id
    desk.attempt("t", lambda whole: edit_cards(whole, desk.map_id, [card], text="won"))
    assert texts(recent) == ["won"]
    assert len(ear.heard) == 2


def test_what_has_moved_is_no_new_note(desk, recent):
    desk.attempt("m", lambda whole: move_cards(whole, desk.map_id, ["c1"], Spot(lane(desk, 2), "d3")))
    assert recent.notes == ()


def test_a_note_that_moves_says_where_to(desk, recent):
    note(desk, "one")
    card = recent.notes[0].id
    before = recent.notes[0].place
    desk.attempt("m", lambda whole: move_cards(whole, desk.map_id, [card], Spot(lane(desk, 2), "d3")))
    assert texts(recent) == ["one"]
    assert recent.notes[0].place != before


def test_what_is_deleted_is_gone(desk, recent):
    note(desk, "one")
    card = recent.notes[0].id
    desk.attempt("d", lambda whole: remove_cards(whole, desk.map_id, [card]))
    assert recent.notes == ()


def test_what_else_changes_is_not_told(desk, recent, ear):
    desk.attempt("t", lambda whole: edit_cards(whole, desk.map_id, ["c1"], text="Queues"))
    assert ear.heard == []


def test_a_feeling_is_a_note(desk, recent):
    felt = desk.journey.lanes[1].id

    def feel(whole: Project) -> Project:
        return place_marker(whole, desk.map_id, felt, "d3", persona="maya", value=-1.5, new_id=desk.new_id)

    desk.attempt("f", feel)
    assert [(each.kind, each.text) for each in recent.notes] == [("emotion", "−1.5")]


def test_who_feels_otherwise_now_says_so(desk, recent):
    felt = desk.journey.lanes[1].id

    def feel(whole: Project) -> Project:
        return place_marker(whole, desk.map_id, felt, "d0", persona="maya", value=2.0, new_id=desk.new_id)

    desk.attempt("f", feel)
    assert texts(recent) == ["+2"]


def test_a_note_in_the_inbox_stands_there():
    desk = desk_on(small_map(inbox=(Cluster(id="g1"),)))
    recent = Recent(desk)
    cards = (Card(id="n1", kind="note", text="loose"),)
    journey = desk.journey.model_copy(update={"inbox": (Cluster(id="g1", cards=cards),)})
    desk.edit("i", desk.project.model_copy(update={"maps": (journey,)}))
    assert [(each.text, each.place) for each in recent.notes] == [("loose", "Inbox")]


def test_a_card_without_words_is_named_by_its_kind(desk, recent):
    note(desk, "", kind="pain")
    assert texts(recent) == ["Pain point"]


def test_maps_have_notes_of_their_own(desk, recent):
    note(desk, "one")
    first, whole = desk.map_id, desk.project
    other = desk.journey.model_copy(update={"id": "other", "rank": "Z"})
    desk.edit("m", whole.model_copy(update={"maps": (*whole.maps, other)}))
    desk.show_map("other")
    assert recent.notes == ()
    desk.show_map(first)
    assert texts(recent) == ["one"]
