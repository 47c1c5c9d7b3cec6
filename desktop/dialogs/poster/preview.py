"""The print on the screen: pixels of the real PDF, and drawn over them what becomes of the paper."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.dialogs.poster.marks import Mark, paint_bleed, paint_marks, paint_tiles
from desktop.dialogs.poster.proof import Panel
from desktop.layout.places import Rect
from desktop.paint.raster import Raster
from desktop.panels.theme import colour
from desktop.plan.page import MM

AROUND = 20
"""Px left free around a sheet that is fitted."""

CLOSE = 1.6
"""How many times wider than a thing the view is that goes to it."""

LARGEST = 12.0
"""Px per pt at most: hairlines are as thick as a finger then."""

LIKENESS = 0.1
STEP, PAN = 1.25, 60
PAUSE = 40
"""Ms without a move after which what is seen is painted sharp."""

Part = tuple[float, float, float, float]


class Preview(QWidget):
    """One sheet, whole or closer. wanted(scale, part): shall be painted at so many px per pt, part None for all of it.

    touched(mark): somebody pointed at one of the marks.
    """

    wanted = Signal(float, object)
    touched = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("preview")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self._size = (0.0, 0.0)
        self.panel: Panel | None = None
        self._whole: QImage | None = None
        self._part: tuple[QImage, Part] | None = None
        self._marks: Sequence[Mark] = ()
        self._chosen: Mark | None = None
        self._zoom: float | None = None
        self._middle = (0.5, 0.5)
        self._held: QPointF | None = None
        self._moved = False
        self._message = ""
        self._asking = QTimer(self, singleShot=True, interval=PAUSE)
        self._asking.timeout.connect(self._ask)

    @property
    def scale(self) -> float:
        """Px per pt."""
        return self._fit() if self._zoom is None else self._zoom

    @property
    def fitted(self) -> bool:
        return self._zoom is None

    def sizeHint(self) -> QSize:
        return QSize(640, 420)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 180)

    def show_sheet(self, size: tuple[float, float], panel: Panel | None = None) -> None:
        """A sheet of this size in mm comes; what is seen of the old one stays until its picture is there.

        panel: the poster on it, for what is drawn over it.
        """
        if size != self._size:
            self._whole = self._whole if _alike(size, self._size) else None
            self._zoom, self._middle = None, (0.5, 0.5)
        self._size, self.panel, self._part = size, panel, None
        self._marks, self._chosen, self._message = (), None, ""
        self.update()
        self._asking.stop()
        self._ask()

    def show_picture(self, picture: Raster, part: Part | None) -> None:
        """Pixels of the sheet, or of a part of it."""
        image = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32).copy()
        if part is None:
            self._whole = image
        else:
            self._part = image, part
        self.update()

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """What is wrong where."""
        self._marks, self._chosen = marks, None
        self.update()

    def show_message(self, sentence: str) -> None:
        """Why there is nothing to see."""
        self._message, self._size, self._whole, self._part, self.panel = sentence, (0.0, 0.0), None, None, None
        self.update()

    def fit(self) -> None:
        """The whole sheet."""
        self._zoom, self._middle = None, (0.5, 0.5)
        self._view_changed()

    def zoom_by(self, factor: float, around: QPointF | None = None) -> None:
        """Closer or further away; the point stays where it is, the middle where there is none."""
        if not self._size[0]:
            return
        point = around or QPointF(self.rect().center())
        before = self._at(point)
        fitting = self._fit()
        zoom = min(max(self.scale * factor, fitting), LARGEST)
        self._zoom = zoom if zoom > fitting * 1.001 else None
        if self._zoom is None:
            self._middle = (0.5, 0.5)
        else:
            now = self._at(point)
            self._move_by(before[0] - now[0], before[1] - now[1])
        self._view_changed()

    def go_to(self, mark: Mark) -> None:
        """Shows what a mark is about from close by; what has no place of its own shows all of the sheet."""
        self._chosen = mark
        place = self._on_sheet(mark.rect) if mark.rect is not None else None
        if place is None or not self._size[0]:
            self.fit()
            return
        wide, high = max(place.width(), 1.0) * CLOSE, max(place.height(), 1.0) * CLOSE * 2
        scale = min(self.width() / wide, self.height() / high, 3.0)
        self._zoom = max(self._fit(), scale)
        middle = place.center()
        self._middle = middle.x() / (self._size[0] * MM), middle.y() / (self._size[1] * MM)
        self._move_by(0.0, 0.0)
        self._view_changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._view_changed()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(STEP ** (turn.y() / 120), event.position())
        else:
            self._pan(turn.x() / 2, turn.y() / 2)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._held, self._moved = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            over = self._mark_at(event.position())
            self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
            return
        step = event.position() - self._held
        if self._moved or step.manhattanLength() > 4:
            self._moved, self._held = True, event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._pan(step.x(), step.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, self._held = self._held, None
        self.unsetCursor()
        mark = self._mark_at(event.position()) if held is not None and not self._moved else None
        if mark is not None:
            self.touched.emit(mark)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.fitted:
            self.zoom_by(STEP**5, event.position())
        else:
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        steps = {Qt.Key.Key_Left: (1, 0), Qt.Key.Key_Right: (-1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(1 / STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key in steps and not self.fitted:
            across, down = steps[Qt.Key(key)]
            self._pan(across * PAN, down * PAN)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self._size[0]:
            painter.setPen(colour("ink_2"))
            room = self.rect().adjusted(48, 24, -48, -24)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._message)
            return
        self._paint_sheet(painter, self._sheet())
        if self.panel is not None:
            self._paint_over(painter, self.panel)
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _paint_sheet(self, painter: QPainter, sheet: QRectF) -> None:
        """The paper with a soft shadow, and its pixels."""
        shade = colour("handle")
        for reach, strength in ((5, 22), (3, 34), (1, 60)):
            shade.setAlpha(strength)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shade)
            painter.drawRoundedRect(sheet.adjusted(-reach, -reach + 1, reach, reach + 1), reach, reach)
        painter.fillRect(sheet, colour("paper"))
        if self._whole is not None:
            painter.drawImage(sheet, self._whole)
        if self._part is not None:
            image, (left, top, width, height) = self._part
            scale = self.scale
            place = QRectF(sheet.x() + left * scale, sheet.y() + top * scale, width * scale, height * scale)
            painter.drawImage(place, image)

    def _paint_over(self, painter: QPainter, panel: Panel) -> None:
        paint_bleed(painter, self._on_screen(Rect(0.0, 0.0, *panel.size)), self._sheet())
        if panel.tiles is not None:
            paint_tiles(painter, panel.tiles, self._on_screen)
        paint_marks(painter, self._marks, self._chosen, self._on_screen)

    def _view_changed(self) -> None:
        self._part = None if self.fitted else self._part
        self.update()
        self._asking.start()

    def _ask(self) -> None:
        """For as many pixels as the screen shows."""
        if not self._size[0]:
            return
        ratio = self.devicePixelRatioF()
        if self.fitted or self._whole is None:
            self.wanted.emit(self._fit() * ratio, None)
        if not self.fitted:
            self.wanted.emit(self.scale * ratio, self._seen())

    def _seen(self) -> Part:
        """What of the sheet the window shows, in pt."""
        sheet, scale = self._sheet(), self.scale
        seen = sheet.intersected(QRectF(self.rect()))
        left, top = (seen.x() - sheet.x()) / scale, (seen.y() - sheet.y()) / scale
        return left, top, seen.width() / scale, seen.height() / scale

    def _fit(self) -> float:
        wide, high = (max(side * MM, 1.0) for side in self._size)
        return max(min((self.width() - 2 * AROUND) / wide, (self.height() - 2 * AROUND) / high), 0.001)

    def _sheet(self) -> QRectF:
        """Where the sheet lies in the window."""
        scale = self.scale
        wide, high = (side * MM * scale for side in self._size)
        x, y = self._middle
        return QRectF(self.width() / 2 - x * wide, self.height() / 2 - y * high, wide, high)

    def _on_sheet(self, place: Rect) -> QRectF:
        """A place on the poster in mm as one on the sheet in pt."""
        left, top = self.panel.origin if self.panel else (0.0, 0.0)
        return QRectF((place.x + left) * MM, (place.y + top) * MM, place.width * MM, place.height * MM)

    def _on_screen(self, place: Rect) -> QRectF:
        sheet, scale, at = self._sheet(), self.scale, self._on_sheet(place)
        return QRectF(sheet.x() + at.x() * scale, sheet.y() + at.y() * scale, at.width() * scale, at.height() * scale)

    def _at(self, point: QPointF) -> tuple[float, float]:
        """A point of the window as shares of the sheet's sides."""
        sheet = self._sheet()
        return (point.x() - sheet.x()) / sheet.width(), (point.y() - sheet.y()) / sheet.height()

    def _mark_at(self, point: QPointF) -> Mark | None:
        """The smallest mark there."""
        places = [(mark, self._on_screen(mark.rect)) for mark in self._marks if mark.rect is not None]
        hit = [(mark, place) for mark, place in places if place.adjusted(-4, -4, 4, 4).contains(point)]
        return min(hit, key=lambda each: each[1].width() * each[1].height())[0] if hit else None

    def _pan(self, across: float, down: float) -> None:
        if not self.fitted:
            sheet = self._sheet()
            self._move_by(-across / sheet.width(), -down / sheet.height())
            self._view_changed()

    def _move_by(self, across: float, down: float) -> None:
        """Never so far that the sheet is out of sight."""
        x, y = self._middle
        self._middle = min(max(x + across, 0.0), 1.0), min(max(y + down, 0.0), 1.0)


def _alike(first: tuple[float, float], second: tuple[float, float]) -> bool:
    """Whether a picture of one can stand for the other for a moment."""
    return bool(second[1]) and abs(first[0] / first[1] / (second[0] / second[1]) - 1) < LIKENESS
