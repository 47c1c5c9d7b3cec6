"""Pages of topics with room to write beside each: the parking lot, or the inbox by its groups.

Millimetres on a page 210 mm wide, or as wide as its shape makes it; larger paper shows it larger.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop.drawing.lettering import LINE, PT, QUIET, Face, Lettering
from desktop.drawing.shapes import Box, Drawing, Figure, Path, Placed, Shape
from desktop.layout.short import shortened
from desktop.layout.style import Style
from desktop.typeset.lines import TextLine

MARGIN, FOOT = 18.0, 12.0
TITLE, SUBTITLE = Face(26, "bold", leading=1.15), Face(12, "regular", QUIET)
CAPTION, GROUP = Face(9, "semibold", QUIET), Face(15, "bold", leading=1.2)
TOPIC, DETAILS, NUMBER = Face(12.5, "semibold", leading=1.28), Face(10, "regular", QUIET), Face(10, "semibold", QUIET)
AGAIN, SMALL = Face(10.5, "semibold", QUIET), Face(9, "regular", QUIET)
SHARE = 0.44
"""Of the width for the topic; the rest is to be written on."""

GUTTER, BESIDE, BAR = 8.0, 9.0, 1.2
"""Between the columns; from the number's left edge to the words; the stroke in the colour of the kind."""

LINES, LEAST = 8.5, 26.0
"""Between two lines to write on, and the least height of a topic."""

CLEAR = 5.5
"""From the last line to write on to the end of a topic."""

PAD = 3.2
"""Above and below what stands in a row."""


SHORT = 60
"""Letters of a group's title on the pages that go on with it."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A card: its words, its details, and its kind."""

    id: str
    kind: str
    text: str
    details: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Topics under a title; "" for none."""

    title: str
    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True)
class Sayings:
    """What stands on the pages: title, the map, captions of the three columns, “{page} of {pages}”, and “{title},
    continued” over what goes on from the page before."""

    title: str
    map: str
    captions: tuple[str, str, str]
    page: str
    language: str = "en"
    again: str = "{title}"


@dataclass(frozen=True, slots=True)
class _Set:
    """Lines of text in one face."""

    face: Face
    lines: tuple[TextLine, ...]

    @property
    def step(self) -> float:
        return self.face.size * PT * self.face.leading


@dataclass(frozen=True, slots=True)
class _Row:
    """A topic, or as much of it as stands on one page; a group's title where there is no topic."""

    height: float
    sets: tuple[_Set, ...]
    number: int = 0
    topic: Topic | None = None
    title: str = ""


def topic_pages(
    groups: Sequence[Group], size: tuple[float, float], sayings: Sayings, style: Style, lettering: Lettering
) -> tuple[Drawing, ...]:
    """One drawing for each page of this width and height; none without topics."""
    pages = _Pages(size, sayings, style, lettering)
    return tuple(pages.drawn(groups)) if any(group.topics for group in groups) else ()


class _Pages:
    def __init__(self, size: tuple[float, float], sayings: Sayings, style: Style, lettering: Lettering) -> None:
        self._width, self._height = size
        self._sayings = sayings
        self._style = style
        self._lettering = lettering
        self._inner = self._width - 2 * MARGIN
        self._first = self._inner * SHARE - GUTTER
        self._rest = (self._inner * (1 - SHARE) - GUTTER) / 2
        self._title = lettering.block(sayings.title, 0.0, 0.0, self._inner, TITLE)
        self._subtitle = lettering.block(sayings.map, 0.0, 0.0, self._inner, SUBTITLE)
        self._head = MARGIN + self._title.height + self._subtitle.height + 8.0
        self._captions = 6.5

    def drawn(self, groups: Sequence[Group]) -> Iterator[Drawing]:
        """Page after page; a group's title stands with its first topic, and again where a page goes on with it."""
        pages: list[list[_Row]] = [[]]
        free = self._room(0)
        for row, needs, again in self._rows(groups):
            if needs > free and pages[-1]:
                pages.append([again] if again else [])
                free = self._room(len(pages) - 1) - (again.height if again else 0.0)
            pages[-1].append(row)
            free -= row.height
        for number, rows in enumerate(pages):
            yield self._page(number, len(pages), rows)

    def _room(self, page: int) -> float:
        return self._height - MARGIN - FOOT - self._top(page) - self._captions

    def _top(self, page: int) -> float:
        return MARGIN if page else self._head

    def _rows(self, groups: Sequence[Group]) -> Iterator[tuple[_Row, float, _Row | None]]:
        """Each row with the height that must be free for it, and what stands over it where it begins a page."""
        number = 0
        for group in groups:
            title = self._titled(group.title, GROUP) if group.title else None
            again = self._titled(self._again(group.title), AGAIN) if group.title else None
            rows: list[_Row] = []
            for topic in group.topics:
                number += 1
                rows += self._topic(topic, number, self._room(0) - (title.height if title else 0.0))
            if title and rows:
                yield title, title.height + rows[0].height, None
            yield from ((row, row.height, again) for row in rows)

    def _again(self, title: str) -> str:
        return self._sayings.again.format(title=shortened(" ".join(title.split()), SHORT))

    def _titled(self, title: str, face: Face) -> _Row:
        lines = self._lettering.lines(title, self._inner, face)
        return _Row(len(lines) * face.size * PT * face.leading + 5.0 + PAD, (_Set(face, lines),), title=title)

    def _topic(self, topic: Topic, number: int, room: float) -> Iterator[_Row]:
        """One row, or more where it is higher than the room of the first page."""
        width, face = self._first - BESIDE, self._style.kind(topic.kind).face
        sets = [_Set(TOPIC, self._lettering.lines(topic.text or "–", width, TOPIC._replace(face=_strong(face))))]
        if topic.details.strip():
            sets.append(_Set(DETAILS, self._lettering.lines(topic.details.strip(), width, DETAILS)))
        for part, own in enumerate(_parted(sets, room - 2 * PAD)):
            high = sum(each.step * len(each.lines) for each in own) + 2 * PAD
            yield _Row(max(high, LEAST), own, 0 if part else number, topic)

    def _page(self, number: int, count: int, rows: Sequence[_Row]) -> Drawing:
        y = self._top(number) + self._captions
        placed = [*(self._heading() if number == 0 else ()), *self._columns(y)]
        for row in rows:
            placed += self._row(row, y)
            y += row.height
        placed += self._footed(number, count)
        sayings = self._sayings
        return Drawing(
            self._width,
            self._height,
            "",
            tuple(placed),
            title=f"{sayings.title}: {sayings.map}",
            language=sayings.language,
        )

    def _heading(self) -> Iterator[Placed]:
        y = MARGIN
        texts = (("heading", self._sayings.title, self._title), ("legend", self._sayings.map, self._subtitle))
        for role, text, block in texts:
            if block.ink:
                yield Placed(MARGIN, y, Figure("", role, text, self._inner, block.height, block.ink))
            y += block.height + 1.0

    def _columns(self, bottom: float) -> Iterator[Placed]:
        """The captions over a strong rule."""
        for x, caption in zip(self._lefts(), self._sayings.captions, strict=True):
            ink = self._lettering.line(caption.upper(), 0.0, 3.0, CAPTION)
            yield Placed(x, bottom - 5.2, Figure("", "legend", caption, self._rest, 4.0, ink))
        yield self._rule(MARGIN, bottom, self._inner, QUIET, 0.5)

    def _lefts(self) -> tuple[float, float, float]:
        second = MARGIN + self._first + GUTTER
        return MARGIN, second, second + self._rest + GUTTER

    def _row(self, row: _Row, y: float) -> Iterator[Placed]:
        bottom = y + row.height
        if row.topic is None:
            ink = self._lettering.set(row.sets[0].lines, 0.0, 5.0, row.sets[0].face, room=self._inner)
            yield Placed(MARGIN, y, Figure("", "heading", row.title, self._inner, row.height, ink))
            yield self._rule(MARGIN, bottom, self._inner, LINE, 0.35)
            return
        yield Placed(MARGIN, y, self._told(row))
        for x in self._lefts()[1:]:
            lines = int((row.height - CLEAR) / LINES)
            yield from (self._rule(x, y + 1.5 + LINES * each, self._rest, LINE, 0.2) for each in range(1, lines + 1))
        yield self._rule(MARGIN, bottom, self._inner, LINE, 0.35)

    def _told(self, row: _Row) -> Figure:
        """Number, the stroke of the kind, and the words, from the row's corner."""
        topic = row.topic
        kind, ident, words = (topic.kind, topic.id, topic.text) if topic else ("", "", "")
        shapes: list[Shape] = []
        y = PAD
        for each in row.sets:
            shapes += self._lettering.set(each.lines, BESIDE, y, each.face, room=self._first - BESIDE)
            y += each.step * len(each.lines)
        edge = self._style.kind(kind).edge
        shapes.append(Box(BESIDE - 3.4, PAD + 0.9, BAR, max(y - PAD - 1.8, 2.0), edge, radii=(BAR / 2,) * 4))
        first = row.sets[0].step / 2 + PAD
        shapes += self._lettering.middled(str(row.number), 0.0, first, NUMBER) if row.number else ()
        said = f"{row.number}: {words}" if row.number else words
        return Figure(ident, "details", said, self._first, row.height, tuple(shapes))

    def _footed(self, number: int, count: int) -> Iterator[Placed]:
        """Which page this is, and from the second on of which map."""
        y, words = self._height - MARGIN - 4.0, self._sayings
        page = words.page.format(page=number + 1, pages=count)
        wide = self._lettering.width(page, SMALL)
        ink = self._lettering.line(page, 0.0, 4.0, SMALL)
        yield Placed(self._width - MARGIN - wide, y, Figure("", "footer", page, wide, 4.0, ink))
        lines = self._lettering.lines(words.map, self._inner - wide - GUTTER, SMALL)[:1] if number else ()
        if lines:
            ink = self._lettering.set(lines, 0.0, 4.0 - SMALL.size * PT, SMALL)
            yield Placed(MARGIN, y, Figure("", "footer", words.map, self._inner - wide - GUTTER, 4.0, ink))

    def _rule(self, x: float, y: float, width: float, colour: str, line: float) -> Placed:
        path = Path((("M", 0.0, 0.0), ("L", width, 0.0)), "", colour, line)
        return Placed(x, y, Figure("", "rule", "", width, 0.0, (path,), line / 2))


def _parted(sets: Iterable[_Set], room: float) -> Iterator[tuple[_Set, ...]]:
    """Lines in as many parts as it takes for each to find room."""
    part: list[_Set] = []
    free = room
    for each in sets:
        lines = each.lines
        while lines:
            most = int(free / each.step)
            if most < 1 and part:
                yield tuple(part)
                part, free = [], room
                continue
            part.append(_Set(each.face, lines[: max(most, 1)]))
            free -= each.step * len(part[-1].lines)
            lines = lines[max(most, 1) :]
    if part:
        yield tuple(part)


def _strong(face: str) -> str:
    """What is said in italics on the map is so here."""
    return face if face == "italic" else "semibold"
