"""How it is drawn on a map that a thing is new, changed or elsewhere, and where one was that no longer is there.

Colour says nothing that the kind of line and the sign do not say, too.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from desktop.canvas.differencesigns import SIDE, draw_sign, ink_of

WORDY, SIGNED = 90, 22
"""Px of width from which on a thing has room for words, and for a sign."""

CHIP, LETTERS = 18, 11
"""Px: how high a chip is, and its type."""

VEIL = QColor(255, 255, 255, 150)
"""Over what is gone."""

PAPER = QColor(255, 255, 255)
TINT, FAINT = 14, 8
"""Of 255: how strongly a thing is tinted, and a place where nothing stands."""

BEFORE, RIM = 3.0, 4.0
"""Px between the frame and the first letter of a header, and between its sign and the edge."""

ORDER = ("removed", "added", "moved", "ordered", "changed")
"""Of several marks on one thing the first gives the colour."""

LINES = {
    "removed": Qt.PenStyle.DashLine,
    "changed": Qt.PenStyle.DashDotLine,
    "moved": Qt.PenStyle.DotLine,
    "ordered": Qt.PenStyle.DotLine,
}
"""Of the frames; that of what is new is whole."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What happened to a thing: codes of differences, and what is said of it on the map. `quiet`: only while it is
    looked at, as for arrows, which run over many cells."""

    codes: tuple[str, ...]
    text: str
    quiet: bool = False

    @property
    def code(self) -> str:
        """That which gives the colour."""
        return next(code for code in ORDER if code in self.codes)


def paint_mark(painter: QPainter, box: QRectF, mark: Mark, *, strong: bool = False, scale: float = 1.0) -> None:
    """A frame (dashed and struck through where the thing is gone), and what is said, as far as there is room.

    scale: how much larger words and signs are than on a screen that one sits before.
    """
    ink = ink_of(mark.code)
    if mark.code == "removed":
        painter.fillRect(box, VEIL)
        _strike(painter, box, ink)
    wash = TINT if strong or box.width() < WORDY * scale else 0  # colours of large cards stay what they are
    _frame(painter, box, QPen(ink, 3.5 if strong else 2.0, LINES.get(mark.code, Qt.PenStyle.SolidLine)), wash)
    if box.width() >= WORDY * scale or strong:
        room = max(box.width() / scale - SIDE, 2.0 * WORDY)
        _chip(painter, box.topLeft(), room, mark, scale=scale)
    elif box.width() >= SIGNED * scale:
        _sign(painter, QPointF(box.right() - SIDE * scale / 2, box.top() - SIDE * scale / 2), mark.code, scale)


def paint_head_mark(painter: QPainter, box: QRectF, mark: Mark, *, scale: float = 1.0) -> None:
    """Round a header or a label, whose letters begin at its very edge: the sign stands in its right upper corner.

    scale: as for `paint_mark`.
    """
    pen = QPen(ink_of(mark.code), 2.0, LINES.get(mark.code, Qt.PenStyle.SolidLine))
    _frame(painter, box.adjusted(-BEFORE, 3, -1, -3), pen, 0)
    if box.width() >= SIGNED * scale:
        side = SIDE * min(scale, max(box.height() - 2 * RIM, RIM) / SIDE)
        _sign(painter, QPointF(box.right() - side - RIM, box.top() + RIM + 1), mark.code, side / SIDE)


def paint_ghost(painter: QPainter, box: QRectF, mark: Mark, *, scale: float = 1.0) -> None:
    """The outline of what stood somewhere; what stands there now shines through. scale: as for `paint_mark`."""
    ink = ink_of(mark.code)
    if mark.code == "removed":
        _strike(painter, box, ink)
    _frame(painter, box, QPen(ink, 1.5, LINES.get(mark.code, Qt.PenStyle.DashLine)), FAINT)
    if box.width() >= WORDY * scale:
        _chip(painter, box.topLeft(), box.width() / scale - 2 * SIDE, mark, scale=scale, hollow=True)
    elif box.width() >= SIGNED * scale:
        _sign(painter, QPointF(box.left() - SIDE * scale / 2, box.top() - SIDE * scale / 2), mark.code, scale)


def _strike(painter: QPainter, box: QRectF, ink: QColor) -> None:
    painter.setPen(QPen(ink, 1.5))
    painter.drawLine(box.bottomLeft(), box.topRight())


def _frame(painter: QPainter, box: QRectF, pen: QPen, tint: int) -> None:
    wash = QColor(pen.color())
    wash.setAlpha(tint)
    painter.setBrush(wash)
    painter.setPen(pen)
    painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 5, 5)


def _chip(painter: QPainter, at: QPointF, room: float, mark: Mark, *, scale: float = 1.0, hollow: bool = False) -> None:
    """On the upper edge of what has its corner there; room: px for its words. hollow: in ink on paper."""
    ink = ink_of(mark.code)
    painter.save()
    painter.translate(at)
    painter.scale(scale, scale)
    painter.setFont(_font(painter))
    metrics = painter.fontMetrics()
    text = metrics.elidedText(mark.text, Qt.TextElideMode.ElideRight, int(room))
    chip = QRectF(4, 3 - CHIP, metrics.horizontalAdvance(text) + SIDE + 12, CHIP)
    painter.setPen(QPen(ink if hollow else PAPER, 1.0 if hollow else 1.5))
    painter.setBrush(PAPER if hollow else ink)
    painter.drawRoundedRect(chip, CHIP / 2, CHIP / 2)
    _sign(painter, chip.topLeft() + QPointF(1, 1), mark.code)
    painter.setPen(ink if hollow else PAPER)
    painter.drawText(chip.adjusted(SIDE + 4, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter, text)
    painter.restore()


def _font(painter: QPainter) -> QFont:
    font = QFont(painter.font())
    font.setPixelSize(LETTERS)
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _sign(painter: QPainter, at: QPointF, code: str, scale: float = 1.0) -> None:
    painter.save()
    painter.translate(at)
    painter.scale(scale, scale)
    draw_sign(painter, code, ink_of(code), PAPER)
    painter.restore()
