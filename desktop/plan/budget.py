"""A word budget for cards: how many words they have room for at the size at which they are printed."""

from collections.abc import Sequence
from typing import NamedTuple

MOST_LINES = 6
"""Cards with more lines than this are not read on a wall, however much room there is."""

RAGGED = 0.5
"""Of a word's width: what a line leaves white at its end, as lines break between words; the last one too, so that it is
not the first too many."""


class Stack(NamedTuple):
    """The fullest cell of a lane: how many cards, and the height of the lane beside their lines of text."""

    cards: int
    height: float
    beside: float


def lines_each(stacks: Sequence[Stack], spare: float, leading: float) -> float:
    """The lines that the cards of the fullest cells may have on average on this page: those that they have and what is
    to `spare`, shared equally. At least 1, at most MOST_LINES. Lengths in one unit.
    """
    count = sum(stack.cards for stack in stacks)
    room = sum(stack.height - stack.beside for stack in stacks) + max(0.0, spare)
    return max(1.0, min(float(MOST_LINES), room / (leading * count))) if count else float(MOST_LINES)


def words_on(lines: float, width: float, indent: float, word: float, space: float) -> int:
    """The words of usual width `word` that so many lines hold, the first beginning `indent` further in; at least 1."""
    room = lines * width - indent - lines * RAGGED * word + space
    return max(1, int(room / (word + space)))
