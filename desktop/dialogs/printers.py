"""Printers of one's own: what each leaves white at its four sides, as a small table."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.layout.style import Words
from desktop.plan.printers import SIDES, PrinterProfile, from_json
from desktop.preferences import MOST_OWN

ROWS, ROW = 3, 28
NARROW = 62


class PrinterTable(QWidget):
    """changed(): a printer was added, taken away, or described in another way. What no printer can be goes back."""

    changed = Signal()

    def __init__(self, words: Words, printers: tuple[PrinterProfile, ...]) -> None:
        super().__init__()
        self._words = words
        self.printers = printers
        self.table = QTableWidget(0, 1 + len(SIDES))
        self.table.setAccessibleName(words("preferences.printers"))
        self.add, self.remove = QPushButton(words("printers.add")), QPushButton(words("printers.remove"))
        self._arrange()
        self._show()
        self.table.cellChanged.connect(self._read)
        self.table.itemSelectionChanged.connect(self._show_able)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)

    def _arrange(self) -> None:
        names = [self._words("printers.name"), *(self._words(f"printers.{side}") for side in SIDES)]
        self.table.setHorizontalHeaderLabels(names)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(ROW)
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, 1 + len(SIDES)):
            header.resizeSection(column, NARROW)
        self.table.setFixedHeight((ROWS + 1) * ROW + 6)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.add)
        row.addWidget(self.remove)
        row.addStretch(1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(self.table)
        lines.addLayout(row)

    def _show(self) -> None:
        with QSignalBlocker(self.table):
            self.table.setRowCount(len(self.printers))
            for row, printer in enumerate(self.printers):
                told = (printer.name, *(f"{side:g}" for side in printer.margin))
                for column, text in enumerate(told):
                    self.table.setItem(row, column, _cell(text, right=bool(column)))
        self._show_able()

    def _show_able(self) -> None:
        self.add.setEnabled(len(self.printers) < MOST_OWN)
        self.remove.setEnabled(bool(self.table.selectedItems()))

    def _read(self, row: int, column: int) -> None:
        """What was typed in a cell."""
        cell = self.table.item(row, column)
        before = self.printers[row]
        text = cell.text() if cell else ""
        try:
            if column:
                after = from_json({**before.to_json(), SIDES[column - 1]: float(text.replace(",", "."))})
            else:
                after = replace(before, name=" ".join(text.split()))
        except ValueError:  # PrinterError is one
            after = before
        self._put((*self.printers[:row], after, *self.printers[row + 1 :]))

    def _add(self) -> None:
        self._put((*self.printers, PrinterProfile(self._words("printers.new"))))
        last = len(self.printers) - 1
        self.table.setCurrentCell(last, 0)
        self.table.edit(self.table.currentIndex())

    def _remove(self) -> None:
        row = self.table.currentRow()
        self._put((*self.printers[:row], *self.printers[row + 1 :]))

    def _put(self, printers: tuple[PrinterProfile, ...]) -> None:
        told = printers != self.printers
        self.printers = printers
        self._show()
        if told:
            self.changed.emit()


def _cell(text: str, *, right: bool) -> QTableWidgetItem:
    cell = QTableWidgetItem(text)
    across = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    cell.setTextAlignment(across | Qt.AlignmentFlag.AlignVCenter)
    return cell
