"""How a persona feels at every step of two maps: both curves, the room between them, and by how much it is better.

Millimetres. The first map's curve is thin and dashed with rings, the second's strong with discs; the number over a step
says by how much it feels better there, and an arrow leads from the one feeling to the other: no colour is needed.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from desktop.drawing.lettering import LINE, PT, QUIET, Face, Lettering
from desktop.drawing.shapes import Command, Ellipse, Path, Shape
from desktop.layout.curve import Point, monotone_curve
from desktop.layout.gap import Run, bars, common
from desktop.layout.places import Curve
from desktop.layout.short import shortened
from desktop.layout.signs import signed
from desktop.layout.style import CurveStyle, Style
from desktop.method.comparing import Gap

NUMBER, STEP, SCALE = Face(9, "bold"), Face(8, "regular", QUIET, 1.2), Face(7.5, "regular", QUIET)

LEFT = 7.0
"""For the numbers of the scale."""

TOP, BELOW = 6.5, 3.0
"""For the numbers over the curves; between the scale and the names of the steps."""

LEAST = 16.0
"""The least height of the scale."""

APART, OVER = 1.2, 2.8
"""Between the names of two steps on one level; how far the last one may reach beyond the curves."""

NARROW = 9.0
"""The least width of a step whose name is set; narrower ones go without."""

LETTERS = 80
"""Of a step's name: a longer one is cut, for it might fill the page."""

RING, DISC, THIN, STRONG, ARROW = 0.9, 1.15, 0.35, 0.75, 0.45
PITCH, HATCH, HEAD = 1.4, 0.15, 0.9
"""Between the lines of the hatching, their strength, and half the width of an arrow's head."""

BETTER, WORSE = "opportunity", "pain"
"""The kinds whose ink says that something has become better, or worse."""


class GapChart:
    """A chart of one persona's gaps, so wide and so high; `height` is what it takes with long names below it.

    point: what stands before the tenths."""

    def __init__(
        self,
        gaps: Sequence[Gap],
        size: tuple[float, float],
        style: Style,
        lettering: Lettering,
        series: int = 0,
        *,
        point: str = ".",
    ) -> None:
        self._gaps, self._point = gaps, point
        self._width, height = size
        self._style, self._lettering = style, lettering
        self._look: CurveStyle = style.curve(series)
        self._pitch = (self._width - LEFT) / max(1, len(gaps))
        named = [shortened(gap.title, LETTERS) for gap in gaps] if self._pitch >= NARROW else []
        words = (word for title in named for word in title.split())
        self._levels = 2 if any(lettering.width(word, STEP) > self._pitch - APART for word in words) else 1
        self._names = [lettering.lines(title, 2 * self._half(at), STEP) for at, title in enumerate(named)]
        self._deep = [
            max(map(len, self._names[level :: self._levels]), default=0) * STEP.size * PT * STEP.leading
            for level in range(self._levels)
        ]
        below = sum(self._deep)
        self._high = max(LEAST, height - TOP - below - (BELOW if named else 0.0))
        self.height = TOP + self._high + below + (BELOW if named else 0.0)

    def shapes(self) -> Iterator[Shape]:
        """From the chart's top left corner, back to front."""
        yield from self._grid()
        before, after = (self._curve([getattr(gap, side) for gap in self._gaps]) for side in ("before", "after"))
        runs = common(after, before)
        if runs is not None:
            yield from self._room(*runs)
        for number, gap in enumerate(self._gaps):
            yield from self._arrow(number, gap)
        yield from self._line(before, THIN, (1.0, 0.8))
        yield from self._line(after, STRONG)
        paper = self._style.colours["paper"]
        yield from (Ellipse(x, y, RING, RING, paper, self._look.ink, THIN) for x, y in before.points)
        yield from (Ellipse(x, y, DISC, DISC, self._look.colour) for x, y in after.points)
        yield from self._steps()

    def _x(self, number: int) -> float:
        return LEFT + (number + 0.5) * self._pitch

    def _y(self, value: float) -> float:
        return TOP + (2.0 - value) / 4.0 * self._high

    def _grid(self) -> Iterator[Shape]:
        for value in (2, 0, -2):
            y, strong = self._y(value), value == 0
            yield Path((("M", LEFT, y), ("L", self._width, y)), "", QUIET if strong else LINE, 0.25 if strong else 0.2)
            yield from self._lettering.middled(signed(value), LEFT - 1.6, y, SCALE, align=1.0)

    def _curve(self, values: Sequence[float | None]) -> Curve:
        points = tuple((self._x(at), self._y(value)) for at, value in enumerate(values) if value is not None)
        return Curve("", 0, points, monotone_curve(points))

    def _room(self, one: Run, other: Run) -> Iterator[Shape]:
        outline = (*_forth(one), ("L", *other.points[-1]), *_back(other), ("Z",))
        yield Path(outline, self._look.fill or self._look.band)
        hatch = [(("M", x, top), ("L", x, bottom)) for x, top, bottom in bars(one, other, PITCH)]
        if hatch:
            yield Path(tuple(part for line in hatch for part in line), "", self._look.colour, HATCH)

    def _line(self, curve: Curve, stroke: float, dash: tuple[float, ...] = ()) -> Iterator[Shape]:
        if curve.segments:
            yield Path(_forth(Run(curve.points, curve.segments)), "", self._look.colour, stroke, dash)

    def _arrow(self, number: int, gap: Gap) -> Iterator[Shape]:
        """From the one feeling to the other, and by how much."""
        if gap.before is None or gap.after is None or not gap.difference:
            return
        x, start, end = self._x(number), self._y(gap.before), self._y(gap.after)
        ink = self._style.kind(BETTER if gap.difference > 0 else WORSE).edge
        way = 1.0 if end > start else -1.0
        tip, length = end - way * DISC, abs(end - start) - RING - DISC
        if length > 0.0:
            yield Path((("M", x, start + way * RING), ("L", x, tip)), "", ink, ARROW)
        if length > HEAD:
            head = (("M", x - HEAD, tip - way * HEAD * 1.3), ("L", x, tip), ("L", x + HEAD, tip - way * HEAD * 1.3))
            yield Path(head, "", ink, ARROW)
        face, said = NUMBER._replace(colour=ink), signed(gap.difference, "+.1f").replace(".", self._point)
        yield from self._lettering.middled(said, x, TOP / 2 - 0.8, face, align=0.5)

    def _steps(self) -> Iterator[Shape]:
        """Names by turns on two levels where a word of one is wider than its step."""
        y = TOP + self._high + BELOW
        for number, lines in enumerate(self._names):
            half = self._half(number)
            level = number % self._levels
            left, top = self._x(number) - half, y + sum(self._deep[:level])
            yield from self._lettering.set(lines, left, top, STEP, room=2 * half, align=0.5)

    def _half(self, number: int) -> float:
        """Of the room for a step's name; at the ends little more than there is."""
        x = self._x(number)
        return min((self._levels * self._pitch - APART) / 2, x, self._width - x + OVER)


def _forth(run: Run) -> tuple[Command, ...]:
    return (("M", *run.points[0]), *(("C", *segment) for segment in run.segments))


def _back(run: Run) -> Iterator[Command]:
    """From the last point to the first."""
    starts: list[Point] = [start for start, _ in pairwise(run.points)]
    for start, (x1, y1, x2, y2, _, _) in reversed(list(zip(starts, run.segments, strict=True))):
        yield ("C", x2, y2, x1, y1, *start)
