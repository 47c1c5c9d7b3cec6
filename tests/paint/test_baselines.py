"""Every line of 2,000 random cards stands in the PDF, as PDFium reads it, where the layout puts it."""

import ctypes
import random

import pypdfium2
import pytest
from pypdfium2 import raw as pdfium

from desktop import resources
from desktop.drawing.shapes import Drawing, Figure, Glyphs, Placed
from desktop.paint.pdf import pdf_bytes
from desktop.plan.page import Page
from desktop.typeset.lines import TextStyle
from printing import NO_PICTURES

TEXT = (
    "customer visits the branch to ask about mortgage rate AVATAR To Ty We office fluffy Voilà größer 4.1 % (10:30) "
    "“quoted” – waits; Καλημέρα Привет ДОВЕРИЕ naïve façade well-known x/y € 100 don’t stop: yes! Who? No."
)
WORDS = TEXT.split()
FACES = ("regular", "italic", "semibold", "bold")
SIZE, LEADING, WIDTH, HEIGHT = 14.0, 17.8, 160.0, 160.0
CARDS, DOWN = 2_000, 40  # one under the other, because PDFium joins lines side by side
ACROSS = CARDS / DOWN
PAGE = Page(ACROSS * WIDTH * 1.25 + 100, DOWN * HEIGHT * 1.25 + 100, 40.0, 30.0, 1.25)


def cards():
    """Figures of up to eight lines, each card in one face."""
    chance = random.Random(2026)
    for number in range(CARDS):
        text = " ".join(chance.choices(WORDS, k=chance.randint(3, 14)))
        style = TextStyle(chance.choice(FACES))
        lines = resources.typesetter().lines(text, style, int((WIDTH - 20) / SIZE * 2048))
        shapes = tuple(
            Glyphs(5.5, 12.25 + at * LEADING, SIZE, "#1B1F2A", line) for at, line in enumerate(lines) if line.runs
        )
        place = (number // DOWN * WIDTH + 0.37 * (number % 7), number % DOWN * HEIGHT + 0.21 * (number % 5))
        yield Placed(*place, Figure(f"c{number}", "card", "", WIDTH, HEIGHT, shapes))


@pytest.fixture(scope="module")
def placed():
    return tuple(cards())


@pytest.fixture(scope="module")
def found(placed):
    """Text, left end and baseline of each line, in the order of the file."""
    drawing = Drawing(ACROSS * WIDTH, DOWN * HEIGHT, "#FFFFFF", placed)
    document = pypdfium2.PdfDocument(pdf_bytes(drawing, resources.typesetter().fonts, NO_PICTURES, PAGE))
    page = document[0].get_textpage()
    lines = list(lines_of(page))
    document.close()
    return lines


def lines_of(page):
    text = page.get_text_range()
    at = 0
    for line in text.split("\r\n"):
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(page, at, x, y)
        yield line.rstrip("\u00a0"), x.value, y.value
        at += len(line) + 2


@pytest.fixture(scope="module")
def meant(placed):
    """The same of the layout, in pt from the page's left and bottom."""
    scale = PAGE.scale
    return [
        (
            glyphs.line.text[: glyphs.line.runs[-1].end - glyphs.line.start],
            PAGE.x + (place.x + glyphs.x) * scale,
            PAGE.height - PAGE.y - (place.y + glyphs.y) * scale,
        )
        for place in placed
        for glyphs in place.figure.shapes
    ]


def test_there_are_thousands_of_lines(meant):
    assert len(meant) > 5_000


def test_no_line_has_another_text(found, meant):
    differing = [pair for pair in zip(found, meant, strict=False) if pair[0][0] != pair[1][0]]
    assert differing[:5] == []
    assert len(found) == len(meant)


def test_no_line_begins_elsewhere(found, meant):
    assert sum(abs(a[1] - b[1]) > 0.02 for a, b in zip(found, meant, strict=True)) == 0


def test_no_line_has_another_baseline(found, meant):
    assert sum(abs(a[2] - b[2]) > 0.02 for a, b in zip(found, meant, strict=True)) == 0
