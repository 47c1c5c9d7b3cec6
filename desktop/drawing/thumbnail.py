"""A poster in small: what makes it recognisable at a tenth of its size, without the words that nobody could read."""

from collections.abc import Iterator
from dataclasses import replace

from desktop.drawing.shapes import Box, Drawing, Figure, Glyphs, Image, Placed, Shape
from desktop.typeset.lines import UNITS

WORDED = frozenset({"header", "stage", "lane"})
"""Roles whose words are large enough to be read in small."""

LEFT_OUT = frozenset({"step", "marker-label", "curve-label", "link-words", "footer", "legend", "task", "rule", "empty"})

WORDS = 0.32
"""How high the bar is that stands for a line of words, in the size of its type."""

FAINT = "#C9CDD7"


def thumbnail(drawing: Drawing) -> Drawing:
    """Title, stages and lanes with their words; cards as plain boxes; curves and pictures as they are."""
    placed = tuple(small for each in drawing.placed for small in _small(each))
    return replace(drawing, placed=placed, bookmarks=(), background="")


def _small(placed: Placed) -> Iterator[Placed]:
    figure = placed.figure
    if figure.role in WORDED:
        shapes = figure.shapes
    elif figure.role == "card":
        shapes = tuple(_card(figure))
    elif figure.role in LEFT_OUT:
        shapes = ()
    else:
        shapes = tuple(shape for shape in figure.shapes if not isinstance(shape, Glyphs))
    if shapes:
        plain = Figure("", "mark", "", figure.width, figure.height, shapes, figure.overhang)
        yield Placed(placed.x, placed.y, plain)


def _card(figure: Figure) -> Iterator[Shape]:
    """Its box and edge without rounding; its picture; words as bars where it has no box."""
    boxes = [shape for shape in figure.shapes if isinstance(shape, Box)]
    for box in boxes:
        yield Box(box.x, box.y, box.width, box.height, box.fill, box.stroke, box.stroke_width)
    yield from (shape for shape in figure.shapes if isinstance(shape, Image))
    if not boxes:
        yield from (_bar(shape) for shape in figure.shapes if isinstance(shape, Glyphs))


def _bar(words: Glyphs) -> Box:
    high = WORDS * words.size
    return Box(words.x, words.y - high, words.line.width * words.size / UNITS, high, FAINT)
