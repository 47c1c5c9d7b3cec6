"""Outlines as a font program in the Compact Font Format (Adobe Technical Notes 5176 and 5177), keyed by code.

PDF has no map from codes to glyphs for fonts with PostScript outlines, and each reader does without one in its own way.
So a font of that kind is written anew, with a glyph for every code.
"""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

Outline = Sequence[tuple[str | float, ...]]
"""("M", x, y) ("L", x, y) ("C", x1, y1, x2, y2, x, y) ("Z",), y upwards, in 1/1000 em."""

HEADER = bytes((1, 0, 4, 4))
MOVE, LINE, CURVE, END = bytes((21,)), bytes((5,)), bytes((8,)), bytes((14,))
ROS, CID_COUNT, FD_ARRAY, FD_SELECT = bytes((12, 30)), bytes((12, 34)), bytes((12, 36)), bytes((12, 37))
CHARSET, CHAR_STRINGS, PRIVATE, NOMINAL_WIDTH = bytes((15,)), bytes((17,)), bytes((18,)), bytes((21,))
FIRST_OWN_STRING = 391
OPERATORS = {"M": MOVE, "L": LINE, "C": CURVE}


class Drawn(NamedTuple):
    """The glyph of a code; how far it moves the pen, in 1/1000 em."""

    code: int
    width: int
    outline: Outline


def font_program(name: str, glyphs: Sequence[Drawn]) -> bytes:
    """A font file whose glyphs are found by code; the first must be that of code 0."""
    texts = _index([name.encode("ascii")]), _index([b"Adobe", b"Identity"]) + _index([])
    charset = b"\0" + b"".join(glyph.code.to_bytes(2, "big") for glyph in glyphs[1:])
    select = bytes((3, 0, 1, 0, 0, 0)) + len(glyphs).to_bytes(2, "big")
    private = _integer(0) + NOMINAL_WIDTH
    outlines = _index([_program(glyph) for glyph in glyphs])
    parts = (charset, select, private, outlines)
    start = len(HEADER) + len(texts[0]) + len(_top(len(glyphs), (0, 0, 0, 0))) + len(texts[1])
    places = [start, *(start + length for length in accumulate(map(len, parts)))]
    top = _top(len(glyphs), (places[0], places[1], places[3], places[4]))
    dictionary = _integer(len(private)) + _integer(places[2]) + PRIVATE
    return b"".join((HEADER, texts[0], top, texts[1], *parts, _index([dictionary])))


def _top(count: int, places: Sequence[int]) -> bytes:
    """The index of the one dictionary that says where everything is; as long whatever the places."""
    names = _integer(FIRST_OWN_STRING) + _integer(FIRST_OWN_STRING + 1) + _integer(0) + ROS
    pairs = zip(places, (CHARSET, FD_SELECT, CHAR_STRINGS, FD_ARRAY), strict=True)
    return _index([names + _integer(count) + CID_COUNT + b"".join(_integer(place) + key for place, key in pairs)])


def _index(entries: Sequence[bytes]) -> bytes:
    """How many, where each begins and ends (from 1), and all of them."""
    if not entries:
        return b"\0\0"
    ends = accumulate(map(len, entries), initial=1)
    return b"".join((len(entries).to_bytes(2, "big"), b"\4", *(end.to_bytes(4, "big") for end in ends), *entries))


def _integer(value: int) -> bytes:
    """A number of a dictionary, always in five bytes."""
    return b"\x1d" + value.to_bytes(4, "big", signed=True)


def _program(glyph: Drawn) -> bytes:
    """Steps from point to point, the width before the first."""
    parts = [_numbers([glyph.width])]
    x = y = 0.0
    for command in glyph.outline:
        if command[0] == "Z":
            continue
        steps: list[float] = []
        for at in range(1, len(command), 2):
            across, up = _fine(command[at]), _fine(command[at + 1])
            steps += (across - x, up - y)
            x, y = across, up
        parts += (_numbers(steps), OPERATORS[str(command[0])])
    return b"".join((*parts, END))


def _fine(value: str | float) -> float:
    """To a 64th: steps between such places are exact."""
    return round(float(value) * 64) / 64


def _numbers(values: Iterable[float]) -> bytes:
    return b"".join(map(_number, values))


def _number(value: float) -> bytes:
    """A number of a glyph's program: as short as can be, with a fraction in five bytes."""
    whole = int(value)
    if whole != value:
        return b"\xff" + round(value * 65_536).to_bytes(4, "big", signed=True)
    if -107 <= whole <= 107:
        return bytes((whole + 139,))
    if 108 <= whole <= 1131:
        return (whole - 108 + 247 * 256).to_bytes(2, "big")
    if -1131 <= whole <= -108:
        return (-whole - 108 + 251 * 256).to_bytes(2, "big")
    return b"\x1c" + whole.to_bytes(2, "big", signed=True)
