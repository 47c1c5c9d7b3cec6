"""Pages of a backlog: each opportunity with its number, what it answers and leads to, its grades, and who does it.

Millimetres on a page 210 mm wide, or as wide as its shape makes it; larger paper shows it larger.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.drawing.lettering import INK, LINE, PT, QUIET, Face, Lettering
from desktop.drawing.listframe import CAPTION, GUTTER, MARGIN, SUBTITLE, ListFrame, rule
from desktop.drawing.listpages import Column
from desktop.drawing.listtable import ListTable, Measure, Part
from desktop.drawing.shapes import Drawing, Ellipse, Figure, Placed, Shape
from desktop.layout.style import Style

TEXT, NOTE, GRADE = Face(12, "semibold", leading=1.28), Face(9.5, "regular", QUIET), Face(9, "regular", QUIET)
OWNER, UNTIL, NUMBER = Face(10.5, "semibold"), Face(9.5, "regular", QUIET), Face(10, "bold")
TOLD = Face(10, "regular", QUIET, 1.6)

PLACE, GRADES, WHO = 10.0, 31.0, 36.0
"""Widths of the columns but for that of the words, which takes the rest; those of grades and of who may be wider."""

DISC, DOT, STEP, BEST, GAP = 6.4, 1.9, 2.6, 5, 2.4
"""Diameters of a disc and of a dot, from dot to dot, how many there are, and from their name to them."""

INNER = 0.76
"""Of a disc's diameter: the width that its number may take."""

PAD, CLOSE, LOWER, BELOW = 3.0, 0.6, 0.5, 5.2
"""Above and below what stands in a row; between its texts; how much lower smaller type begins; from the line of one
grade to the next."""


@dataclass(frozen=True, slots=True)
class Prospect:
    """An opportunity: `number` is 0 where it bears none, `strong` where it answers one of the worst pains.

    `notes` are lines below its words; `until` and `status` are in words.
    """

    id: str
    text: str
    number: int = 0
    strong: bool = False
    impact: int = 0
    ease: int = 0
    notes: tuple[str, ...] = ()
    owner: str = ""
    until: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Sayings:
    """What stands on the pages: title, the map, what is told below them, captions of the four columns, impact, ease,
    “{page} of {pages}”."""

    title: str
    map: str
    told: str
    captions: tuple[str, str, str, str]
    impact: str
    ease: str
    page: str
    language: str = "en"


def backlog_pages(
    prospects: Sequence[Prospect], size: tuple[float, float], sayings: Sayings, style: Style, lettering: Lettering
) -> tuple[Drawing, ...]:
    """One drawing for each page of this width and height; none without prospects."""
    return tuple(_Pages(size, sayings, style, lettering).drawn(prospects)) if prospects else ()


def disc(
    number: int, at: tuple[float, float], size: float, inks: tuple[str, str], lettering: Lettering, *, filled: bool
) -> tuple[Shape, ...]:
    """A number in a disc of that diameter around a point, or in a ring; inks: of the disc, and of the paper."""
    radius, (colour, paper), (x, y) = size / 2, inks, at
    line = 0.0 if filled else size / 16
    shape = Ellipse(
        x, y, radius - line / 2, radius - line / 2, colour if filled else "", "" if filled else colour, line
    )
    wide = lettering.width(str(number), NUMBER)
    face = NUMBER._replace(size=NUMBER.size * min(size / DISC, INNER * size / wide), colour=paper if filled else colour)
    return shape, *lettering.middled(str(number), x, y, face, align=0.5)


class _Pages:
    def __init__(self, size: tuple[float, float], sayings: Sayings, style: Style, lettering: Lettering) -> None:
        under = ((sayings.map, SUBTITLE), (sayings.told, TOLD))
        frame = ListFrame(size, sayings.title, under, sayings.page, lettering)
        self._sayings = sayings
        self._inks = style.kind("opportunity").edge, style.colours["paper"]
        self._lettering = lettering
        grades, who = self._grades(), max(WHO, self._caption(3))
        words = frame.inner - PLACE - grades - who - 2 * GUTTER
        lefts = (0.0, PLACE, PLACE + words + GUTTER, PLACE + words + grades + 2 * GUTTER)
        self._columns = tuple(map(Column, lefts, (PLACE, words, grades, who), sayings.captions))
        about = sayings.title, sayings.map
        self._table = ListTable(frame, self._columns, lettering, Measure(PAD, CLOSE), about)

    def _grades(self) -> float:
        """Wide enough for the names of the grades, which are longer in some languages."""
        names = (self._lettering.width(name, GRADE) for name in (self._sayings.impact, self._sayings.ease))
        return max(GRADES, max(names) + GAP + BEST * STEP, self._caption(2))

    def _caption(self, column: int) -> float:
        return self._lettering.width(self._sayings.captions[column].upper(), CAPTION)

    def drawn(self, prospects: Sequence[Prospect]) -> Iterator[Drawing]:
        """Page after page."""
        rows = ((prospect, part) for prospect in prospects for part in self._parts(prospect))
        return self._table.pages(rows, self._row, self._sayings.language)

    def _parts(self, prospect: Prospect) -> Iterator[Part]:
        """One row, or more where it is higher than the room of the first page: only the first part has its grades."""
        notes = ((note, NOTE) for note in prospect.notes)
        who = ((prospect.owner, OWNER), (prospect.until, UNTIL), (prospect.status, UNTIL))
        columns = (
            self._table.set(((prospect.text or "–", TEXT), *notes), self._columns[1].width),
            self._table.set(who, self._columns[3].width, LOWER),
        )
        return self._table.parts(columns, least=max(2 * BELOW, DISC))

    def _row(self, prospect: Prospect, part: Part, y: float) -> Iterator[Placed]:
        """All of a prospect in one figure from the left edge, which says it in its order."""
        words, who = part.columns
        shapes = [*self._marks(prospect)] if part.first else []
        shapes += self._table.ink(words, self._columns[1])
        shapes += self._table.ink(who, self._columns[3])
        said, wide = _said(prospect, self._sayings) if part.first else prospect.text, self._table.frame.inner
        yield Placed(MARGIN, y, Figure(prospect.id, "details", said, wide, part.height, tuple(shapes)))
        yield rule(MARGIN, y + part.height, wide, LINE, 0.35)

    def _marks(self, one: Prospect) -> Iterator[Shape]:
        """The disc of the number, and two rows of dots."""
        middle, (left, wide, _) = PAD + TEXT.size * PT * TEXT.leading / 2, self._columns[2]
        if one.number:
            yield from disc(one.number, (DISC / 2, middle), DISC, self._inks, self._lettering, filled=one.strong)
        for at, (name, grade) in enumerate(((self._sayings.impact, one.impact), (self._sayings.ease, one.ease))):
            y = middle + at * BELOW
            yield from self._lettering.middled(name, left, y, GRADE)
            yield from dots(grade, left + wide - BEST * STEP, y)


def dots(grade: int, x: float, y: float) -> Iterator[Shape]:
    """Five dots from the left end x around the height y, as many filled as the grade."""
    for number in range(BEST):
        at = x + number * STEP + DOT / 2
        if number < grade:
            yield Ellipse(at, y, DOT / 2, DOT / 2, INK)
        else:
            yield Ellipse(at, y, DOT / 2 - 0.1, DOT / 2 - 0.1, "", QUIET, 0.2)


def _said(one: Prospect, sayings: Sayings) -> str:
    """In one line."""
    grades = ((sayings.impact, one.impact), (sayings.ease, one.ease))
    told = (f"{name} {grade}" for name, grade in grades if grade)
    placed = f"{one.number}: {one.text}" if one.number else one.text
    return ", ".join(filter(None, (placed, *told, *one.notes, one.owner, one.until, one.status)))
