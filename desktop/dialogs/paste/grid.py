"""The cells of a pasted table as the cards that they become, under their steps and beside their lanes."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.desk.tableplan import Plan
from desktop.dialogs.paste.goals import GoalWords, Told
from desktop.document.edits.paste_table import texts_of
from desktop.layout.style import Style, Words
from desktop.panels.theme import colour
from desktop.panels.tips import tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
CARD, GAP, PAD = 24, 3, 6
"""Px: of a card of one line, between two, and round them."""

LEAST = 42
"""Px of a row, for two lines of its heading."""

MOST = 3
"""Cards of a cell that are shown."""

WIDE, SIDE, HEAD = 148, 168, 44
"""Px: of a column, of the lanes' names, of the steps' names."""

EDGE, CORNER, TEXT = 4, 4, 12
INK = QColor("#1B1F2A")
"""Cards are paper, in the dark as well."""

TOLD = Qt.ItemDataRole.UserRole
"""Of a heading: what to say of the goal, a `Told`."""

CARDS = Qt.ItemDataRole.UserRole + 1
"""Of a cell: the texts of its cards."""

KIND = Qt.ItemDataRole.UserRole + 2
"""Of a cell: the kind of its cards; "" for feelings, None for what is left out."""


class Cells(QAbstractTableModel):
    """The body of a plan. The headings are the goals."""

    def __init__(self, plan: Plan, goals: GoalWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._goals = goals
        self.show_plan(plan)

    def show_plan(self, plan: Plan) -> None:
        """Another reading of the table."""
        self.beginResetModel()
        self.plan = plan
        self._body = plan.body
        self._lanes = plan.lane_names
        self._steps = plan.step_names
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.plan.goals.lanes)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.plan.goals.steps)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        text = self._body[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(text)
        if role == CARDS:
            return texts_of(text, self.plan.split)
        if role == KIND:
            lane, step = self.plan.goals.lanes[index.row()], self.plan.goals.steps[index.column()]
            return self._goals.kind(lane) if lane and step else None
        return None

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (TOLD, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        told = self.told(section, way)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip("\n".join(filter(None, (told.name, told.heading))))
        return told if role == TOLD else told.name

    def told(self, section: int, way: Qt.Orientation) -> Told:
        """Where a column (horizontal) or a row goes, in words."""
        if way == Qt.Orientation.Horizontal:
            return self._goals.step(self.plan.goals.steps[section], self._steps[section])
        return self._goals.lane(self.plan.goals.lanes[section], self._lanes[section])

    def height(self, row: int) -> int:
        """Px that the cards of a row need."""
        most = max((len(texts_of(cell, self.plan.split)) for cell in self._body[row]), default=1)
        return max(LEAST, 2 * PAD + min(most, MOST) * (CARD + GAP) - GAP)


class CardCell(QStyledItemDelegate):
    """Small cards in the colours of their kind; what is left out is mere text, and so are feelings."""

    def __init__(self, style: Style, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._words = words

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(WIDE, CARD + 2 * PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        texts, kind = index.data(CARDS), index.data(KIND)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(option.rect)
        current = bool(option.state & option.state.State_HasFocus)
        painter.setPen(colour("line_2"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        box = option.rect.adjusted(PAD, PAD, -PAD, 0)
        for at, text in enumerate(texts[:MOST]):
            more = len(texts) - MOST + 1 if at == MOST - 1 and len(texts) > MOST else 0
            said = self._words("paste.more").format(count=more) if more else " ".join(text.split())
            place = QRect(box.x(), box.y() + at * (CARD + GAP), box.width(), CARD)
            self._paint_card(painter, place, said, None if more else kind)
        if current:
            painter.setPen(QPen(colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5), CORNER, CORNER)
        painter.restore()

    def _paint_card(self, painter: QPainter, box: QRect, text: str, kind: str | None) -> None:
        ink = colour("ink_3") if kind is None else colour("ink")
        if kind:
            look = self._style.kind(kind)
            shape = QPainterPath()
            shape.addRoundedRect(QRectF(box), CORNER, CORNER)
            painter.fillPath(shape, QColor(look.fill))
            painter.save()
            painter.setClipPath(shape)
            painter.fillRect(QRect(box.x(), box.y(), EDGE, box.height()), QColor(look.edge))
            painter.restore()
            ink = INK
        font = QFont(painter.font())
        font.setPixelSize(TEXT)
        painter.setFont(font)
        painter.setPen(ink)
        room = box.adjusted(EDGE + PAD, 0, -PAD, 0)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class Heads(QHeaderView):
    """Steps over the columns or lanes beside the rows: each can be pressed to choose another."""

    def __init__(self, way: Qt.Orientation, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(way, parent)
        self._words = words
        self.setObjectName("pasteheads")
        self.setSectionsClickable(True)
        self.setHighlightSections(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)

    def sizeHint(self) -> QSize:
        return QSize(WIDE, HEAD) if self.orientation() == Qt.Orientation.Horizontal else QSize(SIDE, HEAD)

    def paintSection(self, painter: QPainter, box: QRect, section: int) -> None:
        told = self.model().headerData(section, self.orientation(), TOLD)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(box, colour("ground"))
        painter.setPen(colour("line_2"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if self.orientation() == Qt.Orientation.Horizontal:
            painter.drawLine(box.topRight(), box.bottomRight())
        self._paint_words(painter, box.adjusted(10, 4, -18, -4), told)
        _paint_arrow(painter, box)
        painter.restore()

    def _paint_words(self, painter: QPainter, room: QRect, told: Told) -> None:
        below = self._words("paste.new") if told.new else told.heading
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.Normal if told.out else QFont.Weight.DemiBold)
        font.setItalic(told.out)
        painter.setFont(font)
        painter.setPen(colour("ink_3" if told.out else "ink"))
        top = QRect(room.x(), room.center().y() - (17 if below else 9), room.width(), 18)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(top, left, QFontMetrics(font).elidedText(told.name, Qt.TextElideMode.ElideRight, top.width()))
        if below:
            font = QFont(painter.font())
            font.setPixelSize(11)
            font.setWeight(QFont.Weight.DemiBold if told.new else QFont.Weight.Normal)
            font.setItalic(False)
            painter.setFont(font)
            painter.setPen(colour("new" if told.new else "ink_3"))
            small = " ".join(below.split())
            line = QFontMetrics(font).elidedText(small, Qt.TextElideMode.ElideRight, top.width())
            painter.drawText(top.translated(0, 17), left, line)


def _paint_arrow(painter: QPainter, box: QRect) -> None:
    """A small sign that there is a choice."""
    x, y = box.right() - 13, box.center().y()
    painter.setPen(QPen(colour("ink_3"), 1.4))
    painter.drawPolyline([QPoint(x, y - 1), QPoint(x + 3, y + 2), QPoint(x + 6, y - 1)])
