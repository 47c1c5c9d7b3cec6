"""The matrix with very many or very long opportunities, as ink."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop import resources
from desktop.drawing.backlogpages import BEST, Prospect
from desktop.drawing.lettering import PT, Lettering
from desktop.drawing.listframe import MARGIN
from desktop.drawing.matrixpage import CORNERS, SIZES, Sayings, matrix_page
from desktop.drawing.shapes import Box, Ellipse, Glyphs
from tests.pageink import box, collisions, faults, outside, texts, written

A4, LYING = (210.0, 297.0), (297.0, 210.0)
SETTER, STYLE = Lettering(resources.typesetter()), resources.style("print")
WORDS = {"first": "Do first", "plan": "Plan", "fill": "Later", "leave": "Rather not"}
LONG = "Everybody who waits is told how long it takes. " * 8
TEXTS = st.sampled_from(
    ("", "Bread", "Kundenzufriedenheitsmessungsverfahren", "النادل يحضر الخبز", "提供面包" * 20, LONG)
)


def matrix(*prospects, size=LYING, style=STYLE, map_="Dinner", impact=("low", "Impact", "high"), corners=WORDS):
    sayings = Sayings("Matrix", map_, impact, ("hard", "Ease", "easy"), corners, "Not judged")
    return matrix_page(prospects, size, sayings, style, SETTER)


def prospect(number=1, impact=3, ease=3, text="Bread", **fields):
    return Prospect(f"c{number}", text, number, impact=impact, ease=ease, **fields)


def cells(drawing):
    return {each.figure.id: each for each in drawing.placed if each.figure.role == "details"}


def sizes(drawing):
    """Of the words in cells, in pt."""
    found = (shape for each in cells(drawing).values() for shape in each.figure.shapes if isinstance(shape, Glyphs))
    return {round(shape.size / PT, 1) for shape in found}


def test_impact_goes_up_and_ease_to_the_right():
    placed = cells(matrix(prospect(1, 1, 1), prospect(2, 5, 1), prospect(3, 1, 5)).drawing)
    assert placed["c2"].y < placed["c1"].y == pytest.approx(placed["c3"].y, abs=6.0)
    assert placed["c1"].x == placed["c2"].x < placed["c3"].x


def test_one_in_each_cell_reads_in_words():
    grades = product(range(1, BEST + 1), repeat=2)
    page = matrix(*(prospect(at, *pair) for at, pair in enumerate(grades, 1)))
    assert texts(page.drawing).count("Bread") == BEST * BEST
    assert not page.short
    assert faults(page.drawing) == []


@pytest.mark.parametrize("grades", CORNERS)
def test_the_words_of_a_corner_stay_free(grades):
    assert collisions(matrix(*(prospect(at, *grades) for at in range(1, 4))).drawing) == []


def cells_of(drawing):
    """The frame of all cells, with its place."""
    return next(each for each in drawing.placed if each.figure.role == "rule")


def lines_of(drawing, words):
    """The boxes of the lines of these words."""
    return [rect for rect, line in written(drawing) if line in words]


@pytest.mark.parametrize("size", [A4, LYING])
@pytest.mark.parametrize("axis", [("low", "Impact", "high"), ("niedrig", "Wirkung auf die Kundschaft", "sehr hoch")])
def test_no_word_of_an_axis_juts_out_of_the_margins(size, axis):
    drawing = matrix(prospect(), size=size, impact=axis).drawing
    found = lines_of(drawing, " ".join(axis))
    assert min(rect.x for rect in found) == pytest.approx(MARGIN)
    assert max(rect.right for rect in found) < cells_of(drawing).x


def test_the_cells_end_with_the_margins():
    frame = cells_of(matrix(prospect()).drawing)
    assert frame.x + frame.figure.width == pytest.approx(LYING[0] - MARGIN)


def test_the_words_of_corners_stay_in_their_cells_however_narrow():
    corner = "Wenn einmal Zeit dafür ist"
    drawing = matrix(prospect(), size=A4, corners=dict.fromkeys(WORDS, corner)).drawing
    found = lines_of(drawing, (corner,))
    assert len(found) == len(CORNERS)
    assert max(rect.width for rect in found) < cells_of(drawing).figure.width / BEST
    assert faults(drawing) == []


def test_few_are_set_large():
    assert max(sizes(matrix(prospect()).drawing)) == SIZES[0]


def test_a_full_cell_makes_all_words_smaller():
    page = matrix(*(prospect(at) for at in range(1, 5)), prospect(9, 5, 5))
    assert not page.short
    assert max(sizes(page.drawing)) < SIZES[0]


@pytest.mark.parametrize("size", [A4, LYING])
def test_two_hundred_in_one_cell_stay_in_it(size):
    page = matrix(*(prospect(at) for at in range(1, 201)), size=size)
    assert page.short
    assert len(cells(page.drawing)) == 200
    assert outside(page.drawing) == []


def test_two_hundred_that_nobody_judged_are_told_below():
    page = matrix(*(prospect(at, 0, 0) for at in range(200)), size=A4)
    assert outside(page.drawing) == []
    assert "".join(texts(page.drawing)).count("Bread") == 200


def test_more_than_there_is_room_for_is_said_to_be_missing():
    page = matrix(*(prospect(at, 0, 0, LONG) for at in range(40)))
    assert page.short
    assert outside(page.drawing) == []


def test_what_lacks_one_grade_is_not_judged():
    page = matrix(prospect(1, 5, 0, "Soup"), prospect(2, 0, 5, "Salad"))
    assert next(iter(cells(page.drawing).values())).figure.name == "Not judged: Soup; Salad"


def test_a_map_without_a_title_leaves_more_room():
    bare, titled = (
        next(each for each in matrix(prospect(), map_=map_).drawing.placed if each.figure.role == "rule")
        for map_ in ("", "Dinner")
    )
    assert bare.figure.height > titled.figure.height


@pytest.mark.parametrize("theme", ["white", "colour", "grey"])
def test_every_theme_can_be_read(theme):
    page = matrix(prospect(1, 5, 5, strong=True), prospect(2, 1, 1), style=resources.style("print", theme=theme))
    assert faults(page.drawing) == []


def test_what_answers_the_worst_is_a_full_disc():
    placed = cells(matrix(prospect(1, strong=True), prospect(2, 1, 1)).drawing)
    discs = {key: next(one for one in each.figure.shapes if isinstance(one, Ellipse)) for key, each in placed.items()}
    assert discs["c1"].fill == discs["c2"].stroke == STYLE.kind("opportunity").edge
    assert discs["c2"].fill == ""


@pytest.mark.parametrize("size", [A4, LYING, (210.0, 210.0)])
def test_the_best_corner_is_tinted_within_the_grid(size):
    ground = next(each for each in matrix(prospect(), size=size).drawing.placed if each.figure.role == "rule")
    tint, *_, frame = (box(shape) for shape in ground.figure.shapes if isinstance(shape, Box))
    assert tint.right == pytest.approx(frame.right)
    assert (tint.y, tint.height) == pytest.approx((frame.y, frame.height * 2 / BEST))


@settings(max_examples=25)
@given(
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), TEXTS), min_size=1, max_size=25),
    st.sampled_from((A4, LYING)),
)
def test_any_matrix_is_legible(told, size):
    page = matrix(*(prospect(at, *each) for at, each in enumerate(told, 1)), size=size)
    assert outside(page.drawing) == []
    assert collisions(page.drawing) == []
