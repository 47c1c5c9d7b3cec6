"""The list of findings: a heading for each severity, and under it what is wrong with which thing, and where."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.document.checks import Finding
from desktop.panels.theme import colour

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole

MOST = 500
"""Rows of one severity; how many more there are is said."""

HEADING, PAD, SIDE, GAP = 34, 8, 16, 12
PLACE = 12
"""Px of the letters of a place."""

ROLES = {"error": "danger", "warning": "other", "note": "ink_3", "done": "new"}
"""The colours of the severities in styles/interface.json."""

STROKES: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "error": (((8, 4.2), (8, 8.6)), ((8, 11.5), (8, 11.6))),
    "warning": (((8, 5.8), (8, 9.2)), ((8, 11.6), (8, 11.7))),
    "note": (((8, 7.4), (8, 11.6)), ((8, 4.5), (8, 4.6))),
    "done": (((4.8, 8.3), (7.1, 10.5), (11.3, 5.8)),),
}
"""What stands on the marks, in a square of SIDE: the shape tells them apart too."""


@dataclass(frozen=True, slots=True)
class Row:
    """A finding in words. severity: error, warning, note, or done for what has been put right already."""

    finding: Finding | None
    severity: str
    sentence: str
    place: str


@dataclass(frozen=True, slots=True)
class Group:
    """A heading, the first MOST of what stands under it, and how many there are beside those."""

    heading: str
    rows: tuple[Row, ...]
    more: int = 0


class SentenceList(QListWidget):
    """Rows of whole sentences, as high as these need at the list's width."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("findinglist")
        self.setAccessibleName(name)
        self.setItemDelegate(FindingRow(self))
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)

    @property
    def lines(self) -> list[str]:
        """What stands in the list, from the top."""
        return [self.item(row).text() for row in range(self.count())]


class FindingList(SentenceList):
    """Arrow keys and clicks choose; headings are passed over."""

    @property
    def chosen(self) -> Finding | None:
        """What the current row is about."""
        entry = self.currentItem()
        line = entry.data(LINE) if entry else None
        return line.finding if isinstance(line, Row) else None

    def show_groups(self, groups: Sequence[Group], more: str) -> None:
        """These and no others; the choice stays about where it was. more: the words for how many are not shown."""
        before, at = self.chosen, self.currentRow()
        self.blockSignals(True)
        self.clear()
        for group in groups:
            self._add_quiet(group.heading)
            for row in group.rows:
                self._add(row)
            if group.more:
                self._add_quiet(more.format(count=group.more))
        self.blockSignals(False)
        self.setCurrentRow(self._row_of(before, at))

    def _row_of(self, finding: Finding | None, otherwise: int) -> int:
        """Where this finding stands now, else the nearest row to where it stood; the first at first."""
        rows = [row for row in range(self.count()) if isinstance(self.item(row).data(LINE), Row)]
        same = (row for row in rows if self.item(row).data(LINE).finding == finding)
        nearest = min(rows, key=lambda row: (abs(row - otherwise), row), default=-1)
        return next(same, nearest)

    def _add_quiet(self, text: str) -> None:
        QListWidgetItem(text, self).setFlags(Qt.ItemFlag.NoItemFlags)

    def _add(self, row: Row) -> None:
        entry = QListWidgetItem(row.sentence, self)
        entry.setData(LINE, row)
        entry.setToolTip("")
        entry.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (row.sentence, row.place))))


class FindingRow(QStyledItemDelegate):
    """A mark, the sentence on as many lines as it needs, and below it the place."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(LINE)
        if not isinstance(row, Row):
            return QSize(0, HEADING)
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListWidget) else option.rect.width()
        below = QFontMetrics(_sized(option.font, PLACE)).height() + 2 if row.place else 0
        height = self._room(option.font, width, row.sentence).height() + below
        return QSize(0, max(height, SIDE) + 2 * PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Row):
            self._paint_ground(painter, option)
            self._paint_row(painter, option.rect, row, option.font)
        else:
            painter.setFont(_sized(option.font, 12, bold=True))
            painter.setPen(colour("ink_3"))
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            painter.drawText(option.rect.adjusted(PAD, 0, 0, -6), flags, str(index.data()))
        painter.restore()

    def _room(self, font: QFont, width: int, sentence: str) -> QRect:
        """What the sentence takes in a list of this width, from the top left corner of the row."""
        left = PAD + SIDE + GAP
        room = QRect(left, PAD, max(width - left - PAD, 1), 10_000)
        return QFontMetrics(font).boundingRect(room, Qt.TextFlag.TextWordWrap, sentence)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if not chosen and not option.state & QStyle.StateFlag.State_MouseOver:
            return
        ringed = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(colour("accent"), 2) if ringed else Qt.PenStyle.NoPen)
        painter.setBrush(colour("chosen" if chosen else "hover"))
        painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 8, 8)

    def _paint_row(self, painter: QPainter, rect: QRect, row: Row, font: QFont) -> None:
        room = self._room(font, rect.width(), row.sentence).translated(rect.topLeft())
        painter.save()
        painter.translate(rect.left() + PAD, room.top() + (QFontMetrics(font).height() - SIDE) / 2)
        paint_mark(painter, row.severity)
        painter.restore()
        painter.setFont(font)
        painter.setPen(colour("ink"))
        painter.drawText(room.adjusted(0, 0, 1, 0), Qt.TextFlag.TextWordWrap, row.sentence)
        small = _sized(font, PLACE)
        painter.setFont(small)
        painter.setPen(colour("ink_3"))
        below = QRect(room.left(), room.bottom() + 3, rect.right() - room.left() - PAD, QFontMetrics(small).height())
        place = QFontMetrics(small).elidedText(row.place, Qt.TextElideMode.ElideMiddle, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, place)


def paint_mark(painter: QPainter, severity: str, side: float = SIDE) -> None:
    """The mark of a severity at the painter's origin, `side` px wide: a triangle warns, the others are round."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side / SIDE, side / SIDE)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(ROLES[severity]))
    if severity == "warning":
        painter.drawPath(_triangle())
    else:
        painter.drawEllipse(QRectF(0, 0, SIDE, SIDE))
    pen = QPen(colour("surface"), 1.7)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    for line in STROKES[severity]:
        path = QPainterPath(QPointF(*line[0]))
        for point in line[1:]:
            path.lineTo(QPointF(*point))
        painter.strokePath(path, pen)
    painter.restore()


def _triangle() -> QPainterPath:
    """With corners as round as a pen of 2 px makes them."""
    path = QPainterPath(QPointF(8, 0.8))
    path.cubicTo(8.9, 0.8, 9.3, 1.2, 9.7, 2)
    path.lineTo(15.5, 12.7)
    path.cubicTo(16.2, 14, 15.4, 15.2, 14, 15.2)
    path.lineTo(2, 15.2)
    path.cubicTo(0.6, 15.2, -0.2, 14, 0.5, 12.7)
    path.lineTo(6.3, 2)
    path.cubicTo(6.7, 1.2, 7.1, 0.8, 8, 0.8)
    return path


def _sized(font: QFont, size: int, *, bold: bool = False) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(size)
    if bold:
        sized.setWeight(QFont.Weight.DemiBold)
    return sized
