"""Every line of 2,000 random cards stands in the PDF, as PDFium reads it, where the canvas paints it.

The cards are laid out by the real layouter and drawn by the real artist; the left end and the baseline are those of the
glyph runs that QPainter gets. In the file a figure's place is rounded to a thousandth of a pt and a line's within it to
a hundredth, so that each may be off by half of that.
"""

import random
import sys
from collections import deque
from collections.abc import Iterator
from ctypes import byref, c_double
from typing import NamedTuple

import pypdfium2
import pytest
from pypdfium2 import raw as pdfium

from desktop import resources
from desktop.canvas.glyphs import GlyphSource
from desktop.document.base import by_id
from desktop.document.cards import Card, Pain
from desktop.document.journey import JourneyMap, Lane, Stage, Step
from desktop.document.kinds import CHANNELS, KIND_OF_LANE
from desktop.document.project import Project
from desktop.document.ranks import spread
from desktop.drawing.artist import Artist
from desktop.drawing.shapes import Drawing, Glyphs, Placed
from desktop.layout.layouter import Layouter
from desktop.paint.pdf import pdf_bytes
from desktop.paint.pdftext import BEHIND_HYPHEN
from desktop.plan.page import Page

CARDS, STEPS = 2_000, 40
NEAR = 0.008
"""How many pt a place in the file may be off: 0.0055, and what PDFium's single precision adds at 10,000 pt."""

SCALE = 1.037
"""pt per layout unit: no round number, so that every place is rounded."""

LATIN = (
    "customer visits the branch to ask about mortgage rate AVATAR To Ty We Way LT VA office fluffy affine difficult "
    "Voilà größer naïve façade Zürich Łódź İstanbul “quoted” – waits; (it’s) don’t yes! Who? x/y #3 @home a&b [B] {c} "
    "well-known check-in half-hour e-mail Österreich-Urlaub"
)
GREEK = "Καλημέρα Ελλάδα ὠμέγα ΑΥΤΟ; πελάτης ψάχνει τραπέζι «ναι» είναι λογαριασμός"
CYRILLIC = "Привет ДОВЕРИЕ Клиент ищет столик у окна ждёт; Україна їжак Ўзбек ГОСТ какой-то"
NUMBERS = ("4.1 %", "12 min", "€ 100", "3–4", "5:30", "1,200 kg", "20 °C", "½", "10×")
LIGATURES = "-> => <- ffi fl -- != 3x4 (10:30) :)"
SCRIPTS = (LATIN.split(), GREEK.split(), CYRILLIC.split(), (*LATIN.split(), *LIGATURES.split(), *NUMBERS))


class Line(NamedTuple):
    """A line's text, and in pt from the page's left and bottom edge where its first glyph begins."""

    text: str
    x: float
    y: float


class Letter(NamedTuple):
    """A character as PDFium reports it; `added` are those that PDFium puts between words and lines."""

    text: str
    added: bool
    x: float
    y: float


def said(chance):
    return " ".join(chance.choices(chance.choice(SCRIPTS), k=chance.randint(1, 16)))


def card(number, kind, chance):
    return Card(
        id=f"c{number:04}",
        kind=kind,
        text=said(chance),
        first=f"d{number % STEPS:02}",
        last=f"d{number % STEPS:02}",
        rank="V",
        channel=chance.choice(CHANNELS) if kind == "touchpoint" else "",
        pain=Pain(severity=chance.randint(1, 5)) if kind == "pain" else None,
    )


def lanes(chance) -> Iterator[Lane]:
    """A lane of each kind; the cards go round all of them and all steps."""
    for at, (kind, rank) in enumerate(zip(KIND_OF_LANE, spread(len(KIND_OF_LANE)), strict=True)):
        cards = (card(number, KIND_OF_LANE[kind], chance) for number in range(at, CARDS, len(KIND_OF_LANE)))
        yield Lane(id=f"l{at:02}", kind=kind, title=said(chance), rank=rank, cards=by_id(cards))


@pytest.fixture(scope="module")
def project():
    chance = random.Random(2026)
    stages = tuple(
        Stage(id=f"s{at:02}", title=said(chance), rank=rank, steps=(Step(id=f"d{at:02}", title=said(chance)),))
        for at, rank in enumerate(spread(STEPS))
    )
    journey = JourneyMap(id="map", title=said(chance), stages=stages, lanes=by_id(lanes(chance)))
    return Project(id="random", maps=(journey,))


@pytest.fixture(scope="module")
def drawing(project):
    tools = resources.typesetter(), resources.style("print"), resources.words("en")
    return Artist(*tools).draw(project, Layouter(*tools).layout(project, "map"))


@pytest.fixture(scope="module")
def page(drawing):
    return Page(drawing.width * SCALE + 70, drawing.height * SCALE + 60, 31.7, 22.9, SCALE)


@pytest.fixture(scope="module")
def meant(qapp, drawing, page):
    """The lines as the canvas paints them, back to front."""
    source = GlyphSource(resources.typesetter().fonts)
    return [line for placed in drawing.placed for line in canvas_lines(placed, source, page)]


def canvas_lines(placed: Placed, source: GlyphSource, page: Page) -> Iterator[Line]:
    for shape in placed.figure.shapes:
        if isinstance(shape, Glyphs) and shape.line.runs:
            first = next(source.runs(shape)).positions()[0]
            x, y = page.x + (placed.x + first.x()) * page.scale, page.y + (placed.y + first.y()) * page.scale
            yield Line(inked(shape), x, page.height - y)


def inked(glyphs: Glyphs) -> str:
    """What of a line is painted: its trailing spaces are not."""
    return glyphs.line.text[: glyphs.line.runs[-1].end - glyphs.line.start]


@pytest.fixture(scope="module")
def letters(drawing: Drawing, page):
    """The characters of the file, in its order."""
    document = pypdfium2.PdfDocument(pdf_bytes(drawing, resources.typesetter().fonts, {}.get, page))
    text = document[0].get_textpage()
    found = list(read(text))
    text.close()
    document.close()
    return found


def read(text) -> Iterator[Letter]:
    x, y = c_double(), c_double()
    for at in range(text.count_chars()):
        pdfium.FPDFText_GetCharOrigin(text, at, byref(x), byref(y))
        code = pdfium.FPDFText_GetUnicode(text, at)
        said = "-" if code in {0x2, 0xFFFE} else chr(code)  # PDFium's hyphens at line ends
        yield Letter(said, pdfium.FPDFText_IsGenerated(text, at) == 1 or said == BEHIND_HYPHEN, x.value, y.value)


@pytest.fixture(scope="module")
def found(letters, meant):
    """The lines of the file, cut to the lengths of the canvas's."""
    ahead = deque(letters)
    return [take(ahead, line.text) for line in meant]


def take(ahead: deque[Letter], text: str) -> Line:
    """The next line, as long as the text; what PDFium added is passed over, but for the blanks that the text has."""
    parts: list[Letter] = []
    while ahead and len(parts) < len(text):
        letter = ahead.popleft()
        if not letter.added or letter.text == text[len(parts)]:
            parts.append(letter)
    return Line("".join(letter.text for letter in parts), parts[0].x, parts[0].y) if parts else Line("", 0.0, 0.0)


def test_the_cards_have_thousands_of_lines_in_three_scripts(meant):
    whole = " ".join(line.text for line in meant)
    assert len(meant) > 2 * CARDS
    assert all(word in whole for word in ("office", "AVATAR", "Ελλάδα", "столик", "12 min", "->"))
    assert sum(line.text.endswith("-") for line in meant) > 20


def test_every_line_of_the_pdf_is_a_line_of_the_canvas(found, meant):
    differing = [pair for pair in zip(found, meant, strict=True) if differ(*pair)]
    sys.stdout.write(f"\n{len(meant):,} lines of {CARDS:,} cards: {len(differing)} differ\n")
    assert differing == []


def differ(one: Line, other: Line) -> bool:
    return one.text != other.text or abs(one.x - other.x) > NEAR or abs(one.y - other.y) > NEAR


def test_the_pdf_has_no_other_text(letters, meant):
    own = [letter.text for letter in letters if not letter.added]
    assert "".join(own).replace(" ", "") == "".join(line.text for line in meant).replace(" ", "")


def test_no_place_is_off_by_more_than_its_rounding(found, meant):
    """Nor is the bound loose: half of it would not do."""
    worst = max(max(abs(a.x - b.x), abs(a.y - b.y)) for a, b in zip(found, meant, strict=True))
    assert NEAR / 2 < worst <= NEAR
