"""A line of the sheet of keys, and how it is painted."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.panels.theme import colour

ROW, HEADING, MARGIN = 32, 36, 16
Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Line:
    """Something to do: its words, its keys as people read them, what does it, and whether that is possible now."""

    text: str
    keys: tuple[str, ...]
    run: Callable[[], object]
    possible: bool = True


class LineDelegate(QStyledItemDelegate):
    """Paints headings in small capitals and lines with their keys in boxes at the right."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, HEADING if index.data(LINE) is None else ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, line = QRectF(option.rect), index.data(LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, Line):
            if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour("chosen" if option.state & QStyle.StateFlag.State_Selected else "hover"))
                painter.drawRoundedRect(rect.adjusted(8, 1, -8, -1), 6, 6)
            self._paint_line(painter, rect, line)
        else:
            self._paint_heading(painter, rect, str(index.data()))
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRectF, text: str) -> None:
        painter.setFont(_sized(painter.font(), 11, QFont.Weight.DemiBold, 106))
        painter.setPen(colour("ink_3"))
        below = rect.adjusted(MARGIN, 0, -MARGIN, -6)
        painter.drawText(below, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, text.upper())

    def _paint_line(self, painter: QPainter, rect: QRectF, line: Line) -> None:
        right, font = rect.right() - MARGIN, painter.font()
        painter.setFont(_sized(font, 11))
        for keys in reversed(line.keys):
            right = self._paint_keys(painter, rect, right, keys) - 6
        painter.setFont(font)
        painter.setPen(colour("ink" if line.possible else "faint"))
        room = QRectF(rect.x() + MARGIN, rect.y(), right - rect.x() - MARGIN - 8, rect.height())
        text = painter.fontMetrics().elidedText(line.text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _paint_keys(self, painter: QPainter, rect: QRectF, right: float, keys: str) -> float:
        """A box with keys that ends at `right`; returns where it begins."""
        width = max(painter.fontMetrics().horizontalAdvance(keys) + 12, 20)
        box = QRectF(round(right - width) + 0.5, rect.center().y() - 9.5, width - 1, 19)
        painter.setPen(QPen(colour("line"), 1))
        painter.setBrush(colour("surface"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(colour("ink_3"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, keys)
        return box.left()


def _sized(font: QFont, size: int, weight: QFont.Weight = QFont.Weight.Normal, spacing: float = 100) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(size)
    sized.setWeight(weight)
    sized.setLetterSpacing(QFont.SpacingType.PercentageSpacing, spacing)
    return sized
