"""The marks that tell curves apart: a face, a diamond, a square, a triangle, a circle; and the star."""

from math import cos, pi, sin

from desktop.drawing.faces import FaceInk, face
from desktop.drawing.pens import placed_commands
from desktop.drawing.shapes import Command, Ellipse, Path, Shape
from desktop.layout.style import Style

_OUTLINES: dict[str, tuple[Command, ...]] = {
    "diamond": (("M", 0, -1), ("L", 1, 0), ("L", 0, 1), ("L", -1, 0), ("Z",)),
    "square": (("M", -0.707, -0.707), ("L", 0.707, -0.707), ("L", 0.707, 0.707), ("L", -0.707, 0.707), ("Z",)),
    "triangle": (("M", 0, -1), ("L", 0.866, 0.5), ("L", -0.866, 0.5), ("Z",)),
}
"""Inscribed in the circle of radius 1, so that marks which keep their circles apart never touch."""

_STAR_INNER = 0.46
"""Of the star's outer radius: a little fuller than the pentagram's 0.38, so that it reads at small sizes."""


def mark(
    series: int, value: float, at: tuple[float, float], style: Style, scale: float = 1.0, *, solid: bool = False
) -> tuple[Shape, ...]:
    """The mark of the n-th persona, centred there; only faces show the value.

    `solid`: filled with its colour, for a value that was computed from what people answered.
    """
    look = style.curve(series)
    (x, y), paper = at, style.colours["paper"]
    fill = look.colour if solid else paper
    size, stroke = scale * style.space[look.mark], scale * style.space["mark-stroke"]
    if look.mark == "face":
        return face(value, x, y, FaceInk(size, stroke, look.colour, paper, solid))
    outline = _OUTLINES.get(look.mark)
    if outline is None:
        return (Ellipse(x, y, size, size, fill, look.colour, stroke),)
    return (Path(placed_commands(outline, x, y, size), fill, look.colour, stroke),)


def star(x: float, y: float, style: Style) -> Path:
    """The five-pointed star of a moment of truth."""
    size = style.space["star"] - style.space["hairline"]
    spokes = [(size * (_STAR_INNER if turn % 2 else 1.0), turn * pi / 5) for turn in range(10)]
    points = [(x + length * sin(angle), y - length * cos(angle)) for length, angle in spokes]
    commands: tuple[Command, ...] = tuple(("L" if index else "M", *point) for index, point in enumerate(points))
    return Path((*commands, ("Z",)), style.colours["star"], style.colours["star-edge"], 2 * style.space["hairline"])
