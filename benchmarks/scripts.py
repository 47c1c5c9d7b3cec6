"""Cards in all scripts: what the canvas paints, what the PDF says and what the SVG says, line by line.

    python -m benchmarks.scripts [CARDS] [--font FILE …]

Prints how many cards differ, how much of the text of each script PDFium finds as it was written, and how many texts
have other glyphs than HarfBuzz gives. Chinese, Japanese and Korean need journeywall[cjk] or a font.
"""

import argparse
import os
import re
from collections.abc import Iterator, Sequence
from ctypes import byref, c_double
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import normalize
from xml.etree import ElementTree as Xml

import pypdfium2
import uharfbuzz as hb
from pypdfium2 import raw as pdfium
from PySide6.QtGui import QGuiApplication

from benchmarks.tongues import EAST_ASIAN, WORDS, Saying, sayings, sentences
from desktop import resources
from desktop.canvas.glyphs import GlyphSource
from desktop.drawing.shapes import Drawing, Figure, Glyphs, Placed
from desktop.paint.pdf import pdf_bytes
from desktop.paint.svg import svg_bytes
from desktop.plan.page import Page
from desktop.typeset.lines import UNITS, TextStyle
from desktop.typeset.typesetter import Typesetter

ACROSS, PER_PAGE = 25, 500
CELL, ROW, SIZE, LEADING = 200.0, 800.0, 10.0, 14.0
"""pt: a card's cell, type size and line height."""

NEAR = 0.02
"""pt by which a baseline may be off: both are rounded to a hundredth."""

_UNSEEN = re.compile("[\\s\\u00ad\\u200b-\\u200f\\u2060\\ufe0e\\ufe0f\\x00-\\x1f]")
_MIRRORED = str.maketrans("]})»”》」\u2044", "[{(«“《「/")
"""PDFium mirrors brackets beside letters that run to the left as it likes."""

_SVG = "{http://www.w3.org/2000/svg}"


class Line(NamedTuple):
    """Where a line stands, in pt from the top of its card, and its letters in any order, blanks left out."""

    baseline: float
    letters: str


Lines = list[Line]


class Compared(NamedTuple):
    """How many cards there were, how many lines, and the texts of cards that are not alike."""

    cards: int
    lines: int
    differing: tuple[str, ...]


def compare(cards: Sequence[Saying], typesetter: Typesetter) -> Compared:
    """Sets each card once and reads it back from three sides."""
    lines, differing = 0, list[str]()
    for start in range(0, len(cards), PER_PAGE):
        group = cards[start : start + PER_PAGE]
        drawing, page = _drawing(group, typesetter), Page(ACROSS * CELL, PER_PAGE / ACROSS * ROW)
        sides = (
            [_on_canvas(placed, typesetter) for placed in drawing.placed],
            _in_pdf(pdf_bytes(drawing, typesetter.fonts, _no_picture, page), page.height)[: len(group)],
            _in_svg(svg_bytes(drawing, typesetter.fonts, _no_picture, page)),
        )
        for card, canvas, pdf, svg in zip(group, *sides, strict=True):
            lines += len(canvas)
            if not _alike(canvas, pdf) or not _alike(canvas, svg):
                differing.append(card.text)
    return Compared(len(cards), lines, tuple(differing))


def extracted(script: str, count: int, typesetter: Typesetter) -> float:
    """The share of lines in a script that PDFium finds exactly as they were written."""
    texts = [" ".join(text.split()) for text in sentences(count, script)]
    lines = [typesetter.lines(text, TextStyle(), 10**7)[0] for text in texts]
    shapes = tuple(Glyphs(20.0, 30.0 * at, SIZE, "#000000", line) for at, line in enumerate(lines, 1))
    height = 30.0 * (count + 1)
    drawing = Drawing(4000.0, height, "", (Placed(0, 0, Figure("a", "card", "", 4000.0, height, shapes)),))
    document = pypdfium2.PdfDocument(pdf_bytes(drawing, typesetter.fonts, _no_picture, Page(4000.0, height)))
    text = document[0].get_textpage()
    said = normalize("NFC", text.get_text_range()).split("\r\n")
    text.close()
    document.close()
    return sum(normalize("NFC", each) in said for each in texts) / count


def unlike_harfbuzz(script: str, count: int, typesetter: Typesetter) -> int:
    """How many words of a script have other glyphs, or these elsewhere, than HarfBuzz makes of them by itself."""
    words = {word for text in sentences(count, script) for word in text.split()}
    return sum(not _like_harfbuzz(word, typesetter) for word in words)


def _like_harfbuzz(word: str, typesetter: Typesetter) -> bool:
    line = typesetter.lines(word, TextStyle(), 10**7)[0]
    if len({run.font for run in line.runs}) != 1:
        return True  # several fonts are several words
    buffer = hb.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if line.runs[0].rtl else "ltr"  # numbers run to the right whatever their script
    font = _plain_font(typesetter.fonts.data(line.runs[0].font))
    hb.shape(font, buffer)
    pen, expected = 0, []
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        expected.append((info.codepoint, pen + place.x_offset, place.y_offset))
        pen += place.x_advance
    return expected == [glyph for run in line.runs for glyph in zip(run.glyphs, run.xs, run.ys, strict=True)]


@cache
def _plain_font(data: bytes) -> Any:
    font = hb.Font(hb.Face(data))
    font.scale = (UNITS, UNITS)
    return font


def _no_picture(_name: str) -> bytes | None:
    return None


@cache
def _source(typesetter: Typesetter) -> GlyphSource:
    return GlyphSource(typesetter.fonts)


def _drawing(cards: Sequence[Saying], typesetter: Typesetter) -> Drawing:
    placed = tuple(
        Placed(at % ACROSS * CELL, at // ACROSS * ROW, _figure(card, f"c{at}", typesetter))
        for at, card in enumerate(cards)
    )
    return Drawing(ACROSS * CELL, len(cards) / ACROSS * ROW, "", placed)


def _figure(card: Saying, id_: str, typesetter: Typesetter) -> Figure:
    lines = typesetter.lines(card.text, TextStyle(card.face), round(card.width * UNITS))
    shapes = tuple(Glyphs(15.0, LEADING * at, SIZE, "#000000", line) for at, line in enumerate(lines, 1))
    return Figure(id_, "card", "", CELL, ROW, shapes)


def _on_canvas(placed: Placed, typesetter: Typesetter) -> Lines:
    """By what QPainter is given; a line that it is not given all glyphs of stands nowhere."""
    source, layers = _source(typesetter), typesetter.fonts.layers
    found = []
    for shape in placed.figure.shapes:
        if isinstance(shape, Glyphs) and shape.line.runs:
            painted = [glyph for run in source.runs(shape) for glyph in run.glyphIndexes()]
            meant = [(run.font, glyph) for run in shape.line.runs for glyph in run.glyphs]
            whole = painted == [glyph for font, glyph in meant if not layers(font, glyph)]
            found.append(Line(shape.y if whole else -1.0, _letters(shape.line.text)))
    return found


def _in_pdf(data: bytes, height: float) -> list[Lines]:
    """By where PDFium finds the origin of each letter."""
    document = pypdfium2.PdfDocument(data)
    text = document[0].get_textpage()
    cards: list[dict[float, list[str]]] = [{} for _ in range(PER_PAGE)]
    for letter, x, y in _origins(text, height):
        cards[int(y // ROW) * ACROSS + int(x // CELL)].setdefault(round(y % ROW, 1), []).append(letter)
    text.close()
    document.close()
    return [_lines(card) for card in cards]


def _origins(text: pypdfium2.PdfTextPage, height: float) -> Iterator[tuple[str, float, float]]:
    x, y = c_double(), c_double()
    for at in range(text.count_chars()):
        if pdfium.FPDFText_IsGenerated(text, at) != 1:
            pdfium.FPDFText_GetCharOrigin(text, at, byref(x), byref(y))
            code = pdfium.FPDFText_GetUnicode(text, at)
            yield "-" if code in {0x2, 0xFFFE} else chr(code), x.value, height - y.value


def _lines(card: dict[float, list[str]]) -> Lines:
    found = (Line(baseline, _letters("".join(letters))) for baseline, letters in sorted(card.items()))
    return [line for line in found if line.letters]


def _in_svg(data: bytes) -> list[Lines]:
    """By the text elements of each card's group."""
    groups = (group for group in Xml.fromstring(data).iter(f"{_SVG}g") if group.get("id", "").startswith("card-"))
    return [
        [Line(float(each.get("y", "nan")), _letters("".join(each.itertext()))) for each in group.iter(f"{_SVG}text")]
        for group in groups
    ]


def _letters(text: str) -> str:
    """What of a text is seen, in one spelling and an order of its own: readers of bidirectional lines have theirs."""
    seen = _UNSEEN.sub("", normalize("NFKD", text)).translate(_MIRRORED)
    units = seen.encode("utf-16-be", "surrogatepass").hex()  # PDFium counts and turns round halves of characters
    return "".join(sorted(chr(int(units[at : at + 4], 16)) for at in range(0, len(units), 4)))


def _alike(ones: Lines, others: Lines) -> bool:
    return len(ones) == len(others) and all(
        abs(one.baseline - other.baseline) < NEAR and one.letters == other.letters
        for one, other in zip(ones, others, strict=True)
    )


def covered(typesetter: Typesetter) -> list[str]:
    """The scripts that the fonts at hand have."""
    return [script for script, words in WORDS.items() if not typesetter.missing("".join(words))]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scripts", description=__doc__.split("\n")[0])
    parser.add_argument("cards", nargs="?", type=int, default=10_000)
    parser.add_argument("--font", action="append", type=Path, default=[])
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    typesetter = resources.typesetter(more=tuple(arguments.font))
    scripts = covered(typesetter)
    print(f"scripts: {', '.join(scripts)}")
    if not set(EAST_ASIAN) <= set(scripts):
        print("without all of Chinese, Japanese and Korean: no font for them")
    cards, lines, differing = compare(list(sayings(arguments.cards, scripts)), typesetter)
    print(f"{cards:,} cards, {lines:,} lines on canvas, in the PDF and the SVG: {len(differing)} differ")
    print(*differing[:5], sep="\n")
    for script in scripts:
        share = extracted(script, 200, typesetter)
        unlike = unlike_harfbuzz(script, 300, typesetter)
        print(f"{script:12}{share:8.1%} of lines found as written; {unlike} words unlike HarfBuzz's")
    application.shutdown()


if __name__ == "__main__":
    main()
