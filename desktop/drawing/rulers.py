"""Marks that other marks are made of: lines, rulers, registration marks. Millimetres."""

from collections.abc import Iterable, Iterator
from math import cos, pi, sin

from desktop.drawing.lettering import INK, Face, Lettering
from desktop.drawing.shapes import ROUND, Command, Dash, Path, Shape

HAIR, THIN = 0.1, 0.18
"""Widths of lines; a hairline of 0.25 pt is 0.09 mm."""

RULER = 100.0
"""Length of the ruler by which a print is measured."""

FIGURES = Face(5.5, "semibold")

Point = tuple[float, float]


def lines(ends: Iterable[tuple[Point, Point]], width: float, colour: str = INK, dash: Dash = ()) -> Path:
    """Straight lines from point to point."""
    commands: list[Command] = []
    for start, end in ends:
        commands += [("M", *start), ("L", *end)]
    return Path(tuple(commands), "", colour, width, dash)


def polygon(points: Iterable[Point], fill: str) -> Path:
    """A filled outline."""
    commands = [("L" if number else "M", *point) for number, point in enumerate(points)]
    return Path((*commands, ("Z",)), fill)


def arrowhead(tip: Point, towards: Point, size: float, fill: str = INK) -> Path:
    """A triangle with its tip at the point; `towards` is the direction in which it points, of length 1."""
    (x, y), (dx, dy) = tip, towards
    half = size * 0.5
    back = (x - dx * size, y - dy * size)
    return polygon((tip, (back[0] - dy * half, back[1] + dx * half), (back[0] + dy * half, back[1] - dx * half)), fill)


def ruler(x: float, y: float, lettering: Lettering, *, length: float = RULER, zero: str = "0") -> Iterator[Shape]:
    """A ruler to the right from (x, y): ticks upwards every 5 mm, `zero` at its start, at its end the unit."""
    yield lines([((x, y), (x + length, y))], THIN)
    yield lines((((x + at, y), (x + at, y - _tick(at))) for at in _ticks(length)), THIN)
    yield from lettering.line(zero, x + 0.8, y - 1.6, FIGURES)
    yield from lettering.line(f"{length:.0f}\u00a0mm", x + length - 0.8, y - 1.6, FIGURES, align=1.0)


def standing_ruler(x: float, y: float, lettering: Lettering, *, length: float = RULER) -> Iterator[Shape]:
    """A ruler downwards from (x, y), its ticks to the right."""
    yield lines([((x, y), (x, y + length))], THIN)
    yield lines((((x, y + at), (x + _tick(at), y + at)) for at in _ticks(length)), THIN)
    yield from lettering.line("0", x + 1.6, y + 2.6, FIGURES)
    yield from lettering.line(f"{length:.0f}", x + 1.6, y + length - 3.2, FIGURES)
    yield from lettering.line("mm", x + 1.6, y + length - 0.9, FIGURES)


def _ticks(length: float) -> Iterator[float]:
    return (5.0 * number for number in range(int(length / 5) + 1))


def _tick(at: float) -> float:
    """Long at both ends and in the middle, short at the halves of centimetres."""
    return 2.8 if at % 50 == 0 else 1.6 if at % 10 == 0 else 0.8


def quarter(centre: Point, radius: float, turn: int) -> Command:
    """A quarter of a circle from the direction `turn` (0 right, 1 down, 2 left, 3 up) to the next, clockwise."""
    (x, y), first, last = centre, turn * pi / 2, (turn + 1) * pi / 2
    reach = radius * ROUND
    start, end = (cos(first), sin(first)), (cos(last), sin(last))
    return (
        "C",
        x + radius * start[0] - reach * start[1],
        y + radius * start[1] + reach * start[0],
        x + radius * end[0] + reach * end[1],
        y + radius * end[1] - reach * end[0],
        x + radius * end[0],
        y + radius * end[1],
    )


def target(centre: Point, radius: float, quarters: Iterable[int]) -> Path:
    """A registration mark, a circle with a cross: only these quarters of it (0 right below … 3 right above)."""
    x, y = centre
    commands: list[Command] = []
    arms = set()
    for turn in quarters:
        angle = turn * pi / 2
        commands += [("M", x + radius * 0.6 * cos(angle), y + radius * 0.6 * sin(angle))]
        commands += [quarter(centre, radius * 0.6, turn)]
        arms |= {turn, (turn + 1) % 4}
    for turn in sorted(arms):
        angle = turn * pi / 2
        commands += [("M", x, y), ("L", x + radius * cos(angle), y + radius * sin(angle))]
    return Path(tuple(commands), "", INK, HAIR)
