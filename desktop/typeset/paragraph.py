"""Breaking a measured paragraph into lines: greedy, in whole units, trailing spaces hanging."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple, Protocol

from desktop.typeset.lines import LineSpan
from desktop.typeset.words import Word

SPACES = "\t \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
"""What hangs at the end of a line. Spaces at which no line breaks are ink."""

SOFT_HYPHEN = "\u00ad"
UNSAFE, WEAK = 1, 2
"""A place whose lines must be shaped anew to be measured; a place to be used only when nothing else helps."""

_LINE_END = re.compile("\r\n|[\n\v\f\r\u0085\u2028\u2029]")
_FIELDS = 4
_EDGES = 4096
"""By how many units at most, two em, shaping a line on its own changes its width at the two edges together."""

Line = tuple[int, int, int]
"""Start and end in the paragraph, trailing spaces included, and inked width."""

_Held = tuple[int, int, int, int]
"""A place with, instead of the pen after its ink, the inked width of the line that may end there."""


class Sample(Protocol):
    """A paragraph as it is asked about while it is being broken."""

    def measure(self, start: int, end: int) -> int:
        """The inked width of a span when it is a line of its own."""
        ...

    def prefix(self, start: int, end: int, room: int) -> tuple[int, int]:
        """End and pen of the longest whole clusters of a span, at least one, that fit into `room`."""
        ...


class Plain(NamedTuple):
    """The glyphs of a paragraph whose characters are one glyph each, in one font, from left to right: their numbers,
    and the pen before each and after the last. Any part of it that is safe to cut is drawn from this."""

    font: str
    numbers: "array[int]"
    pens: "array[int]"


class Record(NamedTuple):
    """What is remembered of a paragraph: its span of the text, where the next begins, and its places for breaks.

    Four numbers a place, the end being the last: its offset in the paragraph, the pen after the ink before it, the pen
    at it, and flags. `steady` when no place has a flag and the ink only grows from place to place. `words` are known
    where each place is the end of one; any line between two places is made of them.
    """

    start: int
    end: int
    after: int
    places: "array[int]"
    plain: Plain | None
    steady: bool = False
    words: tuple[Word, ...] = ()

    def offsets(self) -> "array[int]":
        """The places alone."""
        return self.places[::_FIELDS]

    def flags(self) -> dict[int, int]:
        """Each place and its flags."""
        return dict(zip(self.places[::_FIELDS], self.places[_FIELDS - 1 :: _FIELDS], strict=True))

    def width(self) -> int:
        """The inked width of the whole paragraph on one line."""
        return max(self.places[1 - _FIELDS], 0)


def paragraphs(text: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and start of the next of each paragraph; a line end at the very end begins an empty one."""
    start = 0
    for match in () if text.isprintable() else _LINE_END.finditer(text):  # line ends are not printable
        yield start, match.start(), match.end()
        start = match.end()
    yield start, len(text), len(text)


def ink_end(text: str, start: int, end: int) -> int:
    """Where the ink of text[start:end] ends: before its trailing spaces."""
    while end > start and text[end - 1] in SPACES:
        end -= 1
    return end


def quick_lines(record: Record, width: int, indent: int) -> list[LineSpan]:
    """The lines that `Breaker` would make of a steady paragraph, by bisection; none when a word is too wide."""
    places, inks = record.places, record.places[1::_FIELDS]
    lines: list[LineSpan] = []
    start = pen = reached = 0
    whole, room = max(width, 0), max(width - indent, 0)
    while reached < len(inks):
        after = bisect_right(inks, pen + room, reached)
        if after == reached:
            return []
        at = _FIELDS * (after - 1)
        lines.append(LineSpan(start, places[at], max(places[at + 1] - pen, 0)))
        start, pen, reached, room = places[at], places[at + 2], after, whole
    return lines


class Breaker:
    """Breaks one paragraph at one width."""

    def __init__(self, record: Record, sample: Sample, width: int, indent: int) -> None:
        self._places = list(zip(*[iter(record.places)] * _FIELDS, strict=True))
        self._sample = sample
        self._width = max(width, 0)
        self._room = max(width - indent, 0)
        self._start, self._pen, self._unsafe = 0, 0, 0
        self._lines: list[LineSpan] = []

    def lines(self) -> list[LineSpan]:
        held: _Held | None = None
        for place in self._places:
            if not place[3] & WEAK:
                held = self._reach(place, held)
        if held:
            self._end(held)
        return self._lines

    def _reach(self, place: _Held, held: _Held | None) -> _Held | None:
        """Ends lines, at first where it was held to fit, until one takes in the place; None when one ends there."""
        while (wide := self._wide(place)) > self._room:
            self._end(held or self._forced(place, wide))
            held = None
            if self._start == place[0]:
                return None
        return place[0], wide, place[2], place[3]

    def _wide(self, place: _Held) -> int:
        """The inked width of a line from the last break to a place; by the pens alone when that is exact or enough."""
        offset, ink, _, flags = place
        wide = ink - self._pen
        if (flags | self._unsafe) & UNSAFE and wide <= self._room + _EDGES:
            return self._sample.measure(self._start, offset)
        return max(wide, 0)

    def _end(self, held: _Held) -> None:
        offset, wide, self._pen, self._unsafe = held
        self._lines.append(LineSpan(self._start, offset, wide))
        self._start, self._room = offset, self._width

    def _forced(self, place: _Held, wide: int) -> _Held:
        """A line that must end before the first place for a break: beneath the indent, before a unit, or in a word."""
        if self._room < self._width and not self._lines and wide <= self._width:
            return 0, 0, 0, 0
        parted = [self._held(weak) for weak in self._places if weak[3] & WEAK and self._start < weak[0] < place[0]]
        fitting = [held for held in parted if held[1] <= self._room]
        if fitting:
            return fitting[-1]
        offset, pen = self._sample.prefix(self._start, place[0], self._room)
        return offset, self._sample.measure(self._start, offset), pen, UNSAFE

    def _held(self, place: _Held) -> _Held:
        return place[0], self._wide(place), place[2], place[3]
