"""Marks of changes with odd words, on boxes of any size, at any scale."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.canvas.changemark import LINES, ORDER, SIGNED, WORDY, Mark, paint_ghost, paint_head_mark, paint_mark
from desktop.canvas.differencesigns import INKS, SIDE, STROKES, draw_sign, ink_of
from desktop.drawing.differencesigns import sign_shapes
from desktop.drawing.shapes import Ellipse
from desktop.layout.colour import TEXT, contrast

pytestmark = pytest.mark.usefixtures("qapp")

PAPER = QColor("#FFFFFF")
WORDS = st.sampled_from(("", "new", "was here: " + "x" * 300, "الضيف ينتظر", "客人在门口等候", "two\nlines"))


def painted(paint, box, mark, **how):
    image = QImage(300, 220, QImage.Format.Format_RGB32)
    image.fill(PAPER)
    painter = QPainter(image)
    paint(painter, box, mark, **how)
    painter.end()
    return image


def inked(image, rect):
    """Whether there is ink on the edge of a rectangle, by every third px."""
    left, top, right, bottom = rect
    edge = [(x, y) for x in range(left, right, 3) for y in (top, bottom - 1)]
    edge += [(x, y) for y in range(top, bottom, 3) for x in (left, right - 1)]
    return any(image.pixelColor(x, y) != PAPER for x, y in edge)


@pytest.mark.parametrize("codes", [("moved", "changed"), ("changed", "moved"), ("changed", "ordered", "moved")])
def test_the_colour_is_that_of_the_most_that_happened(codes):
    assert Mark(codes, "").code == "moved"


@pytest.mark.parametrize("code", ORDER)
def test_every_code_has_an_ink_that_reads_on_paper(code):
    assert contrast(INKS[code], "#FFFFFF") >= TEXT
    assert ink_of(code).name().upper() == INKS[code]


@pytest.mark.parametrize("code", sorted(STROKES))
def test_the_lines_of_a_sign_stay_in_its_disc(code):
    for line in STROKES[code]:
        assert all((x - SIDE / 2) ** 2 + (y - SIDE / 2) ** 2 <= (SIDE / 2) ** 2 for x, y in line)


@pytest.mark.parametrize("code", sorted(STROKES))
def test_a_printed_sign_is_as_large_as_asked_and_has_the_same_ink(code):
    disc = next(shape for shape in sign_shapes(code, 3.0, 4.0, 8.0) if isinstance(shape, Ellipse))
    assert (disc.cx, disc.cy, disc.rx, disc.fill) == pytest.approx((7.0, 8.0, 4.0, INKS[code]))


def test_a_sign_keeps_to_its_side():
    image = painted(lambda painter, *_: draw_sign(painter, "added", ink_of("added"), PAPER), None, None)
    assert image.pixelColor(SIDE // 2, 2) != PAPER
    assert not inked(image, (SIDE + 1, 0, 200, 100))


def test_what_is_new_has_a_whole_frame():
    assert "added" not in LINES


@settings(max_examples=25)
@given(st.sampled_from(ORDER), WORDS, st.integers(1, 120), st.integers(1, 60), st.sampled_from((1.0, 1.5, 2.2)))
def test_a_ghost_never_reaches_the_next_column(code, words, width, height, scale):
    image = painted(paint_ghost, QRectF(60, 60, width, height), Mark((code,), words), scale=scale)
    reach = int(SIDE * scale) + 6
    assert not inked(image, (60 - reach, 60 - reach, 60 + max(width, reach) + reach, 60 + height + reach))


@settings(max_examples=25)
@given(st.sampled_from(ORDER), WORDS, st.integers(4, 120), st.integers(8, 60), st.sampled_from((1.0, 2.2)))
def test_the_mark_of_a_header_keeps_to_it(code, words, width, height, scale):
    image = painted(paint_head_mark, QRectF(60, 60, width, height), Mark((code,), words), scale=scale)
    assert not inked(image, (52, 54, 60 + width + 8, 60 + height + 8))


@pytest.mark.parametrize(("width", "said"), [(WORDY, True), (WORDY - 1, False)])
def test_words_appear_from_a_width_on(width, said):
    bare, wordy = (painted(paint_mark, QRectF(60, 60, width, 40), Mark(("added",), text)) for text in ("", "new"))
    assert (bare != wordy) == said


@pytest.mark.parametrize(("width", "signed"), [(SIGNED, True), (SIGNED - 1, False)])
def test_signs_appear_from_a_width_on(width, signed):
    image = painted(paint_mark, QRectF(60, 60, width, 40), Mark(("added",), "new"))
    assert (image.pixelColor(60 + width, 54) != PAPER) == signed


def test_what_is_looked_at_says_its_words_however_narrow_it_is():
    box, marks = QRectF(60, 60, 30, 30), (Mark(("added",), ""), Mark(("added",), "new"))
    bare, wordy = (painted(paint_mark, box, mark, strong=True) for mark in marks)
    assert bare != wordy
