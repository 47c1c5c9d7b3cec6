"""The photographed wall under the map: what hangs in a cell of it in the cell of the map that it belongs to.

Painted over the map by multiplying, which on white paper is the same as lying under what is drawn there.
"""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from desktop.canvas.sticky import bands
from desktop.canvas.tools import window_rect
from desktop.canvas.viewer import Viewer
from desktop.desk.paperwalk import PaperWalk
from desktop.layout.places import Rect
from desktop.panels.photos.images import to_qimage

SCALE = 2.2
"""Px a mm of the pieces that are kept: 0.1 MB each."""

STRENGTH = 0.9
"""How much of the photo is seen."""

MOST = 400
"""So many pieces are kept; more are made again when they come into sight."""


class Underlay:
    """A veil of the canvas: nothing while it is off."""

    def __init__(self) -> None:
        self.on = False
        self.walk: PaperWalk | None = None
        self._pieces: dict[str, QImage] = {}

    def forget(self) -> None:
        """The photos are others, or straightened otherwise."""
        self._pieces = {}

    def paint(self, painter: QPainter, viewer: Viewer) -> None:
        """In px of the viewer's window; nothing is painted over headers and labels that are kept in sight."""
        if not self.on or self.walk is None or not viewer.has_scene:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipRegion(bands(viewer.scene, viewer.view).beside(viewer.viewport().rect()))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.setOpacity(STRENGTH)
        for address, box in self._boxes(viewer):
            image = self._piece(address)
            if not image.isNull():
                painter.drawImage(_fitted(image, box), image)
        painter.restore()

    def _boxes(self, viewer: Viewer) -> list[tuple[str, QRectF]]:
        """The cells in sight that are in a photo, and where they stand in the window."""
        layout, seen = viewer.scene.layout, viewer.view.seen
        rows = {row.lane.id: row for row in layout.rows}
        columns = {column.step.id: column for column in layout.columns}
        found = []
        for cell in self.walk.cells if self.walk else ():
            row, column = rows.get(cell.lane), columns.get(cell.step)
            if row is not None and column is not None:
                rect = Rect(column.x, row.y, column.width, row.height)
                if rect.meets(seen):
                    found.append((cell.address, window_rect(viewer.view, rect)))
        return found

    def _piece(self, address: str) -> QImage:
        if address not in self._pieces:
            if len(self._pieces) >= MOST:
                self._pieces.clear()
            album = self.walk.album if self.walk else None
            cell = album.plan.cell(address) if album else None
            piece = album.lifted(cell, SCALE) if album and cell else None
            self._pieces[address] = to_qimage(piece) if piece else QImage()
        return self._pieces[address]


def _fitted(image: QImage, box: QRectF) -> QRectF:
    """As large as the cell has room, in its middle."""
    scale = min(box.width() / image.width(), box.height() / image.height())
    width, height = image.width() * scale, image.height() * scale
    return QRectF(box.x() + (box.width() - width) / 2, box.y() + (box.height() - height) / 2, width, height)
