"""The board: what is asked now, and how much time there is for it, for everybody in the room."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.desk.show import Show
from desktop.document.showing import State
from desktop.layout.style import Words
from desktop.panels.show.times import timer
from desktop.panels.theme import colour

LARGEST, LEAST = 64.0, 9.0
"""Px of the prompt's type."""

WIDE = 2.4
"""So many times as wide as high: the timer stands beside the words."""

PAD, GAP, BAR = 1.2, 0.55, 0.32
"""In ems of the prompt: round everything, between two parts, how high the progress is."""

TIMER, TITLE, SMALL = 3.4, 1.45, 0.82
"""Sizes of type beside the prompt's."""

BESIDE = 0.3
"""The share of a wide board that the timer has at most."""


@dataclass(frozen=True, slots=True)
class Part:
    """A text with its type and its colour's name."""

    text: str
    font: QFont
    ink: str
    flags: Qt.AlignmentFlag | Qt.TextFlag


class Board(QWidget):
    """Title, prompt, example, timer and the progress of the agenda, as large as there is room for.

    Empty when nothing runs. When the time is up, its ground changes colour; nothing else happens.
    """

    def __init__(self, show: Show, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self._words = words
        self._fitted: tuple[object, float] = ((), LEAST)
        self.setObjectName("board")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        show.changed.connect(self.follow)
        show.ticked.connect(self.update)
        self.follow()

    @property
    def time(self) -> str:
        """What the timer says: “12:05”, “+0:42” over time."""
        return timer(self._show)

    def follow(self) -> None:
        """Shows the current point."""
        point = self._show.point
        told = [self._caption(), point.title, point.prompt, point.example] if point else []
        self.setAccessibleName(". ".join(filter(None, told)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 232)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 140)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("notice" if self._show.overrun else "surface"))
        if self._show.point is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter, self._fit())
        painter.end()

    def _paint(self, painter: QPainter, em: float) -> None:
        words, clock = self._room(em)
        parts = list(self._parts(em))
        self._paint_progress(painter, QRectF(PAD * em, PAD * em, self.width() - 2 * PAD * em, BAR * em))
        self._paint_timer(painter, clock, em)
        y = words.y() + (max(words.height() - self._high(parts, words.width(), em), 0.0) / 2 if self._wide else 0.0)
        for part in parts:
            height = _height(part, words.width())
            painter.setFont(part.font)
            painter.setPen(colour(part.ink))
            painter.drawText(QRectF(words.x(), y, words.width(), height + 1), part.flags, part.text)
            y += height + GAP * em

    def _paint_timer(self, painter: QPainter, room: QRectF, em: float) -> None:
        over = self._show.overrun > 0
        side = Qt.AlignmentFlag.AlignRight if self._wide else Qt.AlignmentFlag.AlignLeft
        painter.setFont(_font(self, TIMER * em, QFont.Weight.DemiBold, even=True))
        painter.setPen(colour("faint" if self._show.paused else "other" if over else "ink"))
        above = room.adjusted(0, 0, 0, -SMALL * em) if self._wide else room
        painter.drawText(above, side | Qt.AlignmentFlag.AlignVCenter, self.time)
        painter.setFont(_font(self, SMALL * em, QFont.Weight.Normal))
        painter.setPen(colour("ink_3"))
        foot = Qt.AlignmentFlag.AlignBottom if self._wide else Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | foot, self._caption())

    def _paint_progress(self, painter: QPainter, box: QRectF) -> None:
        """A piece for every point, as long as its time; what is over is filled."""
        rows = self._show.rows
        whole, gap = sum(row.point.minutes for row in rows), max(box.height() / 3, 2.0)
        room, x = box.width() - gap * (len(rows) - 1), box.x()
        for row in rows:
            width = room * (row.point.minutes / whole if whole else 1 / len(rows))
            filled = {State.OVER: 1.0, State.NOW: self._show.share}.get(row.state, 0.0)
            ink = "handle_hover" if row.state is State.OVER else "other" if self._show.overrun else "accent"
            _paint_piece(painter, QRectF(x, box.y(), width, box.height()), filled, ink)
            x += width + gap

    @property
    def _wide(self) -> bool:
        return self.width() > WIDE * self.height()

    def _caption(self) -> str:
        """“3 of 13”, and that it rests."""
        count = self._words("show.place").format(number=self._show.number, count=len(self._show.agenda))
        return self._words("show.paused").format(place=count) if self._show.paused else count

    def _parts(self, em: float) -> Iterator[Part]:
        """The words from the top."""
        point, wrap = self._show.point, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        if point is None:
            return
        yield Part(point.title, _font(self, TITLE * em, QFont.Weight.Bold), "ink", wrap)
        if point.prompt:
            yield Part(point.prompt, _font(self, em, QFont.Weight.Normal), "ink", wrap)
        if point.example:
            example = self._words("show.example").format(text=point.example)
            yield Part(example, _font(self, SMALL * em, QFont.Weight.Normal, slanted=True), "ink_2", wrap)

    def _room(self, em: float) -> tuple[QRectF, QRectF]:
        """Where the words stand, and where the timer."""
        top = (PAD + BAR + PAD * 0.7) * em
        inside = QRectF(PAD * em, top, self.width() - 2 * PAD * em, self.height() - top - PAD * em)
        metrics = QFontMetricsF(_font(self, TIMER * em, QFont.Weight.DemiBold, even=True))
        if self._wide:
            beside = max(self._timer_width(em), self._caption_width(em))
            clock = QRectF(inside.right() - beside, inside.y(), beside, inside.height())
            return inside.adjusted(0, 0, -beside - 2 * em, 0), clock
        high = metrics.capHeight() + 2.4 * GAP * em
        return inside.adjusted(0, high, 0, 0), QRectF(inside.x(), inside.y(), inside.width(), high)

    def _fit(self) -> float:
        """The largest type in which everything has room; the least where nothing has."""
        point = self._show.point
        key = (
            self.size(),
            self._words,
            self._caption(),
            len(self.time),
            point and (point.title, point.prompt, point.example),
        )
        if self._fitted[0] != key:
            low, high = LEAST, LARGEST
            while high - low > 0.5:
                middle = (low + high) / 2
                low, high = (middle, high) if self._fits(middle) else (low, middle)
            self._fitted = key, low
        return self._fitted[1]

    def _timer_width(self, em: float) -> float:
        """Of the usual times, or of a longer one: all digits are of one width."""
        metrics = QFontMetricsF(_font(self, TIMER * em, QFont.Weight.DemiBold, even=True))
        return metrics.horizontalAdvance(max("+00:00", self.time, key=len))

    def _caption_width(self, em: float) -> float:
        return QFontMetricsF(_font(self, SMALL * em, QFont.Weight.Normal)).horizontalAdvance(self._caption())

    @staticmethod
    def _high(parts: list[Part], width: float, em: float) -> float:
        return sum(_height(part, width) for part in parts) + GAP * em * (len(parts) - 1)

    def _fits(self, em: float) -> bool:
        words, clock = self._room(em)
        parts = list(self._parts(em))
        high = self._high(parts, words.width(), em)
        beside = self._timer_width(em) + em + self._caption_width(em) <= words.width()
        if self._wide:
            beside = clock.width() <= BESIDE * self.width()
        longest = max((_longest(part) for part in parts), default=0.0)
        return beside and high <= words.height() and longest <= words.width() and clock.height() <= self.height()


def _font(widget: QWidget, px: float, weight: QFont.Weight, *, slanted: bool = False, even: bool = False) -> QFont:
    """The interface's type; `even`: all digits are of one width."""
    font = QFont(widget.font())
    font.setPixelSize(max(round(px), 1))
    font.setWeight(weight)
    font.setItalic(slanted)
    if even:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _height(part: Part, width: float) -> float:
    room = QRectF(0, 0, max(width, 1.0), 1e6)
    return QFontMetricsF(part.font).boundingRect(room, part.flags, part.text).height()


def _longest(part: Part) -> float:
    """Px of the widest word."""
    metrics = QFontMetricsF(part.font)
    return max((metrics.horizontalAdvance(word) for word in part.text.split()), default=0.0)


def _paint_piece(painter: QPainter, box: QRectF, filled: float, ink: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    radius = min(box.height(), box.width()) / 2
    painter.setBrush(colour("line"))
    painter.drawRoundedRect(box, radius, radius)
    if filled > 0:
        painter.setBrush(colour(ink))
        painter.setClipRect(QRectF(box.x(), box.y(), box.width() * filled, box.height()))
        painter.drawRoundedRect(box, radius, radius)
        painter.setClipping(False)
