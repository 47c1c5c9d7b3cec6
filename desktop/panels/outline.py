"""The outline: the same map as a tree, for the keyboard and for a screen reader."""

from collections.abc import Iterable

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from desktop.desk.branches import Branch
from desktop.desk.desk import Desk
from desktop.desk.draft import Draft
from desktop.desk.place import Place
from desktop.document.cards import Card
from desktop.document.edits.cards import Spot
from desktop.document.journey import Lane, Stage, Step
from desktop.document.locate import columns_of
from desktop.layout.style import Style
from desktop.panels.branchmodel import BranchModel

MANY = 300
"""More selected things than these are not shown one by one."""

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
SELECT = QItemSelectionModel.SelectionFlag


class Row(QStyledItemDelegate):
    """A branch, written in a field as high as its row: the words alone leave it no room for a frame."""

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().updateEditorGeometry(editor, option, index)
        row = option.rect
        editor.setGeometry(editor.x(), row.y(), editor.width(), row.height())


class Outline(QTreeView):
    """Stages, their steps, the lanes in each, and what stands there. The selection is the desk's, both ways.

    Enter or F2 writes, Insert adds behind or within, Escape goes back to the map (`left`); everything else is done by
    the window's actions, as on the map.
    """

    left = Signal()

    def __init__(self, desk: Desk, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._branches = BranchModel(desk, style, self)
        self._open: set[str] = set()
        self._following = False
        self._stale = True
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._refresh)
        self.setObjectName("outline")
        self.setAccessibleName(desk.words("outline.name"))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setItemDelegate(Row(self))
        self.setModel(self._branches)
        self.expanded.connect(self._note_open)
        self.collapsed.connect(self._note_closed)
        self.selectionModel().selectionChanged.connect(self._tell)
        desk.shown.connect(self._refresh)
        desk.picked.connect(self._follow)

    @property
    def branches(self) -> BranchModel:
        """What is shown."""
        return self._branches

    def place_of(self, thing: str) -> QModelIndex:
        """Where a thing stands; an invalid index when it is not on the map."""
        return self._branches.index_of(self._branches.tree.find(thing))

    def take_focus(self) -> None:
        """Comes into the keyboard's hands."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # the field passes on the key that closes it
        elif key in ENTER or key == Qt.Key.Key_F2:
            self._write()
        elif key == Qt.Key.Key_Insert:
            self.add()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def commit(self) -> None:
        """Hands in the text that is being written."""
        field = self._field()
        if field is not None:
            self.commitData(field)
            self.closeEditor(field, QStyledItemDelegate.EndEditHint.NoHint)

    def _write(self) -> None:
        if self._desk.session.read_only:
            self._desk.session.refused.emit()
        else:
            self.edit(self.currentIndex())

    def rehearse(self) -> None:
        """Writes the text that is being written; the editor stays as it is."""
        field = self._field()
        if field is not None:
            self._branches.setData(self.currentIndex(), field.text())

    def _field(self) -> QLineEdit | None:
        """What is written into, if anything is."""
        editing = self.state() == QAbstractItemView.State.EditingState
        return self.viewport().findChild(QLineEdit) if editing else None

    def add(self) -> None:
        """A new thing behind the current one, or in the current lane, and its text is written."""
        branch = self._branches.branch(self.currentIndex())
        draft = self._draft(branch) if branch else None
        if draft is not None and self._desk.edit(draft.label, draft.with_text(""), (draft.thing,)):
            index = self.place_of(draft.thing)
            self.setCurrentIndex(index)
            self.edit(index)

    def _draft(self, branch: Branch) -> Draft | None:
        place, thing, cell = Place(self._desk), branch.thing, _cell(branch)
        journey = self._desk.journey
        if isinstance(thing, Stage | Step) and journey is not None:
            steps = [thing.id] if isinstance(thing, Step) else [step.id for step in thing.steps]
            order = columns_of(journey).index
            last = max((step for step in steps if step in order), key=order.__getitem__, default="")
            return place.draft("stage" if isinstance(thing, Stage) else "step", Spot("", last))
        if cell is None:
            return None
        after = thing.id if isinstance(thing, Card) else ""
        spot = Spot(cell.lane, cell.step, after)
        return place.draft(place.kind_at(spot), spot)

    def _refresh(self) -> None:
        """The tree anew, open where it was, at the place where it was scrolled to."""
        self._stale = not self.isVisible()
        if self.state() == QAbstractItemView.State.EditingState:
            self._later.start()  # the editor that hands its text in must find its place until it is closed
        elif not self._stale:
            self._renew()

    def _renew(self) -> None:
        current = self._branches.branch(self.currentIndex())
        scrolled = self.verticalScrollBar().value()
        self._following = True
        self._branches.refresh()
        for key in sorted(self._open, key=lambda key: "/" in key):
            index = self._branches.index_of(self._branches.tree.at(key))
            if index.isValid():
                self.expand(index)
        if current is not None:
            index = self._branches.index_of(self._heir(current))
            self.selectionModel().setCurrentIndex(index, SELECT.NoUpdate)
        self.verticalScrollBar().setValue(scrolled)
        self._following = False
        self._follow()

    def _heir(self, before: Branch) -> Branch | None:
        """The branch as it is now; where it is gone the one in its place, so that keys go on from there."""
        tree = self._branches.tree
        same = tree.at(before.key)
        if same is not None:
            return same
        holder = tree.at(before.parent.key) if before.parent else None
        if before.parent is not None and holder is None:
            return self._heir(before.parent)
        row = holder.children if holder else tree.stages
        return row[min(before.row, len(row) - 1)] if row else holder

    def _follow(self) -> None:
        """Shows what the desk has selected."""
        if self._following or not self.isVisible():
            return
        selected = self._desk.selected
        found = [self.place_of(thing) for thing in selected] if len(selected) <= MANY else []
        chosen = QItemSelection()
        for index in filter(QModelIndex.isValid, found):
            chosen.select(index, index)
        self._following = True
        self.selectionModel().select(chosen, SELECT.ClearAndSelect)
        current = self._branches.branch(self.currentIndex())
        if chosen and (current is None or current.thing.id not in selected):
            self.selectionModel().setCurrentIndex(chosen.indexes()[0], SELECT.NoUpdate)
            self.scrollTo(chosen.indexes()[0])
        self._following = False

    def _tell(self) -> None:
        """Selects on the desk what is selected here; a lane stands for the cell that it is in this step."""
        if self._following:
            return
        found = [self._branches.branch(index) for index in self.selectionModel().selectedIndexes()]
        chosen = [branch for branch in found if branch is not None]
        self._following = True
        self._desk.select(branch.thing.id for branch in chosen if not isinstance(branch.thing, Lane))
        if len(chosen) == 1 and (cell := _cell(chosen[0])):
            self._desk.aim(cell)
        self._following = False

    def _note_open(self, index: QModelIndex) -> None:
        self._open.update(_keys([self._branches.branch(index)]))

    def _note_closed(self, index: QModelIndex) -> None:
        if not self._following:
            self._open.difference_update(_keys([self._branches.branch(index)]))


def _keys(branches: Iterable[Branch | None]) -> list[str]:
    return [branch.key for branch in branches if branch is not None]


def _cell(branch: Branch) -> Spot | None:
    """The cell that a lane, a card or a marker stands in, the slot behind a card."""
    steps = [each for each in branch.path if isinstance(each.thing, Step)]
    lanes = [each for each in branch.path if isinstance(each.thing, Lane)]
    if not steps or not lanes:
        return None
    return Spot(lanes[0].thing.id, steps[0].key, branch.key if isinstance(branch.thing, Card) else "")
