"""The test sheet: are sizes kept, how near to the edge is printed, and what do type and colours look like.

Millimetres from the sheet's left and top edge.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop.drawing.lettering import INK, LINE, PT, QUIET, Face, Lettering
from desktop.drawing.rulers import FIGURES, RULER, THIN, lines, ruler, standing_ruler
from desktop.drawing.shapes import Box, Drawing, Ellipse, Figure, Placed, Shape
from desktop.layout.places import Rect
from desktop.layout.style import Words

EDGE = 24.0
"""So far from the sheet's edges there are only the steps that measure them."""

STEPS = (2, 3, 4, 5, 6, 8, 10, 12, 14, 16, 18)
"""mm from the edge."""

PITCH, TREAD = 8.0, 6.0
"""From step to step along the edge, and how long a step is."""

HAIRLINES = (0.25, 0.5, 1.0)
"""pt."""

GAP = 6.0
TITLE, TEXT, NOTE = Face(20.0, "bold"), Face(8.5), Face(7.0, "semibold", QUIET)
SWATCH = 9.0

BESIDE, WINDOW = 36.0, 25.0
"""The least width of words beside the square, and the least height of the window with its caption."""


class Swatch(NamedTuple):
    """A kind's name and its two colours."""

    name: str
    fill: str
    edge: str


@dataclass(frozen=True, slots=True)
class Trial:
    """A test sheet: its size, what it says that it tests, and the kinds whose colours it shows."""

    width: float
    height: float
    title: str
    sample: str
    swatches: Sequence[Swatch] = ()


class TrialPen:
    """Lays out and draws one test sheet."""

    def __init__(self, told: Trial, lettering: Lettering, words: Words) -> None:
        self._told, self._lettering, self._words = told, lettering, words
        self._body = Rect(EDGE, EDGE, told.width - 2 * EDGE, told.height - 2 * EDGE)
        self._side = RULER if self._body.width >= RULER + 2 * GAP + BESIDE else RULER / 2
        self._figures = {"trial-edges": tuple(self._edges())}
        self.window = self._laid_out()

    def drawing(self) -> Drawing:
        """All but the piece of the poster, which belongs into `window`."""
        width, height = self._told.width, self._told.height
        placed = (Placed(0.0, 0.0, Figure("", "mark", name, width, height, ink)) for name, ink in self._figures.items())
        return Drawing(width, height, "", tuple(placed))

    def _laid_out(self) -> Rect:
        """Heading, square and checks, colours; what is left below is the window, unless that is too little."""
        body = self._body
        y = self._placed("trial-head", self._heading(body.y))
        top = y + GAP
        y = self._placed("trial-square", (self._square(body.x, top), top + self._side))
        beside = body.width - self._side - 2 * GAP
        checks = self._checks(body.x + self._side + 2 * GAP, top, beside)
        y = max(y, self._placed("trial-checks", checks))
        y = self._placed("trial-colours", self._colours(y + GAP))
        if y + GAP + WINDOW > body.bottom:
            return Rect(body.x, y, 0.0, 0.0)
        caption = self._lettering.block(self._told.sample, body.x, y + GAP, body.width, NOTE)
        self._figures["trial-caption"] = caption.ink
        top = y + GAP + caption.height + 1.0
        window = Rect(body.x, top, body.width, body.bottom - top)
        self._figures["trial-frame"] = (Box(*window, "", LINE, THIN),)
        return window

    def _placed(self, name: str, made: tuple[Sequence[Shape], float]) -> float:
        self._figures[name] = tuple(made[0])
        return made[1]

    def _heading(self, y: float) -> tuple[list[Shape], float]:
        caption = self._lettering.block(self._words("trial.title"), self._body.x, y, self._body.width, NOTE)
        title = self._lettering.block(self._told.title, self._body.x, y + caption.height, self._body.width, TITLE)
        return [*caption.ink, *title.ink], y + caption.height + title.height

    def _square(self, x: float, y: float) -> list[Shape]:
        """A square with a ruler at its top and its left, and hairlines in it."""
        side, pen = self._side, self._lettering
        shapes: list[Shape] = [Box(x, y, side, side, "", INK, THIN)]
        shapes += ruler(x, y + side, pen, length=side, zero="")
        shapes += standing_ruler(x, y, pen, length=side)
        for number, size in enumerate(HAIRLINES):
            height = y + side * 0.35 + number * 8.0
            shapes.append(lines([((x + side * 0.25, height), (x + side * 0.7, height))], size * PT))
            shapes += pen.middled(f"{size:g}\u00a0pt", x + side * 0.73, height, NOTE)
        return shapes

    def _checks(self, x: float, y: float, width: float) -> tuple[list[Shape], float]:
        """What to look at, numbered."""
        shapes: list[Shape] = []
        for number, code in enumerate(("trial.scale", "trial.edges", "trial.ink"), 1):
            shapes.append(Ellipse(x + 2.6, y + 2.6, 2.6, 2.6, INK))
            shapes += self._lettering.middled(str(number), x + 2.6, y + 2.6, Face(8.5, "bold", "#FFFFFF"), align=0.5)
            said = self._words(code).format(length=f"{self._side:.0f}")
            block = self._lettering.block(said, x + 8.0, y + 0.5, width - 8.0, TEXT)
            shapes += block.ink
            y += max(5.2, block.height) + GAP
        return shapes, y - GAP

    def _colours(self, y: float) -> tuple[list[Shape], float]:
        """A swatch of each kind with its edge, as on a card."""
        body, shapes = self._body, list[Shape]()
        across = max(1, int(body.width // 20.0))
        wide = body.width / across
        for number, swatch in enumerate(self._told.swatches):
            left, top = body.x + number % across * wide, y + number // across * (SWATCH + 4.5)
            shapes.append(Box(left, top, wide - 2.0, SWATCH, swatch.fill, LINE, 0.1))
            shapes.append(Box(left, top, 2.0, SWATCH, swatch.edge))
            room = self._lettering.width(swatch.name, FIGURES)
            face = FIGURES._replace(size=FIGURES.size * min(1.0, (wide - 1.0) / room)) if room else FIGURES
            shapes += self._lettering.middled(swatch.name, left, top + SWATCH + 2.0, face)
        rows = -(-len(self._told.swatches) // across)
        return shapes, y + rows * (SWATCH + 4.5)

    def _edges(self) -> Iterator[Shape]:
        """Steps that come nearer to each edge: the lowest that is seen tells what the printer leaves white."""
        told, span = self._told, PITCH * len(STEPS)
        for number, depth in enumerate(STEPS):
            along = number * PITCH
            x, y = (told.width - span) / 2 + along, (told.height - span) / 2 + along
            yield from self._step(x, float(depth), depth, 1.0)
            yield from self._step(x, told.height - depth, depth, -1.0)
            yield from self._standing_step(float(depth), y, depth, 1.0)
            yield from self._standing_step(told.width - depth, y, depth, -1.0)

    def _step(self, x: float, y: float, depth: int, inwards: float) -> Iterator[Shape]:
        yield lines([((x, y), (x + TREAD, y))], 0.3)
        yield from self._lettering.middled(str(depth), x + TREAD / 2, y + inwards * 1.9, FIGURES, align=0.5)

    def _standing_step(self, x: float, y: float, depth: int, inwards: float) -> Iterator[Shape]:
        yield lines([((x, y), (x, y + TREAD))], 0.3)
        align = 0.0 if inwards > 0 else 1.0
        yield from self._lettering.middled(str(depth), x + inwards * 0.8, y + TREAD / 2, FIGURES, align=align)
