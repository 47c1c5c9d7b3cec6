"""Where the names of lanes and stages stand that are repeated on every sheet: two bands beside the poster's part.

They are taken from what the printer can print, so that they never cover a card. Millimetres.
"""

from desktop.plan.settings import Margin

LEFT, TOP = 24.0, 11.0
"""The width of the band for lanes, and the height of the one for stages and steps."""


def banded(margin: Margin) -> Margin:
    """A sheet's margin with the bands added to it."""
    left, top, right, bottom = margin
    return left + LEFT, top + TOP, right, bottom


def unbanded(margin: Margin) -> Margin:
    """What the printer leaves white, of a margin with bands."""
    left, top, right, bottom = margin
    return left - LEFT, top - TOP, right, bottom
