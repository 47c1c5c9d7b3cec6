"""Icons as paths on a grid of 16 units, read from the small SVG files that come with the program."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import atan2, ceil, cos, pi, radians, sin, sqrt, tan

GRID = 16.0
"""The side of the square that an icon is drawn on."""

STROKE = 1.5

Command = tuple[str | float, ...]
Point = tuple[float, float]

_PATH = re.compile(r"<path\s([^>]*)/>")
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)")
_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "A": 7, "Z": 0}


@dataclass(frozen=True, slots=True)
class Part:
    """One path of an icon: M, L, C and Z commands in grid units; whether it is filled and whether it is stroked."""

    commands: tuple[Command, ...]
    filled: bool
    stroked: bool


Icon = tuple[Part, ...]


def read_icon(svg: str) -> Icon:
    """The paths of an icon file. ValueError for path data with anything but absolute M, L, H, V, C, A and Z."""
    parts = []
    for found in _PATH.finditer(svg):
        attributes = dict(_ATTRIBUTE.findall(found[1]))
        filled, stroked = (attributes.get(name, "none") != "none" for name in ("fill", "stroke"))
        parts.append(Part(path_commands(attributes["d"]), filled, stroked))
    return tuple(parts)


def path_commands(data: str) -> tuple[Command, ...]:
    """Path data as lines and cubic Béziers."""
    commands: list[Command] = []
    at, start = (0.0, 0.0), (0.0, 0.0)
    for letter, numbers in _statements(data):
        if letter == "Z":
            commands.append(("Z",))
            at = start
            continue
        commands += _drawn(letter, numbers, at)
        at = _end(letter, numbers, at)
        start = at if letter == "M" else start
    return tuple(commands)


def _statements(data: str) -> Iterator[tuple[str, Sequence[float]]]:
    tokens = _TOKEN.findall(data)
    position = 0
    while position < len(tokens):
        letter = tokens[position]
        if letter not in _ARGUMENTS:
            raise ValueError(f"path command {letter!r} is not one of M L H V C A Z")
        count = _ARGUMENTS[letter]
        yield letter, [float(token) for token in tokens[position + 1 : position + 1 + count]]
        position += 1 + count


def _drawn(letter: str, numbers: Sequence[float], at: Point) -> list[Command]:
    if letter == "A":
        rx, ry, turn, large, sweep, x, y = numbers
        return [("C", *curve) for curve in arc(at, (rx, ry), turn, (x, y), large=bool(large), sweep=bool(sweep))]
    if letter in "MC":
        return [(letter, *numbers)]
    return [("L", *_end(letter, numbers, at))]


def _end(letter: str, numbers: Sequence[float], at: Point) -> Point:
    if letter == "H":
        return numbers[0], at[1]
    if letter == "V":
        return at[0], numbers[0]
    return numbers[-2], numbers[-1]


def arc(
    start: Point, radii: Point, turn: float, end: Point, *, large: bool, sweep: bool
) -> Iterator[tuple[float, ...]]:
    """Cubic Béziers of an elliptical arc, at most a quarter turn each (SVG 2, appendix B.2.4, end point to centre)."""
    phi = radians(turn)
    rx, ry = radii
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos(phi) * dx + sin(phi) * dy, cos(phi) * dy - sin(phi) * dx
    stretch = sqrt(max(1.0, (x / rx) ** 2 + (y / ry) ** 2))
    rx, ry = rx * stretch, ry * stretch
    slack = max(0.0, (rx * ry) ** 2 - (rx * y) ** 2 - (ry * x) ** 2) / ((rx * y) ** 2 + (ry * x) ** 2)
    side = sqrt(slack) * (-1 if large == sweep else 1)
    cx, cy = side * rx * y / ry, -side * ry * x / rx
    first = atan2((y - cy) / ry, (x - cx) / rx)
    sweep_angle = (atan2((-y - cy) / ry, (-x - cx) / rx) - first) % (2 * pi)
    angle = sweep_angle if sweep else sweep_angle - 2 * pi
    centre = (
        cos(phi) * cx - sin(phi) * cy + (start[0] + end[0]) / 2,
        sin(phi) * cx + cos(phi) * cy + (start[1] + end[1]) / 2,
    )
    pieces = max(1, ceil(abs(angle) / (pi / 2) - 1e-9))
    for piece in range(pieces):
        yield _quarter(centre, (rx, ry), phi, first + angle * piece / pieces, angle / pieces)


def _quarter(centre: Point, radii: Point, phi: float, start: float, angle: float) -> tuple[float, ...]:
    """One Bézier for an arc of `angle` from `start` (handles of length 4/3 tan(angle/4))."""
    reach = 4 / 3 * tan(angle / 4)
    end = start + angle
    circle = (
        (cos(start) - reach * sin(start), sin(start) + reach * cos(start)),
        (cos(end) + reach * sin(end), sin(end) - reach * cos(end)),
        (cos(end), sin(end)),
    )
    numbers: list[float] = []
    for u, v in circle:
        x, y = u * radii[0], v * radii[1]
        numbers += [centre[0] + cos(phi) * x - sin(phi) * y, centre[1] + sin(phi) * x + cos(phi) * y]
    return tuple(round(number, 4) for number in numbers)
