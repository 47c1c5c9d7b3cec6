"""A table of feedback comes in: what its columns are, what its names mean, and one undo step for all of it.

Reading, judging and bringing in run beside the window's thread; whoever closes the dialog gives them up.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimerEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.desk import intake
from desktop.desk.feedback import Feedback, told_refused
from desktop.desk.intake import Name, Reading
from desktop.desk.testresults import TestResults
from desktop.dialogs.buttons import answers
from desktop.dialogs.feedback.columns import ColumnsPage
from desktop.dialogs.feedback.names import NamesPage
from desktop.dialogs.feedback.pieces import told
from desktop.dialogs.feedback.results import ResultsPage
from desktop.dialogs.poster.work import Job, Latest, Progress
from desktop.document.edits.feedback import Report
from desktop.document.errors import EditError
from desktop.document.journey import JourneyMap
from desktop.document.progress import Told
from desktop.document.project import Project
from desktop.exchange.columns import Outcomes, Rows
from desktop.exchange.gridding import GridError
from desktop.panels.theme import for_fingers
from desktop.poster.refusals import CancelledError
from desktop.storage.errors import StorageError
from desktop.storage.files import HIGHEST_LIMIT, load

WINDOW, TALL = (940, 620), 660
"""Px; the height in touch mode, in which a screen of 720 has room for the window's frame."""

WHOLE = 100
EVERY = 60
"""Ms between two looks at how far the work is."""


class ImportDialog(QDialog):
    """Of the table in a file. What happens now is one of the pages: waiting, columns, names, results."""

    def __init__(self, feedback: Feedback, results: TestResults, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._feedback, self._results, self._path = feedback, results, path
        self._words = words = feedback.desk.words
        self.setObjectName("feedback")
        self.setWindowTitle(words("feedback.dialog").format(name=path.name))
        self.heading, self.told = told("", "heading"), told("", "told")
        self.waiting, self.bar, self.problem = QWidget(), QProgressBar(), told("", "problem")
        self.columns: ColumnsPage | None = None
        self.names = NamesPage(words)
        self.results = ResultsPage(results, words)
        self.pages = QStackedWidget()
        self.back = QPushButton(words("feedback.back"))
        self._latest = Latest(self)
        self._then: Then = ImportDialog._show_reading
        self._rows = Rows([], [])
        self._arrange()
        self._latest.ended.connect(self._ended)
        self._look = self.startTimer(EVERY)
        self._read("")

    @property
    def busy(self) -> bool:
        """Whether something is worked on beside the window's thread."""
        return self._latest.busy

    def accept(self) -> None:
        """One page on; from the last one all comes in."""
        page = self.pages.currentWidget()
        if self.busy or not self.go.isEnabled():
            return
        if page is self.names:
            self._bring()
        elif page is self.results:
            self._take_results()
        elif self.columns is not None and self.columns.reading.shape.is_test:
            self._work(partial(_compared, self.columns.reading), ImportDialog._show_results, "feedback.judging")
        else:
            self._name()

    def done(self, result: int) -> None:
        self._latest.give_up()
        self.killTimer(self._look)
        super().done(result)

    def timerEvent(self, event: QTimerEvent) -> None:
        """How far the work is."""
        if event.timerId() == self._look and self.busy:
            _, done, whole = self._latest.news
            self.bar.setRange(0, whole)
            self.bar.setValue(done)
        super().timerEvent(event)

    def _work(self, work: Callable[[Progress], Any], then: "Then", said: str) -> None:
        """Something beside the window's thread, with a bar until it is done."""
        self._then = then
        self.problem.setText("")
        self._show_page(self.waiting, said)
        self.bar.show()
        self._latest.ask(work)

    def _ended(self, job: Job[Any]) -> None:
        try:
            result = job.result()
        except CancelledError:
            return
        except EditError as error:
            self._fail(self._feedback.desk.sentence(error))
        except StorageError as error:
            self._fail(str(error))
        else:
            self._then(self, result)

    def _fail(self, sentence: str) -> None:
        """Why it goes no further; back to the columns, if there are any."""
        self._show_page(self.waiting, "")
        self.bar.hide()
        self.problem.setText(sentence)
        self.back.setVisible(self.columns is not None)

    def _read(self, sheet: str) -> None:
        project = self._feedback.desk.project
        self._work(partial(_reading, self._path, project, sheet), ImportDialog._show_reading, "feedback.reading")

    def _show_reading(self, reading: Reading) -> None:
        if self.columns is not None:
            self.pages.removeWidget(self.columns)
            self.columns.deleteLater()
        self.columns = ColumnsPage(reading, self._words)
        self.columns.changed.connect(self._show_able)
        self.columns.sheet_asked.connect(self._read)
        self.pages.addWidget(self.columns)
        self._show_columns()

    def _show_columns(self) -> None:
        if self.columns is not None:
            test = self.columns.reading.shape.is_test
            self._show_page(self.columns, "feedback.columns_test" if test else "feedback.columns")
            self.columns.table.setFocus()

    def _name(self) -> None:
        if self.columns is not None:
            desk = self._feedback.desk
            work = partial(_named, self.columns.reading, desk.project, self._feedback.answered)
            self._work(work, ImportDialog._show_names, "feedback.judging")

    def _show_names(self, found: tuple[Rows, list[Name]]) -> None:
        self._rows, names = found
        refused = told_refused(self._rows.refused, self._words)
        self.names.show_names(names, self._feedback.maps, refused)
        self._show_page(self.names, "feedback.names")
        self.names.table.setFocus()

    def _bring(self) -> None:
        if self.columns is not None:
            told_names = tuple(self.names.names.names)
            work = partial(_brought, self._feedback, self.columns.reading, self._rows, told_names)
            self._work(work, ImportDialog._take_in, "feedback.bringing")

    def _take_in(self, found: tuple[Project, Report]) -> None:
        try:
            self._feedback.take_in(*found)
        except StorageError as error:
            self._fail(str(error))
            return
        super().accept()

    def _show_results(self, found: Outcomes) -> None:
        if self.columns is not None:
            self.results.show_outcomes(found, self.columns.reading.title)
            self._show_page(self.results, "feedback.results")
            self.results.card_field.setFocus()

    def _take_results(self) -> None:
        title = self.columns.reading.title if self.columns else ""
        self._results.take_in(self.results.variants.outcomes, self.results.card, title)
        super().accept()

    def _show_page(self, page: QWidget, code: str) -> None:
        """A page with its heading; `code` is that of its words."""
        words = self._words
        self.pages.setCurrentWidget(page)
        self.heading.setText(words(code) if code else words("feedback.failed"))
        told_code = f"{code}_told"
        self.told.setText("" if words(told_code) == told_code else words(told_code))
        self.told.setVisible(bool(self.told.text()))
        last = page in (self.names, self.results)
        self.back.setVisible(last)
        count = len(self._rows.rows)
        self.go.setText(words("feedback.go").format(count=count) if page is self.names else words(_go(last)))
        self._show_able()

    def _show_able(self) -> None:
        page = self.pages.currentWidget()
        sound = page is self.columns and self.columns is not None and not self.columns.reading.missing
        able = sound or (page is self.names and bool(self._rows.rows)) or (page is self.results and self.results.sound)
        self.go.setEnabled(able)

    def _arrange(self) -> None:
        waits = QVBoxLayout(self.waiting)
        waits.setContentsMargins(0, 0, 0, 0)
        self.bar.setTextVisible(False)
        waits.addWidget(self.bar)
        waits.addWidget(self.problem)
        waits.addStretch(1)
        for page in (self.waiting, self.names, self.results):
            self.pages.addWidget(page)
        box = answers(self, "feedback.next", self._words)
        found = box.findChild(QPushButton, "strong")
        self.go = found if isinstance(found, QPushButton) else QPushButton()
        self.back.setAutoDefault(False)
        self.back.clicked.connect(self._show_columns)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(box)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addWidget(self.told)
        column.addWidget(self.pages, 1)
        column.addLayout(foot)
        self.resize(WINDOW[0], TALL if for_fingers() else WINDOW[1])


Then = Callable[[ImportDialog, Any], None]
"""What is done with a result; no bound method, which would keep the dialog in a circle."""


def _go(last: bool) -> str:
    return "feedback.take" if last else "feedback.next"


def _hearing(tell: Progress) -> Told:
    """Tells shares as a job tells its news, which also ends the work when it is given up."""

    def hear(share: float) -> bool:
        tell("table", round(WHOLE * share), WHOLE)
        return True

    return hear


def _reading(path: Path, project: Project, sheet: str, tell: Progress) -> Reading:
    return intake.read(load(path, HIGHEST_LIMIT), path.name, project, _hearing(tell), sheet)


def _compared(reading: Reading, tell: Progress) -> Outcomes:
    return intake.outcomes(reading, _hearing(tell))


def _named(reading: Reading, project: Project, journey: JourneyMap | None, tell: Progress) -> tuple[Rows, list[Name]]:
    rows = intake.answers(reading, _hearing(tell))
    if not rows.rows:
        raise GridError("no_rows")
    return rows, intake.names(rows, project, journey) if journey else []


def _brought(
    feedback: Feedback, reading: Reading, rows: Rows, names: tuple[Name, ...], tell: Progress
) -> tuple[Project, Report]:
    return feedback.brought(reading, rows, names, _hearing(tell))
