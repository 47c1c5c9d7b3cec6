"""Lists of a project to add to, take from and put in order, with the fields of the one that is chosen."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.desk.desk import Desk
from desktop.document.base import Part, in_order
from desktop.document.project import Project
from desktop.layout.names import counted
from desktop.panels.icons import icon
from desktop.panels.inspector.form import GAP, NOTHING, Form, Rows, Subject

BUTTONS = {"add": "plus", "earlier": "up", "later": "down", "remove": "minus"}
"""What can be done with a list, and the icon for it."""

ROWS_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Roll:
    """One list of a project: its things, what they are called and the verbs that change it."""

    code: str
    sort: type[Part]
    rows: Rows
    things: Callable[[Project], tuple[Any, ...]]
    called: Callable[[Any], str]
    add: Callable[..., Project]
    move: Callable[[Project, str, str], Project]
    remove: Callable[[Project, str], Project]


def _felt(project: Project) -> int:
    """How many emotions are on all maps."""
    return sum(len(lane.markers) for journey in project.maps for lane in journey.lanes)


def _verb_key(event: QKeyEvent) -> str:
    """What a key does to a list; "" for nothing."""
    if event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return {Qt.Key.Key_Up: "earlier", Qt.Key.Key_Down: "later"}.get(Qt.Key(event.key()), "")
    return {Qt.Key.Key_Insert: "add", Qt.Key.Key_Delete: "remove"}.get(Qt.Key(event.key()), "")


class _Wrapping(QStyledItemDelegate):
    """Rows as high as their words need in the width of the list."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        listed = self.parent()
        if isinstance(listed, QListWidget):
            option.rect = QRect(0, 0, listed.viewport().width(), 1)
        return super().sizeHint(option, index)


class Names(QListWidget):
    """As high as its rows, up to a few."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setItemDelegate(_Wrapping(self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that change the list are left to whom it belongs to."""
        if _verb_key(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def fit(self) -> None:
        """Takes the height of the first rows."""
        rows = range(min(self.count(), ROWS_SHOWN))
        self.setFixedHeight(sum(map(self.sizeHintForRow, rows)) + 2 * self.frameWidth() + 8 * bool(rows))
        self.setVisible(bool(rows))


class Roster(QWidget):
    """A list of names with buttons, and below it the fields of the one that is chosen in it.

    Alt and an arrow key move it, Insert adds, Delete removes.
    """

    def __init__(self, desk: Desk, roll: Roll) -> None:
        super().__init__()
        self._desk = desk
        self._roll = roll
        self._things: tuple[Any, ...] = ()
        self.names = Names()
        self.names.setAccessibleName(desk.words(f"{roll.code}.title"))
        self.buttons = {name: self._make_button(name) for name in BUTTONS}
        self.form = Form(desk, roll.sort, roll.rows)
        for button, verb in zip(self.buttons.values(), (self.add, self.earlier, self.later, self.remove), strict=True):
            button.clicked.connect(verb)
        self._lay_out()
        self.names.currentRowChanged.connect(self._choose)

    @property
    def current(self) -> str:
        """The id of the chosen one; "" when there is none."""
        row = self.names.currentRow()
        return str(self._things[row].id) if 0 <= row < len(self._things) else ""

    def choose(self, thing_id: str) -> None:
        """Shows the fields of this one, if it is in the list."""
        ids = [thing.id for thing in self._things]
        if thing_id in ids:
            self.names.setCurrentRow(ids.index(thing_id))

    def show_project(self, fresh: bool) -> None:
        """Follows the desk's project."""
        chosen, row = self.current, max(self.names.currentRow(), 0)
        self._things = tuple(in_order(self._roll.things(self._desk.project)))
        self._fill()
        ids = [thing.id for thing in self._things]
        row = ids.index(chosen) if chosen in ids else min(row, len(ids) - 1)
        told = self.names.blockSignals(True)
        self.names.setCurrentRow(row)
        self.names.blockSignals(told)
        self._show_current(fresh or self.current != chosen)

    def commit(self) -> None:
        """Hands in what is being entered."""
        self.form.commit()

    def add(self) -> None:
        """One more at the end, with the cursor in its first field."""
        desk, words = self._desk, self._desk.words
        self.commit()
        one = desk.new_id()
        name = words(f"{self._roll.code}.new")
        if desk.attempt(words(f"edit.{self._roll.code}_add"), lambda p: self._roll.add(p, name, new_id=lambda: one)):
            self.names.setCurrentRow(len(self._things) - 1)
            first = self.form.field(self._roll.rows[0][0].path).editor
            first.setFocus()
            if isinstance(first, QLineEdit | QPlainTextEdit):
                first.selectAll()

    def remove(self) -> None:
        """Takes the chosen one away, and says what goes with it."""
        if not self.current:
            return
        before, name = self._desk.project, self._roll.called(self._things[self.names.currentRow()])
        self._attempt("remove", lambda project: self._roll.remove(project, self.current))
        gone = _felt(before) - _felt(self._desk.project)
        if gone:
            words = self._desk.words
            count = counted(words, "clip.marker", "clip.markers", gone)
            self._desk.said.emit(words("said.persona_gone").format(name=name, count=count))

    def earlier(self) -> None:
        """Puts the chosen one before the one above it."""
        self._move(self.names.currentRow() - 1)

    def later(self) -> None:
        """Puts the chosen one behind the one below it."""
        self._move(self.names.currentRow() + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that the list has no use for."""
        verb = _verb_key(event) if self.names.hasFocus() else ""
        if verb:
            self.buttons[verb].click()
        else:
            super().keyPressEvent(event)

    def _move(self, before: int) -> None:
        """Before the one in this row, to the end for the row after the last."""
        if self.current and 0 <= before <= len(self._things):
            other = self._things[before].id if before < len(self._things) else ""
            self._attempt("move", lambda project: self._roll.move(project, self.current, other))

    def _attempt(self, what: str, verb: Callable[[Project], Project]) -> None:
        self.commit()
        self._desk.attempt(self._desk.words(f"edit.{self._roll.code}_{what}"), verb)

    def _choose(self) -> None:
        self.commit()
        self._show_current(fresh=True)

    def _show_current(self, fresh: bool) -> None:
        row = self.names.currentRow()
        chosen = self._things[row : row + 1] if row >= 0 else ()
        self.form.setVisible(bool(chosen))
        self.form.show_things(Subject(self._desk.map_id, chosen) if chosen else NOTHING, fresh)
        self.buttons["remove"].setEnabled(bool(chosen))
        self.buttons["earlier"].setEnabled(row > 0)
        self.buttons["later"].setEnabled(0 <= row < len(self._things) - 1)

    def _fill(self) -> None:
        """The names, without telling anybody."""
        told = self.names.blockSignals(True)
        while self.names.count() > len(self._things):
            self.names.takeItem(self.names.count() - 1)
        for index, thing in enumerate(self._things):
            if index == self.names.count():
                self.names.addItem(QListWidgetItem())
            self.dress(self.names.item(index), thing)
        self.names.blockSignals(told)
        self.names.fit()

    def dress(self, row: QListWidgetItem, thing: Any) -> None:
        """Makes a row show one of the things."""
        row.setText(self._roll.called(thing) or self._desk.words("project.untitled"))

    def _make_button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(BUTTONS[name]))
        said = self._desk.words(f"{self._roll.code}.{name}")
        button.setToolTip(said)
        button.setAccessibleName(said)
        return button

    def add_row(self, row: QLayout) -> None:
        """More that can be done with the chosen one, between the list and its fields."""
        self._column.insertLayout(self._column.count() - 1, row)

    def _lay_out(self) -> None:
        title = QLabel(self._desk.words(f"{self._roll.code}.title"))
        title.setObjectName("section")
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)  # beside buttons that are large enough for fingers
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(title, 1)
        for button in self.buttons.values():
            top.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(GAP)
        self._column.addLayout(top)
        self._column.addWidget(self.names)
        self._column.addWidget(self.form)
