"""The map as a tree: everything on it is found once, and what did not change is not sorted again."""

import pytest

from desktop.desk.branches import Tree
from desktop.document.base import in_order
from desktop.document.edits.cards import edit_cards
from desktop.document.kinds import DIVIDERS


@pytest.fixture
def journey(sample):
    return sample.project.maps[0]


@pytest.fixture
def tree(journey):
    return Tree(journey)


def walk(branches):
    for branch in branches:
        yield branch
        yield from walk(branch.children)


def lane(journey, kind):
    return next(lane for lane in journey.lanes if lane.kind == kind)


def test_stages_and_steps_stand_in_their_order(journey, tree):
    assert [branch.thing for branch in tree.stages] == in_order(journey.stages)
    assert [branch.thing for branch in tree.stages[0].children] == in_order(in_order(journey.stages)[0].steps)


def test_every_step_has_every_lane_but_dividers(journey, tree):
    lanes = [lane for lane in in_order(journey.lanes) if lane.kind not in DIVIDERS]
    for stage in tree.stages:
        for step in stage.children:
            assert [branch.thing for branch in step.children] == lanes


def test_every_card_and_marker_stands_once(journey, tree):
    found = [branch.key for branch in walk(tree.stages)]
    things = [thing.id for lane in journey.lanes for thing in (*lane.cards, *lane.markers)]
    assert sorted(key for key in found if key in set(things)) == sorted(things)
    assert len(set(found)) == len(found)


def test_rows_and_parents_fit(tree):
    for branch in walk(tree.stages):
        row = branch.parent.children if branch.parent else tree.stages
        assert row[branch.row] is branch
        assert branch.path[-1] is branch


def test_things_are_found(journey, tree):
    card, marker = lane(journey, "pains").cards[0], lane(journey, "emotions").markers[0]
    step = journey.stages[0].steps[0]
    for thing in (card, marker, step, journey.stages[1], lane(journey, "actions")):
        assert tree.find(thing.id).thing is thing
    assert tree.find("gone") is None


def test_a_place_is_found_by_its_key_in_another_value(sample, journey, tree):
    card = lane(journey, "pains").cards[0]
    project = edit_cards(sample.project, journey.id, [card.id], text="other")
    after = Tree(project.maps[0], tree)
    key = tree.find(card.id).parent.key
    assert after.at(key).thing.kind == "pains"
    assert after.at(card.id).thing.text == "other"
    assert after.at("gone/gone") is None


def test_what_is_gone_is_forgotten(sample, journey, tree):
    list(walk(tree.stages))
    project = edit_cards(sample.project, journey.id, [lane(journey, "pains").cards[0].id], text="other")
    after = Tree(project.maps[0], tree)
    kept = {id(lane) for lane in project.maps[0].lanes}
    assert set(after._held) < kept
    assert len(after._held) == len(tree._held) - 1


def test_without_a_map_there_is_nothing():
    assert Tree(None).stages == []
    assert Tree(None).find("x") is None
