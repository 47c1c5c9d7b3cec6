"""How large things must be on a screen so that they can be read from the back of the room.

The rule is that of `desktop.plan.distance`; a screen turns millimetres into px by its width.
"""

from dataclasses import dataclass
from math import isfinite

from desktop.plan.distance import LEGIBLE, needed, reach
from desktop.plan.page import MM

WIDEST, DEEPEST = 30.0, 100.0
"""Metres."""

LEAST = 0.2


@dataclass(frozen=True, slots=True)
class Projection:
    """Metres: the width of what is projected, and from there to the last row. ValueError for what is no room."""

    width: float = 2.0
    depth: float = 6.0

    def __post_init__(self) -> None:
        for value, most in ((self.width, WIDEST), (self.depth, DEEPEST)):
            if not (isfinite(value) and LEAST <= value <= most):
                raise ValueError(f"no room has {value} m")


def type_px(projection: Projection, pixels: int, cap_ratio: float, minutes: float = LEGIBLE) -> float:
    """The px of type (one em) whose capitals subtend `minutes` from the last row, on a screen `pixels` wide."""
    return needed(projection.depth, cap_ratio, minutes) / _points(projection, pixels)


def px_per_unit(projection: Projection, pixels: int, size: float, cap_ratio: float, minutes: float = LEGIBLE) -> float:
    """The scale at which type of `size` layout units is so large."""
    return type_px(projection, pixels, cap_ratio, minutes) / size


def read_from(projection: Projection, pixels: int, type_px: float, cap_ratio: float) -> float:
    """Metres from which type of so many px is legible: the inverse of `type_px`."""
    return reach(type_px * _points(projection, pixels), cap_ratio, LEGIBLE)


def _points(projection: Projection, pixels: int) -> float:
    """What a px of the screen measures in pt."""
    return projection.width * 1000 / max(pixels, 1) * MM
