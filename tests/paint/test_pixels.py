"""The screen's painter and the PDF's put the same ink on the same pixels.

Both paint the restaurant sample at 144 dpi. What differs is PDFium's rounding: it moves rectangles to whole pixels, and
small letters to whole pixels of their baseline. The second comparison takes that rounding away, by letting PDFium paint
four times as large; what is left is our own.
"""

import sys
from typing import NamedTuple

import pypdfium2
import pytest
from PIL import Image, ImageChops
from PySide6.QtGui import QColor, QImage, QPainter

from desktop import resources
from desktop.canvas.painter import ShapePainter
from desktop.drawing.shapes import Box, Drawing, Ellipse, Figure, Glyphs, Path, Placed
from desktop.paint.pdf import pdf_bytes
from desktop.plan.page import Page
from desktop.plan.paper import paper, turned
from desktop.poster.press import Press
from desktop.typeset.lines import TextStyle

FAR = 96
"""Of 255 in any channel: a pixel that differs by more is another colour to the eye."""

ZOOM = 2
"""Pixels per pt at 144 dpi."""

SQUARE = (("M", 20.0, 20.0), ("L", 140.0, 20.0), ("L", 140.0, 140.0), ("L", 20.0, 140.0), ("Z",))

FINER = 4
STRIP = 400
"""Height in pixels of what is painted finer at a time."""


class Poster(NamedTuple):
    """A drawing, its page, its PDF, and the painter that a screen would use."""

    drawing: Drawing
    page: Page
    data: bytes
    painter: ShapePainter


@pytest.fixture(scope="module")
def press(sample):
    return Press(sample.project)


@pytest.fixture(scope="module")
def poster(qapp, press, sample):
    """The sample on A0, or at its own size."""

    def make(form):
        map_id = sample.project.maps[0].id
        made = press.fitted(map_id, turned(paper("A0"), "auto")) if form == "A0" else press.natural(map_id)
        fonts, pictures = press.typesetter.fonts, {}.get
        data = pdf_bytes(made.drawing, fonts, pictures, made.page)
        return Poster(made.drawing, made.page, data, ShapePainter(fonts, pictures, exact=True))

    return make


def on_screen(poster, width, height, across=0.0, down=0.0):
    """What QPainter makes of the drawing, at so many pixels per pt; else the page is stretched to fill the picture
    exactly, as PDFium does it."""
    page = poster.page
    image = QImage(width, height, QImage.Format.Format_RGB888)
    image.fill(QColor(poster.drawing.background))
    painter = QPainter(image)
    painter.scale(across or width / page.width, down or height / page.height)
    painter.translate(page.x, page.y)
    painter.scale(page.scale, page.scale)
    poster.painter.paint(painter, poster.drawing.placed)
    painter.end()
    return Image.frombytes("RGB", (width, height), bytes(image.constBits()), "raw", "RGB", image.bytesPerLine())


def printed(data):
    """What PDFium makes of the file."""
    document = pypdfium2.PdfDocument(data)
    picture = document[0].render(scale=ZOOM).to_pil().convert("RGB")
    document.close()
    return picture


def printed_finer(data, width, height):
    """The same without PDFium's rounding to pixels: painted finer, strip by strip, and averaged."""
    document = pypdfium2.PdfDocument(data)
    page = document[0]
    whole = Image.new("RGB", (width, height))
    for top in range(0, height, STRIP):
        below = max(0.0, page.get_height() - (top + STRIP) / ZOOM)
        strip = page.render(scale=ZOOM * FINER, crop=(0, below, 0, top / ZOOM)).to_pil().convert("RGB")
        whole.paste(strip.reduce(FINER).crop((0, 0, width, STRIP)), (0, top))
    document.close()
    return whole


def share_far_off(one, other):
    """The share of pixels that differ by more than FAR in any channel."""
    red, green, blue = ImageChops.difference(one, other).split()
    counts = ImageChops.lighter(ImageChops.lighter(red, green), blue).histogram()
    return sum(counts[FAR + 1 :]) / sum(counts)


def say(text):
    sys.stdout.write(f"\n{text}\n")


def test_screen_and_print_have_the_same_pixels(poster):
    made = poster("A0")
    seen = printed(made.data)
    share = share_far_off(on_screen(made, *seen.size), seen)
    say(f"A0, {seen.width} × {seen.height} px: {share:.4%} of pixels differ by more than {FAR}/255")
    assert share <= 0.001


def test_what_differs_is_the_rounding_of_the_reader(poster):
    made = poster("own size")
    size = int(made.page.width * ZOOM), int(made.page.height * ZOOM)
    share = share_far_off(on_screen(made, *size, ZOOM, ZOOM), printed_finer(made.data, *size))
    say(f"own size, without the reader's rounding: {share:.5%} of pixels differ by more than {FAR}/255")
    assert share <= 0.00002


def test_the_comparison_sees_a_quarter_of_a_unit(poster):
    """A drawing that stands 0.25 units lower is told from the one printed."""
    made = poster("own size")
    seen = printed(made.data)
    lower = made._replace(page=Page(made.page.width, made.page.height, 0.0, 0.25, made.page.scale))
    assert share_far_off(on_screen(lower, *seen.size), seen) > 0.002


def test_every_shape_stands_where_it_should(poster):
    """Nothing is on one of the two only: no block of 40 × 40 pixels has another mean colour."""
    made = poster("own size")
    seen = printed(made.data)
    one, other = on_screen(made, *seen.size).reduce(40), seen.reduce(40)
    assert max(most for _, most in ImageChops.difference(one, other).getextrema()) <= 16


def line(text, x, y, size):
    return Glyphs(x, y, size, "#1B1F2A", resources.typesetter().lines(text, TextStyle(), 10**7)[0])


def wave(stroke_width, dash):
    """A curve over the whole sheet that bends twice."""
    commands = (("M", 10.0, 150.0), ("C", 90.0, -60.0, 150.0, 330.0, 290.0, 100.0))
    return Path(commands, stroke="#CF3F66", stroke_width=stroke_width, dash=dash)


SHAPES = {
    "box": Box(20.3, 20.7, 120.4, 60.9, "#E4F5EC", "#1D7A4F", 3.3),
    "round box": Box(20.3, 20.7, 120.4, 60.9, "#E4F5EC", "#1D7A4F", 2.2, (30.0, 4.0, 0.0, 90.0)),
    "dashed box": Box(20.3, 20.7, 120.4, 60.9, "", "#1D7A4F", 2.0, (9.0,) * 4, (7.0, 3.1)),
    "box of one dash": Box(20.3, 20.7, 120.4, 60.9, "", "#1D7A4F", 2.0, dash=(7.3,)),
    "hairline": Path((("M", 3.0, 90.0), ("L", 290.0, 91.0)), stroke="#1B1F2A", stroke_width=1.1),
    "dotted line": Path((("M", 3.0, 90.0), ("L", 290.0, 60.0)), stroke="#1B1F2A", stroke_width=4.0, dash=(0.01, 7.7)),
    "zigzag": Path((("M", 9.0, 9.0), ("L", 90.0, 150.0), ("L", 96.0, 9.0)), stroke="#1B1F2A", stroke_width=9.0),
    "hollow": Path((*SQUARE, *((c, *(at / 2 + 40 for at in ats)) for c, *ats in reversed(SQUARE[1:-1]))), "#2F7DD1"),
    "ellipse": Ellipse(150.0, 90.0, 90.5, 40.2, "#FFF4DC", "#9A6700", 4.4),
    "dashed curve": wave(6.6, (20.21, 11.37)),
    "curve": wave(5.0, ()),
    "text": line("Office, AVATAR: naïve Ελλάδα, Привет 4.1 %", 8.0, 90.0, 13.0),
    "emoji": line("👩\u200d💻 🇩🇪 👍🏽 ok", 8.0, 90.0, 50.0),
}


ROUND = {"ellipse", "curve"}
"""Of stroked curves Qt's outlines are a third of a pixel off at places."""

ROUGHLY = 0.002


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_has_the_same_pixels(qapp, name):
    page = Page(450.0, 270.0, 3.0, 2.0, 1.43)
    fonts = resources.typesetter().fonts
    drawing = Drawing(300.0, 180.0, "#FFFFFF", (Placed(0.6, 0.4, Figure("", "", "", 300.0, 180.0, (SHAPES[name],))),))
    made = Poster(drawing, page, pdf_bytes(drawing, fonts, {}.get, page), ShapePainter(fonts, {}.get, exact=True))
    finer, screen = printed_finer(made.data, 900, 540), on_screen(made, 900, 540)
    assert len(screen.getcolors(10_000)) > 1
    share = share_far_off(screen, finer)
    assert share <= (ROUGHLY if name in ROUND else 0.00001)


def part(painter, name, left, top, width, height):
    """A rectangle of a shape, painted as the screen's tiles are."""
    image = QImage(width, height, QImage.Format.Format_RGB888)
    image.fill(QColor("#FFFFFF"))
    brush = QPainter(image)
    brush.translate(-left, -top)
    painter.paint(brush, [Placed(0.0, 0.0, Figure("", "", "", 300.0, 180.0, (SHAPES[name],)))])
    brush.end()
    return Image.frombytes("RGB", (width, height), bytes(image.constBits()), "raw", "RGB", image.bytesPerLine())


@pytest.mark.parametrize("name", ["dashed curve", "dashed box", "dotted line"])
def test_dashes_go_on_from_tile_to_tile(qapp, name):
    painter = ShapePainter(resources.typesetter().fonts, {}.get)
    whole, tiled = part(painter, name, 0, 0, 300, 180), Image.new("RGB", (300, 180))
    for left in range(0, 300, 60):
        for top in range(0, 180, 60):
            tiled.paste(part(painter, name, left, top, 60, 60), (left, top))
    assert share_far_off(whole, tiled) == 0
