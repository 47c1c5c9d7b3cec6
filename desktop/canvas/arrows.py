"""Arrows as one works with them: the marks of those that are selected, and those that are seen only then."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QRegion

from desktop.canvas import marks, strokes
from desktop.canvas.coarse import FAINT
from desktop.canvas.paths import path_of
from desktop.canvas.scene import Scene
from desktop.canvas.tools import Surface, window_rect
from desktop.drawing.shapes import Path
from desktop.layout.linklabels import ground_of
from desktop.layout.links import grown, links_in
from desktop.layout.places import LinkPlace, Rect
from desktop.layout.style import Style

HALO, LINE, HOVERED = 6.0, 2.5, 5.0
"""Px that the mark of a selected arrow is wide with its white rim and without, and the wash under the pointer."""


def paint_far(painter: QPainter, scene: Scene, part: Rect, style: Style) -> None:
    """The arrows that meet a part of the map, from so far that heads and dashes are not told apart."""
    pens = {answers: _far_pen(style, answers=answers) for answers in (False, True)}
    dimmed = scene.dimmed.get("", ())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place in links_in(scene.layout, part):
        painter.setOpacity(FAINT if place.link.id in dimmed else 1.0)
        painter.setPen(pens[place.link.kind == "answers"])
        painter.drawPolyline([QPointF(x, y) for x, y in place.points])
    painter.restore()


def _far_pen(style: Style, *, answers: bool) -> QPen:
    colour = style.kind("opportunity").edge if answers else style.colours["ink-3"]
    return QPen(QColor(colour), style.space["link-line"])


def paint_arrows(painter: QPainter, surface: Surface, selected: frozenset[str], over: str) -> None:
    """The marks of selected arrows and of the one under the pointer; and arrows that numbers say already, as long as
    a card at one of their ends is selected."""
    if not (selected or over):
        return
    painter.save()
    painter.setClipRegion(_beside_words(painter.clipRegion(), surface))
    for place in surface.scene.layout.links:
        marked = place.link.id in selected
        hushed = place.quiet and not {place.source.id, place.target.id}.isdisjoint(selected)
        if (marked or hushed or place.link.id == over) and grown(place.rect, 8).meets(surface.view.seen):
            _paint(painter, surface, place, marked=marked, over=place.link.id == over)
    painter.restore()


def _beside_words(clip: QRegion, surface: Surface) -> QRegion:
    """What the labels of arrows in sight leave of a region, so that marks do not cover them."""
    for place in surface.scene.layout.links:
        if place.label is not None and grown(place.rect, 8).meets(surface.view.seen):
            ground = ground_of(place.label, surface.studio.composer)
            clip -= QRegion(window_rect(surface.view, ground).toAlignedRect())
    return clip


def _paint(painter: QPainter, surface: Surface, place: LinkPlace, *, marked: bool, over: bool) -> None:
    placed, zoom = surface.studio.arrow(place), surface.view.zoom
    line, head = (shape for shape in placed.figure.shapes if isinstance(shape, Path))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(*surface.view.to_window(placed.x, placed.y))
    painter.scale(zoom, zoom)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in _pens(marked=marked, over=over):
        painter.strokePath(path_of(line.commands), _pen(colour, width / zoom))
    if marked:
        painter.setPen(_pen(marks.SELECTION, LINE / zoom))
        painter.setBrush(marks.SELECTION)
        painter.drawPath(path_of(head.commands))
    elif place.quiet:
        for stroke in (*strokes.path(line), *strokes.path(head)):
            stroke(painter)
    painter.restore()


def _pens(*, marked: bool, over: bool) -> Iterator[tuple[QColor, float]]:
    if marked:
        yield from ((marks.WHITE, HALO), (marks.SELECTION, LINE))
    elif over:
        yield QColor(marks.SELECTION.red(), marks.SELECTION.green(), marks.SELECTION.blue(), 70), HOVERED


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin)
