from itertools import pairwise

import pytest
from test_workwall import drawn, journey

from desks import small_map
from desktop.document.edits.lanes import hide_lane
from desktop.drawing.cornermarks import EDGE, MARK, MODULE, ROLE, centres, corner_marks
from desktop.drawing.shapes import Box, Glyphs
from desktop.drawing.workwall import SLOT
from desktop.layout.addresses import addresses
from walls import plan_of

PLAN = plan_of(small_map().maps[0])


def test_every_address_has_a_cell_in_reading_order():
    found = {(cell.lane, cell.step): cell.address for cell in PLAN.cells}
    assert found == addresses(small_map().maps[0])
    assert [cell.address for cell in PLAN.cells[:5]] == ["A1", "B1", "C1", "D1", "A2"]


def test_a_cell_is_found_by_its_address():
    assert PLAN.cell("C2").address == "C2"
    assert PLAN.cell("Z9") is None


def test_a_slot_is_a_note_large_and_lies_in_its_cell():
    for cell in PLAN.cells:
        assert (cell.slot.width, cell.slot.height) == (SLOT, SLOT)
        assert cell.rect.y < cell.slot.y
        assert cell.slot.bottom <= cell.rect.bottom + 1e-6


def test_feelings_have_their_circles_from_the_top():
    cell = PLAN.cell("B2")
    assert [value for value, _ in cell.ticks] == [2, 1, 0, -1, -2]
    assert [y for _, (_, y) in cell.ticks] == sorted(y for _, (_, y) in cell.ticks)
    assert all(cell.slot.contains(*point) for _, point in cell.ticks)
    assert not PLAN.cell("B1").ticks


def test_between_two_cells_lies_the_block_from_slot_to_slot():
    block = PLAN.between(PLAN.cell("A1"), PLAN.cell("C3"))
    assert (block.x, block.y) == (PLAN.cell("A1").slot.x, PLAN.cell("A1").slot.y)
    assert (block.right, block.bottom) == (PLAN.cell("C3").slot.right, PLAN.cell("C3").slot.bottom)


def test_between_is_the_same_in_either_order():
    first, last = PLAN.cell("C1"), PLAN.cell("A3")
    assert PLAN.between(first, last) == PLAN.between(last, first)


def test_a_hidden_lane_has_no_cells():
    project = small_map()
    lane = project.maps[0].lanes[0].id
    hidden = plan_of(hide_lane(project, project.maps[0].id, lane, True).maps[0])
    assert lane not in {cell.lane for cell in hidden.cells}


def test_marks_stand_in_the_corners_clear_of_everything_else():
    drawing = drawn(journey())
    marks = [each for each in drawing.placed if each.figure.role == ROLE and each.figure.width == MARK]
    others = [each for each in drawing.placed if each.figure.role != ROLE]
    assert len(marks) == 4
    for mark in marks:
        assert min(mark.x, mark.y, drawing.width - mark.x - MARK, drawing.height - mark.y - MARK) >= EDGE - 1e-6
        assert not any(
            mark.x < each.x + each.figure.width
            and each.x < mark.x + MARK
            and mark.y < each.y + each.figure.height
            and each.y < mark.y + MARK
            for each in others
        )


def test_a_line_through_a_mark_is_one_one_three_one_one():
    (mark, *_) = corner_marks(400.0, 300.0)
    edges = sorted(edge for box in mark.figure.shapes for edge in (box.x, box.x + box.width))
    assert all(isinstance(box, Box) for box in mark.figure.shapes)
    assert [round((b - a) / MODULE) for a, b in pairwise(edges)] == [1, 1, 3, 1, 1]


def test_marks_are_drawn_round_the_middles_that_are_told():
    placed = [(each.x + MARK / 2, each.y + MARK / 2) for each in corner_marks(400.0, 300.0)]
    assert placed == [pytest.approx(each) for each in centres(400.0, 300.0)]


@pytest.mark.parametrize(("language", "word"), [("en", "between"), ("de", "zwischen")])
def test_how_far_apart_the_marks_are_is_printed_between_them(language, word):
    drawing = drawn(journey(), language)
    (left, _), _, (right, bottom), _ = centres(drawing.width, drawing.height)
    (told,) = [
        shape.line.text
        for each in drawing.placed
        if each.figure.role == ROLE
        for shape in each.figure.shapes
        if isinstance(shape, Glyphs)
    ]
    assert told.startswith(f"{right - left:.0f} × {bottom - left:.0f} mm")
    assert word in told
