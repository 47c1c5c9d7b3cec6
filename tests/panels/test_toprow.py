"""The row at the top of the window."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.panels.icons import icon
from desktop.panels.toprow import LONGEST_TITLE, TopRow

LEFT = Qt.MouseButton.LeftButton
WORDS, ICON = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly


@pytest.fixture
def menu(qtbot):
    menu = QMenu()
    qtbot.addWidget(menu)
    return menu


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 100)
    window.show()
    return window


@pytest.fixture
def row(window, menu):
    row = TopRow(menu, [[action("undo"), action("redo")], [action("save")], [action("inspector")]], "Print", window)
    row.show_project("Osteria Lume")
    row.resize(1200, 48)
    row.show()
    return row


def action(name):
    return QAction(icon(name), name.title())


def styles(row):
    return [{tool.toolButtonStyle() for tool in group} for group in row.groups]


def test_a_long_project_title_is_shortened(row):
    row.show_project("x" * 100)
    assert len(row.project.text()) == LONGEST_TITLE
    assert row.project.toolTip() == "x" * 100


def test_the_strong_button_tells(row, qtbot):
    with qtbot.waitSignal(row.strong):
        QTest.mouseClick(row.print_button, LEFT)


def test_a_wide_row_has_words_on_all_tools(row):
    assert styles(row) == [{WORDS}, {WORDS}, {WORDS}]


def test_a_narrow_row_keeps_the_words_of_its_first_tools(row):
    row.resize(row.sizeHint().width() - 10, 48)
    assert styles(row) == [{WORDS}, {WORDS}, {ICON}]
    row.resize(260, 48)
    assert styles(row) == [{ICON}, {ICON}, {ICON}]
    row.resize(1200, 48)
    assert styles(row) == [{WORDS}, {WORDS}, {WORDS}]


def test_groups_are_parted_by_lines(row):
    lines = row.findChildren(QToolButton)
    assert len(lines) == 1 + 4
    assert len([child for child in row.children() if child.objectName() == "divider"]) == 3


def test_the_menu_is_not_mirrored_with_its_button(row, menu):
    file = menu.addMenu("File")
    QTimer.singleShot(0, menu.close)
    QTest.mouseClick(row.project, LEFT)
    assert {menu.layoutDirection(), file.layoutDirection()} == {Qt.LayoutDirection.LeftToRight}
    assert row.project.layoutDirection() == Qt.LayoutDirection.RightToLeft
