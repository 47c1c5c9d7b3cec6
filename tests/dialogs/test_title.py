import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import resources
from desktop.dialogs.title import LONGEST, TitleDialog, ask_title

WORDS = resources.words("en")


@pytest.fixture
def dialog(qtbot):
    made = TitleDialog("Rename the edition", "Name", "Wall", WORDS)
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_typed_replaces_the_name_before(dialog):
    QTest.keyClicks(dialog.line, " Hall ")
    assert dialog.title() == "Hall"


def test_return_takes_the_name(dialog, qtbot):
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog.line, Qt.Key.Key_Return)


def test_escape_takes_nothing(dialog, qtbot):
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog.line, Qt.Key.Key_Escape)


def test_a_name_is_no_longer_than_a_file_takes(dialog):
    dialog.line.clear()
    dialog.line.insert("x" * (LONGEST + 9))
    assert len(dialog.title()) == LONGEST


def answered(key):
    """Types into the dialog that is open, and ends it by this key."""

    def answer():
        open_one = QApplication.activeModalWidget()
        QTest.keyClicks(open_one.line, "Hall")
        QTest.keyClick(open_one.line, key)

    QTimer.singleShot(0, answer)
    return ask_title("Rename the edition", "Name", "Wall", WORDS)


@pytest.mark.parametrize(("key", "title"), [(Qt.Key.Key_Return, "Hall"), (Qt.Key.Key_Escape, "")])
def test_a_name_is_asked_for(qapp, key, title):
    assert answered(key) == title
