"""Pages of an agenda to lead a workshop by: when each point begins, how long it takes, what is asked, how and where.

Millimetres on a page 210 mm wide, or as wide as its shape makes it; larger paper shows it larger.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.drawing.lettering import INK, LINE, QUIET, Face, Lettering
from desktop.drawing.listframe import GUTTER, MARGIN, SUBTITLE, ListFrame, rule
from desktop.drawing.listpages import Column
from desktop.drawing.listtable import ListTable, Measure, Part
from desktop.drawing.shapes import Box, Drawing, Figure, Placed, Shape
from desktop.layout.style import Style

TOTAL, BRING = Face(12, "semibold", INK, 1.9), Face(10, "regular", QUIET)
START, LONG = Face(12.5, "bold", leading=1.28), Face(10, "semibold", QUIET)
POINT, PROMPT, EXAMPLE = Face(12.5, "semibold", leading=1.28), Face(10), Face(10, "italic", QUIET)
PLACE, HOW = Face(10, "semibold"), Face(10, "regular", QUIET)

WHEN, CLOCK, WHERE = 16.0, 15.0, 33.0
"""Columns: when it begins and how long it takes, a line for the time of day, form with lane and stages."""

BAR, BESIDE = 1.2, 4.0
"""The stroke in the colour of the kind; from it to the words."""

PAD, CLOSE, LEVEL = 3.0, 0.8, 0.6
"""Above and below what stands in a row; between a prompt and its example; by how much smaller type begins lower, so
that first lines stand level."""

WRITTEN = 7.2
"""From the top of a row to the line for the time of day."""


@dataclass(frozen=True, slots=True)
class Point:
    """`start` is how long after the beginning, `length` its minutes, both in words; `kind` is that of its cards, ""
    where it fills no lane. `form` says how, `lane` and `stages` where."""

    id: str
    start: str
    length: str
    title: str
    prompt: str = ""
    example: str = ""
    kind: str = ""
    form: str = ""
    lane: str = ""
    stages: str = ""

    @property
    def said(self) -> str:
        """In one line."""
        return ", ".join(filter(None, (self.start, self.title, self.length, self.form, self.lane, self.stages)))


@dataclass(frozen=True, slots=True)
class Sayings:
    """What stands on the pages: title, map and date, how long it takes, what to bring, captions of the four columns,
    “{page} of {pages}”."""

    title: str
    map: str
    total: str
    bring: str
    captions: tuple[str, str, str, str]
    page: str
    language: str = "en"


def agenda_pages(
    points: Sequence[Point], size: tuple[float, float], sayings: Sayings, style: Style, lettering: Lettering
) -> tuple[Drawing, ...]:
    """One drawing for each page of this width and height; none without points."""
    return tuple(_Pages(size, sayings, style, lettering).drawn(points)) if points else ()


class _Pages:
    def __init__(self, size: tuple[float, float], sayings: Sayings, style: Style, lettering: Lettering) -> None:
        under = ((sayings.map, SUBTITLE), (sayings.total, TOTAL), (sayings.bring, BRING))
        frame = ListFrame(size, sayings.title, under, sayings.page, lettering)
        self._style = style
        self._language = sayings.language
        asked = frame.inner - WHEN - CLOCK - WHERE - 3 * GUTTER
        bar = WHEN + CLOCK + 2 * GUTTER
        lefts = (0.0, WHEN + GUTTER, bar + BESIDE, bar + asked + GUTTER)
        widths = (WHEN, CLOCK, asked - BESIDE, WHERE)
        self._bar = bar
        self._columns = tuple(map(Column, lefts, widths, sayings.captions))
        about = sayings.title, sayings.map
        self._table = ListTable(frame, self._columns, lettering, Measure(PAD, CLOSE), about)

    def drawn(self, points: Sequence[Point]) -> Iterator[Drawing]:
        """Page after page."""
        rows = ((point, part) for point in points for part in self._parts(point))
        return self._table.pages(rows, self._row, self._language)

    def _parts(self, point: Point) -> Iterator[Part]:
        """One row, or more where it is higher than the room of the first page."""
        when, _, asked, where = self._columns
        texts = ((point.title or "–", POINT), (point.prompt, PROMPT), (point.example, EXAMPLE))
        return self._table.parts(
            (
                self._table.set(((point.start, START), (point.length, LONG)), when.width),
                self._table.set(texts, asked.width),
                self._table.set(((point.lane, PLACE), (point.form, HOW), (point.stages, HOW)), where.width, LEVEL),
            )
        )

    def _row(self, point: Point, part: Part, y: float) -> Iterator[Placed]:
        """All words of a point in one figure from the left edge, which says them in their order."""
        when, clock, asked, where = self._columns
        shapes: list[Shape] = []
        if point.kind:
            edge = self._style.kind(point.kind).edge
            shapes.append(Box(self._bar, PAD + 0.9, BAR, part.height - 2 * PAD - 1.8, edge, radii=(BAR / 2,) * 4))
        for settings, column in zip(part.columns, (when, asked, where), strict=True):
            shapes += self._table.ink(settings, column)
        said, wide = point.said if part.first else point.title, self._table.frame.inner
        yield Placed(MARGIN, y, Figure(point.id, "details", said, wide, part.height, tuple(shapes)))
        if part.first:
            yield rule(MARGIN + clock.left, y + PAD + WRITTEN - 2.0, CLOCK, LINE, 0.35)
        yield rule(MARGIN, y + part.height, wide, LINE, 0.35)
