"""The map as the room sees it: without tools, what is not meant dimmed."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QRegion, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from desktop.canvas import marks
from desktop.canvas.painter import ShapePainter
from desktop.canvas.scene import Studio, header
from desktop.canvas.sheet import Sheet
from desktop.canvas.sticky import bands
from desktop.canvas.target import paint_slot, target_rect
from desktop.canvas.tools import window_rect
from desktop.canvas.viewer import Viewer
from desktop.desk.desk import Desk
from desktop.desk.focus import Extent, Here, columns_at, frame
from desktop.document.edits.cards import Spot
from desktop.layout.places import Rect
from desktop.panels.room.wholes import Trim
from desktop.resources import words
from desktop.storage.assets import bytes_of

VEIL = 0.78
"""How much of the paper's colour lies over what is not meant: it is still seen that there is something."""

SLOT = 6.0
"""Px of the slot's round corners at 100 %."""


class Backdrop(Viewer):
    """Shows a scene that others have made. Nothing can be done to it; keys and wheel are for whoever holds it.

    resized(): it has more room, or less.
    """

    resized = Signal()

    def __init__(self, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(sheet, parent)
        self.meant: tuple[Here | None, Extent] = None, Extent.WHOLE
        self.spot: Spot | None = None
        self.trim = Trim()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(False)

    def dress(self, sheet: Sheet) -> None:
        """Paints what it shows next in other colours and type."""
        self._sheet = sheet
        self.clear_scene()

    def mean(self, here: Here | None, extent: Extent, spot: Spot | None) -> None:
        """Dims what is not meant, and shows the dashed slot at a spot."""
        if (self.meant, self.spot) != ((here, extent), spot):
            self.meant, self.spot = (here, extent), spot
            self.viewport().update()

    def paint_marks(self, painter: QPainter) -> None:
        self.trim.paint(painter, self)
        here, extent = self.meant
        if extent is not Extent.WHOLE and here is not None:
            dim(painter, self, self._clear(here, extent))
        self._paint_slot(painter)

    def _clear(self, here: Here, extent: Extent) -> QRegion:
        """What is meant, with its headers and labels, in px of the window."""
        scene, view = self.scene, self.view
        part, place = frame(scene.layout, here, extent), bands(scene, view)
        columns = columns_at(scene.layout, here, extent)
        if not columns:
            return QRegion(self.viewport().rect())
        head, labels = header(scene.layout), scene.layout.labels
        across = window_rect(view, Rect(part.x, head.y, part.width, head.height)).toRect()
        down = window_rect(view, Rect(labels.x, part.y, labels.width, part.height)).toRect()
        if place.headers is not None:
            across = QRect(across.x(), place.headers.y(), across.width(), place.headers.height() + 1)
        if place.labels is not None:
            down = QRect(place.labels.x(), down.y(), place.labels.width() + 1, down.height())
        inside = QRegion(window_rect(view, part).toRect()).intersected(place.beside(self.viewport().rect()))
        return inside + QRegion(across) + QRegion(down) + self._stage_title(here, place.headers)

    def _stage_title(self, here: Here, band: QRect | None) -> QRegion:
        """The header of the stage that a cell is in, without those of its steps."""
        layout, view = self.scene.layout, self.view
        columns = columns_at(layout, here, Extent.STAGE)
        if not columns:
            return QRegion()
        head, end = header(layout), columns[-1].x + columns[-1].width
        place = Rect(columns[0].x, head.y, end - columns[0].x, layout.steps.y - head.y)
        box = window_rect(view, place).toRect()
        return QRegion(box if band is None else QRect(box.x(), band.y(), box.width(), box.height()))

    def _paint_slot(self, painter: QPainter) -> None:
        rect = target_rect(self.scene, self.spot) if self.spot is not None else None
        if self.spot is None or rect is None or not rect.height or not rect.meets(self.view.seen):
            return
        painter.save()
        painter.setClipRegion(bands(self.scene, self.view).beside(self.viewport().rect()))
        paint_slot(painter, self.scene, self.spot, window_rect(self.view, rect), SLOT * self.zoom)
        painter.restore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()


def dim(painter: QPainter, viewer: Viewer, clear: QRegion) -> None:
    """The paper's colour over everything in the window but the clear part."""
    veil = QColor(marks.WHITE)
    veil.setAlphaF(VEIL)
    painter.save()
    painter.setClipRegion(QRegion(viewer.viewport().rect()) - clear)
    painter.fillRect(viewer.viewport().rect(), veil)
    painter.restore()


def sheet_for(desk: Desk, studio: Studio) -> Sheet:
    """A sheet that paints in a studio's look what everybody may see: comments are no business of the room."""
    setter = studio.composer.typesetter
    public = Studio(setter, studio.style, words(desk.project.language), comments=False)
    return Sheet(public, ShapePainter(setter.fonts, bytes_of(desk.session.assets)))
