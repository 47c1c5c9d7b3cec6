"""Arrows by command: what they say, how they are turned round and taken away, each as one undo step."""

import random

import pytest

from desktop import resources
from desktop.desk.desk import Desk
from desktop.desk.linking import Linking, ends_of, flow_between, kind_between
from desktop.document.base import changed
from desktop.document.ids import Ids, ids_of
from desktop.document.journey import Link
from desktop.document.locate import columns_of
from desktop.session import Session
from desktop.storage.reader import Opened
from tests.grids import card, lane, project, with_map

PAIN, ANSWER, TRIAL = card(20, "pain"), card(21, "opportunity"), card(22, "experiment")


def opened(*links):
    actions = lane(card(1), card(2, step=1), card(3, step=2))
    rows = lane(PAIN, kind="pains"), lane(ANSWER, kind="opportunities"), lane(TRIAL, kind="experiments")
    return Opened(with_map(project(actions, *rows), links=links), {})


@pytest.fixture
def desk(request):
    session = Session(opened(*getattr(request, "param", ())))
    return Desk(session, resources.words("en"), Ids(random.Random(7).getrandbits, ids_of(session.project)))


@pytest.fixture
def linking(desk):
    return Linking(desk)


@pytest.fixture
def said(desk):
    heard = []
    desk.said.connect(heard.append)
    return heard


def told(desk):
    return [(link.kind, link.source, link.target) for link in desk.journey.links]


def link(one, kind, source, target):
    return Link(id=one, kind=kind, source=source, target=target)


def kind(source, target):
    return kind_between(source, target, columns_of(project(lane()).maps[0]))


def test_what_an_arrow_says_follows_from_the_kinds():
    assert kind(ANSWER, PAIN) == kind(PAIN, ANSWER) == "answers"
    assert kind(TRIAL, ANSWER) == kind(ANSWER, TRIAL) == "tests"
    assert kind(TRIAL, card(23, "tactic")) == "tests"


def test_what_an_arrow_says_follows_from_the_steps():
    assert kind(card(1), card(2, step=1)) == kind(card(1), card(2)) == "leads"
    assert kind(card(1, step=2), card(2)) == "loops"
    assert kind(card(1, step=2), changed(card(2), first="gone", last="gone")) == "loops"
    assert flow_between(PAIN, changed(ANSWER, first="d1", last="d1"), columns_of(project(lane()).maps[0])) == "leads"


def test_the_answer_comes_first_however_it_was_drawn():
    assert ends_of(PAIN, ANSWER) == ends_of(ANSWER, PAIN) == (ANSWER, PAIN)
    assert ends_of(PAIN, TRIAL) == (PAIN, TRIAL)


def test_two_cards_are_linked_in_reading_order(desk, linking):
    desk.select(["c3", "c1"])
    linking.connect()
    assert told(desk) == [("leads", "c1", "c3")]
    assert desk.selected == {desk.journey.links[0].id}


def test_at_one_step_the_upper_lane_comes_first(desk, linking):
    desk.select(["c20", "c1"])
    linking.connect()
    assert told(desk) == [("leads", "c1", "c20")]


def test_a_pain_point_is_answered(desk, linking):
    desk.select(["c20", "c21"])
    linking.connect()
    assert told(desk) == [("answers", "c21", "c20")]


@pytest.mark.parametrize("chosen", [[], ["c1"], ["c1", "c2", "c3"]])
def test_only_two_can_be_linked(desk, linking, said, chosen):
    desk.select(chosen)
    linking.connect()
    assert told(desk) == []
    assert said == ["Select two cards to connect them."]


def test_linking_what_is_gone_is_refused(desk, linking, said):
    linking.link("c1", "gone")
    assert told(desk) == []
    assert len(said) == 1


def test_one_undo_step(desk, linking):
    desk.select(["c1", "c2"])
    linking.connect()
    assert desk.undo().label == "Connect cards"
    assert told(desk) == []
    assert desk.undo() is None


def test_the_same_arrow_again_changes_nothing(desk, linking):
    linking.link("c1", "c2")
    linking.link("c1", "c2")
    assert told(desk) == [("leads", "c1", "c2")]


FLOW = (link("k1", "leads", "c1", "c2"), link("k2", "leads", "c2", "c3"), link("k3", "answers", "c21", "c20"))


@pytest.mark.parametrize("desk", [FLOW], indirect=True)
@pytest.mark.parametrize(
    ("chosen", "left"),
    [
        (["k1", "c3"], ["k2", "k3"]),
        (["c1", "c2"], ["k2", "k3"]),
        (["c1", "c2", "c3"], ["k3"]),
        (["c2"], ["k3"]),
        (["c1", "c3"], ["k1", "k2", "k3"]),
        ([], ["k1", "k2", "k3"]),
    ],
)
def test_which_arrows_are_taken_away(desk, linking, chosen, left):
    desk.select(chosen)
    linking.disconnect()
    assert [each.id for each in desk.journey.links] == left


@pytest.mark.parametrize("desk", [FLOW], indirect=True)
def test_taking_away_several_is_one_step_that_says_how_many(desk, linking):
    desk.select(["c2"])
    linking.disconnect()
    assert desk.undo().label == "Remove 2 arrows"
    assert len(desk.journey.links) == len(FLOW)


@pytest.mark.parametrize("desk", [FLOW], indirect=True)
def test_a_way_forward_turned_round_is_a_way_back(desk, linking):
    desk.select(["k1", "k3"])
    linking.reverse()
    assert told(desk) == [("loops", "c2", "c1"), ("leads", "c2", "c3"), ("answers", "c20", "c21")]
    linking.reverse()
    assert told(desk)[0] == ("leads", "c1", "c2")
    assert desk.undo().label == "Turn 2 arrows round"


@pytest.mark.parametrize("desk", [FLOW], indirect=True)
def test_an_arrow_is_told_otherwise(desk, linking):
    desk.select(["k1"])
    linking.kind("loops")
    assert told(desk)[0] == ("loops", "c1", "c2")
    assert desk.selected == {"k1"}
    assert desk.undo().label == "Change arrow"


def test_nothing_selected_changes_nothing(desk, linking):
    before = desk.project
    linking.reverse()
    linking.kind("loops")
    assert desk.project is before


def test_a_project_without_a_map():
    session = Session(Opened(changed(opened().project, maps=()), {}))
    desk = Desk(session, resources.words("en"), Ids(random.Random(7).getrandbits))
    for verb in (Linking(desk).connect, Linking(desk).disconnect, Linking(desk).reverse):
        verb()
    assert desk.undo() is None


@pytest.mark.parametrize("desk", [(link("l1", "leads", "c1", "c3"), link("l2", "loops", "c3", "c1"))], indirect=True)
def test_arrows_there_and_back_are_both_kept(desk, linking):
    desk.select(("c1", "c3"))
    linking.reverse()
    assert told(desk) == [("leads", "c1", "c3"), ("loops", "c3", "c1")]
    assert desk.session.undoable is None
