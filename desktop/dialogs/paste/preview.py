"""Asks what goes where before a range of cells is pasted: Enter pastes, and all is one undo step."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.desk.desk import Desk
from desktop.desk.pasting import Pasting
from desktop.desk.tableplan import Plan, Planner
from desktop.dialogs.buttons import answers
from desktop.dialogs.paste.goals import Choice, GoalWords
from desktop.dialogs.paste.grid import CardCell, Cells, Heads
from desktop.document.edits.paste_table import LaneGoal, NewLane, NewStep, StepGoal
from desktop.document.journey import JourneyMap
from desktop.exchange.tables import Table
from desktop.panels.swatches import swatch
from desktop.resources import style

ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
WINDOW = (1000, 620)
"""Px."""


class Grid(QTableView):
    """The cells; letters are keys of the dialog, not a search."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter is left to the dialog."""
        if event.text().strip() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


class PastePreview(QDialog):
    """Shows a table, as long as its rows, as it would be pasted at the desk's dashed slot."""

    def __init__(
        self, desk: Desk, journey: JourneyMap, planner: Planner, table: Table, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        words = desk.words
        self._desk = desk
        self._planner = planner
        self._goals = GoalWords(journey, words)
        self._style = style("screen", desk.project.brand.accent)
        self.cells = Cells(planner.plan(table), self._goals, self)
        self.grid = Grid(self)
        self.steps_above, self.lanes_before, self.split = (
            QCheckBox(words(f"paste.{name}")) for name in ("steps_above", "lanes_before", "split")
        )
        self.setObjectName("pasting")
        self.turn = QPushButton(words("paste.turn"))
        self.menu = QMenu(self)
        self.menu.triggered.connect(self._take)
        self._offered: list[Choice] = []
        self._asked = (DOWN, 0)
        self.told = QLabel()
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.setWindowTitle(words("paste.title").format(rows=len(table), columns=len(table[0])))
        self._dress_grid()
        self._arrange()
        self._connect()
        self._show()
        self.resize(*WINDOW)
        self.grid.setFocus()

    @property
    def plan(self) -> Plan:
        """As it is read now."""
        return self.cells.plan

    def accept(self) -> None:
        """Pastes, where it is possible; else it is said at the foot already."""
        if self.go.isEnabled():
            super().accept()
            Pasting(self._desk).cells(self.plan)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """L, S and T: the lane of the row, the step of the column, the other way round."""
        at = self.grid.currentIndex()
        verbs: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_T: self._turn,
            Qt.Key.Key_L: partial(self._offer_lanes, at.row()),
            Qt.Key.Key_S: partial(self._offer_steps, at.column()),
        }
        verb = verbs.get(Qt.Key(event.key()))
        if verb is None or event.modifiers():
            super().keyPressEvent(event)
        elif at.isValid() or event.key() == Qt.Key.Key_T:
            verb()

    def _dress_grid(self) -> None:
        grid, words = self.grid, self._desk.words
        grid.setObjectName("pastegrid")
        grid.setAccessibleName(words("paste.grid"))
        grid.setModel(self.cells)
        grid.setItemDelegate(CardCell(self._style, words, grid))
        grid.setHorizontalHeader(Heads(ACROSS, words, grid))
        grid.setVerticalHeader(Heads(DOWN, words, grid))
        grid.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        grid.setShowGrid(False)
        grid.setTabKeyNavigation(False)
        grid.setCornerButtonEnabled(False)
        grid.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        grid.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def _arrange(self) -> None:
        words = self._desk.words
        top = QHBoxLayout()
        top.setSpacing(20)
        for choice in (self.steps_above, self.lanes_before, self.split):
            top.addWidget(choice)
        top.addStretch(1)
        top.addWidget(self.turn)
        self.turn.setAutoDefault(False)
        hint = QLabel(words("paste.hint"))
        hint.setObjectName("quiet")
        box = answers(self, "paste.go", words)
        self.go = box.buttons()[0]
        foot = QHBoxLayout()
        foot.addWidget(self.told, 1)
        foot.addWidget(box)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self.grid, 1)
        column.addWidget(hint)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.turn.clicked.connect(self._turn)
        for choice in (self.steps_above, self.lanes_before, self.split):
            choice.clicked.connect(self._read)
        self.grid.horizontalHeader().sectionClicked.connect(self._offer_steps)
        self.grid.verticalHeader().sectionClicked.connect(self._offer_lanes)

    def _show(self) -> None:
        """The plan as it is now, and what is said of it."""
        plan = self.plan
        self.steps_above.setChecked(plan.steps_above)
        self.lanes_before.setChecked(plan.lanes_before)
        self.split.setChecked(plan.split)
        for row in range(self.cells.rowCount()):
            self.grid.setRowHeight(row, self.cells.height(row))
        self.grid.horizontalHeader().setDefaultSectionSize(self.grid.horizontalHeader().sizeHint().width())
        self.grid.setCurrentIndex(self.cells.index(0, 0))
        self._tell()

    def _tell(self) -> None:
        refused = Pasting(self._desk).refusal(self.plan)
        self.told.setText(refused or self._goals.summary(self.plan))
        self.told.setProperty("warned", bool(refused))
        self.told.style().polish(self.told)
        self.go.setEnabled(not refused and self.plan.count() > 0)

    def _read(self) -> None:
        """What is ticked says how the table is read."""
        plan = self.plan
        heads = {
            "steps_above": self.steps_above.isChecked() and len(plan.rows) > 1,
            "lanes_before": self.lanes_before.isChecked() and len(plan.rows[0]) > 1,
        }
        split = self.split.isChecked()
        if (plan.steps_above, plan.lanes_before) == tuple(heads.values()):
            self.cells.show_plan(replace(plan, split=split))
        else:
            self.cells.show_plan(self._planner.read(plan.table, round_=plan.turned, split=split, **heads))
        self._show()

    def _turn(self) -> None:
        plan = self.plan
        heads = {"steps_above": plan.lanes_before, "lanes_before": plan.steps_above}
        self.cells.show_plan(self._planner.read(plan.table, round_=not plan.turned, split=plan.split, **heads))
        self._show()

    def _offer_lanes(self, row: int) -> None:
        heading, now = self.plan.lane_names[row], self.plan.goals.lanes[row]
        self._asked = (DOWN, row)
        self._begin_menu()
        code = "paste.new_lane" if heading else "paste.new_lane_kind"
        self._fill(self.menu.addMenu(self._desk.words(code).format(title=heading)), self._goals.new_lanes(heading), now)
        self._fill(self.menu, self._goals.lanes(), now)
        self._end_menu(now)
        side = self.grid.verticalHeader()
        y = side.sectionViewportPosition(row) + side.sectionSize(row) - 4
        self.menu.popup(side.viewport().mapToGlobal(QPoint(8, y)))

    def _offer_steps(self, column: int) -> None:
        heading, now = self.plan.step_names[column], self.plan.goals.steps[column]
        self._asked = (ACROSS, column)
        self._begin_menu()
        self._fill(self.menu, self._goals.steps(heading), now)
        self._end_menu(now)
        top = self.grid.horizontalHeader()
        self.menu.popup(top.viewport().mapToGlobal(QPoint(top.sectionViewportPosition(column) + 4, top.height())))

    def _begin_menu(self) -> None:
        self.menu.clear()
        self._offered = []

    def _end_menu(self, now: LaneGoal | StepGoal) -> None:
        self.menu.addSeparator()
        self._fill(self.menu, (Choice(self._desk.words("paste.leave_out"), ""),), now)

    def _fill(self, menu: QMenu, choices: Iterable[Choice], now: LaneGoal | StepGoal) -> None:
        """One entry a choice; the one that holds now is ticked and current."""
        for choice in choices:
            action = QAction(choice.words.replace("&", "&&"), menu)
            if choice.kind:
                look = self._style.kind(choice.kind)
                action.setIcon(swatch(look.edge, look.fill))
            action.setData(len(self._offered))
            action.setCheckable(choice.goal == now)
            action.setChecked(choice.goal == now)
            self._offered.append(choice)
            menu.addAction(action)
            if choice.goal == now:
                menu.setActiveAction(action)

    def _take(self, action: QAction) -> None:
        """The choice for the row or column that was asked about."""
        number = action.data()
        if not isinstance(number, int):
            return
        (way, section), goal = self._asked, self._offered[number].goal
        if way == DOWN and not isinstance(goal, NewStep):
            plan = self.plan.with_lane(section, goal)
        elif not isinstance(goal, NewLane):
            plan = self.plan.with_step(section, goal)
        else:
            return
        at = self.grid.currentIndex()
        self.cells.show_plan(plan)
        self._show()
        self.grid.setCurrentIndex(self.cells.index(at.row(), at.column()))


def previewer(desk: Desk, parent: QWidget) -> Callable[[Table], None]:
    """Opens a preview of a table over a window; nothing where there is no map to paste into."""

    def preview(table: Table) -> None:
        planner = Pasting(desk).planner()
        if planner is not None and desk.journey is not None:
            dialog = PastePreview(desk, desk.journey, planner, table, parent)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    return preview
