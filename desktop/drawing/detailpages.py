"""The appendix drawn: the details of cards by their numbers, in columns over as many pages as it takes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from desktop.drawing.notemarks import HEIGHT, note_shapes, note_width
from desktop.drawing.pens import text_ink
from desktop.drawing.shapes import Box, Drawing, Figure, Glyphs, Path, Placed, Shape
from desktop.layout.compose import Composer
from desktop.layout.flow import Block, Piece, flow
from desktop.layout.places import TextPlace

COLUMN, GUTTER = 22.0, 2.6
"""Em: the least width of a column, and between two."""

BESIDE, BAR = 1.05, 0.5
"""Em: from the widest number to the words beside it, and from these back to the middle of the bar in the colour of the
card's kind."""

BELOW = 0.25
"""Em: between where a card stands and its details."""

LEAST_LINES = 2
"""Of the details that stand below the words of their card before a column may end."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A card's details; `where` says where it stands on the map."""

    id: str
    number: int
    kind: str
    text: str
    where: str
    details: str


@dataclass(frozen=True, slots=True)
class Ground:
    """A page: its size and its margin at all sides, in layout units."""

    width: float
    height: float
    margin: float


@dataclass(frozen=True, slots=True)
class Titles:
    """What stands on the pages beside the entries: heading, the map, how it is meant, and “{page} of {pages}”."""

    heading: str
    map: str
    note: str
    page: str
    language: str = "en"


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of an entry: how high it is and its ink from its own top left."""

    height: float
    ink: Glyphs | None
    strong: bool = False


def detail_pages(entries: Sequence[Entry], ground: Ground, titles: Titles, composer: Composer) -> tuple[Drawing, ...]:
    """One drawing for each page, of the page's size; none without entries."""
    return tuple(_Book(entries, ground, titles, composer).drawings()) if entries else ()


class _Book:
    """All pages of an appendix."""

    def __init__(self, entries: Sequence[Entry], ground: Ground, titles: Titles, composer: Composer) -> None:
        self._entries, self._ground, self._titles, self._composer = entries, ground, titles, composer
        em, inner = composer.style.text, ground.width - 2 * ground.margin
        self._count = max(1, int((inner + GUTTER * em) / ((COLUMN + GUTTER) * em)))
        self._width = (inner - (self._count - 1) * GUTTER * em) / self._count
        self._indent = BESIDE * em + max(note_width(entry.number, composer) for entry in entries)
        self._head = self._headed()
        self._foot = composer.setting("footer").role.leading + 1.2 * em
        self._lines = [self._set(entry) for entry in entries]

    def drawings(self) -> Iterator[Drawing]:
        blocks = [_block(lines) for lines in self._lines]
        pieces = flow(blocks, self._room, 1.5 * self._composer.style.text)
        pages = pieces[-1].column // self._count + 1
        for page in range(pages):
            own = [piece for piece in pieces if piece.column // self._count == page]
            yield self._drawing(page, pages, own)

    def _room(self, column: int) -> float:
        return self._ground.height - self._ground.margin - self._foot - self._top(column // self._count)

    def _top(self, page: int) -> float:
        """Where the columns of a page begin."""
        return self._ground.margin if page else self._head[-1].bottom + 1.6 * self._composer.style.text

    def _headed(self) -> list[TextPlace]:
        """Heading, map and note at the top of the first page."""
        margin, place = self._ground.margin, self._composer.place
        width = self._ground.width - 2 * margin
        heading = place(self._titles.heading, "stage", margin, margin, width, align="left")
        texts = [heading, *self._composer.hugged([place(self._titles.map, "fact", margin, heading.bottom, width)])]
        if self._titles.note:
            y = texts[-1].bottom + 0.2 * self._composer.style.text
            texts.append(place(self._titles.note, "legend", margin, y, width))
        return texts

    def _set(self, entry: Entry) -> list[_Line]:
        """The lines of an entry: the card's words, where it stands, its details."""
        set_in = partial(self._paragraph, width=self._width - self._indent)
        head = [*set_in(entry.text or entry.where, "card", face="semibold", strong=True)]
        head += set_in(entry.where, "legend", align=self._side(entry)) if entry.text else ()
        head[-1] = replace(head[-1], height=head[-1].height + BELOW * self._composer.style.text)
        return [*head, *set_in(entry.details, "task-meta", colour=self._composer.style.colours["ink"])]

    def _side(self, entry: Entry) -> str:
        """At which side of its column an entry begins."""
        return self._composer.side(entry.text or entry.where)

    def _paragraph(
        self,
        text: str,
        role: str,
        *,
        width: float,
        face: str = "",
        colour: str = "",
        align: str = "",
        strong: bool = False,
    ) -> Iterator[_Line]:
        place = self._composer.place(text, role, 0.0, 0.0, width, face=face, colour=colour, align=align)
        setting = self._composer.setting(role, face)
        for number, (x, y, line) in enumerate(self._composer.lines(place)):
            top = number * setting.role.leading
            ink = Glyphs(x, y - top, setting.role.size, colour or setting.role.colour, line) if line.runs else None
            yield _Line(setting.role.leading, ink, strong)

    def _drawing(self, page: int, pages: int, pieces: Sequence[Piece]) -> Drawing:
        placed = [*(self._heading() if page == 0 else ()), *map(self._piece, pieces), *self._footed(page, pages)]
        paper = self._composer.style.colours["paper"]
        title = f"{self._titles.heading}: {self._titles.map}"
        size = self._ground.width, self._ground.height
        return Drawing(*size, paper, tuple(placed), title=title, language=self._titles.language)

    def _heading(self) -> Iterator[Placed]:
        for place in self._head:
            yield self._words(place, "heading" if place is self._head[0] else "legend")

    def _footed(self, page: int, pages: int) -> Iterator[Placed]:
        """Which map this is, and which page, over a hairline."""
        ground, composer = self._ground, self._composer
        y = ground.height - ground.margin - composer.setting("footer").role.leading
        inner, line = ground.width - 2 * ground.margin, composer.style.space["rule"]
        rule = Path((("M", 0.0, 0.0), ("L", inner, 0.0)), "", composer.style.colours["line"], line)
        yield Placed(
            ground.margin, y - 0.4 * composer.style.text, Figure("", "rule", "", inner, 0.0, (rule,), line / 2)
        )
        number = self._titles.page.format(page=page + 1, pages=pages)
        wide = composer.width(number, "footer") + 0.01
        yield self._words(composer.place(number, "footer", ground.width - ground.margin - wide, y, wide), "footer")
        title = composer.hugged([composer.place(self._titles.map, "footer", ground.margin, y, inner - 2 * wide)])[0]
        yield self._words(title, "footer")

    def _words(self, place: TextPlace, role: str) -> Placed:
        shapes = tuple(text_ink(place._replace(x=0.0, y=0.0), self._composer))
        return Placed(place.x, place.y, Figure("", role, place.text, place.width, place.height, shapes))

    def _piece(self, piece: Piece) -> Placed:
        """So much of an entry as stands in one column, its number at its beginning."""
        entry, lines = self._entries[piece.block], self._lines[piece.block][piece.first : piece.last]
        em, page = self._composer.style.text, piece.column // self._count
        x = self._ground.margin + piece.column % self._count * (self._width + GUTTER * em)
        indent = self._indent if self._side(entry) == "left" else 0.0
        y, shapes = 0.0, list[Shape](self._marks(entry, piece, lines))
        for line in lines:
            if line.ink:
                shapes.append(line.ink._replace(x=line.ink.x + indent, y=line.ink.y + y))
            y += line.height
        figure = Figure(entry.id, "details", f"{entry.number}: {entry.text}", self._width, y, tuple(shapes))
        return Placed(x, self._top(page) + piece.y, figure)

    def _marks(self, entry: Entry, piece: Piece, lines: Sequence[_Line]) -> Iterator[Shape]:
        """The number, and a bar in the colour of the kind beside the words of the card."""
        em, high = self._composer.style.text, sum(line.height for line in lines if line.strong)
        if high:
            edge = self._composer.style.kind(entry.kind).edge
            width = self._composer.style.space["edge"] * 0.6
            x = self._beside(entry, self._indent - BAR * em - width / 2, width)
            yield Box(x, 0.18 * em, width, high - 0.3 * em, edge, radii=(width / 2,) * 4)
        if piece.first == 0:
            wide, tall = note_width(entry.number, self._composer), HEIGHT * em
            top = (self._composer.setting("card").role.leading - tall) / 2
            right = self._beside(entry, 0.0, wide)
            yield from moved(note_shapes(entry.number, wide, tall, self._composer), top, right)

    def _beside(self, entry: Entry, x: float, width: float) -> float:
        """Where a mark stands in the column: at `x` from the side at which the entry begins."""
        return x if self._side(entry) == "left" else self._width - x - width


def moved(shapes: Iterator[Shape], down: float, right: float = 0.0) -> Iterator[Shape]:
    """The shapes of a mark so much lower and further right."""
    for shape in shapes:
        if isinstance(shape, Glyphs):
            yield shape._replace(x=shape.x + right, y=shape.y + down)
        elif isinstance(shape, Box):
            yield Box(
                shape.x + right,
                shape.y + down,
                shape.width,
                shape.height,
                shape.fill,
                shape.stroke,
                shape.stroke_width,
                shape.radii,
            )


def _block(lines: Sequence[_Line]) -> Block:
    return Block(tuple(line.height for line in lines), sum(line.strong for line in lines) + 1 + LEAST_LINES)
