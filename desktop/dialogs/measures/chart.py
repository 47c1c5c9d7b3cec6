"""The readings of a metric over time, with the target across."""

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.document.cards import Reading
from desktop.document.project import Metric
from desktop.layout.dates import worded
from desktop.layout.measures import number_text
from desktop.layout.style import Words
from desktop.method.progress import in_time
from desktop.panels.theme import colour

HEIGHT, FOOT, HEAD, SIDE = 150, 22, 20, 12
"""Px: the chart, the dates below it, the numbers above the dots, and left and right."""

DOT, LINE = 3.5, 2.0


class Chart(QWidget):
    """Dots stand as far apart as their dates; those without a date stand before the others."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._readings: tuple[Reading, ...] = ()
        self._target: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(300, HEIGHT)

    def show_metric(self, metric: Metric) -> None:
        """Read out as its first and its last reading."""
        self._readings = in_time(metric.readings)
        self._target = metric.target
        ends = (self._readings[:1], self._readings[-1:]) if len(self._readings) > 1 else (self._readings,)
        said = " → ".join(f"{self._date(one)}: {self._figure(one.value)}" for end in ends for one in end)
        self.setAccessibleName(f"{metric.name} {said}".strip())
        self.update()

    @property
    def points(self) -> list[QPointF]:
        """Where the dots are, in px."""
        room = QRectF(self.rect()).adjusted(SIDE, HEAD, -SIDE, -FOOT)
        return [
            QPointF(room.x() + share * room.width(), self._y(reading.value, room))
            for share, reading in zip(_shares(self._readings), self._readings, strict=True)
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._readings:
            self._paint_target(painter)
            self._paint_line(painter, colour("accent"))
            self._paint_words(painter)
        else:
            painter.setPen(colour("ink_3"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words("measures.no_readings"))
        painter.end()

    def _paint_target(self, painter: QPainter) -> None:
        if self._target is None:
            return
        y = self._y(self._target, QRectF(self.rect()).adjusted(SIDE, HEAD, -SIDE, -FOOT))
        painter.setPen(QPen(colour("ink_3"), 1.0, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(SIDE, y), QPointF(self.width() - SIDE, y))
        told = self._words("measures.target").format(value=self._figure(self._target))
        painter.drawText(QRectF(SIDE, y - HEAD, self.width() - 2 * SIDE, HEAD - 3), Qt.AlignmentFlag.AlignLeft, told)

    def _paint_line(self, painter: QPainter, ink: QColor) -> None:
        painter.setPen(QPen(ink, LINE))
        painter.drawPolyline(self.points)
        painter.setBrush(ink)
        for point in self.points:
            painter.drawEllipse(point, DOT, DOT)

    def _paint_words(self, painter: QPainter) -> None:
        """The value at the last dot, and from when to when."""
        painter.setPen(colour("ink"))
        last, centre = self.points[-1], Qt.AlignmentFlag.AlignRight
        box = QRectF(0, last.y() - HEAD - DOT, self.width() - SIDE / 2, HEAD)
        painter.drawText(box, centre | Qt.AlignmentFlag.AlignVCenter, self._figure(self._readings[-1].value))
        painter.setPen(colour("ink_3"))
        foot = QRectF(SIDE, self.height() - FOOT, self.width() - 2 * SIDE, FOOT)
        painter.drawText(
            foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, self._date(self._readings[-1])
        )
        if len(self._readings) > 1:
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            painter.drawText(foot, left, self._date(self._readings[0]))

    def _figure(self, value: float) -> str:
        return number_text(value).replace(".", self._words("number.point"))

    def _date(self, reading: Reading) -> str:
        return worded(reading.date, self._words) if reading.date else ""

    def _y(self, value: float, room: QRectF) -> float:
        values = [reading.value for reading in self._readings]
        values += [] if self._target is None else [self._target]
        low, high = min(values), max(values)
        share = (value - low) / (high - low) if high > low else 0.5
        return room.bottom() - share * room.height()


def _shares(readings: Sequence[Reading]) -> Iterator[float]:
    """Of the width; evenly where all have one date."""
    days = [_day(reading.date) for reading in readings]
    first, last = (days[0], days[-1]) if days else (0, 0)
    for number, day in enumerate(days):
        yield (day - first) / (last - first) if last > first else (number + 1) / len(days)


def _day(text: str) -> int:
    """The middle of what is only known as a month or a year; 0 without a date."""
    parts = [int(part) for part in text.split("-") if part.isdigit()]
    year, month, day = (*parts, *(7, 15)[len(parts) - 1 :])[:3] if parts else (0, 0, 0)
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return 0
