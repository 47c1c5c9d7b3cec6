"""Pages of a backlog: each opportunity with its number, what it answers and leads to, its grades, and who does it.

Millimetres on a page 210 mm wide, or as wide as its shape makes it; larger paper shows it larger.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from desktop.drawing.lettering import INK, LINE, PT, QUIET, Face, Lettering
from desktop.drawing.listframe import GUTTER, MARGIN, SUBTITLE, ListFrame, Setting, parted, rule
from desktop.drawing.shapes import Drawing, Ellipse, Figure, Placed, Shape
from desktop.layout.style import Style

TEXT, NOTE, GRADE = Face(12, "semibold", leading=1.28), Face(9.5, "regular", QUIET), Face(9, "regular", QUIET)
OWNER, UNTIL, NUMBER = Face(10.5, "semibold"), Face(9.5, "regular", QUIET), Face(10, "bold")
TOLD = Face(10, "regular", QUIET, 1.6)

PLACE, GRADES, WHO = 10.0, 31.0, 36.0
"""Widths of the columns but for that of the words, which takes the rest."""

DISC, DOT, STEP, BEST = 6.4, 1.9, 2.6, 5
"""Diameters of a disc and of a dot, from dot to dot, and how many there are."""

INNER = 0.76
"""Of a disc's diameter: the width that its number may take."""

PAD, LOWER, BELOW = 3.0, 0.5, 5.2
"""Above and below what stands in a row; how much lower smaller type begins; from the line of one grade to the next."""


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


@dataclass(frozen=True, slots=True)
class _Row:
    """A prospect, or as much of its words as stands on one page: only the first part has its grades."""

    height: float
    prospect: Prospect
    words: tuple[Setting, ...]
    who: tuple[Setting, ...] = ()
    first: bool = True


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
        self._frame = ListFrame(size, sayings.title, under, sayings.page, lettering)
        self._sayings = sayings
        self._inks = style.kind("opportunity").edge, style.colours["paper"]
        self._lettering = lettering
        words = self._frame.inner - PLACE - GRADES - WHO - 2 * GUTTER
        self._widths = (PLACE, words, GRADES, WHO)
        self._lefts = (0.0, PLACE, PLACE + words + GUTTER, PLACE + words + GRADES + 2 * GUTTER)

    def drawn(self, prospects: Sequence[Prospect]) -> Iterator[Drawing]:
        """Page after page."""
        pages: list[list[_Row]] = [[]]
        free = self._frame.room(0)
        for row in (row for prospect in prospects for row in self._rows(prospect)):
            if row.height > free and pages[-1]:
                pages.append([])
                free = self._frame.room(len(pages) - 1)
            pages[-1].append(row)
            free -= row.height
        for number, rows in enumerate(pages):
            yield self._page(number, len(pages), rows)

    def _rows(self, prospect: Prospect) -> Iterator[_Row]:
        """One row, or more where it is higher than the room of the first page."""
        notes = ((note, NOTE) for note in prospect.notes)
        words = self._set(((prospect.text or "–", TEXT), *notes), self._widths[1])
        texts = ((prospect.owner, OWNER), (prospect.until, UNTIL), (prospect.status, UNTIL))
        who = self._set(texts, WHO, LOWER)
        parts = (parted(column, self._frame.room(0) - 2 * PAD) for column in (words, who))
        for number, (own, beside) in enumerate(zip_longest(*parts, fillvalue=())):
            high = max(sum(each.height for each in column) for column in (own, beside))
            yield _Row(max(high, 2 * BELOW, DISC) + 2 * PAD, prospect, own, beside, first=not number)

    def _set(self, texts: Iterable[tuple[str, Face]], width: float, first: float = 0.0) -> tuple[Setting, ...]:
        said = [(text.strip(), face) for text, face in texts if text.strip()]
        return tuple(
            Setting(face, self._lettering.lines(text, width, face), 0.6 if at else first)
            for at, (text, face) in enumerate(said)
        )

    def _page(self, number: int, count: int, rows: Sequence[_Row]) -> Drawing:
        frame, sayings = self._frame, self._sayings
        y = frame.top(number)
        columns = zip((MARGIN + left for left in self._lefts), self._widths, sayings.captions, strict=True)
        placed = [*(frame.heading() if number == 0 else ()), *frame.captions(columns, y)]
        for row in rows:
            placed += self._row(row, y)
            y += row.height
        placed += frame.footed(number, count, f"{sayings.title} · {sayings.map}")
        title = f"{sayings.title}: {sayings.map}"
        return Drawing(frame.width, frame.height, "", tuple(placed), title=title, language=sayings.language)

    def _row(self, row: _Row, y: float) -> Iterator[Placed]:
        """All of a prospect in one figure from the left edge, which says it in its order."""
        shapes = [*self._column(row.words, self._lefts[1], self._widths[1])]
        if row.first:
            shapes = [*self._marks(row), *shapes]
        shapes += self._column(row.who, self._lefts[3], WHO)
        said = _said(row.prospect, self._sayings) if row.first else row.prospect.text
        yield Placed(MARGIN, y, Figure(row.prospect.id, "details", said, self._frame.inner, row.height, tuple(shapes)))
        yield rule(MARGIN, y + row.height, self._frame.inner, LINE, 0.35)

    def _marks(self, row: _Row) -> Iterator[Shape]:
        """The disc of the number, and two rows of dots."""
        middle = PAD + TEXT.size * PT * TEXT.leading / 2
        one = row.prospect
        if one.number:
            yield from disc(one.number, (DISC / 2, middle), DISC, self._inks, self._lettering, filled=one.strong)
        for at, (name, grade) in enumerate(((self._sayings.impact, one.impact), (self._sayings.ease, one.ease))):
            y = middle + at * BELOW
            yield from self._lettering.middled(name, self._lefts[2], y, GRADE)
            yield from dots(grade, self._lefts[2] + GRADES - BEST * STEP, y)

    def _column(self, settings: Iterable[Setting], x: float, width: float) -> Iterator[Shape]:
        y = PAD
        for each in settings:
            yield from self._lettering.set(each.lines, x, y + each.gap, each.face, room=width)
            y += each.height


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
