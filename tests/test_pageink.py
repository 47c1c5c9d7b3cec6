"""What tells whether a page is legible finds what is wrong with it."""

import pytest

from desktop import resources
from desktop.drawing.lettering import Face, Lettering
from desktop.drawing.shapes import Box, Drawing, Ellipse, Figure, Path, Placed
from tests.pageink import box, collisions, faults, outside, pale, texts, written

SETTER = Lettering(resources.typesetter())


def page(*shapes, x=10.0, y=10.0):
    return Drawing(100.0, 60.0, "", (Placed(x, y, Figure("", "details", "", 50.0, 20.0, shapes)),))


def text(said, x=0.0, y=5.0, colour="#000000"):
    return SETTER.line(said, x, y, Face(10, colour=colour))


def test_a_page_with_room_has_no_faults():
    assert faults(page(*text("One"), *text("Two", y=12.0), Box(0.0, 0.0, 50.0, 20.0, "", "#000000", 0.2))) == []


def test_texts_over_each_other_are_found():
    assert collisions(page(*text("One"), *text("Two", x=1.0))) == [("One", "Two")]


def test_lines_below_each_other_do_not_touch():
    assert collisions(page(*SETTER.block("One two three", 0.0, 0.0, 10.0, Face(10)).ink)) == []


@pytest.mark.parametrize(("x", "y"), [(-1.0, 10.0), (99.0, 10.0), (10.0, -8.0), (10.0, 58.0)])
def test_ink_beyond_any_edge_is_found(x, y):
    assert outside(page(*text("One"), x=x, y=y))


def test_pale_words_are_found():
    assert pale(page(*text("One", colour="#BBBBBB")), "#FFFFFF") == {"#BBBBBB"}


def test_white_words_are_read_on_a_dark_disc_alone():
    disc = Ellipse(2.0, 4.0, 5.0, 5.0, "#1F7A50")
    assert pale(page(disc, *text("1", colour="#FFFFFF")), "#FFFFFF") == set()
    assert pale(page(*text("1", colour="#FFFFFF")), "#FFFFFF") == {"#FFFFFF"}


def test_a_curve_is_as_large_as_its_points():
    path = Path((("M", 1.0, 2.0), ("C", 3.0, 9.0, 5.0, 4.0, 7.0, 6.0), ("Z",)))
    assert tuple(box(path)) == (1.0, 2.0, 6.0, 7.0)


def test_blanks_are_not_written():
    assert texts(page(*text("  "), *text("One"))) == ["One"]


def test_words_are_where_they_were_set():
    ((found, said),) = written(page(*text("One")))
    assert said == "One"
    assert (found.x, found.y < 15.0 < found.bottom) == (10.0, True)
