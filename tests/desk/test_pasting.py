"""Lines and cells on a desk: right places, one undo step, the slot behind them."""

import random

import pytest

from desks import cell, desk_on, small_map
from desktop import resources
from desktop.desk.clipping import rows_of
from desktop.desk.desk import Desk
from desktop.desk.pasting import Pasting
from desktop.document.base import in_order
from desktop.document.edits.cards import Spot
from desktop.document.edits.paste_table import NewStep
from desktop.document.ids import Ids
from desktop.document.journey import JourneyMap
from desktop.document.keyed import find
from desktop.document.locate import steps_in_order
from desktop.document.project import Project
from desktop.session import Session
from desktop.storage.reader import Opened


@pytest.fixture
def desk():
    return desk_on()


@pytest.fixture
def pasting(desk):
    return Pasting(desk)


@pytest.fixture
def told(desk):
    sentences = []
    desk.said.connect(sentences.append)
    return sentences


def test_lines_become_cards_at_the_slot(desk, pasting):
    desk.aim(Spot("l-thoughts", "d1"))
    came = pasting.lines(["one", " ", "two "])
    assert cell(desk, "l-thoughts", 1) == list(came)
    assert {card.text for card in desk.chosen.cards} == {"one", "two"}


def test_they_are_one_step(desk, pasting):
    before = desk.project
    pasting.lines(["one", "two", "three"], Spot("l-thoughts", "d1"))
    desk.undo()
    assert desk.project is before


def test_the_slot_comes_behind_them(desk, pasting):
    came = pasting.lines(["one", "two"], Spot("l-thoughts", "d1"))
    assert desk.target == Spot("l-thoughts", "d1", after=came[-1])
    more = pasting.lines(["three"])
    assert cell(desk, "l-thoughts", 1) == [*came, *more]


def test_without_a_slot_the_first_cell_takes_them(desk, pasting):
    came = pasting.lines(["one"])
    assert cell(desk, "l-actions", 0)[-1:] == list(came)


def test_notes_go_to_the_inbox_and_the_slot_stays(desk, pasting):
    desk.aim(Spot("l-thoughts", "d1"))
    desk.select(["c1"])
    came = pasting.lines(["one", "two"], inbox=True)
    (group,) = desk.journey.inbox
    assert [(card.id, card.text) for card in in_order(group.cards)] == list(zip(came, ("one", "two"), strict=True))
    assert (desk.target, desk.selected) == (Spot("l-thoughts", "d1"), {"c1"})


def test_what_cannot_be_is_said(desk, pasting, told):
    assert pasting.lines(["one"], Spot("l-notes", "d0")) == ()
    assert "locked" in told[0]
    assert desk.session.undoable is None


def test_nothing_changes_nothing(desk, pasting):
    assert pasting.lines([]) == pasting.lines(["  "], inbox=True) == ()
    assert desk.session.undoable is None


def test_cells_go_where_the_plan_says(desk, pasting):
    plan = pasting.planner().plan([["", "Step 1", "Step 3"], ["Doing", "a", "b"], ["thoughts", "c", "d"]])
    came = pasting.cells(plan)
    texts = {(card.first, card.text) for card in desk.chosen.cards}
    assert texts == {("d1", "a"), ("d3", "b"), ("d1", "c"), ("d3", "d")}
    assert len(came) == 4


def test_a_plan_that_cannot_be_says_why_before(desk, pasting):
    plan = pasting.planner().plan([["", "Step 1"], ["Doing", "a"]])
    assert pasting.refusal(plan) == ""
    assert "locked" in pasting.refusal(plan.with_lane(0, "l-notes"))
    assert desk.session.undoable is None


def test_a_bare_map_gets_lanes_and_steps():
    bare = Desk(Session(Opened(Project(id="p", maps=(JourneyMap(id="m"),)), {})), resources.words("en"), ids())
    plan = Pasting(bare).planner().plan([["", "Before", "After"], ["Pain points", "a", "b"]])
    assert plan.goals.steps == (NewStep("Before"), NewStep("After"))
    Pasting(bare).cells(plan)
    assert [lane.kind for lane in bare.journey.lanes] == ["pains"]


def test_without_a_map_there_is_no_plan():
    none = Desk(Session(Opened(Project(id="p"), {})), resources.words("en"), ids())
    assert Pasting(none).planner() is None
    assert Pasting(none).lines(["one"]) == ()


def ids():
    return Ids(random.Random(1).getrandbits, ())


def spreadsheet(rows, columns):
    """A range as Excel writes it, with a line break in every cell."""
    titles = "\t".join(f"Step {at}" for at in range(columns))
    lines = (
        "\t".join((f"Row {row}", *(f'"r{row} c{at}\nsaid ""so"""' for at in range(columns)))) for row in range(rows)
    )
    return "\r\n".join((f"\t{titles}", *lines, ""))


def test_a_range_of_30_by_12_lands_in_the_right_cells_in_one_step():
    desk = desk_on(small_map())
    pasting, before = Pasting(desk), desk.project
    plan = pasting.planner().plan(rows_of(spreadsheet(30, 12)))
    pasting.cells(plan)
    steps = [step.id for step in steps_in_order(desk.journey)]
    assert len(steps) == 12
    for row in range(30):
        made = next(lane for lane in desk.journey.lanes if lane.title == f"Row {row}")
        found = [(card.first, card.text) for card in in_order(made.cards)]
        assert found == [(step, text) for at, step in enumerate(steps) for text in (f"r{row} c{at}", 'said "so"')]
    desk.undo()
    assert desk.project is before
    assert find(desk.journey.lanes, "l-actions") is not None
