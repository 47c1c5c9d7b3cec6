"""Snapshots in the window: a title in line, the dialog, and the keys for both."""

import re

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest

from desktop.dialogs.snapshots import SnapshotsDialog
from desktop.session import Session

KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(open_window, path):
    return open_window(Session.open(path))


@pytest.fixture
def asker(window):
    QTest.keyClick(window.canvas, Qt.Key.Key_N, KEYS)
    return window.workshop.snapshots.asker


def titles(window):
    return [each.title for each in window.workshop.snapshots.verbs.kept]


def test_return_takes_one_under_the_suggested_title_and_one_key_takes_it_back(window, asker):
    before = window.desk.project
    assert asker.isVisible()
    assert asker.field.hasFocus()
    QTest.keyClick(asker.field, Qt.Key.Key_Return)
    assert re.fullmatch(r"Snapshot 1 · \d\d:\d\d", titles(window)[0])
    assert not asker.isVisible()
    assert window.canvas.hasFocus()
    window.undo()
    assert window.desk.project == before
    assert "Snapshot 1" in window.session.redoable.label


def test_the_suggestion_is_written_over_and_asked_twice_what_is_written_stays(window, asker):
    QTest.keyClicks(asker.field, "Before lunch")
    window.workshop.snapshots.take()
    assert asker.field.text() == "Before lunch"
    QTest.keyClick(asker.field, Qt.Key.Key_Return)
    assert titles(window) == ["Before lunch"]


def test_without_letters_it_gets_the_suggested_title(window, asker):
    QTest.keyClick(asker.field, Qt.Key.Key_Delete)
    QTest.keyClick(asker.field, Qt.Key.Key_Return)
    assert re.fullmatch(r"Snapshot 1 · \d\d:\d\d", titles(window)[0])


def test_the_line_stays_in_the_middle_of_the_map_and_escape_or_a_click_elsewhere_takes_none(window, asker):
    window.resize(1100, 800)
    QCoreApplication.processEvents()
    assert abs(asker.geometry().center().x() - window.canvas.rect().center().x()) <= 1
    QTest.keyClick(asker.field, Qt.Key.Key_Escape)
    assert not asker.isVisible()
    assert window.canvas.hasFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_N, KEYS)
    assert asker.isVisible()
    QTest.mouseClick(window.canvas.viewport(), Qt.MouseButton.LeftButton)
    window.canvas.setFocus()
    assert not asker.isVisible()
    assert titles(window) == []


def test_what_is_being_written_counts_first(window):
    card = next(lane for lane in window.desk.journey.lanes if lane.cards).cards[0].id
    window.desk.select([card])
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_F2)
    QTest.keyClicks(window.focusWidget(), "Calls at noon")
    window.workshop.snapshots.take()
    QTest.keyClick(window.workshop.snapshots.asker.field, Qt.Key.Key_Return)
    state = window.workshop.snapshots.verbs.state(window.workshop.snapshots.verbs.kept[0].id)
    assert "Calls at noon" in state.model_dump_json()


def test_the_dialog_opens_by_its_key(window):
    QTest.keyClick(window.canvas, Qt.Key.Key_D, KEYS)
    (dialog,) = window.findChildren(SnapshotsDialog)
    assert dialog.isVisible()
    QTest.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChildren(SnapshotsDialog) == []


def test_a_file_that_is_only_read_takes_none(open_window, path):
    window = open_window(Session.open(path, read_only=True))
    refused = []
    window.session.refused.connect(lambda: refused.append(1))
    QTest.keyClick(window.canvas, Qt.Key.Key_N, KEYS)
    assert refused == [1]
    assert not window.workshop.snapshots.asker.isVisible()


def test_another_panel_that_is_called_keeps_the_keyboard(window, qtbot, asker):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(asker.field, Qt.Key.Key_F5)
    assert not asker.isVisible()
    assert window.workshop.run.panel.isAncestorOf(window.focusWidget())
    assert titles(window) == []


def test_a_window_that_closes_while_it_asks_leaves_nothing(window, asker):
    QTest.keyClicks(asker.field, "Half a ti")
    assert window.close()
    assert not asker.isVisible()
