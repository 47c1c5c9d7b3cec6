"""Inbox and parking lot on a desk."""

import pytest

from desks import cell, desk_on, held, small_map
from desktop.desk.tray import Tray
from desktop.document.base import in_order
from desktop.document.cards import Card, Marker
from desktop.document.edits.cards import Spot
from desktop.document.journey import Cluster
from desktop.document.keyed import find
from desktop.document.locate import card_at


def loose(name, kind="note", rank="V", **fields):
    return Card(id=name, kind=kind, text=f"text of {name}", rank=rank, **fields)


@pytest.fixture
def desk():
    groups = (
        Cluster(id="g1", title="", rank="A", cards=(loose("n1", rank="A"), loose("n2", rank="B"))),
        Cluster(
            id="g2",
            title="from Dine",
            rank="B",
            cards=(loose("t1", "touchpoint"), loose("x1", "action")),
            markers=(Marker(id="m9", step="d1", value=1.0, persona="maya"),),
        ),
    )
    return desk_on(small_map(inbox=groups, parking=(loose("k1"),)))


@pytest.fixture
def tray(desk):
    return Tray(desk)


@pytest.fixture
def told(desk):
    sentences = []
    desk.said.connect(sentences.append)
    return sentences


def groups(desk):
    return {group.title: [card.id for card in in_order(group.cards)] for group in in_order(desk.journey.inbox)}


def parked(desk):
    return [card.id for card in in_order(desk.journey.parking)]


def test_notes_come_to_the_loose_ones(desk, tray):
    came = tray.note(["one", "two"])
    assert groups(desk)[""] == ["n1", "n2", *came]


def test_a_note_becomes_what_its_lane_takes(desk, tray):
    desk.aim(Spot("l-thoughts", "d1"))
    assert tray.send(["n1"])
    assert cell(desk, "l-thoughts", 1) == ["n1"]
    assert held(desk, "n1").kind == "thought"
    assert desk.selected == {"n1"}


def test_notes_that_are_sent_one_after_the_other_stack_up(desk, tray):
    desk.aim(Spot("l-thoughts", "d1"))
    tray.send(["n1"])
    tray.send(["n2"])
    assert cell(desk, "l-thoughts", 1) == ["n1", "n2"]
    assert desk.target == Spot("l-thoughts", "d1", after="n2")


def test_other_kinds_go_to_their_own_lane(desk, tray):
    tray.send(["x1", "n1"], Spot("l-thoughts", "d3"))
    assert cell(desk, "l-thoughts", 3) == ["n1"]
    assert held(desk, "x1").kind == "action"
    assert card_at(desk.journey, "x1").lane.kind == "actions"
    assert held(desk, "x1").first == "d3"


def test_a_lane_that_is_lacking_is_made(desk, tray):
    tray.send(["t1"], Spot("l-thoughts", "d3"))
    assert card_at(desk.journey, "t1").lane.kind == "touchpoints"


def test_all_kinds_can_be_turned_into_the_lanes(desk, tray):
    tray.send(["t1", "x1"], Spot("l-thoughts", "d3"), convert=True)
    assert {held(desk, one).kind for one in ("t1", "x1")} == {"thought"}
    assert sorted(cell(desk, "l-thoughts", 3)) == ["t1", "x1"]


def test_sending_is_one_step(desk, tray):
    before = desk.project
    tray.send(["t1", "x1", "n1"], Spot("l-thoughts", "d3"))
    desk.undo()
    assert desk.project is before


def test_a_locked_lane_says_so(desk, tray, told):
    assert not tray.send(["n1"], Spot("l-notes", "d0"))
    assert "locked" in told[0]
    assert groups(desk)[""] == ["n1", "n2"]


def test_feelings_come_back_with_the_last_card_of_their_group(desk, tray):
    desk.aim(Spot("l-actions", "d2"))
    assert tray.place_group("g2")
    assert held(desk, "m9").step == "d1"
    assert list(groups(desk)) == [""]


def test_a_group_of_feelings_alone_comes_back(desk, tray):
    desk.aim(Spot("l-actions", "d2"))
    tray.park(["t1", "x1"])
    assert tray.place_group("g2")
    assert held(desk, "m9").step == "d1"


def test_a_new_group(desk, tray):
    new = tray.group(["n2", "x1"], "Waiting")
    assert groups(desk)["Waiting"] == ["n2", "x1"]
    assert find(desk.journey.inbox, new).title == "Waiting"
    assert tray.group([], "Nothing") == ""


def test_cards_change_their_group_from_anywhere(desk, tray):
    assert tray.gather(["n2", "c1", "k1"], "g2", before="x1")
    assert groups(desk)["from Dine"][-1] == "x1"
    assert sorted(groups(desk)["from Dine"]) == ["c1", "k1", "n2", "t1", "x1"]
    assert parked(desk) == []


def test_what_is_locked_stays_on_the_map(desk, tray, told):
    assert not tray.gather(["c5"])
    assert "locked" in told[0]


def test_groups_become_one(desk, tray):
    assert tray.merge(["g2", "g1"])
    assert sorted(groups(desk)["from Dine"]) == ["n1", "n2", "t1", "x1"]
    assert not tray.merge(["g2"])


def test_groups_are_renamed_and_moved(desk, tray):
    tray.rename("g2", "  Dinner ")
    assert list(groups(desk)) == ["", "Dinner"]
    assert tray.move_group("g2", -1)
    assert list(groups(desk)) == ["Dinner", ""]
    assert not tray.move_group("g2", -1)
    assert tray.move_group("g2", 1)
    assert list(groups(desk)) == ["", "Dinner"]


def test_a_note_is_rewritten_and_goes_without_words(desk, tray):
    tray.rewrite("k1", " another topic ")
    assert find(desk.journey.parking, "k1").text == "another topic"
    tray.rewrite("k1", "  ")
    assert parked(desk) == []


def test_cards_and_whole_groups_go(desk, tray):
    assert tray.remove(["n1", "t1"], ["g2"])
    assert groups(desk) == {"": ["n2"]}
    desk.undo()
    assert groups(desk)["from Dine"]


def test_parking_and_back(desk, tray):
    tray.park(["n1", "k1"])
    assert parked(desk) == ["k1", "n1"]
    tray.park(["k1"])
    assert groups(desk)[""] == ["n2", "k1"]
    assert not tray.park([])
