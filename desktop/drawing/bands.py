"""The names of lanes, stages and steps beside what a sheet shows of the poster, so that it can be read on its own.

Millimetres from the sheet's left and top edge.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop.drawing.leaf import Leaf
from desktop.drawing.lettering import LINE, Face, Lettering
from desktop.drawing.rulers import lines
from desktop.drawing.shapes import Box, Drawing, Figure, Placed, Shape

STAGE, STEP, LANE = Face(9.0, "bold"), Face(7.0, "semibold"), Face(8.0, "semibold", leading=1.2)
SMALLEST = 5.0
"""pt; what does not fit at this size is left out."""

RULE, THIN = 0.9, 0.25
"""Of a stage and under its steps."""

GAP = 1.0


class Span(NamedTuple):
    """A name, and from where to where on the sheet what is called so stands."""

    name: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Bands:
    """What is repeated: lanes from top to bottom, stages and steps from left to right, and how much room they have."""

    width: float
    height: float
    lanes: Sequence[Span] = ()
    stages: Sequence[Span] = ()
    steps: Sequence[Span] = ()
    colour: str = "#26356A"
    ink: str = "#1F2A52"


def band_drawing(leaf: Leaf, bands: Bands, lettering: Lettering) -> Drawing:
    """Lanes in the band at the left, stages and steps in the one at the top."""
    pen = _BandPen(leaf, bands, lettering)
    figures = {"lanes": tuple(pen.lanes()), "stages": tuple(pen.stages())}
    placed = tuple(
        Placed(0.0, 0.0, Figure("", "mark", name, leaf.width, leaf.height, shapes))
        for name, shapes in figures.items()
        if shapes
    )
    return Drawing(leaf.width, leaf.height, "", placed)


class _BandPen:
    """Writes the names of one sheet."""

    def __init__(self, leaf: Leaf, bands: Bands, lettering: Lettering) -> None:
        self._leaf, self._bands, self._lettering = leaf, bands, lettering

    def lanes(self) -> Iterator[Shape]:
        """Each at the top of its lane, under a hairline, on as many lines as it takes."""
        left, wide = self._leaf.room.x - self._bands.width, self._bands.width - 2 * GAP
        for span in self._bands.lanes:
            block = self._lettering.block(span.name, left, span.start + GAP, wide, LANE)
            if block.height + GAP <= span.end - span.start:
                yield lines([((left, span.start), (left + wide, span.start))], THIN, LINE)
                yield from block.ink

    def stages(self) -> Iterator[Shape]:
        """A thick rule over each stage with its name under it, and the steps on a thin one."""
        bands, top, foot = self._bands, self._leaf.room.y - self._bands.height, self._leaf.room.y - GAP
        for span in bands.stages:
            yield Box(span.start, top, span.end - span.start, RULE, bands.colour)
            yield from self._name(span, top + 3.6, STAGE)
            yield Box(span.start, foot - THIN, span.end - span.start, THIN, bands.colour)
        for span in bands.steps:
            yield from self._name(span, foot - 2.2, STEP)

    def _name(self, span: Span, y: float, face: Face) -> tuple[Shape, ...]:
        """On one line, smaller where it must be, around the height y."""
        room = span.end - span.start
        wide = self._lettering.width(span.name, face)
        size = face.size * min(1.0, room / wide) if wide else face.size
        if size < SMALLEST:
            return ()
        smaller = face._replace(size=size, colour=self._bands.ink)
        return self._lettering.middled(span.name, span.start, y, smaller)
