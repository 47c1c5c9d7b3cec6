"""A list of findings: a click or Enter goes to what a row is about, Delete says that nobody wants to hear of it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView

from desktop.panels.counsel.face import Face
from desktop.panels.counsel.rows import ROW, Row, Rows

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
AWAY = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Findings(QListView):
    """gone_to(row, onwards): what it is about is wanted, `onwards` by a key, which goes on there. dismissed(row).
    left(): the keyboard is wanted on the map again.
    """

    gone_to = Signal(object, bool)
    dismissed = Signal(object)
    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.rows = Rows(self)
        self.setModel(self.rows)
        self.setItemDelegate(Face(self.viewport()))
        self.setObjectName("findings")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._go)

    @property
    def chosen(self) -> Row | None:
        """The row that one stands on."""
        row = self.currentIndex().data(ROW)
        return row if isinstance(row, Row) and row.may_be_chosen else None

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Other rows; who stood on one stands on it still, or on its neighbour."""
        chosen, number, top = self.chosen, self.currentIndex().row(), self.verticalScrollBar().value()
        if self.rows.show_rows(rows):
            if chosen is not None:
                self.setCurrentIndex(self.rows.near(chosen.key, number))
            self.verticalScrollBar().setValue(top)

    def take_focus(self) -> None:
        """The first row that can be chosen, unless one is."""
        if self.chosen is None:
            self.setCurrentIndex(self.rows.near("", 0))
        self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # narrower rows are higher

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.chosen
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in ENTER and row is not None:
            self.gone_to.emit(row, True)
        elif event.key() in AWAY and row is not None:
            self.dismissed.emit(row)
        else:
            super().keyPressEvent(event)

    def _go(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, Row) and row.may_be_chosen:
            self.gone_to.emit(row, False)
