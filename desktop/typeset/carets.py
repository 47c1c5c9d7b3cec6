"""Caret stops: the places on a line where a caret may stand."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from desktop.typeset import clusters
from desktop.typeset.paragraph import Line, ink_end
from desktop.typeset.sample import Paragraph
from desktop.typeset.shaping import Shaped

Stop = tuple[int, int]
"""Offset in the text and x in units from the start of the line."""


def caret_stops(paragraph: Paragraph, ordered: Sequence[Shaped], line: Line) -> Iterator[Stop]:
    """The stops before each grapheme cluster of a line and after the last, in text order.

    `ordered` are the line's shaped items from left to right. Before a right-to-left character the caret stands at its
    right. A ligature is divided evenly. Trailing spaces run on past the ink, to the left where the paragraph does. The
    last stop is at the end of the line in the paragraph's direction.
    """
    start, end, _ = line
    inked = ink_end(paragraph.text, start, end)
    graphemes = [start + offset for offset in clusters.starts(paragraph.text[start:end])]
    stops: dict[int, int] = {}
    pen = 0
    for shaped in ordered:
        parts = [part for part in shaped.parts() if part[0] < inked]
        width = sum(advance for _, advance in parts)
        for offset, way in _ways(parts, min(shaped.item.end, inked), graphemes):
            stops[offset] = pen + width - way if shaped.item.level % 2 else pen + way
        pen += width
    stops.update(_trailing(paragraph, inked, end, 0 if paragraph.base else pen))
    yield from ((paragraph.start + offset, stops[offset]) for offset in (*graphemes, end) if offset in stops)


def _ways(parts: Sequence[Stop], end: int, graphemes: Sequence[int]) -> Iterator[Stop]:
    """How far into its item, in text order, each grapheme begins; those of one glyph cluster share its advance."""
    way = 0
    for (first, advance), after in zip(parts, [*(first for first, _ in parts[1:]), end], strict=True):
        inside = graphemes[bisect_left(graphemes, first) : bisect_left(graphemes, after)]
        yield from ((offset, way + advance * index // len(inside)) for index, offset in enumerate(inside))
        way += advance


def _trailing(paragraph: Paragraph, inked: int, end: int, pen: int) -> Iterator[Stop]:
    """The stops before the trailing spaces and at the end of the line."""
    for shaped in paragraph.shaped(paragraph.clip(inked, end), end):
        for offset, advance in shaped.parts():
            yield offset, pen
            pen += -advance if paragraph.base else advance
    yield end, pen
