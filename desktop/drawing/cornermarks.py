"""The marks in the corners of a working wall, by which a photo of it is straightened. Millimetres.

Each is three squares one in the other, dark on white on dark, whose sides are as 7 to 5 to 3: every line through its
middle crosses dark, white, dark, white, dark in lengths of 1, 1, 3, 1, 1 (the finder patterns of ISO/IEC 18004).
"""

from collections.abc import Iterator

from desktop.drawing.lettering import INK
from desktop.drawing.shapes import Box, Figure, Placed

MARK, EDGE = 14.0, 5.0
"""The side of a mark, and how far it stands from the edges: most printers leave less than that unprinted."""

MODULE = MARK / 7
PAPER = "#FFFFFF"
ROLE = "corner"

Point = tuple[float, float]


def centres(width: float, height: float) -> tuple[Point, Point, Point, Point]:
    """The middles of the marks on a wall of this size: top left, top right, bottom right, bottom left."""
    near = EDGE + MARK / 2
    right, bottom = width - near, height - near
    return (near, near), (right, near), (right, bottom), (near, bottom)


def corner_marks(width: float, height: float) -> Iterator[Placed]:
    """The four marks."""
    squares = tuple(
        Box(inset * MODULE, inset * MODULE, MARK - 2 * inset * MODULE, MARK - 2 * inset * MODULE, colour)
        for inset, colour in ((0, INK), (1, PAPER), (2, INK))
    )
    for x, y in centres(width, height):
        yield Placed(x - MARK / 2, y - MARK / 2, Figure("", ROLE, "", MARK, MARK, squares))
