"""Pictures of Pillow's for widgets, and a widget that shows one."""

from PIL import Image
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.panels.theme import colour


def to_qimage(image: Image.Image) -> QImage:
    """A copy of a picture in RGB."""
    width, height = image.size
    return QImage(image.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()


class ImageView(QWidget):
    """Shows a picture as large as there is room, words where there is none."""

    def __init__(self, least: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._instead = ""
        self.setMinimumSize(least)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def image(self) -> QImage:
        return self._image

    def show_image(self, image: QImage, name: str, instead: str = "") -> None:
        """Another picture, by its name for those who do not see it; a null one shows the words instead."""
        self._image, self._instead = image, instead
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """As high as the picture is when it is that wide."""
        size = self._image.size()
        return round(width * size.height() / size.width()) if size.width() > 0 else self.minimumHeight()

    @property
    def area(self) -> QRectF:
        """Where the picture stands, in px."""
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(
            (self.width() - size.width()) / 2, (self.height() - size.height()) / 2, size.width(), size.height()
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._image.isNull():
            painter.setPen(colour("ink_3"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._instead)
        else:
            painter.drawImage(self.area, self._image)
            painter.setPen(QPen(colour("line"), 1))
            painter.drawRect(self.area.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
