"""What can be chosen holds at once."""

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from shiboken6 import isValid

from desktop import resources
from desktop.dialogs.preferences import NAMES, PreferencesDialog
from desktop.preferences import Appearance, Preferences


@pytest.fixture
def told():
    return []


@pytest.fixture
def dialog(qtbot, told):
    dialog = PreferencesDialog(resources.words("en"), Preferences(language="en", author="Ana", recent=("a.journey",)))
    dialog.chosen.connect(told.append)
    dialog.show()
    yield dialog
    if isValid(dialog):
        dialog.close()


def choose(box, text):
    """Opens the list and takes an entry, as a hand does."""
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())


def test_it_shows_what_holds(dialog):
    assert (dialog.language.currentText(), dialog.appearance.currentText()) == ("English", "As the system")
    assert dialog.author.text() == "Ana"


def test_a_look_is_told_at_once(dialog, told):
    choose(dialog.appearance, "Dark")
    assert [each.appearance for each in told] == [Appearance.DARK]


def test_a_language_is_told_at_once(dialog, told):
    choose(dialog.language, "As the system")
    assert [each.language for each in told] == [""]


def test_a_name_is_told_when_it_is_finished(dialog, told):
    dialog.author.clear()
    QTest.keyClicks(dialog.author, "  Maya   M ")
    assert told == []
    QTest.keyClick(dialog.author, Qt.Key.Key_Return)
    assert [each.author for each in told] == ["Maya M"]


def test_a_name_counts_however_the_dialog_is_closed(dialog, told):
    dialog.author.clear()
    QTest.keyClicks(dialog.author, "Maya")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert [each.author for each in told] == ["Maya"]


def test_nothing_is_told_when_nothing_changed(dialog, told):
    choose(dialog.appearance, "As the system")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert told == []


def test_what_is_not_chosen_here_is_kept(dialog, told):
    choose(dialog.appearance, "Dark")
    assert [each.path for each in told[0].recent] == ["a.journey"]


def test_every_language_has_a_name():
    assert set(resources.languages()) <= set(NAMES)


def test_every_look_is_offered(dialog):
    assert dialog.appearance.count() == len(Appearance)


def test_a_closed_dialog_is_gone(qtbot):
    dialog = PreferencesDialog(resources.words("en"), Preferences())
    dialog.show()
    gone = weakref.ref(dialog)
    dialog.close()
    del dialog
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert gone() is None
