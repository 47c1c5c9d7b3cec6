"""How large windows beside another one open."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from desktop.panels.onscreen import BAR, open_at


@pytest.fixture
def owner(qtbot):
    """A window larger than the screen of the tests."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 900)
    return window


def test_a_window_has_its_usual_size_where_there_is_room(owner):
    dialog = QDialog(owner)
    open_at(dialog, 1000, 700)
    assert dialog.size() == QSize(1000, 700)


def test_it_is_no_larger_than_the_window_that_it_belongs_to(owner):
    dialog = QDialog(owner)
    open_at(dialog, 1380, 920)
    assert dialog.size() == QSize(1280, 900 - BAR)


def test_a_small_window_gives_no_less_than_its_screen_has(owner):
    owner.resize(400, 300)
    dialog = QDialog(owner)
    room = dialog.screen().availableSize()
    open_at(dialog, 4000, 3000)
    assert dialog.size() == QSize(room.width(), room.height() - BAR)


def test_a_window_of_its_own_has_its_usual_size(qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    open_at(dialog, 1380, 920)
    assert dialog.size() == QSize(1380, 920)
