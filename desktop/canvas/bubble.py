"""What a marker says while it is dragged: its value with the face of that value, in a bubble beside it."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from desktop.canvas import marks, strokes
from desktop.canvas.strokes import Stroke
from desktop.drawing.faces import FaceInk, face
from desktop.drawing.shapes import Ellipse, Path
from desktop.layout.signs import signed

FACE = 9.5
"""Px of a face's radius."""

SIZE = (82, 34)
INK = QColor("#1B1F2A")
TEXT_SIZE = 15


@dataclass(frozen=True, slots=True)
class Feeling:
    """A value from −2 to +2, the colour of its curve, and the radius of its mark in px."""

    value: float
    colour: str
    radius: float


def bubble(painter: QPainter, centre: QPointF, feeling: Feeling, window: int) -> None:
    """Right of a mark at `centre`, or left of it where the window of that width ends."""
    gap = feeling.radius + 10
    left = centre.x() + gap if centre.x() + gap + SIZE[0] <= window else centre.x() - gap - SIZE[0]
    box = QRectF(round(left), round(centre.y() - SIZE[1] / 2), *SIZE)
    marks.lifted_ground(painter, box, SIZE[1] / 2, 1)
    at = QPointF(box.left() + SIZE[1] / 2 + 1, box.center().y())
    for stroke in _face(feeling, at):
        stroke(painter)
    font = QFont(painter.font())
    font.setPixelSize(TEXT_SIZE)
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.setPen(INK)
    painter.drawText(box.adjusted(SIZE[1], 0, -8, 0), Qt.AlignmentFlag.AlignCenter, told(feeling.value))


def told(value: float) -> str:
    """“+1.5”, “−0.4”, “0.0”."""
    return signed(value, "+.1f", "0.0")


def _face(feeling: Feeling, at: QPointF) -> Iterator[Stroke]:
    for shape in face(feeling.value, at.x(), at.y(), FaceInk(FACE, 1.8, feeling.colour, "#FFFFFF")):
        if isinstance(shape, Ellipse):
            yield from strokes.ellipse(shape)
        elif isinstance(shape, Path):
            yield from strokes.path(shape)
