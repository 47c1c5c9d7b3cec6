"""The logo: dropped or chosen, shown on paper as it is, never stretched."""

from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from desktop.canvas.dropping import picture_paths
from desktop.canvas.pictures import decode
from desktop.dialogs.brand.parts import button, column, row
from desktop.layout.style import Words
from desktop.panels.theme import colour
from desktop.storage.assets import bytes_of
from desktop.storage.brands import Branding
from desktop.storage.picturehead import PictureError

SIZE = QSize(200, 88)
INSET, RADIUS = 12, 6


class LogoWell(QWidget):
    """A piece of paper with the logo on it; a click asks for one, a picture dropped there is one."""

    asked = Signal()
    dropped = Signal(Path)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.image: QImage | None = None
        self.told = self._empty = words("brand.drop")
        self._over = False
        self.setFixedSize(SIZE)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(words("brand.logo"))

    def show_image(self, image: QImage | None, trouble: str = "") -> None:
        """trouble: why there is a logo and it cannot be shown."""
        self.image, self.told = image, trouble or self._empty
        self.setAccessibleDescription("" if image else self.told)
        self.update()

    @property
    def box(self) -> QRect:
        """Where the logo stands, in its own shape; empty without one."""
        if self.image is None:
            return QRect()
        room = self.rect().adjusted(INSET, INSET, -INSET, -INSET)
        size = self.image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRect(room.topLeft(), size)
        box.moveCenter(room.center())
        return box

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        strong = self._over or self.hasFocus()
        line = Qt.PenStyle.SolidLine if self.image else Qt.PenStyle.DashLine
        painter.setPen(QPen(colour("accent" if strong else "line"), 2 if strong else 1, line))
        painter.setBrush(Qt.GlobalColor.white if self.image else colour("field"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        if self.image is not None:
            painter.drawImage(self.box, self.image)
        else:
            painter.setPen(colour("ink_3"))
            room = self.rect().adjusted(INSET, INSET, -INSET, -INSET)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.told)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.asked.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if picture_paths(event.mimeData()):
            self._show_over(over=True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._show_over(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_over(over=False)
        event.acceptProposedAction()
        for path in picture_paths(event.mimeData())[:1]:
            self.dropped.emit(path)

    def _show_over(self, *, over: bool) -> None:
        self._over = over
        self.update()


class LogoField(QWidget):
    """The well, and the buttons beside it."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.well = LogoWell(words)
        self.choose = button(words("brand.choose"), told=words("brand.choose_logo"))
        self.clear = button(words("brand.clear"), "soft", words("brand.clear_logo"))
        buttons = column(self.choose, self.clear)
        buttons.addStretch(1)
        line = row(self.well)
        line.insertLayout(1, buttons)
        self.setLayout(line)

    def show_brand(self, look: Branding) -> None:
        """The brand's logo, or why it cannot be shown."""
        logo, image, trouble = look.brand.logo, None, ""
        if logo is not None:
            try:
                image = decode(bytes_of(look.assets)(logo.asset))
            except PictureError as error:
                trouble = str(error)
        self.well.show_image(image, trouble)
        self.clear.setVisible(logo is not None)
