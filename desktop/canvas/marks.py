"""What lies over the map and is never printed: selection, the dashed slot, cards in the hand."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

SELECTION = QColor("#2F6BFF")
WASH = QColor(47, 107, 255, 20)
"""The selection's colour at 8 %."""

HOVERED = QColor(47, 107, 255, 120)
"""The selection's colour where something can be taken hold of."""

VEIL = QColor(47, 107, 255, 13)
WHITE = QColor("#FFFFFF")
LOCK = QColor("#5A6274")
CAPTION_SIZE = 12
CORNER = 5.0
"""Px by which marks round headers are rounded."""

MULTITUDE = 400
"""Of so many cards the marks are thin lines."""

LARGEST_LOCK = 26.0
"""Px of the padlock in a slot."""

STACKED = 3
"""How many of several lifted cards are seen under the first one."""


@dataclass(frozen=True, slots=True)
class Slotted:
    """Where cards will land, in px of the window, and what to say of it ("" for nothing)."""

    rects: tuple[QRectF, ...]
    caption: str = ""


def selection(painter: QPainter, rect: QRectF, radius: float) -> None:
    """A white line round a card and the selection's colour outside it, with a wash over the card."""
    painter.setBrush(WASH)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(rect, radius, radius)
    outline(painter, rect, radius)


def outline(painter: QPainter, rect: QRectF, radius: float) -> None:
    """The lines of `selection` alone, round a card that is written on."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width, out in ((WHITE, 2.0, 1.0), (SELECTION, 2.0, 2.5)):
        painter.setPen(QPen(colour, width))
        painter.drawRoundedRect(rect.adjusted(-out, -out, out, out), radius + out, radius + out)


def leave_out(painter: QPainter, rect: QRectF) -> None:
    """Nothing is painted any more in a rectangle with round ends."""
    around, radius = QPainterPath(), rect.height() / 2
    around.addRect(QRectF(painter.viewport()))
    around.addRoundedRect(rect, radius, radius)
    painter.setClipPath(around, Qt.ClipOperation.IntersectClip)


def crowd(painter: QPainter, rects: Sequence[QRectF]) -> None:
    """The same with square corners, for many cards, and as one thin line for very many: quick to paint."""
    boxes = [rect.toRect() for rect in rects]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(WASH)
    painter.drawRects(boxes)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    lines = ((SELECTION, 1, 1),) if len(boxes) > MULTITUDE else ((WHITE, 2, 1), (SELECTION, 2, 3))
    for colour, width, out in lines:
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin))
        painter.drawRects([box.adjusted(-out, -out, out, out) for box in boxes])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def ring(painter: QPainter, centre: QPointF, radius: float) -> None:
    """Round an emotion marker, as `selection` is round a card."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width, out in ((WHITE, 2.0, 1.0), (SELECTION, 2.0, 2.5)):
        painter.setPen(QPen(colour, width))
        painter.drawEllipse(centre, radius + out, radius + out)


def header(painter: QPainter, rect: QRectF, line: QRectF) -> None:
    """A wash over a selected header, and a line along the edge that it shares with its cells or its steps."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(WASH)
    painter.drawRoundedRect(rect, CORNER, CORNER)
    painter.fillRect(line, SELECTION)


def hovered_card(painter: QPainter, rect: QRectF, radius: float) -> None:
    """A thin line round a card that can be taken."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(HOVERED, 1.5))
    painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), radius + 1, radius + 1)


def hovered_ring(painter: QPainter, centre: QPointF, radius: float) -> None:
    """A thin line round a marker that can be taken."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(HOVERED, 1.5))
    painter.drawEllipse(centre, radius + 1.5, radius + 1.5)


def hovered_header(painter: QPainter, rect: QRectF) -> None:
    """A veil over a header that can be taken."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(VEIL)
    painter.drawRoundedRect(rect, CORNER, CORNER)


def landing(painter: QPainter, rect: QRectF) -> None:
    """Over the columns or the row where headers in the hand will be."""
    painter.setPen(_dashed())
    painter.setBrush(WASH)
    painter.drawRoundedRect(rect, CORNER, CORNER)


def guide(painter: QPainter, start: QPointF, end: QPointF, *, solid: bool) -> None:
    """A thin line along an edge that is being dragged, solid where it has snapped."""
    painter.setPen(QPen(SELECTION, 1, Qt.PenStyle.SolidLine if solid else Qt.PenStyle.DashLine))
    crisp = QPointF(0.5, 0.5)  # through the middles of pixels
    painter.drawLine(QPointF(start.toPoint()) + crisp, QPointF(end.toPoint()) + crisp)


def lock(painter: QPainter, corner: QPointF, size: float, ink: QColor = LOCK) -> None:
    """A small padlock in a square with its left top corner at a point."""
    body = QRectF(corner.x() + 0.14 * size, corner.y() + 0.45 * size, 0.72 * size, 0.5 * size)
    bow = QRectF(corner.x() + 0.28 * size, corner.y() + 0.08 * size, 0.44 * size, 0.62 * size)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, 0.13 * size))
    painter.drawArc(bow, 0, 180 * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawRoundedRect(body, 0.12 * size, 0.12 * size)


def slot(painter: QPainter, slotted: Slotted, radius: float) -> None:
    """The dashed places where cards will land, and their caption under the first."""
    painter.setPen(_dashed())
    painter.setBrush(WASH)
    for rect in slotted.rects:
        painter.drawRoundedRect(rect, radius, radius)
    if slotted.caption and slotted.rects:
        caption(painter, slotted.rects[0].bottomLeft() + QPointF(0, 4), slotted.caption)


def locked_slot(painter: QPainter, rect: QRectF, radius: float) -> None:
    """The dashed place where nothing will land: grey, with a padlock in it."""
    pen = _dashed()
    pen.setColor(LOCK)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, radius, radius)
    lock_in(painter, rect, min(0.5 * rect.height(), LARGEST_LOCK))


def lock_in(painter: QPainter, rect: QRectF, size: float) -> None:
    """A padlock in the middle of a box."""
    lock(painter, rect.center() - QPointF(size / 2, size / 2), size)


def locked_bar(painter: QPainter, rect: QRectF) -> None:
    """The same where there is no room for it: a grey bar with a padlock at its end."""
    radius = rect.height() / 2
    painter.setPen(QPen(WHITE, 1.5))
    painter.setBrush(LOCK)
    painter.drawRoundedRect(rect.adjusted(-0.75, -0.75, 0.75, 0.75), radius + 0.75, radius + 0.75)
    size = 3 * rect.height()
    place = QRectF(rect.right() - 2 * size, rect.center().y() - size, 2 * size, 2 * size)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(WHITE)
    painter.drawEllipse(place)
    lock_in(painter, place, size)


def bar(painter: QPainter, rect: QRectF) -> None:
    """The slot where there is no room for it: a bar between its neighbours."""
    radius = rect.height() / 2
    painter.setPen(QPen(WHITE, 1.5))
    painter.setBrush(SELECTION)
    painter.drawRoundedRect(rect.adjusted(-0.75, -0.75, 0.75, 0.75), radius + 0.75, radius + 0.75)


def caption(painter: QPainter, corner: QPointF, text: str) -> None:
    """A small label, white on the selection's colour, with its left top corner at a point."""
    font = QFont(painter.font())
    font.setPixelSize(CAPTION_SIZE)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    size = painter.fontMetrics().size(0, text)
    box = QRectF(corner.x(), corner.y(), size.width() + 12, size.height() + 6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(SELECTION)
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(WHITE)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def lifted_ground(painter: QPainter, rect: QRectF, radius: float, count: int) -> None:
    """The shadow under a card in the hand, and the edges of those under it when there are several."""
    painter.setPen(Qt.PenStyle.NoPen)
    for ring in range(5, 0, -1):
        painter.setBrush(QColor(27, 31, 42, 6))
        painter.drawRoundedRect(rect.adjusted(-ring, 1 - ring, ring, 2 + ring), radius + ring, radius + ring)
    for depth in range(min(count, STACKED) - 1, 0, -1):
        painter.setPen(QPen(SELECTION, 1))
        painter.setBrush(WHITE)
        painter.drawRoundedRect(rect.translated(4 * depth, 4 * depth), radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(WHITE)
    painter.drawRoundedRect(rect, radius, radius)


def band(painter: QPainter, rect: QRectF) -> None:
    """The rectangle drawn out on empty canvas to select what it meets."""
    painter.setPen(QPen(SELECTION, 1))
    painter.setBrush(WASH)
    painter.drawRect(rect)


def _dashed() -> QPen:
    pen = QPen(SELECTION, 2, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([3, 2])
    return pen
