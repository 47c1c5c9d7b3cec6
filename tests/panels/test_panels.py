"""Small parts round the canvas."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.panels.choicemenu import ChoiceMenu
from desktop.panels.middle import Middle, column
from desktop.panels.waiting import waiting


def test_the_pointer_waits_and_comes_back(qapp):
    with waiting():
        assert QApplication.overrideCursor().shape() == Qt.CursorShape.WaitCursor
    assert QApplication.overrideCursor() is None


def test_the_pointer_comes_back_after_a_failure(qapp):
    with pytest.raises(OSError, match="full"), waiting():
        raise OSError("full")
    assert QApplication.overrideCursor() is None


@pytest.fixture
def parent(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


def test_the_middle_tells_where_it_begins(parent, qtbot):
    middle = Middle([QLabel("One"), QLabel("Two")], parent)
    middle.show()
    with qtbot.waitSignal(middle.placed) as told:
        middle.move(120, 8)
    assert told.args == [120]


def test_a_column_has_no_gaps(qtbot):
    one, other = QLabel("One"), QLabel("Two")
    whole = column(one, other)
    qtbot.addWidget(whole)
    whole.show()
    assert other.geometry().top() == one.geometry().bottom() + 1
    assert one.geometry().left() == 0


@pytest.fixture
def chosen():
    return []


@pytest.fixture
def menu(parent, chosen):
    return ChoiceMenu([("a", "First"), ("b", "Second")], chosen.append, lambda: QPoint(30, 40), parent)


def test_a_choice_is_told_by_its_key(menu, chosen):
    menu.actions()[1].trigger()
    assert chosen == ["b"]


def test_a_choice_menu_opens_by_itself_ready_for_the_keyboard(menu, chosen):
    menu.offer()
    assert menu.pos() == QPoint(30, 40)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert chosen == ["b"]
    assert not menu.isVisible()
