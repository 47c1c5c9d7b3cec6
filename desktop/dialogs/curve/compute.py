"""A curve computed from a survey: whose answers, what feeling each score stands for, and what comes of it."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.desk.curve import CurveVerbs, Wish, source_of
from desktop.dialogs.buttons import answers, press_focused
from desktop.dialogs.curve.mapping import MappingTable
from desktop.dialogs.curve.outcome import OutcomeTable
from desktop.dialogs.curve.pieces import choice, form, told, whose
from desktop.document.keyed import find
from desktop.document.project import Survey
from desktop.layout.names import counted
from desktop.layout.style import Words
from desktop.method.sieve import Sieve

DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
WIDTH, HEIGHT = 860, 620


class ComputeDialog(QDialog):
    """What is chosen is `wish`; the table shows at once what would come of it."""

    def __init__(self, verbs: CurveVerbs, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("curve")
        self.setWindowTitle(words("curve.compute"))
        self._verbs = verbs
        self._words = words
        self.lane, self.persona = whose(verbs, words)
        surveys = ((self._title(survey), survey.id) for survey in verbs.surveys)
        self.survey = choice(words("curve.survey"), surveys)
        self.segment = choice(words("curve.segment"), ())
        self.since, self.until = self._date("since"), self._date("until")
        self.mapping = MappingTable(words)
        self.outcome = OutcomeTable(words)
        self.note = told("", "note")
        self.go = self._arrange()
        self._show_survey()
        self._listen()

    @property
    def wish(self) -> Wish:
        """What is chosen."""
        sieve = Sieve(self.segment.currentData() or "", self.since.text(), self.until.text())
        ids = (self.lane.currentData() or "", self.persona.currentData() or "", self.survey.currentData() or "")
        return Wish(*ids, self.mapping.mapping, sieve)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_focused(self, event):
            super().keyPressEvent(event)

    def _listen(self) -> None:
        self.survey.currentIndexChanged.connect(self._show_survey)
        for box in (self.lane, self.persona):
            box.currentIndexChanged.connect(self._show_mapping)
        self.segment.currentIndexChanged.connect(self._show_outcome)
        self.mapping.changed.connect(self._show_outcome)
        for line in (self.since, self.until):
            line.textChanged.connect(self._show_outcome)

    def _show_survey(self) -> None:
        survey = self._survey()
        self.segment.blockSignals(True)
        self.segment.clear()
        self.segment.addItem(self._words("curve.everybody"), "")
        for name in self._verbs.segments(survey) if survey else ():
            self.segment.addItem(name, name)
        self.segment.setEnabled(self.segment.count() > 1)
        self.segment.blockSignals(False)
        self._show_mapping()

    def _show_mapping(self) -> None:
        """The mapping by which this persona's curve was computed last, or the usual one of the scale."""
        survey = self._survey()
        if survey is not None:
            wish = self.wish
            self.mapping.show_mapping(self._verbs.mapping(survey, wish.lane, wish.persona))
        self._show_outcome()

    def _show_outcome(self) -> None:
        told_right = all(_is_date(line.text()) for line in (self.since, self.until))
        rows = self._verbs.outlook(self.wish) if told_right else []
        self.outcome.rows.show_outlook(rows)
        found = [row.felt for row in rows if row.felt]
        people = counted(self._words, "curve.answer", "curve.answers", sum(felt.people for felt in found))
        steps = counted(self._words, "status.step", "status.steps", len(found))
        heard = self._words("curve.heard").format(answers=people, steps=steps)
        self.note.setText(heard if found else self._words("curve.silent" if told_right else "curve.no_date"))
        self.go.setEnabled(bool(found))

    def _survey(self) -> Survey | None:
        return find(self._verbs.desk.project.surveys, self.survey.currentData() or "")

    def _title(self, survey: Survey) -> str:
        return source_of(survey) or self._words("project.untitled")

    def _date(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(self._words(f"curve.{name}"))
        line.setPlaceholderText(self._words("curve.date"))
        return line

    def _arrange(self) -> QAbstractButton:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(told(self._words("curve.compute_heading"), "heading"))
        column.addWidget(told(self._words("curve.compute_told"), "told"))
        column.addLayout(form(((self._words("curve.survey"), self.survey),)))
        halves = QHBoxLayout()
        halves.setSpacing(24)
        halves.addLayout(self._left(), 2)
        halves.addWidget(self.outcome, 3)
        column.addLayout(halves, 1)
        column.addWidget(self.note)
        box = answers(self, "curve.compute_go", self._words)
        column.addWidget(box)
        self.resize(WIDTH, HEIGHT)
        return next(button for button in box.buttons() if button.objectName() == "strong")

    def _left(self) -> QVBoxLayout:
        """What is asked: whose answers, and below it the mapping."""
        words, dates = self._words, QHBoxLayout()
        dates.setSpacing(8)
        dates.addWidget(self.since)
        dates.addWidget(self.until)
        lane = ((words("curve.lane"), self.lane),) if self.lane.count() > 1 else ()
        asked = ((words("curve.segment"), self.segment), (words("curve.dates"), dates))
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(form(((words("curve.persona"), self.persona), *lane, *asked)))
        left.addSpacing(8)
        left.addWidget(told(words("curve.mapping_told"), "told"))
        left.addWidget(self.mapping, 1)
        return left


def _is_date(text: str) -> bool:
    """Whether it is nothing, or a year, a month or a day as files have it."""
    return not text or DATE.fullmatch(text) is not None
