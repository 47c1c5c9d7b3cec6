"""Items to glyphs by HarfBuzz: advances per character for breaking lines, glyphs for drawing them.

Words come back. Where they have the same glyphs wherever they stand, each is shaped once.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, chain
from operator import attrgetter
from threading import local
from typing import NamedTuple

import uharfbuzz as hb

from desktop.typeset.fonts import Font
from desktop.typeset.items import Item
from desktop.typeset.memory import Memory
from desktop.typeset.words import Known, Word

_UNSAFE = int(hb.GlyphFlags.UNSAFE_TO_BREAK)
_LOOSE = {"liga": False, "clig": False}  # spaced letters do not join
_AS_IS: dict[str, bool] = {}
_WORD = re.compile("[^ ]* |[^ ]+")
_WORDS = 8_000
_PARTS = attrgetter("infos"), attrgetter("glyphs"), attrgetter("advances")


class _Own(local):
    """One buffer for all that a thread shapes: making one costs as much as shaping a word. And its words."""

    def __init__(self) -> None:
        self.buffer = hb.Buffer()
        self.words: Memory[tuple[str, Font, int], Word] = Memory(_WORDS)


_own = _Own()


class Shaped(NamedTuple):
    """An item's glyphs in visual order: numbers, offsets of their clusters in the item, and positions in units.

    `one_each` is set where every character is one glyph, in text order. Tracking is in the advance of the last glyph
    of each cluster that has a width.
    """

    item: Item
    infos: Sequence[hb.GlyphInfo | Known]
    one_each: bool
    numbers: Sequence[int]
    clusters: Sequence[int]
    dxs: Sequence[int]
    dys: Sequence[int]
    advances: Sequence[int]

    @property
    def plain(self) -> bool:
        """Whether each character is one glyph on the baseline, from left to right, with nothing moved."""
        return self.one_each and not self.item.level and not any(self.dxs) and not any(self.dys)

    def by_character(self) -> Sequence[int]:
        """Per character of the item: the advance of the cluster that begins with it, else 0."""
        if self.one_each:
            return self.advances
        found = [0] * (self.item.end - self.item.start)
        for cluster, advance in zip(self.clusters, self.advances, strict=True):
            found[cluster] += advance
        return found

    def unsafe(self, places: Iterable[int]) -> Iterator[int]:
        """Those of the paragraph's places, inside the item, at which it cannot be cut without being shaped anew."""
        start, end, infos = self.item.start, self.item.end, self.infos
        first = None if self.one_each else self._first_glyphs()
        for place in places:
            if start < place < end:
                index = place - start if first is None else first.get(place - start)
                if index is None or int.__and__(infos[index].flags, _UNSAFE):  # the flags' own & is ten times slower
                    yield place

    def overhang(self, end: int) -> int:
        """By how much the ink of the glyph before `end`, in the paragraph, reaches beyond its advance to the right; 0
        where the item runs to the left or nothing is drawn."""
        if self.item.level % 2 or not self.numbers:
            return 0
        last = end - self.item.start - 1
        return self.item.font.overhang(self.numbers[last if self.one_each else bisect_right(self.clusters, last) - 1])

    def parts(self) -> list[tuple[int, int]]:
        """The clusters in text order: offset in the paragraph and advance."""
        advances = self.by_character()
        return [(self.item.start + offset, advances[offset]) for offset in sorted(set(self.clusters))]

    def _first_glyphs(self) -> dict[int, int]:
        return {cluster: index for index, cluster in reversed(list(enumerate(self.clusters)))}


def shape(text: str, item: Item, tracking: int) -> Shaped:
    """Shapes text[item.start : item.end] on its own."""
    return _joined(text, item, tracking) or _shaped(text[item.start : item.end], item, tracking)


def words(text: str, item: Item, tracking: int) -> list[Word]:
    """The words of text[item.start : item.end]; none where they have not the same plain glyphs wherever they stand."""
    found: list[Word] = []
    if not item.apart:
        return found
    known, font = _own.words, item.font
    for piece in _WORD.findall(text, item.start, item.end):
        word = known.get((piece, font, tracking)) or _learnt(piece, item, tracking)
        if word is None:
            return []
        found.append(word)
    return found


def _learnt(piece: str, item: Item, tracking: int) -> Word | None:
    """A word as it is remembered from now on; None when its characters are not one plain glyph each."""
    shaped = _shaped(piece, item._replace(start=0, end=len(piece)), tracking)
    if not shaped.plain:
        return None
    word = _word(piece, shaped, tracking)
    if len(piece) > 1 and piece.endswith(" "):
        word = replace(word, without=_word(piece[:-1], shaped, tracking))
    _own.words.put((piece, item.font, tracking), word)
    return word


def _word(piece: str, shaped: Shaped, tracking: int) -> Word:
    """The first glyphs of those that were shaped."""
    count, inked = len(piece), len(piece.rstrip(" "))
    advances = tuple(shaped.advances[:count])
    ink = sum(advances[:inked]) - tracking + shaped.overhang(inked) if inked else 0
    infos = tuple(Known(int(info.flags)) for info in shaped.infos[:count])
    return Word(shaped.item.font.key, piece, infos, tuple(shaped.numbers[:count]), advances, sum(advances), ink)


def _joined(text: str, item: Item, tracking: int) -> Shaped | None:
    """A text out of its words; None where it has none that are known wherever they stand."""
    found = words(text, item, tracking)
    if not found:
        return None
    infos, numbers, advances = ([*chain.from_iterable(map(part, found))] for part in _PARTS)
    unmoved = [0] * len(numbers)
    return Shaped(item, infos, True, numbers, list(range(len(numbers))), unmoved, unmoved, advances)


def _shaped(text: str, item: Item, tracking: int) -> Shaped:
    buffer = _own.buffer
    buffer.reset()
    buffer.add_str(text)
    buffer.direction = "rtl" if item.level % 2 else "ltr"
    buffer.script = item.script
    hb.shape(item.font.shaper, buffer, _LOOSE if tracking else _AS_IS)
    infos = buffer.glyph_infos
    clusters = [info.cluster for info in infos]
    places = buffer.glyph_positions
    advances = [place.x_advance for place in places]
    if tracking:
        advances = _tracked(clusters, advances, tracking)
    return Shaped(
        item,
        infos,
        clusters == list(range(item.end - item.start)),
        [info.codepoint for info in infos],
        clusters,
        [place.x_offset for place in places],
        [place.y_offset for place in places],
        advances,
    )


def pens(shaped: Iterable[Shaped]) -> list[int]:
    """Where the pen is before each character of a paragraph, read in text order on one line, and after the last.

    Inside a ligature the pen is at its end.
    """
    advances: list[int] = []
    for piece in shaped:
        advances += piece.by_character()
    return list(accumulate(advances, initial=0))


def _tracked(clusters: Sequence[int], advances: Sequence[int], tracking: int) -> list[int]:
    widths: dict[int, int] = {}
    for cluster, advance in zip(clusters, advances, strict=True):
        widths[cluster] = widths.get(cluster, 0) + advance
    return [
        advance + (tracking if cluster != after and widths[cluster] else 0)
        for cluster, advance, after in zip(clusters, advances, [*clusters[1:], -1], strict=True)
    ]


def overhang(shaped: Sequence[Shaped], end: int) -> int:
    """The same of a paragraph's shaped items."""
    index = bisect_right(shaped, end - 1, key=lambda piece: piece.item.start) - 1
    return shaped[index].overhang(end)
