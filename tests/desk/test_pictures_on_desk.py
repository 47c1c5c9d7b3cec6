"""Pictures become cards, are exchanged and cut, and belong to personas; each of it is one step."""

import random

import pytest

from desktop import resources
from desktop.desk.desk import Desk
from desktop.desk.pictures import Pictures
from desktop.document.edits.cards import Spot, edit_cards
from desktop.document.ids import Ids, ids_of
from desktop.document.locate import card_at, columns_of
from desktop.session import Session
from pictures import ready

RED, BLUE = ready(colour="red"), ready(90, 30, "blue")


@pytest.fixture
def desk(sample):
    session = Session(sample)
    return Desk(session, resources.words("en"), Ids(random.Random(7).getrandbits, ids_of(session.project)))


@pytest.fixture
def verbs(desk):
    return Pictures(desk)


def lane(desk, kind):
    return next((lane for lane in desk.journey.lanes if lane.kind == kind), None)


def step(desk, at):
    return columns_of(desk.journey).steps[at]


def shown(desk, card):
    return card_at(desk.journey, card).card


def test_pictures_stand_on_successive_steps_of_the_storyboard(desk, verbs):
    assert verbs.add([RED, BLUE], Spot(lane(desk, "actions").id, step(desk, 2)))
    cards = {card.first: card for card in lane(desk, "images").cards}
    assert [cards[step(desk, at)].picture.asset for at in (2, 3)] == [RED[0], BLUE[0]]
    assert cards[step(desk, 3)].picture.aspect == 3.0
    assert {card.kind for card in cards.values()} == {"picture"}
    assert desk.selected == {card.id for card in cards.values()}


def test_undo_takes_the_cards_and_the_lane_and_redo_finds_the_pictures(desk, verbs):
    before = desk.project
    verbs.add([RED, BLUE])
    desk.undo()
    assert desk.project == before
    desk.redo()
    assert {card.picture.asset for card in lane(desk, "images").cards} <= desk.session.assets.keys()


def test_a_picture_is_stored_once(desk, verbs):
    verbs.add([RED, RED, RED])
    assert list(desk.session.assets) == [RED[0]]
    assert len(lane(desk, "images").cards) == 3


def test_more_pictures_than_steps_stay_at_the_last(desk, verbs):
    last = len(columns_of(desk.journey).steps) - 1
    verbs.add([RED, BLUE, RED], Spot(lane(desk, "actions").id, step(desk, last - 1)))
    assert sorted(card.first == step(desk, last) for card in lane(desk, "images").cards) == [False, True, True]


def test_nothing_is_no_edit(desk, verbs):
    assert not verbs.add([])
    assert desk.session.undoable is None


def test_another_picture_keeps_words_and_fit(desk, verbs):
    verbs.add([RED])
    (card,) = desk.selected
    desk.attempt("Edit", lambda p: edit_cards(p, desk.map_id, [card], text="the door"))
    verbs.cut(card, (0.0, 0.0, 0.5, 0.5), "fill")
    verbs.replace(card, BLUE)
    found = shown(desk, card)
    assert (found.text, found.picture.asset, found.picture.fit) == ("the door", BLUE[0], "fill")
    assert found.picture.crop == (0.0, 0.0, 1.0, 1.0)


def test_a_card_of_another_kind_becomes_a_picture(desk, verbs):
    card = lane(desk, "pains").cards[0].id
    verbs.replace(card, RED)
    assert (shown(desk, card).kind, shown(desk, card).picture.asset) == ("picture", RED[0])


def test_only_one_picture_card_is_chosen(desk, verbs):
    assert verbs.chosen() is None
    verbs.add([RED, BLUE])
    assert verbs.chosen() is None
    desk.select(list(desk.selected)[:1])
    assert verbs.chosen().kind == "picture"


def test_a_card_without_a_picture_cannot_be_cut(desk, verbs):
    assert not verbs.cut(lane(desk, "pains").cards[0].id, (0.0, 0.0, 1.0, 1.0), "fit")


def test_a_persona_gets_a_picture_and_loses_it(desk, verbs):
    persona = desk.project.personas[0].id
    verbs.portray(persona, BLUE)
    assert desk.project.personas[0].picture.asset == BLUE[0]
    verbs.portray(persona, None)
    assert desk.project.personas[0].picture is None
