"""The matches as a list: what stands round each, and where."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.desk.landmarks import Landmark
from desktop.desk.replacing import Match
from desktop.panels.commands.rows import paint_aside, paint_runs
from desktop.panels.theme import colour

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
HEIGHT, MARGIN = 26, 12
BEFORE, BEHIND = 32, 120
"""Letters that are shown round a match."""

MATCH = Qt.ItemDataRole.UserRole


class Matches(QAbstractListModel):
    """Follows whoever tells it what was found. `where` words the place of a match."""

    def __init__(self, where: Callable[[Match], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._where = where
        self._matches: Sequence[Match] = ()

    def show_matches(self, matches: Sequence[Match]) -> None:
        if matches is not self._matches:
            self.beginResetModel()
            self._matches = matches
            self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._matches)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._matches):
            return None
        match = self._matches[index.row()]
        if role == MATCH:
            return match
        if role == Qt.ItemDataRole.DisplayRole:
            return "".join(piece for piece, _ in excerpt(match))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (match.passage.text, self._where(match))))
        return self._where(match) if role == Qt.ItemDataRole.ToolTipRole else None


class MatchFace(QStyledItemDelegate):
    """Paints a match with what it is in, and its place at the right."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        match = index.data(MATCH)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, chosen = QRectF(option.rect), bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("chosen" if chosen else "hover"))
            painter.drawRoundedRect(box.adjusted(6, 0, -6, 0), 5, 5)
        room = box.adjusted(MARGIN, 0, -MARGIN, 0)
        room.setRight(paint_aside(painter, room, str(index.data(Qt.ItemDataRole.ToolTipRole))) - MARGIN)
        paint_runs(painter, room, excerpt(match), "chosen_ink" if chosen else "ink")
        painter.restore()


def excerpt(match: Match) -> Iterator[tuple[str, bool]]:
    """The match in what stands round it, in one line, as pieces that are it or not."""
    text, (start, end) = match.passage.text, match.span
    first = max(0, start - BEFORE)
    yield f"{'…' if first else ''}{_in_line(text[first:start])}", False
    yield _in_line(text[start:end]), True
    yield _in_line(text[end : end + BEHIND]), False


def landmark(match: Match) -> Landmark:
    """What one goes to for a match."""
    passage = match.passage
    return Landmark(passage.kind, passage.thing, passage.map_id, passage.text, passage.lane, passage.step, passage.home)


def _in_line(text: str) -> str:
    return text.replace("\n", " ").replace("\t", " ")
