"""Handles for fingers: in touch mode what is selected alone shows all that can be taken hold of at it."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from desktop.canvas import marks
from desktop.canvas.connect import grip_card
from desktop.canvas.pick import Hit, Where, pick_coarse
from desktop.canvas.standing import standing
from desktop.canvas.sticky import bands
from desktop.canvas.tools import Surface
from desktop.desk.sight import FOLDED
from desktop.document.kinds import DIVIDERS

FINGER = 44.0
"""Px that a handle takes, at least, across and down (WCAG 2.2, target size, enhanced)."""

KNOB = 7.0
"""Px of radius that are seen of it."""

Grip = tuple[Where, str, QRectF]
"""What is taken hold of, the thing's id, and the place for the finger, in px of the window."""


def grips(surface: Surface) -> list[Grip]:
    """The handles that are in sight; none while several things are selected or none is."""
    if len(surface.desk.selected) != 1:
        return []
    window = QRectF(0, 0, *surface.view.window)
    return [grip for grip in _all(surface, next(iter(surface.desk.selected))) if window.contains(grip[2].center())]


def touch_at(surface: Surface, at: QPointF) -> Hit:
    """What a finger means at a point of the window: a handle, else what is there, as near as a finger can tell."""
    x, y = surface.view.to_map(at.x(), at.y())
    for where, thing, box in grips(surface):
        if box.contains(at):
            return Hit(where, thing, x, y)
    return pick_coarse(surface.scene, surface.view, at, FINGER / 2)


def paint_grips(painter: QPainter, surface: Surface) -> None:
    """A knob in the middle of each handle; that of arrows is a ring."""
    for where, _, box in grips(surface):
        painter.setPen(QPen(marks.WHITE, 2.0))
        painter.setBrush(marks.WHITE)
        painter.drawEllipse(box.center(), KNOB + 1, KNOB + 1)
        painter.setPen(QPen(marks.SELECTION, 2.0))
        painter.setBrush(marks.WHITE if where is Where.LINK_GRIP else marks.SELECTION)
        painter.drawEllipse(box.center(), KNOB - 1, KNOB - 1)


def _all(surface: Surface, thing: str) -> Iterator[Grip]:
    stands = standing(surface.scene, surface.view, thing)
    if stands is None:
        return
    box = stands.rect
    if surface.scene.hits.find(thing) is not None:
        covered = bands(surface.scene, surface.view)
        for grip in _of_card(surface, thing, box):
            at = grip[2].center().toPoint()
            if not covered.cover(at.x(), at.y()):
                yield grip
        return
    layout = surface.scene.layout
    if any(column.step.id == thing and not column.folds for column in layout.columns):
        yield Where.STEP_EDGE, thing, _round(QPointF(box.right(), box.center().y()))
    if any(row.lane.id == thing and row.lane.kind not in (*DIVIDERS, FOLDED) for row in layout.rows):
        yield Where.LANE_EDGE, thing, _round(QPointF(box.center().x(), box.bottom()))


def _of_card(surface: Surface, card: str, box: QRectF) -> Iterator[Grip]:
    """Its ends, and beside them the handle from which arrows are drawn."""
    middle = box.center().y()
    yield Where.CARD_END, card, _round(QPointF(box.right(), middle))
    yield Where.CARD_START, card, _round(QPointF(box.left(), middle))
    if grip_card(surface):
        yield Where.LINK_GRIP, card, _round(QPointF(box.right() + FINGER, middle))


def _round(at: QPointF) -> QRectF:
    return QRectF(at.x() - FINGER / 2, at.y() - FINGER / 2, FINGER, FINGER)
