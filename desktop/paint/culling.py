"""What of a drawing is seen through a window, so that a sheet holds no text but its own."""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, groupby

from desktop.drawing.shapes import Drawing, Figure, Glyphs, Shape
from desktop.layout.places import Rect
from desktop.paint.clusters import Cluster, clusters
from desktop.typeset.lines import UNITS, GlyphRun, TextLine

ABOVE, BELOW = 1.1, 0.4
"""How far a line's ink reaches from its baseline at least, in em: marks over capitals, and descenders."""

Reach = Callable[[str], tuple[int, int]]
"""How far above and below the baseline the ink of a font may be, in units."""

Extent = tuple[float, float, float, float]
"""Left, top, right and bottom."""


def extents(drawing: Drawing) -> list[Extent]:
    """How far the ink of each of the drawing's figures reaches."""
    return [_extent(x, y, figure) for x, y, figure, _, _ in drawing.placed]


def _extent(x: float, y: float, figure: Figure) -> Extent:
    over = figure.overhang
    return x - over, y - over, x + figure.width + over, y + figure.height + over


def meeting(extents_: Sequence[Extent], rect: Rect) -> list[int]:
    """The places in the list of those that meet the rectangle."""
    left, top, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    return [at for at, (a, b, c, d) in enumerate(extents_) if a <= right and c >= left and b <= bottom and d >= top]


def inside(extent: Extent, rect: Rect) -> bool:
    """Whether all of it lies in the rectangle."""
    left, top, right, bottom = extent
    return rect.x <= left and rect.y <= top and right <= rect.right and bottom <= rect.bottom


def seen(shape: Shape, rect: Rect, reach: Reach) -> Iterator[Shape]:
    """The shape, if it may have ink in the rectangle; of a line only the words that have some."""
    if not isinstance(shape, Glyphs):
        yield shape
        return
    above, below = _reaches(shape, reach)
    if shape.y - above < rect.bottom and rect.y < shape.y + below:
        yield from _words(shape, rect)


def _reaches(glyphs: Glyphs, reach: Reach) -> tuple[float, float]:
    """How far above and below the baseline the line's ink may be: other scripts go further than Latin letters."""
    reaches = [reach(run.font) for run in glyphs.line.runs]
    above = max([ABOVE, *(above / UNITS for above, _ in reaches)])
    below = max([BELOW, *(below / UNITS for _, below in reaches)])
    return above * glyphs.size, below * glyphs.size


def _words(glyphs: Glyphs, rect: Rect) -> Iterator[Glyphs]:
    unit = glyphs.size / UNITS
    left, right = (rect.x - glyphs.x) / unit, (rect.right - glyphs.x) / unit
    if left <= 0 and glyphs.line.width <= right:
        yield glyphs
        return
    runs = tuple(
        part
        for run in glyphs.line.runs
        for part in (_known(run, left, right) if run.words else _parts(run, glyphs.line, left, right))
    )
    if runs:
        yield glyphs._replace(line=glyphs.line._replace(runs=runs))


def _known(run: GlyphRun, left: float, right: float) -> Iterator[GlyphRun]:
    """The same of a run whose words are known, which go from left to right."""
    words = run.words
    pens = [*accumulate((word.width for word in words), initial=run.x)]
    met = [at for at in range(len(words)) if pens[at] < right and left < pens[at + 1]]
    if met:
        first, last = met[0], met[-1] + 1
        start = sum(len(word.text) for word in words[:first])
        end = start + sum(len(word.text) for word in words[first:last])
        yield run._replace(
            glyphs=run.glyphs[start:end],
            xs=run.xs[start:end],
            ys=run.ys[start:end],
            clusters=run.clusters[start:end],
            start=run.start + start,
            end=run.start + end,
            x=pens[first],
            advance=pens[last] - pens[first],
            words=words[first:last],
        )


def _parts(run: GlyphRun, line: TextLine, left: float, right: float) -> Iterator[GlyphRun]:
    """The words of a run that meet the window, neighbours together. What joins them, a blank, goes with the word
    before it."""
    words = _spelt(run, line)
    for shown, group in groupby(words, lambda word: _meets(word, run, left, right)):
        if shown:
            kept = [cluster for word in group for cluster in word]
            yield _piece(run, kept[0].first, kept[-1].last)


def _spelt(run: GlyphRun, line: TextLine) -> list[list[Cluster]]:
    """The clusters of a run from left to right, in words that each end in a blank."""
    words: list[list[Cluster]] = [[]]
    for cluster in clusters(run, line):
        words[-1].append(cluster)
        if cluster.text.isspace():
            words.append([])
    return [word for word in words if word]


def _meets(word: Sequence[Cluster], run: GlyphRun, left: float, right: float) -> bool:
    return run.xs[word[0].first] < right and left < _end(run, word[-1].last)


def _end(run: GlyphRun, last: int) -> int:
    return run.xs[last] if last < len(run.xs) else run.x + run.advance


def _piece(run: GlyphRun, first: int, last: int) -> GlyphRun:
    """Some neighbouring glyphs of a run, and the text that they stand for."""
    offsets = run.clusters[first:last]
    start, reached = min(offsets), max(offsets)
    end = min((offset for offset in run.clusters if offset > reached), default=run.end)
    x = run.xs[first]
    return run._replace(
        glyphs=run.glyphs[first:last],
        xs=run.xs[first:last],
        ys=run.ys[first:last],
        clusters=offsets,
        start=start,
        end=end,
        x=x,
        advance=_end(run, last) - x,
    )
