"""A map on paper, whole, with rings round the things that differ."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.canvas.scene import Scene
from desktop.dialogs.differencemarks import colour_of
from desktop.layout.places import Rect
from desktop.panels.start.tiles import paint_picture
from desktop.panels.theme import colour
from desktop.panels.thumbnail import Easel

SIZE = QSize(336, 210)
RING, AROUND = 1.5, 1.5
"""Px of a ring, and between it and the thing."""

TINT = 40
"""Of 255, of the ring's colour over the thing."""


class MapPicture(QWidget):
    """Shows a scene; painted anew only where another one comes, or another size."""

    def __init__(self, easel: Easel, missing: str, parent: QWidget | None = None) -> None:
        """missing: what is said where there is no such map."""
        super().__init__(parent)
        self._easel = easel
        self._missing = missing
        self._scene: Scene | None = None
        self._marks: Mapping[str, str] = {}
        self._image: QImage | None = None
        self.setFixedSize(SIZE)

    def show_scene(self, scene: Scene | None, marks: Mapping[str, str]) -> None:
        """marks: the code of the difference by the id of the thing."""
        self._scene, self._marks, self._image = scene, marks, None
        self.setAccessibleName(scene.layout.map.title if scene else self._missing)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._scene is None:
            self._paint_missing(painter)
            return
        if self._image is None or self._image.devicePixelRatio() != self.devicePixelRatio():
            self._image = self._painted(self._scene)
        paint_picture(painter, self.rect(), self._image)

    def _painted(self, scene: Scene) -> QImage:
        ratio = self.devicePixelRatio()
        image = QImage(SIZE * ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(QColor(Qt.GlobalColor.white))
        layout = scene.layout
        scale = min(SIZE.width() / layout.width, SIZE.height() / layout.height)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate((SIZE.width() - layout.width * scale) / 2, (SIZE.height() - layout.height * scale) / 2)
        painter.save()
        self._easel.paint(painter, scene, layout.width * scale)
        painter.restore()
        self._paint_rings(painter, scene, scale)
        painter.end()
        return image

    def _paint_rings(self, painter: QPainter, scene: Scene, scale: float) -> None:
        for thing, code in self._marks.items():
            box = scene.hits.rect(thing)
            if box is not None:
                _ring(painter, box, scale, colour_of(code, "light"))

    def _paint_missing(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("line"), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setPen(colour("ink_3"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._missing)


def _ring(painter: QPainter, box: Rect, scale: float, ink: QColor) -> None:
    tint = QColor(ink)
    tint.setAlpha(TINT)
    painter.setPen(QPen(ink, RING))
    painter.setBrush(tint)
    around = QRectF(box.x * scale, box.y * scale, box.width * scale, box.height * scale)
    painter.drawRoundedRect(around.adjusted(-AROUND, -AROUND, AROUND, AROUND), 3, 3)
