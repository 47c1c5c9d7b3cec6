"""The counsel of a window on the restaurant sample, and its panels in sight."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.panels.counsel.rows import ROW


@pytest.fixture
def counsel(window):
    return window.improvement.counsel


class Reader:
    """Reads a panel's list and goes through it by real keys and clicks."""

    def __init__(self, panel):
        self.panel = panel
        self.list = panel.list

    @property
    def rows(self):
        return list(self.list.rows.rows)

    def texts(self, sort=None):
        return [row.text for row in self.rows if sort is None or row.sort is sort]

    def index(self, key):
        return next(
            index
            for index in map(self.list.rows.index, range(self.list.rows.rowCount()))
            if key in (index.data(ROW).key, index.data(ROW).text)
        )

    def click(self, key):
        self.list.scrollTo(self.index(key))
        at = self.list.visualRect(self.index(key)).center()
        QTest.mouseClick(self.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)

    def choose(self, key):
        self.list.setCurrentIndex(self.index(key))

    def press(self, key):
        QTest.keyClick(self.list, key)


@pytest.fixture
def read(counsel):
    """Opens a panel by its name and gives its reader."""

    def shown(name):
        getattr(counsel, name)()
        return Reader(counsel.panels[name])

    return shown
