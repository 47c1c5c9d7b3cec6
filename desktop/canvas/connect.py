"""Drawing arrows: from the small handle beside the selected card to another card."""

from math import atan2, cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from desktop.canvas import marks
from desktop.canvas.pick import GRIP_GAP, GRIP_RADIUS, ON_CARD, pick
from desktop.canvas.sticky import bands
from desktop.canvas.tools import Keys, Surface, window_rect
from desktop.desk.linking import Linking, ends_of, kind_between
from desktop.document.cards import Card
from desktop.document.locate import columns_of

LEAST_ZOOM = 0.3
"""Below this scale a handle would be as large as the cards are apart."""

HEAD, SPREAD = 10.0, pi / 7
"""Length of the arrow's head in px and half its angle."""

ARCH = 36.0
"""Px by which the curve rises between things at the same height."""

BEND = 0.5
"""How far the curve goes straight on from its ends, as a share of the way."""


class DrawLink:
    """An arrow from a card to the one that it is dropped on; what it says follows from the two."""

    cursor = Qt.CursorShape.CrossCursor
    scrolls = (True, True)

    def __init__(self, surface: Surface, source: str, at: QPointF) -> None:
        self._surface = surface
        self._source = source
        self._at = at
        self.target = ""

    def move(self, at: QPointF, _keys: Keys) -> None:
        self._at, self.target = at, self._find(at)
        self._surface.repaint_marks()

    def release(self, at: QPointF, keys: Keys) -> None:
        self.move(at, keys)
        if self.target:
            Linking(self._surface.desk).link(self._source, self.target)

    def cancel(self) -> None:
        self._surface.repaint_marks()

    def paint(self, painter: QPainter) -> None:
        surface, hits = self._surface, self._surface.scene.hits
        source, target = hits.rect(self._source), hits.rect(self.target) if self.target else None
        if source is None:
            return
        end = self._at
        if target is not None:
            box = window_rect(surface.view, target)
            marks.selection(painter, box, surface.corner_radius(self.target))
            end = _side(box, self._at)
        arrow(painter, handle(window_rect(surface.view, source)), end)
        if target is not None:
            marks.caption(painter, self._at + QPointF(14, 18), self._told())

    def _find(self, at: QPointF) -> str:
        """The card under the pointer, unless it is the one that the arrow comes from."""
        if not QRectF(0, 0, *self._surface.view.window).contains(at):
            return ""
        hit = pick(self._surface.scene, self._surface.view, at)
        return hit.id if hit.where in ON_CARD and hit.id != self._source else ""

    def _told(self) -> str:
        """What the arrow would say, seen from its source."""
        source, target = self._card(self._source), self._card(self.target)
        if source is None or target is None:
            return ""
        first, second = ends_of(source, target)
        kind = kind_between(first, second, columns_of(self._surface.scene.layout.map))
        return self._surface.words(f"linked.{'to' if first is source else 'from'}.{kind}")

    def _card(self, one: str) -> Card | None:
        found = self._surface.scene.hits.find(one)
        return found[1].card if found else None


def grip_card(surface: Surface) -> str:
    """The card that shows a handle: the only thing selected; "" where there is none."""
    selected = surface.desk.selected
    if len(selected) != 1 or surface.view.zoom < LEAST_ZOOM:
        return ""
    (one,) = selected
    return one if surface.scene.hits.find(one) else ""


def paint_grip(painter: QPainter, surface: Surface) -> None:
    """The handle beside the selected card."""
    rect = surface.scene.hits.rect(grip_card(surface))
    if rect is None:
        return
    at = handle(window_rect(surface.view, rect))
    if bands(surface.scene, surface.view).cover(round(at.x()), round(at.y())):
        return
    painter.setPen(QPen(marks.WHITE, 2.0))
    painter.setBrush(marks.WHITE)
    painter.drawEllipse(at, GRIP_RADIUS + 1, GRIP_RADIUS + 1)
    painter.setPen(QPen(marks.SELECTION, 2.0))
    painter.setBrush(marks.WHITE)
    painter.drawEllipse(at, GRIP_RADIUS - 1, GRIP_RADIUS - 1)


def handle(box: QRectF) -> QPointF:
    """The middle of the handle beside a card's box, in px."""
    return QPointF(box.right() + GRIP_GAP, box.center().y())


def arrow(painter: QPainter, start: QPointF, end: QPointF) -> None:
    """A curve that leaves to the right and comes in from the left, over what lies on the way, with a solid head."""
    reach = max(abs(end.x() - start.x()) * BEND, 24.0)
    rise = max(0.0, ARCH - abs(end.y() - start.y()) / 2)
    turn = QPointF(end.x() - reach, end.y() - rise)
    angle = atan2(end.y() - turn.y(), end.x() - turn.x())
    path = QPainterPath(start)
    neck = end - QPointF(cos(angle), sin(angle)) * (HEAD * 0.8)
    path.cubicTo(QPointF(start.x() + reach, start.y() - rise), turn, neck)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((marks.WHITE, 5.0), (marks.SELECTION, 2.0)):
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPath(path)
    wings = [end - QPointF(cos(angle + side), sin(angle + side)) * HEAD for side in (SPREAD, -SPREAD)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(marks.SELECTION)
    painter.drawPolygon(QPolygonF([end, *wings]))
    painter.drawEllipse(start, 3.0, 3.0)


def _side(box: QRectF, at: QPointF) -> QPointF:
    """The left side of a target, at the height of the pointer within it."""
    return QPointF(box.left() - 3, min(max(at.y(), box.top() + 6), box.bottom() - 6))
