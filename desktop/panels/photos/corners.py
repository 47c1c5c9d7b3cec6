"""A photo with the four points by which it is straightened: dragged with a loupe, or moved by the arrow keys."""

from collections.abc import Sequence
from math import hypot

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget

from desktop.desk.album import Corners
from desktop.plan.perspective import Point, Quad, QuadError, checked, ordered

REACH = 16
"""Px round a handle in which it is taken hold of."""

RADIUS = 8
LOUPE, POWER = 168, 5.0
"""Px across of the loupe, and how many px it shows for one of the widget's."""

STEP = 0.1
"""Px of the photo that an arrow key moves a handle; Shift and Ctrl make it ten and a hundred times as far."""

GROUND = QColor("#23262E")
RIGHT, WRONG, HALO = QColor("#2F6BFF"), QColor("#E5484D"), QColor(255, 255, 255, 235)
ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
DIGITS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)


class CornerEditor(QWidget):
    """Points are in px of the photo. moved(): a point is somewhere else. The keys 1 to 4 choose one."""

    moved = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.corners: Corners = (None,) * 4
        self.chosen = 0
        self._image = QImage()
        self._size = (1, 1)
        self._guesses: Quad = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
        self._held = False
        self._grip = QPointF()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(360, 280)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def show_photo(self, image: QImage, size: tuple[int, int], corners: Corners, guesses: Quad) -> None:
        """A photo of `size` px, seen through an image that may have fewer; `guesses` for what is not known."""
        self._image, self._size, self.corners, self._guesses = image, size, corners, guesses
        self._held = False
        self.chosen = next((at for at, point in enumerate(corners) if point is None), 0)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(720, 540)

    @property
    def area(self) -> QRectF:
        """Where the photo stands in the widget, in px."""
        room = QRectF(self.rect()).adjusted(12, 12, -12, -12)
        scale = min(room.width() / self._size[0], room.height() / self._size[1])
        width, height = self._size[0] * scale, self._size[1] * scale
        return QRectF(room.x() + (room.width() - width) / 2, room.y() + (room.height() - height) / 2, width, height)

    def at(self, corner: int) -> QPointF:
        """Where a point is shown in the widget: those that are not known where they may be."""
        return self._to_widget(self.corners[corner] or self._guesses[corner])

    def choose(self, corner: int) -> None:
        """The arrow keys move this point."""
        self.chosen = corner
        self.update()

    def put(self, corner: int, point: Point) -> None:
        """Puts a point somewhere, within the photo; when the last one is known, they are put in order."""
        width, height = self._size
        inside = min(max(point[0], 0.0), float(width)), min(max(point[1], 0.0), float(height))
        before = self.corners
        found = [inside if at == corner else one for at, one in enumerate(before)]
        self.corners = found[0], found[1], found[2], found[3]
        self.chosen = corner
        known = [one for one in found if one is not None]
        if len(known) == 4 and None in before:
            self._put_in_order(known)
        self.update()
        self.moved.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), GROUND)
        if not self._image.isNull():
            painter.drawImage(self.area, self._image)
            self._paint_outline(painter)
            for corner in range(4):
                self._paint_handle(painter, corner)
            if self._held or self.hasFocus():
                self._paint_loupe(painter)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._image.isNull():
            return
        at, missing = event.position(), [corner for corner in range(4) if self.corners[corner] is None]
        near = min(range(4), key=lambda corner: _apart(self.at(corner), at))
        if _apart(self.at(near), at) <= REACH:
            self._held, self._grip = True, self.at(near) - at
            self.choose(near)
        elif missing:
            nearest = min(missing, key=lambda corner: _apart(self.at(corner), at))
            self._held, self._grip = True, QPointF()
            self.put(nearest, self._to_photo(at))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held:
            self.put(self.chosen, self._to_photo(event.position() + self._grip))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._held and self.corners[self.chosen] is None:
            self.put(self.chosen, self._to_photo(event.position() + self._grip))
        self._held = False
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in DIGITS:
            self.choose(DIGITS.index(key))
        elif key in ARROWS and not self._image.isNull():
            held = event.modifiers()
            step = STEP * (10 if held & Qt.KeyboardModifier.ShiftModifier else 1)
            step *= 100 if held & Qt.KeyboardModifier.ControlModifier else 1
            x, y = self.corners[self.chosen] or self._guesses[self.chosen]
            self.put(self.chosen, (x + ARROWS[key][0] * step, y + ARROWS[key][1] * step))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _put_in_order(self, known: Sequence[Point]) -> None:
        """The one that was put last stays chosen."""
        last = self.corners[self.chosen]
        try:
            self.corners = ordered(known)
        except QuadError:
            return
        self.chosen = self.corners.index(last)

    def _to_widget(self, point: Point) -> QPointF:
        area = self.area
        scale = area.width() / self._size[0]
        return QPointF(area.x() + point[0] * scale, area.y() + point[1] * scale)

    def _to_photo(self, at: QPointF) -> Point:
        area = self.area
        scale = self._size[0] / area.width()
        return (at.x() - area.x()) * scale, (at.y() - area.y()) * scale

    def _is_flat(self) -> bool:
        try:
            checked([one or guess for one, guess in zip(self.corners, self._guesses, strict=True)])
        except QuadError:
            return False
        return True

    def _paint_outline(self, painter: QPainter) -> None:
        known = None not in self.corners
        pen = QPen(RIGHT if self._is_flat() else WRONG, 2)
        pen.setStyle(Qt.PenStyle.SolidLine if known else Qt.PenStyle.DashLine)
        outline = QPolygonF([self.at(corner) for corner in range(4)])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(HALO, 4))
        painter.drawPolygon(outline)
        painter.setPen(pen)
        painter.drawPolygon(outline)

    def _paint_handle(self, painter: QPainter, corner: int) -> None:
        """A ring with its number; hollow while nobody knows where the point is."""
        at, known = self.at(corner), self.corners[corner] is not None
        radius = RADIUS + 3 if corner == self.chosen else RADIUS
        painter.setPen(QPen(HALO, 2.5))
        painter.setBrush(RIGHT if known else WRONG)
        painter.drawEllipse(at, radius, radius)
        painter.setPen(HALO)
        painter.drawText(
            QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius),
            Qt.AlignmentFlag.AlignCenter,
            str(corner + 1) if known else "?",
        )

    def _paint_loupe(self, painter: QPainter) -> None:
        """What is under the chosen handle, beside it towards the middle."""
        at, path = self.at(self.chosen), QPainterPath()
        inwards = QPointF(self.rect().center()) - at
        far = max(hypot(inwards.x(), inwards.y()), 1.0)
        middle = at + inwards * (LOUPE / 2 + 44) / far
        box = QRectF(middle.x() - LOUPE / 2, middle.y() - LOUPE / 2, LOUPE, LOUPE)
        path.addEllipse(box)
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(box, GROUND)
        painter.translate(middle)
        painter.scale(POWER, POWER)
        painter.translate(-at)
        painter.drawImage(self.area, self._image)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(HALO, 3))
        painter.drawEllipse(box)
        painter.setPen(QPen(RIGHT, 1.2))
        painter.drawLine(middle - QPointF(LOUPE / 2, 0), middle + QPointF(LOUPE / 2, 0))
        painter.drawLine(middle - QPointF(0, LOUPE / 2), middle + QPointF(0, LOUPE / 2))


def _apart(one: QPointF, other: QPointF) -> float:
    return hypot(one.x() - other.x(), one.y() - other.y())
