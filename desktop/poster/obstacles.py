"""What seams should not go through: the cards, words and marks of a poster at their places on it, in millimetres."""

from collections.abc import Iterator, Sequence
from itertools import chain

from desktop.drawing.shapes import Figure, Glyphs, Path, Placed
from desktop.layout.places import Layout, Rect
from desktop.plan.page import MM, Page
from desktop.plan.seams import Obstacle
from desktop.poster.press import Made
from desktop.typeset.lines import UNITS

WHOLE = {"card": "card", "marker": "marker", "marker-label": "marker"}
"""What may not be cut as a whole, by the role of its figure."""

WORDED = {"stage": "header", "step": "header", "lane": "header", "header": "label"}
"""Of what only the words may not be cut. All other words are labels."""

TITLES = ("title", "subtitle")
"""The roles of the head's texts that are titles."""

ASCENT, DESCENT = 0.76, 0.22
"""How far letters reach above and below the baseline, in em."""

NEAR = 1.6
"""Lines belong together when their baselines are not further apart than this many em."""


def obstacles(made: Made) -> tuple[Obstacle, ...]:
    """Everything on the poster that has ink, back to front; what has words comes in blocks of neighbouring lines."""
    found = chain.from_iterable(_of(placed, made.layout) for placed in made.drawing.placed)
    return tuple(each._replace(rect=_on_poster(each.rect, made.page)) for each in found)


def _of(placed: Placed, layout: Layout | None) -> Iterator[Obstacle]:
    """In the drawing's own units."""
    figure = placed.figure
    box = Rect(placed.x, placed.y, figure.width, figure.height)
    if figure.role in WHOLE:
        whole = _joined([box, *(_at(placed, star) for star in _stars(figure))])
        yield Obstacle(figure.id, WHOLE[figure.role], whole)
        return
    for block in blocks(figure):
        rect = _at(placed, block)
        titled = figure.role == "header" and (layout is None or _is_title(rect, layout))
        yield Obstacle(figure.id, "title" if titled else WORDED.get(figure.role, "label"), rect)
    if figure.shapes:
        yield Obstacle(figure.id, "ink", _inked(box, figure))


def _at(placed: Placed, rect: Rect) -> Rect:
    return rect._replace(x=placed.x + rect.x, y=placed.y + rect.y)


def _stars(figure: Figure) -> Iterator[Rect]:
    """What overhangs a marker: the star of a moment of truth."""
    if figure.role == "marker" and figure.overhang:
        for path in (shape for shape in figure.shapes if isinstance(shape, Path)):
            numbers = [[float(each) for each in command[1:]] for command in path.commands]
            xs = [x for command in numbers for x in command[::2]]
            ys = [y for command in numbers for y in command[1::2]]
            yield Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _inked(box: Rect, figure: Figure) -> Rect:
    """The box; a rule is centred on the line at which it is placed."""
    if figure.role != "rule":
        return box
    if figure.width > figure.height:
        return box._replace(y=box.y - figure.height / 2)
    return box._replace(x=box.x - figure.width / 2)


def _is_title(rect: Rect, layout: Layout) -> bool:
    """Whether the words in the head are its title or subtitle."""
    x, y = rect.x + rect.width / 2, rect.y + rect.height / 2
    texts = (text for text in layout.heading.texts if text.role in TITLES)
    return any(Rect(text.x, text.y, text.width, text.height).contains(x, y) for text in texts)


def blocks(figure: Figure) -> list[Rect]:
    """The figure's words: lines of one size that stand under or beside one another are a block."""
    found: list[tuple[float, Rect]] = []
    for line in (shape for shape in figure.shapes if isinstance(shape, Glyphs)):
        rect = _line(line)
        if found and found[-1][0] == line.size and _are_near(found[-1][1], rect, line.size):
            found[-1] = line.size, _joined((found[-1][1], rect))
        else:
            found.append((line.size, rect))
    return [rect for _, rect in found]


def _line(glyphs: Glyphs) -> Rect:
    top, bottom = glyphs.y - ASCENT * glyphs.size, glyphs.y + DESCENT * glyphs.size
    return Rect(glyphs.x, top, glyphs.line.width * glyphs.size / UNITS, bottom - top)


def _are_near(block: Rect, line: Rect, size: float) -> bool:
    beside = line.x <= block.right + size and block.x <= line.right + size
    return beside and line.bottom - block.bottom <= NEAR * size


def _joined(rects: Sequence[Rect]) -> Rect:
    x, y = min(rect.x for rect in rects), min(rect.y for rect in rects)
    return Rect(x, y, max(rect.right for rect in rects) - x, max(rect.bottom for rect in rects) - y)


def _on_poster(rect: Rect, page: Page) -> Rect:
    scale = page.scale / MM
    return Rect(page.x / MM + rect.x * scale, page.y / MM + rect.y * scale, rect.width * scale, rect.height * scale)
