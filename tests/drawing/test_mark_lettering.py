"""Texts in millimetres."""

import pytest

from desktop import resources
from desktop.drawing.lettering import PT, QUIET, Face, Lettering
from desktop.drawing.shapes import Glyphs

TEN = Face(10.0)
LONG = "An evening at Osteria Lume begins with a photo of the courtyard"


@pytest.fixture(scope="module")
def pen():
    return Lettering(resources.typesetter())


def test_twice_the_size_is_twice_the_width(pen):
    assert pen.width("Orders", Face(20.0)) == pytest.approx(2 * pen.width("Orders", TEN))


def test_bold_words_are_wider(pen):
    assert pen.width("Orders", Face(10.0, "bold")) > pen.width("Orders", TEN)


def test_capitals_are_as_high_as_the_font_says(pen):
    assert pen.capital(TEN) == pytest.approx(0.727 * 10 * PT, rel=0.01)


def test_a_line_begins_where_it_is_put(pen):
    (glyphs,) = pen.line("B2", 7.0, 30.0, TEN)
    assert (glyphs.x, glyphs.y, glyphs.size) == (7.0, 30.0, 10 * PT)


def test_a_line_can_end_or_centre_there(pen):
    wide = pen.width("right: B3", TEN)
    (centred,) = pen.line("right: B3", 50.0, 0.0, TEN, align=0.5)
    (ended,) = pen.line("right: B3", 50.0, 0.0, TEN, align=1.0)
    assert (centred.x, ended.x) == pytest.approx((50 - wide / 2, 50 - wide))


def test_capitals_stand_around_the_middle(pen):
    (glyphs,) = pen.middled("B2", 0.0, 20.0, TEN)
    assert glyphs.y - pen.capital(TEN) / 2 == pytest.approx(20.0)


def test_nothing_is_no_ink(pen):
    assert pen.line("", 0.0, 0.0, TEN) == ()


def test_the_colour_is_the_faces(pen):
    (glyphs,) = pen.line("B2", 0.0, 0.0, Face(6.0, "regular", QUIET))
    assert glyphs.colour == QUIET


def test_a_block_wraps_at_its_width(pen):
    block = pen.block(LONG, 0.0, 0.0, 40.0, TEN)
    assert len(block.ink) > 1
    assert all(line.line.width * line.size / 2048 <= 40.0 for line in block.ink)


def test_a_block_says_how_high_it_is(pen):
    block = pen.block(LONG, 0.0, 0.0, 40.0, TEN)
    assert block.height == pytest.approx(len(block.ink) * 10 * PT * TEN.leading)


def test_a_block_says_how_wide_it_is(pen):
    block = pen.block("Orders", 5.0, 0.0, 200.0, TEN)
    assert block.width == pytest.approx(pen.width("Orders", TEN))


def test_a_block_loses_no_word(pen):
    lines = pen.block(LONG, 0.0, 0.0, 40.0, TEN).ink
    assert " ".join(line.line.text.strip() for line in lines) == LONG


def test_lines_stay_inside_their_block(pen):
    block = pen.block(LONG, 0.0, 10.0, 40.0, TEN)
    first, last = block.ink[0], block.ink[-1]
    assert first.y - pen.capital(TEN) > 10.0
    assert last.y < 10.0 + block.height


def test_an_empty_line_of_a_block_has_no_ink(pen):
    block = pen.block("one\n\ntwo", 0.0, 0.0, 40.0, TEN)
    assert [type(each) for each in block.ink] == [Glyphs, Glyphs]
    assert block.height == pytest.approx(3 * 10 * PT * TEN.leading)


def test_lines_that_run_to_the_left_end_at_the_right_of_a_block(pen):
    (line,) = pen.block("אבג", 5.0, 0.0, 60.0, TEN).ink
    assert line.x + pen.width("אבג", TEN) == pytest.approx(65.0)


def test_they_are_centred_like_others(pen):
    (line,) = pen.block("אבג", 0.0, 0.0, 60.0, TEN, align=0.5).ink
    assert line.x == pytest.approx((60.0 - pen.width("אבג", TEN)) / 2)
