"""How the tray looks: notes as small cards of the map, headings with the number of what they hold."""

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.canvas import strokes
from desktop.layout.places import Rect
from desktop.layout.style import Style
from desktop.panels.theme import colour
from desktop.panels.tray.rows import LINE, PARKING, Heading, Line, TrayRows

Index = QModelIndex | QPersistentModelIndex
ROW = 48
"""Px that a card takes, with the gap to the next one, and that a heading takes."""

SIDE, GAP, EDGE, CORNER, ICON, PAD = 12, 3, 4, 5, 13, 8
"""Px: beside cards, above and below them, of their coloured edge, of their corners, of their icon, and within."""

TEXT, LINES = 12, 2
MOST = 400
"""Letters of a text that are looked at."""

INK = QColor("#1B1F2A")
"""Cards are paper, in the dark as well."""


class Faces(QStyledItemDelegate):
    """Paints the lines of a tray and makes the fields in which they are written."""

    def __init__(self, style: Callable[[], Style], parent: QObject | None = None) -> None:
        """style: the look of the map's cards."""
        super().__init__(parent)
        self._style = style

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(160, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, rows = index.data(LINE), index.model()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        current = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if isinstance(line, Line) and line.card is not None:
            self._paint_card(painter, option.rect, line, chosen)
        elif isinstance(line, Line) and isinstance(rows, TrayRows):
            _paint_heading(painter, option.rect, rows.heading(line.section), chosen)
            if line.section == PARKING:
                painter.fillRect(QRect(SIDE, option.rect.y(), option.rect.width() - 2 * SIDE, 1), colour("line"))
        if current and not chosen:
            painter.setPen(QPen(colour("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(6, 1, -6, -1), CORNER + 2, CORNER + 2)
        painter.restore()

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        line = index.data(LINE)
        if isinstance(line, Line) and line.card is not None:
            return CardField(parent)
        field = QLineEdit(parent)
        field.setMaxLength(500)
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, CardField):
            editor.setPlainText(text)
            editor.selectAll()
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, CardField):
            model.setData(index, editor.toPlainText())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        room = option.rect.adjusted(SIDE, GAP, -SIDE, -GAP)
        editor.setGeometry(room if isinstance(editor, CardField) else room.adjusted(-4, 4, 4, -2))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter hands the text in; with Shift it begins a new line of a card."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(editor, QWidget):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            line = isinstance(editor, CardField) and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if enter and not line:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
                return True
        return super().eventFilter(editor, event)

    def _paint_card(self, painter: QPainter, row: QRect, line: Line, chosen: bool) -> None:
        card = line.card
        if card is None:
            return
        style, look = self._style(), self._style().kind(card.kind)
        box = QRectF(row.adjusted(SIDE, GAP, -SIDE, -GAP))
        shape = QPainterPath()
        shape.addRoundedRect(box, CORNER, CORNER)
        painter.fillPath(shape, QColor(look.fill))
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(QRectF(box.x(), box.y(), EDGE, box.height()), QColor(look.edge))
        painter.restore()
        left = box.x() + EDGE + PAD
        room = box.adjusted(EDGE + 2 * PAD + ICON - 1, 0, -PAD, 0)
        if card.seen > 1:
            room.setRight(_paint_seen(painter, box, card.seen))
        first = _paint_text(painter, room, card.text)
        for stroke in strokes.icon(style.icon(card.kind), Rect(left, first - ICON / 2, ICON, ICON), look.edge):
            stroke(painter)
        if chosen:
            painter.setPen(QPen(colour("accent"), 2))
            painter.setBrush(QColor(47, 107, 255, 24))
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), CORNER + 1, CORNER + 1)


class CardField(QPlainTextEdit):
    """The text of a card while it is written."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("trayfield")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)


def _paint_text(painter: QPainter, room: QRectF, text: str) -> float:
    """Up to two lines, in the middle of the height; what is longer says so and is read in the tooltip. The middle of
    the first line."""
    font = QFont(painter.font())
    font.setPixelSize(TEXT)
    font.setWeight(QFont.Weight.Normal)
    painter.setFont(font)
    painter.setPen(INK)
    lines = wrapped(" ".join(text.split()), font, int(room.width()))
    leading = QFontMetrics(font).lineSpacing()
    top = room.center().y() - leading * len(lines) / 2
    for number, line in enumerate(lines):
        painter.drawText(
            QRectF(room.x(), top + number * leading, room.width(), leading), Qt.AlignmentFlag.AlignLeft, line
        )
    return top + leading / 2


def wrapped(text: str, font: QFont, width: int) -> list[str]:
    """The text on at most LINES lines of a width in px, the last with an ellipsis where there is more."""
    layout = QTextLayout(text[:MOST], font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) <= LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        starts.append(line.textStart())
    layout.endLayout()
    units = text[:MOST].encode("utf-16-le")  # as Qt counts
    whole = len(starts) <= LINES
    ends = [*starts[1:], len(units) // 2] if whole else starts[1:LINES]
    kept = [units[2 * start : 2 * end].decode("utf-16-le").strip() for start, end in zip(starts, ends, strict=False)]
    if whole:
        return kept
    rest = units[2 * starts[LINES - 1] :].decode("utf-16-le")
    return [*kept, QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)]


def _paint_seen(painter: QPainter, box: QRectF, seen: int) -> float:
    """“×2” at the right; where it begins."""
    font = QFont(painter.font())
    font.setPixelSize(11)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(INK)
    told = f"×{seen}"
    left = box.right() - PAD - QFontMetrics(font).horizontalAdvance(told)
    painter.drawText(QRectF(left, box.y(), box.right() - left, box.height()), Qt.AlignmentFlag.AlignVCenter, told)
    return left - PAD / 2


def _paint_heading(painter: QPainter, row: QRect, told: Heading, chosen: bool) -> None:
    if chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("chosen"))
        painter.drawRoundedRect(QRectF(row).adjusted(6, 7, -6, -3), CORNER + 1, CORNER + 1)
    middle = row.y() + row.height() // 2 + 2
    _paint_fold(painter, QPointF(SIDE + 5, middle), told.folded)
    font = QFont(painter.font())
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    metrics = QFontMetrics(font)
    right = _paint_count(painter, QPointF(row.right() - SIDE, middle), told.count)
    left = SIDE + 16
    room = max(int(right) - 8 - left, 0)
    title = metrics.elidedText(" ".join(told.title.split()), Qt.TextElideMode.ElideRight, room)
    painter.setFont(font)
    painter.setPen(colour("chosen_ink" if chosen else "ink"))
    line = QRectF(left, middle - 10, room, 20)
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, title)
    if told.feelings:
        font.setWeight(QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(colour("ink_3"))
        used = metrics.horizontalAdvance(title) + 8
        painter.drawText(line.adjusted(used, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, told.feelings)


def _paint_count(painter: QPainter, right: QPointF, count: int) -> float:
    """A badge with its right end at a point; where it begins."""
    font = QFont(painter.font())
    font.setPixelSize(11)
    painter.setFont(font)
    told = f"{count:,}".replace(",", " ")
    width = max(QFontMetrics(font).horizontalAdvance(told) + 12, 20)
    box = QRectF(right.x() - width, right.y() - 9, width, 18)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("line_2"))
    painter.drawRoundedRect(box, 9, 9)
    painter.setPen(colour("ink_2"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, told)
    return box.x()


def _paint_fold(painter: QPainter, middle: QPointF, folded: bool) -> None:
    painter.setPen(QPen(colour("ink_3"), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    shape = ((-2, -4), (2, 0), (-2, 4)) if folded else ((-4, -2), (0, 2), (4, -2))
    painter.drawPolyline([middle + QPointF(*point) for point in shape])
