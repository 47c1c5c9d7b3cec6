"""A few columns of the project's own map, drawn in the brand as the canvas draws it."""

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop import resources
from desktop.canvas.scene import Scene
from desktop.document.base import changed, in_order
from desktop.document.journey import JourneyMap
from desktop.document.keyed import find
from desktop.document.project import Project
from desktop.document.selecting import between
from desktop.panels.start.tiles import paint_picture
from desktop.panels.thumbnail import Easel
from desktop.storage.brands import Branding
from desktop.storage.reader import Opened, read

COLUMNS, LANES = 4, 6
"""So much of a map shows every part of a brand."""

SIZE = QSize(560, 500)
SAMPLE = "restaurant.journey"
FOOT = 12
"""Px of paper at least below the last lane."""


class Specimen(QWidget):
    """Shows the project that it is made with in whatever brand it is told."""

    def __init__(self, opened: Opened, map_id: str, name: str) -> None:
        super().__init__()
        self._opened, self._map_id = _cut(opened, map_id)
        self._easel = Easel(opened.project.language)
        self._image: QImage | None = None
        self.setMinimumSize(SIZE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)

    def show_brand(self, look: Branding) -> None:
        """Draws the map in this brand from now on."""
        project = changed(self._opened.project, brand=look.brand)
        self._opened = replace(self._opened, project=project, assets={**self._opened.assets, **look.assets})
        self._image = None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        ratio = self.devicePixelRatio()
        if self._image is None or self._image.size() != self.size() * ratio:
            self._image = self._painted(ratio)
        paint_picture(QPainter(self), self.rect(), self._image)

    def _painted(self, ratio: float) -> QImage:
        image = QImage(self.size() * ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(QColor(Qt.GlobalColor.white))
        scene = self._easel.scene(self._opened, self._map_id)
        painter = QPainter(image)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if scene is not None:
            painter.setClipRect(QRectF(0, 0, self.width(), _whole_rows(scene, self.width(), self.height())))
            self._easel.paint(painter, scene, self.width(), self._opened.assets)
        painter.end()
        return image


def _whole_rows(scene: Scene, width: float, height: float) -> float:
    """How far down, in px, the map is shown so that no lane is cut; all of it where even the first is too high."""
    scale = width / scene.layout.width
    feet = ((row.y + row.height) * scale for row in scene.layout.rows)
    return max((foot for foot in feet if foot <= height - FOOT), default=height)


def _cut(opened: Opened, map_id: str) -> tuple[Opened, str]:
    """The first columns and lanes of the map; of the sample's where there is next to nothing on it."""
    journey = find(opened.project.maps, map_id)
    if journey is None or not any(lane.cards for lane in journey.lanes):
        opened = read(resources.root() / "samples" / SAMPLE)
        journey = in_order(opened.project.maps)[0]
    steps = [step.id for stage in in_order(journey.stages) for step in in_order(stage.steps)][:COLUMNS]
    project = between(_with_few_lanes(opened.project, journey), journey.id, steps)
    return replace(opened, project=project), journey.id


def _with_few_lanes(project: Project, journey: JourneyMap) -> Project:
    """The emotions, which are high, and the facts beside the title would leave no room for what a brand changes."""
    shown = [lane for lane in in_order(journey.lanes) if not lane.hidden and lane.kind != "emotions"][:LANES]
    lanes = tuple(lane for lane in journey.lanes if lane in shown)
    few = changed(journey, lanes=lanes, links=(), tasks=(), scenario="", goals=(), persona="")
    return changed(project, maps=(few,))
