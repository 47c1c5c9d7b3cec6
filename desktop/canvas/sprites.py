"""Small pictures of figures at one scale, so that a frame in which only places changed is a handful of copies."""

import math
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from typing import Protocol

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform

from desktop.canvas.painter import HINTS, ShapePainter, is_arrow, is_sparse
from desktop.drawing.shapes import Figure, Placed

TILE = 512
"""Longest side in px of a picture; larger figures, such as curves, are kept in tiles of this size."""

MEMORY = 4 * 2**20
"""How many pixels are kept in all."""

Key = tuple[int, int, int]
"""A figure's identity, and the column and row of its tile."""


class Brush(Protocol):
    """Either way to paint figures: afresh, or from pictures."""

    def paint(self, painter: QPainter, placed: Iterable[Placed]) -> None: ...


class Sprites:
    """Pictures of the figures last seen; all are dropped when the scale changes."""

    def __init__(self, shapes: ShapePainter) -> None:
        self._shapes = shapes
        self._scale = (0.0, 0.0)
        self._known: OrderedDict[Key, tuple[Figure, QPixmap]] = OrderedDict()
        self._pixels = 0

    def paint(self, painter: QPainter, placed: Iterable[Placed]) -> None:
        """Like ShapePainter.paint, on whole pixels."""
        view = painter.transform()
        zoom, left, top = view.m11(), view.dx(), view.dy()
        self._for_scale(zoom, painter.device().devicePixelRatio())
        painter.setRenderHints(HINTS)
        painter.resetTransform()
        for place in placed:
            figure, x, y = place.figure, round(left + place.x * zoom), round(top + place.y * zoom)
            known = self._known.get((id(figure), 0, 0))
            if known is not None and max(figure.width, figure.height) * zoom < TILE - 2 * _rim(figure, zoom):
                rim = _rim(figure, zoom)
                painter.drawPixmap(x - rim, y - rim, known[1])
            elif is_sparse(figure):
                corner = (left + place.x * zoom, top + place.y * zoom) if is_arrow(figure) else (x, y)
                painter.setTransform(QTransform(zoom, 0, 0, zoom, *corner))
                self._shapes.ink(painter, figure)
                painter.resetTransform()
            else:
                self._paint_tiles(painter, figure, x, y)
        painter.setTransform(view)

    def forget(self) -> None:
        """Drops all pictures."""
        self._known.clear()
        self._pixels = 0

    def _for_scale(self, zoom: float, ratio: float) -> None:
        if self._scale != (zoom, ratio):
            self.forget()
            self._scale = zoom, ratio

    def _paint_tiles(self, painter: QPainter, figure: Figure, x: int, y: int) -> None:
        window = painter.viewport()
        for column, row, area in tiles(figure, self._scale[0]):
            if area.translated(x, y).intersects(window):
                painter.drawPixmap(x + area.x(), y + area.y(), self._tile((id(figure), column, row), figure, area))

    def _tile(self, key: Key, figure: Figure, area: QRect) -> QPixmap:
        known = self._known.get(key)
        if known is not None:
            return known[1]
        zoom, ratio = self._scale
        pixmap = QPixmap(round(area.width() * ratio), round(area.height() * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHints(HINTS)
        painter.setTransform(QTransform(zoom, 0, 0, zoom, -area.x(), -area.y()))
        self._shapes.ink(painter, figure)
        painter.end()
        self._keep(key, figure, pixmap)
        return pixmap

    def _keep(self, key: Key, figure: Figure, pixmap: QPixmap) -> None:
        self._known[key] = figure, pixmap  # the figure is held, so that its id stays its own
        self._pixels += pixmap.width() * pixmap.height()
        while self._pixels > MEMORY and len(self._known) > 1:
            old = self._known.popitem(last=False)[1][1]
            self._pixels -= old.width() * old.height()


def tiles(figure: Figure, zoom: float) -> Iterator[tuple[int, int, QRect]]:
    """The figure's tiles: column, row, and px relative to the figure's origin, rim included."""
    rim = _rim(figure, zoom)
    right, bottom = (math.ceil(side * zoom) + rim for side in (figure.width, figure.height))
    for row, y in enumerate(range(-rim, bottom, TILE)):
        for column, x in enumerate(range(-rim, right, TILE)):
            yield column, row, QRect(x, y, min(TILE, right - x), min(TILE, bottom - y))


def _rim(figure: Figure, zoom: float) -> int:
    """Whole pixels round a figure for its overhang and the blur of its edges."""
    return math.ceil(figure.overhang * zoom) + 1
