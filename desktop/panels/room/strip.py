"""You are here: the stages in order with the current one marked, and which step and lane it is about."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.panels.theme import colour

HIGH, PAD, BAR, GAP = 2.1, 0.6, 0.22, 0.28
"""In ems: the strip, beside its words, the marks of the stages, between two of them."""

BETWEEN = 0.9
"""Ems between a stage's name and the next."""

PLACE = 0.45
"""The share of the strip that step and lane have at most."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The titles of all stages, the number of the current one from 0 (−1 for none), its step and the lane."""

    stages: tuple[str, ...] = ()
    current: int = -1
    step: str = ""
    lane: str = ""


class HereStrip(QWidget):
    """Names every stage where all have room at a size that can be read, else the current one and its number."""

    def __init__(self, counted: str, parent: QWidget | None = None) -> None:
        """counted: words such as “{number} of {count}”."""
        super().__init__(parent)
        self._counted = counted
        self._em = 16.0
        self.where = Whereabouts()
        self.setObjectName("here")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_em(self, em: float) -> None:
        """Px of its type."""
        if em != self._em:
            self._em = em
            self.updateGeometry()
            self.update()

    def show_place(self, where: Whereabouts) -> None:
        """Somewhere else from now on."""
        if where != self.where:
            self.where = where
            stage = where.stages[where.current] if 0 <= where.current < len(where.stages) else ""
            self.setAccessibleName(" › ".join(filter(None, (stage, where.step, where.lane))))
            self.update()

    @property
    def names_all(self) -> bool:
        """Whether every stage is named."""
        return self._fits(self._left())

    def sizeHint(self) -> QSize:
        return QSize(320, round(HIGH * self._em))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour("surface"))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), colour("line"))
        if self.where.stages:
            left = self._left()
            self._paint_stages(painter, left, names=self._fits(left))
        self._paint_place(painter)
        painter.end()

    def _paint_stages(self, painter: QPainter, room: QRectF, *, names: bool) -> None:
        """A mark for each stage, and under it its name or, for all of them, that of the current one."""
        where, em = self.where, self._em
        widths = self._widths(room, names=names)
        x = room.x()
        for number, (title, width) in enumerate(zip(where.stages, widths, strict=True)):
            now = number == where.current
            mark = QRectF(x, 0.42 * em, width, BAR * em)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("strong" if now else "handle" if number < where.current else "line"))
            painter.drawRoundedRect(mark, BAR * em / 2, BAR * em / 2)
            if names:
                self._write(painter, QRectF(x, 0.74 * em, width, 1.3 * em), title, strong=now)
            x += width + GAP * em
        if not names and where.current >= 0:
            count = self._counted.format(number=where.current + 1, count=len(where.stages))
            line = QRectF(room.x(), 0.74 * em, room.width(), 1.3 * em)
            said = self._write(painter, line, where.stages[where.current], strong=True)
            rest = line.adjusted(said + BETWEEN * em, 0, 0, 0)
            if QFontMetricsF(self._font(strong=False)).horizontalAdvance(count) < rest.width():
                self._write(painter, rest, count, strong=False)

    def _paint_place(self, painter: QPainter) -> None:
        """“Books a table › Pain points” at the right."""
        room = QRectF(self._left().right() + BETWEEN * self._em, 0, 0, self.height())
        room.setRight(self.width() - PAD * self._em)
        font = self._font(strong=True)
        painter.setFont(font)
        painter.setPen(colour("ink"))
        text = QFontMetricsF(font).elidedText(self._place(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def _write(self, painter: QPainter, room: QRectF, text: str, *, strong: bool) -> float:
        """The px that the words take."""
        font = self._font(strong=strong)
        painter.setFont(font)
        painter.setPen(colour("chosen_ink" if strong else "ink_3"))
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        return metrics.horizontalAdvance(shown)

    def _left(self) -> QRectF:
        """Where the stages stand."""
        em = self._em
        words = QFontMetricsF(self._font(strong=True)).horizontalAdvance(self._place()) + 1
        place = min(words, PLACE * self.width())
        return QRectF(PAD * em, 0, self.width() - 2 * PAD * em - place - BETWEEN * em, self.height())

    def _widths(self, room: QRectF, *, names: bool) -> list[float]:
        """Px of each stage: equal, or as its name asks for where they are all there."""
        count = len(self.where.stages)
        free = room.width() - GAP * self._em * (count - 1)
        if not names:
            return [free / count] * count
        asked = self._asked()
        return [width + (free - sum(asked)) / count for width in asked]

    def _asked(self) -> list[float]:
        """Px that the names take, each as if it were the current one."""
        metrics = QFontMetricsF(self._font(strong=True))
        return [metrics.horizontalAdvance(title) + BETWEEN * self._em / 2 for title in self.where.stages]

    def _fits(self, room: QRectF) -> bool:
        gaps = GAP * self._em * max(len(self.where.stages) - 1, 0)
        return sum(self._asked()) + gaps <= room.width()

    def _place(self) -> str:
        return " › ".join(filter(None, (self.where.step, self.where.lane)))

    def _font(self, *, strong: bool) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(round(self._em), 1))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font
