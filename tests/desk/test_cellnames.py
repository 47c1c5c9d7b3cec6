"""Cells by a few typed letters."""

import pytest

from desktop import resources
from desktop.desk.cellnames import CellNames
from desktop.desk.lens import CLEAR
from desktop.document.edits.cards import Spot
from desktop.document.edits.lanes import lock_lane
from desktop.document.locate import steps_in_order

WORDS = resources.words("en")


@pytest.fixture(scope="module")
def journey(sample):
    return sample.project.maps[0]


@pytest.fixture(scope="module")
def names(journey):
    return CellNames(journey, CLEAR, WORDS, None)


def spot(journey, kind, title):
    lane = next(each.id for each in journey.lanes if each.kind == kind)
    return Spot(lane, next(step.id for step in steps_in_order(journey) if step.title == title))


@pytest.mark.parametrize("query", ["pain ord", "ord pain", "PAIN ORDERS", "orders pain points", "p orders"])
def test_lane_and_step_in_any_order(journey, names, query):
    assert names.found(query)[0].spot == spot(journey, "pains", "Orders")


def test_what_is_found_is_named(journey, names):
    first = names.found("touch compares")[0]
    assert (first.lane, first.step) == ("Touchpoints", "Decide · Compares")


def test_an_address_comes_first(journey, names):
    assert names.found("a1")[0].spot == spot(journey, "actions", "Hears about it")


def test_one_name_is_enough_beside_the_slot(journey):
    near = spot(journey, "thoughts", "Orders")
    names = CellNames(journey, CLEAR, WORDS, near)
    assert names.found("pain")[0].spot == spot(journey, "pains", "Orders")
    assert names.found("compares")[0].spot == spot(journey, "thoughts", "Compares")
    assert names.found("")[0].spot == near


def test_nothing_is_found_for_nonsense(names):
    assert names.found("qqq zzz") == []


def test_only_so_many(names):
    assert len(names.found("e", most=5)) == 5


def test_locked_lanes_and_lines_are_left_out(sample, journey):
    lane = next(each.id for each in journey.lanes if each.kind == "pains")
    shut = lock_lane(sample.project, journey.id, lane, True).maps[0]
    found = CellNames(shut, CLEAR, WORDS, None).found("pain orders", most=50)
    assert all(name.spot.lane != lane for name in found)
    kinds = {each.id: each.kind for each in journey.lanes}
    assert "visibility" not in {kinds[name.spot.lane] for name in found}
