"""Asks for a lane and a step by a few letters of their names, or for an address."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.desk.cellnames import CellName, CellNames
from desktop.layout.style import Words

WIDTH, ROW = 360, 30
"""Px; a row where there is none to ask."""


class CellPrompt(QFrame):
    """A field with the likeliest cells under it. `chosen` has a `Spot`, and whether cards take on the lane's kind."""

    chosen = Signal(object, bool)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("cellprompt")
        self._names: CellNames | None = None
        self._found: list[CellName] = []
        self.field = QLineEdit()
        self.field.setPlaceholderText(words("tray.where"))
        self.field.setAccessibleName(words("tray.send_to"))
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.setFixedWidth(WIDTH)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._seek)
        self.list.itemClicked.connect(self._take)

    def ask(self, names: CellNames, at: QPoint) -> None:
        """Opens at a point of the screen."""
        self._names = names
        self.field.clear()
        self.move(at)
        self.show()
        self._seek("")  # only what is shown has the sizes of its look
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk through the cells, Enter takes one, with Shift so that cards take on the lane's kind."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            ways = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            if event.key() in ways and self._found:
                row = (self.list.currentRow() + ways[Qt.Key(event.key())]) % len(self._found)
                self.list.setCurrentRow(row)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._give(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
                return True
        return super().eventFilter(watched, event)

    def _seek(self, text: str) -> None:
        self._found = self._names.found(text) if self._names else []
        self.list.clear()
        for name in self._found:
            self.list.addItem(QListWidgetItem(f"{name.lane}  ·  {name.step}"))
        self.list.setCurrentRow(0)
        row = self.list.sizeHintForRow(0) if self._found else ROW
        self.list.setFixedHeight(max(len(self._found), 1) * row + 4)
        self.adjustSize()

    def _take(self, _row: QListWidgetItem) -> None:
        self._give(False)

    def _give(self, convert: bool) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._found):
            self.close()
            self.chosen.emit(self._found[row].spot, convert)
