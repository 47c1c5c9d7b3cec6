"""A paragraph at hand: its items, shaped as often as breaking and drawing its lines needs."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import islice

from desktop.typeset import clusters, shaping
from desktop.typeset.fonts import FontSet
from desktop.typeset.items import Item, Itemised, itemise, printable
from desktop.typeset.lines import TextStyle
from desktop.typeset.paragraph import SOFT_HYPHEN, ink_end
from desktop.typeset.words import Word

_HYPHENS = "\u2010-"


class Paragraph:
    """One paragraph in one style, `start` being its offset in the text. Other offsets are its own.

    `source` is its text as written, `text` as it is shaped.
    """

    def __init__(self, source: str, start: int, style: TextStyle, fonts: FontSet) -> None:
        self.source = source
        self.start = start
        self.text = printable(source)
        self.tracking = style.tracking
        self._face = style.face
        self._fonts = fonts

    @property
    def items(self) -> tuple[Item, ...]:
        return self._itemised.items

    @property
    def base(self) -> int:
        """0 where the paragraph runs from left to right, else 1."""
        return self._itemised.base

    @cached_property
    def _itemised(self) -> Itemised:
        return itemise(self.text, self._fonts, self._face)

    @property
    def words(self) -> list[Word]:
        """All of it as words, where these have the same glyphs wherever they stand; else none."""
        known = len(self.items) == 1 and self.text is self.source
        return shaping.words(self.text, self.items[0], self.tracking) if known else []

    def measure(self, start: int, end: int) -> int:
        """The inked width of a span when it is a line of its own, in units."""
        inked = ink_end(self.text, start, end)
        if inked == start:
            return 0
        shaped = self.shaped(self.clip(start, end), end)
        return shaping.pens(shaped)[inked - start] - self.tracking + shaping.overhang(shaped, inked)

    def shaped(self, items: Iterable[Item], end: int) -> list[shaping.Shaped]:
        """Items of a line that ends at `end`, shaped; a soft hyphen there is seen."""
        text = self._line_text(end)
        return [shaping.shape(text, item, self.tracking) for item in items]

    def prefix(self, start: int, end: int, room: int) -> tuple[int, int]:
        """End and pen of the longest whole clusters of a span, at least one, that fit into `room` units.

        Trailing spaces go with the last.
        """
        stops, pens = self._stops
        first = bisect_right(stops, start)
        longest = bisect_right(stops, end) - 1
        last = max(min(bisect_right(pens, pens[first - 1] + room) - 1, longest), first)
        while last > first and self.measure(start, stops[last]) > room:
            last -= 1
        if stops[last] >= ink_end(self.text, start, end):
            return end, self._pens[end]
        return stops[last], pens[last]

    def clip(self, start: int, end: int) -> Sequence[Item]:
        """The items of a span, the first and last cut to it."""
        first = bisect_right(self.items, start, key=lambda item: item.start) - 1
        clipped: list[Item] = []
        for item in islice(self.items, max(first, 0), None):
            if item.start >= end or start == end:
                break
            whole = start <= item.start and item.end <= end
            clipped.append(item if whole else item._replace(start=max(start, item.start), end=min(end, item.end)))
        return clipped

    def _line_text(self, end: int) -> str:
        """The text with a hyphen in the place of a soft hyphen at which a line ends."""
        if not 0 < end < len(self.text) or self.text[end - 1] != SOFT_HYPHEN:
            return self.text
        covers = self.clip(end - 1, end)[0].font.covers
        hyphen = next((hyphen for hyphen in _HYPHENS if hyphen in covers), SOFT_HYPHEN)
        return self.text[: end - 1] + hyphen + self.text[end:]

    @cached_property
    def _pens(self) -> list[int]:
        return shaping.pens(self.shaped(self.items, len(self.text)))

    @cached_property
    def _stops(self) -> tuple[list[int], list[int]]:
        """The ends of all clusters, 0 first, and the pen there."""
        stops = [*clusters.starts(self.text), len(self.text)]
        return stops, [self._pens[stop] for stop in stops]
