"""Small drawings that say what to do with the sheets of a poster. Millimetres; each fills a box of WIDE × HIGH."""

from collections.abc import Iterator

from desktop.drawing.lettering import INK, QUIET, Face, Lettering
from desktop.drawing.rulers import THIN, Point, arrowhead, lines
from desktop.drawing.shapes import Box, Ellipse, Path, Shape
from desktop.drawing.sheetmarks import DASH, GLUED

WIDE, HIGH = 30.0, 18.0

SHEET, OFF = "#FFFFFF", "#EEEEEE"
LINE = 0.25


def _sheet(x: float, y: float, width: float, height: float, fill: str = SHEET) -> Box:
    return Box(x, y, width, height, fill, QUIET, LINE)


def exact(x: float, y: float, lettering: Lettering) -> Iterator[Shape]:
    """A sheet that says 100 % over a short ruler."""
    yield _sheet(x + 3, y, 24, HIGH)
    yield from lettering.middled("100\u00a0%", x + 15, y + 7, Face(11.0, "bold"), align=0.5)
    yield lines([((x + 6, y + 14), (x + 24, y + 14))], THIN)
    yield lines(
        (((x + 6 + 3 * at, y + 14), (x + 6 + 3 * at, y + (12.4 if at % 3 == 0 else 13.2))) for at in range(7)), THIN
    )


def cut(x: float, y: float, sides: frozenset[str]) -> Iterator[Shape]:
    """A sheet with dashed lines at the sides that are cut off, which are grey, and scissors."""
    left, top, right, bottom = (3.4 if name in sides else 0.0 for name in ("left", "top", "right", "bottom"))
    yield _sheet(x + 3, y, 24, HIGH, OFF)
    inner = (x + 3 + left, y + top, 24 - left - right, HIGH - top - bottom)
    yield Box(*inner, SHEET)
    yield _sheet(x + 3, y, 24, HIGH, "")
    ends = {
        "left": ((inner[0], y - 0.8), (inner[0], y + HIGH + 0.8)),
        "right": ((inner[0] + inner[2], y - 0.8), (inner[0] + inner[2], y + HIGH + 0.8)),
        "top": ((x + 2.2, inner[1]), (x + 27.8, inner[1])),
        "bottom": ((x + 2.2, inner[1] + inner[3]), (x + 27.8, inner[1] + inner[3])),
    }
    yield lines((ends[name] for name in sorted(sides)), 0.3, INK, (DASH[0] / 2, DASH[1] / 2))
    if {"right", "left"} & sides:
        yield from scissors(ends["right" if "right" in sides else "left"][1][0], y + HIGH - 6.0)


def scissors(x: float, y: float) -> Iterator[Shape]:
    """Scissors whose blades point up along the line through (x, y)."""
    yield Path((("M", x - 1.1, y + 3.0), ("L", x + 1.0, y - 3.2)), "", INK, 0.5)
    yield Path((("M", x + 1.1, y + 3.0), ("L", x - 1.0, y - 3.2)), "", INK, 0.5)
    yield Ellipse(x - 1.6, y + 4.0, 1.1, 1.1, SHEET, INK, 0.5)
    yield Ellipse(x + 1.6, y + 4.0, 1.1, 1.1, SHEET, INK, 0.5)


def glue(x: float, y: float, glued: str) -> Iterator[Shape]:
    """Two sheets: the strip of the one, grey, goes under the other. Butted sheets meet with tape behind."""
    if glued == "butt":
        yield Box(x + 11, y + 5, 8, 8, GLUED)
        yield _sheet(x + 1, y + 1, 14, HIGH - 2)
        yield _sheet(x + 15, y + 1, 14, HIGH - 2)
        yield Box(x + 11, y + 6, 8, 6, "", QUIET, LINE, dash=(0.8, 0.6))
        return
    strip = x + 15 if glued == "left-top" else x + 11
    under, over = (x + 15, x + 1) if glued == "left-top" else (x + 1, x + 15)
    yield _sheet(under, y + 2.5, 14, HIGH - 3.5)
    yield Box(strip + LINE / 2, y + 2.5 + LINE / 2, 4 - LINE, HIGH - 3.5 - LINE, GLUED)
    yield _sheet(over - (2.0 if over < under else -2.0), y + 0.5, 14, HIGH - 3.5)
    middle, towards = y + HIGH / 2 - 1, 1.0 if over < under else -1.0
    start = over + 7 - 5 * towards
    tip = (over + 7 + 7.5 * towards, middle)
    yield lines([((start, middle), (tip[0] - towards, middle))], 0.4)
    yield arrowhead(tip, (towards, 0.0), 2.2)


def order(x: float, y: float, across: int, down: int) -> Iterator[Shape]:
    """The sheets with arrows: along each row, then row by row."""
    columns, rows = min(across, 3), min(down, 2)
    wide, high = 24 / columns, HIGH / rows
    for row in range(rows):
        yield from (_sheet(x + 3 + at * wide, y + row * high, wide, high) for at in range(columns))
    for row in range(rows if columns > 1 else 0):
        middle = y + (row + 0.5) * high
        yield from _arrow((x + 6, middle), (x + 24, middle))
    if rows > 1:
        aside = x + (29 if columns > 1 else 15)
        yield from _arrow((aside, y + 3), (aside, y + HIGH - 3))


def _arrow(start: Point, end: Point) -> Iterator[Shape]:
    across = abs(end[0] - start[0]) > abs(end[1] - start[1])
    direction = (1.0, 0.0) if across else (0.0, 1.0)
    yield lines([(start, (end[0] - direction[0], end[1] - direction[1]))], 0.4)
    yield arrowhead(end, direction, 2.2)
