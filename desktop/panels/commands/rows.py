"""The rows of the palette of commands, and how they are painted: matched letters bold, place or menu beside."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.desk.landmarks import Landmark
from desktop.layout.names import name_of
from desktop.layout.style import Style, Words
from desktop.panels.commands.search import Deed, Row, asked_of
from desktop.panels.icons import icon
from desktop.panels.swatches import swatch
from desktop.panels.theme import colour
from desktop.scribe.lookup import matched

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ROW = Qt.ItemDataRole.UserRole
HEIGHT, MARGIN, ICON, GAP = 34, 16, 16, 10
ASIDE = 0.42
"""The share of a row's width that menu or place take at most."""

LONGEST = 160
"""Letters of a text that are looked at."""


class Rows(QAbstractListModel):
    """What was found, best first. `where` words the place of a landmark."""

    def __init__(self, words: Words, where: Callable[[Landmark], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.query = ""
        self._words = words
        self._where = where
        self._rows: Sequence[Row] = ()

    def show_rows(self, query: str, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.query, self._rows = asked_of(query)[1], rows
        self.endResetModel()

    def at(self, row: int) -> Row | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.at(index.row())
        if row is None:
            return None
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        return self.said(row) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def beside(self, row: Row) -> str:
        """The menu of a deed; what a landmark is and where."""
        if isinstance(row, Deed):
            return row.path
        kind = name_of("kind", row.sort, self._words)
        if kind == row.sort:
            kind = self._words(f"landmark.{row.sort}")
        return " · ".join(filter(None, (kind, self._where(row))))

    def said(self, row: Row) -> str:
        """A row as it is read aloud."""
        keys = row.keys if isinstance(row, Deed) else ""
        return ", ".join(filter(None, (row.text, self.beside(row), keys)))


class RowFace(QStyledItemDelegate):
    """Paints the rows. `style` gives the look of the map's cards."""

    def __init__(self, rows: Rows, style: Callable[[], Style], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._style = style

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._rows.at(index.row())
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, chosen = QRectF(option.rect), bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("chosen" if chosen else "hover"))
            painter.drawRoundedRect(box.adjusted(8, 1, -8, -1), 6, 6)
        room = box.adjusted(MARGIN, 0, -MARGIN, 0)
        self._paint_icon(painter, room, row)
        room.adjust(ICON + GAP, 0, 0, 0)
        room.setRight(self._paint_aside(painter, room, row) - GAP)
        line = " ".join(row.text[:LONGEST].split())
        paint_runs(painter, room, runs(line, self._rows.query), "chosen_ink" if chosen else "ink")
        painter.restore()

    def _paint_icon(self, painter: QPainter, room: QRectF, row: Row) -> None:
        box = QRectF(room.x(), room.center().y() - ICON / 2, ICON, ICON).toRect()
        if isinstance(row, Deed):
            (row.parent or row.action).icon().paint(painter, box)
        elif row.sort in ("map", "lane", "stage", "step", "cluster"):
            icon(SIGNS[row.sort]).paint(painter, box)
        elif row.sort == "emotion":
            curve = self._style().curve(0)
            swatch(curve.colour, curve.fill).paint(painter, box)
        else:
            look = self._style().kind(row.sort)
            swatch(look.edge, look.fill).paint(painter, box)

    def _paint_aside(self, painter: QPainter, room: QRectF, row: Row) -> float:
        """Keys in a box and the words before them; where they begin."""
        painter.setFont(_sized(painter.font(), 11))
        right = room.right()
        if isinstance(row, Deed) and row.keys:
            right = _paint_keys(painter, room, row.keys) - 8
        return paint_aside(painter, QRectF(room.x(), room.y(), right - room.x(), room.height()), self._rows.beside(row))


SIGNS = {"map": "map", "lane": "outline", "stage": "fold", "step": "fold", "cluster": "group"}


def runs(text: str, query: str) -> Iterator[tuple[str, bool]]:
    """The pieces of a text, and whether each was asked for."""
    strong = matched(query, text) if query else frozenset[int]()
    for bold, places in groupby(range(len(text)), strong.__contains__):
        yield "".join(text[at] for at in places), bold


def paint_aside(painter: QPainter, room: QRectF, said: str) -> float:
    """Quiet words at the right end of a row; returns where they begin."""
    painter.setFont(_sized(painter.font(), 12))
    painter.setPen(colour("ink_3"))
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(said, Qt.TextElideMode.ElideMiddle, room.width() * ASIDE)
    left = room.right() - metrics.horizontalAdvance(shown)
    place = QRectF(left, room.y(), room.right() - left + 1, room.height())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    return left


def paint_runs(painter: QPainter, room: QRectF, pieces: Iterable[tuple[str, bool]], ink: str) -> None:
    """Pieces of a text one after the other, those that are meant in bold, as far as there is room."""
    plain, bold = _sized(painter.font(), 13), _sized(painter.font(), 13, QFont.Weight.Bold)
    painter.setPen(colour(ink))
    left = room.x()
    for piece, strong in pieces:
        painter.setFont(bold if strong else plain)
        metrics = QFontMetricsF(painter.font())
        shown = metrics.elidedText(piece, Qt.TextElideMode.ElideRight, room.right() - left)
        place = QRectF(left, room.y(), room.right() - left, room.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        left += metrics.horizontalAdvance(piece)
        if shown != piece:
            break


def _paint_keys(painter: QPainter, room: QRectF, keys: str) -> float:
    """A box with keys at the right end; returns where it begins."""
    width = max(QFontMetricsF(painter.font()).horizontalAdvance(keys) + 12, 20)
    box = QRectF(round(room.right() - width) + 0.5, room.center().y() - 9.5, width - 1, 19)
    painter.setPen(QPen(colour("line"), 1))
    painter.setBrush(colour("surface"))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(colour("ink_3"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, keys)
    return box.left()


def _sized(font: QFont, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(size)
    sized.setWeight(weight)
    return sized
