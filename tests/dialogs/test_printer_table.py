"""Printers and papers of one's own, in the preferences."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from shiboken6 import isValid

from desktop import resources
from desktop.dialogs.preferences import PreferencesDialog
from desktop.dialogs.printers import PrinterTable
from desktop.plan.printers import PrinterProfile
from desktop.preferences import MOST_OWN, Habits, Preferences
from errands import press, type_in

WORDS = resources.words("en")
OURS = PrinterProfile("Ours", 5.0, 5.0, 5.0, 17.0)


@pytest.fixture
def told():
    return []


@pytest.fixture
def table(qtbot, told):
    table = PrinterTable(WORDS, (OURS,))
    qtbot.addWidget(table)
    table.changed.connect(lambda: told.append(table.printers))
    table.resize(500, 200)
    table.show()
    with qtbot.waitActive(table):
        table.activateWindow()
    return table


def write(table, row, column, text):
    """A double click on a cell, words, Return."""
    cells = table.table
    at = cells.visualItemRect(cells.item(row, column)).center()
    QTest.mouseClick(cells.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(cells.viewport(), Qt.MouseButton.LeftButton, pos=at)
    type_in(cells.findChild(QLineEdit), text)
    QApplication.processEvents()


def shown(table):
    cells = table.table
    return [[cells.item(row, column).text() for column in range(5)] for row in range(cells.rowCount())]


def test_printers_are_shown_with_their_margins(table):
    assert shown(table) == [["Ours", "5", "5", "5", "17"]]


def test_a_margin_is_typed(table, told):
    write(table, 0, 1, "4,5")
    assert told[-1][0].margin == (4.5, 5.0, 5.0, 17.0)


def test_a_name_is_typed(table, told):
    write(table, 0, 0, "  HP   DesignJet ")
    assert told[-1][0].name == "HP DesignJet"


@pytest.mark.parametrize(("column", "typed"), [(0, " "), (1, "wide"), (2, "-3"), (3, "500"), (4, "nan")])
def test_what_no_printer_can_be_goes_back(table, told, column, typed):
    write(table, 0, column, typed)
    assert (told, shown(table)) == ([], [["Ours", "5", "5", "5", "17"]])


def test_a_printer_is_added_and_its_name_can_be_typed_at_once(table, told):
    press(table.add)
    type_in(table.table.findChild(QLineEdit), "Plotter")
    QApplication.processEvents()
    assert [printer.name for printer in told[-1]] == ["Ours", "Plotter"]


def test_a_printer_is_taken_away(table, told):
    assert not table.remove.isEnabled()
    table.table.selectRow(0)
    press(table.remove)
    assert told[-1] == ()
    assert not table.remove.isEnabled()


def test_there_is_an_end_to_printers(qtbot):
    table = PrinterTable(WORDS, (OURS,) * MOST_OWN)
    qtbot.addWidget(table)
    assert not table.add.isEnabled()


@pytest.fixture
def dialog(qtbot, told):
    dialog = PreferencesDialog(WORDS, Preferences(habits=Habits(papers=("900x1400mm",), wall=(3000, 2400))))
    dialog.chosen.connect(told.append)
    dialog.show()
    dialog.pages.setCurrentIndex(1)
    yield dialog
    if isValid(dialog):
        dialog.close()


def test_papers_are_told_when_they_are_finished(dialog, told):
    assert dialog.papers.text() == "900x1400mm"
    type_in(dialog.papers, "1000x700mm, roll-1270mm,")
    assert told[-1].habits.papers == ("1000x700mm", "roll-1270mm")


def test_what_is_no_paper_is_told_and_left_out(dialog, told):
    type_in(dialog.papers, "A2, Foolscap")
    assert dialog.trouble.isVisible()
    assert "“Foolscap”" in dialog.trouble.text()
    assert told[-1].habits.papers == ("A2",)
    type_in(dialog.papers, "A2")
    assert not dialog.trouble.isVisible()


def test_a_unit_is_told_and_the_wall_stays(dialog, told):
    dialog.unit.setCurrentText("in")
    dialog.unit.activated.emit(dialog.unit.currentIndex())
    assert (told[-1].habits.unit, told[-1].habits.wall) == ("in", (3000.0, 2400.0))


def test_a_printer_is_told(dialog, told):
    press(dialog.printers.add)
    assert [printer.name for printer in told[-1].habits.printers] == ["Our printer"]
