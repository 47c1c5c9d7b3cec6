"""Ballots in files, copies and merges by lines: what they name stays what it was."""

import pytest

from desktop.document.base import changed
from desktop.document.cards import Card, Pain
from desktop.document.edits.parts import with_map
from desktop.document.ids import ids_of
from desktop.document.journey import AgendaPoint, Ballot, Lane, Tally
from desktop.document.naming import named, unnamed
from desktop.document.renew import renamed
from desktop.document.twins import separated
from desktop.storage.reader import parse
from desktop.storage.writer import dump

FIRST = Ballot(id="one", title="Pains", options=("a1", "p1"), people=3, each=1, tallies=(Tally(card="p1", votes=2),))
GRADED = Tally(card="a1", grades=(Pain(severity=3),))
AGAIN = Ballot(id="two", form="pain", options=("a1",), again="one", tallies=(GRADED,))


@pytest.fixture
def voted(project):
    return with_map(project, changed(project.maps[0], ballots=(FIRST, AGAIN)))


def test_ballots_come_back_from_the_file_as_they_were(voted):
    data = dump(voted, {})
    opened = parse(data)
    assert opened.project.maps[0].ballots == (FIRST, AGAIN)
    assert dump(opened.project, {}) == data


def test_a_ballot_is_one_line_of_the_file(voted):
    lines = [line for line in dump(voted, {}).decode().splitlines() if '"Pains"' in line]
    assert len(lines) == 1
    assert '"tallies"' in lines[0]


def test_cards_that_are_named_anew_keep_their_votes(voted):
    map_ = renamed(voted.maps[0], {"a1": "x1", "p1": "y1", "one": "first"})
    ballots = {ballot.id: ballot for ballot in map_.ballots}
    assert ballots["first"].options == ("x1", "y1")
    assert ballots["first"].tallies[0].card == "y1"
    assert (ballots["two"].again, ballots["two"].tallies[0].card) == ("first", "x1")


def test_the_first_of_two_cards_with_one_id_keeps_the_votes(voted, new_id):
    twice = Lane(id="twice", kind="notes", cards=(Card(id="p1", kind="note", first="eat", last="eat"),))
    map_ = voted.maps[0]
    lanes = tuple(sorted((*map_.lanes, twice), key=lambda lane: lane.id))
    apart, found = separated(with_map(voted, changed(map_, lanes=lanes)), new_id)
    assert len(found) == 1
    assert apart.maps[0].ballots == (FIRST, AGAIN)
    assert len(ids_of(apart)) == len(set(ids_of(apart)))


def test_two_ballots_with_one_id_are_told_apart(voted, new_id):
    map_ = changed(voted.maps[0], ballots=(FIRST, FIRST))
    apart, _ = separated(with_map(voted, map_), new_id)
    assert sorted(ballot.id for ballot in apart.maps[0].ballots) == ["new1", "one"]


def test_names_are_followed_into_tallies():
    assert named(FIRST, {Card: {"p1": "z"}}).tallies[0].card == "z"
    assert named(FIRST, {Card: {"q": "z"}}) is FIRST


def test_the_name_of_a_ballot_that_is_gone_is_taken_away():
    assert unnamed(AGAIN, Ballot, "one").again == ""
    assert unnamed(AGAIN, Ballot, "other") is AGAIN


def test_what_a_newer_version_says_of_a_ballot_is_kept(voted):
    newer = Ballot.model_validate({**FIRST.model_dump(), "quorum": 5})
    kept = with_map(voted, changed(voted.maps[0], ballots=(newer,)))
    assert parse(dump(kept, {})).project.maps[0].ballots[0].model_extra == {"quorum": 5}


def test_a_stage_that_is_named_anew_stays_in_the_agenda():
    point = AgendaPoint(id="p", stages=("dine", "pay"))
    assert renamed(point, {"dine": "eat"}).stages == ("eat", "pay")
