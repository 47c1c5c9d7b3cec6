"""The palette of commands over the top of a window: a line, and below it what it finds."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from desktop.canvas.canvas import Canvas
from desktop.desk.desk import Desk
from desktop.desk.landmarks import Landmark, Landmarks
from desktop.layout.style import Style
from desktop.panels.commands.rows import HEIGHT, RowFace, Rows
from desktop.panels.commands.search import Deed, Deeds, Row, Search
from desktop.panels.whence import Whence

WIDTH, TOP, SIDE, SEEN = 680, 56, 16, 12
"""Px: of the palette at most, below the window's top, beside it at least; rows that are seen at most."""

ALL = 1_000_000
WAYS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: SEEN - 1,
    Qt.Key.Key_PageUp: 1 - SEEN,
    Qt.Key.Key_End: ALL,
    Qt.Key.Key_Home: -ALL,
}
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CommandField(QLineEdit):
    """moved(by): so many rows down. entered(held): Enter, with these keys. left(): Escape. lost(): the focus went."""

    moved = Signal(int)
    entered = Signal(object)
    left = Signal()
    lost = Signal()

    def event(self, event: QEvent) -> bool:
        """What the palette is moved by is no shortcut of the window meanwhile."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _meaning(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _meaning(event):
            super().keyPressEvent(event)
        elif event.key() in WAYS:
            self.moved.emit(WAYS[Qt.Key(event.key())])
        elif event.key() in ENTER:
            self.entered.emit(event.modifiers() & (CONTROL | SHIFT))
        else:
            self.left.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.lost.emit()


class Commander(QFrame):
    """Stands over its window while it is asked for. `reveal` shows what stands in the inbox or the parking lot."""

    def __init__(self, window: QWidget, desk: Desk, canvas: Canvas, reveal: Callable[[str], None]) -> None:
        super().__init__(window)
        self._over = window
        self._desk = desk
        self._canvas = canvas
        self._reveal = reveal
        self._landmarks = Landmarks(desk)
        self._search: Search | None = None
        self._whence = Whence()
        self._keeping = False
        self._make_parts()
        self.hide()
        window.installEventFilter(self)

    def offer(self, deeds: Deeds) -> None:
        """What can be done: the entries of the menus."""
        self._search = Search(self._landmarks, deeds)

    def call(self) -> None:
        """Shows it with an empty line; from there back to where the focus was."""
        if self.isVisible():
            self.leave()
            return
        self._canvas.stop_writing()
        self._whence.note()
        self.field.clear()
        self._find("")
        self._stand()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Back to where the focus was."""
        self._keeping = False
        self.hide()
        self._whence.back(self._canvas)

    @property
    def rows(self) -> list[Row]:
        """What is found, best first."""
        return [row for at in range(self._rows.rowCount()) if (row := self._rows.at(at))]

    @property
    def current(self) -> Row | None:
        """What Enter would do."""
        return self._rows.at(self.list.currentIndex().row())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._stand()
        return False

    def _make_parts(self) -> None:
        words = self._desk.words
        self.setObjectName("sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(words("commands.name"))
        self.field = CommandField()
        self.field.setObjectName("sheetfield")
        self.field.setPlaceholderText(words("commands.hint"))
        self.field.setAccessibleName(words("commands.name"))
        self._rows = Rows(words, self._landmarks.where, self)
        self.list = QListView()
        self.list.setObjectName("sheetlist")
        self.list.setModel(self._rows)
        self.list.setItemDelegate(RowFace(self._rows, self._style, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(words("commands.name"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.told = QLabel(words("commands.keys"))
        self.told.setObjectName("sheettold")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        for widget in (self.field, self.list, self.told):
            column.addWidget(widget, 1 if widget is self.list else 0)
        self.field.textChanged.connect(self._find)
        self.field.moved.connect(self._move)
        self.field.entered.connect(self._enter)
        self.field.left.connect(self.leave)
        self.field.lost.connect(self._note_lost)
        self.list.clicked.connect(self._click)

    def _style(self) -> Style:
        return self._canvas.studio.style

    def _find(self, query: str) -> None:
        if self._search is None:
            return
        if not query:
            self._search.renew()
        self._rows.show_rows(query, self._search.find(query))
        self._choose(0)
        self.told.setText(self._desk.words("commands.keys" if self._rows.rowCount() else "commands.nothing"))
        self._stand()

    def _choose(self, row: int) -> None:
        self.list.setCurrentIndex(self._rows.index(row))
        row_now = self.current
        self.field.setAccessibleDescription(self._rows.said(row_now) if row_now else "")

    def _move(self, by: int) -> None:
        last = self._rows.rowCount() - 1
        self._choose(max(0, min(self.list.currentIndex().row() + by, last)))

    def _click(self, _index: QModelIndex) -> None:
        self._enter(Qt.KeyboardModifier.NoModifier)

    def _enter(self, held: Qt.KeyboardModifier) -> None:
        """Does what is chosen, or goes there; with Ctrl the palette stays, with Shift what was selected does."""
        row, search, keep = self.current, self._search, bool(held & CONTROL)
        if row is None or search is None:
            return
        search.note(row)
        self._keeping = keep
        if not keep:
            self.leave()
        if isinstance(row, Deed):
            row.action.trigger()
        else:
            self._go(row, also=bool(held & SHIFT))
        if keep:
            search.renew()
            self.raise_()
            self.field.setFocus()
        self._keeping = False

    def _go(self, mark: Landmark, *, also: bool) -> None:
        if not self._landmarks.go(mark, also=also):
            self._desk.said.emit(self._desk.words("commands.gone"))
        elif mark.home:
            self._reveal(mark.id)
        else:
            self._canvas.point_out((mark.id,))
            self._canvas.setFocus()

    def _note_lost(self) -> None:
        """Whoever clicks elsewhere is done here."""
        if not self._keeping:
            self.hide()

    def _stand(self) -> None:
        window = self._over
        seen = min(max(self._rows.rowCount(), 1), SEEN)
        wanted = self.field.sizeHint().height() + self.told.sizeHint().height() + seen * HEIGHT + 10
        width = min(WIDTH, window.width() - 2 * SIDE)
        height = min(wanted, window.height() - 2 * TOP)
        self.setGeometry((window.width() - width) // 2, TOP, width, height)


def _meaning(event: QKeyEvent) -> bool:
    """Whether a key moves the palette, not the cursor in its line."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() in ENTER:
        return not held & ~(CONTROL | SHIFT)
    return not held and (event.key() in WAYS or event.key() == Qt.Key.Key_Escape)
