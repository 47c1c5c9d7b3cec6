"""Pages that hold two maps against each other: how much better one of them feels, then what differs, stage by stage.

Millimetres on a page 210 mm high or wide, or as large as its shape makes it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from desktop.drawing.differencesigns import sign_shapes
from desktop.drawing.gapchart import LEFT, NARROW, GapChart
from desktop.drawing.lettering import LINE, QUIET, Face, Lettering
from desktop.drawing.listframe import GUTTER, MARGIN, SUBTITLE, ListFrame, Setting, parted, rule
from desktop.drawing.listpages import Column, Entry, ListPages
from desktop.drawing.shapes import Box, Drawing, Figure, Placed, Shape
from desktop.layout.gains import Feelings
from desktop.layout.signs import signed
from desktop.layout.style import Style
from desktop.method.comparing import Gap

STAGE, WHOSE = Face(14, "bold", leading=1.2), Face(11, "semibold", leading=1.25)
TEXT, FACT, PLACE = Face(10.5, leading=1.28), Face(9, "regular", QUIET, 1.3), Face(9, "regular", QUIET, 1.3)
NONE = Face(10.5, "regular", QUIET)

SHARE = 0.22
"""Of the width for where a thing stands; the two maps share the rest."""

BESIDE, BAR, SIGN = 4.2, 1.1, 4.4
"""From the stroke in the colour of a kind to the words; the stroke; the sign of what has become of a thing."""

PAD, AFTER, CHART = 2.6, 7.0, 44.0
"""Above and below what stands in a row; behind a chart; how high a chart is."""


@dataclass(frozen=True, slots=True)
class Side:
    """A thing as it is in one of the maps: its words, and what else of it differs; nothing where it is not there."""

    text: str = ""
    facts: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text or self.facts)


@dataclass(frozen=True, slots=True)
class Change:
    """A thing that differs: how (added, removed, moved, ordered, changed), what it is, where it stands, both sides."""

    id: str
    code: str
    kind: str
    place: str
    before: Side
    after: Side
    said: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """What differs in a stage; no title for what stands in none."""

    title: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """All that is told of two maps."""

    feelings: tuple[Feelings, ...] = ()
    stretches: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class Sayings:
    """What stands on the pages: title, both maps, what it comes to, captions of the three columns, what is said where a
    thing is not there, and “{page} of {pages}”."""

    title: str
    maps: str
    told: str
    captions: tuple[str, str, str]
    none: str
    page: str
    language: str = "en"


Block = Entry[tuple[Placed, ...]]


def comparison_pages(
    told: Told, size: tuple[float, float], sayings: Sayings, style: Style, lettering: Lettering
) -> tuple[Drawing, ...]:
    """One drawing for each page of this width and height; none where nothing is to be told."""
    pages = _Pages(size, sayings, style, lettering)
    return tuple(pages.drawn(told)) if told.feelings or told.stretches else ()


class _Pages:
    def __init__(self, size: tuple[float, float], sayings: Sayings, style: Style, lettering: Lettering) -> None:
        under = ((sayings.maps, SUBTITLE), (sayings.told, SUBTITLE))
        self._frame = ListFrame(size, sayings.title, under, sayings.page, lettering)
        self._sayings, self._style, self._lettering = sayings, style, lettering
        self._inner = self._frame.inner
        first = self._inner * SHARE
        half = (self._inner - first - 2 * GUTTER) / 2
        lefts = (0.0, first + GUTTER, first + half + 2 * GUTTER)
        self._columns = tuple(map(Column, lefts, (first, half, half), sayings.captions))

    def drawn(self, told: Told) -> Iterator[Drawing]:
        """Charts first, then the table; a stage's title stands with its first row."""
        sayings = self._sayings
        pages = ListPages(self._frame, self._columns, (sayings.title, sayings.maps), sayings.language)
        return pages.drawn((*self._charts(told.feelings), *self._table(told.stretches)), _moved)

    def _charts(self, feelings: Sequence[Feelings]) -> Iterator[Block]:
        """So many steps in a chart that their names can be set."""
        most = int((self._inner - LEFT) / NARROW)
        for felt in feelings:
            parts = -(-len(felt.gaps) // most)
            each = -(-len(felt.gaps) // parts)
            for part in range(parts):
                yield self._chart(felt, felt.gaps[part * each : (part + 1) * each], first=part == 0)

    def _chart(self, felt: Feelings, gaps: Sequence[Gap], *, first: bool) -> Block:
        chart = GapChart(gaps, (self._inner, CHART), self._style, self._lettering, felt.series, point=felt.point)
        title = " · ".join(filter(None, (felt.persona, felt.told))) if first else ""
        head = self._lettering.block(title, 0.0, 0.0, self._inner, WHOSE) if title else None
        top = head.height + 1.5 if head else 0.0
        said = "; ".join(f"{gap.title}: {_said(gap.before)} → {_said(gap.after)}" for gap in gaps)
        placed = [Placed(0.0, top, Figure("", "curve", said, self._inner, chart.height, tuple(chart.shapes())))]
        if head:
            placed.insert(0, Placed(0.0, 0.0, Figure("", "heading", title, self._inner, head.height, head.ink)))
        height = top + chart.height + AFTER
        return Entry(tuple(placed), height, height - AFTER, captioned=False)

    def _table(self, stretches: Sequence[Stretch]) -> Iterator[Block]:
        for stretch in stretches:
            title = self._titled(stretch.title) if stretch.title else None
            room = self._frame.room(0) - (title.height if title else 0.0)
            rows = (block for change in stretch.changes for block in self._rows(change, room))
            for number, block in enumerate(rows):
                if title and number == 0:
                    yield replace(title, needs=title.height + block.height)
                yield block

    def _titled(self, title: str) -> Block:
        block = self._lettering.block(title, 0.0, 5.0, self._inner, STAGE)
        height = 5.0 + block.height + 1.8
        ink = Placed(0.0, 0.0, Figure("", "heading", title, self._inner, height, block.ink))
        return Entry((ink, rule(0.0, height, self._inner, LINE, 0.35)), height)

    def _rows(self, change: Change, room: float) -> Iterator[Block]:
        """One row, or more where it is higher than the room of the first page."""
        place = self._set(((change.place, PLACE),), self._columns[0].width - SIGN - 2.0)
        columns = (place, self._side(change.before), self._side(change.after))
        parts = zip_longest(*(parted(column, room - 2 * PAD) for column in columns), fillvalue=())
        for part, (where, before, after) in enumerate(parts):
            yield self._row(change, where, before, after, first=part == 0)

    def _side(self, side: Side) -> list[Setting]:
        width = self._columns[1].width - BESIDE
        if not side:
            return list(self._set(((self._sayings.none, NONE),), width))
        return list(self._set(((side.text, TEXT), *((fact, FACT) for fact in side.facts)), width))

    def _set(self, texts: Iterable[tuple[str, Face]], width: float) -> tuple[Setting, ...]:
        return tuple(Setting(face, self._lettering.lines(text, width, face)) for text, face in texts if text.strip())

    def _row(
        self,
        change: Change,
        place: Sequence[Setting],
        before: Sequence[Setting],
        after: Sequence[Setting],
        *,
        first: bool,
    ) -> Block:
        high = max(sum(each.height for each in column) for column in (place, before, after))
        height = max(high, SIGN) + 2 * PAD
        shapes: list[Shape] = [*sign_shapes(change.code, 0.0, PAD + 0.2, SIGN)] if first else []
        shapes += self._column(place, SIGN + 2.0, self._columns[0].width - SIGN - 2.0)
        for column, there, x in (
            (before, change.before, self._columns[1].left),
            (after, change.after, self._columns[2].left),
        ):
            shapes += self._column(column, x + BESIDE, self._columns[1].width - BESIDE)
            if there and column:
                tall = sum(each.height for each in column) - 1.4
                edge = self._style.kind(change.kind).edge
                shapes.append(Box(x, PAD + 0.7, BAR, max(tall, 2.0), edge, radii=(BAR / 2,) * 4))
        figure = Figure(change.id, "details", change.said, self._inner, height, tuple(shapes))
        ink = (Placed(0.0, 0.0, figure), rule(0.0, height, self._inner, LINE, 0.35))
        return Entry(ink, height)

    def _column(self, settings: Iterable[Setting], x: float, width: float) -> Iterator[Shape]:
        y = PAD
        for each in settings:
            yield from self._lettering.set(each.lines, x, y, each.face, room=width)
            y += each.height


def _moved(ink: Iterable[Placed], y: float) -> Iterator[Placed]:
    """From the left margin, so far below the top of the page."""
    return (each._replace(x=MARGIN + each.x, y=y + each.y) for each in ink)


def _said(value: float | None) -> str:
    return "–" if value is None else signed(value)
