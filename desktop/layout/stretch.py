"""More room than usual between columns and between rows, so that a seam between two sheets finds its place there."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf

Gap = tuple[int, float]
"""The number of the column or row after it, and by how much further on that begins, in layout units."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Gaps between columns and between rows, where the foot counts as one more row. `title` is the most that a line
    of title or subtitle takes of the width."""

    columns: tuple[Gap, ...] = ()
    rows: tuple[Gap, ...] = ()
    title: float = inf


USUAL = Stretch()


def sums(gaps: Iterable[Gap]) -> dict[int, float]:
    """All the room before each column or row."""
    found: dict[int, float] = {}
    for number, room in gaps:
        found[number] = found.get(number, 0.0) + room
    return found
