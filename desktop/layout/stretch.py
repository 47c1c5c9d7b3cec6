"""Some columns wider and some rows higher than usual, so that a seam between two sheets stands in a gutter."""

from dataclasses import dataclass
from math import inf


@dataclass(frozen=True, slots=True)
class Stretch:
    """`widths`: how many times as wide as the step says, per column, 1 at least; `heights`: how much higher, per row,
    in layout units; none for as usual; `curves`: how many times as high as usual the scale of emotions is.

    `title` is the most that a line of title or subtitle takes where its words are not longer, `seams` are the x that
    words at the head and the foot keep clear of."""

    widths: tuple[float, ...] = ()
    heights: tuple[float, ...] = ()
    title: float = inf
    seams: tuple[float, ...] = ()
    curves: float = 1.0

    def height(self, row: int) -> float:
        """How much higher a row is."""
        return self.heights[row] if row < len(self.heights) else 0.0


USUAL = Stretch()
