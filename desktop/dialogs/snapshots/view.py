"""A map on which is drawn what has changed: new, changed, moved and from where, gone."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from desktop.canvas.changemark import Mark, paint_mark
from desktop.canvas.painter import ShapePainter
from desktop.canvas.scene import Studio
from desktop.canvas.sheet import Sheet
from desktop.canvas.viewer import Viewer
from desktop.document.project import Project
from desktop.layout.places import Rect
from desktop.resources import style, typesetter, words
from desktop.storage.assets import Assets, bytes_of
from desktop.storage.brandfonts import wardrobe

CLOSE = 0.6
"""The scale at which a thing that is gone to can be read."""


class ChangesView(Viewer):
    """picked(id): a marked thing was clicked. Arrow keys scroll, plus and minus zoom."""

    picked = Signal(str)

    def __init__(self, project: Project, assets: Assets, parent: QWidget | None = None) -> None:
        """Dressed in the brand and language of this project."""
        brand = project.brand
        setter = typesetter(brand=wardrobe(brand, assets).fonts, language=project.language)
        self._studio = Studio(setter, style("screen", brand.accent), words(project.language))
        super().__init__(Sheet(self._studio, ShapePainter(setter.fonts, bytes_of(assets))), parent)
        self.setObjectName("changesview")
        self._marks: Mapping[str, Mark] = {}
        self._boxes: dict[str, Rect] = {}
        self._current = ""

    @property
    def boxes(self) -> Mapping[str, Rect]:
        """Where the marked things stand on the map."""
        return self._boxes

    @property
    def current(self) -> str:
        """The thing that is looked at; "" for none."""
        return self._current

    def show_changes(self, project: Project, map_id: str, marks: Mapping[str, Mark]) -> None:
        """Another map, with marks by the ids of things; fitted."""
        before = self.scene if self.has_scene else None
        scene = self._studio.scene(project, map_id, before)
        self._marks, self._current = marks, ""
        boxes = ((thing, scene.hits.rect(thing)) for thing in marks)
        self._boxes = {thing: box for thing, box in boxes if box is not None}
        self.show_scene(scene)
        self.fit()

    def look_at(self, thing: str) -> None:
        """Brings a marked thing into the middle, near enough to be read; "" looks at none."""
        self._current = thing if thing in self._boxes else ""
        box = self._boxes.get(self._current)
        if box is not None:
            self.zoom_to(max(self.zoom, CLOSE))
            x, y = self.view.to_window(box.x + box.width / 2, box.y + box.height / 2)
            left, top = self.view.scroll
            middle = self.viewport().rect().center()
            self.scroll_to(round(left + x - middle.x()), round(top + y - middle.y()))
            self.reveal(box)
        self.repaint_marks()

    def paint_marks(self, painter: QPainter) -> None:
        seen = QRectF(painter.viewport())
        there = [(thing, self._in_px(box)) for thing, box in self._boxes.items()]
        for thing, box in there:
            if box.intersects(seen) and thing != self._current and not self._marks[thing].quiet:
                paint_mark(painter, box, self._marks[thing], strong=False)
        for thing, box in there:
            if thing == self._current:
                paint_mark(painter, box, self._marks[thing], strong=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        zooms = {Qt.Key.Key_Plus: self.zoom_in, Qt.Key.Key_Minus: self.zoom_out, Qt.Key.Key_0: self.fit}
        act = zooms.get(Qt.Key(event.key()))
        if act is not None:
            act()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        loud = ((thing, box) for thing, box in self._boxes.items() if not self._marks[thing].quiet)
        hit = next((thing for thing, box in loud if self._in_px(box).contains(at)), "")
        if hit:
            self.picked.emit(hit)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()  # the press was ours

    def _in_px(self, box: Rect) -> QRectF:
        left, top = self.view.to_window(box.x, box.y)
        right, bottom = self.view.to_window(box.right, box.bottom)
        return QRectF(left, top, right - left, bottom - top)
