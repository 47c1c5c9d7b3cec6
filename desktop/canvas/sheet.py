"""The paper with its map in a window: in full near by, as boxes from afar, headers kept in sight."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from desktop.canvas.coarse import CoarsePainter
from desktop.canvas.painter import ShapePainter
from desktop.canvas.scene import Scene, Studio, header
from desktop.canvas.sprites import Sprites
from desktop.canvas.view import View
from desktop.drawing.shapes import Placed
from desktop.layout.places import Rect

FULL_ZOOM = 0.4
"""From here on every card is drawn in full."""

FEW_CARDS = 300
"""So few cards are drawn in full at any scale."""

DUST = 0.12
"""Below this scale the map's headings are no text any more."""

SHADOW = (14, 9, 5)
"""How dark (of 255) the rings round the paper are, from inside out."""

LARGEST_BAND = 0.3
"""Share of the window that headers kept in sight may take."""


NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Shown:
    """What a frame shows: a scene through a view. `moving` while the scale changes, so that nothing is kept which only
    this scale can use; the cards in `without` are left out because they are in somebody's hand."""

    scene: Scene
    view: View
    moving: bool = False
    without: frozenset[str] = NOTHING


class Sheet:
    """Paints what is shown: canvas, paper, map, and the headers that are kept in sight."""

    def __init__(self, studio: Studio, shapes: ShapePainter) -> None:
        self._studio = studio
        self._shapes = shapes
        self._sprites = Sprites(shapes)
        self._coarse = CoarsePainter(studio.style)
        self._paper = QColor(studio.style.colours["paper"])
        self._canvas = QColor(studio.style.colours["canvas"])
        self._line = QColor(studio.style.colours["line"])

    def paint(self, painter: QPainter, shown: Shown) -> None:
        """Fills the window."""
        self._ground(painter, shown.view)
        self._body(painter, shown)
        self._lane_labels(painter, shown)
        self._header(painter, shown)

    def card(self, painter: QPainter, scene: Scene, card: str) -> None:
        """One card's figure with its corner at the painter's origin."""
        rect = scene.hits.rect(card)
        found = self._studio.figures(scene, rect) if rect else ()
        self._shapes.paint(painter, (Placed(0, 0, place.figure) for place in found if place.figure.id == card))

    def forget(self) -> None:
        """Lets go of everything remembered of figures that are no longer shown."""
        self._sprites.forget()
        self._shapes.forget()

    def _ground(self, painter: QPainter, view: View) -> None:
        painter.fillRect(QRect(0, 0, *view.window), self._canvas)
        paper = _paper(view)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for distance, alpha in enumerate(SHADOW, start=1):
            painter.setPen(QColor(27, 31, 42, alpha))
            painter.drawRect(paper.adjusted(-distance, -distance, distance - 1, distance))
        painter.fillRect(paper, self._paper)

    def _body(self, painter: QPainter, shown: Shown) -> None:
        view, seen = shown.view, shown.view.seen
        painter.save()
        painter.translate(*view.offset)
        painter.scale(view.zoom, view.zoom)
        if in_full(shown.scene, view):
            figures = self._studio.figures(shown.scene, seen)
            placed = (place for place in figures if place.figure.id not in shown.without) if shown.without else figures
            brush = self._shapes if shown.moving else self._sprites
            brush.paint(painter, placed)
        else:
            self._coarse.paint(painter, shown.scene.layout, seen, shown.without)
            self._shapes.paint(painter, self._studio.frame(shown.scene, seen), letters=view.zoom >= DUST)
        painter.restore()

    def _header(self, painter: QPainter, shown: Shown) -> None:
        band = header_band(shown.scene, shown.view)
        if band is not None:
            top = shown.view.to_window(0, header(shown.scene.layout).y)[1]
            self._band(painter, shown, band, (0, round(band.top() - top)))
            painter.fillRect(QRect(band.left(), band.bottom() + 1, band.width(), 1), self._line)

    def _lane_labels(self, painter: QPainter, shown: Shown) -> None:
        band = label_band(shown.scene, shown.view)
        if band is not None:
            left = shown.view.to_window(shown.scene.layout.labels.x, 0)[0]
            self._band(painter, shown, band, (round(-left), 0))
            painter.fillRect(QRect(band.right() + 1, band.top(), 1, band.height()), self._line)

    def _band(self, painter: QPainter, shown: Shown, target: QRect, moved: tuple[int, int]) -> None:
        """What `target` shows of the map when the map is moved by whole px."""
        view = shown.view
        inside = target.intersected(QRect(0, 0, *view.window))
        left, top = view.to_map(inside.left() - moved[0], inside.top() - moved[1])
        seen = Rect(left, top, inside.width() / view.zoom, inside.height() / view.zoom)
        painter.save()
        painter.setClipRect(inside)
        painter.fillRect(inside, self._paper)
        painter.translate(view.offset[0] + moved[0], view.offset[1] + moved[1])
        painter.scale(view.zoom, view.zoom)
        brush = self._shapes if shown.moving else self._sprites
        brush.paint(painter, self._studio.figures(shown.scene, seen))
        painter.restore()


def header_band(scene: Scene, view: View) -> QRect | None:
    """Where stage and step headers stay in sight at the top edge; they leave with the last lane.

    None while the map's own can be seen, and where the band would take too much of the window."""
    rows, band, paper = scene.layout.rows, header(scene.layout), _paper(view)
    height = round(band.height * view.zoom)
    end = view.to_window(0, rows[-1].y + rows[-1].height)[1] if rows else 0
    if view.to_window(0, band.y)[1] >= 0 or end <= 0 or height > view.window[1] * LARGEST_BAND:
        return None
    return QRect(paper.left(), min(0, round(end) - height), paper.width(), height)


def label_band(scene: Scene, view: View) -> QRect | None:
    """Where lane labels stay in sight at the left edge; None as for headers."""
    column = scene.layout.labels
    width, height = round(column.width * view.zoom), round(column.height * view.zoom)
    left, top = view.to_window(column.x, column.y)
    if left >= 0 or width > view.window[0] * LARGEST_BAND:
        return None
    return QRect(0, round(top), width, height)


def covered(scene: Scene, view: View, x: int, y: int) -> bool:
    """Whether a point of the window lies on a header or label that is kept in sight."""
    bands = (header_band(scene, view), label_band(scene, view))
    return any(band is not None and band.contains(x, y) for band in bands)


def in_full(scene: Scene, view: View) -> bool:
    """Whether cards are drawn with their text: near by, or when few are in sight."""
    if view.zoom >= FULL_ZOOM:
        return True
    seen, layout = view.seen, scene.layout
    width = min(seen.right, layout.width) - max(seen.x, 0)
    share = max(0.0, min(1.0, width / max(layout.width, 1)))
    rows = (row for row in layout.rows if row.y < seen.bottom and seen.y < row.y + row.height)
    return sum(len(row.content.cards) for row in rows) * share <= FEW_CARDS


def _paper(view: View) -> QRect:
    left, top = view.offset
    return QRectF(left, top, view.paper[0] * view.zoom, view.paper[1] * view.zoom).toRect()
