"""Typeset lines as Qt's glyph runs and paths."""

import pytest
from PySide6.QtGui import QRawFont

from desktop import resources
from desktop.canvas.glyphs import GlyphSource
from desktop.drawing.shapes import Glyphs
from desktop.typeset.lines import UNITS, TextStyle


@pytest.fixture
def source(qapp):
    return GlyphSource(resources.typesetter().fonts)


def glyphs(text, x=5.0, y=20.0, size=14.0, face="regular"):
    line = resources.typesetter().lines(text, TextStyle(face), 10**7)[0]
    return Glyphs(x, y, size, "#000000", line)


def test_a_run_has_the_typesetters_glyphs(source):
    shape = glyphs("Waits 27 minutes")
    (run,) = source.runs(shape)
    assert run.glyphIndexes() == list(shape.line.runs[0].glyphs)


def test_a_run_has_the_typesetters_places(source):
    shape = glyphs("Waits 27 minutes", size=20.0)
    (run,) = source.runs(shape)
    wanted = [(5 + x * 20 / UNITS, 20 - y * 20 / UNITS) for x, y in zip(*places(shape), strict=True)]
    assert [(at.x(), at.y()) for at in run.positions()] == [pytest.approx(at) for at in wanted]


def places(shape):
    run = shape.line.runs[0]
    return run.xs, run.ys


@pytest.mark.parametrize("face", ["regular", "semibold", "bold", "italic"])
def test_a_run_is_set_in_the_bundled_face(source, face):
    (run,) = source.runs(glyphs("Maya", face=face))
    assert run.rawFont().isValid()
    assert run.rawFont().familyName().startswith("JW Inter")
    assert run.rawFont().pixelSize() == 14


def test_sizes_of_a_face_share_one_file(source):
    fonts = [next(iter(source.runs(glyphs("A", size=size)))).rawFont() for size in (14.0, 14.0, 56.0)]
    assert fonts[0] == fonts[1]
    assert [font.pixelSize() for font in fonts] == [14, 14, 56]
    assert all(isinstance(font, QRawFont) for font in fonts)


def test_an_outline_is_as_wide_as_its_line(source):
    shape = glyphs("HIM", size=100.0)
    box = source.outline(shape).boundingRect()
    assert box.width() == pytest.approx(shape.line.width * 100 / UNITS, rel=0.1)
    assert box.bottom() == pytest.approx(20, abs=0.1)


def test_emoji_are_no_plain_glyphs(source):
    shape = glyphs("ok 🙂")
    assert sum(len(run.glyphIndexes()) for run in source.runs(shape)) < sum(len(run.glyphs) for run in shape.line.runs)
    assert len(list(source.colour_paths(shape))) >= 2


def test_plain_text_has_no_colour(source):
    assert list(source.colour_paths(glyphs("plain"))) == []


def test_runs_and_outlines_cover_the_same_ground(source):
    shape = glyphs("Good evening", size=40.0)
    (run,) = source.runs(shape)
    assert source.outline(shape).boundingRect().width() == pytest.approx(run.boundingRect().width(), rel=0.06)
