"""The signs of differences, as they are printed and as they are painted."""

import pytest

from desktop.canvas import differencesigns as painted
from desktop.drawing.differencesigns import INKS, SIDE, STROKES, sign_shapes
from desktop.drawing.shapes import Ellipse, Path
from desktop.layout.colour import contrast


@pytest.mark.parametrize("code", STROKES)
def test_a_sign_is_lines_on_a_round(code):
    ground, lines = sign_shapes(code, 10.0, 20.0, 4.0)
    assert isinstance(ground, Ellipse)
    assert (ground.cx, ground.cy, ground.rx, ground.fill) == (12.0, 22.0, 2.0, INKS[code])
    assert isinstance(lines, Path)
    assert lines.stroke == "#FFFFFF"


@pytest.mark.parametrize("code", STROKES)
def test_the_lines_stay_on_the_round(code):
    _, lines = sign_shapes(code, 0.0, 0.0, SIDE)
    reach = SIDE / 2 - lines.stroke_width / 2
    assert all((x - SIDE / 2) ** 2 + (y - SIDE / 2) ** 2 <= reach**2 for _, x, y in lines.commands)


@pytest.mark.parametrize("code", INKS)
def test_the_lines_are_seen(code):
    assert contrast(INKS[code], "#FFFFFF") >= 4.5


def test_no_two_signs_have_the_same_lines():
    assert len(set(STROKES.values())) == len(STROKES)


def test_what_is_painted_is_what_is_printed():
    assert (painted.STROKES, painted.INKS, painted.SIDE) == (STROKES, INKS, SIDE)
