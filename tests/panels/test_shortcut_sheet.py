"""The sheet of everything that can be done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop import resources
from desktop.panels.sheetline import HEADING, LINE, ROW, Line
from desktop.panels.shortcuts import Chapter, ShortcutSheet

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def run():
    return []


@pytest.fixture
def sheet(qtbot, run):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 800)
    window.show()
    file = [
        Line("Open", ("Ctrl+O",), lambda: run.append("open")),
        Line("Save", ("Ctrl+S",), lambda: run.append("save"), possible=False),
    ]
    insert = [Line("Place: Touchpoint", ("F4, T",), lambda: run.append("place")), Line("Stage after", (), run.clear)]
    sheet = ShortcutSheet([Chapter("File", file), Chapter("Insert", insert)], resources.words("en"), window)
    with qtbot.waitActive(sheet):
        sheet.open()
    yield sheet
    if sheet in window.children():
        sheet.close()


def texts(sheet):
    return [line.text for line in sheet.shown]


def current(sheet):
    return sheet.list.currentItem().data(LINE)


def test_everything_is_there_in_chapters(sheet):
    rows = [sheet.list.item(row).text() for row in range(sheet.list.count())]
    assert rows == ["File", "Open", "Save", "Insert", "Place: Touchpoint", "Stage after"]


def test_typing_filters(sheet):
    QTest.keyClicks(sheet.field, "TOUCH")
    assert texts(sheet) == ["Place: Touchpoint"]
    assert sheet.list.item(0).text() == "Insert"


@pytest.mark.parametrize(
    ("typed", "left"), [("ctrl+s", ["Save"]), ("insert stage", ["Stage after"]), ("s ave", ["Save"])]
)
def test_keys_and_chapters_are_searched_and_every_word_counts(sheet, typed, left):
    QTest.keyClicks(sheet.field, typed)
    assert texts(sheet) == left


def test_nothing_found_is_said(sheet):
    QTest.keyClicks(sheet.field, "xyzzy")
    assert texts(sheet) == []
    assert sheet.list.item(0).text() == "Nothing of that name"


def test_enter_closes_the_sheet_and_runs(sheet, run):
    QTest.keyClicks(sheet.field, "touch")
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    assert run == ["place"]
    assert not sheet.isVisible()


def test_what_is_not_possible_is_not_run(sheet, run):
    QTest.keyClicks(sheet.field, "save")
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    assert run == []
    assert sheet.isVisible()


def test_the_first_that_is_possible_is_ready(sheet):
    QTest.keyClicks(sheet.field, "e")
    assert current(sheet).text == "Open"
    sheet.field.clear()
    QTest.keyClicks(sheet.field, "ave")
    assert sheet.list.currentItem() is None


def test_arrows_step_over_headings(sheet):
    QTest.keyClick(sheet.field, Qt.Key.Key_Down)
    QTest.keyClick(sheet.field, Qt.Key.Key_Down)
    assert current(sheet).text == "Place: Touchpoint"
    QTest.keyClick(sheet.field, Qt.Key.Key_PageUp)
    assert current(sheet).text == "Open"
    QTest.keyClick(sheet.field, Qt.Key.Key_Up)
    assert current(sheet).text == "Open"


def test_a_click_runs(sheet, run):
    item = sheet.list.item(4)
    QTest.mouseClick(sheet.list.viewport(), LEFT, pos=sheet.list.visualItemRect(item).center())
    assert run == ["place"]


def test_a_click_on_a_heading_does_nothing(sheet, run):
    item = sheet.list.item(3)
    QTest.mouseClick(sheet.list.viewport(), LEFT, pos=sheet.list.visualItemRect(item).center())
    assert run == []
    assert sheet.isVisible()


def test_escape_closes(sheet, run):
    QTest.keyClick(sheet.field, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert run == []


def test_the_field_says_what_enter_would_run(sheet):
    assert sheet.field.accessibleDescription() == "Open, Ctrl+O"
    QTest.keyClicks(sheet.field, "stage")
    assert sheet.field.accessibleDescription() == "Stage after"


def test_it_stands_in_the_middle_of_the_window(sheet):
    window = sheet.parentWidget().frameGeometry()
    assert abs(sheet.geometry().center().x() - window.center().x()) <= 1
    assert window.contains(sheet.geometry())


def test_headings_are_lower_in_the_row_than_lines(sheet):
    heights = [sheet.list.visualItemRect(sheet.list.item(row)).height() for row in range(3)]
    assert heights == [HEADING, ROW, ROW]


def test_its_corners_are_round(sheet):
    image = sheet.grab().toImage()
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(image.width() // 2, 1).alpha() == 255


def test_every_line_is_painted(sheet):
    image = sheet.list.viewport().grab().toImage()
    for row in range(sheet.list.count()):
        box = sheet.list.visualItemRect(sheet.list.item(row)).adjusted(0, 4, 0, -4)
        colours = {image.pixel(x, y) for x in range(box.left(), box.right(), 1) for y in range(box.top(), box.bottom())}
        assert len(colours) > 8
