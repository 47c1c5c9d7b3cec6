"""The snapshots of a map as rows: title, date, and how much has changed since."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.panels.start.tiles import Index
from desktop.panels.theme import colour

ID, FACTS, SPOILT = (Qt.ItemDataRole.UserRole + number for number in range(3))
HEIGHT, LINE, PAD, WIDTH = 74, 18, 12, 272
"""Px."""


@dataclass(frozen=True, slots=True)
class Row:
    """A snapshot: its id, its title, at most two lines under it, and whether it cannot be read."""

    id: str
    title: str
    facts: str
    spoilt: bool = False


class SnapshotList(QListWidget):
    """renaming(id), removing(id): asked for with F2 and Delete. renamed(id, title): written in the row."""

    renaming = Signal(str)
    removing = Signal(str)
    renamed = Signal(str, str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("snapshotlist")
        self.setAccessibleName(name)
        self.setItemDelegate(_RowPainter(self))
        self.setFixedWidth(WIDTH)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListWidget.EditTrigger.NoEditTriggers)
        self.itemChanged.connect(self._note_title)

    def show_rows(self, rows: Sequence[Row], chosen: str = "") -> None:
        """The row with the id `chosen` is the current one, the first where there is none."""
        self.blockSignals(True)
        self.clear()
        for row in rows:
            entry = QListWidgetItem(row.title, self)
            entry.setFlags(entry.flags() | Qt.ItemFlag.ItemIsEditable)
            entry.setSizeHint(QSize(0, HEIGHT))
            for role, value in ((ID, row.id), (FACTS, row.facts), (SPOILT, row.spoilt)):
                entry.setData(role, value)
            entry.setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(row.title, row.facts))
        ids = [row.id for row in rows]
        self.setCurrentRow(ids.index(chosen) if chosen in ids else 0 if ids else -1)
        self.blockSignals(False)
        self.viewport().update()

    def tell(self, snapshot_id: str, facts: str) -> None:
        """Other lines under a title."""
        for number in range(self.count()):
            entry = self.item(number)
            if entry.data(ID) == snapshot_id:
                self.blockSignals(True)
                entry.setData(FACTS, facts)
                entry.setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(entry.text(), facts))
                self.blockSignals(False)
                self.viewport().update()

    @property
    def chosen(self) -> str:
        """The id in the current row; "" for none."""
        entry = self.currentItem()
        return str(entry.data(ID)) if entry else ""

    def rename(self) -> None:
        """Puts the cursor into the title of the current row."""
        if self.currentItem() is not None:
            self.editItem(self.currentItem())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = {Qt.Key.Key_F2: self.renaming, Qt.Key.Key_Delete: self.removing}.get(Qt.Key(event.key()))
        if asked is not None and self.chosen:
            asked.emit(self.chosen)
        else:
            super().keyPressEvent(event)

    def _note_title(self, entry: QListWidgetItem) -> None:
        self.renamed.emit(str(entry.data(ID)), entry.text())


class _RowPainter(QStyledItemDelegate):
    """Title, date, what has changed since; the field for a title covers the first line."""

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        editor.setGeometry(option.rect.adjusted(4, 4, -4, 32 - HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            focused = chosen and option.widget is not None and option.widget.hasFocus()
            painter.setPen(QPen(colour("accent"), 1.5) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(colour("chosen" if chosen else "hover"))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 6, 6)
        line = QRect(option.rect.left() + PAD, option.rect.top() + 9, option.rect.width() - 2 * PAD, LINE)
        painter.setPen(colour("chosen_ink" if chosen else "ink"))
        _line(painter, line, index.data(), _sized(option.font, 13))
        painter.setPen(colour("danger" if index.data(SPOILT) else "ink_3"))
        for number, text in enumerate(str(index.data(FACTS)).split("\n"), 1):
            _line(painter, line.translated(0, number * LINE), text, _sized(option.font, 12))
        painter.restore()


def _spoken(title: str, facts: str) -> str:
    return ", ".join((title, *filter(None, facts.split("\n"))))


def _sized(font: QFont, pixels: int) -> QFont:
    made = QFont(font)
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight.DemiBold if pixels > 12 else QFont.Weight.Normal)
    return made


def _line(painter: QPainter, row: QRect, text: str, font: QFont) -> None:
    painter.setFont(font)
    said = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, row.width())
    painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, said)
