"""How a card of a ballot looks in the list: its key or place, its words, a bar, and how many it has."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.canvas.heat import heat
from desktop.panels.theme import colour
from desktop.panels.votes.model import ROW, Row

HEIGHT, MARGIN, GAP = 46, 14, 10
KEY, FIGURE, NUMBER, PRODUCT = 24.0, 29.0, 34.0, 42.0
"""Px: of a key cap, of each cell of the matrix, at least of the number at the right and of a product."""

BAR = 5.0
LINES = 2
MASK = "●"


class Look(QStyledItemDelegate):
    """Paints rows of `desktop.panels.votes.model`."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(160, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Row = index.data(ROW)
        box = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(option.font)
        if chosen:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(colour("accent"), 1.5) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(colour("chosen"))
            painter.drawRoundedRect(box.adjusted(6, 1, -6, -1), 6, 6)
        inside = box.adjusted(MARGIN, 0, -MARGIN, 0)
        _paint_mark(painter, inside, row)
        right = _paint_numbers(painter, inside, row)
        _paint_name(painter, QRectF(inside.x() + KEY + GAP, box.y(), right - inside.x() - KEY - GAP, HEIGHT), row)
        painter.restore()


def _paint_mark(painter: QPainter, box: QRectF, row: Row) -> None:
    """A key cap while votes are taken, else the place; “=” stands beside places that are shared."""
    cap = QRectF(box.x(), box.y() + (HEIGHT - KEY) / 2, KEY, KEY)
    if row.taking:
        painter.setPen(QPen(colour("line"), 1))
        painter.setBrush(colour("surface"))
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setFont(_font(painter, 12, bold=True))
    painter.setPen(colour("other" if row.tied else "ink_2"))
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, f"{row.mark}=" if row.tied else row.mark)


def _paint_numbers(painter: QPainter, box: QRectF, row: Row) -> float:
    """The number, the matrix left of it; returns where they begin."""
    right = box.right()
    number = (MASK * len(row.pending) if not row.number and not row.figures else row.pending) or row.number
    painter.setFont(_font(painter, 15, bold=True))
    painter.setPen(colour("link" if row.pending else "ink"))
    room = max(PRODUCT if row.figures else NUMBER, QFontMetricsF(painter.font()).horizontalAdvance(number) + 4)
    flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(QRectF(right - room, box.y(), room, HEIGHT), flags, number)
    right -= room
    painter.setFont(_font(painter, 13))
    for figure in reversed(row.figures):
        cell = QRectF(right - FIGURE, box.y() + (HEIGHT - KEY) / 2, FIGURE - 3, KEY)
        painter.setPen(QPen(colour("line_2"), 1))
        painter.setBrush(colour("field"))
        painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(colour("ink" if figure != "–" else "ink_3"))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, figure)
        right -= FIGURE
    return right - 4


def _paint_name(painter: QPainter, box: QRectF, row: Row) -> None:
    """The card's words, on two lines where there is no bar below them."""
    painter.setFont(_font(painter, 13))
    painter.setPen(colour("ink"))
    if not row.share:
        _paint_lines(painter, box, row.name, LINES)
        return
    _paint_lines(painter, box.adjusted(0, 0, 0, -2 * BAR), row.name, 1)
    bar = QRectF(box.x(), box.bottom() - 3 * BAR, box.width() - GAP, BAR)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("line_2"))
    painter.drawRoundedRect(bar, BAR / 2, BAR / 2)
    bar.setWidth(max(BAR, bar.width() * row.share))
    painter.setBrush(_warm(row.share))
    painter.drawRoundedRect(bar, BAR / 2, BAR / 2)


def _warm(share: float) -> QColor:
    """The heat of the map; lighter on a dark ground."""
    tint = heat(share)
    return tint.lighter(165) if colour("surface").lightness() < 128 else tint


def _paint_lines(painter: QPainter, box: QRectF, text: str, lines: int) -> None:
    """As many lines as there are, the last cut with an ellipsis."""
    metrics = painter.fontMetrics()
    rows = _broken(text, metrics, box.width(), lines)
    height = metrics.height()
    top = box.y() + (box.height() - height * len(rows)) / 2
    for at, line in enumerate(rows):
        said = metrics.elidedText(line, Qt.TextElideMode.ElideRight, int(box.width()))
        place = QRectF(box.x(), top + at * height, box.width(), height)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, said)


def _broken(text: str, metrics: QFontMetrics, width: float, lines: int) -> list[str]:
    rows, words = [""], text.split()
    for word in words:
        longer = f"{rows[-1]} {word}".strip()
        if len(rows) < lines and rows[-1] and metrics.horizontalAdvance(longer) > width:
            rows.append(word)
        else:
            rows[-1] = longer
    return rows


def _font(painter: QPainter, size: int, *, bold: bool = False) -> QFont:
    font = QFont(painter.font())
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font
