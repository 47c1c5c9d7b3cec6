"""What the columns of a table are: its first rows under heads that say so, each to be pressed to choose another."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLayout, QLineEdit, QMenu, QTableView, QVBoxLayout, QWidget

from desktop.desk.intake import (
    OUT,
    WIDE,
    Reading,
    with_heads,
    with_role,
    with_scale,
    with_scale_of,
    with_scales_guessed,
    with_title,
)
from desktop.dialogs.curve.pieces import CAPTION, form
from desktop.dialogs.feedback.asked import Asked
from desktop.dialogs.feedback.pieces import NOWHERE, Index, choice, dress, show_warned, told
from desktop.dialogs.feedback.widths import shared
from desktop.dialogs.paste.goals import Told
from desktop.dialogs.paste.grid import TOLD, Heads
from desktop.exchange.columns import ROLES
from desktop.layout.names import counted
from desktop.layout.style import Words
from desktop.method.scales import SCALES
from desktop.panels.theme import colour
from desktop.panels.tips import tip

SHOWN = 60
"""Rows of a table that are shown."""

CHOICES = (*ROLES[:3], WIDE, *ROLES[3:])
"""What a column may be, in the order of the menu; before the last three a line."""

BY_QUESTION = "?"
"""In place of a scale: each question has its own."""

BY_ROW = "#"
"""In place of a scale: each row names its own."""

OWN = {BY_QUESTION: "feedback.by_question", BY_ROW: "feedback.by_row"}

WIDEST, HEAD, TITLE = 420, 180, 380
"""Px: of a column at most, of a column for its head at most, and of the title's field."""

BESIDE, ARROW = 24, 34
"""Px beside the words of a cell, and of a head with its arrow."""


class Cells(QAbstractTableModel):
    """The first rows of a reading."""

    def __init__(self, reading: Reading, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.show_reading(reading)

    def show_reading(self, reading: Reading) -> None:
        """Another reading of the table."""
        self.beginResetModel()
        self.reading = reading
        self._heads = reading.heads
        self._rows = reading.body[:SHOWN]
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.ForegroundRole:
            return colour("ink_3" if self.reading.role(index.column()) == OUT else "ink")
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        row = self._rows[index.row()]
        text = row[index.column()] if index.column() < len(row) else ""
        return tip(text) if role == Qt.ItemDataRole.ToolTipRole else " ".join(text[:200].split())

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if way != Qt.Orientation.Horizontal or role not in (TOLD, Qt.ItemDataRole.DisplayRole):
            return None
        meant = self.reading.role(section)
        name = self._words(f"column.{meant}" if meant else "column.out")
        head = self._heads[section] or self._words("column.unnamed").format(number=section + 1)
        return Told(name, head, out=meant == OUT) if role == TOLD else f"{name}: {head}"


class Grid(QTableView):
    """asked(column): the space bar or C was pressed in a cell; other letters search for nothing."""

    asked = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self.currentIndex()
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_C) and at.isValid() and not event.modifiers():
            self.asked.emit(at.column())
        elif event.text().strip() and event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)


class ColumnsPage(QWidget):
    """`reading` is what is chosen. changed(): it is another one; sheet_asked(name): another sheet of the workbook."""

    changed = Signal()
    sheet_asked = Signal(str)

    def __init__(self, reading: Reading, words: Words) -> None:
        super().__init__()
        self._words = words
        self.cells = Cells(reading, words, self)
        self.title = QLineEdit(reading.title)
        self.scale = choice(words("column.scale"))
        self.asked = Asked(words)
        self.sheet = choice(words("feedback.sheet"), ((name, name) for name in reading.grid.sheets))
        self.heads = QCheckBox(words("feedback.heads"))
        self.table = Grid(self)
        self.menu = QMenu(self)
        self.note = told("", "note")
        self._asked = 0
        self._fill()
        self._arrange()
        self._connect()
        self._show()

    @property
    def reading(self) -> Reading:
        """As the table is read now."""
        return self.cells.reading

    def offer(self, column: int) -> None:
        """The menu of what a column may be."""
        self._asked = column
        self.menu.clear()
        there = self.reading.role(column)
        for role in (*CHOICES, OUT):
            if role in ("variant", OUT):
                self.menu.addSeparator()
            action = self.menu.addAction(self._words(f"column.{role}" if role else "column.out"))
            action.setData(role)
            action.setCheckable(True)
            action.setChecked(role == there)
        head = self.table.horizontalHeader()
        self.menu.popup(head.mapToGlobal(QPoint(head.sectionViewportPosition(column), head.height())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As much of each column in sight as can be."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Gives each column the room that it needs."""
        room = self.width() - self.table.verticalScrollBar().sizeHint().width() - 4
        columns = range(self.cells.columnCount())
        heads, cells = [self._head_width(at) for at in columns], [self._cell_width(at) for at in columns]
        wanted = [min(max(pair), WIDEST) for pair in zip(heads, cells, strict=True)]
        for at, width in enumerate(shared(wanted, room, heads)):
            self.table.setColumnWidth(at, width)

    def _head_width(self, column: int) -> int:
        """Px for what a column is, in the type of heads; HEAD where that is longer."""
        bold = QFont(self.table.font())
        bold.setWeight(QFont.Weight.DemiBold)
        head: Told = self.cells.headerData(column, Qt.Orientation.Horizontal, TOLD)
        return min(QFontMetrics(bold).horizontalAdvance(head.name) + ARROW, HEAD)

    def _cell_width(self, column: int) -> int:
        """Px for the longest words that are shown in a column."""
        across, model = QFontMetrics(self.table.font()).horizontalAdvance, self.cells
        cells = (across(str(model.index(row, column).data())) for row in range(model.rowCount()))
        return max(cells, default=0) + BESIDE

    def _fill(self) -> None:
        words = self._words
        self.title.setAccessibleName(words("feedback.title"))
        self.title.setMaxLength(500)
        self.sheet.setCurrentText(self.reading.grid.sheet)
        for name in ("", *SCALES):
            self.scale.addItem(words(f"scale.{name}"), name)
        dress(self.table, "feedbackgrid", words("feedback.grid"), self.cells)
        self.table.setHorizontalHeader(Heads(Qt.Orientation.Horizontal, words, self.table))

    def _arrange(self) -> None:
        words, beside = self._words, QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(self.scale)
        beside.addWidget(self.heads)
        beside.addStretch(1)
        rows: list[tuple[str, QWidget | QLayout]] = [(words("feedback.title"), self.title)]
        rows.append((words("column.scale"), beside))
        rows += [(words("feedback.sheet"), self.sheet)] if self.sheet.count() > 1 else []
        self.title.setMaximumWidth(TITLE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(form(rows))
        below = QHBoxLayout()
        below.setContentsMargins(CAPTION + 12, 0, 0, 0)
        below.addWidget(self.asked)
        column.addLayout(below)
        column.addWidget(self.table, 1)
        column.addWidget(self.note)

    def _connect(self) -> None:
        self.table.horizontalHeader().sectionClicked.connect(self.offer)
        self.table.asked.connect(self.offer)
        self.menu.triggered.connect(self._take)
        self.heads.clicked.connect(self._take_heads)
        self.title.textEdited.connect(self._take_title)
        self.scale.activated.connect(self._take_scale)
        self.asked.changed.connect(self._take_asked)
        self.sheet.activated.connect(self._ask_sheet)

    def _take(self, action: QAction) -> None:
        self._read(with_role(self.reading, self._asked, action.data()))

    def _take_heads(self, heads: bool) -> None:
        self._read(with_heads(self.reading, heads))

    def _take_title(self, title: str) -> None:
        self.cells.reading = with_title(self.reading, title)

    def _take_scale(self) -> None:
        scale = self.scale.currentData()
        self._read(with_scales_guessed(self.reading) if scale == BY_QUESTION else with_scale(self.reading, scale))

    def _take_asked(self) -> None:
        reading = self.reading
        for question, scale in self.asked.scales.items():
            reading = with_scale_of(reading, question, scale)
        self._read(reading)

    def _ask_sheet(self) -> None:
        self.sheet_asked.emit(self.sheet.currentText())

    def _read(self, reading: Reading) -> None:
        at = self.table.currentIndex()
        self.cells.show_reading(reading)
        self.table.setCurrentIndex(self.cells.index(at.row(), at.column()))
        self._show()
        self.changed.emit()

    def _show_scales(self) -> None:
        """One for all, or each of the questions with its own below it."""
        shape, words = self.reading.shape, self._words
        own = BY_ROW if "scale" in shape.columns else BY_QUESTION if shape.asked else ""
        for each, code in OWN.items():
            offered = self.scale.findData(each)
            if each == own and offered < 0:
                self.scale.insertItem(0, words(code), each)
            elif each != own and offered >= 0:
                self.scale.removeItem(offered)
        scales = {*shape.asked.values()}
        said = shape.scale if not scales else scales.pop() if len(scales) == 1 else BY_QUESTION
        self.scale.setCurrentIndex(self.scale.findData(BY_ROW if own == BY_ROW else said))
        self.asked.show_scales(shape.asked)
        self.asked.setVisible(bool(shape.asked))

    def _show(self) -> None:
        reading, words = self.reading, self._words
        test, shape = reading.shape.is_test, reading.shape
        self._show_scales()
        self._share()
        self.scale.setEnabled(not test and "scale" not in shape.columns)
        self.heads.setChecked(shape.header >= 0)
        if reading.missing:
            show_warned(self.note, words(f"feedback.missing.{reading.missing}"), warned=True)
            return
        if reading.silent:
            show_warned(self.note, words("feedback.no_scores"), warned=True)
            return
        said = [counted(words, "feedback.rows_one", "feedback.rows", len(reading.body))]
        said += [words("feedback.again")] if reading.again else []
        said += [words("feedback.named_scale")] if "scale" in shape.columns else []
        show_warned(self.note, " ".join((*said, words("feedback.columns_hint"))), warned=False)
