"""What goes along in a clean copy: ticks with counts, and what is said of the rest."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton

from desktop.dialogs.clean import CleanDialog
from desktop.document.clean import PARTS
from desktop.resources import words

WORDS = words("en")


@pytest.fixture
def ask(qtbot):
    def make(spoilt=0, **counts):
        dialog = CleanDialog("Dinner", dict.fromkeys(PARTS, 0) | counts, WORDS, spoilt=spoilt)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


def texts(dialog):
    return [label.text() for label in dialog.findChildren(QLabel)]


def press(dialog, part):
    QTest.keyClick(dialog.ticks[part], Qt.Key.Key_Space)


def test_nothing_is_ticked_at_first(ask):
    dialog = ask(inbox=3, comments=2)
    assert not any(tick.isChecked() for tick in dialog.ticks.values())
    assert not {"inbox", "comments"} & dialog.kept


def test_what_there_is_none_of_cannot_be_ticked(ask):
    dialog = ask(inbox=3)
    assert [part for part, tick in dialog.ticks.items() if tick.isEnabled()] == ["inbox"]
    assert {"3", "none"} <= set(texts(dialog))


def test_ticks_are_set_by_keys(ask):
    dialog = ask(inbox=3, comments=2)
    press(dialog, "comments")
    assert "comments" in dialog.kept
    assert "inbox" not in dialog.kept


def test_names_wait_for_the_responses(ask):
    dialog = ask(responses=9, respondents=4)
    assert not dialog.ticks["respondents"].isEnabled()
    press(dialog, "responses")
    press(dialog, "respondents")
    assert {"responses", "respondents"} <= dialog.kept
    press(dialog, "responses")
    assert not {"responses", "respondents"} & dialog.kept


def test_it_is_said_when_everything_goes_along(ask):
    dialog = ask(inbox=3)
    assert dialog.note.text() == "The copy does not remember how its maps were printed last."
    press(dialog, "inbox")
    assert dialog.note.text() == "Everything goes along."
    assert dialog.kept == frozenset(PARTS)


def test_snapshots_that_cannot_be_read_are_told(ask):
    dialog = ask(spoilt=2, snapshots=3, comments=1)
    press(dialog, "snapshots")
    assert dialog.note.text() == "2 of the snapshots cannot be read and so not be cleaned; they stay out."
    press(dialog, "comments")
    assert dialog.note.text() == "Everything goes along."


def test_every_tick_has_its_count_for_those_who_listen(ask):
    dialog = ask(inbox=3)
    assert dialog.ticks["inbox"].accessibleDescription() == "3"


@pytest.mark.parametrize(
    ("name", "result"), [("strong", QDialog.DialogCode.Accepted), ("", QDialog.DialogCode.Rejected)]
)
def test_two_ways_out(ask, name, result):
    dialog = ask(inbox=3)
    button = next(each for each in dialog.findChildren(QPushButton) if each.objectName() == name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert dialog.result() == result
