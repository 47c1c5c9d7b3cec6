"""Outlines as Qt paths."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from desktop.drawing.shapes import ROUND, Box, Command, Ellipse

Offset = tuple[float, float]


def path_of(commands: Iterable[Command]) -> QPainterPath:
    """A path from drawing commands, filled by the non-zero rule. Raises ValueError for an unknown command."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for letter, *numbers in commands:
        at = [float(number) for number in numbers]
        if letter == "M":
            path.moveTo(at[0], at[1])
        elif letter == "L":
            path.lineTo(at[0], at[1])
        elif letter == "C":
            path.cubicTo(at[0], at[1], at[2], at[3], at[4], at[5])
        elif letter == "Z":
            path.closeSubpath()
        else:
            raise ValueError(f"unknown path command {letter!r}")
    return path


def box_path(box: Box) -> QPainterPath:
    """The outline of a box; radii that do not fit are cut to half its shorter side."""
    most = min(box.width, box.height) / 2
    top_left, top_right, bottom_right, bottom_left = (min(radius, most) for radius in box.radii)
    left, top, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
    path = QPainterPath()
    path.moveTo(left + top_left, top)
    path.lineTo(right - top_right, top)
    _corner(path, (right, top), (-top_right, 0), (0, top_right))
    path.lineTo(right, bottom - bottom_right)
    _corner(path, (right, bottom), (0, -bottom_right), (-bottom_right, 0))
    path.lineTo(left + bottom_left, bottom)
    _corner(path, (left, bottom), (bottom_left, 0), (0, -bottom_left))
    path.lineTo(left, top + top_left)
    _corner(path, (left, top), (0, top_left), (top_left, 0))
    path.closeSubpath()
    return path


def _corner(path: QPainterPath, corner: Offset, start: Offset, end: Offset) -> None:
    """A quarter circle round a corner, from one tangent point to the other, both relative to it."""
    if any(start) or any(end):
        x, y = corner
        rest = 1 - ROUND
        path.cubicTo(
            x + start[0] * rest, y + start[1] * rest, x + end[0] * rest, y + end[1] * rest, x + end[0], y + end[1]
        )


def ellipse_path(ellipse: Ellipse) -> QPainterPath:
    """The outline of an ellipse in four Béziers."""
    path = QPainterPath()
    path.addEllipse(ellipse.cx - ellipse.rx, ellipse.cy - ellipse.ry, 2 * ellipse.rx, 2 * ellipse.ry)
    return path
