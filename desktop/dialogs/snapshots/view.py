"""A map on which is drawn what has changed: new, changed, moved and from where, gone."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from desktop.canvas.painter import ShapePainter
from desktop.canvas.scene import Studio
from desktop.canvas.sheet import Sheet
from desktop.canvas.viewer import Viewer
from desktop.dialogs.differencemarks import SIDE, colour_of, paint_sign
from desktop.document.project import Project
from desktop.layout.places import Rect
from desktop.resources import style, typesetter, words
from desktop.storage.assets import Assets, bytes_of
from desktop.storage.brandfonts import wardrobe

WORDY, SIGNED = 90, 22
"""Px of width from which on a thing has room for words, and for a sign."""

CHIP, LETTERS = 18, 11
"""Px: how high a chip is, and its type."""

CLOSE = 0.6
"""The scale at which a thing that is gone to can be read."""

VEIL = QColor(255, 255, 255, 150)
"""Over what is gone."""

ORDER = ("removed", "added", "moved", "ordered", "changed")
"""Of several marks on one thing the first gives the colour."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What happened to a thing: codes of differences, and what is said of it on the map. `quiet`: only while it is
    looked at, as for arrows, which run over many cells."""

    codes: tuple[str, ...]
    text: str
    quiet: bool = False

    @property
    def code(self) -> str:
        """That which gives the colour."""
        return next(code for code in ORDER if code in self.codes)


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
                _paint(painter, box, self._marks[thing], strong=False)
        for thing, box in there:
            if thing == self._current:
                _paint(painter, box, self._marks[thing], strong=True)

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


def _paint(painter: QPainter, box: QRectF, mark: Mark, *, strong: bool) -> None:
    """A frame (dashed and struck through where the thing is gone), and what is said, as far as there is room."""
    ink = colour_of(mark.code, "light")
    painter.setBrush(_tint(ink, 26))
    painter.setPen(Qt.PenStyle.NoPen)
    if mark.code == "removed":
        painter.fillRect(box, VEIL)
        painter.setPen(QPen(ink, 1.5))
        painter.drawLine(box.bottomLeft(), box.topRight())
    pen = QPen(ink, 3.5 if strong else 2.0, _line_of(mark.code))
    painter.setPen(pen)
    painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 5, 5)
    if box.width() >= WORDY or strong:
        _chip(painter, box, mark, ink)
    elif box.width() >= SIGNED:
        _sign(painter, QPointF(box.right() - SIDE / 2, box.top() - SIDE / 2), mark.code)


def _line_of(code: str) -> Qt.PenStyle:
    dashed = {"removed": Qt.PenStyle.DashLine, "changed": Qt.PenStyle.DashDotLine, "moved": Qt.PenStyle.SolidLine}
    return dashed.get(code, Qt.PenStyle.SolidLine)


def _chip(painter: QPainter, box: QRectF, mark: Mark, ink: QColor) -> None:
    """On the upper edge, never wider than the thing but where that is very narrow."""
    font = QFont(painter.font())
    font.setPixelSize(LETTERS)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    metrics = painter.fontMetrics()
    room = max(box.width() - SIDE, 2 * WORDY)
    text = metrics.elidedText(mark.text, Qt.TextElideMode.ElideRight, int(room))
    chip = QRectF(box.left() + 4, box.top() - CHIP + 3, metrics.horizontalAdvance(text) + SIDE + 12, CHIP)
    painter.setPen(QPen(QColor(Qt.GlobalColor.white), 1.5))
    painter.setBrush(ink)
    painter.drawRoundedRect(chip, CHIP / 2, CHIP / 2)
    _sign(painter, chip.topLeft() + QPointF(1, 1), mark.code)
    painter.setPen(QColor(Qt.GlobalColor.white))
    painter.drawText(chip.adjusted(SIDE + 4, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter, text)


def _sign(painter: QPainter, at: QPointF, code: str) -> None:
    painter.save()
    painter.translate(at)
    paint_sign(painter, code, "light")  # as the paper is, whatever the window
    painter.restore()


def _tint(ink: QColor, alpha: int) -> QColor:
    tint = QColor(ink)
    tint.setAlpha(alpha)
    return tint
