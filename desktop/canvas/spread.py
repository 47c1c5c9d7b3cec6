"""Moving and scaling the map with fingers: the point under their middle stays there."""

from collections.abc import Mapping
from math import dist

from PySide6.QtCore import QPointF

from desktop.canvas.viewer import Viewer

LEAST_BREADTH = 8.0
"""Px that fingers are apart on the average at least for their distance to say anything of the scale."""

Fingers = Mapping[int, QPointF]
"""Points of the viewport in px by the fingers that are there."""


class Spread:
    """One finger moves the map; more move and scale it, both at once.

    Where a finger comes or goes, the others take hold of the map anew, so that nothing jumps.
    """

    def __init__(self, viewer: Viewer, fingers: Fingers) -> None:
        self._viewer = viewer
        self._hold(fingers)

    def follow(self, fingers: Fingers) -> None:
        """The fingers are here now."""
        if fingers.keys() != self._fingers:
            self._hold(fingers)
            return
        viewer, at = self._viewer, middle(fingers)
        if self._breadth >= LEAST_BREADTH:
            zoom = self._zoom * max(breadth(fingers), 1.0) / self._breadth
            if zoom != viewer.zoom:
                viewer.zoom_to(zoom, at)
        x, y = viewer.view.to_window(*self._held)
        across, down = viewer.view.scroll
        viewer.scroll_to(across + round(x - at.x()), down + round(y - at.y()))

    def _hold(self, fingers: Fingers) -> None:
        at = middle(fingers)
        self._fingers = set(fingers)
        self._held = self._viewer.view.to_map(at.x(), at.y())
        self._zoom = self._viewer.zoom
        self._breadth = breadth(fingers)


def middle(fingers: Fingers) -> QPointF:
    """The point between the fingers."""
    return sum(fingers.values(), QPointF()) / len(fingers)


def breadth(fingers: Fingers) -> float:
    """How far the fingers are from their middle, on the average; 0 for one."""
    at = middle(fingers).toTuple()
    return sum(dist(point.toTuple(), at) for point in fingers.values()) / len(fingers)
