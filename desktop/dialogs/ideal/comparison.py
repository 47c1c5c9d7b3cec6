"""Current and ideal held against each other: both maps, what differs in words, and how much better it feels."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.desk.ideal import Ideal
from desktop.dialogs.differences import chapters, summary
from desktop.dialogs.differencetree import THING, DifferenceTree
from desktop.dialogs.ideal.gapstrip import GapStrip
from desktop.dialogs.ideal.parting import Parting
from desktop.dialogs.ideal.views import MapViews
from desktop.dialogs.sidebyside import row_of
from desktop.layout.gains import feelings
from desktop.layout.names import name_of
from desktop.method.comparing import Comparison
from desktop.panels.onscreen import open_at
from desktop.panels.plaintext import plain
from desktop.panels.waiting import waiting
from desktop.preferences import USUAL_SHARES, Shares
from desktop.storage.assets import Assets

SIZE = (1280, 920)
COLUMN = 150
"""Px of each of the two columns in which values are told."""


class ComparisonDialog(QDialog):
    """printing(before, after): the comparison of these maps is to be printed. news(): what is new is to be shown.

    Alt with the arrow keys up and down walks from difference to difference. shares: how it was parted last, as
    `parts.shares` is when it ends.
    """

    printing = Signal(str, str)
    news = Signal()

    def __init__(
        self, ideal: Ideal, assets: Assets, parent: QWidget | None = None, shares: Shares = USUAL_SHARES
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("comparison")
        self._ideal = ideal
        self._words = ideal.desk.words
        self._found: Comparison | None = None
        self.setWindowTitle(self._words("comparison.dialog"))
        project = ideal.desk.project
        self.before, self.after = (self._choice(side) for side in ("before", "after"))
        self.beside, self.over = self._ways()
        self.views = MapViews(project, assets, self._words)
        self.gap = GapStrip(project.language, self._words)
        self.tree = DifferenceTree(self._words, COLUMN)
        self.told, self.note = plain("", "told"), plain("", "note")
        self._make_buttons()
        self._arrange()
        self._connect()
        open_at(self, *SIZE)
        self._begin(shares)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.tree.setFocus()
        self.views.fit()

    def refresh(self) -> None:
        """The comparison of the maps that are chosen, as they are now."""
        with waiting():
            found = self._ideal.between(self._id(self.before), self._id(self.after))
            self._found = found
            if found is None:
                self._show_none()
            else:
                self._show(found)

    def walk(self, way: int) -> None:
        """To the next difference (1) or the one before (-1), round at the ends."""
        rows = list(self._rows())
        if rows:
            current = self.tree.currentItem()
            at = rows.index(current) + way if current in rows else (0 if way > 0 else -1)
            self.tree.setCurrentItem(rows[at % len(rows)])

    def _begin(self, shares: Shares) -> None:
        """With the map shown and the one that it is compared with."""
        self.parts.share_out(shares)
        pair = self._ideal.pair() or ("", "")
        for box, chosen in zip((self.before, self.after), pair, strict=True):
            box.blockSignals(True)
            box.setCurrentIndex(max(0, box.findData(chosen)))
            box.blockSignals(False)
        self.refresh()

    def _show(self, found: Comparison) -> None:
        counts = [text for _, text in summary(found.differences, self._words)]
        self.views.show_comparison(found)
        self.tree.show_chapters(chapters(found.differences, self._words))
        self.gap.show_feelings(tuple(feelings(found, self._ideal.desk.project, self._words)))
        self._tell("" if counts else self._words("comparison.same"), " · ".join(counts))
        news = self._ideal.news(found.other.id)
        count = len(news.things) if news and news.source.id == found.one.id else 0
        self.new.setText(self._words("comparison.news").format(count=count))
        self.new.setVisible(bool(count))
        self.print.setEnabled(True)
        self._follow(None)

    def _show_none(self) -> None:
        self.views.clear()
        self.tree.clear()
        self.gap.show_feelings(())
        self.new.hide()
        self.print.setEnabled(False)
        self.bring.setEnabled(False)
        self._tell(self._words("comparison.choose"), "")

    def _tell(self, note: str, told: str) -> None:
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.told.setText(told)
        self.told.setVisible(bool(told))
        for button in (self.previous, self.next):
            button.setEnabled(bool(told))

    def _rows(self) -> Iterator[QTreeWidgetItem]:
        items = (self.tree.topLevelItem(number) for number in range(self.tree.topLevelItemCount()))
        return (item for item in items if item is not None and item.data(0, THING))

    def _follow(self, item: QTreeWidgetItem | None) -> None:
        thing = self._thing(item)
        self.views.look_at(thing)
        self.bring.setEnabled(self._may_come(thing))

    def _thing(self, item: QTreeWidgetItem | None) -> str:
        return str(item.data(0, THING) or "") if item is not None else ""

    def _may_come(self, thing: str) -> bool:
        """Whether it is something of the earlier map that the other, which was derived from it, has not."""
        found = self._found
        if found is None or found.other.origin != found.one.id or self._ideal.desk.session.read_only:
            return False
        gone = {each.thing.id for each in found.differences if each.code == "removed" and each.thing.what != "link"}
        return thing in gone

    def _bring(self) -> None:
        thing, found = self._thing(self.tree.currentItem()), self._found
        if found is not None and self._may_come(thing) and self._ideal.bring_over(found.other.id, {thing}):
            self.refresh()

    def _pick(self, thing: str) -> None:
        row = next((item for item in self._rows() if item.data(0, THING) == thing), None)
        if row is not None:
            self.tree.setCurrentItem(row)

    def _print(self) -> None:
        self.printing.emit(self._id(self.before), self._id(self.after))

    def _lay_over(self, over: bool) -> None:
        """What is looked at stays in sight."""
        self.views.lay_over(over)
        self.views.look_at(self._thing(self.tree.currentItem()))

    def _turn(self) -> None:
        """The one map in place of the other."""
        before, after = self.before.currentIndex(), self.after.currentIndex()
        self.before.setCurrentIndex(after)
        self.after.setCurrentIndex(before)

    def _next(self) -> None:
        self.walk(1)

    def _previous(self) -> None:
        self.walk(-1)

    def _id(self, box: QComboBox) -> str:
        return str(box.currentData() or "")

    def _choice(self, side: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self._words(f"comparison.{side}"))
        for one in self._ideal.maps:
            status = name_of("tab", one.status, self._words)
            title = one.title or self._ideal.desk.project.title or self._words("project.untitled")
            box.addItem(f"{title} · {status}", one.id)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(26)
        return box

    def _ways(self) -> tuple[QPushButton, QPushButton]:
        self._group = QButtonGroup(self)
        beside, over = (self._button(name) for name in ("beside", "over"))
        for button in (beside, over):
            button.setCheckable(True)
            self._group.addButton(button)
        beside.setChecked(True)
        return beside, over

    def _make_buttons(self) -> None:
        self.turn, self.bring, self.new, self.print = (self._button(name) for name in ("turn", "bring", "new", "print"))
        self.next, self.previous = (self._button(name) for name in ("next", "previous"))
        self.print.setObjectName("strong")
        self.close_button = QPushButton(self._words("answer.close"))
        self.close_button.setAutoDefault(False)

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self._words(f"comparison.{name}"))
        button.setToolTip(self._words(f"comparison.{name}_tip"))
        button.setAutoDefault(False)
        return button

    def _connect(self) -> None:
        for box in (self.before, self.after):
            box.currentIndexChanged.connect(self.refresh)
        self.over.toggled.connect(self._lay_over)
        self.tree.currentItemChanged.connect(self._follow)
        self.views.picked.connect(self._pick)
        verbs: tuple[tuple[QPushButton, Callable[[], object]], ...] = (
            *((self.turn, self._turn), (self.bring, self._bring), (self.print, self._print)),
            *((self.next, self._next), (self.previous, self._previous), (self.close_button, self.reject)),
        )
        for button, verb in verbs:
            button.clicked.connect(verb)
        self.new.clicked.connect(self.news)
        for keys, step in (("Alt+Down", self._next), ("Alt+Up", self._previous)):
            QShortcut(QKeySequence(keys), self, step)

    def _arrange(self) -> None:
        ways = QHBoxLayout()
        ways.setSpacing(0)
        ways.addWidget(self.beside)
        ways.addWidget(self.over)
        top = row_of(self.before, self.turn, self.after, None)
        top.addLayout(ways)
        differing = QWidget()
        listed = QVBoxLayout(differing)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(8)
        listed.addLayout(row_of(self.told, self.note, None, self.previous, self.next))
        listed.addWidget(self.tree, 1)
        self.parts = Parting(self.views, differing, self.gap)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self.parts, 1)
        column.addLayout(row_of(self.bring, self.new, None, self.close_button, self.print))
