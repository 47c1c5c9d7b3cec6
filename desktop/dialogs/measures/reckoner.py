"""A reading from what was counted: a field for each number of the formula, the date, and what comes of it."""

import re
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from desktop.desk.measuring import Measuring
from desktop.document.project import Metric
from desktop.layout.measures import NO_BREAK, number_text
from desktop.layout.style import Words
from desktop.method.formulas import FORMULAS, Formula
from desktop.panels.inspector import codecs
from desktop.panels.inspector.codecs import Codec
from desktop.panels.inspector.field import Caption, UnfitError

COLUMNS = 3
_NAME = re.compile(r"[a-z_]+")


class Reckoner(QWidget):
    """Shown for metrics whose kind has a formula. `taken` is emitted with date and value."""

    taken = Signal(str, float)

    def __init__(self, verbs: Measuring, words: Words) -> None:
        super().__init__()
        self._verbs = verbs
        self._words = words
        self._formula: Formula | None = None
        self._unit = ""
        self.fields: list[QLineEdit] = []
        self._captions: list[Caption] = []
        self.date = QLineEdit()
        self.outcome = Caption()
        self.expression = Caption()
        self.go = QPushButton(words("measures.take"))
        self.go.setAutoDefault(False)
        self.go.clicked.connect(self._take)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 8, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._heading = QLabel(words("measures.reckon"))
        self._heading.setObjectName("section")
        self._grid.addWidget(self._heading, 0, 0, 1, COLUMNS)
        self._grid.addWidget(self.expression, 1, 0, 1, COLUMNS)
        self._grid.addWidget(_caption(words("measures.date"), self.date), 4, 0)
        self._grid.addWidget(self.date, 5, 0)
        self._grid.addWidget(self.outcome, 5, 1)
        self._grid.addWidget(self.go, 5, 2)
        self.date.setPlaceholderText(words("hint.date"))
        self.date.textChanged.connect(self._show_outcome)

    def show_metric(self, metric: Metric | None) -> None:
        """The fields are those of its kind's formula; what was typed stays while the formula does."""
        formula = FORMULAS.get(metric.kind) if metric else None
        self.setVisible(formula is not None)
        if formula is not None and formula is not self._formula:
            self._make_fields(formula)
        self._formula = formula
        self._unit = metric.unit if metric else ""
        self._show_outcome()

    @property
    def value(self) -> float | None:
        """What comes of the numbers; None where they make no figure."""
        numbers = [_read(field.text(), codecs.NUMBER) for field in self.fields]
        return self._verbs.computed(self._formula.kind, numbers) if self._formula else None

    def _make_fields(self, formula: Formula) -> None:
        for old in (*self._captions, *self.fields):
            self._grid.removeWidget(old)
            old.deleteLater()
        self.fields, self._captions = [], []
        for column, name in enumerate(formula.inputs):
            field = QLineEdit()
            field.textChanged.connect(self._show_outcome)
            caption = _caption(self._words(f"input.{name}"), field)
            self._captions.append(caption)
            self._grid.addWidget(caption, 2, column)
            self._grid.addWidget(field, 3, column)
            self.fields.append(field)
        self.expression.setText(worded_expression(formula, self._words))

    def _show_outcome(self) -> None:
        value, dated = self.value, _read(self.date.text(), codecs.DATE)
        unit = self._formula.unit if self._formula else ""
        shown = "" if value is None else number_text(value) + (f"{NO_BREAK}{unit}" if unit not in ("", "money") else "")
        wrong = value is None and all(field.text().strip() for field in self.fields)
        self.outcome.setText(self._words("measures.no_figure") if wrong else f"= {shown}" if shown else "")
        if shown and not self._fits(unit):
            self.outcome.setText(self._words("measures.other_unit").format(figure=shown, unit=self._unit))
        self.go.setEnabled(value is not None and bool(dated) and self._fits(unit))

    def _fits(self, unit: str) -> bool:
        """Whether figures in this unit may stand among the metric's readings."""
        return unit in ("", "money") or self._unit in ("", unit)

    def _take(self) -> None:
        value, dated = self.value, _read(self.date.text(), codecs.DATE)
        if value is not None and dated:
            self.taken.emit(dated, value)
            for field in self.fields:
                field.clear()


def worded_expression(formula: Formula, words: Words) -> str:
    """The formula with its inputs as they are called: “conversions ÷ visitors × 100”."""
    called = {name: words(f"input.{name}") for name in formula.inputs}
    return _NAME.sub(lambda found: called.get(found[0], found[0]), formula.expression)


def _caption(text: str, field: QLineEdit) -> Caption:
    field.setAccessibleName(text)
    caption = Caption(text)
    caption.setBuddy(field)
    return caption


def _read(text: str, codec: Codec) -> Any:
    """None for what is no value."""
    try:
        return codec.read(text)
    except UnfitError:
        return None
