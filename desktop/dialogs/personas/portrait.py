"""A persona's picture in a circle; her initials where she has none."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.document.cards import Picture
from desktop.document.project import Persona
from desktop.drawing.headers import initials
from desktop.layout.crops import filled
from desktop.panels.theme import colour

SIZE, RING = 112, 2.0
"""Px."""

LETTERS = 36
"""Px of the initials."""


class Portrait(QWidget):
    """Read out as what the picture shows, or as the name."""

    def __init__(self) -> None:
        super().__init__()
        self.image = QImage()
        self.initials = ""
        self._picture: Picture | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(SIZE, SIZE)

    def show_persona(self, persona: Persona, image: QImage) -> None:
        """`image` is the whole picture, null for none."""
        self.image = image
        self.initials = initials(persona.name)
        self._picture = persona.picture
        self.setAccessibleName((persona.picture.alt if persona.picture else "") or persona.name)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        circle = QRectF(0, 0, SIZE, SIZE).adjusted(RING, RING, -RING, -RING)
        if self._picture is None or self.image.isNull():
            self._paint_initials(painter, circle)
        else:
            self._paint_picture(painter, circle, self._picture)
        painter.setPen(QPen(colour("line"), RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        painter.end()

    def _paint_picture(self, painter: QPainter, circle: QRectF, picture: Picture) -> None:
        left, top, right, bottom = filled(picture, 1.0)
        size = self.image.size()
        corner = QPointF(left * size.width(), top * size.height())
        part = QRectF(corner.x(), corner.y(), (right - left) * size.width(), (bottom - top) * size.height())
        round_ = QPainterPath()
        round_.addEllipse(circle)
        painter.setClipPath(round_)
        painter.drawImage(circle, self.image, part)
        painter.setClipping(False)

    def _paint_initials(self, painter: QPainter, circle: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("chosen"))
        painter.drawEllipse(circle)
        face = self.font()
        face.setPixelSize(LETTERS)
        painter.setFont(face)
        painter.setPen(colour("chosen_ink"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, self.initials)
