"""The last notes in large type, for those who sit at the back."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.canvas import strokes
from desktop.desk.room import Note, Recent
from desktop.layout.places import Rect
from desktop.layout.style import Style, Words
from desktop.panels.theme import colour

PAD, ICON, EDGE, BETWEEN = 0.7, 0.95, 0.18, 0.62
"""In ems: round everything, an icon, the stripe in the kind's colour, between two notes."""

TEXT, PLACE = 1.0, 0.86
"""Sizes of type."""

LINES = 5
"""Of one note at most; the rest is on the map."""


@dataclass(frozen=True, slots=True)
class Block:
    """A note and its box."""

    note: Note
    box: QRectF


class NotesColumn(QWidget):
    """The latest note stands at the top. As many as have room: none is made smaller."""

    def __init__(self, recent: Recent, style: Style, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recent = recent
        self._style = style
        self._words = words
        self._em = 16.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(words("room.notes"))
        recent.changed.connect(self.follow)

    @property
    def shown(self) -> list[Note]:
        """Those that have room, from the top."""
        return [block.note for block in self._blocks()]

    def set_em(self, em: float) -> None:
        """Px of its type."""
        if em != self._em:
            self._em = em
            self.update()

    def follow(self) -> None:
        """Shows what was noted."""
        self.setAccessibleDescription("; ".join(f"{note.text}, {note.place}" for note in self._recent.notes))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 320)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour("surface"))
        for block in self._blocks():
            self._paint(painter, block)
        if not self._recent.notes:
            self._paint_none(painter)
        painter.end()

    def _paint(self, painter: QPainter, block: Block) -> None:
        em, note, box = self._em, block.note, block.box
        ink = self._ink(note.kind)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRect(QRectF(box.x(), box.y(), EDGE * em, box.height()))
        inside = self._inside(box)
        icon = Rect(inside.x(), box.y() + 0.12 * em, ICON * em, ICON * em)
        painter.save()
        for stroke in strokes.icon(self._style.icon(note.kind), icon, ink.name()):
            stroke(painter)
        painter.restore()
        font = self._font(TEXT)
        painter.setFont(font)
        painter.setPen(colour("ink"))
        text, high = self._text(note), self._text_height(note, inside.width())
        painter.drawText(QRectF(inside.x(), box.y(), inside.width(), high), _WRAPPED, text)
        font = self._font(PLACE)
        painter.setFont(font)
        painter.setPen(colour("ink_3"))
        place = QFontMetricsF(font).elidedText(note.place, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(QRectF(inside.x(), box.y() + high, inside.width(), box.height() - high), _WRAPPED, place)

    def _paint_none(self, painter: QPainter) -> None:
        painter.setFont(self._font(PLACE))
        painter.setPen(colour("ink_3"))
        room = QRectF(self.rect()).adjusted(*(PAD * self._em * sign for sign in (1, 1, -1, -1)))
        painter.drawText(room, _WRAPPED, self._words("room.no_notes"))

    def _blocks(self) -> Iterator[Block]:
        em, y = self._em, PAD * self._em
        width = self.width() - 2 * PAD * em
        for note in self._recent.notes:
            box = QRectF(PAD * em, y, width, 0.0)
            box.setHeight(self._text_height(note, self._inside(box).width()) + 1.25 * PLACE * em)
            if box.bottom() > self.height() - PAD * em / 2:
                return
            yield Block(note, box)
            y = box.bottom() + BETWEEN * em

    def _inside(self, box: QRectF) -> QRectF:
        return box.adjusted((EDGE + 0.4) * self._em, 0, 0, 0)

    def _text(self, note: Note) -> str:
        """With room for the icon before it."""
        return f"\N{EM SPACE}\N{THIN SPACE}{' '.join(note.text.split())}"

    def _text_height(self, note: Note, width: float) -> float:
        metrics = QFontMetricsF(self._font(TEXT))
        wanted = metrics.boundingRect(QRectF(0, 0, width, 1e6), _WRAPPED, self._text(note)).height()
        return min(wanted, LINES * metrics.lineSpacing())

    def _ink(self, kind: str) -> QColor:
        return QColor(self._style.curve(0).colour if kind == "emotion" else self._style.kind(kind).edge)

    def _font(self, size: float) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(round(size * self._em), 1))
        return font


_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
