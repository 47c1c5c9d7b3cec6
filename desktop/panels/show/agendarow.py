"""How a point of the agenda is drawn in its list, and the field in which it is written."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIntValidator, QPainter, QRegion
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.document.showing import State
from desktop.panels.show.agendamodel import LONGEST, MINUTES, STATE, TIME, TITLE, AgendaModel, Index
from desktop.panels.theme import FINGER, colour, for_fingers

HEIGHT, RING, PAD = 30, 2, 8
"""Px of a row, of the line round the selected one where that is the running one, beside the words."""


class Row(QStyledItemDelegate):
    """A point on one line: quiet when it is over, struck out when it was skipped, a strong band while it runs.

    What is selected is tinted; on the band it has a line round it.
    """

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, FINGER if for_fingers() else HEIGHT)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = QLineEdit(parent)
        if index.column() == MINUTES:
            field.setValidator(QIntValidator(0, LONGEST, field))
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """What is typed replaces what stands there."""
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        if isinstance(editor, QLineEdit) and isinstance(model, AgendaModel):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        editor.setGeometry(option.rect.adjusted(0, 1, 0, -1))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        state, line = index.data(STATE), option.rect
        painter.save()
        _paint_ground(painter, line, state, option.state, index.column())
        font = _font(option.font, state, even=index.column() != TITLE)
        painter.setFont(font)
        painter.setPen(_ink(state, index.column()))
        side = Qt.AlignmentFlag.AlignLeft if index.column() == TITLE else Qt.AlignmentFlag.AlignRight
        room = line.adjusted(PAD if index.column() == TITLE else 0, 0, -PAD, 0)
        text = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()


def _paint_ground(painter: QPainter, line: QRect, state: State, drawn: QStyle.StateFlag, column: int) -> None:
    selected = bool(drawn & QStyle.StateFlag.State_Selected)
    if state is State.NOW:
        painter.fillRect(line, colour("strong"))
    elif selected or drawn & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(line, colour("chosen" if selected else "hover"))
    if state is State.NOW and selected:
        first, last = RING if column == TIME else 0, RING if column == MINUTES else 0
        inside = line.adjusted(first, RING, -last, -RING)
        painter.save()
        painter.setClipRegion(QRegion(line).subtracted(QRegion(inside)), Qt.ClipOperation.IntersectClip)
        painter.fillRect(line, colour("strong_focus"))
        painter.restore()


def _ink(state: State, column: int) -> QColor:
    if state in (State.OVER, State.SKIPPED):
        return colour("faint")
    if state is State.NOW:
        return colour("strong_ink")
    return colour("ink" if column == TITLE else "ink_3")


def _font(base: QFont, state: State, *, even: bool) -> QFont:
    """`even`: all digits are of one width."""
    font = QFont(base)
    font.setStrikeOut(state is State.SKIPPED)
    if state is State.NOW:
        font.setWeight(QFont.Weight.DemiBold)
    if even:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font
