"""A secret vote in a window: nothing anywhere in it tells more than how many votes are in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton

from desktop.panels.votes.model import ROW

Key = Qt.Key
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


def press(*keys):
    for key in keys:
        send = QTest.keyClicks if isinstance(key, str) else QTest.keyClick
        send(QApplication.focusWidget(), key)


def told(window):
    """All that stands in the window, and what would be read aloud of the list."""
    shown = [each.text() for kind in (QLabel, QPushButton) for each in window.findChildren(kind) if each.isVisible()]
    model = window.workshop.voting.panel.counting.entries.model()
    rows = [model.index(row).data(role) or "" for row in range(model.rowCount()) for role in ROLES]
    lists = [each.item(row).text() for each in window.findChildren(QListWidget) for row in range(each.count())]
    return [*shown, *rows, *lists, window.windowTitle(), window.session.undoable.label]


@pytest.fixture
def secret(window):
    """A vote on the pain points of which 47 are for the first card and 1 for the second."""
    press(Key.Key_F12)
    window.workshop.voting.panel.setup.secret.setChecked(True)
    press(Key.Key_Return, "47", Key.Key_Return, "b")
    return window


def test_only_the_sum_is_told_by_undoing_too_until_it_is_shown(secret):
    assert secret.workshop.voting.votes.progress.given == 48
    assert any("48" in text for text in told(secret))
    assert not any("47" in text for text in told(secret))
    sentences = []
    secret.desk.said.connect(sentences.append)
    secret.undo()
    secret.redo()
    assert not any("47" in text for text in [*told(secret), *sentences])
    secret.workshop.voting.turn()
    model = secret.workshop.voting.panel.counting.entries.model()
    assert [model.index(row).data(ROW).number for row in range(3)] == ["47", "1", ""]
    secret.workshop.voting.turn()
    assert not any("47" in text for text in told(secret))


def test_the_map_shows_the_same_whoever_has_them(secret):
    before = secret.canvas.viewport().grab().toImage()
    votes = secret.workshop.voting.votes
    votes.set_tally(votes.ballot.options[0], 1)
    votes.set_tally(votes.ballot.options[1], 47)
    assert secret.canvas.viewport().grab().toImage() == before


def test_neither_map_nor_clipboard_nor_the_list_of_earlier_votes_tells_who_has_them(secret):
    QGuiApplication.clipboard().setText("before")
    press(Key.Key_Escape)
    QTest.keyClick(secret.canvas, Key.Key_F12, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    assert QGuiApplication.clipboard().text() == "before"
    secret.workshop.voting.panel.counting.back()
    lines = [text for text in told(secret) if "48" in text]
    assert len(lines) == 1
    assert "47" not in lines[0]
