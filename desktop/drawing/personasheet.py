"""A persona on a page: portrait, name, quote, and everything about her in two columns; on more pages where it must.

Millimetres on a page 210 mm wide, or as wide as its shape makes it; larger paper shows it larger.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest
from typing import NamedTuple

from desktop.document.project import Persona
from desktop.drawing.headers import initials, mat
from desktop.drawing.lettering import INK, LINE, PT, QUIET, Face, Lettering
from desktop.drawing.listframe import FOOT, MARGIN, SMALL, rule
from desktop.drawing.shapes import Box, Drawing, Ellipse, Figure, Image, Placed, Shape
from desktop.layout.crops import filled
from desktop.layout.places import Rect
from desktop.typeset.lines import TextLine

NAME, SUMMARY, ROLE = Face(30, "bold", leading=1.15), Face(14, "regular", leading=1.3), Face(11, "regular", QUIET)
QUOTE, CAPTION, TEXT = Face(17, "italic", leading=1.35), Face(9, "semibold", QUIET), Face(11.5, leading=1.38)
LETTERS = 42
"""Pt of the initials where there is no picture."""

PORTRAIT, RING, BESIDE = 46.0, 0.7, 10.0
"""The circle, its rim, and from there to the words."""

GUTTER, AFTER, BELOW = 12.0, 7.5, 10.0
"""Between the columns; below a row of them; below the head."""

BAR, INSET, PAD = 1.4, 6.0, 1.5
"""The stroke beside the quote, from there to the words, and how far it stands out above and below."""

HANG, DOT, APART, UNDER = 4.2, 0.55, 1.2, 2.2
"""From a dot to its words; its radius; between two items of a list; below a caption."""

PAIRS = (("goals", "needs"), ("frustrations", "motivations"), ("behaviour", "channels"))
LEAST = 22.0
"""So much must be free for a row to begin on a page."""


@dataclass(frozen=True, slots=True)
class Sayings:
    """The captions of the fields by their names, of whom the project tells, and “{page} of {pages}”."""

    captions: dict[str, str]
    project: str
    page: str
    language: str = "en"


class Look(NamedTuple):
    """Colours: of the persona's curve, of the paper, and behind the initials."""

    colour: str
    paper: str
    ground: str


class Strip(NamedTuple):
    """One line of a column; `gap` is what stays free above it, `dotted` whether an item begins with it."""

    line: TextLine
    face: Face
    gap: float = 0.0
    indent: float = 0.0
    dotted: bool = False

    @property
    def step(self) -> float:
        return self.face.size * PT * self.face.leading


Column = tuple[Strip, ...]


def persona_sheet(
    persona: Persona, size: tuple[float, float], look: Look, sayings: Sayings, lettering: Lettering
) -> tuple[Drawing, ...]:
    """A drawing for each page of this width and height."""
    return tuple(_Sheet(persona, size, look, sayings, lettering).drawn())


class _Sheet:
    def __init__(
        self, persona: Persona, size: tuple[float, float], look: Look, sayings: Sayings, lettering: Lettering
    ) -> None:
        self._persona = persona
        self._width, self._height = size
        self._look = look
        self._sayings = sayings
        self._lettering = lettering
        self._inner = self._width - 2 * MARGIN
        self._half = (self._inner - GUTTER) / 2
        self._pages: list[list[Placed]] = [[]]
        self._y = MARGIN

    def drawn(self) -> Iterator[Drawing]:
        self._head()
        for row in self._rows():
            self._add(row)
        for number, placed in enumerate(self._pages, start=1):
            yield Drawing(
                *(self._width, self._height, "", (*placed, *self._footed(number))),
                title=self._persona.name,
                language=self._sayings.language,
            )

    @property
    def _free(self) -> float:
        return self._height - MARGIN - FOOT - self._y

    def _put(self, role: str, name: str, height: float, shapes: Sequence[Shape], x: float = MARGIN) -> None:
        figure = Figure(self._persona.id, role, name, self._inner, height, tuple(shapes))
        self._pages[-1].append(Placed(x, self._y, figure))

    def _head(self) -> None:
        """Portrait and name beside each other, about one middle; the quote below."""
        persona, left = self._persona, MARGIN + PORTRAIT + BESIDE
        room = self._width - MARGIN - left
        role = " · ".join(filter(None, (persona.role, persona.segment)))
        texts = ((persona.name or "–", NAME), (persona.summary, SUMMARY), (role, ROLE))
        strips = [strip for text, face in texts if text for strip in self._set(text, face, room, gap=1.0)]
        self._put("portrait", persona.name, PORTRAIT, list(self._portrait()))
        for number, part in enumerate(self._parted(tuple(strips))):
            if number:
                self._turn()
            high, least = _height(part), 0.0 if number else PORTRAIT
            top, self._y = self._y, self._y + max(0.0, (least - high) / 2)
            self._put("header", persona.name, high, list(self._ink(part, room)), left)
            self._y = top + max(least, high) + BELOW
        quote = self._set(persona.quote.strip(), QUOTE, self._inner - INSET)
        if quote and self._free < LEAST:
            self._turn()
        for number, part in enumerate(self._parted(quote)):
            if number:
                self._turn()
            self._quote(part)

    def _quote(self, strips: Column) -> None:
        high = _height(strips)
        ink = self._ink(strips, self._inner - INSET, INSET)
        bar = Box(0.0, -PAD, BAR, high + 2 * PAD, self._look.colour, radii=(BAR / 2,) * 4)
        self._put("details", self._persona.quote, high, [*ink, bar])
        self._y += high + BELOW

    def _portrait(self) -> Iterator[Shape]:
        """The picture cut to a circle, or initials, within a rim in the colour of the curve."""
        persona, radius = self._persona, PORTRAIT / 2
        box = Rect(0.0, 0.0, PORTRAIT, PORTRAIT)
        if persona.picture:
            crop, instead = filled(persona.picture, 1.0), partial(self._unseen, radius)
            alt = persona.picture.alt or persona.name
            yield Image(box.x, box.y, box.width, box.height, persona.picture.asset, crop, alt, instead)
            yield mat(box, radius, self._look.paper)
        else:
            yield from self._unseen(radius)
        yield Ellipse(radius, radius, radius - RING, radius - RING, "", self._look.colour, 2 * RING)

    def _unseen(self, radius: float, _reason: str = "") -> tuple[Shape, ...]:
        ground = Ellipse(radius, radius, radius, radius, self._look.ground)
        letters = self._lettering.middled(
            initials(self._persona.name), radius, radius, Face(LETTERS, "semibold", INK), align=0.5
        )
        return (ground, *(line._replace(mute=True) for line in letters))

    def _rows(self) -> Iterator[tuple[Column, Column]]:
        """What stands beside each other; what has nothing beside it stands alone at the left."""
        columns = [self._list(name) for pair in PAIRS for name in pair]
        there = [column for column in columns if column]
        for number in range(0, len(there), 2):
            yield there[number], (*there[number + 1 : number + 2], ())[0]
        if self._persona.demographics.strip():
            yield self._field("demographics", self._persona.demographics.strip()), ()

    def _list(self, name: str) -> Column:
        strips: list[Strip] = []
        for text in getattr(self._persona, name):
            item = self._set(text, TEXT, self._half - HANG, gap=APART if strips else UNDER, indent=HANG)
            strips += [strip._replace(dotted=not number) for number, strip in enumerate(item)]
        return (*self._caption(name), *strips) if strips else ()

    def _field(self, name: str, text: str) -> Column:
        return *self._caption(name), *self._set(text, TEXT, self._inner, gap=UNDER)

    def _caption(self, name: str) -> Column:
        return self._set(self._sayings.captions[name].upper(), CAPTION, self._half)

    def _set(self, text: str, face: Face, room: float, *, gap: float = 0.0, indent: float = 0.0) -> Column:
        lines = self._lettering.lines(text, room, face) if text else ()
        return tuple(Strip(line, face, 0.0 if number else gap, indent) for number, line in enumerate(lines))

    def _add(self, row: tuple[Column, Column]) -> None:
        """Under a rule; what is higher than the page goes on at the top of the next one."""
        if self._free < LEAST:
            self._turn()
        parts = zip_longest(*(list(self._parted(column)) for column in row), fillvalue=())
        for number, pair in enumerate(parts):
            if number:
                self._turn()
            self._pages[-1].append(rule(MARGIN, self._y, self._inner, LINE, 0.35))
            self._y += 4.0
            for side, column in enumerate(pair):
                words = " ".join(strip.line.text.strip() for strip in column)
                if column:
                    ink = list(self._ink(column, self._inner if not row[1] else self._half))
                    self._put("details", words, _height(column), ink, MARGIN + side * (self._half + GUTTER))
            self._y += max(map(_height, pair)) + AFTER

    def _parted(self, column: Column) -> Iterator[Column]:
        """As many lines as are free on this page, then pages full of them."""
        part: list[Strip] = []
        room = self._free - 4.0
        for strip in column:
            if part and _height(part) + strip.gap + strip.step > room:
                yield tuple(part)
                part, room = [], self._height - 2 * MARGIN - FOOT - 4.0
            part.append(strip if part else strip._replace(gap=0.0))
        if part:
            yield tuple(part)

    def _turn(self) -> None:
        self._pages.append([])
        self._y = MARGIN

    def _ink(self, strips: Sequence[Strip], room: float, x: float = 0.0) -> Iterator[Shape]:
        y = 0.0
        for strip in strips:
            y += strip.gap
            if strip.dotted:
                at, middle = room - DOT if strip.line.rtl else DOT, y + strip.step / 2
                yield Ellipse(at, middle, DOT, DOT, self._look.colour)
            left = x if strip.line.rtl else x + strip.indent
            yield from self._lettering.set((strip.line,), left, y, strip.face, room=room - strip.indent)
            y += strip.step

    def _footed(self, number: int) -> Iterator[Placed]:
        """The project at the left; which page of how many where there are several."""
        y, count = self._height - MARGIN - 4.0, len(self._pages)
        page = self._sayings.page.format(page=number, pages=count) if count > 1 else ""
        for text, align in ((self._sayings.project, 0.0), (page, 1.0)):
            lines = self._lettering.lines(text, self._inner * 0.7, SMALL)[:1] if text else ()
            ink = self._lettering.set(lines, 0.0, 0.0, SMALL, room=self._inner if align else 0.0, align=align)
            if ink:
                yield Placed(MARGIN, y, Figure("", "footer", text, self._inner, 4.0, ink))


def _height(strips: Sequence[Strip]) -> float:
    return sum(strip.gap + strip.step for strip in strips)
