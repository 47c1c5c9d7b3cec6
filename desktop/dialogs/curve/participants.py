"""A curve from a workshop: at every step the values that the participants call out, and what they come to."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.desk.curve import CurveVerbs
from desktop.dialogs.buttons import answers, press_focused
from desktop.dialogs.curve.pieces import figures, form, told, whose
from desktop.dialogs.curve.valuefield import ValueField
from desktop.document.journey import Step
from desktop.document.locate import steps_in_order
from desktop.layout.names import counted
from desktop.layout.style import Words
from desktop.method.feelings import read_values

WIDTH, HEIGHT = 720, 640
FIGURES = (46, 56, 64)
"""Px of the columns for n, feeling and spread."""


class ParticipantsDialog(QDialog):
    """`texts` are what was given, by step; every line shows at once what it comes to, or which word is no feeling."""

    def __init__(self, verbs: CurveVerbs, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("participants")
        self.setWindowTitle(words("curve.participants"))
        self._verbs = verbs
        self._words = words
        self.lane, self.persona = whose(verbs, words)
        self.source = QLineEdit(words("curve.workshop"))
        self.source.setAccessibleName(words("curve.source"))
        journey = verbs.desk.journey
        self._steps = steps_in_order(journey) if journey else []
        self.fields = {step.id: self._field(step) for step in self._steps}
        self._figures = {step.id: tuple(_figure() for _ in FIGURES) for step in self._steps}
        self.note = told("", "note")
        self.go = self._arrange()
        self._show_kept()
        for box in (self.lane, self.persona):
            box.currentIndexChanged.connect(self._show_kept)
        if self._steps:
            self.fields[self._steps[0].id].setFocus()

    @property
    def texts(self) -> Mapping[str, str]:
        """What stands in the lines, by step."""
        return {step: field.text() for step, field in self.fields.items()}

    @property
    def whose(self) -> tuple[str, str]:
        """The ids of the lane and of the persona; "" for nobody in particular."""
        return self.lane.currentData() or "", self.persona.currentData() or ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_focused(self, event):
            super().keyPressEvent(event)

    def _show_kept(self) -> None:
        """The values that this persona's curve was made of."""
        kept = self._verbs.values(*self.whose)
        for step, field in self.fields.items():
            field.blockSignals(True)
            field.setText(kept.get(step, ""))
            field.blockSignals(False)
        self._show_figures()

    def _show_figures(self) -> None:
        read = {step: read_values(text) for step, text in self.texts.items()}
        for step in self._steps:
            for label, text in zip(self._figures[step.id], figures(read[step.id].felt, self._words), strict=True):
                label.setText(text)
        wrong = [(step, read[step.id].wrong) for step in self._steps if read[step.id].wrong]
        found = [each.felt for each in read.values() if each.felt]
        if wrong:
            step, word = wrong[0]
            title = step.title or self._words("curve.unnamed")
            self.note.setText(self._words("curve.wrong").format(step=title, word=word))
        else:
            steps = counted(self._words, "status.step", "status.steps", len(found))
            self.note.setText(self._words("curve.given").format(steps=steps))
        _name(self.note, "trouble" if wrong else "note")
        self.go.setEnabled(bool(found) and not wrong)

    def _go_on(self, by: int) -> None:
        """To the line above or below; from the last one to the strong button."""
        at = self._focused() + by
        if 0 <= at < len(self._steps):
            self.fields[self._steps[at].id].setFocus()
            self.fields[self._steps[at].id].selectAll()
        elif at > 0 and self.go.isEnabled():
            self.go.setFocus()

    def _spread(self, texts: list[str]) -> None:
        """A column that was pasted, from the line with the focus on."""
        at = self._focused()
        for step, text in zip(self._steps[at:], texts, strict=False):
            self.fields[step.id].setText(text.replace("\t", " "))

    def _focused(self) -> int:
        focused = self.focusWidget()
        return next((number for number, step in enumerate(self._steps) if self.fields[step.id] is focused), 0)

    def _field(self, step: Step) -> ValueField:
        field = ValueField()
        field.setAccessibleName(self._words("curve.values_of").format(step=step.title))
        field.setPlaceholderText(self._words("curve.example") if step is self._steps[0] else "")
        field.textChanged.connect(self._show_figures)
        field.left.connect(self._go_on)
        field.pasted.connect(self._spread)
        return field

    def _arrange(self) -> QAbstractButton:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(told(self._words("curve.participants_heading"), "heading"))
        column.addWidget(told(self._words("curve.participants_told"), "told"))
        column.addLayout(self._asked())
        column.addWidget(self._table(), 1)
        column.addWidget(self.note)
        box = answers(self, "curve.participants_go", self._words)
        column.addWidget(box)
        self.resize(WIDTH, HEIGHT)
        return next(button for button in box.buttons() if button.objectName() == "strong")

    def _asked(self) -> QGridLayout:
        words = self._words
        lane = ((words("curve.lane"), self.lane),) if self.lane.count() > 1 else ()
        return form(((words("curve.persona"), self.persona), *lane, (words("curve.source"), self.source)))

    def _table(self) -> QScrollArea:
        """A line for every step under the names of the columns."""
        inner = QWidget()
        inner.setObjectName("valuelines")
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for at, name in enumerate(("step", "values", "people", "feeling", "spread")):
            head = told(self._words(f"curve.{name}"), "note")
            grid.addWidget(head, 0, at, Qt.AlignmentFlag.AlignRight if at > 1 else Qt.AlignmentFlag.AlignLeft)
        for row, step in enumerate(self._steps, 1):
            grid.addWidget(_step_name(step.title or self._words("curve.unnamed")), row, 0)
            grid.addWidget(self.fields[step.id], row, 1)
            for at, label in enumerate(self._figures[step.id]):
                grid.addWidget(label, row, 2 + at)
        grid.setRowStretch(len(self._steps) + 1, 1)
        area = QScrollArea()
        area.setObjectName("valuetable")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inner)
        for width, at in zip(FIGURES, range(2, 5), strict=True):
            grid.setColumnMinimumWidth(at, width)
        return area


def _step_name(title: str) -> QLabel:
    label = told(title, "stepname")
    label.setMinimumWidth(150)
    label.setMaximumWidth(220)
    return label


def _figure() -> QLabel:
    label = told("", "figure")
    label.setWordWrap(False)
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return label


def _name(label: QLabel, name: str) -> None:
    """Another look, by the label's name in the sheet of styles."""
    if label.objectName() != name:
        label.setObjectName(name)
        label.style().unpolish(label)
        label.style().polish(label)
