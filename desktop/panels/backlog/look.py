"""How the cells of a table of cards look, and what they are edited with: dots, discs, words."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractItemModel, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.desk.backlog import BEST, Backlog
from desktop.document.segments import listed
from desktop.layout.names import name_of
from desktop.layout.short import shortened
from desktop.method.backlog import CLOSED
from desktop.panels.backlog.columns import CHOICE, EMPTY, GRADE, GRADES, MARK, SEGMENT, Column, Line
from desktop.panels.backlog.model import COLUMN, LINE, Index
from desktop.panels.inspector.codecs import DATE
from desktop.panels.theme import colour

ROW, INSET = 46, 8
DOT, BETWEEN, DISC = 8.0, 3.0, 20.0
"""Px: of a dot, between two of them, of a disc."""

LONGEST = 500
"""Letters of a text that are looked at when a cell is painted; more than any has room for."""

STRONG = {"pain": "gone", "opportunity": "new"}
"""The colour of a kind's marks."""

Role = Qt.ItemDataRole


class Look(QStyledItemDelegate):
    """Paints the cells and makes their editors."""

    def __init__(self, backlog: Backlog, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = backlog.desk
        self._words = backlog.desk.words

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(60, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE)
        column: Column = index.data(COLUMN)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        if chosen:
            painter.fillRect(box, colour("chosen"))
        painter.setPen(QPen(colour("line_2"), 1))
        painter.drawLine(box.bottomLeft() + QPointF(0, -0.5), box.bottomRight() + QPointF(0, -0.5))
        if column.form == GRADE:
            _paint_dots(painter, box, int(column.value(line) or 0))
        elif column.form == MARK:
            _paint_mark(painter, QPointF(box.x() + INSET + DISC / 2, box.center().y()), line, column)
        else:
            _paint_words(painter, box, str(index.data() or ""), _ink(line, column), strong=column.path == "text")
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("accent"), 1.5))
            painter.drawRoundedRect(box.adjusted(1.5, 1.5, -2.5, -2.5), 4, 4)
        painter.restore()

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        column: Column = index.data(COLUMN)
        if column.form == GRADE:
            return _choices(parent, [(grade, "–" if grade == "0" else grade) for grade in GRADES])
        if column.form == CHOICE:
            return _choices(parent, [(one, self._named(column.group, one)) for one in column.choices])
        editor = Offering(parent, self._segments()) if column.path == SEGMENT else QLineEdit(parent)
        editor.setFrame(False)
        return editor

    def _segments(self) -> list[str]:
        """The names that the project knows."""
        return [segment.name for segment in listed(self._desk.project) if segment.name]

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        value = index.data(Role.EditRole)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(value))
        elif isinstance(editor, QLineEdit):
            editor.setText(" ".join(str(value).split("\n")))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        value = editor.currentData() if isinstance(editor, QComboBox) else ""
        if isinstance(editor, QLineEdit):
            if not editor.isModified() and not isinstance(editor, Offering):
                return
            value = editor.text()
        model.setData(index, value)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        editor.setGeometry(option.rect.adjusted(0, 6, -1, -7))

    def _named(self, group: str, value: str) -> str:
        return name_of(group, value or EMPTY.get(group, ""), self._words) if value or group in EMPTY else "–"


class Offering(QLineEdit):
    """A line that offers what is known already while one types; what one takes counts as typed."""

    def __init__(self, parent: QWidget, names: list[str]) -> None:
        super().__init__(parent)
        self.offers = QCompleter(names, self)
        self.offers.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.offers.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(self.offers)


def paint_disc(painter: QPainter, centre: QPointF, number: str, role: str, *, filled: bool = True) -> None:
    """A number in a disc of a strong colour, or in a ring of it."""
    ink = colour(role)
    painter.setPen(Qt.PenStyle.NoPen if filled else QPen(ink, 1.6))
    painter.setBrush(ink if filled else colour("surface"))
    radius = DISC / 2 - (0 if filled else 0.8)
    painter.drawEllipse(centre, radius, radius)
    painter.setPen(colour("surface") if filled else ink)
    painter.setFont(font(painter, 11, strong=True))
    box = QRectF(centre.x() - DISC / 2, centre.y() - DISC / 2, DISC, DISC)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number)


def _paint_mark(painter: QPainter, centre: QPointF, line: Line, column: Column) -> None:
    """The number as on the map and in the matrix."""
    number = int(column.value(line))
    if not number:
        return
    strong = "faint" if line.card.status in CLOSED else STRONG.get(line.card.kind, "accent")
    paint_disc(painter, centre, str(number), strong, filled=line.urgent and strong != "faint")


def _paint_dots(painter: QPainter, box: QRectF, grade: int) -> None:
    """Five dots, as many filled as the grade."""
    x, y = box.x() + INSET + DOT / 2, box.center().y()
    for number in range(BEST):
        filled = number < grade
        painter.setPen(Qt.PenStyle.NoPen if filled else QPen(colour("handle_hover" if grade else "handle"), 1))
        painter.setBrush(colour("ink_2") if filled else Qt.BrushStyle.NoBrush)
        radius = DOT / 2 if filled else DOT / 2 - 0.5
        painter.drawEllipse(QPointF(x + number * (DOT + BETWEEN), y), radius, radius)


def _paint_words(painter: QPainter, box: QRectF, text: str, ink: QColor, *, strong: bool) -> None:
    """On at most two lines, the second cut with an ellipsis."""
    painter.setFont(font(painter, 13, strong=strong))
    painter.setPen(ink)
    metrics, inner = painter.fontMetrics(), box.adjusted(INSET, 0, -INSET, 0)
    rows = fitted(text, metrics, inner.width(), 2)
    step = metrics.height()
    top = inner.center().y() - step * len(rows) / 2
    for at, row in enumerate(rows):
        place = QRectF(inner.x(), top + at * step, inner.width(), step)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, row)


def fitted(text: str, metrics: QFontMetrics, room: float, most: int, taken: Sequence[float] = ()) -> list[str]:
    """Words on so many lines at most, each cut with an ellipsis where it is wider than there is room in px; `taken` is
    what the first lines have less."""
    wide, right = metrics.horizontalAdvance, Qt.TextElideMode.ElideRight
    rooms = [room - less for less in taken[:most]] + [room] * (most - len(taken))
    rows = broken(shortened(text, LONGEST), wide, rooms)
    return [
        row if wide(row) <= free else metrics.elidedText(row, right, int(free))
        for row, free in zip(rows, rooms, strict=False)
    ]


def broken(text: str, wide: Callable[[str], float], rooms: Sequence[float]) -> list[str]:
    """Words on lines with so much room each, and no more lines than those; the last takes all that is left. A line
    stays empty where its first word would be too wide, and a later one has more room."""
    rows, words = [""], text.split()
    for at, word in enumerate(words):
        while rooms[len(rows) :] and _is_over(wide(f"{rows[-1]} {word}".strip()), rows, rooms):
            rows.append("")
        if len(rows) == len(rooms):
            return [*rows[:-1], " ".join([rows[-1], *words[at:]]).strip()]
        rows[-1] = f"{rows[-1]} {word}".strip()
    return rows


def _is_over(width: float, rows: Sequence[str], rooms: Sequence[float]) -> bool:
    """Whether what is so wide is to stand on a line behind the last of these."""
    room, later = rooms[len(rows) - 1], rooms[len(rows) :]
    return width > room and (bool(rows[-1]) or max(later) > room)


def _ink(line: Line, column: Column) -> QColor:
    if column.codec is DATE and line.overdue:
        return colour("danger")
    closed = line.card.status in CLOSED
    return colour("ink_3" if closed else "ink" if column.path in ("text", "owner", "due") else "ink_2")


def _choices(parent: QWidget, choices: list[tuple[str, str]]) -> QComboBox:
    box = QComboBox(parent)
    for value, name in choices:
        box.addItem(name, value)
    return box


def font(painter: QPainter, size: int, *, strong: bool = False) -> QFont:
    font = QFont(painter.font())
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font
