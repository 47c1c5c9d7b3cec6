"""Tables of answers that are dropped on a window are imported, one after the other; other files are told of."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def part(window):
    return window.improvement.feedback


@pytest.fixture
def tables(tmp_path):
    """Two tables and a text."""
    for name in ("first.csv", "second.CSV", "notes.txt"):
        (tmp_path / name).write_text("Touchpoint,Score\nWaiter,4\nWaiter,2\n")
    return [tmp_path / name for name in ("first.csv", "second.CSV", "notes.txt")]


def drop(window, *paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    at, copy = QPoint(700, 10), Qt.DropAction.CopyAction
    enter = QDragEnterEvent(at, copy, mime, LEFT, NONE)  # kept: the drop is of this drag
    QApplication.sendEvent(window, enter)
    QApplication.sendEvent(window, QDropEvent(QPointF(at), copy, mime, LEFT, NONE))


def take(qtbot, dialog):
    """Through both pages."""
    for _ in range(2):
        qtbot.waitUntil(lambda: not dialog.busy)
        QTest.mouseClick(dialog.go, LEFT)


def test_a_table_opens_the_dialog_with_its_bar_and_while_one_comes_in_no_other_is_taken(window, part, tables):
    drop(window, tables[0])
    assert part.dialog.busy
    assert part.dialog.bar.isVisible()
    QTest.keyClick(part.dialog, Qt.Key.Key_Escape)
    assert part.dialog is None
    drop(window, tables[0])
    assert part.drop(tables[1:]) == tables[1:]
    QTest.keyClick(part.dialog, Qt.Key.Key_Escape)


def test_several_come_in_one_after_the_other(qtbot, window, part, tables, script):
    drop(window, *tables)
    first = part.dialog
    take(qtbot, first)
    qtbot.waitUntil(lambda: part.dialog not in (None, first))
    QTest.keyClick(part.dialog, Qt.Key.Key_Escape)
    assert [survey.title for survey in window.desk.project.surveys] == ["first"]
    assert part.dialog is None
    assert script.told == ["Journeywall opens .journey files; this is none: notes.txt."]
