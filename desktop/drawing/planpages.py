"""Pages of tactics, or of experiments: each with its words, and beside them two columns of facts under small captions.

Millimetres on a page 210 mm wide, or as wide as its shape makes it; larger paper shows it larger.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.drawing.lettering import INK, LINE, PT, QUIET, Face, Lettering
from desktop.drawing.listframe import GUTTER, MARGIN, SUBTITLE, ListFrame, Setting, rule
from desktop.drawing.listpages import Column
from desktop.drawing.listtable import ListTable, Measure, Part
from desktop.drawing.shapes import Box, Drawing, Ellipse, Figure, Placed, Shape
from desktop.layout.style import Style

TEXT, LONG, NOTE = Face(12, "semibold", leading=1.28), Face(10), Face(9.5, "regular", QUIET)
NAME, VALUE, WARNING = Face(8, "semibold", QUIET, 1.25), Face(10, leading=1.28), Face(9.5, "semibold")
TOLD, GROUP = Face(10, "regular", QUIET, 1.6), Face(12, "bold", INK, 1.3)

FACTS = 46.0
"""The width of a column of facts; words take the rest."""

BAR, BESIDE = 1.2, 4.0
"""The stroke in the colour of the kind; from it to the words."""

PAD, CLOSE, APART = 3.0, 0.7, 1.3
"""Above and below what stands in a row; between its texts; above a caption within a column, beside that."""

TITLED = 10.0
"""The height of the name of a group."""

SIGN, SIGNED = 3.6, 5.2
"""The diameter of the sign before what contradicts, and how far the words stand from its left end."""

Fact = tuple[str, str]
"""A caption and what it says."""


@dataclass(frozen=True, slots=True)
class Line:
    """A tactic or an experiment. `more` are words below its own, `warnings` say what contradicts it, `notes` come last;
    `facts` stand in two columns."""

    id: str
    text: str
    more: str = ""
    warnings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    facts: tuple[tuple[Fact, ...], tuple[Fact, ...]] = ((), ())

    @property
    def said(self) -> str:
        """In one line."""
        facts = (f"{name}: {value}" for column in self.facts for name, value in column if value)
        return ", ".join(filter(None, (self.text, self.more, *self.warnings, *facts, *self.notes)))


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under a name, "" for none."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Sayings:
    """What stands on the pages: the kind of the cards, title, the map, what is told below them, captions of the three
    columns, “{page} of {pages}”."""

    kind: str
    title: str
    map: str
    told: str
    captions: tuple[str, str, str]
    page: str
    language: str = "en"


@dataclass(frozen=True, slots=True)
class _Row:
    """A line; `group` is the name that stands above it, "" for none."""

    line: Line
    group: str = ""


def plan_pages(
    groups: Sequence[Group], size: tuple[float, float], sayings: Sayings, style: Style, lettering: Lettering
) -> tuple[Drawing, ...]:
    """One drawing for each page of this width and height; none without lines."""
    rows = [_Row(line, "" if at else group.name) for group in groups for at, line in enumerate(group.lines)]
    return tuple(_Pages(size, sayings, style, lettering).drawn(rows)) if rows else ()


class _Pages:
    def __init__(self, size: tuple[float, float], sayings: Sayings, style: Style, lettering: Lettering) -> None:
        under = ((sayings.map, SUBTITLE), (sayings.told, TOLD))
        frame = ListFrame(size, sayings.title, under, sayings.page, lettering)
        words = frame.inner - 2 * FACTS - 2 * GUTTER
        lefts, widths = (BESIDE, words + GUTTER, words + FACTS + 2 * GUTTER), (words - BESIDE, FACTS, FACTS)
        self._columns = tuple(map(Column, lefts, widths, sayings.captions))
        about = sayings.title, sayings.map
        self._table = ListTable(frame, self._columns, lettering, Measure(PAD, CLOSE), about)
        self._ink = style.kind(sayings.kind).edge
        self._alarm, self._paper = style.kind("pain").edge, style.colours["paper"]
        self._warning = WARNING._replace(colour=self._alarm)
        self._lettering = lettering
        self._language = sayings.language

    def drawn(self, rows: Sequence[_Row]) -> Iterator[Drawing]:
        """Page after page."""
        parted = ((row, part) for row in rows for part in self._parts(row))
        return self._table.pages(parted, self._row, self._language)

    def _parts(self, row: _Row) -> Iterator[Part]:
        """One row, or more where it is higher than the room of the first page."""
        line, table = row.line, self._table
        facts = (
            self._facts(column, beside.width) for column, beside in zip(line.facts, self._columns[1:], strict=True)
        )
        words = self._columns[0].width
        warned = table.set(((told, self._warning) for told in line.warnings), words - SIGNED, APART)
        own = table.set(((line.text or "–", TEXT), (line.more, LONG)), words)
        notes = table.set(((note, NOTE) for note in line.notes), words, CLOSE)
        return table.parts(((*own, *warned, *notes), *facts), taken=TITLED if row.group else 0.0)

    def _facts(self, facts: Sequence[Fact], width: float) -> tuple[Setting, ...]:
        """Each under its caption; those that say nothing are left out."""
        said = [(name, value) for name, value in facts if value.strip()]
        return tuple(
            one
            for at, (name, value) in enumerate(said)
            for one in self._table.set(((name, NAME), (value, VALUE)), width, APART + CLOSE if at else 0.0)
        )

    def _row(self, row: _Row, part: Part, y: float) -> Iterator[Placed]:
        """All of a line in one figure from the left edge, which says it in its order; above it the name of a group."""
        line, inner = row.line, self._table.frame.inner
        above = TITLED if row.group and part.first else 0.0
        if above:
            ink = self._lettering.line(row.group, 0.0, TITLED - 3.0, GROUP)
            yield Placed(MARGIN, y, Figure("", "heading", row.group, inner, TITLED, ink))
            yield rule(MARGIN, y + TITLED, inner, LINE, 0.35)
        high = part.height - above
        shapes: list[Shape] = [Box(0.0, PAD + 0.4, BAR, high - 2 * PAD - 0.8, self._ink, radii=(BAR / 2,) * 4)]
        shapes += self._words(part)
        for settings, column in zip(part.columns[1:], self._columns[1:], strict=True):
            shapes += self._table.ink(settings, column)
        said = line.said if part.first else line.text
        yield Placed(MARGIN, y + above, Figure(line.id, "details", said, inner, high, tuple(shapes)))
        yield rule(MARGIN, y + part.height, inner, LINE, 0.35)

    def _words(self, part: Part) -> Iterator[Shape]:
        """The first column; what contradicts stands in, behind a sign."""
        column, top = self._columns[0], 0.0
        for each in part.columns[0]:
            warns = each.face == self._warning
            indented = column._replace(left=column.left + SIGNED, width=column.width - SIGNED)
            yield from self._table.ink((each,), indented if warns else column, top)
            if warns:
                yield from self._sign(column.left + SIGN / 2, PAD + top + each.gap + each.step / 2)
            top += each.height

    def _sign(self, x: float, y: float) -> Iterator[Shape]:
        """An exclamation mark in a disc."""
        yield Ellipse(x, y, SIGN / 2, SIGN / 2, self._alarm)
        face = Face(SIGN / PT * 0.72, "bold", self._paper)
        yield from self._lettering.middled("!", x, y, face, align=0.5)
