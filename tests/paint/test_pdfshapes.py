"""Boxes, ellipses and paths as operators, and as PDFium paints them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageChops

from desktop.drawing.shapes import Box, Ellipse, Path, Placed
from desktop.paint import pdfshapes
from printing import figure, operators_of, pdf, picture_of

WHITE, RED, BLUE = (255, 255, 255), (255, 0, 0), (0, 0, 255)
LINE = (("M", 0.0, 0.0), ("L", 10.0, 5.0))


def seen(*shapes):
    """Painted at 4 pixels to the unit, the figure's origin at (40, 60)."""
    picture = picture_of(pdf(*shapes), 2.0)
    return lambda x, y: picture.getpixel((round(40 + 4 * x), round(60 + 4 * y)))


def test_a_plain_box_is_one_rectangle():
    assert pdfshapes.box(Box(1, 2, 30, 10, "#FF0000"), 2.0) == "1 0 0 rg 2 -24 60 20 re f"


def test_a_box_covers_its_inside_only():
    at = seen(Box(10, 10, 20, 10, "#FF0000"))
    assert at(11, 11) == at(29, 19) == RED
    assert at(9, 15) == at(31, 15) == at(20, 9) == at(20, 21) == WHITE


def test_a_stroke_is_centred_on_the_edge():
    at = seen(Box(10, 10, 30, 20, "", "#0000FF", 4.0))
    assert at(9, 20) == at(11, 20) == BLUE
    assert at(7.5, 20) == at(12.5, 20) == WHITE


def test_round_corners_are_cut_and_square_ones_are_not():
    at = seen(Box(10, 10, 40, 40, "#FF0000", radii=(12.0, 0.0, 12.0, 0.0)))
    assert at(11, 11) == at(49, 49) == WHITE
    assert at(49, 11) == at(11, 49) == RED


def test_radii_too_large_are_cut_to_half_the_shorter_side():
    assert pdfshapes.box(Box(0, 0, 40, 10, "#FF0000", radii=(99.0,) * 4), 1.0) == pdfshapes.box(
        Box(0, 0, 40, 10, "#FF0000", radii=(5.0,) * 4), 1.0
    )


def test_a_round_corner_is_round_to_a_thousandth():
    """A circle as a box: the Bézier's middle lies as far from the centre as its ends, within 0.03 %."""
    circle = Box(-1000, -1000, 2000, 2000, "#FF0000", radii=(1000.0,) * 4)
    numbers = [float(word) for word in pdfshapes.box(circle, 1.0).split() if word[-1].isdigit()]
    x0, y0 = numbers[5:7]
    x1, y1, x2, y2, x3, y3 = numbers[7:13]
    middle = (x0 + 3 * x1 + 3 * x2 + x3) / 8, (y0 + 3 * y1 + 3 * y2 + y3) / 8
    assert (middle[0] ** 2 + middle[1] ** 2) ** 0.5 == pytest.approx(1000, rel=3e-4)


def test_an_ellipse_reaches_its_radii():
    at = seen(Ellipse(30, 20, 20, 10, "#FF0000"))
    assert at(11, 20) == at(49, 20) == at(30, 11) == at(30, 29) == RED
    assert at(13, 12) == at(47, 28) == at(9, 20) == WHITE


def test_dashes_are_lengths_not_widths():
    at = seen(Path((("M", 0.0, 10.0), ("L", 60.0, 10.0)), "", "#0000FF", 2.0, (10.0, 10.0)))
    assert at(5, 10) == at(25, 10) == BLUE
    assert at(15, 10) == at(35, 10) == WHITE


def test_a_dash_does_not_reach_the_next_shape():
    at = seen(
        Path((("M", 0.0, 10.0), ("L", 60.0, 10.0)), "", "#0000FF", 2.0, (10.0, 10.0)),
        Path((("M", 0.0, 20.0), ("L", 60.0, 20.0)), "", "#0000FF", 2.0),
    )
    assert at(15, 20) == BLUE


def test_paths_end_round_and_boxes_have_corners():
    assert " 1 J 1 j " in pdfshapes.path(Path(LINE, "", "#0000FF", 1.0), 1.0)
    assert " 0 J 0 j " in pdfshapes.box(Box(0, 0, 9, 9, "", "#0000FF", 1.0), 1.0)


def test_curves_and_closed_paths():
    made = pdfshapes.path(Path((("M", 0, 0), ("C", 1, 2, 3, 4, 5, 6), ("Z",)), "#FF0000"), 2.0)
    assert made == "1 0 0 rg 0 0 m 2 -4 6 -8 10 -12 c h f"


def test_overlapping_outlines_are_filled_by_the_non_zero_rule():
    square = (("M", 0.0, 0.0), ("L", 40.0, 0.0), ("L", 40.0, 40.0), ("L", 0.0, 40.0), ("Z",))
    inner = (("M", 10.0, 10.0), ("L", 30.0, 10.0), ("L", 30.0, 30.0), ("L", 10.0, 30.0), ("Z",))
    assert seen(Path(square + inner, "#FF0000"))(20, 20) == RED


def test_an_unknown_command_is_an_error():
    with pytest.raises(ValueError, match="'Q'"):
        pdfshapes.path(Path((("Q", 1, 2),), "#FF0000"), 1.0)


@pytest.mark.parametrize("ink", [{}, {"stroke": "#FF0000"}, {"stroke_width": 1.0}])
def test_without_ink_there_is_nothing_to_write(ink):
    assert pdfshapes.box(Box(0, 0, 9, 9, **ink), 1.0) == ""


def test_repeated_long_paths_become_a_form():
    long = Path(tuple(("L" if at else "M", float(at), float(at % 7)) for at in range(40)), "", "#0000FF", 2.0)
    content = operators_of(pdf(*[long] * 9))
    assert content.count(" Do") == 8
    assert content.count(" m ") == 1


def test_a_form_looks_like_the_path_it_stands_for():
    star = (("M", 30.0, 5.0), ("L", 50.0, 60.0), ("L", 2.0, 24.0), ("L", 58.0, 24.0), ("L", 10.0, 60.0), ("Z",))
    path = figure(Path(star * 3, "#FF0000", "#0000FF", 3.0, (4.0, 2.0)))
    data = pdf(placed=(Placed(10.0, 10.0, path), Placed(110.0, 10.0, path)))
    assert operators_of(data).count(" Do") == 1
    picture = picture_of(data, 2.0)
    first, second = picture.crop((40, 60, 340, 360)), picture.crop((440, 60, 740, 360))
    assert max(most for _, most in ImageChops.difference(first, second).getextrema()) < 32


OPERATORS = {"", "rg", "RG", "w", "J", "j", "d", "re", "m", "l", "c", "h", "B"}


@given(st.tuples(*[st.floats(-1e4, 1e4)] * 4), st.floats(0, 50), st.floats(0.01, 10))
def test_operators_hold_only_numbers_and_operators(sides, radius, scale):
    x, y, width, height = sides
    box = Box(x, y, abs(width), abs(height), "#123456", "#654321", 0.5, (radius,) * 4, (1.0, 2.0))
    words = {word.strip("[]") for word in pdfshapes.box(box, scale).split()} - OPERATORS
    assert all(float(word) < 1e9 and "e" not in word for word in words)
