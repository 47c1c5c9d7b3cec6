"""The resting map as square pictures: scrolling copies them, an edit paints again only what it changed."""

import math
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import reduce

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion

from desktop.canvas.shown import Shown
from desktop.canvas.stale import stale_parts
from desktop.layout.places import Rect

SIDE = 512
"""Px of a tile's side."""

KEPT = 24
"""Tiles that are kept beyond those in the window."""

PLACES = 8
"""So many places of a tile are painted again each for itself."""

PaintPart = Callable[[QPainter, Shown, Rect], None]
"""Paints what meets a rectangle of the map, under the painter's transform and clip."""


@dataclass(slots=True)
class Tile:
    """A picture of a part of the paper, and the places in it that are out of date, in px of the paper."""

    area: QRect
    pixmap: QPixmap
    stale: list[QRect]

    def outdate(self, place: QRect) -> None:
        """Notes a place that must be painted again; places beyond so many become one."""
        if place.isEmpty() or any(known.contains(place) for known in self.stale):
            return
        self.stale = [known for known in self.stale if not place.contains(known)]
        self.stale = [*self.stale, place] if len(self.stale) < PLACES else [reduce(QRect.united, self.stale, place)]


class Tiles:
    """Pictures of the paper at one scale. Everything is opaque, so a tile costs no more than a copy of its pixels."""

    def __init__(self, paint_part: PaintPart, paper: QColor) -> None:
        self._paint_part = paint_part
        self._paper = paper
        self._scale = (0.0, 0.0)
        self._last: Shown | None = None
        self._tiles: OrderedDict[tuple[int, int], Tile] = OrderedDict()

    def paint(self, painter: QPainter, shown: Shown, paper: QRect) -> None:
        """Paints what the window shows of the paper; `paper` is its place in the window."""
        self._bring_up_to(shown, painter.device().devicePixelRatio())
        wanted = list(_wanted(paper, QRect(0, 0, *shown.view.window)))
        for key, area in wanted:
            tile = self._tile(key, area)
            self._refresh(tile, shown)
            painter.drawPixmap(paper.topLeft() + area.topLeft(), tile.pixmap)
        while len(self._tiles) > len(wanted) + KEPT:
            self._tiles.popitem(last=False)

    def paint_scaled(self, painter: QPainter, zoom: float, paper: QRect, window: QRect) -> QRegion:
        """Paints whatever tiles there are, enlarged or reduced; returns the part of the paper they do not cover."""
        uncovered = QRegion(paper.intersected(window))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for tile in self._tiles.values():
            target = _scaled(tile.area, zoom / self._scale[0]).translated(paper.topLeft())
            if target.intersects(window):
                painter.drawPixmap(target, tile.pixmap)
                uncovered -= QRegion(target)
        return uncovered

    def forget(self) -> None:
        """Drops all tiles."""
        self._tiles.clear()
        self._last = None

    def _bring_up_to(self, shown: Shown, ratio: float) -> None:
        scale = shown.view.zoom, ratio
        parts = stale_parts(self._last, shown) if self._last and scale == self._scale else None
        if parts is None:
            self._tiles.clear()
        for tile in self._tiles.values() if parts else ():
            for part in parts or ():
                tile.outdate(_pixels(part, scale[0], tile.area))
        self._scale, self._last = scale, shown

    def _tile(self, key: tuple[int, int], area: QRect) -> Tile:
        tile = self._tiles.get(key)
        if tile is None or tile.area != area:
            ratio = self._scale[1]
            pixmap = QPixmap(round(area.width() * ratio), round(area.height() * ratio))
            pixmap.setDevicePixelRatio(ratio)
            tile = self._tiles[key] = Tile(area, pixmap, [area])
        self._tiles.move_to_end(key)
        return tile

    def _refresh(self, tile: Tile, shown: Shown) -> None:
        """Paints what is stale of the tile."""
        if not tile.stale:
            return
        zoom, area = self._scale[0], tile.area
        painter = QPainter(tile.pixmap)
        painter.translate(-area.left(), -area.top())
        for clip in tile.stale:
            painter.save()
            painter.setClipRect(clip)
            painter.fillRect(clip, self._paper)
            painter.scale(zoom, zoom)
            ink = clip.adjusted(-1, -1, 1, 1)  # what ends just outside blurs into it
            part = Rect(ink.x() / zoom, ink.y() / zoom, ink.width() / zoom, ink.height() / zoom)
            self._paint_part(painter, shown, part)
            painter.restore()
        painter.end()
        tile.stale = []


def _pixels(part: Rect, zoom: float, area: QRect) -> QRect:
    """The whole px of an area that a part of the map touches, and one more for the blur of its edges."""
    left = max(area.left(), math.floor(max(part.x * zoom, -1)) - 1)
    top = max(area.top(), math.floor(max(part.y * zoom, -1)) - 1)
    right = min(area.right() + 1, math.ceil(part.right * zoom) + 1)
    bottom = min(area.bottom() + 1, math.ceil(part.bottom * zoom) + 1)
    return QRect(left, top, max(0, right - left), max(0, bottom - top))


def _scaled(area: QRect, factor: float) -> QRect:
    """An area at another scale; neighbours still touch, because their common edge is rounded alike."""
    left, top = round(area.left() * factor), round(area.top() * factor)
    right, bottom = round((area.right() + 1) * factor), round((area.bottom() + 1) * factor)
    return QRect(left, top, right - left, bottom - top)


def _wanted(paper: QRect, window: QRect) -> Iterator[tuple[tuple[int, int], QRect]]:
    """The tiles that the window shows: column and row, and px relative to the paper's corner."""
    seen = paper.intersected(window).translated(-paper.topLeft())
    whole = QRect(0, 0, paper.width(), paper.height())
    for row in range(seen.top() // SIDE, seen.bottom() // SIDE + 1):
        for column in range(seen.left() // SIDE, seen.right() // SIDE + 1):
            yield (column, row), QRect(column * SIDE, row * SIDE, SIDE, SIDE).intersected(whole)
