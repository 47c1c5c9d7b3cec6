"""Pages of an agenda to lead a workshop by: when each point begins, how long it takes, what is asked, how and where.

Millimetres on a page 210 mm wide, or as wide as its shape makes it; larger paper shows it larger.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from desktop.drawing.lettering import INK, LINE, QUIET, Face, Lettering
from desktop.drawing.listframe import GUTTER, MARGIN, SUBTITLE, ListFrame, Setting, parted, rule
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


@dataclass(frozen=True, slots=True)
class _Row:
    """A point, or as much of it as stands on one page; only the `first` part has room for the time of day."""

    height: float
    point: Point
    asked: tuple[Setting, ...]
    when: tuple[Setting, ...] = ()
    where: tuple[Setting, ...] = ()
    first: bool = True


def agenda_pages(
    points: Sequence[Point], size: tuple[float, float], sayings: Sayings, style: Style, lettering: Lettering
) -> tuple[Drawing, ...]:
    """One drawing for each page of this width and height; none without points."""
    return tuple(_Pages(size, sayings, style, lettering).drawn(points)) if points else ()


class _Pages:
    def __init__(self, size: tuple[float, float], sayings: Sayings, style: Style, lettering: Lettering) -> None:
        under = ((sayings.map, SUBTITLE), (sayings.total, TOTAL), (sayings.bring, BRING))
        self._frame = ListFrame(size, sayings.title, under, sayings.page, lettering)
        self._sayings = sayings
        self._style = style
        self._lettering = lettering
        inner = self._frame.inner
        self._widths = (WHEN, CLOCK, inner - WHEN - CLOCK - WHERE - 3 * GUTTER, WHERE)
        self._lefts = tuple(MARGIN + sum(self._widths[:at]) + at * GUTTER for at in range(4))

    def drawn(self, points: Sequence[Point]) -> Iterator[Drawing]:
        """Page after page."""
        pages: list[list[_Row]] = [[]]
        free = self._frame.room(0)
        for row in (row for point in points for row in self._rows(point)):
            if row.height > free and pages[-1]:
                pages.append([])
                free = self._frame.room(len(pages) - 1)
            pages[-1].append(row)
            free -= row.height
        for number, rows in enumerate(pages):
            yield self._page(number, len(pages), rows)

    def _rows(self, point: Point) -> Iterator[_Row]:
        """One row, or more where it is higher than the room of the first page."""
        when = self._set(((point.start, START), (point.length, LONG)), WHEN)
        where = self._set(((point.lane, PLACE), (point.form, HOW), (point.stages, HOW)), WHERE, LEVEL)
        texts = ((point.title or "–", POINT), (point.prompt, PROMPT), (point.example, EXAMPLE))
        asked = self._set(texts, self._widths[2] - BESIDE)
        parts = (parted(column, self._frame.room(0) - 2 * PAD) for column in (asked, when, where))
        for number, (own, left, right) in enumerate(zip_longest(*parts, fillvalue=())):
            high = max(sum(each.height for each in column) for column in (own, left, right))
            yield _Row(high + 2 * PAD, point, own, left, right, first=not number)

    def _set(self, texts: Iterable[tuple[str, Face]], width: float, first: float = 0.0) -> tuple[Setting, ...]:
        said = [(text.strip(), face) for text, face in texts if text.strip()]
        return tuple(
            Setting(face, self._lettering.lines(text, width, face), CLOSE if at else first)
            for at, (text, face) in enumerate(said)
        )

    def _page(self, number: int, count: int, rows: Sequence[_Row]) -> Drawing:
        frame, sayings = self._frame, self._sayings
        y = frame.top(number)
        lefts = (*self._lefts[:2], self._lefts[2] + BESIDE, self._lefts[3])
        columns = zip(lefts, self._widths, sayings.captions, strict=True)
        placed = [*(frame.heading() if number == 0 else ()), *frame.captions(columns, y)]
        for row in rows:
            placed += self._row(row, y)
            y += row.height
        placed += frame.footed(number, count, f"{sayings.title} · {sayings.map}")
        title = f"{sayings.title}: {sayings.map}"
        return Drawing(frame.width, frame.height, "", tuple(placed), title=title, language=sayings.language)

    def _row(self, row: _Row, y: float) -> Iterator[Placed]:
        """All words of a point in one figure from the left edge, which says them in their order."""
        shapes: list[Shape] = []
        if row.point.kind:
            edge, left = self._style.kind(row.point.kind).edge, self._lefts[2] - MARGIN
            shapes.append(Box(left, PAD + 0.9, BAR, row.height - 2 * PAD - 1.8, edge, radii=(BAR / 2,) * 4))
        for settings, x, width in (
            (row.when, 0.0, WHEN),
            (row.asked, self._lefts[2] - MARGIN + BESIDE, self._widths[2] - BESIDE),
            (row.where, self._lefts[3] - MARGIN, WHERE),
        ):
            shapes += self._column(settings, x, width)
        said = row.point.said if row.first else row.point.title
        yield Placed(MARGIN, y, Figure(row.point.id, "details", said, self._frame.inner, row.height, tuple(shapes)))
        if row.first:
            yield rule(self._lefts[1], y + PAD + WRITTEN - 2.0, CLOCK, LINE, 0.35)
        yield rule(MARGIN, y + row.height, self._frame.inner, LINE, 0.35)

    def _column(self, settings: Iterable[Setting], x: float, width: float) -> Iterator[Shape]:
        y = PAD
        for each in settings:
            yield from self._lettering.set(each.lines, x, y + each.gap, each.face, room=width)
            y += each.height
