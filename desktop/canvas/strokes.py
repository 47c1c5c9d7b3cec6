"""Prepared operations: what a shape comes to once its colours, pens and paths are made."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QGlyphRun,
    QImage,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
    QTransform,
)

from desktop.canvas.paths import box_path, ellipse_path, path_of
from desktop.canvas.pictures import source_rect
from desktop.drawing.pens import icon_paths
from desktop.drawing.shapes import Box, Dash, Ellipse, Image, Path
from desktop.layout.icons import Icon
from desktop.layout.places import Rect

LONG, TOGETHER = 400, 24
"""A dashed line longer than so many units is filled in parts of so many dashes, most of which are out of sight."""

Stroke = Callable[[QPainter], None]
"""Paints in the figure's coordinates; leaves pen and brush as they may be."""

ORIGIN = QPointF()

LARGEST_RUN = 60.0
"""Px of type up to which Qt is given glyphs: those of a font from memory it leaves out above 64 px (Qt 6.11)."""

FINER = 8
"""How many times as large dashes are measured: Qt takes curves for polygons that are fair at that size."""


KEPT = 4096
"""Shapes whose strokes are kept, found by what they are: cards have many in common, their marks above all."""


@lru_cache(KEPT)
def box(shape: Box) -> tuple[Stroke, ...]:
    """A box; mitred corners, since its own are rounded by its radii."""
    return tuple(_box(shape))


@lru_cache(KEPT)
def ellipse(shape: Ellipse) -> tuple[Stroke, ...]:
    """An ellipse, filled and then stroked."""
    return tuple(_ellipse(shape))


@lru_cache(KEPT)
def path(shape: Path) -> tuple[Stroke, ...]:
    """A path with round caps and joins."""
    return tuple(_path(shape))


@lru_cache(KEPT)
def icon(parts: Icon, box: Rect, colour: str) -> tuple[Stroke, ...]:
    """An icon in its square, in one colour."""
    return tuple(stroke for shape in icon_paths(parts, box, colour) for stroke in _path(shape))


def _box(shape: Box) -> Iterator[Stroke]:
    if shape.fill and not any(shape.radii):
        yield fill_rect(QRectF(shape.x, shape.y, shape.width, shape.height), QColor(shape.fill))
    elif shape.fill:
        yield fill(box_path(shape), shape.fill)
    if shape.stroke and shape.stroke_width > 0:
        drawn = pen(shape.stroke, shape.stroke_width, shape.dash)
        drawn.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        yield line(box_path(shape), drawn)


def _ellipse(shape: Ellipse) -> Iterator[Stroke]:
    path = ellipse_path(shape)
    if shape.fill:
        yield fill(path, shape.fill)
    if shape.stroke and shape.stroke_width > 0:
        yield line(path, pen(shape.stroke, shape.stroke_width))


def _path(shape: Path) -> Iterator[Stroke]:
    drawn = path_of(shape.commands)
    if shape.fill:
        yield fill(drawn, shape.fill)
    if shape.stroke and shape.stroke_width > 0:
        ink = pen(shape.stroke, shape.stroke_width, shape.dash)
        ink.setCapStyle(Qt.PenCapStyle.RoundCap)
        ink.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        yield line(drawn, ink)


def pen(colour: str, width: float, dash: Dash = ()) -> QPen:
    """A flat-capped pen; dash lengths are in layout units, where Qt counts in widths and wants an even number."""
    made = QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin)
    if dash:
        pattern = [length / width for length in dash]
        made.setDashPattern(pattern if len(pattern) % 2 == 0 else pattern * 2)
    return made


def fill(outline: QPainterPath, colour: str | QColor) -> Stroke:
    brush = QBrush(QColor(colour))

    def stroke(painter: QPainter) -> None:
        painter.fillPath(outline, brush)

    return stroke


def fill_rect(rect: QRectF, colour: QColor) -> Stroke:
    def stroke(painter: QPainter) -> None:
        painter.fillRect(rect, colour)

    return stroke


def line(outline: QPainterPath, ink: QPen) -> Stroke:
    """A stroke along the outline."""
    if ink.style() == Qt.PenStyle.CustomDashLine:
        return fill_parts(dashes(outline, ink), ink.color())

    def stroke(painter: QPainter) -> None:
        painter.strokePath(outline, ink)

    return stroke


def dashes(outline: QPainterPath, ink: QPen) -> list[QPainterPath]:
    """Dashes as outlines of their own: stroked by Qt, they would shift where a clip or a tile begins.

    Those of a long line come in several parts.
    """
    stroker = QPainterPathStroker(ink)
    stroker.setWidth(ink.widthF() * FINER)
    drawn = stroker.createStroke(QTransform.fromScale(FINER, FINER).map(outline))
    box = outline.controlPointRect()
    parts = _parts(drawn) if max(box.width(), box.height()) > LONG else [drawn]
    return [QTransform.fromScale(1 / FINER, 1 / FINER).map(part) for part in parts]


def _parts(outline: QPainterPath) -> Iterator[QPainterPath]:
    pieces = outline.toSubpathPolygons()
    for first in range(0, len(pieces), TOGETHER):
        part = QPainterPath()
        part.setFillRule(outline.fillRule())
        for piece in pieces[first : first + TOGETHER]:
            part.addPolygon(piece)
        yield part


def fill_parts(parts: Iterable[QPainterPath], colour: QColor) -> Stroke:
    """Fills several outlines, of which only those are touched that the painter's clip shows."""
    brush, boxed = QBrush(colour), [(part.controlPointRect(), part) for part in parts]

    def stroke(painter: QPainter) -> None:
        seen = painter.clipBoundingRect() if painter.hasClipping() else None
        for box, part in boxed:
            if seen is None or box.intersects(seen):
                painter.fillPath(part, brush)

    return stroke


def text(runs: Sequence[QGlyphRun], size: float, ink: QPen, outline: Callable[[], QPainterPath]) -> Stroke:
    """A line of type of a size in the figure's units; where it is large on the device, its outline is filled."""
    brush = QBrush(ink.color())

    def stroke(painter: QPainter) -> None:
        if size * painter.deviceTransform().m11() > LARGEST_RUN:
            painter.fillPath(outline(), brush)
            return
        painter.setPen(ink)
        for run in runs:
            painter.drawGlyphRun(ORIGIN, run)

    return stroke


def picture(shape: Image, find: Callable[[str], QImage], instead: Stroke) -> Stroke:
    """A picture, decoded when it is first painted; something else where it cannot be shown."""
    target = QRectF(shape.x, shape.y, shape.width, shape.height)

    def stroke(painter: QPainter) -> None:
        image = find(shape.asset)
        if image.isNull():
            instead(painter)
        else:
            painter.drawImage(target, image, source_rect(image, shape.crop))

    return stroke
