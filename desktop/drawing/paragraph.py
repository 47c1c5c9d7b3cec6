"""A paragraph as glyphs: the lines that layout counted, at their baselines."""

from math import ceil

from desktop.drawing.shapes import Glyphs
from desktop.layout.style import TextRole
from desktop.typeset.lines import UNITS, TextStyle
from desktop.typeset.typesetter import Typesetter


def paragraph(
    text: str,
    role: TextRole,
    x: float,
    y: float,
    width: float,
    typesetter: Typesetter,
    *,
    align: float = 0.0,
    colour: str = "",
) -> tuple[Glyphs, ...]:
    """Lines at most `width` wide below y; `align` is 0 at the left, ½ in the middle, 1 at the right of that width."""
    measure = ceil(width * UNITS / role.size - 1e-6)
    lines = typesetter.lines(text, role.style, measure)
    first = y + baseline(role, role.style, typesetter)
    return tuple(
        Glyphs(
            x + align * (width - line.width * role.size / UNITS),
            first + index * role.leading,
            role.size,
            colour or role.colour,
            line,
        )
        for index, line in enumerate(lines)
    )


def baseline(role: TextRole, style: TextStyle, typesetter: Typesetter) -> float:
    """From the top of a line to its baseline: half the spare leading above the ascender."""
    metrics = typesetter.metrics(style)
    height = (metrics.ascent - metrics.descent) * role.size / UNITS
    return (role.leading - height) / 2 + metrics.ascent * role.size / UNITS
