"""Boxes, ellipses and paths as SVG elements."""

from collections.abc import Iterable, Iterator, Sequence

from desktop.drawing.shapes import Box, Command, Ellipse, Path
from desktop.paint.numbers import number, numbers


def box(shape: Box) -> str:
    """A rectangle, or a path where its corners differ."""
    ink = _ink(shape, shape.dash)
    if len(set(shape.radii)) > 1:
        return f'<path d="{"".join(_outline(shape))}"{ink}/>'
    most = min(shape.width, shape.height) / 2
    round_ = f' rx="{number(min(shape.radii[0], most))}"' if shape.radii[0] else ""
    x, y, width, height = map(number, (shape.x, shape.y, shape.width, shape.height))
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}"{round_}{ink}/>'


def ellipse(shape: Ellipse) -> str:
    cx, cy, rx, ry = map(number, (shape.cx, shape.cy, shape.rx, shape.ry))
    return f'<ellipse cx="{cx}" cy="{cy}" rx="{rx}" ry="{ry}"{_ink(shape, ())}/>'


def path(shape: Path) -> str:
    """A path with round caps and joins."""
    ends = ' stroke-linecap="round" stroke-linejoin="round"' if shape.stroke else ""
    return f'<path d="{path_data(shape.commands)}"{_ink(shape, shape.dash)}{ends}/>'


def path_data(commands: Iterable[Command], scale: float = 1.0, left: float = 0.0, top: float = 0.0) -> str:
    """The `d` of a path, each point multiplied by `scale` (y as well) and then moved."""
    parts = []
    for letter, *at in commands:
        moved = [float(value) * scale + (top if index % 2 else left) for index, value in enumerate(at)]
        parts.append(f"{letter}{numbers(*moved)}")
    return "".join(parts)


def _ink(shape: Box | Ellipse | Path, dash: Sequence[float]) -> str:
    fill = f' fill="{shape.fill or "none"}"'
    if not shape.stroke or shape.stroke_width <= 0:
        return fill
    dashes = f' stroke-dasharray="{numbers(*dash)}"' if dash else ""
    return f'{fill} stroke="{shape.stroke}" stroke-width="{number(shape.stroke_width, 3)}"{dashes}'


def _outline(shape: Box) -> Iterator[str]:
    """Clockwise from the top left; radii that do not fit are cut to half the shorter side."""
    most = min(shape.width, shape.height) / 2
    top_left, top_right, bottom_right, bottom_left = (min(radius, most) for radius in shape.radii)
    left, top, right, bottom = shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
    yield f"M{numbers(left + top_left, top)}H{number(right - top_right)}"
    yield _corner(top_right, right, top + top_right)
    yield f"V{number(bottom - bottom_right)}"
    yield _corner(bottom_right, right - bottom_right, bottom)
    yield f"H{number(left + bottom_left)}"
    yield _corner(bottom_left, left, bottom - bottom_left)
    yield f"V{number(top + top_left)}"
    yield f"{_corner(top_left, left + top_left, top)}Z"


def _corner(radius: float, x: float, y: float) -> str:
    return f"A{number(radius)} {number(radius)} 0 0 1 {numbers(x, y)}" if radius else ""
