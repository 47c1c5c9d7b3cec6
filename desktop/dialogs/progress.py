"""How far a print is, and the way to stop it. What takes a moment only shows nothing."""

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QProgressBar, QVBoxLayout, QWidget

from desktop.dialogs.poster.work import Job
from desktop.layout.style import Words
from desktop.panels.waiting import waiting

MOMENT = 0.3
"""Seconds without which a window would only flash."""

EVERY = 60
WIDTH = 400


class ProgressDialog(QDialog):
    """Closes by itself when the job is done; closed before that, the job is given up."""

    def __init__(self, job: Job[Any], words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress")
        self.setWindowTitle(words("progress.title"))
        self._job = job
        self._words = words
        self.text = QLabel(words("progress."))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self._looking = QTimer(self, interval=EVERY)
        self._looking.timeout.connect(self._look)
        self._looking.start()
        buttons = QDialogButtonBox()
        self.cancel = buttons.addButton(words("answer.cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(14)
        for widget in (self.text, self.bar, buttons):
            column.addWidget(widget)
        self.setFixedWidth(WIDTH)
        self._look()

    def done(self, result: int) -> None:
        self._looking.stop()
        if not self._job.done:
            self._job.cancel()
        super().done(result)

    def _look(self) -> None:
        if self._job.done:
            self.accept()
            return
        stage, done, whole = self._job.news
        self.text.setText(self._words(f"progress.{stage}").format(done=done, whole=whole))
        self.bar.setRange(0, whole if whole > 1 else 0)
        self.bar.setValue(done)


def see_through(job: Job[Any], words: Words) -> None:
    """Returns when the job is done or has been given up; shows how far it is when that takes longer than a moment."""
    with waiting():
        if job.wait(MOMENT):
            return
    parent = _asking()
    dialog = ProgressDialog(job, words, parent)
    dialog.exec()
    dialog.deleteLater()
    if parent is not None:
        parent.activateWindow()  # not every system gives the keyboard back by itself


def _asking() -> QWidget | None:
    """The window that waits: the one with the keyboard, or one that is seen while a window that is gone has it yet."""
    active = (QApplication.activeModalWidget(), QApplication.activeWindow(), *QApplication.topLevelWidgets())
    return next((each for each in active if each is not None and each.isVisible()), None)
