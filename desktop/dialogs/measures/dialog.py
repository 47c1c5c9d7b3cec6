"""Goals and metrics of a project in one window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QTabWidget, QWidget

from desktop.desk.desk import Desk
from desktop.desk.measuring import Measuring
from desktop.dialogs.buttons import press_focused
from desktop.dialogs.measures.pages import FormulasPage, GoalsPage, MetricsPage
from desktop.dialogs.paged import arrange

WIDTH, HEIGHT = 860, 680
"""Px."""


class MeasuresDialog(QDialog):
    """What is entered is one edit each, as in the inspector."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("people")
        self.setWindowTitle(desk.words("measures.window"))
        self._desk = desk
        verbs = Measuring(desk)
        self.goals, self.metrics = GoalsPage(desk, verbs), MetricsPage(desk, verbs)
        self.formulas = FormulasPage(desk.words)
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        for code, page in (("goals", self.goals), ("metrics", self.metrics), ("formulas", self.formulas)):
            self.pages.addTab(page, desk.words(f"measures.{code}"))
        arrange(self, desk.words("measures.heading"), self.pages, desk.words("answer.close"))
        self.resize(WIDTH, HEIGHT)
        desk.shown.connect(self._show)
        self._show()

    def done(self, result: int) -> None:
        """What is being entered counts."""
        self.goals.roster.commit()
        self.metrics.roster.commit()
        self._desk.shown.disconnect(self._show)
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_focused(self, event):
            super().keyPressEvent(event)

    def _show(self) -> None:
        for page in (self.goals, self.metrics):
            page.roster.show_project(fresh=False)
