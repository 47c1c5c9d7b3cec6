"""A smooth curve through given points that never overshoots.

The tangents are those of F. N. Fritsch and R. E. Carlson, “Monotone piecewise cubic interpolation”,
SIAM Journal on Numerical Analysis 17 (1980), 238–246. The pieces come as cubic Béziers, and as the inner control
points stand at thirds of the way, x runs evenly along each piece and the curve is a function of x.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

Point = tuple[float, float]
Segment = tuple[float, float, float, float, float, float]
"""Control point 1, control point 2, end; the start is the end of the piece before."""


def monotone_curve(points: Sequence[Point]) -> tuple[Segment, ...]:
    """The pieces between neighbouring points, whose x must increase strictly; none for fewer than two points.

    Between two points the curve, control points included, stays within their two heights. Raises ValueError when x
    does not increase.
    """
    if any(b[0] <= a[0] for a, b in pairwise(points)):
        raise ValueError("the points of a curve must run from left to right")
    slopes = _tangents(points)
    return tuple(
        _piece(start, end, left, right)
        for (start, end), (left, right) in zip(pairwise(points), pairwise(slopes), strict=True)
    )


def height_at(start: Point, segment: Segment, x: float) -> float:
    """The curve's y at x within one piece; x outside is taken to the nearer end."""
    t = (x - start[0]) / (segment[4] - start[0])
    if t <= 0.0:
        return start[1]
    if t >= 1.0:
        return segment[5]
    s = 1.0 - t
    return s * s * s * start[1] + 3.0 * s * t * (s * segment[1] + t * segment[3]) + t * t * t * segment[5]


def _tangents(points: Sequence[Point]) -> list[float]:
    """One slope per point: the mean of its two chords, flat at extremes, reined in where that is too steep."""
    chords = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in pairwise(points)]
    if not chords:
        return [0.0] * len(points)
    slopes = [chords[0], *(_between(a, b) for a, b in pairwise(chords)), chords[-1]]
    for index, chord in enumerate(chords):
        # (m₁/d)² + (m₂/d)² ≤ 9 keeps a piece monotone; written without dividing by a chord that may be almost flat
        steepness, limit = hypot(slopes[index], slopes[index + 1]), 3.0 * abs(chord)
        if steepness > limit:
            slopes[index] *= limit / steepness
            slopes[index + 1] *= limit / steepness
    return slopes


def _between(before: float, after: float) -> float:
    """The slope at an inner point: flat where the direction turns."""
    turns = before == 0.0 or after == 0.0 or (before < 0.0) != (after < 0.0)
    return 0.0 if turns else (before + after) / 2.0


def _piece(start: Point, end: Point, left: float, right: float) -> Segment:
    third = (end[0] - start[0]) / 3.0
    low, high = min(start[1], end[1]), max(start[1], end[1])
    # rounding alone could carry a control point past its neighbour by the last bit
    first = min(high, max(low, start[1] + left * third))
    second = min(high, max(low, end[1] - right * third))
    return (start[0] + third, first, end[0] - third, second, end[0], end[1])
