"""What stands where on a page that is drawn: boxes of its words, and what is wrong with them."""

from itertools import combinations, pairwise

from desktop.drawing.shapes import Box, Ellipse, Glyphs, Path
from desktop.layout.colour import TEXT, contrast
from desktop.layout.places import Rect
from desktop.typeset.lines import UNITS

ASCENT, DESCENT = 0.72, 0.2
"""Of one em: how far letters reach above and below the baseline."""

HAIR = 0.05
"""mm that do not count."""


def glyphs(drawing):
    """Every line of text with the left end of its baseline on the page."""
    for placed in drawing.placed:
        for shape in placed.figure.shapes:
            if isinstance(shape, Glyphs) and shape.line.text.strip():
                yield placed.x + shape.x, placed.y + shape.y, shape


def written(drawing):
    """The boxes of all lines of text with what they say."""
    return [
        (Rect(x, y - ASCENT * one.size, wide(one), (ASCENT + DESCENT) * one.size), one.line.text.strip())
        for x, y, one in glyphs(drawing)
    ]


def wide(one):
    """The width of a line without the blanks at its end."""
    return one.line.width * one.size / UNITS


def texts(drawing):
    """All that is written, in its order."""
    return [one.line.text.strip() for _, _, one in glyphs(drawing)]


def box(shape):
    """The edges of a shape, without its stroke."""
    if isinstance(shape, Ellipse):
        return Rect(shape.cx - shape.rx, shape.cy - shape.ry, 2 * shape.rx, 2 * shape.ry)
    if isinstance(shape, Path):
        found = [pair for command in shape.commands for pair in pairs(command[1:])]
        xs, ys = zip(*found, strict=True)
        return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    if isinstance(shape, Glyphs):
        return Rect(shape.x, shape.y - ASCENT * shape.size, wide(shape), (ASCENT + DESCENT) * shape.size)
    return Rect(shape.x, shape.y, shape.width, shape.height)


def pairs(numbers):
    """x and y of a path's command, two by two."""
    return [pair for at, pair in enumerate(pairwise(numbers)) if at % 2 == 0]


def outside(drawing):
    """What of the ink lies beyond the page: roles and boxes."""
    return [
        (placed.figure.role, found)
        for placed in drawing.placed
        for found in (box(shape) for shape in placed.figure.shapes)
        if placed.x + found.x < -HAIR
        or placed.y + found.y < -HAIR
        or placed.x + found.right > drawing.width + HAIR
        or placed.y + found.bottom > drawing.height + HAIR
    ]


def collisions(drawing):
    """Pairs of texts that lie over each other."""
    found = sorted(written(drawing), key=lambda each: each[0].y)
    return [(one[1], other[1]) for one, other in combinations(found, 2) if over(one[0], other[0])]


def over(one, other):
    """Whether two boxes share more than a hair."""
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > HAIR and down > HAIR


def pale(drawing, paper):
    """Colours of text that cannot be read on the paper; those in a full disc are white on a colour."""
    return {
        one.colour
        for placed in drawing.placed
        for one in placed.figure.shapes
        if isinstance(one, Glyphs) and contrast(one.colour, ground(placed.figure, one) or paper) < TEXT
    }


def ground(figure, one):
    """The fill of the disc or box that a text stands on; "" for the paper."""
    middle = one.x + wide(one) / 2, one.y - one.size / 3
    fills = [
        shape.fill
        for shape in figure.shapes
        if isinstance(shape, Box | Ellipse) and shape.fill and holds(box(shape), middle)
    ]
    return fills[-1] if fills else ""


def holds(rect, point):
    """Whether a point lies in a box."""
    x, y = point
    return rect.x <= x <= rect.right and rect.y <= y <= rect.bottom


def faults(drawing, paper="#FFFFFF"):
    """Everything that is wrong with a page, in one list."""
    return [*outside(drawing), *collisions(drawing), *sorted(pale(drawing, paper))]
