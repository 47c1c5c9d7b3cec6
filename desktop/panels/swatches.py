"""Small samples of the kinds' colours, as a card's fill with its edge."""

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPixmap

SIZE = 16
SCALES = (1, 2, 3)


@lru_cache(maxsize=64)
def swatch(edge: str, fill: str) -> QIcon:
    """A sample 16 px wide, sharp up to 300 %."""
    made = QIcon()
    for scale in SCALES:
        pixmap = QPixmap(SIZE * scale, SIZE * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(1, 3, 14, 10), 2, 2)
        painter.setClipPath(shape)
        painter.fillRect(QRectF(1, 3, 14, 10), QColor(fill))
        painter.fillRect(QRectF(1, 3, 4, 10), QColor(edge))
        painter.end()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
            made.addPixmap(pixmap, mode)
    return made
