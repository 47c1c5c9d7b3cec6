"""The whole map, small, with the part that the window shows in a frame."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.canvas.canvas import Canvas
from desktop.canvas.scene import Scene
from desktop.canvas.shown import Shown
from desktop.canvas.tiles import Tiles
from desktop.canvas.view import MARGIN, View
from desktop.desk.desk import Desk

BEAT = 200
"""Ms at least between two pictures of the map."""

HEIGHT, INSET, FOOT, RADIUS, PAD = 204, 16, 16, 6, 4
"""Px: of the whole; beside it and above; below it; of its corners; from its edge to the paper."""

FRAME, TINT = 2.0, 28
"""Px of the frame; how strongly (of 255) it is filled."""


class Overview(QWidget):
    """Stands beside a canvas and scrolls it. The picture is kept; an edit paints again only what it changed."""

    def __init__(self, desk: Desk, canvas: Canvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overview")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(desk.words("overview.name"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._canvas = canvas
        self._scene: Scene | None = None
        self._tiles = Tiles(canvas.paint_part, QColor(Qt.GlobalColor.white))
        self._grip: QPointF | None = None
        self._beat = QTimer(self)
        self._beat.setSingleShot(True)
        self._beat.setInterval(BEAT)
        self._beat.timeout.connect(self.renew)
        desk.shown.connect(self._follow)
        canvas.view_changed.connect(self.update)

    @property
    def frame(self) -> QRectF:
        """What the canvas shows, in px of this widget; empty without a map."""
        view = self._view()
        return (
            self._seen(view).intersected(QRectF(_paper(view).translated(self._box().topLeft()))) if view else QRectF()
        )

    def renew(self) -> None:
        """Shows the map as the canvas has it now."""
        self._scene = self._canvas.scene if self._canvas.has_scene else None
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, HEIGHT)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._scene is None:
            self._beat.start()  # a window that opens shows its map first, and this a little later
        else:
            self.renew()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._beat.stop()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes the frame where it is held; beside it, brings it there."""
        if event.button() == Qt.MouseButton.LeftButton and self._scene is not None:
            at, view = event.position(), self._view()
            held = view is not None and self.frame.contains(at)
            self._grip = at - self._seen(view).center() if view and held else QPointF()
            self._bring(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._bring(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        view, box, scene = self._view(), self._box(), self._scene
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPainterPath()
        edge.addRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.fillPath(edge, self.palette().color(QPalette.ColorRole.Window))
        if view is not None and scene is not None:
            painter.save()
            painter.setClipPath(edge)
            painter.translate(box.topLeft())
            self._tiles.paint(painter, Shown(scene, view, moving=True), _paper(view))
            painter.restore()
            self._paint_frame(painter)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawPath(edge)
        painter.end()

    def _paint_frame(self, painter: QPainter) -> None:
        colour = self.palette().color(QPalette.ColorRole.Accent)
        painter.setPen(QPen(colour, FRAME))
        colour.setAlpha(TINT)
        painter.setBrush(colour)
        painter.drawRoundedRect(self.frame, 2, 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _seen(self, view: View) -> QRectF:
        """What the canvas shows, with the margin round the paper."""
        seen = self._canvas.view.seen
        (left, top), (right, bottom) = view.to_window(seen.x, seen.y), view.to_window(seen.right, seen.bottom)
        return QRectF(left, top, right - left, bottom - top).translated(self._box().topLeft())

    def _follow(self) -> None:
        if self.isVisible() and not self._beat.isActive():
            self._beat.start()

    def _bring(self, at: QPointF) -> None:
        """Scrolls the canvas so that the frame's middle comes to a point, as far as it can."""
        view = self._view()
        if self._grip is None or view is None:
            return
        spot = at - self._grip - QPointF(self._box().topLeft())
        x, y = view.to_map(spot.x(), spot.y())
        seen = self._canvas.view
        width, height = seen.window
        self._canvas.scroll_to(round(x * seen.zoom + MARGIN - width / 2), round(y * seen.zoom + MARGIN - height / 2))

    def _box(self) -> QRect:
        return self.rect().adjusted(INSET, INSET // 2, -INSET, -FOOT)

    def _view(self) -> View | None:
        """The whole paper in the middle of the box; None without a map."""
        box, scene = self._box(), self._scene
        if scene is None or box.width() <= 2 * PAD or box.height() <= 2 * PAD:
            return None
        size, paper = (box.width(), box.height()), (scene.layout.width, scene.layout.height)
        zoom = min((size[axis] - 2 * PAD) / max(paper[axis], 1) for axis in (0, 1))
        left, top = (round((size[axis] - paper[axis] * zoom) / 2) for axis in (0, 1))
        return View(size, paper, zoom, (MARGIN - left, MARGIN - top))


def _paper(view: View) -> QRect:
    left, top = view.offset
    return QRectF(left, top, view.paper[0] * view.zoom, view.paper[1] * view.zoom).toRect()
