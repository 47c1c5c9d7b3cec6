"""Lines ready to draw: glyph runs from left to right."""

from collections.abc import Sequence
from itertools import accumulate, chain
from operator import attrgetter

from desktop.typeset import bidi
from desktop.typeset.carets import caret_stops
from desktop.typeset.items import Item
from desktop.typeset.lines import GlyphRun, TextLine
from desktop.typeset.paragraph import Line, Plain, ink_end
from desktop.typeset.sample import Paragraph
from desktop.typeset.shaping import Shaped
from desktop.typeset.words import Word


def set_line(paragraph: Paragraph, line: Line, after: int, carets: bool) -> TextLine:
    """A line shaped on its own, whatever is in it; `after` is where its span of the text ends."""
    start, end, width = line
    inked = ink_end(paragraph.text, start, end)
    ordered = paragraph.shaped(_visual(paragraph.clip(start, end), inked), end)
    runs: list[GlyphRun] = []
    pen = 0
    for shaped in ordered:
        if shaped.numbers:
            run = _run(shaped, pen, inked, paragraph.start)
            runs.append(run)
            pen += run.advance
    stops = tuple(caret_stops(paragraph, ordered, line)) if carets else ()
    text, rtl = paragraph.source[start:end], bool(paragraph.base)
    return TextLine(text, paragraph.start + start, after, width, tuple(runs), stops, rtl)


def word_line(paragraph: Paragraph, words: Sequence[Word], line: Line, after: int) -> TextLine:
    """A line put together from its words."""
    start, end, width = line
    origin = paragraph.start + start
    runs: tuple[GlyphRun, ...] = ()
    if words and not words[-1].text.isspace():
        seen = (*words[:-1], words[-1].bare)
        glyphs = tuple(chain.from_iterable([word.glyphs for word in seen]))
        *xs, advance = accumulate(chain.from_iterable([word.advances for word in seen]), initial=0)
        runs = (_plain_run(seen[0].font, glyphs, tuple(xs), advance, origin, words=seen),)
    return TextLine(paragraph.source[start:end], origin, after, width, runs)


def cut_line(paragraph: Paragraph, plain: Plain, line: Line, after: int) -> TextLine:
    """A line cut out of a paragraph of plain glyphs, between places where that is safe."""
    start, end, width = line
    inked = ink_end(paragraph.text, start, end)
    origin = paragraph.start + start
    runs: tuple[GlyphRun, ...] = ()
    if inked > start:
        left, right = plain.pens[start], plain.pens[inked]
        xs = tuple([pen - left for pen in plain.pens[start:inked]])
        runs = (_plain_run(plain.font, tuple(plain.numbers[start:inked]), xs, right - left, origin),)
    return TextLine(paragraph.source[start:end], origin, after, width, runs)


def _plain_run(
    font: str, glyphs: tuple[int, ...], xs: tuple[int, ...], advance: int, start: int, *, words: tuple[Word, ...] = ()
) -> GlyphRun:
    """A line's only run, of a glyph on the baseline for each character from `start` on."""
    end = start + len(glyphs)
    return GlyphRun(font, glyphs, xs, (0,) * len(glyphs), range(start, end), start, end, 0, advance, words=words)


def _visual(items: Sequence[Item], inked: int) -> Sequence[Item]:
    """The items that hold ink, from left to right."""
    seen = [item for item in items if item.start < inked]
    return bidi.visual(seen, attrgetter("level")) if any(item.level for item in seen) else seen


def _run(shaped: Shaped, pen: int, inked: int, origin: int) -> GlyphRun:
    """The glyphs of an item from `pen` on, without those of trailing spaces."""
    item, left = shaped.item, pen
    numbers, xs, ys, offsets = [], [], [], []
    for number, cluster, dx, dy, advance in zip(
        shaped.numbers, shaped.clusters, shaped.dxs, shaped.dys, shaped.advances, strict=True
    ):
        if item.start + cluster < inked:
            numbers.append(number)
            xs.append(pen + dx)
            ys.append(dy)
            offsets.append(origin + item.start + cluster)
            pen += advance
    span = range(origin + item.start, origin + min(item.end, inked))
    return GlyphRun(
        item.font.key,
        tuple(numbers),
        tuple(xs),
        tuple(ys),
        tuple(offsets) if offsets != list(span) else span,
        span.start,
        span.stop,
        left,
        pen - left,
        item.level % 2 == 1,
    )
