"""Colour glyphs: drawn once, placed often, in the colours of their font."""

from PIL import ImageOps

from desktop.drawing.shapes import Placed
from printing import figure, glyphs, objects_of, operators_of, pdf, picture_of


def colours(data):
    return {colour for _, colour in picture_of(data, 4.0).getcolors(99_999)}


def forms(data):
    with objects_of(data) as file:
        return {str(name): form.read_bytes().decode() for name, form in file.pages[0].Resources.XObject.items()}


def test_an_emoji_is_drawn_once_however_often_it_stands():
    data = pdf(glyphs("😀 😀 😀"), placed=tuple(Placed(0.0, 30.0 * at, figure(glyphs("😀 a"))) for at in range(3)))
    assert len(forms(data)) == 1
    assert operators_of(data).count(" Do") == 3


def test_the_colours_are_the_fonts():
    assert (0xDD, 0x2E, 0x44) in colours(pdf(glyphs("❤️", size=30.0, y=40.0)))


def test_text_behind_an_emoji_has_its_own_colour():
    assert (0x1F, 0x7A, 0x50) in colours(pdf(glyphs("❤️ HHH", size=30.0, y=40.0, colour="#1F7A50", face="bold")))


def test_the_emoji_stands_where_the_line_has_it():
    box = ImageOps.invert(picture_of(pdf(glyphs("😀", x=20.0, y=60.0, size=40.0)), 2.0)).getbbox()
    left, right = 2.0 * (10 + 2 * (5 + 20)), 2.0 * (10 + 2 * (5 + 20 + 40))
    assert left - 2 <= box[0] < box[2] <= right + 2


def test_a_form_says_how_far_it_reaches():
    with objects_of(pdf(glyphs("🇩🇪"))) as file:
        ((_, form),) = file.pages[0].Resources.XObject.items()
        left, bottom, right, top = (int(side) for side in form.BBox)
    assert left < right <= 4096
    assert bottom < top <= 4096


def test_without_emoji_there_are_no_forms():
    with objects_of(pdf(glyphs("plain"))) as file:
        assert "/XObject" not in file.pages[0].Resources


def test_invisible_text_lies_under_the_emoji():
    assert "3 Tr" in operators_of(pdf(glyphs("😀")))
    assert "3 Tr" not in operators_of(pdf(glyphs("plain")))
