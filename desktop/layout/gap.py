"""The room between two curves: cut to where both of them run, outlined, and hatched with upright lines."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil
from typing import NamedTuple

from desktop.layout.curve import Point, Segment, height_at
from desktop.layout.places import Curve


class Run(NamedTuple):
    """A curve or some of it: its points from left to right, and the pieces between them."""

    points: tuple[Point, ...]
    segments: tuple[Segment, ...]

    def height(self, x: float) -> float:
        """The y at this x; at a place where the run is not, that of its nearer end."""
        for (start, _), segment in zip(pairwise(self.points), self.segments, strict=True):
            if x <= segment[4]:
                return height_at(start, segment, x)
        return self.points[-1][1]


def common(one: Curve, other: Curve) -> tuple[Run, Run] | None:
    """Both curves over the stretch of x in which both run; None where there is none."""
    if not (one.segments and other.segments):
        return None
    left = max(one.points[0][0], other.points[0][0])
    right = min(one.points[-1][0], other.points[-1][0])
    return (_cut(one, left, right), _cut(other, left, right)) if left < right else None


def bars(one: Run, other: Run, pitch: float) -> Iterator[tuple[float, float, float]]:
    """x, top and bottom of upright lines between two runs over the same stretch, at multiples of the pitch."""
    for step in range(ceil(one.points[0][0] / pitch), int(one.points[-1][0] // pitch) + 1):
        x = step * pitch
        heights = one.height(x), other.height(x)
        yield x, min(heights), max(heights)


def _cut(curve: Curve, left: float, right: float) -> Run:
    pieces = [
        _piece(start, segment, left, right)
        for (start, _), segment in zip(pairwise(curve.points), curve.segments, strict=True)
        if start[0] < right and left < segment[4]
    ]
    return Run((pieces[0][0], *(piece[1][4:] for piece in pieces)), tuple(piece[1] for piece in pieces))


def _piece(start: Point, segment: Segment, left: float, right: float) -> tuple[Point, Segment]:
    """What of a piece lies between two x. Its x runs evenly: a share of its width is a share of its parameter."""
    width = segment[4] - start[0]
    begin, end = max(0.0, (left - start[0]) / width), min(1.0, (right - start[0]) / width)
    if (begin, end) == (0.0, 1.0):
        return start, segment
    ys = _within((start[1], segment[1], segment[3], segment[5]), begin, end)
    x, third = start[0] + begin * width, (end - begin) * width / 3
    return (x, ys[0]), (x + third, ys[1], x + 2 * third, ys[2], x + 3 * third, ys[3])


def _within(ys: Sequence[float], begin: float, end: float) -> list[float]:
    """The control points of the part of a piece from one parameter to another: its blossom at all four mixes of both.

    Source: Farin (2002), “Curves and Surfaces for CAGD”, 5th edition, section 5.4.
    """
    return [_blossom(ys, [begin] * (3 - count) + [end] * count) for count in range(4)]


def _blossom(ys: Sequence[float], at: Sequence[float]) -> float:
    row = list(ys)
    for t in at:
        row = [(1 - t) * a + t * b for a, b in pairwise(row)]
    return row[0]
