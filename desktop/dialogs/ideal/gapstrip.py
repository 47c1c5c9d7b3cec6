"""How much better one map feels than another: a sentence and a chart, on paper."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.canvas.painter import ShapePainter
from desktop.drawing.gapchart import GapChart
from desktop.drawing.lettering import Lettering
from desktop.drawing.shapes import Figure
from desktop.layout.gains import Feelings
from desktop.layout.signs import signed
from desktop.layout.style import Words
from desktop.panels.theme import colour
from desktop.resources import style, typesetter

PX = 96 / 25.4
"""Per mm."""

HEIGHT, LEAST, ROUND, CORNER = 152, 96, 16, 8
"""Px of the chart as it is best and at least, white round it, and its corners."""


class GapStrip(QWidget):
    """Shows one persona's feelings at a time; who it is can be chosen where there are several."""

    def __init__(self, language: str, words: Words) -> None:
        super().__init__()
        self._feelings: tuple[Feelings, ...] = ()
        self.who = QComboBox()
        self.who.setAccessibleName(words("comparison.who"))
        self.told = QLabel()
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setObjectName("section")
        self.told.setWordWrap(True)
        self.chart = ChartPaper(language)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.who)
        row.addWidget(self.told, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.chart, 1)
        self.who.currentIndexChanged.connect(self._show)

    def show_feelings(self, feelings: Sequence[Feelings]) -> None:
        """Those of whom both maps tell; without any, nothing is shown."""
        self._feelings = tuple(feelings)
        self.who.blockSignals(True)
        self.who.clear()
        self.who.addItems([each.persona or "–" for each in feelings])
        self.who.blockSignals(False)
        self.who.setVisible(len(feelings) > 1)
        self.setVisible(bool(feelings))
        self._show(0)

    def _show(self, number: int) -> None:
        if 0 <= number < len(self._feelings):
            felt = self._feelings[number]
            name = felt.persona if len(self._feelings) == 1 else ""
            self.told.setText(" · ".join(filter(None, (name, felt.told))))
            self.chart.show_feelings(felt)


class ChartPaper(QWidget):
    """The chart as it is printed, as wide as there is room."""

    def __init__(self, language: str) -> None:
        super().__init__()
        setter = typesetter(language=language)
        self._lettering, self._style = Lettering(setter), style("print")
        self._painter = ShapePainter(setter.fonts, lambda _: None)
        self._felt: Feelings | None = None
        self._made: tuple[QSize, Figure] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(LEAST)

    def show_feelings(self, felt: Feelings) -> None:
        """Those of one persona."""
        self._felt, self._made = felt, None
        steps = (f"{gap.title}: {_said(gap.before, felt)} → {_said(gap.after, felt)}" for gap in felt.gaps)
        self.setAccessibleName(felt.told)
        self.setAccessibleDescription("; ".join(steps))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("line_2"), 1))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
        if self._felt is not None:
            figure = self._figure(self._felt)
            scale = (self.width() - 2 * ROUND) / figure.width
            painter.translate(ROUND, ROUND / 2)
            painter.scale(scale, scale)
            self._painter.ink(painter, figure)
        painter.end()

    def _figure(self, felt: Feelings) -> Figure:
        """Made anew only for another size."""
        if self._made is None or self._made[0] != self.size():
            self._made = self.size(), self._drawn(felt)
        return self._made[1]

    def _drawn(self, felt: Feelings) -> Figure:
        """At the size of print; larger than its room, to be shown smaller, where that is too low for it."""
        width, height = (self.width() - 2 * ROUND) / PX, (self.height() - ROUND) / PX
        chart = self._chart(felt, width, height)
        if chart.height > height:
            width, height = width * chart.height / height, chart.height
            chart = self._chart(felt, width, height)
        return Figure("", "curve", felt.told, width, height, tuple(chart.shapes()))

    def _chart(self, felt: Feelings, width: float, height: float) -> GapChart:
        return GapChart(felt.gaps, (width, height), self._style, self._lettering, felt.series, point=felt.point)


def _said(value: float | None, felt: Feelings) -> str:
    """A feeling with a true minus; a dash where a map tells of none."""
    return "–" if value is None else signed(value, "+.1f").replace(".", felt.point)
