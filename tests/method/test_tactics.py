import pytest

from desktop.document.cards import Tactic
from desktop.document.journey import Link
from desktop.method.tactics import clashes, of_kind
from tests.grids import card, lane, project


def tactic(number, form="offer", step=0, *, segment="Regulars", when="", last=None, **fields):
    own = Tactic(form=form, segment=segment, when=when)
    return card(number, "tactic", step, last, tactic=own, **{"text": f"Tactic {number}", **fields})


def link(source, target, kind="leads"):
    return Link(id=f"{source}{target}", kind=kind, source=source, target=target)


def found(*cards, **fields):
    return clashes(project(lane(*cards, kind="tactics"), **fields).maps[0])


def pairs(*cards, **fields):
    return [(one.first.id, one.second.id) for one in found(*cards, **fields)]


def test_two_offers_to_one_segment_at_one_step_contradict_each_other():
    [clash] = found(tactic(1), tactic(2))
    assert (clash.first.id, clash.second.id, clash.segment, clash.step) == ("c1", "c2", "Regulars", "d0")


def test_segments_are_compared_as_people_read_them():
    assert pairs(tactic(1, segment="First  timers"), tactic(2, segment="first timers")) == [("c1", "c2")]


OTHERS = [
    {"form": "message"},
    {"form": ""},
    {"segment": "Newcomers"},
    {"step": 1},
    {"text": "tactic  1"},
    {"status": "done"},
    {"status": "dropped"},
]


@pytest.mark.parametrize("fields", OTHERS)
def test_what_differs_does_not_contradict(fields):
    assert pairs(tactic(1), tactic(2, **fields)) == []


def test_what_is_for_everybody_meets_every_segment():
    [clash] = found(tactic(1, segment=""), tactic(2))
    assert clash.segment == "Regulars"


def test_at_different_times_nothing_contradicts():
    assert pairs(tactic(1, when="Mondays"), tactic(2, when="Fridays")) == []
    assert pairs(tactic(1, when="Mondays"), tactic(2)) == [("c1", "c2")]


def test_another_channel_is_another_place():
    assert pairs(tactic(1, channel="email"), tactic(2, channel="web")) == []
    assert pairs(tactic(1, channel="email"), tactic(2, channel="email")) == [("c1", "c2")]


def test_the_touchpoint_that_both_are_linked_with_decides():
    touch = card(8, "touchpoint"), card(9, "touchpoint")
    together = link("c1", "c8"), link("c8", "c2")
    [clash] = found(tactic(1, channel="email"), tactic(2, channel="web"), *touch, links=together)
    assert clash.touchpoint == "c8"
    assert pairs(tactic(1), tactic(2), *touch, links=(link("c1", "c8"), link("c2", "c9"))) == []


def test_variants_of_one_experiment_are_meant():
    links = link("c9", "c1", "tests"), link("c9", "c2", "tests")
    assert pairs(tactic(1), tactic(2), card(9, "experiment"), links=links) == []


def test_those_that_span_several_steps_are_told_once_at_the_first():
    [clash] = found(tactic(1, step=0, last=3), tactic(2, step=1, last=3))
    assert clash.step == "d1"


def test_clashes_are_told_from_left_to_right():
    assert pairs(tactic(1, step=3), tactic(2, step=3), tactic(3), tactic(4)) == [("c3", "c4"), ("c1", "c2")]


def test_hidden_lanes_are_not_looked_into():
    whole = project(lane(tactic(1), tactic(2), kind="tactics", hidden=True))
    assert clashes(whole.maps[0]) == []


def test_cards_of_a_kind_come_from_left_to_right():
    whole = project(lane(tactic(1, step=2), tactic(2), card(3), kind="tactics"), lane(tactic(4, step=1)))
    assert [one.id for one in of_kind(whole.maps[0], "tactic")] == ["c2", "c4", "c1"]
