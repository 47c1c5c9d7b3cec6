"""The frame of a list's pages, and how long rows are parted."""

import pytest

from desktop import resources
from desktop.drawing.lettering import Face, Lettering
from desktop.drawing.listframe import CAPTIONS, FOOT, MARGIN, SUBTITLE, ListFrame, Setting, parted
from desktop.drawing.shapes import Glyphs

A4 = (210.0, 297.0)
PLAIN = Face(10)


@pytest.fixture(scope="module")
def lettering():
    return Lettering(resources.typesetter())


@pytest.fixture(scope="module")
def frame(lettering):
    return ListFrame(A4, "Inbox", (("Dinner", SUBTITLE), ("", SUBTITLE)), "{page}/{pages}", lettering)


@pytest.fixture(scope="module")
def lines(lettering):
    """So many lines, as a setting."""
    return lambda count, gap=0.0: Setting(PLAIN, lettering.lines("\n".join("x" * count), 100.0, PLAIN), gap)


def test_the_first_page_has_less_room_by_its_heading(frame):
    assert frame.top(1) == MARGIN + CAPTIONS
    assert frame.top(0) > frame.top(1)
    for page in (0, 1):
        assert frame.top(page) + frame.room(page) == A4[1] - MARGIN - FOOT


def test_an_empty_line_of_the_heading_takes_no_place(frame):
    assert [placed.figure.name for placed in frame.heading()] == ["Inbox", "Dinner"]


def test_the_heading_ends_above_the_captions(frame):
    bottom = max(placed.y + placed.figure.height for placed in frame.heading())
    first, *_ = frame.captions(((MARGIN, 40.0, "Topic"),), frame.top(0))
    assert bottom < first.y


def test_captions_stand_over_a_rule_across_the_page(frame):
    *captions, rule = frame.captions(((MARGIN, 40.0, "Topic"), (80.0, 40.0, "Who")), 50.0)
    assert [(each.x, each.figure.name) for each in captions] == [(MARGIN, "Topic"), (80.0, "Who")]
    assert (rule.y, rule.figure.width) == (50.0, frame.inner)


def test_the_foot_ends_at_the_right_margin(frame):
    (page,) = frame.footed(0, 3, "Dinner")
    assert page.figure.name == "1/3"
    assert page.x + page.figure.width == pytest.approx(A4[0] - MARGIN)


def test_a_long_name_in_the_foot_is_one_line_beside_the_number(frame):
    page, told = frame.footed(1, 3, "Dinner for two and whoever comes along " * 9)
    assert len({shape.y for shape in told.figure.shapes if isinstance(shape, Glyphs)}) == 1
    assert told.x + told.figure.width < page.x


def test_what_fits_is_one_part(lines):
    (part,) = parted((lines(2), lines(3, gap=1.0)), 200.0)
    assert [len(each.lines) for each in part] == [2, 3]
    assert sum(each.height for each in part) == pytest.approx(5 * part[0].step + 1.0)


@pytest.mark.parametrize("count", [1, 7, 30])
def test_parts_have_room_and_lose_no_line(lines, count):
    room = 6.5 * lines(1).step
    parts = list(parted((lines(count), lines(count, gap=1.0)), room))
    assert sum(len(each.lines) for part in parts for each in part) == 2 * count
    assert all(sum(each.height for each in part) <= room for part in parts)


def test_a_line_without_room_is_set_all_the_same(lines):
    assert [len(part[0].lines) for part in parted((lines(3),), 1.0)] == [1, 1, 1]


def test_nothing_has_no_parts():
    assert list(parted((), 10.0)) == []
