"""The resting map as square pictures: scrolling copies them, an edit paints again only the lanes that it changed."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion

from desktop.canvas.scene import Scene
from desktop.canvas.shown import Shown
from desktop.layout.places import Layout, Rect, Row

SIDE = 512
"""Px of a tile's side."""

KEPT = 24
"""Tiles that are kept beyond those in the window."""

REACH = 16.0
"""Layout units that a lane's ink may stand out from it."""

END = 1e9

Band = tuple[float, float]
"""Top and bottom of a part of the map that must be painted again, in layout units."""

PaintPart = Callable[[QPainter, Shown, Rect], None]
"""Paints what meets a rectangle of the map, under the painter's transform and clip."""


@dataclass(slots=True)
class Tile:
    """A picture of a part of the paper, and the band of it that is out of date."""

    area: QRect
    pixmap: QPixmap
    stale: Band


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
        bands = stale_bands(self._last, shown) if self._last and scale == self._scale else None
        if bands is None:
            self._tiles.clear()
        for tile in self._tiles.values() if bands else ():
            for band in bands or ():
                tile.stale = _joined(tile.stale, band)
        self._scale, self._last = scale, shown

    def _tile(self, key: tuple[int, int], area: QRect) -> Tile:
        tile = self._tiles.get(key)
        if tile is None or tile.area != area:
            ratio = self._scale[1]
            pixmap = QPixmap(round(area.width() * ratio), round(area.height() * ratio))
            pixmap.setDevicePixelRatio(ratio)
            tile = self._tiles[key] = Tile(area, pixmap, (-END, END))
        self._tiles.move_to_end(key)
        return tile

    def _refresh(self, tile: Tile, shown: Shown) -> None:
        """Paints the tile's stale band, in whole px."""
        zoom, area = self._scale[0], tile.area
        top = max(area.top(), int(max(tile.stale[0], 0) * zoom))
        bottom = min(area.bottom() + 1, int(min(tile.stale[1], END) * zoom) + 1)
        tile.stale = (END, -END)
        if top >= bottom:
            return
        painter = QPainter(tile.pixmap)
        painter.translate(-area.left(), -area.top())
        clip = QRect(area.left(), top, area.width(), bottom - top)
        painter.setClipRect(clip)
        painter.fillRect(clip, self._paper)
        painter.scale(zoom, zoom)
        part = QRectF(clip.x() / zoom, clip.y() / zoom, clip.width() / zoom, clip.height() / zoom)
        self._paint_part(painter, shown, Rect(part.x(), part.y(), part.width(), part.height()))
        painter.end()


def stale_bands(before: Shown, after: Shown) -> list[Band] | None:
    """What of the map is painted otherwise than before; None for all of it."""
    old, new = before.scene, after.scene
    if _changed_everywhere(old, new):
        return None
    bands = list(_changed_rows(old.layout, new.layout))
    for card in before.without ^ after.without:
        found = [scene.hits.find(card) for scene in (old, new)]
        bands += [_band(row) for row, _ in filter(None, found)]
    return [(top - REACH, bottom + REACH) for top, bottom in bands]


def _changed_everywhere(old: Scene, new: Scene) -> bool:
    """Whether something is other that shows in many places: the colours of curves also ring the portrait."""
    if old is new:
        return False
    frames = (
        (
            scene.layout.width,
            scene.layout.columns,
            scene.layout.heading,
            scene.layout.stage_places,
            scene.layout.numbers,
            [(curve.persona, curve.series) for row in scene.layout.rows for curve in row.content.curves],
        )
        for scene in (old, new)
    )
    parts = zip(*((scene.project.personas, scene.project.metrics) for scene in (old, new)), strict=True)
    return old.map_id != new.map_id or next(frames) != next(frames) or any(one is not other for one, other in parts)


def _changed_rows(old: Layout, new: Layout) -> Iterator[Band]:
    """The rows that differ; from the first that moved on, everything."""
    for was, now in zip(old.rows, new.rows, strict=False):
        if (was.y, was.height) != (now.y, now.height) or was.lane.id != now.lane.id:
            yield min(was.y, now.y), END
            return
        if was.content is not now.content:
            yield _band(now)
    if len(old.rows) != len(new.rows) or old.footing is not new.footing:
        yield min(old.labels.bottom, new.labels.bottom), END


def _band(row: Row) -> Band:
    return row.y, row.y + row.height


def _scaled(area: QRect, factor: float) -> QRect:
    """An area at another scale; neighbours still touch, because their common edge is rounded alike."""
    left, top = round(area.left() * factor), round(area.top() * factor)
    right, bottom = round((area.right() + 1) * factor), round((area.bottom() + 1) * factor)
    return QRect(left, top, right - left, bottom - top)


def _joined(one: Band, other: Band) -> Band:
    return min(one[0], other[0]), max(one[1], other[1])


def _wanted(paper: QRect, window: QRect) -> Iterator[tuple[tuple[int, int], QRect]]:
    """The tiles that the window shows: column and row, and px relative to the paper's corner."""
    seen = paper.intersected(window).translated(-paper.topLeft())
    whole = QRect(0, 0, paper.width(), paper.height())
    for row in range(seen.top() // SIDE, seen.bottom() // SIDE + 1):
        for column in range(seen.left() // SIDE, seen.right() // SIDE + 1):
            yield (column, row), QRect(column * SIDE, row * SIDE, SIDE, SIDE).intersected(whole)
