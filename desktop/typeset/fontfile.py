"""Whether the bytes of a font file are whole, before anything that was written in C looks at them.

OpenType 1.9: a directory of tables, each with its place and a sum of its 32-bit words. What is looked at is what every
reader relies on; the rest is left to HarfBuzz and FreeType, which look at each table themselves.
"""

import sys
from array import array
from collections.abc import Mapping
from struct import Struct

KINDS = (b"\0\1\0\0", b"OTTO", b"true")
NEEDED = frozenset({b"head", b"hhea", b"hmtx", b"maxp", b"cmap", b"name"})
OUTLINES = ({b"glyf", b"loca"}, {b"CFF "}, {b"CFF2"})
MAGIC = 0x5F0F3CF5
COLLECTION = b"ttcf"
MOST = 64
"""How many fonts a collection may hold."""

CUT = "it is cut short"

Sums = dict[tuple[bytes | int, ...], int]
"""Of tables by what they are, where they begin and how long they are."""

_COLLECTION = Struct(">4sII")
_HEADER, _RECORD, _SHORT, _LONG = Struct(">4sHHHH"), Struct(">4sIII"), Struct(">H"), Struct(">I")


def trouble(font: bytes) -> str:
    """What is wrong with a font file or a collection of fonts, in a few words; "" when it is sound."""
    if font[:4] != COLLECTION:
        return _trouble(font, 0, {})
    count = _COLLECTION.unpack_from(font)[2] if len(font) >= _COLLECTION.size else 0
    if not 0 < count <= MOST:
        return "it is no font"
    places = font[_COLLECTION.size : _COLLECTION.size + 4 * count]
    if len(places) < 4 * count:
        return CUT
    sums: Sums = {}
    return next(filter(None, (_trouble(font, place, sums) for (place,) in _LONG.iter_unpack(places))), "")


def _trouble(font: bytes, place: int, sums: Sums) -> str:
    """What is wrong with the font whose directory is there; fonts of a collection share tables, and their sums."""
    if len(font) < place + _HEADER.size or font[place : place + 4] not in KINDS:
        return "it is no font"
    first = place + _HEADER.size
    last = first + _HEADER.unpack_from(font, place)[1] * _RECORD.size
    if last > len(font):
        return CUT
    records = list(_RECORD.iter_unpack(font[first:last]))
    if any(start + length > len(font) for _, _, start, length in records):
        return CUT
    tables = {tag: font[start : start + length] for tag, _, start, length in records}
    if not tables.keys() >= NEEDED or not any(tables.keys() >= outlines for outlines in OUTLINES):
        return "a part of it is missing"
    for tag, _, *where in records:
        if (tag, *where) not in sums:
            sums[tag, *where] = _sum(tag, tables[tag])
    if any(total != sums[tag, *where] for tag, total, *where in records):
        return "its bytes are not those that were once written"
    return "" if _agrees(tables) else "its parts do not fit together"


def _sum(tag: bytes, table: bytes) -> int:
    """Of a table's words; that of “head” is taken without the sum of the whole file which it holds."""
    if tag == b"head":
        table = table[:8] + bytes(4) + table[12:]
    words = array("I", table + bytes(-len(table) % 4))
    if sys.byteorder == "little":
        words.byteswap()
    return sum(words) & 0xFFFFFFFF


def _agrees(tables: Mapping[bytes, bytes]) -> bool:
    """Whether there is a width and a place for every glyph."""
    head, hhea, hmtx, maxp = (tables[tag] for tag in (b"head", b"hhea", b"hmtx", b"maxp"))
    if len(head) < 54 or len(hhea) < 36 or len(maxp) < 6 or _LONG.unpack_from(head, 12)[0] != MAGIC:
        return False
    (units,), (long_places,) = _SHORT.unpack_from(head, 18), _SHORT.unpack_from(head, 50)
    (glyphs,), (widths,) = _SHORT.unpack_from(maxp, 4), _SHORT.unpack_from(hhea, 34)
    loca = tables.get(b"loca")
    placed = loca is None or len(loca) >= (glyphs + 1) * (4 if long_places else 2)
    return 16 <= units <= 16_384 and 0 < widths <= glyphs and len(hmtx) >= 2 * (widths + glyphs) and placed
