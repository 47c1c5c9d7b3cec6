"""Slips of whoever counts: keys in the wrong moment never give a vote to another card or another person."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.panels.votes.model import ROW

Key = Qt.Key
ENTER, BACK, ESCAPE = Key.Key_Return, Key.Key_Backspace, Key.Key_Escape


def rows(count):
    model = count.entries.model()
    return [model.index(row).data(ROW) for row in range(model.rowCount())]


def numbers(count):
    return {at: row.number for at, row in enumerate(rows(count)) if row.number}


def grades(count):
    return {at: row.figures for at, row in enumerate(rows(count)) if row.figures != ("–", "–")}


@pytest.fixture
def judging(panel, press):
    """Two people judge the pain points."""
    panel.setup.form.setFocus()
    press(Key.Key_Down)
    panel.setup.people.setValue(2)
    press(ENTER)
    return panel.counting


@pytest.mark.parametrize("key", [Key.Key_End, Key.Key_PageDown])
def test_a_tally_is_for_the_card_on_which_it_was_typed(begun, press, key):
    press("12", key, ENTER)
    assert numbers(begun) == {0: "12"}


def test_a_click_on_another_row_begins_with_its_severity(judging, press):
    press("4")
    view = judging.entries
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(3)).center())
    press("2")
    assert grades(judging) == {0: ("4", "–"), 3: ("2", "–")}


def test_end_begins_with_the_severity_of_the_last(judging, press):
    press("4", Key.Key_End, "2")
    assert grades(judging) == {0: ("4", "–"), 8: ("2", "–")}


def test_another_person_begins_with_the_severity(judging, press):
    press("4", Key.Key_Right, "2")
    assert grades(judging) == {0: ("2", "–")}


def test_backspace_goes_back_to_the_grade_that_it_takes_away(judging, press):
    press("42", BACK, "5")
    assert grades(judging) == {0: ("4", "5")}


def test_backspace_after_the_severity_asks_for_it_again(judging, press):
    press("4", BACK, "53")
    assert grades(judging) == {0: ("5", "3")}


def test_backspace_goes_back_to_the_person_whose_grade_it_takes_away(judging, press, votes):
    press("11" * 9, BACK)
    assert votes.person == 0
    press("2", Key.Key_Left)
    assert grades(judging)[8] == ("1", "2")


def test_escape_leaves_the_result_at_once_after_letters(begun, press, panel, qtbot):
    begun.show_it.click()
    begun.entries.setFocus()
    press("a")
    with qtbot.waitSignal(panel.left, timeout=0):
        press(ESCAPE)


def test_letters_typed_into_the_result_do_not_spoil_the_next_vote(begun, press, votes):
    begun.turn()
    begun.entries.setFocus()
    press("a")
    begun.turn()
    press("b")
    assert numbers(begun) == {1: "1"}


def test_the_title_of_one_vote_is_not_that_of_the_next(panel, press, votes):
    panel.setup.title.setText("First round")
    press(ENTER)
    votes.work_on("")
    assert panel.setup.title.text() == ""


def test_votes_for_each_stay_as_they_were_typed_when_something_else_is_selected(panel, desk):
    panel.setup.each.setValue(7)
    desk.select([next(card.id for lane in desk.journey.lanes for card in lane.cards)])
    assert panel.setup.what.findText("Selected card · 1") >= 0
    assert panel.setup.each.value() == 7


def test_undoing_a_vote_from_the_map_leaves_the_keyboard_there(window):
    QTest.keyClick(window.canvas, Key.Key_F12)
    QTest.keyClick(QApplication.focusWidget(), ENTER)
    QTest.keyClick(QApplication.focusWidget(), ESCAPE)
    assert window.canvas.hasFocus()
    QTest.keyClick(window.canvas, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.workshop.voting.votes.ballot is None
    assert window.canvas.hasFocus()
