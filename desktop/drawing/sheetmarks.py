"""What a sheet of a tiled poster carries beside its part of the poster: where it is cut, where glue goes, its name.

All marks stand outside the sheet's own part of the poster, where a neighbour covers them or the knife takes them off.
Millimetres from the sheet's left and top edge.
"""

from collections.abc import Iterable, Iterator

from desktop.drawing.leaf import SIDES, Leaf, Point
from desktop.drawing.lettering import INK, Lettering
from desktop.drawing.rulers import HAIR, THIN, arrowhead, lines, target
from desktop.drawing.shapes import Box, Drawing, Figure, Placed, Shape
from desktop.drawing.sheetlabels import LabelPen
from desktop.layout.places import Rect
from desktop.layout.style import Words

GLUED = "#DADADA"
"""Of the strip that gets glue."""

WHITE = "#FFFFFF"

DASH = (3.0, 2.0)
"""Of the line along which a sheet is cut."""

CLEAR = THIN / 2 + 0.05
"""From a seam to the middle of a line beside it, so that nothing of the line is seen."""

HALO = 3 * THIN
"""The white under a dashed line, which begins at the seam."""

LEAST, MOST = 1.2, 2.4
"""Least and greatest radius of a registration mark."""

ROOM = 1.0
"""The least width beside the sheet's own part for marks."""

EVERY = 200.0
"""On the poster there is a registration mark so often along a seam."""


def ground(leaf: Leaf, colour: str) -> Drawing:
    """What lies under the poster: its ground, and the grey of the strips for glue, which shows between its cards."""
    shown, inner = leaf.shown, leaf.inner
    strips = {
        "left": Rect(shown.x, shown.y, inner.x - shown.x, shown.height),
        "right": Rect(inner.right, shown.y, shown.right - inner.right, shown.height),
        "top": Rect(shown.x, shown.y, shown.width, inner.y - shown.y),
        "bottom": Rect(shown.x, inner.bottom, shown.width, shown.bottom - inner.bottom),
    }
    glued = [_box(strips[name], GLUED) for name in SIDES if leaf.side(name).joint == "glue"]
    return Drawing(leaf.width, leaf.height, "", (_figure("ground", leaf, (_box(shown, colour), *glued)),))


def marks(leaf: Leaf, lettering: Lettering, words: Words) -> Drawing:
    """What lies over the poster: lines, registration marks and words, each kind a figure of its own."""
    pen = LabelPen(leaf, lettering, words)
    label = pen.label()
    figures = {
        "trim": tuple(_cuts(leaf)),
        "lay": tuple(_landings(leaf)),
        "glue": tuple(pen.glued()),
        "label": label.ink,
    }
    placed = [_figure(name, leaf, shapes) for name, shapes in figures.items() if shapes]
    rulers = [label.ruler] if label.ruler else []
    return Drawing(leaf.width, leaf.height, "", (*_targets(leaf), *placed, *rulers))


def _figure(name: str, leaf: Leaf, shapes: tuple[Shape, ...]) -> Placed:
    return Placed(0.0, 0.0, Figure("", "mark", name, leaf.width, leaf.height, shapes))


def _box(rect: Rect, fill: str) -> Box:
    return Box(rect.x, rect.y, rect.width, rect.height, fill)


def _cuts(leaf: Leaf) -> Iterator[Shape]:
    """Dashed lines, beside the cut so that nothing of them stays; over all that is printed, as the knife goes."""
    for name in SIDES:
        if leaf.side(name).joint != "glue" and leaf.depth(name) >= ROOM:
            yield lines([_line_beside(leaf, name, HALO / 2, leaf.room)], HALO, WHITE)
            yield lines([_line_beside(leaf, name, CLEAR, leaf.room)], THIN, INK, DASH)


def _landings(leaf: Leaf) -> Iterator[Shape]:
    """A line up to which the neighbour is laid, with arrows that point at it."""
    for name in SIDES:
        depth = leaf.depth(name)
        if leaf.side(name).joint != "glue" or depth < ROOM:
            continue
        start, end = _line_beside(leaf, name, CLEAR, leaf.inner)
        yield lines([(start, end)], THIN)
        size = min(2.0, depth - 2 * THIN)
        out = _outwards(name)
        for share in (0.04, 0.96):
            tip = (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
            yield arrowhead((tip[0] + out[0] * THIN, tip[1] + out[1] * THIN), (-out[0], -out[1]), size)


def _line_beside(leaf: Leaf, name: str, away: float, span: Rect) -> tuple[Point, Point]:
    """Along that side of the sheet's own part, so far outside it, as long as the span."""
    inner = leaf.inner
    if name in {"left", "right"}:
        x = inner.x - away if name == "left" else inner.right + away
        return (x, span.y), (x, span.bottom)
    y = inner.y - away if name == "top" else inner.bottom + away
    return (span.x, y), (span.right, y)


def _outwards(name: str) -> Point:
    return {"left": (-1.0, 0.0), "right": (1.0, 0.0), "top": (0.0, -1.0), "bottom": (0.0, 1.0)}[name]


QUARTERS = {"right bottom": 0, "left bottom": 1, "left top": 2, "right top": 3}
BESIDE = {"left": (1, 2), "right": (0, 3), "top": (2, 3), "bottom": (0, 1)}
"""The quarters of a registration mark that lie on that side of its centre."""


def _targets(leaf: Leaf) -> Iterator[Placed]:
    """At the corners where seams meet, and along long seams; only what of each lies outside the sheet's own part."""
    for across in ("left", "right"):
        for down in ("top", "bottom"):
            yield from _corner(leaf, across, down)
    for name in SIDES:
        if leaf.side(name).neighbour and leaf.depth(name) >= LEAST:
            radius = min(MOST, leaf.depth(name))
            yield from (_target(at, radius, BESIDE[name]) for at in _along(leaf, name))


def _target(at: Point, radius: float, quarters: Iterable[int]) -> Placed:
    """A figure with its own origin, so that it is the same on every sheet."""
    return Placed(*at, Figure("", "mark", "target", 0.0, 0.0, (target((0.0, 0.0), radius, quarters),), radius + HAIR))


def _corner(leaf: Leaf, across: str, down: str) -> Iterator[Placed]:
    if not (leaf.side(across).neighbour or leaf.side(down).neighbour):
        return
    open_sides = {name: leaf.depth(name) for name in (across, down) if leaf.depth(name) >= LEAST}
    if not open_sides:
        return
    own = QUARTERS[f"{_other(across)} {_other(down)}"]
    quarters = {turn for name in open_sides for turn in BESIDE[name]} - {own}
    x = leaf.inner.x if across == "left" else leaf.inner.right
    y = leaf.inner.y if down == "top" else leaf.inner.bottom
    yield _target((x, y), min(MOST, *open_sides.values()), sorted(quarters))


def _other(name: str) -> str:
    return {"left": "right", "right": "left", "top": "bottom", "bottom": "top"}[name]


def _along(leaf: Leaf, name: str) -> Iterator[Point]:
    """The places on the seam that both sheets know: whole multiples of EVERY on the poster, not near the corners."""
    inner, stands = leaf.inner, name in {"left", "right"}
    start, end, origin = (inner.y, inner.bottom, leaf.origin[1]) if stands else (inner.x, inner.right, leaf.origin[0])
    number = int((start + origin) // EVERY) + 1
    while number * EVERY - origin < end - 4 * MOST:
        at = number * EVERY - origin
        number += 1
        if at > start + 4 * MOST:
            if stands:
                yield (inner.x if name == "left" else inner.right), at
            else:
                yield at, (inner.y if name == "top" else inner.bottom)
