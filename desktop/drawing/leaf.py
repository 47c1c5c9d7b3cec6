"""A sheet of a tiled poster as paper: where the poster lies on it, and how each of its sides meets a neighbour.

Millimetres from the sheet's left and top edge.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from desktop.layout.places import Rect

SIDES = ("left", "top", "right", "bottom")

Point = tuple[float, float]


class Side(NamedTuple):
    """How a sheet ends: `glue` (a strip that a neighbour lies on), `trim` (cut at the seam) or `edge` (the poster's
    own); and which sheet comes next, "" for none."""

    joint: str = "edge"
    neighbour: str = ""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A sheet: what the printer can print, what it shows of the poster, and its own part of that.

    `room` is where marks may stand, `origin` the point of the poster that lies at the sheet's left top corner, `blank`
    a place on the poster without ink, for words that fit nowhere else; `number` of `count` sheets; `part` says which
    part of the map the poster shows, when it is one of several.
    """

    width: float
    height: float
    room: Rect
    shown: Rect
    inner: Rect
    name: str
    sides: Mapping[str, Side] = field(default_factory=dict)
    origin: Point = (0.0, 0.0)
    blank: Rect | None = None
    number: int = 1
    count: int = 1
    title: str = ""
    part: str = ""

    def side(self, name: str) -> Side:
        return self.sides.get(name, Side())

    def zone(self, name: str) -> Rect:
        """The room between the sheet's own part and where the printer ends, on that side."""
        room, inner = self.room, self.inner
        if name == "left":
            return Rect(room.x, inner.y, inner.x - room.x, inner.height)
        if name == "right":
            return Rect(inner.right, inner.y, room.right - inner.right, inner.height)
        if name == "top":
            return Rect(room.x, room.y, room.width, inner.y - room.y)
        return Rect(room.x, inner.bottom, room.width, room.bottom - inner.bottom)

    def depth(self, name: str) -> float:
        """How far the zone reaches from the sheet's own part."""
        zone = self.zone(name)
        return max(0.0, zone.width if name in {"left", "right"} else zone.height)
