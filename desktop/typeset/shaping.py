"""Items to glyphs by HarfBuzz: advances per character for breaking lines, glyphs for drawing them."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

import uharfbuzz as hb

from desktop.typeset.items import Item

Glyph = tuple[int, int, int, int, int]
"""Glyph number, offset of its cluster in the paragraph, advance, x offset, y offset; in units."""

_UNSAFE = int(hb.GlyphFlags.UNSAFE_TO_BREAK)
_LOOSE = {"liga": False, "clig": False}  # spaced letters do not join
_AS_IS: dict[str, bool] = {}
_buffer = hb.Buffer()


def glyphs(text: str, item: Item, tracking: int) -> list[Glyph]:
    """The glyphs of an item in visual order; tracking is added after the last glyph of each cluster that has a width."""
    shaped, start = _shape(text, item, tracking), item.start
    made = [
        (glyph.codepoint, glyph.cluster + start, advance, dx, dy)
        for glyph, (dx, dy, advance, _) in zip(shaped.glyph_infos, map(_position, shaped.glyph_positions), strict=True)
    ]
    return _tracked(made, tracking) if tracking else made


def clusters(text: str, item: Item, tracking: int) -> list[tuple[int, int]]:
    """The clusters of an item in text order: offset in the paragraph and advance, tracking included."""
    shaped = _shape(text, item, tracking)
    advances = _advances(shaped, item, tracking)
    offsets = sorted({glyph.cluster for glyph in shaped.glyph_infos})
    return [(item.start + offset, advances[offset]) for offset in offsets]


def pens(text: str, items: Sequence[Item], tracking: int) -> list[int]:
    """Where the pen is before each character, all on one line and read in text order, and after the last.

    Inside a ligature the pen is at the end of it.
    """
    advances: list[int] = []
    for item in items:
        advances += _advances(_shape(text, item, tracking), item, tracking)
    return list(accumulate(advances, initial=0))


def pens_and_unsafe(
    text: str, items: Sequence[Item], tracking: int, places: Sequence[int]
) -> tuple[list[int], set[int]]:
    """The pens, and those of the places where a line that begins or ends there must be shaped anew to be measured."""
    advances: list[int] = []
    unsafe: set[int] = set()
    for item in items:
        shaped = _shape(text, item, tracking)
        unsafe.update(_unsafe(shaped, item, places))
        advances += _advances(shaped, item, tracking)
    return list(accumulate(advances, initial=0)), unsafe


def _shape(text: str, item: Item, tracking: int) -> hb.Buffer:
    """The one buffer, good until the next call; its clusters count from the item's start."""
    buffer = _buffer
    buffer.reset()
    buffer.add_str(text[item.start : item.end])
    buffer.direction = "rtl" if item.level % 2 else "ltr"
    buffer.script = item.script
    hb.shape(item.font.shaper, buffer, _LOOSE if tracking else _AS_IS)
    return buffer


def _position(position: hb.GlyphPosition) -> tuple[int, int, int, int]:
    whole: tuple[int, int, int, int] = position.position
    return whole


def _advances(shaped: hb.Buffer, item: Item, tracking: int) -> list[int]:
    """Per character of the item: the advance of the cluster that begins with it, tracking included; else 0."""
    advances = [0] * (item.end - item.start)
    for glyph, position in zip(shaped.glyph_infos, shaped.glyph_positions, strict=True):
        advances[glyph.cluster] += position.x_advance
    return [advance + tracking if advance else 0 for advance in advances] if tracking else advances


def _unsafe(shaped: hb.Buffer, item: Item, places: Sequence[int]) -> Iterator[int]:
    inside = [place for place in places if item.start < place < item.end]
    if not inside:
        return
    infos = shaped.glyph_infos
    first = {glyph.cluster: glyph for glyph in reversed(infos)}
    for place in inside:
        glyph = first.get(place - item.start)
        if glyph is None or glyph.flags & _UNSAFE:
            yield place


def _tracked(made: list[Glyph], tracking: int) -> list[Glyph]:
    advances: dict[int, int] = {}
    for _, cluster, advance, _, _ in made:
        advances[cluster] = advances.get(cluster, 0) + advance
    following = [*(cluster for _, cluster, _, _, _ in made[1:]), -1]
    return [
        (glyph, cluster, advance + (tracking if cluster != after and advances[cluster] else 0), dx, dy)
        for (glyph, cluster, advance, dx, dy), after in zip(made, following, strict=True)
    ]
