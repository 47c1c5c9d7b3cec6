"""The trend of a touchpoint: its mean month by month on the whole scale, broken where it was asked otherwise."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.desk.testresults import figure
from desktop.layout.style import Words
from desktop.method.figures import Point
from desktop.method.scales import SCALES
from desktop.panels.feedback.spoken import count, month_name
from desktop.panels.feedback.spoken import scale as spoken_scale
from desktop.panels.theme import colour

HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 104, 30, 34, 14, 22
"""Px: of all, and round the lines."""

DOT, SMALL = 3.0, 11


class Trend(QWidget):
    """The points from left to right, evenly apart by month."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.points: Sequence[Point] = ()
        self.setObjectName("trend")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_points(self, points: Sequence[Point], name: str) -> None:
        """Another trend; months in which nobody gave a score are left out."""
        self.points = tuple(point for point in points if point.summary.mean is not None)
        words = self._words
        self.setAccessibleName(words("figures.trend").format(name=name))
        said = "; ".join(self._aloud(point) for point in self.points)
        self.setAccessibleDescription(said)
        self.setToolTip(said.replace("; ", "\n"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, HEIGHT)

    def places(self) -> list[QPointF]:
        """Where each point stands, in px."""
        if not self.points:
            return []
        first, last = month_number(self.points[0].month), month_number(self.points[-1].month)
        room = self.width() - LEFT - RIGHT
        return [
            QPointF(LEFT + room * (month_number(each.month) - first) / max(last - first, 1), self._height(each))
            for each in self.points
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(SMALL)
        painter.setFont(font)
        if len(self.points) < 2:
            painter.setPen(colour("ink_3"))
            said = self._words("figures.trend_short")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, said)
        else:
            self._paint_frame(painter)
            self._paint_line(painter, self.places())
        painter.end()

    def _paint_frame(self, painter: QPainter) -> None:
        """The ends of the scale, and its middle."""
        low, high = self._bounds(self.points[-1])
        for value, wide in ((high, 1.0), ((low + high) / 2, 0.5), (low, 1.0)):
            y = self._at(value, low, high)
            painter.setPen(QPen(colour("line_2"), wide))
            painter.drawLine(QPointF(LEFT - 4, y), QPointF(self.width() - RIGHT + 4, y))
        painter.setPen(colour("ink_3"))
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for value in (low, high):
            box = QRectF(0, self._at(value, low, high) - 8, LEFT - 8, 16)
            painter.drawText(box, side, figure(value, self._words))
        foot = QRectF(LEFT - 4, HEIGHT - BOTTOM + 5, self.width() - LEFT - RIGHT + 8, BOTTOM - 5)
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, month_name(self.points[0].month))
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight, month_name(self.points[-1].month))

    def _paint_line(self, painter: QPainter, places: Sequence[QPointF]) -> None:
        for (_, before), (point, after) in pairwise(zip(self.points, places, strict=True)):
            if point.broken:
                self._paint_break(painter, (before.x() + after.x()) / 2)
            else:
                painter.setPen(QPen(colour("accent"), 2))
                painter.drawLine(before, after)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent"))
        for place in places:
            painter.drawEllipse(place, DOT, DOT)
        painter.setPen(colour("ink"))
        last = self.points[-1].summary.mean or 0.0
        box = QRectF(places[-1].x() + 8, places[-1].y() - 8, RIGHT - 8, 16)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, figure(last, self._words))

    def _paint_break(self, painter: QPainter, x: float) -> None:
        """A dashed line where figures before and after cannot be compared."""
        painter.setPen(QPen(colour("other"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, TOP), QPointF(x, HEIGHT - BOTTOM))
        text = self._words("figures.broken")
        wide = painter.fontMetrics().horizontalAdvance(text)
        at = min(max(x - wide / 2, 0.0), self.width() - wide - 2.0)
        painter.setPen(colour("other"))
        painter.drawText(QRectF(at, -2, wide + 4, TOP + 2), Qt.AlignmentFlag.AlignLeft, text)

    def _aloud(self, point: Point) -> str:
        summary, words = point.summary, self._words
        said = f"{month_name(point.month)}: {figure(summary.mean or 0.0, words)} ({count(summary, words)})"
        return f"{said}, {words('figures.broken')}: {spoken_scale(summary.scale, words)}" if point.broken else said

    def _height(self, point: Point) -> float:
        return self._at(point.summary.mean or 0.0, *self._bounds(point))

    def _at(self, value: float, low: float, high: float) -> float:
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * (value - low) / ((high - low) or 1.0)

    def _bounds(self, point: Point) -> tuple[float, float]:
        """The scale from the worst to the best; without one the least and the greatest mean of all points."""
        known = SCALES.get(point.summary.scale)
        if known is not None:
            return known.low, known.high
        means = [each.summary.mean or 0.0 for each in self.points]
        return min(means), max(means)


def month_number(month: str) -> int:
    """Months since the year 0, of “2026-05”."""
    year, _, rest = month.partition("-")
    return 12 * int(year) + int(rest[:2] or 1)
