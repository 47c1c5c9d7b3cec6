"""What was said on a desk, and what can still be done about it."""

from itertools import count

import pytest

from desks import desk_on
from desktop.desk import record as recording
from desktop.desk.offer import Choice, Offer
from desktop.desk.record import Record
from desktop.document.edits.cards import edit_cards
from desktop.document.edits.maps import add_map, remove_map


@pytest.fixture
def desk():
    return desk_on()


@pytest.fixture
def record(desk):
    seconds = count(100.0)
    return Record(desk, lambda: next(seconds))


def sentences(record):
    return [said.sentence for said in record.said]


def write(desk, text):
    desk.attempt("", lambda project: edit_cards(project, "m", ["c1"], text=text))


def offer(desk, done):
    desk.offered.emit(Offer("Gone", (Choice("Back", lambda: done.append("back")),)))


def test_the_latest_is_first(desk, record):
    for sentence in ("one", "two"):
        desk.said.emit(sentence)
    assert [(said.sentence, said.at) for said in record.said] == [("two", 101.0), ("one", 100.0)]


def test_what_is_said_again_at_once_stands_once(desk, record):
    for sentence in ("one", "one", "two", "one"):
        desk.said.emit(sentence)
    assert sentences(record) == ["one", "two", "one"]


def test_nothing_is_not_kept(desk, record):
    desk.said.emit("")
    assert record.said == ()


def test_no_more_than_so_many_are_kept(desk, record, monkeypatch):
    monkeypatch.setattr(recording, "MOST", 3)
    for number in range(5):
        record.note(str(number))
    assert sentences(record) == ["4", "3", "2"]


def test_it_knows_the_map_and_what_was_selected(desk, record):
    desk.select({"c1"})
    desk.said.emit("one")
    (said,) = record.said
    assert (said.map_id, said.map_title, said.things) == ("m", desk.journey.title, {"c1"})


def test_going_there_shows_the_map_and_selects(desk, record):
    desk.select({"c1"})
    desk.said.emit("one")
    desk.attempt("", lambda project: add_map(project, "Other", new_id=desk.new_id))
    desk.show_map(next(each.id for each in desk.project.maps if each.id != "m"))
    assert record.go_to(record.said[-1]) == {"c1"}
    assert (desk.map_id, desk.selected) == ("m", {"c1"})


def test_a_map_that_is_gone_leads_nowhere(desk, record):
    desk.attempt("", lambda project: add_map(project, "Other", new_id=desk.new_id))
    desk.said.emit("one")
    desk.attempt("", lambda project: remove_map(project, "m"))
    shown = desk.map_id
    assert record.go_to(record.said[-1]) == frozenset()
    assert desk.map_id == shown


def test_an_offer_stands_until_the_project_changes(desk, record):
    offer(desk, [])
    assert record.stands(record.said[0])
    write(desk, "Other")
    assert not record.stands(record.said[0])


def test_an_offer_stands_again_when_the_change_is_undone(desk, record):
    offer(desk, [])
    write(desk, "Other")
    desk.undo()
    assert record.stands(record.said[0])


def test_a_mere_sentence_offers_nothing(desk, record):
    desk.said.emit("one")
    assert not record.stands(record.said[0])


def test_whoever_listens_is_told(desk, record):
    heard = []
    record.changed.connect(lambda: heard.append(len(record.said)))
    desk.said.emit("one")
    offer(desk, [])
    assert heard == [1, 2]
