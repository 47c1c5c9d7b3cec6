"""What comes out of the line that is being typed: the map itself, drawn as it will be."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.canvas.scene import Scene
from desktop.document.base import in_order
from desktop.layout.style import Words
from desktop.panels.start.tiles import ROUND
from desktop.panels.theme import colour
from desktop.panels.thumbnail import Easel

LARGEST = 0.9
"""The scale of a map that would fill the preview with one column."""


class Preview(QWidget):
    """The upper part of a map on a sheet of paper; its stages are its accessible description."""

    def __init__(self, easel: Easel, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._easel = easel
        self._words = words
        self._scene: Scene | None = None
        self.setAccessibleName(words("start.preview"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_map(self, scene: Scene | None) -> None:
        """Paints this map from now on."""
        self._scene = scene
        self.setAccessibleDescription(outline_of(scene) if scene else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(640, 220)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 120)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        sheet = QPainterPath()
        sheet.addRoundedRect(box, ROUND, ROUND)
        painter.fillPath(sheet, colour("paper"))
        if self._scene is not None:
            painter.save()
            painter.setClipPath(sheet)
            self._easel.paint(painter, self._scene, self._width(self._scene))
            painter.restore()
        painter.strokePath(sheet, QPen(colour("line"), 1))
        painter.end()

    def _width(self, scene: Scene) -> float:
        """Px of the whole map: that of the preview, unless the map is narrow."""
        return min(float(self.width()), scene.layout.width * LARGEST)


def outline_of(scene: Scene) -> str:
    """Stages with their steps in words: “Decide: compares, books; Arrive”."""
    stages = in_order(scene.layout.map.stages)
    told = ((stage.title, ", ".join(filter(None, (step.title for step in in_order(stage.steps))))) for stage in stages)
    return "; ".join(": ".join(filter(None, parts)) for parts in told)
