"""Blocks of lines poured into columns: a block goes on in the next column where it does not fit, in good places."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

EXACT = 1e-6
"""Rounding errors up to this are none."""


class Block(NamedTuple):
    """Lines by their heights; the first `keep` stay together, and no line stands alone at a column's head."""

    lines: tuple[float, ...]
    keep: int = 1


class Piece(NamedTuple):
    """The lines `first` to `last` (exclusive) of a block by its number, from `y` down in a column by its number."""

    block: int
    first: int
    last: int
    column: int
    y: float


def flow(blocks: Sequence[Block], room: Callable[[int], float], gap: float) -> tuple[Piece, ...]:
    """Where the blocks stand, `gap` apart; `room` gives a column's height. A line higher than a column overhangs it."""
    return tuple(_Pouring(blocks, room, gap).pieces())


class _Pouring:
    """Columns as they fill, one after the other."""

    def __init__(self, blocks: Sequence[Block], room: Callable[[int], float], gap: float) -> None:
        self._blocks, self._room, self._gap = blocks, room, gap
        self._column, self._y = 0, 0.0

    def pieces(self) -> Iterator[Piece]:
        for number, block in enumerate(self._blocks):
            first = 0
            while first < len(block.lines):
                last = self._last(block, first)
                if last == first:
                    self._next()
                    continue
                yield Piece(number, first, last, self._column, self._y)
                self._y += sum(block.lines[first:last])
                first = last
                if first < len(block.lines):
                    self._next()
            self._y += self._gap

    def _next(self) -> None:
        self._column, self._y = self._column + 1, 0.0

    def _last(self, block: Block, first: int) -> int:
        """Up to where the block stands in this column; `first` when none of it should."""
        lines, left = block.lines, self._room(self._column) - self._y + EXACT
        last = first
        while last < len(lines) and lines[last] <= left:
            left -= lines[last]
            last += 1
        if last == len(lines):
            return last
        good = last - 1 if len(lines) - last == 1 else last  # one line alone would stand at the head of the next
        least = first + 1 if first else min(block.keep, len(lines))
        if good >= least:
            return good
        return first if self._y else max(last, first + 1)
