"""A table of cards: grades are typed straight into it, everything else in its cell."""

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.desk.backlog import BEST, Backlog
from desktop.panels.backlog.columns import GRADE
from desktop.panels.backlog.look import ROW, Look
from desktop.panels.backlog.model import COLUMN, Lines

LEAST = 190
"""Px of the column that takes what is left."""


class Table(QTableView):
    """wanted(card): it is to be seen on the map. chosen(cards): other rows are selected by hand."""

    wanted = Signal(str)
    chosen = Signal(list)

    def __init__(self, backlog: Backlog, kind: str) -> None:
        super().__init__()
        self.lines = Lines(backlog, kind)
        self._backlog = backlog
        self._telling = True
        self.setModel(self.lines)
        self.setItemDelegate(Look(backlog, self))
        self.setObjectName("backlogtable")
        self.setAccessibleName(backlog.desk.words(f"backlog.tab.{kind}"))
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.horizontalHeader().setMinimumSectionSize(36)
        for at, column in enumerate(self.lines.columns):
            self.setColumnWidth(at, column.width or LEAST)
        self.selectionModel().selectionChanged.connect(self._tell)

    @property
    def cards(self) -> list[str]:
        """The selected cards from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.lines.lines[row].card.id for row in rows]

    def follow(self, shown: bool) -> None:
        """Shows what the backlog says now, with the same cards selected; `shown` brings out the four factors."""
        cards, column = self.cards, self.currentIndex().column()
        self._telling = False
        self.lines.follow()
        self.select(cards, column)
        self._telling = True
        for at, spare in enumerate(self.lines.columns):
            factor = spare.path.startswith("promise.factors.")
            self.setColumnHidden(at, spare.spare and not (shown and factor) and (factor or not self.lines.has_any(at)))
        self._stretch()

    def select(self, cards: list[str], column: int = -1) -> None:
        """Selects cards without telling anybody; the first of them is the current one."""
        rows = [row for row in map(self.lines.row_of, cards) if row >= 0]
        if cards == self.cards and self.currentIndex().isValid():
            return
        told, self._telling = self._telling, False
        model, flags = self.selectionModel(), QItemSelectionModel.SelectionFlag
        model.clearSelection()
        for row in rows:
            model.select(self.lines.index(row, 0), flags.Select | flags.Rows)
        if rows:
            at = column if column >= 0 else self._first
            model.setCurrentIndex(self.lines.index(rows[0], at), flags.NoUpdate)
            self.scrollTo(self.lines.index(rows[0], at))
        self._telling = told

    @property
    def _first(self) -> int:
        """The column of words."""
        return next(at for at, column in enumerate(self.lines.columns) if column.path == "text")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit is a grade, Return shows the card on the map."""
        index = self.currentIndex()
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.matches(QKeySequence.StandardKey.Copy):
            event.ignore()  # the window copies whole rows
        elif index.isValid() and not editing and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit(self.lines.lines[index.row()].card.id)
        elif index.isValid() and not editing and _is_grade(event) and index.data(COLUMN).form == GRADE:
            self.lines.setData(index, event.text())
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """No head is cut off: by now it is dressed, and in the language of the window."""
        super().showEvent(event)
        for at, column in enumerate(self.lines.columns):
            if column.width:
                self.setColumnWidth(at, max(column.width, self.horizontalHeader().sectionSizeHint(at)))
        self._stretch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()

    def _stretch(self) -> None:
        """The column of words takes what the others leave, and is never too narrow to read."""
        others = sum(self.columnWidth(at) for at in range(len(self.lines.columns)) if at != self._first)
        self.setColumnWidth(self._first, max(LEAST, self.viewport().width() - others))

    def _tell(self) -> None:
        if self._telling:
            self.chosen.emit(self.cards)


def _is_grade(event: QKeyEvent) -> bool:
    text, held = event.text(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return not held and text.isascii() and text.isdigit() and int(text) <= BEST
