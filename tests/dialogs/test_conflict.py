"""What to do about a file that was changed meanwhile: clear ways, and none by accident."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desks import small_map
from desktop.dialogs.compare import CompareDialog
from desktop.dialogs.conflict import Conflict, ConflictDialog
from desktop.dialogs.questions import Dialogs
from desktop.resources import words
from desktop.storage.reader import Opened

WORDS = words("en")
WAYS = [Conflict.MINE, Conflict.THEIRS, Conflict.COPY, Conflict.COMPARE]


@pytest.fixture
def shown(qtbot):
    """Opens the dialog."""

    def show(name="dinner.journey", *, mine_modified=True):
        dialog = ConflictDialog(name, WORDS, mine_modified=mine_modified)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return show


def texts(dialog):
    return [label.text() for label in dialog.findChildren(QLabel)]


@pytest.mark.parametrize("way", WAYS)
def test_each_way_is_a_button(shown, way):
    dialog = shown()
    QTest.mouseClick(dialog.buttons[way], Qt.MouseButton.LeftButton)
    assert (dialog.answer, dialog.isVisible()) == (way, False)


def test_each_way_says_what_it_leads_to(shown):
    dialog = shown()
    assert all(button.accessibleDescription() in texts(dialog) for button in dialog.buttons.values())
    assert list(dialog.buttons) == WAYS


def test_what_is_unchanged_here_is_best_loaded(shown):
    dialog = shown(mine_modified=False)
    assert next(iter(dialog.buttons)) is Conflict.THEIRS
    assert any("Here nothing has been changed" in text for text in texts(dialog))


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_key_in_haste_changes_nothing(shown, key):
    dialog = shown()
    QTest.keyClick(dialog.focusWidget(), key)
    assert (dialog.answer, dialog.isVisible()) == (Conflict.CANCEL, False)


def test_return_presses_the_button_with_the_focus(shown):
    dialog = shown()
    dialog.buttons[Conflict.COPY].setFocus()
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.answer is Conflict.COPY


def test_other_keys_do_nothing(shown):
    dialog = shown()
    QTest.keyClick(dialog, Qt.Key.Key_A)
    assert dialog.isVisible()


def test_a_name_is_never_markup(shown):
    dialog = shown("<img src='/x'>.journey")
    assert texts(dialog)[0] == "“<img src='/x'>.journey” was changed by another program"
    assert {label.textFormat() for label in dialog.findChildren(QLabel)} == {Qt.TextFormat.PlainText}


def later(act):
    QTimer.singleShot(0, lambda: act(QApplication.activeModalWidget()))


def test_the_question_is_answered(qapp):
    later(lambda dialog: dialog.buttons[Conflict.MINE].click())
    assert Dialogs(None, WORDS).conflict("dinner.journey", True) is Conflict.MINE


def test_the_question_is_closed(qapp):
    later(ConflictDialog.reject)
    assert Dialogs(None, WORDS).conflict("dinner.journey", True) is Conflict.CANCEL


@pytest.mark.parametrize(("number", "answer"), [(0, Conflict.CANCEL), (1, Conflict.THEIRS), (2, Conflict.MINE)])
def test_what_is_decided_over_the_comparison(qapp, number, answer):
    later(lambda dialog: dialog.buttons[number].click())
    opened = Opened(small_map(), {})
    ways = (Conflict.THEIRS, Conflict.MINE)
    assert Dialogs(None, WORDS).compare(opened, opened, ways) is answer


def test_the_comparison_is_closed(qapp):
    later(CompareDialog.reject)
    opened = Opened(small_map(), {})
    assert Dialogs(None, WORDS).compare(opened, opened, ()) is Conflict.CANCEL
