"""A font program of our own, read by fontTools."""

from io import BytesIO

import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.pens.recordingPen import RecordingPen

from desktop.paint.cff import Drawn, font_program

SQUARE = (("M", 10, 20), ("L", 110, 20), ("L", 110, 220), ("L", 10, 220), ("Z",))
CURVED = (("M", -1200.5, 0), ("C", 3.25, 4, 1150, -140, 0, 0), ("Z",), ("M", 0, 1), ("L", 0, 33_000 / 64), ("Z",))
NOTDEF = Drawn(0, 500, ())


def read(*glyphs):
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(font_program("ABCDEF+Lume", [NOTDEF, *glyphs])), None)
    return fonts["ABCDEF+Lume"]


def drawn(font, name):
    pen = RecordingPen()
    glyph = font.CharStrings[name]
    glyph.draw(pen)
    return pen.value, glyph.width


def test_glyphs_are_found_by_code():
    font = read(Drawn(7, 600, SQUARE), Drawn(900, 300, ()))
    assert font.ROS == ("Adobe", "Identity", 0)
    assert font.charset == [".notdef", "cid00007", "cid00900"]


def test_a_glyph_has_its_width_and_points():
    value, width = drawn(read(Drawn(7, 600, SQUARE)), "cid00007")
    assert width == 600
    assert value == [
        ("moveTo", ((10, 20),)),
        ("lineTo", ((110, 20),)),
        ("lineTo", ((110, 220),)),
        ("lineTo", ((10, 220),)),
        ("closePath", ()),
    ]


def test_curves_fractions_and_far_points_are_exact():
    value, _ = drawn(read(Drawn(1, 0, CURVED)), "cid00001")
    assert value[:2] == [("moveTo", ((-1200.5, 0),)), ("curveTo", ((3.25, 4), (1150, -140), (0, 0)))]
    assert value[3:5] == [("moveTo", ((0, 1),)), ("lineTo", ((0, 515.625),))]


@pytest.mark.parametrize("width", [0, 107, 108, 1131, 1132, 30_000])
def test_widths_of_all_sizes_come_back(width):
    assert drawn(read(Drawn(1, width, SQUARE)), "cid00001")[1] == width


@pytest.mark.parametrize("place", [-30_000, -1132, -1131, -108, -107, 107, 108, 1131, 1132])
def test_steps_of_all_sizes_come_back(place):
    (first, *_), _ = drawn(read(Drawn(1, 0, (("M", place, 0), ("L", 0, 0), ("Z",)))), "cid00001")
    assert first == ("moveTo", ((place, 0),))


def test_a_blank_has_no_outline():
    assert drawn(read(Drawn(3, 250, ())), "cid00003") == ([], 250)


def test_thousands_of_glyphs_are_a_font():
    font = read(*(Drawn(code, code % 1000, SQUARE) for code in range(1, 3000)))
    assert len(font.charset) == 3000
    assert drawn(font, "cid02999")[1] == 999
