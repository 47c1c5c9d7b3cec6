"""How large the room is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox

from desktop.panels.room.measuring import Measuring
from desktop.plan.projection import Projection
from desktop.preferences import Habits, Preferences


@pytest.fixture
def dialog(host):
    QTest.keyClick(host.canvas, Qt.Key.Key_F11, Qt.KeyboardModifier.AltModifier)
    return host.window.findChild(Measuring)


def write(field, text):
    field.selectAll()
    QTest.keyClicks(field.lineEdit(), text)
    QTest.keyClick(field.lineEdit(), Qt.Key.Key_Tab)


def press(dialog, which):
    QTest.mouseClick(dialog.findChild(QDialogButtonBox).button(which), Qt.MouseButton.LeftButton)


def test_it_shows_the_room_as_it_was_measured_last(dialog):
    assert dialog.measured == Projection(2.0, 6.0)
    dialog.reject()


def test_what_is_said_is_kept(host, home, dialog):
    write(dialog.width_field, "3.5")
    write(dialog.depth_field, "12")
    press(dialog, QDialogButtonBox.StandardButton.Ok)
    assert home.habits.room == Projection(3.5, 12.0)


def test_cancelled_nothing_is(home, dialog):
    write(dialog.depth_field, "12")
    press(dialog, QDialogButtonBox.StandardButton.Cancel)
    assert home.habits.room == Projection()


def test_it_says_at_once_what_that_means(dialog):
    before = dialog.told.text()
    write(dialog.depth_field, "12")
    assert "%" in before
    assert dialog.told.text() != before
    dialog.reject()


def test_room_mode_grows_with_the_room(host, home):
    host.aim("pains", "Books a table")
    host.enter()
    zoom = host.canvas.zoom
    home.habits = Habits(room=Projection(2.0, 8.0))
    host.mode.settle()
    assert host.canvas.zoom > zoom


def test_the_room_is_in_the_preferences():
    kept = Preferences(habits=Habits(room=Projection(3.0, 8.0))).model_dump_json(exclude_defaults=True)
    assert Preferences.model_validate_json(kept).habits.room == Projection(3.0, 8.0)


def test_a_room_that_is_none_is_the_usual_one():
    read = Preferences.model_validate_json('{"habits": {"room": {"width": -1, "depth": 6}}}')
    assert read.habits.room == Projection()
