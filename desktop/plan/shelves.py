"""Rectangles put on sheets in rows, like books on shelves: the first that fits, in their order. Any unit."""

from collections.abc import Sequence

Place = tuple[int, float, float]
"""The number of a rectangle, its left edge and its top."""


def shelves(sizes: Sequence[tuple[float, float]], width: float, height: float, space: float) -> list[list[Place]]:
    """Sheets of this size with every rectangle on one of them, `space` between; none may be larger than a sheet."""
    sheets: list[list[Place]] = []
    x = y = deep = 0.0
    for number, (wide, high) in enumerate(sizes):
        if not sheets or x + wide > width:
            x, y, deep = 0.0, y + deep + (space if deep else 0.0), 0.0
        if not sheets or y + high > height:
            sheets.append([])
            x = y = deep = 0.0
        sheets[-1].append((number, x, y))
        x += wide + space
        deep = max(deep, high)
    return sheets
