"""Stage and step headers and lane labels stay in sight when the map is scrolled."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QRegion

from desktop.canvas.scene import Scene, Studio, header
from desktop.canvas.sprites import Brush
from desktop.canvas.view import View
from desktop.drawing.shapes import Figure, Glyphs, Placed
from desktop.typeset.lines import UNITS

LARGEST_BAND = 0.3
"""Share of the window that a band may take."""

PAD = 12
"""Px between an edge and the first letter that is kept in sight beside it."""


@dataclass(frozen=True, slots=True)
class Bands:
    """Where headers and labels are kept in sight, in px of the window; None where the map's own can be seen,
    and where a band would take too much of the window. Headers stand right of the labels."""

    headers: QRect | None
    labels: QRect | None

    def cover(self, x: int, y: int) -> bool:
        """Whether a point of the window lies on a band."""
        return any(band is not None and band.contains(x, y) for band in (self.headers, self.labels))

    def beside(self, window: QRect) -> QRegion:
        """What the bands leave of the window."""
        whole = QRegion(window)
        for band in filter(None, (self.headers, self.labels)):
            whole -= QRegion(band)
        return whole


def bands(scene: Scene, view: View) -> Bands:
    """The bands of a view; headers leave with the last lane, labels are as high as all lanes."""
    labels = _label_band(scene, view)
    return Bands(_header_band(scene, view, labels), labels)


class Sticky:
    """Paints the bands. In them the title of a stage that is cut by the edge moves along, and so does a lane's."""

    def __init__(self, studio: Studio) -> None:
        self._studio = studio
        self._paper = QColor(studio.style.colours["paper"])
        self._line = QColor(studio.style.colours["line"])

    def paint(self, painter: QPainter, scene: Scene, view: View, brush: Brush) -> None:
        """Paints over the map, in px of the window."""
        place = bands(scene, view)
        if place.labels is not None:
            self._labels(_Band(painter, view, brush, place.labels), scene, place.headers)
        if place.headers is not None:
            self._headers(_Band(painter, view, brush, place.headers), scene)

    def _labels(self, band: "_Band", scene: Scene, headers: QRect | None) -> None:
        """Lane labels below the headers; the corner between the two stays bare."""
        area = band.area
        band.painter.fillRect(area.adjusted(0, 0, 1, 0), self._paper)
        if headers is not None:
            area = area.adjusted(0, headers.bottom() + 1 - area.top(), 0, 0)
            band.painter.fillRect(QRect(0, headers.bottom() + 1, headers.left(), 1), self._line)
        floor = band.view.to_map(0, area.top())[1]
        moved = PAD - round(band.view.to_window(scene.layout.labels.x, 0)[0])
        band.paint(area, (moved, 0), (kept_down(place, floor) for place in self._studio.lanes(scene, band.view.seen)))
        band.painter.fillRect(QRect(area.right() + 1, area.top(), 1, area.height()), self._line)

    def _headers(self, band: "_Band", scene: Scene) -> None:
        painter, area, view = band.painter, band.area, band.view
        painter.fillRect(area, self._paper)
        edge = view.to_map(area.left(), 0)[0]
        limit = view.to_map(area.left() + PAD, 0)[0]
        moved = 0, area.top() - round(view.to_window(0, header(scene.layout).y)[1])
        placed = [
            place
            for place in self._studio.headers(scene)
            if edge < place.x + place.figure.width and place.x < view.seen.right
        ]
        band.paint(area, moved, (place for place in placed if place.x >= limit))
        for place in placed:
            if place.x < limit:
                right = round(view.to_window(place.x + place.figure.width, 0)[0])
                own = QRect(area.left(), area.top(), right - area.left(), area.height())
                band.paint(own, moved, [_right(place, limit)])
        painter.fillRect(QRect(area.left(), area.bottom() + 1, area.width(), 1), self._line)


@dataclass(frozen=True, slots=True)
class _Band:
    """An area of the window into which parts of the map are painted, moved from where they are."""

    painter: QPainter
    view: View
    brush: Brush
    area: QRect

    def paint(self, clip: QRect, moved: tuple[int, int], placed: Iterable[Placed]) -> None:
        left, top = self.view.offset
        self.painter.save()
        self.painter.setClipRect(clip)
        self.painter.translate(left + moved[0], top + moved[1])
        self.painter.scale(self.view.zoom, self.view.zoom)
        self.brush.paint(self.painter, placed)
        self.painter.restore()


def _header_band(scene: Scene, view: View, labels: QRect | None) -> QRect | None:
    layout, head = scene.layout, header(scene.layout)
    height = round(head.height * view.zoom)
    end = view.to_window(0, layout.labels.bottom)[1]
    if view.to_window(0, head.y)[1] >= 0 or end <= 0 or height > view.window[1] * LARGEST_BAND:
        return None
    left = labels.right() + 2 if labels else max(0, round(view.to_window(0, 0)[0]))
    right = min(view.window[0], round(view.to_window(layout.width, 0)[0]))
    return QRect(left, min(0, round(end) - height), right - left, height)


def _label_band(scene: Scene, view: View) -> QRect | None:
    column = scene.layout.labels
    width = round(column.width * view.zoom)
    left, top = view.to_window(column.x, header(scene.layout).y)
    if left >= PAD or width > view.window[0] * LARGEST_BAND:
        return None
    bottom = view.to_window(0, column.bottom)[1]
    return QRect(0, max(0, round(top)), width + PAD, round(bottom) - max(0, round(top)))


def _right(place: Placed, limit: float) -> Placed:
    """A header that begins left of the limit, moved right as far as its text stays within its box."""
    room = place.figure.width - _text_end(place.figure, across=True)
    return Placed(place.x + max(0.0, min(limit - place.x, room)), place.y, place.figure)


def kept_down(place: Placed, limit: float) -> Placed:
    """A label that begins above the limit, moved down as far as its text stays within its box."""
    room = place.figure.height - _text_end(place.figure, across=False)
    return Placed(place.x, place.y + max(0.0, min(limit - place.y, room)), place.figure)


def _text_end(figure: Figure, *, across: bool) -> float:
    """Where a figure's text ends, from its left or from its top."""
    texts = [shape for shape in figure.shapes if isinstance(shape, Glyphs)]
    if across:
        return max((text.x + text.line.width * text.size / UNITS for text in texts), default=0.0)
    return max((text.y + text.size / 2 for text in texts), default=0.0)
