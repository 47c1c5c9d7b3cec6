"""The list of snapshots: rows, keys, titles written in place."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop.dialogs.snapshots.rows import FACTS, SPOILT, Row, SnapshotList

ROWS = (Row("b", "Second", "2 March 2025"), Row("a", "First", "1 March 2025"), Row("x", "Odd", "Cannot be read", True))


@pytest.fixture
def rows(qtbot):
    made = SnapshotList("Snapshots")
    qtbot.addWidget(made)
    made.resize(272, 400)
    made.show()
    made.show_rows(ROWS)
    return made


@pytest.fixture
def heard(rows):
    told = []
    rows.renaming.connect(lambda one: told.append(("rename", one)))
    rows.removing.connect(lambda one: told.append(("remove", one)))
    rows.renamed.connect(lambda one, title: told.append((one, title)))
    return told


def test_the_first_is_chosen_and_keys_go_on(rows):
    assert rows.chosen == "b"
    QTest.keyClick(rows, Qt.Key.Key_Down)
    assert rows.chosen == "a"


def test_the_chosen_one_stays_chosen_when_rows_come_anew(rows):
    rows.show_rows(ROWS, "a")
    assert rows.chosen == "a"
    rows.show_rows(ROWS[:1], "a")
    assert rows.chosen == "b"


def test_without_rows_nothing_is_chosen(rows, heard):
    rows.show_rows(())
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    assert (rows.chosen, heard) == ("", [])


def test_keys_ask_for_a_title_and_for_removal(rows, heard):
    QTest.keyClick(rows, Qt.Key.Key_F2)
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    assert heard == [("rename", "b"), ("remove", "b")]


def test_a_title_is_written_in_the_first_line_of_its_row(rows, heard):
    rows.rename()
    field = rows.findChild(QLineEdit)
    assert field.text() == "Second"
    assert field.geometry().bottom() < rows.visualItemRect(rows.item(0)).center().y()
    QTest.keyClicks(field, "Kick-off")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QCoreApplication.processEvents()  # the row takes the title up when the field has let go
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert heard == [("b", "Kick-off")]


def test_what_is_told_later_is_no_new_title(rows, heard):
    rows.tell("a", "1 March 2025\n2 new")
    assert rows.item(1).data(FACTS) == "1 March 2025\n2 new"
    assert rows.item(1).data(Qt.ItemDataRole.AccessibleTextRole) == "First, 1 March 2025, 2 new"
    assert heard == []


def test_telling_of_one_that_is_gone_harms_nothing(rows):
    rows.tell("gone", "nothing")
    assert [rows.item(number).data(FACTS) for number in range(3)] == [row.facts for row in ROWS]


def test_one_that_cannot_be_read_is_painted_in_another_ink(rows):
    assert rows.item(2).data(SPOILT)
    plain = rows.viewport().grab().toImage()
    rows.show_rows((*ROWS[:2], Row("x", "Odd", "Cannot be read")))
    assert rows.viewport().grab().toImage() != plain


def test_a_long_title_stays_in_its_row(rows):
    rows.show_rows((Row("l", "Snapshot " * 30, "1 March 2025"),))
    assert rows.horizontalScrollBar().maximum() == 0
    assert rows.visualItemRect(rows.item(0)).width() <= rows.viewport().width()
