"""The trend of a touchpoint: one figure month by month on the whole scale, broken where it was asked otherwise."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.desk.testresults import figure
from desktop.layout.style import Words
from desktop.method.figures import Point
from desktop.method.trend import BOUNDS, MEAN, Mark, bounds, marks, runs
from desktop.panels.feedback.spoken import count, mean, month_name
from desktop.panels.feedback.spoken import scale as spoken_scale
from desktop.panels.theme import colour

HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 128, 34, 42, 14, 40
"""Px: of all, and round the lines."""

DOT, SMALL = 3.0, 11
PALE = 0.22
"""How much of the line's colour its spread has."""

LINE = 16
"""Px of a line of small type; those that say how many stand behind a point, and the months below."""


class Trend(QWidget):
    """The points from left to right, evenly apart by month; how many people stand behind each is below it."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._measure = MEAN
        self.marks: tuple[Mark, ...] = ()
        self.setObjectName("trend")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_points(self, points: Sequence[Point], name: str, measure: str = MEAN) -> None:
        """Another trend, or another figure of it; months that do not have the figure are left out."""
        self._measure = measure
        self.marks = marks(points, measure)
        words = self._words
        self.setAccessibleName(words("figures.trend").format(name=name))
        said = "; ".join(self._aloud(mark) for mark in self.marks)
        self.setAccessibleDescription(said)
        self.setToolTip(said.replace("; ", "\n"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, HEIGHT)

    def places(self) -> list[QPointF]:
        """Where each point stands, in px."""
        return [QPointF(x, self._height(mark, mark.value)) for x, mark in zip(self._across(), self.marks, strict=True)]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(SMALL)
        painter.setFont(font)
        if len(self.marks) < 2:
            painter.setPen(colour("ink_3"))
            said = self._words("figures.trend_short")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, said)
        else:
            self._paint_frame(painter)
            self._paint_spread(painter)
            self._paint_line(painter, self.places())
            self._paint_counts(painter)
        painter.end()

    def _across(self) -> list[float]:
        """The x of each mark."""
        months = [month_number(mark.point.month) for mark in self.marks]
        room = self.width() - LEFT - RIGHT
        return [LEFT + room * (month - months[0]) / max(months[-1] - months[0], 1) for month in months]

    def _paint_frame(self, painter: QPainter) -> None:
        """The ends of the scale, and its middle."""
        low, high = bounds(self.marks, self.marks[-1], self._measure)
        for value, wide in ((high, 1.0), ((low + high) / 2, 0.5), (low, 1.0)):
            y = _at(value, low, high)
            painter.setPen(QPen(colour("line_2"), wide))
            painter.drawLine(QPointF(LEFT - 4, y), QPointF(self.width() - RIGHT + 4, y))
        painter.setPen(colour("ink_3"))
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for value in (low, high):
            painter.drawText(QRectF(0, _at(value, low, high) - 8, LEFT - 8, LINE), side, self._figure(value))
        foot = QRectF(LEFT - 4, HEIGHT - LINE - 1, self.width() - LEFT - RIGHT + 8, LINE)
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, month_name(self.marks[0].point.month, self._words))
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight, month_name(self.marks[-1].point.month, self._words))

    def _paint_spread(self, painter: QPainter) -> None:
        """A band from a standard deviation below to one above the mean; a stroke where it is one point."""
        across = dict(zip(self.marks, self._across(), strict=True))
        pale = QColor(colour("accent"))
        pale.setAlphaF(PALE)
        for run in runs(self.marks):
            upper = [QPointF(across[mark], self._height(mark, mark.high)) for mark in run]
            lower = [QPointF(across[mark], self._height(mark, mark.low)) for mark in run]
            painter.setPen(QPen(pale, 2 * DOT) if len(run) == 1 else Qt.PenStyle.NoPen)
            painter.setBrush(pale)
            if len(run) > 1:
                painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))
            elif upper != lower:
                painter.drawLine(upper[0], lower[0])

    def _paint_line(self, painter: QPainter, places: Sequence[QPointF]) -> None:
        for (_, before), (mark, after) in pairwise(zip(self.marks, places, strict=True)):
            if mark.broken:
                self._paint_break(painter, (before.x() + after.x()) / 2)
            else:
                painter.setPen(QPen(colour("accent"), 2))
                painter.drawLine(before, after)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent"))
        for place in places:
            painter.drawEllipse(place, DOT, DOT)
        painter.setPen(colour("ink"))
        box = QRectF(places[-1].x() + 8, places[-1].y() - 8, RIGHT - 8, LINE)
        said = self._figure(self.marks[-1].value)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, said)

    def _paint_counts(self, painter: QPainter) -> None:
        """How many gave a score, below each point as far as there is room; the last one is always said."""
        painter.setPen(colour("ink_2"))
        top, free = HEIGHT - BOTTOM + 6, float(self.width())
        for x, mark in reversed(list(zip(self._across(), self.marks, strict=True))):
            said = str(mark.point.summary.n)
            wide = painter.fontMetrics().horizontalAdvance(said) + 4.0
            if x + wide / 2 <= free and x - wide / 2 >= LEFT - DOT - wide / 2:
                painter.drawText(QRectF(x - wide / 2, top, wide, LINE), Qt.AlignmentFlag.AlignCenter, said)
                free = x - wide / 2
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(2, top, LEFT, LINE), side, "n")

    def _paint_break(self, painter: QPainter, x: float) -> None:
        """A dashed line where figures before and after cannot be compared."""
        painter.setPen(QPen(colour("other"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, TOP), QPointF(x, HEIGHT - BOTTOM))
        text = self._words("figures.broken")
        wide = painter.fontMetrics().horizontalAdvance(text)
        at = min(max(x - wide / 2, 0.0), self.width() - wide - 2.0)
        painter.setPen(colour("other"))
        painter.drawText(QRectF(at, -2, wide + 4, TOP + 2), Qt.AlignmentFlag.AlignLeft, text)

    def _figure(self, value: float) -> str:
        return figure(value, self._words, 0 if self._measure in BOUNDS else 1)

    def _aloud(self, mark: Mark) -> str:
        """“May 2026: NPS 12 (n 40)”, with the scale where it is another."""
        summary, words = mark.point.summary, self._words
        said = mean(summary, words) if self._measure == MEAN else self._named(mark.value)
        said = f"{month_name(mark.point.month, words)}: {said} ({count(summary, words)})"
        return f"{said}, {words('figures.broken')}: {spoken_scale(summary.scale, words)}" if mark.broken else said

    def _named(self, value: float) -> str:
        said = self._figure(value)
        return self._words(f"figures.{self._measure}").format(median=said, nps=said, share=said)

    def _height(self, mark: Mark, value: float) -> float:
        return _at(value, *bounds(self.marks, mark, self._measure))


def _at(value: float, low: float, high: float) -> float:
    return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * (value - low) / ((high - low) or 1.0)


def month_number(month: str) -> int:
    """Months since the year 0, of “2026-05”."""
    year, _, rest = month.partition("-")
    return 12 * int(year) + int(rest[:2] or 1)
