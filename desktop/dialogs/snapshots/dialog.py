"""Snapshots beside the map on which is drawn what has changed since, and the same in words below it."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.desk.snapshots import NOW, Snapshots
from desktop.dialogs.differences import chapters, summary
from desktop.dialogs.differencetree import THING, DifferenceTree
from desktop.dialogs.sidebyside import row_of
from desktop.dialogs.snapshots.marks import marks_of
from desktop.dialogs.snapshots.rows import Row, SnapshotList
from desktop.dialogs.snapshots.view import ChangesView
from desktop.document.difference import Difference
from desktop.document.journey import Snapshot
from desktop.document.together import together
from desktop.layout.dates import worded
from desktop.panels.onscreen import open_at
from desktop.panels.plaintext import plain
from desktop.panels.waiting import waiting
from desktop.storage.assets import Assets

SIZE = (1200, 800)
COLUMN = 250
"""Px of each of the two columns in which values are told."""


class SnapshotsDialog(QDialog):
    """Alt with the arrow keys up and down walks from change to change, wherever the focus is.

    wanted(id): what has changed since this snapshot is to be shown on the map itself.
    """

    wanted = Signal(str)

    def __init__(self, snapshots: Snapshots, assets: Assets, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("snapshots")
        self._snapshots = snapshots
        self._words = snapshots.desk.words
        self._uncounted: list[Snapshot] = []
        self.setWindowTitle(self._words("snapshots.dialog"))
        self.list = SnapshotList(self._words("snapshots.list"))
        self.view = ChangesView(snapshots.desk.project, assets)
        self.view.setAccessibleName(self._words("snapshots.map"))
        self.tree = DifferenceTree(self._words, COLUMN)
        self.until = QComboBox()
        self.until.setAccessibleName(self._words("snapshots.until"))
        self.since, self.told, self.note = plain("", "section"), plain("", "told"), plain("", "note")
        self._make_buttons()
        self._arrange()
        self._connect()
        open_at(self, *SIZE)
        self._counting = QTimer(self, singleShot=True, interval=0)
        self._counting.timeout.connect(self._count_next)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list.setFocus()
        self.view.fit()
        self._counting.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._counting.stop()
        super().hideEvent(event)

    def refresh(self, chosen: str = "") -> None:
        """The snapshots there are now; the comparison stays, as far as both of its sides are there."""
        kept, until = self._snapshots.kept, str(self.until.currentData() or NOW)
        self.list.show_rows([self._row(each) for each in kept], chosen or self.list.chosen)
        self.until.blockSignals(True)
        self.until.clear()
        self.until.addItem(self._words("snapshots.now"), NOW)
        for each in kept:
            self.until.addItem(self._snapshots.title(each.id), each.id)
        self.until.setCurrentIndex(max(0, self.until.findData(until)))
        self.until.blockSignals(False)
        self._uncounted = list(kept)
        self._counting.start()
        self._show_comparison()

    def walk(self, way: int) -> None:
        """To the next change (1) or the one before (-1), round at the ends."""
        rows = [item for item in self._rows() if item.data(0, THING)]
        if rows:
            current = self.tree.currentItem()
            at = rows.index(current) + way if current in rows else (0 if way > 0 else -1)
            self.tree.setCurrentItem(rows[at % len(rows)])

    def _rows(self) -> Iterator[QTreeWidgetItem]:
        items = (self.tree.topLevelItem(number) for number in range(self.tree.topLevelItemCount()))
        return (item for item in items if item is not None)

    def _row(self, snapshot: Snapshot) -> Row:
        readable = self._snapshots.is_readable(snapshot.id)
        facts = worded(snapshot.date, self._words) if readable else self._words("snapshots.spoilt")
        return Row(snapshot.id, self._snapshots.title(snapshot.id), facts, spoilt=not readable)

    def _count_next(self) -> None:
        """How much has changed since one snapshot, then whatever else is waiting, then the next one."""
        if not self._uncounted:
            return
        snapshot = self._uncounted.pop(0)
        differences = self._snapshots.between(snapshot.id, NOW)
        if differences is not None:
            parts = worded(snapshot.date, self._words), self._counted(differences)
            self.list.tell(snapshot.id, "\n".join(filter(None, parts)))
        self._counting.start()

    def _counted(self, differences: tuple[Difference, ...]) -> str:
        counts = [text for _, text in summary(differences, self._words)]
        return ", ".join(counts) or self._words("snapshots.same")

    def _show_comparison(self) -> None:
        """What was done between the chosen snapshot and the one that it is compared with."""
        chosen, until = self.list.chosen, str(self.until.currentData() or NOW)
        self.since.setText(self._words("snapshots.since").format(title=self._snapshots.title(chosen)) if chosen else "")
        open_to_edits = not self._snapshots.desk.session.read_only
        self.take.setEnabled(open_to_edits)
        for button in (self.restore, self.rename, self.remove):
            button.setEnabled(bool(chosen) and open_to_edits)
        self.on_map.setEnabled(bool(chosen))
        with waiting():
            before, after = self._snapshots.state(chosen), self._snapshots.state(until)
            differences = self._snapshots.between(chosen, until)
            if before is None or after is None or differences is None:
                self._show_unreadable()
                return
            map_id = after.maps[0].id
            both = after.model_copy(update={"maps": (together(before.maps[0], after.maps[0]),)})
            self.view.show_changes(both, map_id, marks_of(differences, self._words))
            self.tree.show_chapters(chapters(differences, self._words))
        self._tell(self._words("snapshots.none") if not self._snapshots.kept else "", self._counted(differences))

    def _show_unreadable(self) -> None:
        self.on_map.setEnabled(False)
        self.restore.setEnabled(False)
        self.view.clear_scene()
        self.tree.clear()
        self._tell(self._words("snapshots.unreadable"), "")

    def _tell(self, note: str, told: str) -> None:
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.told.setText("" if note else told)

    def _follow(self, item: QTreeWidgetItem | None) -> None:
        self.view.look_at(str(item.data(0, THING) or "") if item is not None else "")

    def _pick(self, thing: str) -> None:
        row = next((item for item in self._rows() if item.data(0, THING) == thing), None)
        if row is not None:
            self.tree.setCurrentItem(row)

    def _take(self) -> None:
        if self._snapshots.take():
            self.refresh(self._snapshots.kept[0].id)
            self.list.setFocus()

    def _rename(self) -> None:
        if self.rename.isEnabled():
            self.list.rename()

    def _note_title(self, snapshot_id: str, title: str) -> None:
        self._snapshots.rename(snapshot_id, title)
        QTimer.singleShot(0, self, self.refresh)  # the row is still being written

    def _remove(self) -> None:
        chosen = self.list.chosen
        if chosen and self.remove.isEnabled():
            ids = [each.id for each in self._snapshots.kept]
            at = ids.index(chosen) if chosen in ids else 0  # the file may have been taken up anew meanwhile
            beside = [*ids[at + 1 :], *ids[:at][-1:]]
            self._snapshots.remove(chosen)
            self.refresh(next(iter(beside), ""))

    def _restore(self) -> None:
        if self.list.chosen and self._snapshots.restore(self.list.chosen):
            self.accept()

    def _want(self) -> None:
        if self.list.chosen:
            self.accept()
            self.wanted.emit(self.list.chosen)

    def _next(self) -> None:
        self.walk(1)

    def _previous(self) -> None:
        self.walk(-1)

    def _make_buttons(self) -> None:
        self.take, self.rename, self.remove = (self._button(name) for name in ("take", "rename", "remove"))
        self.restore, self.next, self.previous = (self._button(name) for name in ("restore", "next", "previous"))
        self.on_map = self._button("on_map")
        self.restore.setObjectName("strong")
        self.close_button = QPushButton(self._words("answer.close"))
        self.close_button.setAutoDefault(False)

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self._words(f"snapshots.{name}"))
        button.setToolTip(self._words(f"snapshots.{name}_tip"))
        button.setAutoDefault(False)
        return button

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._show_comparison)
        self.list.renaming.connect(self._rename)
        self.list.removing.connect(self._remove)
        self.list.renamed.connect(self._note_title)
        self.until.currentIndexChanged.connect(self._show_comparison)
        self.tree.currentItemChanged.connect(self._follow)
        self.view.picked.connect(self._pick)
        pairs = (
            *(
                (self.take, self._take),
                (self.rename, self._rename),
                (self.remove, self._remove),
                (self.on_map, self._want),
            ),
            *((self.restore, self._restore), (self.next, self._next), (self.previous, self._previous)),
        )
        for button, verb in (*pairs, (self.close_button, self.reject)):
            button.clicked.connect(verb)
        for keys, verb in (("Alt+Down", self._next), ("Alt+Up", self._previous)):
            QShortcut(QKeySequence(keys), self, verb)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(self._side())
        row.addLayout(self._comparison(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addLayout(row, 1)
        column.addLayout(row_of(self.rename, self.remove, None, self.close_button, self.on_map, self.restore))

    def _side(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        column.addWidget(self.take)
        return column

    def _comparison(self) -> QVBoxLayout:
        self.parts = QSplitter(Qt.Orientation.Vertical)
        self.parts.addWidget(self.view)
        self.parts.addWidget(self.tree)
        self.parts.setSizes([400, 230])
        self.parts.setChildrenCollapsible(False)
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addLayout(row_of(self.since, self.until, None, self.told, self.previous, self.next))
        column.addWidget(self.note)
        column.addWidget(self.parts, 1)
        return column
