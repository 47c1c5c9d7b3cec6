"""Boxes, ellipses and paths as PDF operators, in pt from the figure's origin, y upwards."""

from collections.abc import Iterable, Iterator

from desktop.drawing.shapes import ROUND, Box, Command, Ellipse, Path
from desktop.paint.numbers import number, numbers
from desktop.paint.pdfcolours import fill_colour, stroke_colour

HAIRLINE = 0.25
"""pt; the thinnest line that every press prints."""

OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def box(shape: Box, scale: float) -> str:
    """A box; square caps and mitred corners, since its own are rounded by its radii. A rule is a thin box."""
    shape = _broad(shape, HAIRLINE / scale)
    spelt = any(shape.radii) or shape.dash  # PDF's own rectangle would begin its dashes at another corner
    outline = " ".join(_box_outline(shape, scale)) if spelt else _rectangle(shape, scale)
    return _painted(outline, shape, scale, "0 J 0 j", shape.dash)


def ellipse(shape: Ellipse, scale: float) -> str:
    outline = " ".join(_ellipse_outline(shape, scale))
    return _painted(outline, shape, scale, "0 J 0 j", ())


def path(shape: Path, scale: float) -> str:
    """A path with round caps and joins. Raises ValueError for an unknown command."""
    return _painted(path_operators(shape.commands, scale, -scale), shape, scale, "1 J 1 j", shape.dash)


def _painted(outline: str, shape: Box | Ellipse | Path, scale: float, ends: str, dash: Iterable[float]) -> str:
    stroked = bool(shape.stroke) and shape.stroke_width > 0
    state = [fill_colour(shape.fill)] if shape.fill else []
    if stroked:
        lengths = " ".join(number(length * scale, 5) for length in dash)  # a curve repeats what rounding adds
        state += [
            stroke_colour(shape.stroke),
            number(max(HAIRLINE, shape.stroke_width * scale), 3),
            "w",
            ends,
            f"[{lengths}] 0 d",
        ]
    if not state:
        return ""
    return " ".join((*state, outline, "B" if shape.fill and stroked else "f" if shape.fill else "S"))


def _broad(box: Box, least: float) -> Box:
    """The same box, or a broader one about the same middle where it is thinner than a line may be."""
    wide, high = (max(least, side) if side > 0 else side for side in (box.width, box.height))
    if (wide, high) == (box.width, box.height) or not box.fill:
        return box
    x, y = box.x - (wide - box.width) / 2, box.y - (high - box.height) / 2
    return box._replace(x=x, y=y, width=wide, height=high)


def _rectangle(box: Box, scale: float) -> str:
    return f"{numbers(box.x * scale, -(box.y + box.height) * scale, box.width * scale, box.height * scale)} re"


def _box_outline(box: Box, scale: float) -> Iterator[str]:
    """Clockwise on the page from the top left; radii that do not fit are cut to half the shorter side."""
    most = min(box.width, box.height) / 2
    top_left, top_right, bottom_right, bottom_left = (min(radius, most) * scale for radius in box.radii)
    left, top, right, bottom = box.x * scale, -box.y * scale, (box.x + box.width) * scale, -(box.y + box.height) * scale
    yield f"{numbers(left + top_left, top)} m {numbers(right - top_right, top)} l"
    yield from _corner(right, top, (-top_right, 0), (0, -top_right))
    yield f"{numbers(right, bottom + bottom_right)} l"
    yield from _corner(right, bottom, (0, bottom_right), (-bottom_right, 0))
    yield f"{numbers(left + bottom_left, bottom)} l"
    yield from _corner(left, bottom, (bottom_left, 0), (0, bottom_left))
    yield f"{numbers(left, top - top_left)} l"
    yield from _corner(left, top, (0, -top_left), (top_left, 0))
    yield "h"


def _corner(x: float, y: float, come: tuple[float, float], leave: tuple[float, float]) -> Iterator[str]:
    """A quarter circle round the corner (x, y) between two tangent points given from there."""
    if any(come):
        rest = 1 - ROUND
        yield numbers(x + come[0] * rest, y + come[1] * rest, x + leave[0] * rest, y + leave[1] * rest)
        yield f"{numbers(x + leave[0], y + leave[1])} c"


def _ellipse_outline(shape: Ellipse, scale: float) -> Iterator[str]:
    x, y, rx, ry = shape.cx * scale, -shape.cy * scale, shape.rx * scale, shape.ry * scale
    near, far = rx * ROUND, ry * ROUND
    yield f"{numbers(x + rx, y)} m"
    yield f"{numbers(x + rx, y - far, x + near, y - ry, x, y - ry)} c"
    yield f"{numbers(x - near, y - ry, x - rx, y - far, x - rx, y)} c"
    yield f"{numbers(x - rx, y + far, x - near, y + ry, x, y + ry)} c"
    yield f"{numbers(x + near, y + ry, x + rx, y + far, x + rx, y)} c h"


def path_operators(commands: Iterable[Command], across: float, up: float) -> str:
    """The outline alone, x multiplied by `across` and y by `up`. Raises ValueError for an unknown command."""
    return " ".join(_commands(commands, across, up))


def _commands(commands: Iterable[Command], across: float, up: float) -> Iterator[str]:
    for letter, *at in commands:
        operator = OPERATORS.get(str(letter))
        if operator is None:
            raise ValueError(f"unknown path command {letter!r}")
        scaled = [float(value) * (up if index % 2 else across) for index, value in enumerate(at)]
        yield f"{numbers(*scaled)} {operator}".lstrip()
