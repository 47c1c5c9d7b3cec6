"""Where a drawing stands on a page with white edges."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.plan.area import Area, area, has_room, margins
from desktop.plan.page import MM
from desktop.plan.paper import ROLL_EDGE, paper


def test_the_room_is_what_the_margins_leave():
    assert Area(200.0, 100.0, (10.0, 20.0, 30.0, 40.0)).room == pytest.approx((160 * MM, 40 * MM))


def test_a_drawing_stands_in_the_middle_of_the_room_from_the_top():
    page = Area(200.0, 100.0, (10.0, 20.0, 30.0, 40.0)).page(80.0, MM)
    assert (page.x / MM, page.y / MM) == pytest.approx((50.0, 20.0))
    assert page.millimetres == (200.0, 100.0)


def test_a_drawing_may_begin_lower():
    assert Area(200.0, 100.0).page(80.0, 1.0, drop=12.0).y == 12.0


def test_margins_may_leave_nothing():
    assert has_room(paper("A4"), (95.0, 0.0, 95.0, 0.0))
    assert not has_room(paper("A4"), (96.0, 0.0, 95.0, 0.0))
    assert not has_room(paper("A4"), (0.0, 150.0, 0.0, 150.0))


def test_margins_of_a_roll_leave_something_whichever_way_it_lies():
    assert has_room(paper("roll-60mm"))
    assert not has_room(paper("roll-60mm"), (0.0, 20.0, 0.0, 21.0))
    assert not has_room(paper("roll-60mm"), (20.0, 0.0, 21.0, 0.0))


@pytest.mark.parametrize("name", ["A0", "A4", "Letter"])
def test_a_sheet_has_its_usual_margins(name):
    sheet = paper(name)
    assert area(sheet).margin == (sheet.margin,) * 4


def test_margins_may_be_asked_for():
    assert area(paper("A0"), (1.0, 2.0, 3.0, 4.0)).margin == (1.0, 2.0, 3.0, 4.0)
    assert area(paper("A0"), (0.0, 0.0, 0.0, 0.0)).room == pytest.approx((841 * MM, 1189 * MM))


def test_a_roll_keeps_off_its_sides():
    roll = paper("roll-914mm")
    assert margins(roll, None) == (ROLL_EDGE,) * 4
    assert roll.width - 2 * ROLL_EDGE == 900.0


def test_a_roll_is_no_sheet():
    with pytest.raises(ValueError, match="roll"):
        area(paper("roll-914mm"))


@given(st.floats(50, 5080), st.floats(0, 20), st.floats(0.1, 1.0))
def test_what_fits_the_room_stays_inside_it(width, edge, share):
    ground = Area(width, 100.0, (edge, 0.0, edge, 0.0))
    page = ground.page(ground.room[0] * share, 1.0)
    assert page.x >= edge * MM - 1e-6
    assert page.x + ground.room[0] * share <= (width - edge) * MM + 1e-6
