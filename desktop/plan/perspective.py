"""A flat thing as a camera sees it: the homography between two quadrilaterals.

P. S. Heckbert, Fundamentals of Texture Mapping and Image Warping (UC Berkeley, 1989), section 2.2: the unit square
comes to a quadrilateral in closed form, and from one quadrilateral to another one goes through the square. Written as
a matrix M of 3 × 3, a point (x, y) comes to (X / W, Y / W) with (X, Y, W) = M (x, y, 1).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import atan2, hypot

Point = tuple[float, float]
Quad = tuple[Point, Point, Point, Point]
"""Corners: top left, top right, bottom right, bottom left, as one sees them with y downwards."""

Row = tuple[float, float, float]
Matrix = tuple[Row, Row, Row]

FLATTEST = 0.01
"""Twice the least area of the triangle of any three corners, as a share of the square of the longest side."""


class QuadError(ValueError):
    """Four points between which nothing flat can be seen. code: same (two are one), line (three stand in a line),
    hollow (one stands inside the others, or the sides cross)."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Homography:
    """Maps points of one plane to another."""

    matrix: Matrix

    def __call__(self, x: float, y: float) -> Point:
        """Where a point comes to. ZeroDivisionError on the line that is infinitely far away in the other plane."""
        across, down, depth = (row[0] * x + row[1] * y + row[2] for row in self.matrix)
        return across / depth, down / depth

    @property
    def inverse(self) -> "Homography":
        """The way back: the adjugate does, as a common factor changes nothing."""
        return Homography(_adjugate(self.matrix))

    @property
    def coefficients(self) -> tuple[float, ...]:
        """As Pillow has them: a … h of x = (a x + b y + c) / (g x + h y + 1), y = (d x + e y + f) / (g x + h y + 1)."""
        whole = [each for row in self.matrix for each in row]
        return tuple(each / whole[-1] for each in whole[:-1])

    def after(self, other: "Homography") -> "Homography":
        """The other one first, then this one."""
        return Homography(_product(self.matrix, other.matrix))

    def scale(self, x: float, y: float) -> float:
        """The length in the other plane of a short unit at a point: the root of the Jacobian determinant."""
        depth = self.matrix[2][0] * x + self.matrix[2][1] * y + self.matrix[2][2]
        return float(abs(_determinant(self.matrix) / depth**3) ** 0.5)


def homography(source: Quad, target: Quad) -> Homography:
    """The one that brings each corner of one quadrilateral to the same corner of the other. Raises QuadError."""
    return _from_square(checked(target)).after(_from_square(checked(source)).inverse)


def rectangle(x: float, y: float, width: float, height: float) -> Quad:
    """The corners of a rectangle by its top left one and its size."""
    return (x, y), (x + width, y), (x + width, y + height), (x, y + height)


def checked(quad: Sequence[Point]) -> Quad:
    """The same four corners where they are those of a convex quadrilateral. Raises QuadError where they are not."""
    a, b, c, d = quad
    longest = max(hypot(q[0] - p[0], q[1] - p[1]) for p in quad for q in quad)
    sides = [hypot(q[0] - p[0], q[1] - p[1]) for p, q in pairwise((a, b, c, d, a))]
    if min(sides) <= longest * FLATTEST:
        raise QuadError("same")
    turns = [_turn(*three) / longest**2 for three in ((d, a, b), (a, b, c), (b, c, d), (c, d, a))]
    if min(map(abs, turns)) < FLATTEST:
        raise QuadError("line")
    if min(turns) < 0 < max(turns):
        raise QuadError("hollow")
    return a, b, c, d


def ordered(points: Iterable[Point]) -> Quad:
    """Four points, clicked in any order, as corners: round their middle, the one nearest the top left first.

    Raises QuadError.
    """
    four = list(points)
    x, y = sum(each[0] for each in four) / 4, sum(each[1] for each in four) / 4
    around = sorted(four, key=lambda each: atan2(each[1] - y, each[0] - x))
    width, height = (max(each[axis] for each in four) - min(each[axis] for each in four) for axis in (0, 1))
    first = min(range(4), key=lambda at: (around[at][0] - x) / (width or 1.0) + (around[at][1] - y) / (height or 1.0))
    return checked((*around[first:], *around[:first]))


def _from_square(quad: Quad) -> Homography:
    """From the square with the corners (0, 0), (1, 0), (1, 1), (0, 1)."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = quad
    dx1, dx2, sx = x1 - x2, x3 - x2, x0 - x1 + x2 - x3
    dy1, dy2, sy = y1 - y2, y3 - y2, y0 - y1 + y2 - y3
    whole = dx1 * dy2 - dx2 * dy1
    g, h = (sx * dy2 - dx2 * sy) / whole, (dx1 * sy - sx * dy1) / whole
    return Homography(((x1 - x0 + g * x1, x3 - x0 + h * x3, x0), (y1 - y0 + g * y1, y3 - y0 + h * y3, y0), (g, h, 1.0)))


def _turn(a: Point, b: Point, c: Point) -> float:
    """Positive where the way from a by b to c bends to the right, as one sees it; twice the area of the triangle."""
    return (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])


def _adjugate(matrix: Matrix) -> Matrix:
    (a, b, c), (d, e, f), (g, h, i) = matrix
    return (
        (e * i - f * h, c * h - b * i, b * f - c * e),
        (f * g - d * i, a * i - c * g, c * d - a * f),
        (d * h - e * g, b * g - a * h, a * e - b * d),
    )


def _determinant(matrix: Matrix) -> float:
    (a, b, c), (d, e, f), (g, h, i) = matrix
    return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)


def _product(left: Matrix, right: Matrix) -> Matrix:
    a, b, c = (_row(row, right) for row in left)
    return a, b, c


def _row(row: Row, right: Matrix) -> Row:
    x, y, z = (sum(each * right[at][column] for at, each in enumerate(row)) for column in range(3))
    return x, y, z
