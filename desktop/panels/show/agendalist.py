"""The list of the agenda's points: read, reordered and written in place, by keys or by the mouse."""

from collections.abc import Callable

from PySide6.QtCore import QKeyCombination, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QMenu, QStyledItemDelegate, QTreeView, QWidget

from desktop.desk.agenda import Agenda
from desktop.desk.show import Show
from desktop.layout.style import Words
from desktop.panels.show.agendamodel import MINUTES, TIME, TITLE, AgendaModel
from desktop.panels.show.agendarow import Row

FIVE = 5
"""Minutes by which plus and minus change the time of the running point."""

WIDTHS = {TIME: 56, MINUTES: 68}
"""Px of the columns; the title has the rest."""


class AgendaList(QTreeView):
    """left(): back to the map. chosen(point id): another row is current.

    Space starts, pauses and goes on; N, B, S go to the next point, back, or skip; + and − give five minutes or take
    them. Enter writes the title, a digit the minutes; Alt with arrows moves; Insert adds, Delete removes; Ctrl+Enter
    begins the point.
    """

    left = Signal()
    chosen = Signal(str)

    def __init__(self, show: Show, agenda: Agenda, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self._agenda = agenda
        self._words = words
        self.points = AgendaModel(show, agenda, words, self)
        self._dress()
        self.setModel(self.points)
        self._lay_out()
        self.selectionModel().currentRowChanged.connect(self._tell)
        self._keys = self._commands()

    @property
    def current(self) -> str:
        """The id of the point in the current row; "" without one."""
        point = self.points.point(self.currentIndex())
        return point.id if point else ""

    def refresh(self) -> None:
        """Shows the agenda as it is now; the current row stays with its point."""
        before, row = self.current, self.currentIndex().row()
        self.points.refresh()
        at = self.points.row_of(before)
        if before and self.current != before:
            self.go_to(at if at >= 0 else min(row, self.points.rowCount() - 1))

    def go_to(self, row: int) -> None:
        """Makes a row the current one."""
        self.setCurrentIndex(self.points.index(row, TITLE))

    def show_current(self) -> None:
        """The point that runs is the current row, in sight."""
        point = self._show.point
        if point is not None:
            self.go_to(self.points.row_of(point.id))

    def commit(self) -> None:
        """Hands in what is being written."""
        field = self._field()
        if field is not None:
            self.commitData(field)
            self.closeEditor(field, QStyledItemDelegate.EndEditHint.NoHint)

    def add(self) -> None:
        """A point behind the current one, and its title is written."""
        made = self._agenda.add(self._words("show.new_point"), self.current)
        if made:
            self.refresh()
            self.go_to(self.points.row_of(made))
            self.write(TITLE)

    def write(self, column: int, typed: str = "") -> None:
        """Opens the editor on the current row; `typed` takes the place of what stands there."""
        at = self.currentIndex().siblingAtColumn(column)
        if not at.flags() & Qt.ItemFlag.ItemIsEditable:
            return
        self.edit(at)
        field = self._field()
        if field is not None and typed:
            field.setText(typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = self._keys.get(_combination(event))
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif command is not None:
            command()
        elif event.text().isdecimal() and self.current:
            self.write(MINUTES, event.text())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text() in ("+", "-", "−"):  # wherever a keyboard has them
            self._show.extend(FIVE if event.text() == "+" else -FIVE)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are commands."""

    def menu(self) -> QMenu:
        """What can be done to the current point."""
        menu = QMenu(self)
        for code, keys, do in (
            ("begin", "Ctrl+Return", self.begin),
            ("write", "Return", self._write_title),
            ("minutes", "F2", self._write_minutes),
            ("up", "Alt+Up", self._up),
            ("down", "Alt+Down", self._down),
            ("add", "Ins", self.add),
            ("remove", "Del", self._remove),
        ):
            action = QAction(self._words(f"show.menu.{code}"), menu)
            action.setShortcut(QKeySequence(keys))
            action.setEnabled(bool(self.current) or code == "add")
            action.triggered.connect(do)
            menu.addAction(action)
        return menu

    def begin(self) -> None:
        """The run begins with the current row, or turns to it."""
        if self.current:
            self._show.start(self.current)

    def _dress(self) -> None:
        self.setObjectName("agenda")
        self.setAccessibleName(self._words("show.agenda"))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setItemDelegate(Row(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer)

    def _lay_out(self) -> None:
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(min(WIDTHS.values()))
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)

    def _commands(self) -> dict[str, Callable[[], object]]:
        show = self._show
        keys: dict[str, Callable[[], object]] = {
            "Space": show.toggle,
            "N": show.next,
            "B": show.back,
            "S": show.skip,
            "Return": self._write_title,
            "Enter": self._write_title,
            "F2": self._write_minutes,
            "Ctrl+Return": self.begin,
            "Ctrl+Enter": self.begin,
            "Alt+Up": self._up,
            "Alt+Down": self._down,
            "Ins": self.add,
            "Del": self._remove,
            "Backspace": self._remove,
        }
        return {QKeySequence(name).toString(): do for name, do in keys.items()}

    def _field(self) -> QLineEdit | None:
        editing = self.state() == QAbstractItemView.State.EditingState
        return self.viewport().findChild(QLineEdit) if editing else None

    def _write_title(self) -> None:
        self.write(TITLE)

    def _write_minutes(self) -> None:
        self.write(MINUTES)

    def _up(self) -> None:
        self._agenda.shift(self.current, -1)

    def _down(self) -> None:
        self._agenda.shift(self.current, 1)

    def _remove(self) -> None:
        if self.current:
            self._agenda.remove(self.current)

    def _tell(self) -> None:
        self.chosen.emit(self.current)

    def _offer(self, at: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(at))


def _combination(event: QKeyEvent) -> str:
    """The keys as Qt writes them; those of the number pad count as the others."""
    keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeySequence(QKeyCombination(keys, Qt.Key(event.key()))).toString()
