"""Pages whose length follows the map: the columns that fit a height, and how a wall longer than a page is divided."""

from collections.abc import Callable, Collection, Sequence
from itertools import accumulate
from math import ceil, inf, sqrt

Size = tuple[float, float]
Measure = Callable[[float], Size]

TRIES = 8
NEAR = 1.01
"""Widths closer than this ratio are not told apart."""

ENOUGH = 1.04
"""How many times as high as the lowest a layout may be that is narrower, where none is low enough."""

APART = 1_200.0
"""mm; lane labels are never much further from each other than this."""

MORE = 0.4
"""By how much of APART two labels may stand further apart rather than having another one between them."""

SPARSE = 7.0
"""Labels are at least so many times their own width apart: on a wall of large type they are far apart."""

INSIDE = 0.3
"""By how much of its share a panel may be wider or narrower so that it ends with a stage."""


def spans(width: float, label: float = 0.0) -> int:
    """How many times lane labels stand once more on a poster of this width in mm, the last time at its right edge;
    `label` is how wide they are."""
    apart = max(APART, SPARSE * label)
    return 0 if width <= APART else max(1, ceil(width / apart - MORE))


def whole(length: float) -> float:
    """The length in mm to the next whole one: what is cut off a roll."""
    return float(ceil(length - 1e-6))


def lowest(measure: Measure, usual: Size, height: float, least: float, most: float) -> tuple[float | None, Size]:
    """The narrowest layout between two widths that is no higher than `height`, with its width and height.

    None for the usual one. Where even the widest is too high, it is one that is nearly as low as that.
    """
    if usual[1] <= height:
        return _between(measure, (None, usual), (least, measure(least)), height)
    widest = most, measure(most)
    enough = height if widest[1][1] <= height else ENOUGH * widest[1][1]
    return _between(measure, widest, (usual[0], usual), enough)


def _between(
    measure: Measure, wide: tuple[float | None, Size], narrow: tuple[float, Size], height: float
) -> tuple[float | None, Size]:
    """`wide` is low enough."""
    if narrow[1][1] <= height:
        return narrow
    low, high = narrow[0], wide[1][0]
    for _ in range(TRIES):
        if high <= low * NEAR:
            break
        middle = sqrt(low * high)
        size = measure(middle)
        if size[1] <= height:
            wide, high = (middle, size), middle
        else:
            low = middle
    return wide


def panels(widths: Sequence[float], ends: Collection[int], most: float) -> tuple[range, ...]:
    """Neighbouring columns together on as few panels as can be, none wider than `most` unless a column alone is.

    The panels are about equally wide, and end with a stage where that is near; `ends` are the columns that end one.
    """
    before = [0.0, *accumulate(widths)]
    for count in range(1, len(widths) + 1):
        cuts = _cuts(before, ends, most, count)
        if cuts:
            return tuple(range(first, last) for first, last in zip([0, *cuts[:-1]], cuts, strict=True))
    return tuple(range(index, index + 1) for index in range(len(widths)))


def _cuts(before: Sequence[float], ends: Collection[int], most: float, count: int) -> tuple[int, ...]:
    """Where each panel ends, for the least sum of what it is off its share; empty when that many are too wide."""
    share, last = before[-1] / count, len(before) - 1
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for _ in range(count):
        found: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, cuts) in best.items():
            for end in range(start + 1, last + 1):
                wide = before[end] - before[start]
                if wide > most:
                    break
                inside = 0.0 if end == last or end - 1 in ends else INSIDE
                total = cost + abs(wide / share - 1) ** 2 + inside**2
                if total < found.get(end, (inf, ()))[0]:
                    found[end] = (total, (*cuts, end))
        best = found
    return best.get(last, (inf, ()))[1]
