"""The panel of a run of show, by a clock that is set by hand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import resources
from desktop.desk.agenda import Agenda
from desktop.panels.show.agendamodel import MINUTES, TITLE
from desktop.panels.show.panel import ShowPanel
from desktop.storage.agendas import agendas
from shows import Clock, desk_with, show_on


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def make(qtbot, clock):
    """A panel on a desk, in sight and with the keyboard."""

    def make(desk):
        show = show_on(desk, clock)
        agenda = Agenda(desk, lambda: show.map_id)
        panel = ShowPanel(show, agenda, lambda: agendas(resources.root() / "agendas"), desk.words)
        qtbot.addWidget(panel)
        panel.resize(320, 900)
        panel.show()
        panel.activateWindow()
        qtbot.waitActive(panel)
        panel.take_focus()
        return Host(panel, show, agenda, desk)

    return make


@pytest.fixture
def host(make):
    """Three points: Doing 10, Feelings 5, Wrap-up 5."""
    return make(desk_with())


@pytest.fixture
def bare(make):
    return make(desk_with(()))


class Host:
    """Whoever uses the panel."""

    def __init__(self, panel, show, agenda, desk):
        self.panel, self.show, self.agenda, self.desk = panel, show, agenda, desk
        self.list = panel.list

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        """On what has the focus: while something is written, that is its field."""
        QTest.keyClick(self.panel.focusWidget() or self.list, key, modifiers)
        QApplication.processEvents()  # what is written in a list is handed in a moment later

    def type(self, text):
        QTest.keyClicks(self.panel.focusWidget(), text)

    def row(self, row):
        """The texts of a row."""
        points = self.list.points
        return [points.index(row, column).data() for column in range(3)]

    def click(self, row, column=TITLE, modifiers=Qt.KeyboardModifier.NoModifier):
        at = self.list.visualRect(self.list.points.index(row, column)).center()
        QTest.mouseClick(self.list.viewport(), Qt.MouseButton.LeftButton, modifiers, at)

    def double_click(self, row, column=MINUTES):
        at = self.list.visualRect(self.list.points.index(row, column)).center()
        QTest.mouseClick(self.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
        QTest.mouseDClick(self.list.viewport(), Qt.MouseButton.LeftButton, pos=at)

    @property
    def titles(self):
        return [point.title for point in self.agenda.points]
