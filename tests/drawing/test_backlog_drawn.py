"""Pages of a backlog, and the matrix on a page, as ink."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop import resources
from desktop.drawing import backlogpages, matrixpage
from desktop.drawing.backlogpages import Prospect, backlog_pages, disc, dots
from desktop.drawing.lettering import Lettering
from desktop.drawing.listframe import FOOT, MARGIN
from desktop.drawing.matrixpage import matrix_page
from desktop.drawing.shapes import Ellipse, Glyphs

A4, LYING = (210.0, 297.0), (297.0, 210.0)
SETTER, STYLE = Lettering(resources.typesetter()), resources.style("print")
LIST = backlogpages.Sayings(
    "Backlog", "Dinner", "3 to be done", ("", "Opportunity", "Grades", "Who"), "Impact", "Ease", "{page} of {pages}"
)
MATRIX = matrixpage.Sayings(
    "Impact and ease",
    "Dinner",
    ("low", "Impact", "high"),
    ("hard", "Ease", "easy"),
    {"first": "Do first", "plan": "Plan", "fill": "Later", "leave": "Rather not"},
    "Not judged yet",
)
GRADES = st.tuples(st.integers(0, 5), st.integers(0, 5))
TEXTS = st.sampled_from(("", "Say it", "Say the waiting time, offer bread", "Everybody who waits is told. " * 6))


def prospect(number, impact=3, ease=3, text="Say it", **fields):
    return Prospect(f"c{number}", text, number, impact=impact, ease=ease, **fields)


def listed(*prospects, size=A4, style=STYLE):
    return backlog_pages(prospects, size, LIST, style, SETTER)


def matrix(*prospects, size=LYING, style=STYLE):
    return matrix_page(prospects, size, MATRIX, style, SETTER)


def rows(drawing):
    return [each for each in drawing.placed if each.figure.role == "details"]


def named(drawing, role):
    return [each.figure.name for each in drawing.placed if each.figure.role == role]


def words(figure):
    return [shape for shape in figure.shapes if isinstance(shape, Glyphs)]


def test_a_full_disc_is_white_on_colour_and_a_ring_colour_on_paper():
    full, number = disc(3, (5, 5), 6.0, ("#112233", "#FFFFFF"), SETTER, filled=True)
    ring, other = disc(3, (5, 5), 6.0, ("#112233", "#FFFFFF"), SETTER, filled=False)
    assert (full.fill, number.colour) == ("#112233", "#FFFFFF")
    assert (ring.fill, ring.stroke, other.colour) == ("", "#112233", "#112233")


def test_a_ring_is_as_large_as_a_disc():
    full, ring = (disc(1, (5, 5), 6.0, ("#112233", "#FFFFFF"), SETTER, filled=filled)[0] for filled in (True, False))
    assert ring.rx + ring.stroke_width / 2 == pytest.approx(full.rx)


@pytest.mark.parametrize("grade", range(6))
def test_as_many_dots_are_full_as_the_grade(grade):
    found = list(dots(grade, 0.0, 0.0))
    assert [bool(dot.fill) for dot in found] == [True] * grade + [False] * (5 - grade)


def test_without_prospects_there_are_no_pages():
    assert listed() == ()
    assert matrix() is None


def test_a_list_has_its_heading_and_captions():
    (page,) = listed(prospect(1))
    assert named(page, "heading") == ["Backlog"]
    assert [name for name in named(page, "legend") if name][-3:] == ["Opportunity", "Grades", "Who"]
    assert page.title == "Backlog: Dinner"


def test_from_the_second_page_on_the_foot_says_of_what():
    pages = listed(*(prospect(number) for number in range(1, 60)))
    assert named(pages[1], "footer") == [f"2 of {len(pages)}", "Backlog · Dinner"]
    assert named(pages[1], "heading") == []


def test_what_is_not_said_leaves_no_gap():
    (page,) = listed(prospect(1), prospect(2, owner="Kitchen", until="by May", status="Done"))
    bare, full = rows(page)
    assert full.figure.height > bare.figure.height


def test_words_higher_than_a_page_go_on_without_their_grades():
    pages = listed(prospect(1, text="Everybody who waits is told how long. " * 200))
    assert len(pages) > 1
    assert any(isinstance(shape, Ellipse) for shape in rows(pages[0])[0].figure.shapes)
    assert not any(isinstance(shape, Ellipse) for shape in rows(pages[1])[0].figure.shapes)


@given(st.lists(st.tuples(GRADES, TEXTS), min_size=1, max_size=40))
@settings(max_examples=15, deadline=None)
def test_rows_of_a_list_stand_one_below_the_other_above_the_foot(told):
    pages = listed(*(prospect(at, *grades, text) for at, (grades, text) in enumerate(told, 1)))
    for page in pages:
        ends = [(row.y, row.y + row.figure.height) for row in rows(page)]
        assert all(one[1] <= other[0] + 0.001 for one, other in pairwise(ends))
        assert ends[-1][1] <= A4[1] - MARGIN - FOOT + 0.001
    assert len({row.figure.id for page in pages for row in rows(page)}) == len(told)


def test_corners_and_axes_are_named():
    page = matrix(prospect(1)).drawing
    said = named(page, "legend")
    assert {"Do first", "Plan", "Later", "Rather not", "low", "Impact", "high", "hard", "Ease", "easy"} <= set(said)


def test_the_words_of_a_chip_stand_right_of_its_disc():
    figure = rows(matrix(prospect(1, strong=True)).drawing)[0].figure
    disc_, number, *text = figure.shapes
    assert isinstance(disc_, Ellipse)
    assert number.x < disc_.cx + disc_.rx < min(glyphs.x for glyphs in text)


def test_places_alone_say_their_words_to_whoever_listens():
    page = matrix(*(prospect(number, text="Everybody who waits is told. " * 9) for number in range(1, 9)))
    assert page.short
    assert all(len(words(row.figure)) == 1 for row in rows(page.drawing))
    assert rows(page.drawing)[0].figure.name.startswith("1: Everybody")


def test_only_a_cell_that_is_too_full_shows_places_alone():
    page = matrix(prospect(9, 5, 5), *(prospect(n, text="Everybody who waits is told. " * 9) for n in range(1, 9)))
    told = {row.figure.id: len(words(row.figure)) for row in rows(page.drawing)}
    assert page.short
    assert told["c9"] == 2
    assert told["c1"] == 1


def test_what_fits_is_not_told_again():
    assert not matrix(prospect(1), prospect(2, 5, 5)).short


def test_a_matrix_of_nothing_judged_names_all_below():
    page = matrix(prospect(1, 0, 0), prospect(2, 0, 5, "Bread"))
    assert rows(page.drawing)[0].figure.name == "Not judged yet: Say it; Bread"
    assert not page.short


@given(st.lists(st.tuples(GRADES, TEXTS), min_size=1, max_size=30), st.sampled_from((A4, LYING)))
@settings(max_examples=15, deadline=None)
def test_all_ink_of_a_cell_stays_in_it(told, size):
    found = [prospect(at, *grades, text) for at, (grades, text) in enumerate(told, 1)]
    drawing = matrix(*found, size=size).drawing
    grid = next(each for each in drawing.placed if each.figure.role == "rule")
    wide, high = grid.figure.width / 5, grid.figure.height / 5
    judged = {one.id: one for one in found if one.impact and one.ease}
    for row in rows(drawing):
        one = judged.get(row.figure.id)
        if one is not None:
            left, top = grid.x + (one.ease - 1) * wide, grid.y + (5 - one.impact) * high
            assert left <= row.x <= row.x + row.figure.width <= left + wide + 0.001
            assert top <= row.y <= row.y + row.figure.height <= top + high + 0.001


@given(st.lists(st.tuples(GRADES, TEXTS), min_size=1, max_size=30))
@settings(max_examples=15, deadline=None)
def test_nothing_of_a_cell_lies_over_something_else(told):
    drawing = matrix(*(prospect(at, *grades, text) for at, (grades, text) in enumerate(told, 1))).drawing
    boxes = [
        (row.x, row.y, row.x + row.figure.width, row.y + row.figure.height) for row in rows(drawing) if row.figure.id
    ]
    for at, (left, top, right, bottom) in enumerate(boxes):
        for x, y, end, low in boxes[:at]:
            assert right <= x + 0.001 or end <= left + 0.001 or bottom <= y + 0.001 or low <= top + 0.001
