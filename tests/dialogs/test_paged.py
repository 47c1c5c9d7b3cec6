"""A window of pages: heading, tabs, and one button that closes it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QTabWidget

from desktop.dialogs.paged import arrange


@pytest.fixture
def dialog(qtbot):
    made, pages = QDialog(), QTabWidget()
    pages.addTab(QLabel("One"), "First")
    arrange(made, "Goals and metrics", pages, "Close")
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_heading_stands_above_the_pages_and_the_button_below(dialog):
    heading, button = dialog.findChild(QLabel, "heading"), dialog.findChild(QPushButton, "strong")
    pages = dialog.findChild(QTabWidget)
    assert (heading.text(), button.text()) == ("Goals and metrics", "Close")
    assert heading.geometry().bottom() < pages.y()
    assert pages.geometry().bottom() < button.parentWidget().y()


def test_the_button_closes(dialog):
    QTest.mouseClick(dialog.findChild(QPushButton, "strong"), Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert dialog.result() == QDialog.DialogCode.Accepted
