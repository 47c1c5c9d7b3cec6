"""Laws of pasted tables: nothing is lost, nothing comes that nobody wanted."""

from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.document.base import changed, in_order
from desktop.document.checks import check
from desktop.document.edits.paste_table import (
    Goals,
    NewLane,
    NewStep,
    is_feeling,
    open_lanes,
    paste_cells,
    texts_of,
)
from desktop.document.errors import EditError
from desktop.document.journey import Lane
from desktop.document.locate import cards_of, columns_of
from desktop.document.project import Persona
from grids import card, lane, project

SOUND = settings(max_examples=25, deadline=None)
LINES = st.lists(st.text("abc ", max_size=4), max_size=4).map("\n".join)
STEPS = st.sampled_from(("", "d0", "d1", "d3", NewStep("Later")))
LANES = st.sampled_from(("", "l-actions", "l-pains", NewLane("More"), NewLane("Hurts", "pains")))


@st.composite
def tables(draw):
    """Rows of words with a goal for each row and each column."""
    columns = draw(st.lists(STEPS, min_size=1, max_size=4))
    lanes = draw(st.lists(LANES, min_size=1, max_size=4))
    row = st.lists(LINES, min_size=len(columns), max_size=len(columns))
    return [draw(row) for _ in lanes], Goals(tuple(lanes), tuple(columns))


def small():
    return project(lane(card(1), card(2, step=1)), lane(kind="pains"))


def pasted(rows, goals, whole=None, *, split=True):
    numbers = count(1)
    return paste_cells(whole or small(), "m", rows, goals, new_id=lambda: f"new{next(numbers)}", split=split)


def wanted(rows, goals, *, split=True):
    """The texts of the cells that go somewhere."""
    cells = [
        cell
        for row, lane_ in zip(rows, goals.lanes, strict=True)
        for cell, step in zip(row, goals.steps, strict=True)
        if lane_ and step
    ]
    return sorted(text for cell in cells for text in texts_of(cell, split))


def fresh(whole):
    return [each for each in cards_of(whole.maps[0]) if each.id.startswith("new")]


@SOUND
@given(tables(), st.booleans())
def test_every_text_that_goes_somewhere_becomes_a_card(table, split):
    found = fresh(pasted(*table, split=split))
    assert sorted(each.text for each in found) == wanted(*table, split=split)


@SOUND
@given(tables())
def test_what_was_there_stays_as_it_was(table):
    before, after = small().maps[0], pasted(*table).maps[0]
    kept = [each for each in cards_of(after) if not each.id.startswith("new")]
    assert kept == list(cards_of(before))


@SOUND
@given(tables())
def test_each_new_goal_makes_one_lane_or_step(table):
    rows, goals = table
    before, after = small().maps[0], pasted(rows, goals).maps[0]
    assert len(after.lanes) - len(before.lanes) == sum(isinstance(goal, NewLane) for goal in goals.lanes)
    new = len(columns_of(after).steps) - len(columns_of(before).steps)
    assert new == sum(isinstance(goal, NewStep) for goal in goals.steps)


@SOUND
@given(tables())
def test_new_cards_have_the_kind_of_their_lane(table):
    kinds = {"actions": "action", "pains": "pain", "notes": "note"}
    for each in pasted(*table).maps[0].lanes:
        assert {one.kind for one in each.cards if one.id.startswith("new")} <= {kinds[each.kind]}


@SOUND
@given(tables())
def test_a_project_with_a_table_in_it_is_as_sound_as_before(table):
    assert {one.code for one in check(pasted(*table), ())} <= {one.code for one in check(small(), ())}


@SOUND
@given(tables())
def test_a_table_that_goes_nowhere_changes_nothing(table):
    rows, goals = table
    nowhere = Goals(("",) * len(goals.lanes), ("",) * len(goals.steps))
    assert pasted(rows, nowhere) == small()


@pytest.mark.parametrize("goals", [Goals(("gone",), ("d0",)), Goals(("l-actions",), ("gone",))])
def test_goals_must_be_there(goals):
    with pytest.raises(EditError, match=r"^missing\b"):
        pasted([["a"]], goals)


@pytest.mark.parametrize(("kind", "locked"), [("actions", True), ("visibility", False)])
def test_what_takes_nothing_refuses(kind, locked):
    whole = project(lane(kind=kind, locked=locked))
    with pytest.raises(EditError):
        pasted([["a"]], Goals((f"l-{kind}",), ("d0",)), whole)


@pytest.mark.parametrize("kind", ["actions", "visibility"])
def test_where_nothing_comes_nothing_is_refused(kind):
    whole = project(lane(kind=kind, locked=True))
    assert pasted([[" \n "]], Goals((f"l-{kind}",), ("d0",)), whole) == whole


@pytest.mark.parametrize("text", ["2", "-2", "−1.5", "+1,5 glad", "0\nsoup", "1.5 glad"])
def test_feelings_begin_with_a_value(text):
    assert is_feeling(text)


@pytest.mark.parametrize("text", ["2.5", "3", "glad", "", "1.55", "2x", "++1"])
def test_other_texts_are_no_feelings(text):
    assert not is_feeling(text)


@pytest.mark.parametrize(
    ("value", "label", "text"), [(-1.5, "cold soup", "−1,5 cold\nsoup"), (2.0, "", "+2"), (0.0, "so so", "0 so  so")]
)
def test_a_feeling_is_the_persona_s_at_its_step(value, label, text):
    felt = changed(project(lane(kind="emotions"), persona="maya"), personas=(Persona(id="maya", name="Maya"),))
    whole = pasted([[text]], Goals(("l-emotions",), ("d1",)), felt)
    (marker,) = whole.maps[0].lanes[0].markers
    assert (marker.value, marker.label, marker.step, marker.persona) == (value, label, "d1", "maya")


def test_what_takes_something_comes_from_the_top():
    lanes = [
        Lane(id="b", kind="pains", rank="V"),
        Lane(id="a", kind="actions", rank="k"),
        Lane(id="c", kind="notes", rank="A", locked=True),
        Lane(id="d", kind="notes", rank="B", hidden=True),
        Lane(id="e", kind="visibility", rank="C"),
    ]
    assert [each.id for each in open_lanes(lanes)] == ["b", "a"]
    assert open_lanes(in_order(lanes)[:3]) == []
