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
from desktop.storage.assets import Assets

SIZE = QSize(336, 210)
RING, AROUND = 1.5, 1.5
"""Px of a ring, and between it and the thing."""

CLOSE = 0.5
"""The scale at which a thing is looked at closely: its text can be read."""

DUST = 3.5
"""Px under which a thing is only tinted, since rings would hide one another."""

TINT = 40
"""Of 255, of the ring's colour over the thing."""


class MapPicture(QWidget):
    """Shows a scene, painted anew only where another one comes, with `marks`: the code of the difference by the id of
    the thing."""

    def __init__(self, easel: Easel, assets: Assets, missing: str) -> None:
        """assets: of the project. missing: what is said where there is no such map."""
        super().__init__()
        self._easel = easel
        self._assets = assets
        self._missing = missing
        self.scene: Scene | None = None
        self.marks: Mapping[str, str] = {}
        self._near: Rect | None = None
        self._image: QImage | None = None
        self.setFixedSize(SIZE)

    def show_scene(self, scene: Scene | None, marks: Mapping[str, str], near: Rect | None = None) -> None:
        """near: what to look at closely, if not the whole."""
        self.scene, self.marks, self._near, self._image = scene, marks, near, None
        self.setAccessibleName(scene.layout.map.title if scene else self._missing)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.scene is None:
            self._paint_missing(painter)
            return
        if self._image is None or self._image.devicePixelRatio() != self.devicePixelRatio():
            self._image = self._painted(self.scene)
        paint_picture(painter, self.rect(), self._image)

    def _painted(self, scene: Scene) -> QImage:
        ratio = self.devicePixelRatio()
        image = QImage(SIZE * ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(QColor(Qt.GlobalColor.white))
        scale, left, top = view_of(scene.layout.width, scene.layout.height, self._near)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-left, -top)
        painter.save()
        self._easel.paint(painter, scene, scene.layout.width * scale, self._assets)
        painter.restore()
        self._paint_rings(painter, scene, scale)
        painter.end()
        return image

    def _paint_rings(self, painter: QPainter, scene: Scene, scale: float) -> None:
        for thing, code in self.marks.items():
            box = scene.hits.rect(thing)
            if box is not None:
                _ring(painter, box, scale, colour_of(code, "light"))

    def _paint_missing(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("line"), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setPen(colour("ink_3"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._missing)


def view_of(width: float, height: float, near: Rect | None) -> tuple[float, float, float]:
    """The scale, and the left and top edge in px, at which a map of this size is seen: whole and in the middle, or
    close with one place in the middle, but never past the edge of the paper."""
    scale = min(SIZE.width() / width, SIZE.height() / height)
    if near is None:
        return scale, (width * scale - SIZE.width()) / 2, (height * scale - SIZE.height()) / 2
    scale = max(scale, CLOSE)
    middle = (near.x + near.width / 2) * scale, (near.y + near.height / 2) * scale
    sides = zip(middle, (width * scale, height * scale), (SIZE.width(), SIZE.height()), strict=True)
    left, top = (
        min(max(at - room / 2, 0), long - room) if long > room else (long - room) / 2 for at, long, room in sides
    )
    return scale, left, top


def _ring(painter: QPainter, box: Rect, scale: float, ink: QColor) -> None:
    tint = QColor(ink)
    around = QRectF(box.x * scale, box.y * scale, box.width * scale, box.height * scale)
    if min(around.width(), around.height()) < DUST:
        tint.setAlpha(4 * TINT)
        painter.fillRect(around, tint)
        return
    tint.setAlpha(TINT)
    painter.setPen(QPen(ink, RING))
    painter.setBrush(tint)
    painter.drawRoundedRect(around.adjusted(-AROUND, -AROUND, AROUND, AROUND), 3, 3)
