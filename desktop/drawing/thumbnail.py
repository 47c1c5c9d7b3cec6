"""A poster in small: what makes it recognisable at a tenth of its size, without the words that nobody could read."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from desktop.drawing.shapes import Box, Drawing, Figure, Glyphs, Image, Placed, Shape
from desktop.typeset.lines import UNITS

WORDED = frozenset({"header", "stage", "lane"})
"""Roles whose words are large enough to be read in small."""

LEFT_OUT = frozenset({"step", "marker-label", "curve-label", "link-words", "footer", "legend", "task", "rule", "empty"})

WORDS = 0.32
"""How high the bar is that stands for a line of words, in the size of its type."""

FAINT = "#C9CDD7"

MANY = 2_000
"""With more cards than this their edges are left out: they would be hairlines."""

PLACES = 1
"""Decimals of a pt that are seen in small; no others are written."""


def thumbnail(drawing: Drawing, scale: float) -> Drawing:
    """Title, stages and lanes with their words; cards as plain boxes; curves and pictures as they are.

    scale: in pt the length at which a unit of the drawing will be shown.
    """
    cards = [placed for placed in drawing.placed if placed.figure.role == "card"]
    others = (small for placed in drawing.placed for small in _small(placed))
    boxes = _boxes(cards, lambda length: round(length * scale, PLACES) / scale)
    plain = Figure("", "mark", "", drawing.width, drawing.height, tuple(boxes))
    placed = (Placed(0.0, 0.0, plain), *others) if cards else tuple(others)
    return replace(drawing, placed=placed, bookmarks=(), background="")


def _small(placed: Placed) -> Iterator[Placed]:
    """A figure without what is too small; of a card only its picture, as its box lies behind everything."""
    figure = placed.figure
    if figure.role in WORDED:
        shapes = figure.shapes
    elif figure.role in LEFT_OUT:
        shapes = ()
    elif figure.role == "card":
        shapes = tuple(shape for shape in figure.shapes if isinstance(shape, Image))
    else:
        shapes = tuple(shape for shape in figure.shapes if not isinstance(shape, Glyphs))
    if shapes:
        plain = Figure("", "mark", "", figure.width, figure.height, shapes, figure.overhang)
        yield Placed(placed.x, placed.y, plain)


def _boxes(cards: list[Placed], rounded: Callable[[float], float]) -> list[Shape]:
    """All cards' boxes, those of one colour after each other: a few bytes for each card."""
    found = []
    for placed in cards:
        boxes = list(_card(placed.figure))
        for depth, box in enumerate(boxes[:1] if len(cards) > MANY else boxes):
            x, y = rounded(placed.x + box.x), rounded(placed.y + box.y)
            plain = Box(x, y, rounded(box.width), rounded(box.height), box.fill, box.stroke, box.stroke_width)
            found.append((depth, box.fill, box.stroke, y, x, plain))
    return [plain for *_, plain in sorted(found, key=lambda each: each[:-1])]


def _card(figure: Figure) -> Iterator[Box]:
    """Its box and its edge; words as bars where it has no box."""
    boxes = [shape for shape in figure.shapes if isinstance(shape, Box)]
    yield from boxes or (_bar(shape) for shape in figure.shapes if isinstance(shape, Glyphs))


def _bar(words: Glyphs) -> Box:
    high = WORDS * words.size
    return Box(words.x, words.y - high, words.line.width * words.size / UNITS, high, FAINT)
