"""Corner marks and cells of walls of any size."""

from math import dist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.drawing.cornermarks import EDGE, MARK, MODULE, ROLE, centres, corner_marks
from desktop.drawing.lettering import INK
from desktop.drawing.shapes import Box, Drawing, Ellipse, Figure, Placed
from desktop.drawing.wallplan import wall_plan
from desktop.drawing.workwall import ADDRESS, SLOT, VALUES
from desktop.plan.perspective import ordered

SOUND = settings(max_examples=25)
SIDES = st.floats(60.0, 9_000.0)


def figure(role="card", ident="A1", shapes=()):
    return Figure(ident, role, ident, 120.0, 130.0, shapes)


def plan(*placed):
    return wall_plan(Drawing(900.0, 600.0, "", placed))


@SOUND
@given(SIDES, SIDES)
def test_the_middles_make_a_rectangle_in_order(width, height):
    a, b, c, d = centres(width, height)
    assert dist(a, b) == pytest.approx(dist(d, c))
    assert dist(a, d) == pytest.approx(dist(b, c))
    assert dist(a, c) == pytest.approx(dist(b, d))
    assert a[0] < b[0]
    assert b[1] < c[1]


@pytest.mark.parametrize("size", [(300.0, 200.0), (2_400.0, 900.0), (600.0, 600.0)])
def test_in_a_photo_they_come_in_the_same_order(size):
    assert ordered(reversed(centres(*size))) == centres(*size)


@SOUND
@given(SIDES, SIDES)
def test_every_mark_stands_as_far_from_its_edges(width, height):
    for x, y in centres(width, height):
        assert min(x, width - x) == pytest.approx(EDGE + MARK / 2)
        assert min(y, height - y) == pytest.approx(EDGE + MARK / 2)


@SOUND
@given(SIDES, SIDES)
def test_marks_are_dark_white_dark_one_in_the_other(width, height):
    for mark in corner_marks(width, height):
        assert mark.figure.role == ROLE
        assert [shape.fill == INK for shape in mark.figure.shapes] == [True, False, True]
        assert [shape.width / MODULE for shape in mark.figure.shapes] == pytest.approx([7, 5, 3])
        assert all(shape.x + shape.width / 2 == pytest.approx(MARK / 2) for shape in mark.figure.shapes)


def test_a_plan_has_only_the_cells():
    found = plan(Placed(10.0, 20.0, figure()), Placed(0.0, 0.0, figure("rule")), Placed(0.0, 0.0, figure("step")))
    assert [cell.address for cell in found.cells] == ["A1"]


def test_a_plan_knows_the_size_and_the_marks_of_its_wall():
    found = plan()
    assert (found.width, found.height, found.marks) == (900.0, 600.0, centres(900.0, 600.0))
    assert found.cells == ()


def test_a_cell_is_where_it_was_placed():
    (cell,) = plan(Placed(10.0, 20.0, figure(), "l", "d")).cells
    assert (cell.lane, cell.step) == ("l", "d")
    assert (cell.rect.x, cell.rect.y, cell.rect.width, cell.rect.height) == (10.0, 20.0, 120.0, 130.0)


def test_its_note_is_stuck_under_its_address():
    (cell,) = plan(Placed(10.0, 20.0, figure())).cells
    assert (cell.slot.x, cell.slot.y, cell.slot.width, cell.slot.height) == (10.0, 20.0 + ADDRESS, SLOT, SLOT)


def test_circles_are_the_values_from_the_first():
    circles = tuple(Ellipse(30.0, 10.0 * at, 4.0, 4.0) for at, _ in enumerate(VALUES))
    (cell,) = plan(Placed(10.0, 20.0, figure(shapes=(Box(0.0, 0.0, 1.0, 1.0), *circles)))).cells
    assert cell.ticks == tuple((value, (40.0, 20.0 + 10.0 * at)) for at, value in enumerate(VALUES))


@SOUND
@given(*[st.tuples(st.floats(0, 700), st.floats(0, 400))] * 2)
def test_between_two_cells_both_slots_lie(one, other):
    found = plan(Placed(*one, figure()), Placed(*other, figure(ident="B2")))
    first, last = found.cells
    block = found.between(first, last)
    for slot in (first.slot, last.slot):
        assert block.x <= slot.x
        assert block.y <= slot.y
        assert slot.right <= block.right + 1e-6
        assert slot.bottom <= block.bottom + 1e-6


def test_between_a_cell_and_itself_is_its_slot():
    found = plan(Placed(10.0, 20.0, figure()))
    (cell,) = found.cells
    assert found.between(cell, cell) == cell.slot
