"""What each participant feels, step by step: typed, pasted, told at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest

from desktop.desk.curve import CurveVerbs
from desktop.dialogs.curve.participants import ParticipantsDialog
from desktop.resources import words
from tests.desks import desk_on, small_map

WORDS = words("en")


@pytest.fixture
def verbs():
    return CurveVerbs(desk_on())


@pytest.fixture
def ask(qtbot, verbs):
    def make():
        dialog = ParticipantsDialog(verbs, WORDS)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitActive(dialog)
        return dialog

    return make


def figures(dialog, step):
    return [label.text() for label in dialog._figures[step]]


def focused(dialog):
    return next((step for step, field in dialog.fields.items() if field is dialog.focusWidget()), "")


def say(dialog, *texts):
    """Types from the line with the focus on, Return after each."""
    for text in texts:
        QTest.keyClicks(dialog.focusWidget(), text)
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)


def test_one_begins_at_the_first_step(ask):
    assert focused(ask()) == "d0"


def test_values_come_to_a_feeling_at_once(ask):
    dialog = ask()
    say(dialog, "2 1 -1 0")
    assert figures(dialog, "d0") == ["4", "+0.5", "± 1.29"]
    assert figures(dialog, "d1") == ["", "–", ""]
    assert dialog.note.text() == "Values at 1 step."


def test_return_goes_to_the_next_step(ask):
    dialog = ask()
    say(dialog, "1", "2")
    assert focused(dialog) == "d2"
    assert dialog.texts == {"d0": "1", "d1": "2", "d2": "", "d3": ""}


def test_arrows_go_up_and_down_and_no_further(ask):
    dialog = ask()
    for key, step in ((Qt.Key.Key_Down, "d1"), (Qt.Key.Key_Up, "d0"), (Qt.Key.Key_Up, "d0")):
        QTest.keyClick(dialog.focusWidget(), key)
        assert focused(dialog) == step


def test_return_at_the_last_step_goes_to_the_strong_button(ask):
    dialog = ask()
    say(dialog, "1", "", "", "2")
    assert dialog.focusWidget() is dialog.go
    QTest.keyClick(dialog.go, Qt.Key.Key_Return)
    assert dialog.result()


def test_without_any_value_there_is_nothing_to_set(ask):
    dialog = ask()
    assert not dialog.go.isEnabled()
    say(dialog, "", "", "", "")
    assert dialog.isVisible()


def test_a_word_that_is_no_feeling_is_named_with_its_step(ask):
    dialog = ask()
    say(dialog, "1", "1 wow")
    assert dialog.note.text() == "Step 1: “wow” is no feeling. Use numbers from −2 to +2."
    assert dialog.note.objectName() == "trouble"
    assert not dialog.go.isEnabled()


def test_the_note_calms_down_when_it_is_mended(ask):
    dialog = ask()
    say(dialog, "1 x")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Up)
    QTest.keyClicks(dialog.focusWidget(), "2")
    assert dialog.note.objectName() == "note"
    assert dialog.texts["d0"] == "2"
    assert dialog.go.isEnabled()


def test_a_column_that_is_pasted_goes_down_the_lines(ask):
    dialog = ask()
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    QGuiApplication.clipboard().setText("1 2\n0\t-1\n1\n2\n")
    QTest.keySequence(dialog.focusWidget(), QKeySequence(QKeySequence.StandardKey.Paste))
    assert dialog.texts == {"d0": "", "d1": "1 2", "d2": "0 -1", "d3": "1"}


def test_a_single_line_is_pasted_where_the_cursor_is(ask):
    dialog = ask()
    QTest.keyClicks(dialog.focusWidget(), "1 ")
    QGuiApplication.clipboard().setText("2")
    QTest.keySequence(dialog.focusWidget(), QKeySequence(QKeySequence.StandardKey.Paste))
    assert dialog.texts["d0"] == "1 2"


def test_values_that_were_given_before_can_be_gone_on_with(ask, verbs):
    verbs.gather("l-emotions", "maya", {"d0": "2 1"}, "Workshop")
    dialog = ask()
    assert dialog.texts["d0"] == "2 1"
    dialog.persona.setFocus()
    QTest.keyClick(dialog.persona, Qt.Key.Key_Down)
    assert dialog.texts["d0"] == ""
    assert dialog.whose == ("l-emotions", "ana")


def test_the_source_is_asked_for(ask):
    assert ask().source.text() == "Workshop"


def test_a_map_without_personas_has_a_curve_of_nobody_in_particular(qtbot):
    bare = small_map().model_copy(update={"personas": ()})
    dialog = ParticipantsDialog(CurveVerbs(desk_on(bare)), WORDS)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    assert (dialog.persona.currentText(), dialog.whose[1]) == ("Nobody in particular", "")
