"""A poster in small: what makes it recognisable at a tenth of its size, without the words that nobody could read."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from desktop.drawing.shapes import Box, Drawing, Figure, Glyphs, Image, Placed, Shape
from desktop.typeset.lines import UNITS

WORDED = frozenset({"header", "stage", "lane"})
"""Roles whose words are large enough to be read in small."""

LEFT_OUT = frozenset({"step", "marker-label", "curve-label", "link-words", "footer", "legend", "task", "rule", "empty"})

WORDS = 0.32
"""How high the bar is that stands for a line of words, in the size of its type."""

FAINT = "#CCCCCC"

MANY = 2_000
"""With more cards than this those of one cell are one box without an edge: the gaps would be hairlines."""

LEAST = 1.8
"""pt; of words that are smaller nothing is seen."""

PLACES = 1
"""Decimals of a pt that are seen in small; no others are written."""


def thumbnail(drawing: Drawing, scale: float) -> Drawing:
    """Title, stages and lanes with their words; cards as plain boxes; curves and pictures as they are.

    scale: in pt the length at which a unit of the drawing will be shown.
    """
    cards = [placed for placed in drawing.placed if placed.figure.role == "card"]
    others = (small for placed in drawing.placed for small in _small(placed, LEAST / scale))
    boxes = _boxes(cards, lambda length: round(length * scale, PLACES) / scale)
    plain = Figure("", "mark", "", drawing.width, drawing.height, tuple(boxes))
    placed = (Placed(0.0, 0.0, plain), *others) if cards else tuple(others)
    return replace(drawing, placed=placed, bookmarks=(), background="")


def _small(placed: Placed, least: float) -> Iterator[Placed]:
    """A figure without what is too small, as words are whose type is smaller than `least`; of a card only its picture,
    as its box lies behind everything."""
    figure = placed.figure
    if figure.role in WORDED:
        shapes = tuple(each for each in figure.shapes if not isinstance(each, Glyphs) or each.size >= least)
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
    """All cards' boxes, those of one colour after each other, and on them their edges: a few bytes for each card."""
    each_card = [(placed.lane, [_moved(box, placed) for box in _card(placed.figure)]) for placed in cards]
    bodies = [
        (lane, boxes[0]) for lane, boxes in each_card if boxes and not (boxes[0].fill == FAINT and len(cards) > MANY)
    ]
    edges = [box for _, boxes in each_card for box in boxes[1:]]
    layers = (_stacks(bodies), ()) if len(cards) > MANY else ([box for _, box in bodies], edges)
    return [_rounded(box, rounded) for layer in layers for box in sorted(layer, key=_by_colour)]


def _by_colour(box: Box) -> tuple[str, str, float, float]:
    return box.fill, box.stroke, box.y, box.x


def _moved(box: Box, placed: Placed) -> Box:
    """A box on the poster, without rounding."""
    return Box(placed.x + box.x, placed.y + box.y, box.width, box.height, box.fill, box.stroke, box.stroke_width)


def _rounded(box: Box, rounded: Callable[[float], float]) -> Box:
    x, y, width, height = map(rounded, (box.x, box.y, box.width, box.height))
    return Box(x, y, width, height, box.fill, box.stroke, box.stroke_width)


def _stacks(boxes: Iterable[tuple[str, Box]]) -> Iterable[Box]:
    """The cards of one colour that stand in one cell as one box."""
    found: dict[tuple[str, float, float, str, str], Box] = {}
    for lane, box in boxes:
        cell = lane, box.x, box.width, box.fill, box.stroke
        first = found.get(cell, box)
        top, bottom = min(first.y, box.y), max(first.y + first.height, box.y + box.height)
        found[cell] = first._replace(y=top, height=bottom - top)
    return found.values()


def _card(figure: Figure) -> Iterator[Box]:
    """Its box and its edge; words as bars where it has no box."""
    boxes = [shape for shape in figure.shapes if isinstance(shape, Box)]
    yield from boxes or (_bar(shape) for shape in figure.shapes if isinstance(shape, Glyphs))


def _bar(words: Glyphs) -> Box:
    high = WORDS * words.size
    return Box(words.x, words.y - high, words.line.width * words.size / UNITS, high, FAINT)
