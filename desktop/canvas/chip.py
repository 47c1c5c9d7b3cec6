"""What is carried from the palette to the map: a small card with the kind's colour, icon and name."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from desktop.canvas import marks, strokes
from desktop.layout.places import Rect
from desktop.layout.style import Style

HEIGHT, EDGE, ICON, PAD = 30, 4, 16, 8
"""Px: of the chip, of its coloured edge, of its icon, and beside icon and name."""

TEXT_SIZE = 13
INK = QColor("#1B1F2A")
CORNER = 6.0


@dataclass(frozen=True, slots=True)
class Look:
    """Two colours, and whether the chip is round like the cards of its kind."""

    fill: str
    edge: str
    round: bool = False


def look_of(kind: str, style: Style) -> Look:
    """How a kind looks on the map."""
    if kind == "emotion":
        return Look(style.curve(0).fill, style.curve(0).colour)
    if kind in ("stage", "step", "lane"):
        return Look(style.colours["paper"], style.colours["stage"])
    found = style.kind(kind)
    return Look(found.fill, found.edge, found.form == "pill")


def chip(painter: QPainter, corner: QPointF, kind: str, name: str, style: Style) -> QRectF:
    """Painted with its left top corner at a point of the window; where it is."""
    look = look_of(kind, style)
    font = QFont(painter.font())
    font.setPixelSize(TEXT_SIZE)
    font.setWeight(QFont.Weight.Medium)
    painter.setFont(font)
    text = PAD + EDGE + ICON + PAD
    box = QRectF(*corner.toTuple(), text + painter.fontMetrics().horizontalAdvance(name) + 1.5 * PAD, HEIGHT)
    radius = HEIGHT / 2 if look.round else CORNER
    marks.lifted_ground(painter, box, radius, 1)
    _ground(painter, box, radius, look)
    square = Rect(box.left() + EDGE + PAD, box.top() + (HEIGHT - ICON) / 2, ICON, ICON)
    for stroke in strokes.icon(style.icon(kind), square, look.edge):
        stroke(painter)
    painter.setPen(INK)
    painter.drawText(box.adjusted(text, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
    return box


def _ground(painter: QPainter, box: QRectF, radius: float, look: Look) -> None:
    """Fill and line, and the edge at the left of all that is not round."""
    painter.save()
    painter.setPen(QColor(look.edge))
    painter.setBrush(QColor(look.fill))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    if not look.round:
        painter.setClipRect(QRectF(box.left(), box.top(), EDGE, box.height()))
        painter.setBrush(QColor(look.edge))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.restore()
