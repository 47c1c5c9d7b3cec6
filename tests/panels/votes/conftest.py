"""The panel of votes on the restaurant sample, with a hand that types."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.desk.votes import Votes
from desktop.panels.votes.panel import VotesPanel

SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def votes(desk):
    return Votes(desk, lambda: "2026-03-04")


@pytest.fixture
def panel(qtbot, votes):
    """320 px wide, in sight, with the keyboard in its first field."""
    panel = VotesPanel(votes)
    qtbot.addWidget(panel)
    panel.resize(320, 760)
    panel.show()
    panel.activateWindow()
    qtbot.waitActive(panel)
    panel.take_focus()
    return panel


@pytest.fixture
def press(panel):
    """Types keys where the keyboard is: letters and digits, or keys of Qt."""

    def press(*keys, held=NONE):
        for key in keys:
            target = QApplication.focusWidget() or panel.focusWidget() or panel
            if isinstance(key, str):
                QTest.keyClicks(target, key, held)
            else:
                QTest.keyClick(target, key, held)

    return press


@pytest.fixture
def begun(panel, press):
    """A vote of eight people on the nine pain points, the keyboard in the list."""
    press(Qt.Key.Key_Return)
    return panel.counting
