"""Signs of what is new, gone, elsewhere or changed, as lines in a square: the sign says it without any colour."""

from desktop.drawing.shapes import Command, Ellipse, Path, Shape

SIDE = 16
"""Units of the square; on the screen px."""

INKS = {"added": "#1F7A50", "removed": "#B42346", "moved": "#2450C8", "ordered": "#2450C8", "changed": "#8A5A00"}
"""On paper, which is light whatever the window is; white reads on each (WCAG 2.2, 4.5 : 1 and more)."""

STROKES: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "added": (((4.5, 8), (11.5, 8)), ((8, 4.5), (8, 11.5))),
    "removed": (((4.5, 8), (11.5, 8)),),
    "moved": (((4, 8), (12, 8)), ((9, 5), (12, 8), (9, 11))),
    "ordered": (((8, 3.5), (8, 12.5)), ((5.5, 6), (8, 3.5), (10.5, 6)), ((5.5, 10), (8, 12.5), (10.5, 10))),
    "changed": (((4.5, 6.5), (11.5, 6.5)), ((4.5, 9.5), (11.5, 9.5)), ((10, 4), (6, 12))),
}
"""The lines of each sign."""

LINE = 1.6
"""How thick they are."""


def sign_shapes(code: str, x: float, y: float, size: float, paper: str = "#FFFFFF") -> tuple[Shape, ...]:
    """The sign of a kind of difference on a coloured round of this width, its top left at (x, y)."""
    unit, half = size / SIDE, size / 2
    commands: list[Command] = []
    for line in STROKES[code]:
        points = [(x + across * unit, y + down * unit) for across, down in line]
        commands += [("M", *points[0]), *(("L", *point) for point in points[1:])]
    return (
        Ellipse(x + half, y + half, half, half, INKS[code]),
        Path(tuple(commands), "", paper, LINE * unit),
    )
