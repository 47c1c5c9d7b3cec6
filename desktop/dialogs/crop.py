"""Which part of a picture a card shows: a frame over the whole picture, moved and sized by mouse or arrow keys."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.dialogs.buttons import answers
from desktop.layout.crops import Crop
from desktop.layout.style import Words

WHOLE: Crop = (0.0, 0.0, 1.0, 1.0)
LEAST = 0.05
"""The frame's least width and height, as shares of the picture's."""

NUDGE = 0.01
"""What an arrow key moves; with Shift it sizes the frame at its lower right corner."""

GRIP = 14
"""Px round a corner or an edge where it is taken hold of."""

SHADE, LINE = QColor(20, 24, 34, 150), QColor("#FFFFFF")


@dataclass(frozen=True, slots=True)
class Cut:
    """What was chosen: the part, and "fit" or "fill"."""

    crop: Crop
    fit: str


class CropFrame(QWidget):
    """The picture with the frame over it. Drag inside moves the frame, its edges and corners size it."""

    changed = Signal()

    def __init__(self, image: QImage, crop: Crop, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.crop = crop
        self._image = image
        self._held: tuple[int, int] | None = None
        self._last = QPointF()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        return self._image.size().scaled(QSize(640, 440), Qt.AspectRatioMode.KeepAspectRatio)

    @property
    def area(self) -> QRectF:
        """Where the whole picture stands in the widget, in px."""
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(
            (self.width() - size.width()) / 2, (self.height() - size.height()) / 2, size.width(), size.height()
        )

    @property
    def frame(self) -> QRectF:
        """Where the frame stands in the widget, in px."""
        area, (left, top, right, bottom) = self.area, self.crop
        corner = QPointF(area.x() + left * area.width(), area.y() + top * area.height())
        return QRectF(corner.x(), corner.y(), (right - left) * area.width(), (bottom - top) * area.height())

    def choose(self, crop: Crop) -> None:
        """Puts the frame somewhere else."""
        if crop != self.crop:
            self.crop = crop
            self.update()
            self.changed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.area, self._image)
        frame = self.frame
        painter.setClipRegion(QRegion(self.rect()) - QRegion(frame.toAlignedRect()))
        painter.fillRect(self.area, SHADE)
        painter.setClipping(False)
        painter.setPen(QPen(LINE, 2))
        painter.drawRect(frame)
        painter.setPen(QPen(LINE, 5))
        for corner in (frame.topLeft(), frame.topRight(), frame.bottomLeft(), frame.bottomRight()):
            painter.drawPoint(corner)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held, self._last = self._grip(event.position()), event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self.setCursor(_CURSORS.get(self._grip(event.position()), Qt.CursorShape.ArrowCursor))
            return
        moved = event.position() - self._last
        self._last = event.position()
        self._drag(self._held, moved.x() / self.area.width(), moved.y() / self.area.height())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._held = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        held = (1, 1) if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else (0, 0)
        self._drag(held, step[0] * NUDGE, step[1] * NUDGE)

    def _grip(self, at: QPointF) -> tuple[int, int] | None:
        """−1, 0 or 1 across and down: which edges are held; (0, 0) moves the whole frame, None is outside."""
        frame = self.frame
        if not frame.adjusted(-GRIP, -GRIP, GRIP, GRIP).contains(at):
            return None
        return _edge(at.x(), frame.left(), frame.right()), _edge(at.y(), frame.top(), frame.bottom())

    def _drag(self, held: tuple[int, int], across: float, down: float) -> None:
        left, right = _moved(self.crop[0], self.crop[2], held[0], across, whole=held == (0, 0))
        top, bottom = _moved(self.crop[1], self.crop[3], held[1], down, whole=held == (0, 0))
        self.choose((left, top, right, bottom))


class CropDialog(QDialog):
    """Asks for the part of a picture; `cut` is what was chosen."""

    def __init__(self, image: QImage, before: Cut, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(words("crop.title"))
        self.frame = CropFrame(image, before.crop, words("crop.frame"))
        self.fit = QComboBox()
        for name in ("fit", "fill"):
            self.fit.addItem(words(f"crop.{name}"), name)
        self.fit.setCurrentIndex(int(before.fit == "fill"))
        self.whole = QPushButton(words("crop.whole"))
        self.whole.clicked.connect(self._show_whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(self.frame, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.fit)
        row.addWidget(self.whole)
        row.addStretch(1)
        row.addWidget(answers(self, "crop.done", words))
        column.addLayout(row)

    @property
    def cut(self) -> Cut:
        return Cut(self.frame.crop, str(self.fit.currentData()))

    def _show_whole(self) -> None:
        self.frame.choose(WHOLE)


def _edge(at: float, start: float, end: float) -> int:
    if abs(at - start) <= min(GRIP, (end - start) / 3):
        return -1
    return int(abs(at - end) <= min(GRIP, (end - start) / 3))


def _moved(start: float, end: float, edge: int, by: float, *, whole: bool) -> tuple[float, float]:
    """An edge moved within 0 … 1 and away from the other one, or both edges at once."""
    if whole:
        by = min(max(by, -start), 1 - end)
        return start + by, end + by
    if edge < 0:
        return min(max(start + by, 0.0), end - LEAST), end
    return start, (min(max(end + by, start + LEAST), 1.0) if edge > 0 else end)


_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_CURSORS: dict[tuple[int, int] | None, Qt.CursorShape] = {
    (0, 0): Qt.CursorShape.SizeAllCursor,
    (-1, 0): Qt.CursorShape.SizeHorCursor,
    (1, 0): Qt.CursorShape.SizeHorCursor,
    (0, -1): Qt.CursorShape.SizeVerCursor,
    (0, 1): Qt.CursorShape.SizeVerCursor,
    (-1, -1): Qt.CursorShape.SizeFDiagCursor,
    (1, 1): Qt.CursorShape.SizeFDiagCursor,
    (-1, 1): Qt.CursorShape.SizeBDiagCursor,
    (1, -1): Qt.CursorShape.SizeBDiagCursor,
}
