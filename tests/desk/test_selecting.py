"""Commands that select what shares a lane, a step or a stage, and one thing after another."""

import random

import pytest

from desktop import resources
from desktop.desk.desk import Desk
from desktop.desk.lens import Lens
from desktop.desk.selecting import Select
from desktop.document.cards import Marker
from desktop.document.edits.cards import Spot
from desktop.document.edits.lanes import edit_group, group_lanes, hide_lane
from desktop.document.ids import Ids, ids_of
from desktop.session import Session
from desktop.storage.reader import parse
from desktop.storage.writer import dump
from grids import card, lane, project

ACTIONS = lane(card(1, step=0), card(2, step=1), card(3, step=2, last=3), card(4, step=0, rank="z"))
MARKERS = Marker(id="e0", step="d0", value=1.0), Marker(id="e2", step="d2", value=-1.0)
FEELINGS = lane(kind="emotions", markers=MARKERS)
PAINS = lane(card(5, "pain", step=3), kind="pains")


@pytest.fixture
def desk():
    session = Session(parse(dump(project(ACTIONS, FEELINGS, PAINS, steps=(2, 2)), {})))
    return Desk(session, resources.words("en"), Ids(random.Random(7).getrandbits, ids_of(session.project)))


@pytest.fixture
def select(desk):
    return Select(desk)


@pytest.fixture
def said(desk):
    sentences = []
    desk.said.connect(sentences.append)
    return sentences


def test_all_is_every_card_and_marker(desk, select):
    select.all()
    assert desk.selected == {"c1", "c2", "c3", "c4", "c5", "e0", "e2"}


def test_nothing_of_a_hidden_lane(desk, select):
    desk.attempt("Hide", lambda whole: hide_lane(whole, "m", "l-pains", True))
    desk.look(Lens(lanes=frozenset(("l-emotions",))))
    select.all()
    assert desk.selected == {"c1", "c2", "c3", "c4"}


def test_nothing_of_a_folded_group(desk, select):
    desk.attempt("Group", lambda whole: group_lanes(whole, "m", ["l-pains"], "Worse", new_id=desk.new_id))
    group = desk.journey.groups[0].id
    desk.attempt("Fold", lambda whole: edit_group(whole, "m", group, folded=True))
    select.all()
    assert "c5" not in desk.selected


def test_none(desk, select):
    select.all()
    select.none()
    assert desk.selected == frozenset()


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        (["c2"], {"c1", "c2", "c3", "c4"}),
        (["e0"], {"e0", "e2"}),
        (["l-pains"], {"c5"}),
        (["c5", "e0"], {"c5", "e0", "e2"}),
    ],
)
def test_what_is_in_the_same_lanes(desk, select, chosen, found):
    desk.select(chosen)
    select.in_lane()
    assert desk.selected == found


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        (["c1"], {"c1", "c4", "e0"}),
        (["d3"], {"c3", "c5"}),
        (["c3"], {"c3", "c5", "e2"}),
        (["e2"], {"c3", "e2"}),
        (["s0"], {"c1", "c2", "c4", "e0"}),
    ],
)
def test_what_covers_the_same_steps(desk, select, chosen, found):
    desk.select(chosen)
    select.in_step()
    assert desk.selected == found


@pytest.mark.parametrize("chosen", ["c2", "d1", "s0", "e0"])
def test_what_is_in_the_same_stage(desk, select, chosen):
    desk.select([chosen])
    select.in_stage()
    assert desk.selected == {"c1", "c2", "c4", "e0"}


def test_without_a_selection_the_slot_says_where(desk, select):
    desk.aim(Spot("l-actions", "d1"))
    select.in_step()
    assert desk.selected == {"c2"}


@pytest.mark.parametrize(
    ("command", "found"), [("in_lane", {"c5"}), ("in_step", {"c3", "c5"}), ("in_stage", {"c3", "c5", "e2"})]
)
def test_the_slot_has_lane_step_and_stage(desk, select, command, found):
    desk.aim(Spot("l-pains", "d3"))
    getattr(select, command)()
    assert desk.selected == found


def test_nowhere_is_said(desk, select, said):
    select.in_lane()
    assert said == ["Select something first, or click into a cell."]


def test_an_empty_step_is_said(desk, select, said):
    desk.attempt("Hide", lambda whole: hide_lane(whole, "m", "l-actions", True))
    desk.select(["d1"])
    select.in_step()
    assert desk.selected == {"d1"}
    assert said == ["There is nothing to select there."]


def test_one_after_another_along_the_lanes_and_round(desk, select):
    seen = []
    for _ in range(8):
        select.next()
        seen += desk.selected
    assert seen == ["c1", "c4", "c2", "c3", "e0", "e2", "c5", "c1"]


def test_and_back(desk, select):
    desk.select(["c2"])
    seen = []
    for _ in range(3):
        select.previous()
        seen += desk.selected
    assert seen == ["c4", "c1", "c5"]


def test_from_several_on_after_the_last(desk, select):
    desk.select(["c1", "c2"])
    select.next()
    assert desk.selected == {"c3"}


def test_what_is_reached_is_told(desk, select):
    reached = []
    select.reached.connect(reached.append)
    select.next()
    assert reached == [{"c1"}]


def test_an_empty_map_has_nothing_to_select(select, desk):
    desk.attempt("Hide", lambda whole: hide_lane(whole, "m", "l-actions", True))
    for lane_id in ("l-pains", "l-emotions"):
        desk.attempt("Hide", lambda whole, lane_id=lane_id: hide_lane(whole, "m", lane_id, True))
    select.next()
    select.all()
    assert desk.selected == frozenset()
