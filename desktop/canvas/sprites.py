"""Small pictures of figures at one scale, so that a frame in which only places changed is a handful of copies."""

import math
from collections import OrderedDict
from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform

from desktop.canvas.painter import ShapePainter
from desktop.drawing.shapes import Figure, Placed

LARGEST = 256 * 1024
"""Pixels of the largest figure that is kept as a picture; larger ones are painted each time."""

MEMORY = 6 * 2**20
"""How many pixels are kept in all."""

Sprite = tuple[Figure, QPixmap]


class Sprites:
    """Pictures of the figures last seen; all are dropped when the scale changes."""

    def __init__(self, shapes: ShapePainter) -> None:
        self._shapes = shapes
        self._scale = (0.0, 0.0)
        self._known: OrderedDict[int, Sprite] = OrderedDict()
        self._pixels = 0

    def paint(self, painter: QPainter, placed: Iterable[Placed]) -> None:
        """Like ShapePainter.paint, on whole pixels."""
        view = painter.transform()
        zoom, left, top = view.m11(), view.dx(), view.dy()
        ratio = painter.device().devicePixelRatio()
        if self._scale != (zoom, ratio):
            self.forget()
            self._scale = zoom, ratio
        painter.resetTransform()
        for place in placed:
            x, y = round(left + place.x * zoom), round(top + place.y * zoom)
            sprite = self._known.get(id(place.figure)) or self._make(place.figure)
            if sprite is None:
                painter.setTransform(QTransform(zoom, 0, 0, zoom, x, y))
                self._shapes.ink(painter, place.figure)
                painter.resetTransform()
            else:
                rim = _rim(place.figure, zoom)
                painter.drawPixmap(x - rim, y - rim, sprite[1])
        painter.setTransform(view)

    def forget(self) -> None:
        """Drops all pictures."""
        self._known.clear()
        self._pixels = 0

    def _make(self, figure: Figure) -> Sprite | None:
        zoom, ratio = self._scale
        rim = _rim(figure, zoom)
        width, height = (math.ceil(side * zoom) + 2 * rim for side in (figure.width, figure.height))
        pixels = round(width * height * ratio * ratio)
        if pixels > LARGEST:
            return None
        pixmap = QPixmap(round(width * ratio), round(height * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setTransform(QTransform(zoom, 0, 0, zoom, rim, rim))
        self._shapes.ink(painter, figure)
        painter.end()
        self._known[id(figure)] = sprite = (figure, pixmap)
        self._pixels += pixels
        while self._pixels > MEMORY and len(self._known) > 1:
            old = self._known.popitem(last=False)[1][1]
            self._pixels -= old.width() * old.height()
        return sprite


def _rim(figure: Figure, zoom: float) -> int:
    """Whole pixels round a figure for its overhang and the blur of its edges."""
    return math.ceil(figure.overhang * zoom) + 1
