"""Pages of an agenda: what stands where, and that nothing is lost or runs into something else."""

from itertools import pairwise

import pytest

from desktop import resources
from desktop.drawing.agendapages import Point, Sayings, agenda_pages
from desktop.drawing.lettering import Lettering
from desktop.drawing.listframe import FOOT, MARGIN
from desktop.drawing.shapes import Box, Glyphs
from desktop.typeset.lines import UNITS

A4, LETTER = (210.0, 297.0), (210.0, 271.8)
CAPTIONS = ("Start", "Clock", "What we do", "Where and how")
SAYINGS = Sayings(
    "Agenda", "Dinner · 2026-11-22", "2 h · 13 points", "Bring: dots", CAPTIONS, "{page} of {pages}", "en"
)
LONG = "What does the guest do at each of the steps, and who is there to help? " * 4


@pytest.fixture(scope="module")
def pages():
    setter, style = Lettering(resources.typesetter()), resources.style("print")
    return lambda *points, size=A4, sayings=SAYINGS: agenda_pages(points, size, sayings, style, setter)


def point(number=1, **fields):
    usual = {"start": "0:35", "length": "15 min", "title": f"Point {number}", "prompt": "What do they do?"}
    return Point(f"p{number}", **(usual | fields))


def many(count, **fields):
    return [point(number, **fields) for number in range(count)]


def told(page):
    return [placed for placed in page.placed if placed.figure.role == "details"]


def names(page, role):
    return [placed.figure.name for placed in page.placed if placed.figure.role == role]


def texts(placed):
    return [shape.line.text.strip() for shape in placed.figure.shapes if isinstance(shape, Glyphs)]


def clocks(page):
    return [placed for placed in page.placed if placed.figure.role == "rule" and placed.figure.width == 15]


def test_without_points_there_is_no_page(pages):
    assert pages() == ()


def test_the_head_says_what_how_long_and_what_to_bring(pages):
    (page,) = pages(point())
    assert names(page, "heading") == ["Agenda"]
    assert names(page, "legend") == [SAYINGS.map, SAYINGS.total, SAYINGS.bring, *CAPTIONS]
    assert (page.width, page.height, page.language) == (*A4, "en")
    assert page.title == "Agenda: Dinner · 2026-11-22"


def test_a_point_says_all_that_it_has_in_its_order(pages):
    (page,) = pages(
        point(example="For example: menus", kind="action", form="In silence", lane="Actions", stages="Dine")
    )
    (row,) = told(page)
    assert " ".join(texts(row)) == ("0:35 15 min Point 1 What do they do? For example: menus Actions In silence Dine")
    assert row.figure.name == "0:35, Point 1, 15 min, In silence, Actions, Dine"
    assert row.figure.id == "p1"


def test_a_point_that_says_little_has_no_blank_lines(pages):
    (page,) = pages(point(prompt="  ", title=""))
    assert texts(told(page)[0]) == ["0:35", "15 min", "–"]


def test_first_lines_stand_level(pages):
    (page,) = pages(point(lane="Actions"))
    lines = {shape.line.text: shape.y for shape in told(page)[0].figure.shapes if isinstance(shape, Glyphs)}
    assert lines["0:35"] == lines["Point 1"] == pytest.approx(lines["Actions"], abs=0.35)


def test_every_point_has_a_line_for_the_time_of_day(pages):
    (page,) = pages(*many(3))
    rows = told(page)
    assert len(clocks(page)) == 3
    assert all(row.y < line.y < row.y + row.figure.height for row, line in zip(rows, clocks(page), strict=True))


def test_the_stroke_has_the_colour_of_what_is_written(pages):
    (page,) = pages(point(1, kind="pain"), point(2))
    strokes = [[shape.fill for shape in row.figure.shapes if isinstance(shape, Box)] for row in told(page)]
    assert strokes == [[resources.style("print").kind("pain").edge], []]


@pytest.mark.parametrize("size", [A4, LETTER, (297.0, 210.0)])
@pytest.mark.parametrize("prompt", ["", LONG, LONG * 12])
def test_nothing_overlaps_or_stands_below_the_foot(pages, size, prompt):
    for page in pages(*many(7, prompt=prompt), size=size):
        rows = told(page)
        assert all(one.y + one.figure.height <= other.y + 1e-6 for one, other in pairwise(rows))
        assert rows[-1].y + rows[-1].figure.height <= size[1] - MARGIN - FOOT + 1e-6


def test_columns_keep_apart(pages):
    (page,) = pages(point(prompt=LONG, lane="A lane of which there is much to tell " * 3, form="x"))
    ink = [shape for shape in told(page)[0].figure.shapes if isinstance(shape, Glyphs)]
    ends = {}
    for shape in ink:
        ends.setdefault(round(shape.x), []).append(shape.x + shape.line.width * shape.size / UNITS)
    lefts = sorted(ends)
    assert len(lefts) == 3
    assert all(max(ends[left]) <= right for left, right in pairwise(lefts))


def test_a_point_longer_than_a_page_goes_on_and_loses_no_word(pages):
    found = pages(point(prompt=LONG * 20, lane="Actions"), point(2))
    words = " ".join(line for page in found for row in told(page) for line in texts(row))
    assert words.split().count("guest") == LONG.count("guest") * 20
    assert [row.figure.name for page in found for row in told(page)].count("Point 1") == len(told(found[0])) + len(
        found
    ) - 2
    assert sum(len(clocks(page)) for page in found) == 2


def test_further_pages_say_which_they_are_and_of_what(pages):
    first, *others = pages(*many(20, prompt=LONG))
    assert others
    assert names(first, "footer") == [f"1 of {len(others) + 1}"]
    for number, page in enumerate(others, 2):
        assert names(page, "footer") == [f"{number} of {len(others) + 1}", "Agenda · Dinner · 2026-11-22"]
        assert names(page, "heading") == []
        assert names(page, "legend") == list(CAPTIONS)
