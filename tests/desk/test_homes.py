"""Which lane takes what."""

import pytest

from desktop.desk.cells import shown_lanes
from desktop.desk.homes import Search, Way, belongs, below, home
from desktop.desk.lens import Lens
from desktop.document.journey import JourneyMap, Lane, LaneGroup
from desktop.document.kinds import CARD_KINDS, DIVIDERS, LANE_KINDS
from desktop.document.project import Project


def lane(kind, rank, **fields):
    return Lane(id=fields.pop("id", kind), kind=kind, rank=rank, **fields)


@pytest.fixture
def journey():
    lanes = (lane("actions", "b"), lane("emotions", "c"), lane("pains", "d"), lane("touchpoints", "e"))
    return JourneyMap(id="m", lanes=tuple(sorted(lanes, key=lambda one: one.id)))


def sought(journey, kind, near, hidden=(), **fields):
    order = [one.id for one in sorted(journey.lanes, key=lambda one: one.rank)]
    shown = {one.id for one in shown_lanes(journey, Lens(lanes=frozenset(hidden)))}
    search = Search(kind, near, shown, "new", **fields)
    return home(journey, search, lambda one: abs(order.index(one.id) - order.index(near)) if near in order else 0)


def edited(journey, kind, **fields):
    lanes = tuple(one.model_copy(update=fields) if one.kind == kind else one for one in journey.lanes)
    return journey.model_copy(update={"lanes": lanes})


@pytest.mark.parametrize("kind", [kind for kind in LANE_KINDS if kind not in ("emotions", *DIVIDERS)])
def test_a_note_belongs_everywhere_that_cards_do(kind):
    assert belongs("note", lane(kind, "b"))


@pytest.mark.parametrize("kind", ["emotions", *DIVIDERS])
def test_no_card_belongs_among_emotions_or_on_a_line(kind):
    assert not any(belongs(each.key, lane(kind, "b")) for each in CARD_KINDS)


def test_every_kind_belongs_to_its_own_lane():
    assert all(belongs(kind.key, lane(kind.lane, "b")) for kind in CARD_KINDS)
    assert belongs("emotion", lane("emotions", "b"))


def test_kinds_and_lanes_of_a_newer_version():
    assert belongs("hologram", lane("actions", "b"))
    assert not belongs("action", lane("holograms", "b"))
    assert belongs("note", lane("holograms", "b"))


def test_what_belongs_stays(journey):
    found = sought(journey, "pain", "pains")
    assert (found.way, found.lane.id) == (Way.HERE, "pains")


def test_a_card_may_stay_where_it_comes_from(journey):
    assert sought(journey, "quote", "pains", own="pains").way is Way.HERE


def test_what_does_not_belong_is_led_to_the_nearest_of_its_kind(journey):
    lanes = (*journey.lanes, lane("touchpoints", "a", id="zz"))
    both = journey.model_copy(update={"lanes": lanes})
    assert sought(both, "touchpoint", "actions").lane.id == "zz"
    assert sought(both, "touchpoint", "pains").lane.id == "touchpoints"


def test_a_locked_lane_that_is_meant_takes_nothing(journey):
    found = sought(edited(journey, "actions", locked=True), "pain", "actions")
    assert (found.way, found.lane.id) == (Way.LOCKED, "actions")


def test_locked_ones_are_passed_over_while_there_are_others(journey):
    lanes = (*journey.lanes, lane("touchpoints", "f", id="zz", locked=True))
    assert sought(journey.model_copy(update={"lanes": lanes}), "touchpoint", "pains").lane.id == "touchpoints"


@pytest.mark.parametrize("hidden", ["map", "lens", "group"])
def test_the_only_lane_may_be_hidden(journey, hidden):
    groups = (LaneGroup(id="front", folded=True),) if hidden == "group" else ()
    fields = {"hidden": hidden == "map", "group": "front" if groups else ""}
    less = edited(journey, "pains", **fields).model_copy(update={"groups": groups})
    found = sought(less, "pain", "actions", hidden=("pains",) if hidden == "lens" else ())
    assert (found.way, found.lane.id) == (Way.HIDDEN, "pains")


def test_a_hidden_lane_that_is_meant_is_known_to_be_hidden(journey):
    assert sought(edited(journey, "pains", hidden=True), "pain", "pains").way is Way.HIDDEN


def test_where_there_is_none_it_is_made_below(journey):
    found = sought(journey, "thought", "actions")
    assert (found.way, found.lane.id, found.lane.kind, found.before) == (Way.NEW, "new", "thoughts", "emotions")
    made = found.made(Project(id="p", maps=(journey,)), "m").maps[0]
    assert [one.id for one in sorted(made.lanes, key=lambda one: one.rank)][:2] == ["actions", "new"]


def test_nothing_is_made_where_there_is_one(journey):
    project = Project(id="p", maps=(journey,))
    assert sought(journey, "pain", "pains").made(project, "m") is project


def test_below_the_last_and_below_none_is_the_foot(journey):
    assert [below(journey, one) for one in ("touchpoints", "", "gone", "pains")] == ["", "", "", "touchpoints"]


def test_below_a_group_is_below_its_last_lane(journey):
    lanes = edited(edited(journey, "actions", group="front"), "emotions", group="front")
    assert below(lanes, "front") == "pains"
