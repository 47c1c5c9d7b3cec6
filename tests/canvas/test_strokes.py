"""What shapes come to: made once for shapes that are equal, whoever draws them."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from desktop import resources
from desktop.canvas import strokes
from desktop.canvas.glyphs import glyph_source
from desktop.drawing.shapes import Box, Ellipse, Path
from desktop.layout.places import Rect

ICON = resources.style("screen").icon("pain-point")
TRIANGLE = (("M", 1, 1), ("L", 9, 1), ("L", 5, 9), ("Z",))


@pytest.mark.parametrize(
    ("ink", "shape"),
    [
        (strokes.box, lambda x: Box(x, 2, 30, 20, "#ffffff", "#000000", 1.5, (3,) * 4, (2, 1))),
        (strokes.ellipse, lambda x: Ellipse(x, 5, 4, 4, "#aa0000", "#000000", 1.0)),
        (strokes.path, lambda x: Path(TRIANGLE, fill="#00aa00", stroke="#000000", stroke_width=x)),
    ],
)
def test_equal_shapes_have_the_same_strokes(ink, shape):
    assert ink(shape(5.0)) is ink(shape(5.0))
    assert ink(shape(5.0)) is not ink(shape(6.0))


def test_the_same_icon_has_the_same_strokes():
    assert strokes.icon(ICON, Rect(0, 0, 20, 20), "#123456") is strokes.icon(ICON, Rect(0, 0, 20, 20), "#123456")


def test_an_icon_in_another_colour_has_strokes_of_its_own():
    ink = [strokes.icon(ICON, Rect(0, 0, 20, 20), colour) for colour in ("#ff0000", "#0000ff")]
    assert painted(ink[0]) != painted(ink[1])


def test_strokes_that_are_kept_paint_the_same_again():
    box = Box(2, 2, 16, 16, "#ffcc00", "#003366", 2.0, (4,) * 4, (3, 2))
    assert painted(strokes.box(box)) == painted(strokes.box(box))
    assert painted(strokes.box(box)) != painted(())


def painted(ink):
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    for stroke in ink:
        stroke(painter)
    painter.end()
    return bytes(image.constBits())


def test_glyphs_of_the_same_fonts_have_one_source(qapp):
    fonts = resources.typesetter().fonts
    assert glyph_source(fonts) is glyph_source(fonts)
