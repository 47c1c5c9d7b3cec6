"""The pages of the dialog: goals with a bar for their progress, metrics with their chart, and all formulas."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from desktop.desk.desk import Desk
from desktop.desk.measuring import Measuring
from desktop.dialogs.measures.chart import Chart
from desktop.dialogs.measures.reckoner import Reckoner, worded_expression
from desktop.dialogs.sideroster import SideRoster
from desktop.layout.style import Words
from desktop.method.formulas import FORMULAS, Formula
from desktop.panels.inspector.field import Caption
from desktop.panels.people import goals_of
from desktop.panels.rolls import METRICS


class GoalsPage(QWidget):
    """How far a goal is stands over its fields."""

    def __init__(self, desk: Desk, verbs: Measuring) -> None:
        super().__init__()
        self._verbs = verbs
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(desk.words("field.progress"))
        self.told = Caption()
        self.roster = SideRoster(desk, goals_of(desk), self._show)
        self.roster.main.insertWidget(0, self.bar)
        self.roster.main.insertWidget(1, self.told)
        self.setLayout(self.roster.beside())

    def _show(self) -> None:
        goal = self._verbs.goal(self.roster.current)
        found = self._verbs.progress(goal) if goal else None
        self.bar.setVisible(found is not None)
        self.told.setVisible(goal is not None)
        if found is not None:
            self.bar.setValue(round(100 * found.shown))
        if goal is not None:
            self.told.setText(self._verbs.told(goal))


class MetricsPage(QWidget):
    """The chart over the fields; below them a reading from what was counted."""

    def __init__(self, desk: Desk, verbs: Measuring) -> None:
        super().__init__()
        self._verbs = verbs
        self.chart = Chart(desk.words)
        self.reckoner = Reckoner(verbs, desk.words)
        self.roster = SideRoster(desk, METRICS, self._show)
        self.roster.main.insertWidget(0, self.chart)
        self.roster.main.addWidget(self.reckoner)
        self.reckoner.taken.connect(self._take)
        self.setLayout(self.roster.beside())

    def _show(self) -> None:
        metric = self._verbs.metric(self.roster.current)
        self.chart.setVisible(metric is not None)
        self.reckoner.show_metric(metric)
        if metric is not None:
            self.chart.show_metric(metric)

    def _take(self, date: str, value: float) -> None:
        self.roster.commit()
        self._verbs.take(self.roster.current, date, value)


class FormulasPage(QScrollArea):
    """Every kind of metric: how it is computed, which way is better, and who defined it."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setObjectName("inside")
        column = QVBoxLayout(inner)
        column.setContentsMargins(2, 2, 12, 2)
        column.setSpacing(4)
        for formula in FORMULAS.values():
            for label in _described(formula, words):
                column.addWidget(label)
            column.addSpacing(12)
        column.addStretch(1)
        self.setWidget(inner)


def _described(formula: Formula, words: Words) -> tuple[QLabel, QLabel, QLabel]:
    name = QLabel(words(f"formula.{formula.kind}"))
    name.setObjectName("section")
    expression = QLabel(f"{worded_expression(formula, words)} · {words(f'measures.{formula.direction}')}")
    for label in (name, expression):
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
    return name, expression, Caption(formula.source)
