"""From how far a text can be read.

A capital of height h seen from distance D subtends the angle θ with h = 2 · D · tan(θ / 2).
ISO 9241-303 (and -3 before it) asks for 16′ of arc at least and recommends 20′ to 22′; aviation's rule of D / 200
(17.2′) lies between. A font's capitals are `cap_ratio` em high (Inter: 0.728), so that type of
h / cap_ratio is wanted: of Inter 18.1 pt for each metre to be legible, 22.7 pt to be comfortable.
"""

from math import pi, tan

from desktop.plan.page import MM

LEGIBLE, COMFORTABLE = 16.0, 20.0
"""Minutes of arc that a capital's height subtends."""

DISTANCES = (0.6, 1.0, 1.5, 2.0, 3.0, 5.0)
"""Metres, to choose from: at arm's length, a group at the wall, the back of the room."""

HELD = 0.4
"""Metres from which a sheet in one's hands is read: type that cannot be read from there cannot be read at all."""

GRADES = ("illegible", "legible", "comfortable")
"""From the worst to the best."""


def reach(size: float, cap_ratio: float, minutes: float = COMFORTABLE) -> float:
    """The distance in metres from which type of `size` pt subtends `minutes`; `cap_ratio` is capital height per em."""
    return size * cap_ratio / MM / (2 * tan(minutes / 60 * pi / 360)) / 1000


def needed(distance: float, cap_ratio: float, minutes: float = COMFORTABLE) -> float:
    """The type size in pt that subtends `minutes` from `distance` metres: the inverse of `reach`."""
    return 2 * distance * 1000 * tan(minutes / 60 * pi / 360) * MM / cap_ratio


def grade(size: float, distance: float, cap_ratio: float) -> str:
    """illegible, legible or comfortable: how type of `size` pt reads from `distance` metres."""
    if reach(size, cap_ratio, COMFORTABLE) >= distance:
        return "comfortable"
    return "legible" if reach(size, cap_ratio, LEGIBLE) >= distance else "illegible"
