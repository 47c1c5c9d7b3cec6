"""A page knows its size in millimetres."""

import pytest

from desktop.plan.page import MM, Page


@pytest.mark.parametrize(("width", "height"), [(841.0, 1189.0), (210.0, 297.0), (914.4, 1066.8), (5080.0, 50.0)])
def test_millimetres_come_back(width, height):
    assert Page(width * MM, height * MM).millimetres == (width, height)


def test_a_point_is_a_seventy_second_of_an_inch():
    assert pytest.approx(72) == 25.4 * MM


def test_a_drawing_begins_at_the_corner_in_its_own_size():
    page = Page(100.0, 50.0)
    assert (page.x, page.y, page.scale) == (0.0, 0.0, 1.0)
