"""Pages of topics with room to write beside each: the parking lot, or the inbox by its groups.

Millimetres on a page 210 mm wide, or as wide as its shape makes it; larger paper shows it larger.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.drawing.lettering import LINE, PT, QUIET, Face, Lettering
from desktop.drawing.listframe import GUTTER, MARGIN, SUBTITLE, ListFrame, Setting, parted, rule
from desktop.drawing.listpages import Column, Entry, ListPages
from desktop.drawing.shapes import Box, Drawing, Figure, Placed, Shape
from desktop.layout.short import shortened
from desktop.layout.style import Style

GROUP = Face(15, "bold", leading=1.2)
TOPIC, DETAILS, NUMBER = Face(12.5, "semibold", leading=1.28), Face(10, "regular", QUIET), Face(10, "semibold", QUIET)
AGAIN = Face(10.5, "semibold", QUIET)
SHARE = 0.44
"""Of the width for the topic; the rest is to be written on."""

BESIDE, BAR, ROOM = 9.0, 1.2, 5.0
"""From the number's left edge to the words; the stroke in the colour of the kind; the width that a number may take."""

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
class _Row:
    """A topic, or as much of it as stands on one page; a group's title where there is no topic."""

    height: float
    sets: tuple[Setting, ...]
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
        self._frame = ListFrame(size, sayings.title, ((sayings.map, SUBTITLE),), sayings.page, lettering)
        self._sayings = sayings
        self._style = style
        self._lettering = lettering
        self._inner = self._frame.inner
        self._first = self._inner * SHARE - GUTTER
        self._rest = (self._inner * (1 - SHARE) - GUTTER) / 2
        second = self._first + GUTTER
        lefts, widths = (0.0, second, second + self._rest + GUTTER), (self._first, self._rest, self._rest)
        self._columns = tuple(map(Column, lefts, widths, sayings.captions))

    def drawn(self, groups: Sequence[Group]) -> Iterator[Drawing]:
        """Page after page; a group's title stands with its first topic, and again where a page goes on with it."""
        sayings = self._sayings
        about = sayings.title, sayings.map
        pages = ListPages(self._frame, self._columns, about, sayings.language, foot=sayings.map)
        return pages.drawn(self._entries(groups), self._row)

    def _entries(self, groups: Sequence[Group]) -> Iterator[Entry[_Row]]:
        number = 0
        for group in groups:
            title = self._titled(group.title, GROUP) if group.title else None
            again = _entry(self._titled(self._again(group.title), AGAIN)) if group.title else None
            rows: list[_Row] = []
            for topic in group.topics:
                number += 1
                rows += self._topic(topic, number, self._frame.room(0) - (title.height if title else 0.0))
            if title and rows:
                yield Entry(title, title.height, title.height + rows[0].height)
            yield from (_entry(row, again) for row in rows)

    def _again(self, title: str) -> str:
        return self._sayings.again.format(title=shortened(" ".join(title.split()), SHORT))

    def _titled(self, title: str, face: Face) -> _Row:
        lines = self._lettering.lines(title, self._inner, face)
        return _Row(len(lines) * face.size * PT * face.leading + 5.0 + PAD, (Setting(face, lines),), title=title)

    def _topic(self, topic: Topic, number: int, room: float) -> Iterator[_Row]:
        """One row, or more where it is higher than the room of the first page."""
        width, face = self._first - BESIDE, self._style.kind(topic.kind).face
        sets = [Setting(TOPIC, self._lettering.lines(topic.text or "–", width, TOPIC._replace(face=_strong(face))))]
        if topic.details.strip():
            sets.append(Setting(DETAILS, self._lettering.lines(topic.details.strip(), width, DETAILS)))
        for part, own in enumerate(parted(sets, room - 2 * PAD)):
            high = sum(each.step * len(each.lines) for each in own) + 2 * PAD
            yield _Row(max(high, LEAST), own, 0 if part else number, topic)

    def _row(self, row: _Row, y: float) -> Iterator[Placed]:
        bottom = y + row.height
        if row.topic is None:
            ink = self._lettering.set(row.sets[0].lines, 0.0, 5.0, row.sets[0].face, room=self._inner)
            yield Placed(MARGIN, y, Figure("", "heading", row.title, self._inner, row.height, ink))
            yield rule(MARGIN, bottom, self._inner, LINE, 0.35)
            return
        yield Placed(MARGIN, y, self._told(row))
        for column in self._columns[1:]:
            lines, x = int((row.height - CLEAR) / LINES), MARGIN + column.left
            yield from (rule(x, y + 1.5 + LINES * each, self._rest, LINE, 0.2) for each in range(1, lines + 1))
        yield rule(MARGIN, bottom, self._inner, LINE, 0.35)

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
        shapes += self._number(row.number, first) if row.number else ()
        said = f"{row.number}: {words}" if row.number else words
        return Figure(ident, "details", said, self._first, row.height, tuple(shapes))

    def _number(self, number: int, y: float) -> Iterator[Shape]:
        """Around a height, as large as fits beside the stroke."""
        wide = self._lettering.width(str(number), NUMBER)
        face = NUMBER._replace(size=NUMBER.size * min(1.0, ROOM / wide))
        yield from self._lettering.middled(str(number), 0.0, y, face)


def _entry(row: _Row, again: Entry[_Row] | None = None) -> Entry[_Row]:
    return Entry(row, row.height, again=again)


def _strong(face: str) -> str:
    """What is said in italics on the map is so here."""
    return face if face == "italic" else "semibold"
