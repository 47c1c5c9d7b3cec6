import pytest

from desktop.document.base import changed
from desktop.document.cards import Pain
from desktop.document.journey import Link
from desktop.layout.columns import columns
from desktop.layout.memory import STATES, RowMemory
from desktop.layout.numbers import Context
from tests.grids import card, composer, lane, stages

SET = composer()
ACROSS = columns(stages(2, 2), 100.0, None, SET)
NO_CONTEXT = Context()


@pytest.fixture
def memory():
    return RowMemory(composer())


@pytest.fixture
def grid(memory):
    return memory.grid(ACROSS, 0.0, 90.0)


def row(memory, grid, own, context=NO_CONTEXT, caption=""):
    return memory.row(own, grid, context, caption, ACROSS)


def test_the_same_columns_are_the_same_grid(memory, grid):
    assert memory.grid(columns(stages(2, 2), 100.0, None, SET), 0.0, 90.0) is grid


@pytest.mark.parametrize(
    "other",
    [
        (columns(stages(2, 2), 101.0, None, SET), 0.0, 90.0),
        (columns(stages(2, 2), 100.0, 900.0, SET), 0.0, 90.0),
        (columns(stages(2, 1), 100.0, None, SET), 0.0, 90.0),
        (ACROSS, 5.0, 90.0),
        (ACROSS, 0.0, 80.0),
    ],
)
def test_other_columns_are_another_grid(memory, grid, other):
    assert memory.grid(*other) is not grid
    assert memory.grid(ACROSS, 0.0, 90.0) is grid


def test_a_grid_knows_the_number_of_each_step(grid):
    assert grid.index == {"d0": 0, "d1": 1, "d2": 2, "d3": 3}


def test_a_lane_is_summed_up_once(memory, grid):
    own = lane(card(1, "pain", pain=Pain(severity=3)))
    assert memory.summary(own, grid) is memory.summary(own, grid)
    assert memory.summary(changed(own, title="Other"), grid) is not memory.summary(own, grid)


def test_signs_follow_the_lane(memory, grid):
    own = lane(card(1, "pain"))
    assert memory.signs(own)[1] == frozenset()
    memory.summary(own, grid)
    assert memory.signs(own)[1] == {"pain"}


def test_links_are_read_once(memory):
    links = (Link(id="k", kind="answers", source="a", target="b"),)
    assert memory.answers(links) is memory.answers(links)
    assert memory.answers(links) == {"b": ["a"]}
    assert memory.answers(()) == {}


def test_an_unchanged_lane_is_the_same_row(memory, grid):
    own = lane(card(1))
    assert row(memory, grid, own) is row(memory, grid, own)


def test_an_equal_context_is_the_same_row(memory, grid):
    own = lane(card(1, "pain"))
    assert row(memory, grid, own, Context({"c1": 1})) is row(memory, grid, own, Context({"c1": 1}))
    assert row(memory, grid, own, Context({"c1": 2})) is not row(memory, grid, own, Context({"c1": 1}))


def test_a_caption_is_part_of_the_row(memory, grid):
    own = lane(card(1))
    assert row(memory, grid, own, caption="Front").height > row(memory, grid, own).height


def test_the_states_of_a_drag_are_remembered(memory, grid):
    states = [lane(card(1, step=step)) for step in range(STATES)]
    rows = [row(memory, grid, each) for each in states]
    assert all(row(memory, grid, each) is kept for each, kept in zip(states, rows, strict=True))


def test_older_states_are_forgotten_but_come_out_the_same(memory, grid):
    first = lane(card(1))
    kept = row(memory, grid, first)
    for number in range(STATES):
        row(memory, grid, lane(card(1, text=f"state {number}")))
    again = row(memory, grid, first)
    assert again is not kept
    assert again == kept


def test_lanes_do_not_share_their_states(memory, grid):
    one, other = lane(card(1)), lane(card(2), kind="notes")
    kept = row(memory, grid, one)
    for number in range(2 * STATES):
        row(memory, grid, changed(other, title=f"title {number}"))
    assert row(memory, grid, one) is kept


def test_a_new_number_changes_only_the_cards_that_carry_it(memory, grid):
    own = lane(card(1, "pain", pain=Pain(severity=3)), card(2, "pain", step=1, pain=Pain(severity=3)))
    plain = row(memory, grid, own)
    numbered = row(memory, grid, own, Context({"c1": 1}))
    assert numbered.cells[1][0] is plain.cells[1][0]
    assert numbered.cells[0][0] is not plain.cells[0][0]
