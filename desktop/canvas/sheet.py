"""The paper with its map in a window: in full near by, as boxes from afar, headers kept in sight."""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial
from itertools import groupby

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QPainter

from desktop.canvas.arrows import paint_far
from desktop.canvas.coarse import FAINT, CoarsePainter
from desktop.canvas.painter import ShapePainter
from desktop.canvas.scene import Scene, Studio
from desktop.canvas.shown import Shown
from desktop.canvas.sprites import Brush, Sprites
from desktop.canvas.sticky import Sticky
from desktop.canvas.tiles import Tiles
from desktop.canvas.view import View
from desktop.drawing.shapes import Figure, Glyphs, Placed
from desktop.layout.places import Rect

FULL_ZOOM = 0.4
"""From here on every card is drawn in full."""

FEW_CARDS = 300
"""So few cards are drawn in full at any scale."""

DUST = 0.12
"""Below this scale the map's headings are no text any more."""

DARK = 128
"""Lightness (of 255) below which a window's ground is dark."""

SLIVER = 4
"""Px that rounding may leave bare beside enlarged or reduced tiles."""

SHADOW = (14, 9, 5)
"""How dark (of 255) the rings round the paper are, from inside out."""


class Sheet:
    """Paints what is shown: canvas, paper, map, and the headers that are kept in sight."""

    def __init__(self, studio: Studio, shapes: ShapePainter) -> None:
        self._studio = studio
        self._shapes = shapes
        self._sprites = Sprites(shapes)
        self._coarse = CoarsePainter(studio.style)
        self._sticky = Sticky(studio)
        self._paper = QColor(studio.style.colours["paper"])
        self._canvas = QColor(studio.style.colours["canvas"])
        self._tiles = Tiles(self.part, self._paper)

    def paint(self, painter: QPainter, shown: Shown) -> None:
        """Fills the window."""
        self._ground(painter, shown.view)
        if shown.moving:
            self._in_motion(painter, shown)
        else:
            self._tiles.paint(painter, shown, _paper(shown.view))
        self._sticky.paint(painter, shown.scene, shown.view, self._brush(shown))

    def card(self, painter: QPainter, scene: Scene, card: str, letters: bool = True) -> None:
        """One card's figure with its corner at the painter's origin, with its text or without."""
        rect = scene.hits.rect(card)
        found = self._studio.figures(scene, rect) if rect else ()
        placed = [Placed(0, 0, place.figure) for place in found if place.figure.id == card]
        if letters:
            self._sprites.paint(painter, placed)
        else:
            size = self._studio.style.roles["card"].size
            self._shapes.paint(painter, [Placed(0, 0, _without_text(place.figure, size)) for place in placed])

    def forget(self) -> None:
        """Lets go of everything remembered of figures that are no longer shown."""
        self._tiles.forget()
        self._sprites.forget()
        self._shapes.forget()

    def _brush(self, shown: Shown) -> Brush:
        return self._shapes if shown.moving else self._sprites

    def _ground(self, painter: QPainter, view: View) -> None:
        """The canvas beside the paper, and the soft edge of the paper on it."""
        window, paper = QRect(0, 0, *view.window), _paper(view)
        if paper.contains(window):
            return
        ground = self._beside()
        for part in _frame(window, paper.intersected(window)):
            painter.fillRect(part, ground)
        for distance, alpha in enumerate(SHADOW, start=1):
            outer = paper.adjusted(-distance, -distance, distance, distance)
            for part in _frame(outer, outer.adjusted(1, 1, -1, -1)):
                painter.fillRect(part, QColor(27, 31, 42, alpha))

    def _beside(self) -> QColor:
        """What is round the paper: the style's canvas, in a dark interface the ground of its windows."""
        ground = QGuiApplication.palette().window().color()
        return ground if ground.lightness() < DARK else self._canvas

    def _in_motion(self, painter: QPainter, shown: Shown) -> None:
        """The tiles of the scale before, and boxes where they do not reach."""
        view, paper = shown.view, _paper(shown.view)
        painter.save()
        bare = self._tiles.paint_scaled(painter, view.zoom, paper, QRect(0, 0, *view.window))
        painter.setClipRegion(bare)
        painter.fillRect(paper, self._paper)
        if bare.intersects(bare.translated(SLIVER, SLIVER)):
            painter.translate(paper.topLeft())
            painter.scale(view.zoom, view.zoom)
            self._afar(painter, shown, view.seen)
        painter.restore()

    def part(self, painter: QPainter, shown: Shown, part: Rect) -> None:
        """What meets a part of the map, in full or as boxes, under the painter's transform and clip."""
        scene, view = shown.scene, shown.view
        if in_full(scene, view):
            figures = self._studio.figures(scene, part)
            placed = (place for place in figures if place.figure.id not in shown.without) if shown.without else figures
            paint_seen(self._brush(shown).paint, painter, placed, scene.dimmed)
        else:
            self._afar(painter, shown, part)

    def _afar(self, painter: QPainter, shown: Shown, part: Rect) -> None:
        """What meets a part of the map, cards as boxes."""
        scene = shown.scene
        self._coarse.paint(painter, scene.layout, part, shown.without, scene.dimmed)
        paint_far(painter, scene, part, self._studio.style)
        ink = partial(self._shapes.paint, letters=shown.view.zoom >= DUST)
        paint_seen(ink, painter, self._studio.frame(scene, part), scene.dimmed)


def paint_seen(
    paint: Callable[[QPainter, Iterable[Placed]], None],
    painter: QPainter,
    placed: Iterable[Placed],
    dimmed: Mapping[str, Collection[str]],
) -> None:
    """Paints figures back to front, those of dimmed things faintly; `dimmed` has their ids by lane."""
    if not dimmed:
        paint(painter, placed)
        return
    for dim, run in groupby(placed, lambda place: place.figure.id in dimmed.get(place.lane, ())):
        painter.setOpacity(FAINT if dim else 1.0)
        paint(painter, run)
    painter.setOpacity(1.0)


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


def _without_text(figure: Figure, size: float) -> Figure:
    """A figure without its text of a size."""
    return figure._replace(shapes=tuple(s for s in figure.shapes if not (isinstance(s, Glyphs) and s.size == size)))


def _frame(outer: QRect, inner: QRect) -> list[QRect]:
    """What a rectangle leaves of one that it lies in: above, below, left and right of it."""
    if inner.isEmpty():
        return [outer]
    sides = (
        QRect(outer.left(), outer.top(), outer.width(), inner.top() - outer.top()),
        QRect(outer.left(), inner.bottom() + 1, outer.width(), outer.bottom() - inner.bottom()),
        QRect(outer.left(), inner.top(), inner.left() - outer.left(), inner.height()),
        QRect(inner.right() + 1, inner.top(), outer.right() - inner.right(), inner.height()),
    )
    return [side for side in sides if not side.isEmpty()]
