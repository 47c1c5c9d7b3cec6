"""Lines ready to draw: glyph runs from left to right."""

from collections.abc import Sequence
from operator import attrgetter

from desktop.typeset import bidi, shaping
from desktop.typeset.carets import caret_stops
from desktop.typeset.items import Item
from desktop.typeset.lines import GlyphRun, TextLine
from desktop.typeset.paragraph import Line, ink_end
from desktop.typeset.sample import Paragraph


def set_line(paragraph: Paragraph, line: Line, source: str, origin: int, after: int, carets: bool) -> TextLine:
    """A line of a paragraph that begins at `origin` in the text `source`; the line's span ends at `after`."""
    start, end, width = line
    inked = ink_end(paragraph.text, start, end)
    text = paragraph.line_text(end)
    ordered = _visual(paragraph.clip(start, end), inked)
    runs: list[GlyphRun] = []
    pen = 0
    for item in ordered:
        run = _run(shaping.glyphs(text, item, paragraph.tracking), item, pen, inked, origin)
        runs.append(run)
        pen += run.advance
    stops = tuple(caret_stops(paragraph, ordered, line, origin)) if carets else ()
    return TextLine(source[origin + start : origin + end], origin + start, after, width, tuple(runs), stops)


def _visual(items: Sequence[Item], inked: int) -> Sequence[Item]:
    """The items that hold ink, from left to right."""
    seen = [item for item in items if item.start < inked]
    return bidi.visual(seen, attrgetter("level")) if any(item.level for item in seen) else seen


def _run(glyphs: list[shaping.Glyph], item: Item, pen: int, inked: int, origin: int) -> GlyphRun:
    """The glyphs of an item from `pen` on, without those of trailing spaces."""
    left = pen
    numbers, xs, ys, offsets = [], [], [], []
    for glyph, cluster, advance, dx, dy in glyphs:
        if cluster < inked:
            numbers.append(glyph)
            xs.append(pen + dx)
            ys.append(dy)
            offsets.append(cluster + origin)
            pen += advance
    start, end = item.start + origin, min(item.end, inked) + origin
    rtl = item.level % 2 == 1
    return GlyphRun(
        item.font.key, tuple(numbers), tuple(xs), tuple(ys), tuple(offsets), start, end, left, pen - left, rtl
    )
