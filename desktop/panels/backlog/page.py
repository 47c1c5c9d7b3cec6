"""The pages of the window: a table of each kind, for opportunities beside the matrix."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from desktop.desk.backlog import Backlog
from desktop.document.keyed import find
from desktop.document.locate import stage_of
from desktop.layout.names import name_of
from desktop.method.backlog import CLOSED
from desktop.method.ranking import weighs
from desktop.method.tactics import Clash
from desktop.panels.backlog.matrix import Matrix
from desktop.panels.backlog.table import Table
from desktop.panels.backlog.weights import WeightsPart

MATRIX, TABLE = 472, 864
"""Px of width at first."""

TOLD = 3
"""Contradictions that are told one by one."""


class Page(QWidget):
    """A table of one kind, or a sentence where there is nothing to show."""

    def __init__(self, backlog: Backlog, kind: str) -> None:
        super().__init__()
        self.kind = kind
        self._backlog = backlog
        self.table = Table(backlog, kind)
        self.empty = QLabel(backlog.desk.words(f"backlog.empty.{kind}"))
        self.empty.setObjectName("told")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self._arrange()

    def follow(self) -> None:
        """Shows the backlog as it is now."""
        self.table.follow(shown=False)
        self._stack.setCurrentWidget(self.table if self.table.lines.lines else self.empty)

    @property
    def told(self) -> str:
        """How many there are and in which order they stand; "" where there is none."""
        cards = [line.card for line in self.table.lines.lines]
        closed = sum(card.status in CLOSED for card in cards)
        factored = self.kind == "opportunity" and weighs(cards, self._backlog.project.weights)
        said = self._backlog.desk.words("backlog.told.weighed" if factored else f"backlog.told.{self.kind}")
        return said.format(open=len(cards) - closed, done=closed, count=len(cards)) if cards else ""

    def select(self, card: str) -> None:
        """Selects a card without telling."""
        self.table.select([card])

    def take_focus(self) -> None:
        """The table has the keyboard, on its first row where it was on none; the focus alone makes a cell the current
        one, and selects nothing."""
        self.table.setFocus()
        if not self.table.cards and self.table.lines.lines:
            self.table.select([self.table.lines.lines[0].card.id])

    def _arrange(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._stacked(), 1)

    def _stacked(self) -> QWidget:
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        return holder


class TacticsPage(Page):
    """With what contradicts each other above."""

    def follow(self) -> None:
        """Shows the backlog as it is now, and looks for contradictions."""
        super().follow()
        clashes = self._backlog.clashes
        words = self._backlog.desk.words
        told = [self._said(clash) for clash in clashes[:TOLD]]
        if len(clashes) > TOLD:
            told.append(words("backlog.clash_more").format(count=len(clashes) - TOLD))
        self.clashes.setText("\n".join(told) or words("backlog.clash_none"))
        self.clashes.setProperty("warned", bool(clashes))
        self.clashes.style().polish(self.clashes)
        self.clashes.setVisible(bool(self.table.lines.lines))

    def _said(self, clash: Clash) -> str:
        backlog, words = self._backlog, self._backlog.desk.words
        form = name_of("tactic", clash.first.tactic.form, words) if clash.first.tactic else ""
        return words("backlog.clash").format(
            first=backlog.name(clash.first.id),
            second=backlog.name(clash.second.id),
            form=form,
            segment=clash.segment or words("backlog.everybody"),
            place=self._place(clash),
        )

    def _place(self, clash: Clash) -> str:
        """The touchpoint, else the step."""
        journey = self._backlog.journey
        stage = stage_of(journey, clash.step) if journey else None
        step = find(stage.steps, clash.step) if stage else None
        title = step.title if step else ""
        return self._backlog.name(clash.touchpoint) if clash.touchpoint else f"“{title}”"

    def _arrange(self) -> None:
        super()._arrange()
        self.clashes = QLabel()
        self.clashes.setObjectName("clashes")
        self.clashes.setTextFormat(Qt.TextFormat.PlainText)
        self.clashes.setWordWrap(True)
        self._column.insertWidget(0, self.clashes)


class MatrixPage(Page):
    """Opportunities: the matrix with the weights below it, and the table."""

    def follow(self) -> None:
        """Shows the backlog as it is now."""
        super().follow()
        self.weights.follow()
        self.table.follow(shown=self.weights.open)
        self.matrix.follow()
        self._left.setVisible(bool(self.table.lines.lines))

    def select(self, card: str) -> None:
        """Selects an opportunity in both, without telling."""
        super().select(card)
        self.matrix.select(card if self.table.lines.row_of(card) >= 0 else "")

    def take_focus(self) -> None:
        """The table has the keyboard; keys of the matrix need its own."""
        super().take_focus()
        self.matrix.select(next(iter(self.table.cards), ""))

    def _arrange(self) -> None:
        self.matrix, self.weights = Matrix(self._backlog), WeightsPart(self._backlog)
        self.weights.turned.connect(self._show_factors)
        keys = QLabel(self._backlog.desk.words("backlog.keys"))
        keys.setObjectName("note")
        keys.setWordWrap(True)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 12, 0)
        left.setSpacing(8)
        left.addWidget(self.matrix, 1)
        left.addWidget(keys)
        left.addWidget(self.weights)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.addWidget(self._left)
        both.addWidget(self._stacked())
        both.setSizes([MATRIX, TABLE])
        both.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(both)

    def _show_factors(self) -> None:
        self.table.follow(shown=self.weights.open)


PAGES = (("pain", Page), ("tactic", TacticsPage), ("experiment", Page))
"""Those behind the opportunities, in the order of the tabs."""
