"""The words on a sheet of a tiled poster: its name, its neighbours, and a ruler to see whether it came out right.

They stand where a neighbour covers them; else where they are cut off; else on the poster where it has no ink.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desktop.drawing.leaf import SIDES, Leaf
from desktop.drawing.lettering import QUIET, Face, Lettering
from desktop.drawing.rulers import RULER, arrowhead, ruler, standing_ruler
from desktop.drawing.shapes import Box, Figure, Glyphs, Placed, Shape
from desktop.layout.places import Rect
from desktop.layout.style import Words

PAD = 1.2
"""Between words and the end of their zone, in mm."""

LOW, NARROW = 4.6, 6.5
"""Less high or wide zones hold no words."""

SEAM, DEEP = 2.5, 8.0
"""Along a seam there is so much room for its marks, and words stand in a band of at most this depth beside it."""

BESIDE = 2.6
"""From the edge of a standing band to the name of a neighbour, behind the mark that points to it."""

LARGEST = 13.0
"""pt, of a sheet's name."""

SMALL = Face(7.5, "regular", QUIET)
TINY = Face(5.5, "semibold", QUIET)
PLATE = "#FFFFFF"

TOWARDS = {"left": (-1.0, 0.0), "right": (1.0, 0.0), "top": (0.0, -1.0), "bottom": (0.0, 1.0)}
CODES = {"left": "sheet.left", "right": "sheet.right", "top": "sheet.above", "bottom": "sheet.below"}


class Label(NamedTuple):
    """The words of a sheet on their plate, and its ruler, if it has room for one."""

    ink: tuple[Shape, ...]
    ruler: Placed | None = None


class LabelPen:
    """Writes one sheet's words."""

    def __init__(self, leaf: Leaf, lettering: Lettering, words: Words) -> None:
        self._leaf = leaf
        self._lettering = lettering
        self._words = words
        self._zone = next(iter(_zones(leaf)), "")
        standing = [name for name in ("left", "right") if leaf.depth(name) >= LOW and leaf.inner.height > RULER + 12.0]
        self._measured_at = next(iter(standing), "")

    def label(self) -> Label:
        """Name, neighbours and ruler in the best place that the sheet has."""
        leaf = self._leaf
        if self._zone in {"top", "bottom"}:
            band = _band(leaf, self._zone)
            return self._lying(band, self._said_beside(band))
        if self._zone:
            return self._standing(_band(leaf, self._zone))
        return Label(tuple(self._quiet(leaf.blank) if leaf.blank else self._bare()))

    def glued(self) -> Iterator[Shape]:
        """“glue” and who lies there, in the middle of each strip that has no other words."""
        leaf = self._leaf
        for name in SIDES:
            zone = leaf.zone(name)
            if leaf.side(name).joint != "glue" or name == self._zone or leaf.depth(name) < LOW:
                continue
            yield from self._glue(name, zone)

    def _glue(self, name: str, zone: Rect) -> Iterator[Shape]:
        word, other = self._words("sheet.glue"), self._leaf.side(name).neighbour
        x, y = zone.x + zone.width / 2, zone.y + zone.height * (0.75 if name == self._measured_at else 0.5)
        if name in {"top", "bottom"}:
            wide = self._lettering.width(f"{word} {other}", TINY)
            yield _plate(Rect(x - wide / 2 - PAD, y - 1.6, wide + 2 * PAD, 3.2))
            yield from self._lettering.middled(f"{word} {other}", x, y, TINY, align=0.5)
        elif self._lettering.width(word, TINY) < zone.width:
            wide = max(self._lettering.width(each, TINY) for each in (word, other))
            yield _plate(Rect(x - wide / 2 - 0.4, y - 3.0, wide + 0.8, 6.0))
            yield from self._lettering.middled(word, x, y - 1.3, TINY, align=0.5)
            yield from self._lettering.middled(other, x, y + 1.3, TINY, align=0.5)

    def _said_beside(self, zone: Rect) -> str:
        """What stands in the line, so that the ruler has room at its end; all that fits where it has none."""
        room = zone.width - self._lettering.width(self._leaf.name, self._name(zone.height)) - 3.0
        return self._longest(room - RULER - 6.0) or self._longest(room)

    def _lying(self, zone: Rect, said: str) -> Label:
        """All in one line, with the ruler at its end; where there is no room for that it stands at a side."""
        pen, middle = self._lettering, zone.y + zone.height / 2
        name = self._name(zone.height)
        start = zone.x + pen.width(self._leaf.name, name) + 3.0
        end = start + pen.width(said, SMALL)
        plate = _plate(Rect(zone.x - PAD / 2, zone.y, end - zone.x + PAD, zone.height))
        words = (*pen.middled(self._leaf.name, zone.x, middle, name), *pen.middled(said, start, middle, SMALL))
        return Label((plate, *words), self._ruler_after(end, zone))

    def _ruler_after(self, end: float, zone: Rect) -> Placed | None:
        """At the end of the line, else at a side, else nowhere."""
        if end + RULER + 6.0 <= zone.right + 1e-6:
            return self._lying_ruler(zone.right - RULER, zone.y + zone.height / 2, min(zone.height, 4.6))
        if self._measured_at:
            band = _band(self._leaf, self._measured_at)
            return self._standing_ruler(band.x, band.y + SEAM)
        return None

    def _lying_ruler(self, x: float, y: float, height: float) -> Placed:
        """A figure with its own origin, so that it is the same on every sheet."""
        plate = _plate(Rect(-PAD / 2, -height / 2, RULER + PAD, height))
        return _ruler(x, y, (plate, *ruler(0.0, height / 2 - 0.5, self._lettering)))

    def _standing_ruler(self, x: float, y: float) -> Placed:
        plate = _plate(Rect(-PAD / 2, -1.0, 5.4, RULER + 2.0))
        return _ruler(x, y, (plate, *standing_ruler(0.0, 0.0, self._lettering)))

    def _standing(self, zone: Rect) -> Label:
        """One below the other from the top; the ruler hangs below where there is room."""
        x = zone.x
        words, bottom = self._column(zone)
        measured = bottom + RULER + 4.0 <= zone.bottom
        wide = max((_right(shape) for shape in words), default=x) - x
        plate = _plate(Rect(x - PAD / 2, zone.y - PAD / 2, wide + PAD, bottom - zone.y + PAD))
        return Label((plate, *words), self._standing_ruler(x, bottom + 2.0) if measured else None)

    def _column(self, zone: Rect) -> tuple[list[Shape], float]:
        """The words of a standing label, and where they end."""
        pen, y = self._lettering, zone.y
        name = self._fitting(self._leaf.name, self._name(zone.width * 0.75), zone.width)
        shapes: list[Shape] = [*pen.line(self._leaf.name, zone.x, y + pen.capital(name), name)]
        y += pen.capital(name) + 2.2
        for side in SIDES:
            if other := self._leaf.side(side).neighbour:
                face = self._fitting(other, TINY, zone.width - BESIDE)
                shapes += [_pointer(zone.x + 0.9, y + 0.9, side), *pen.middled(other, zone.x + BESIDE, y + 0.9, face)]
                y += 2.9
        for said in filter(None, (self._leaf.part, self._words("sheet.scale"))):
            longest = max(said.split(" "), key=lambda word: pen.width(word, TINY))
            block = pen.block(said, zone.x, y, zone.width, self._fitting(longest, TINY, zone.width))
            shapes += block.ink
            y += block.height
        return shapes, y

    def _fitting(self, text: str, face: Face, room: float) -> Face:
        """So small that it fits, where it does not."""
        wide = self._lettering.width(text, face)
        return face._replace(size=face.size * room / wide) if wide > room else face

    def _quiet(self, zone: Rect) -> Iterator[Shape]:
        """Small and grey in the corner, since it stays on the poster."""
        name = Face(6.5, "semibold", QUIET)
        y = zone.y + PAD + self._lettering.capital(name)
        yield from self._lettering.line(self._leaf.name, zone.x + PAD, y, name)
        start = zone.x + PAD + self._lettering.width(self._leaf.name, name) + 1.5
        said = self._longest(zone.right - start - PAD)
        yield from self._lettering.line(said, start, y, Face(5.5, "regular", QUIET))

    def _bare(self) -> Iterator[Shape]:
        """Only the name, in the corner of a sheet that is full to its edges."""
        name, inner = Face(6.5, "semibold", QUIET), self._leaf.inner
        yield _plate(Rect(inner.x, inner.y, self._lettering.width(self._leaf.name, name) + 2 * PAD, 3.6))
        yield from self._lettering.middled(self._leaf.name, inner.x + PAD, inner.y + 1.8, name)

    def _name(self, height: float) -> Face:
        """Capitals nearly as high as the zone."""
        capital = self._lettering.capital(Face(1.0, "bold"))
        return Face(max(6.0, min(LARGEST, height * 0.62 / capital)), "bold")

    def _longest(self, room: float) -> str:
        """As much of what there is to say as fits, "" when nothing does."""
        return next((each for each in self._said() if self._lettering.width(each, SMALL) <= room), "")

    def _said(self) -> Iterator[str]:
        leaf, words = self._leaf, self._words
        others = ((CODES[side], leaf.side(side).neighbour) for side in SIDES)
        sides = [words(code).format(name=other) for code, other in others if other]
        sides = [leaf.part, *sides] if leaf.part else sides
        scale = words("sheet.scale")
        number = words("sheet.number").format(number=leaf.number, count=leaf.count)
        if leaf.title:
            yield _joined([*sides, scale, number, leaf.title])
        yield _joined([*sides, scale, number])
        yield _joined([*sides, scale])


def _ruler(x: float, y: float, shapes: tuple[Shape, ...]) -> Placed:
    return Placed(x, y, Figure("", "mark", "ruler", 0.0, 0.0, shapes, RULER + 2.0))


def has_room(leaf: Leaf) -> bool:
    """Whether its words have a place outside the poster."""
    return bool(_zones(leaf))


def _zones(leaf: Leaf) -> Sequence[str]:
    """The sides that hold words, the best first: glue before what is cut off, lying before standing."""
    found = []
    for name in SIDES:
        stands = name in {"left", "right"}
        fits = leaf.depth(name) >= (NARROW if stands else LOW)
        if fits:
            found.append((leaf.side(name).joint != "glue", stands, -leaf.depth(name), name))
    return [name for *_, name in sorted(found)]


def _band(leaf: Leaf, name: str) -> Rect:
    """Where in the zone words stand: clear of the marks along the seam, and of the cuts at either end."""
    zone, depth, inner = leaf.zone(name), leaf.depth(name), leaf.inner
    away = SEAM if depth >= LOW + SEAM else 0.4
    deep = min(depth - away, DEEP if name in {"top", "bottom"} else depth) - 0.3
    if name in {"left", "right"}:
        x = inner.x - away - deep if name == "left" else inner.right + away
        return Rect(x, zone.y + SEAM, deep, zone.height - 2 * SEAM)
    y = inner.y - away - deep if name == "top" else inner.bottom + away
    left = zone.x if leaf.side("left").joint == "glue" else inner.x + PAD
    return Rect(left + PAD, y, inner.right - PAD - SEAM - left, deep)


def _plate(rect: Rect) -> Box:
    """White behind words: the poster's ink under them is covered or cut off anyway."""
    return Box(rect.x, rect.y, rect.width, rect.height, PLATE, radii=(0.6,) * 4)


def _pointer(x: float, y: float, side: str) -> Shape:
    dx, dy = TOWARDS[side]
    return arrowhead((x + dx * 0.8, y + dy * 0.8), (dx, dy), 1.6)


def _right(shape: Shape) -> float:
    return shape.x + shape.line.width * shape.size / 2048 if isinstance(shape, Glyphs) else 0.0


def _joined(parts: Sequence[str]) -> str:
    return " · ".join(parts)
