"""Finding by keys: the lines of the bar, the way through the matches, and back to the map."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.document.edits.cards import edit_cards

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENTER = Qt.Key.Key_Return


def test_it_opens_with_the_cursor_in_the_line(seek):
    assert seek.bar.field.hasFocus()
    assert seek.handed == 1
    assert not seek.bar.by.isVisible()


def test_nothing_is_said_of_an_empty_line(seek):
    assert seek.bar.told.text() == ""
    assert not seek.bar.list.isVisible()
    assert not seek.bar.behind.isEnabled()


def test_each_key_finds(seek):
    seek.type("tea")
    assert seek.bar.told.text() == "1 of 5"
    seek.key(Qt.Key.Key_X)
    assert seek.found() == []
    seek.key(Qt.Key.Key_Backspace)
    assert len(seek.found()) == 5


def test_what_is_not_there_is_said_and_looks_so(seek):
    seek.type("coffee")
    assert seek.bar.told.text() == seek.desk.words("find.none")
    assert seek.bar.property("nothing")
    seek.type("late")
    assert not seek.bar.property("nothing")


def test_the_first_enter_goes_to_what_was_found_while_typing(seek):
    seek.type("tea")
    seek.key(ENTER)
    assert seek.desk.selected == frozenset({"c1"})
    assert seek.bar.field.hasFocus()


@pytest.mark.parametrize("key", [ENTER, Qt.Key.Key_Enter, Qt.Key.Key_Down])
def test_on_to_the_next(seek, key):
    seek.type("tea")
    for _ in range(2):
        seek.key(key)
    assert seek.desk.selected == frozenset({"c2"})
    assert seek.bar.told.text() == "2 of 5"


@pytest.mark.parametrize(("key", "held"), [(ENTER, SHIFT), (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier)])
def test_back_goes_round_the_beginning(seek, key, held):
    seek.type("tea")
    seek.key(key, held)
    assert seek.current() == "c4"
    seek.key(ENTER)
    assert seek.current() == "c1"


def test_two_matches_of_one_card_are_two_stops(seek):
    seek.type("tea")
    stops = []
    for _ in range(5):
        seek.key(ENTER)
        stops.append((seek.current(), seek.bar.finding.current.span))
    assert [thing for thing, _ in stops] == ["c1", "c2", "c3", "c3", "c4"]
    assert stops[2] != stops[3]


def test_a_longer_word_stays_at_the_card_one_stands_at(seek):
    seek.type("t")
    while seek.current() != "c3":
        seek.key(Qt.Key.Key_Down)
    QTest.keyClicks(seek.bar.field, "ea")
    seek.settle()
    assert seek.current() == "c3"


def test_escape_goes_back_to_the_map(seek):
    seek.type("tea")
    seek.key(Qt.Key.Key_Escape)
    assert not seek.bar.isVisible()
    assert seek.canvas.hasFocus()


def test_escape_on_a_button_goes_back_too(seek):
    seek.bar.strict["case"].setFocus()
    seek.key(Qt.Key.Key_Escape, line=seek.bar.strict["case"])
    assert not seek.bar.isVisible()


def test_opened_again_the_words_are_there_and_chosen(seek):
    seek.type("late")
    seek.key(Qt.Key.Key_Escape)
    seek.bar.call()
    assert seek.bar.field.selectedText() == "late"
    assert seek.found() == ["Tea comes late"]


def test_opened_again_it_knows_what_was_changed_meanwhile(seek):
    seek.type("late")
    seek.key(Qt.Key.Key_Escape)
    seek.desk.attempt("Edit", lambda whole: edit_cards(whole, "m", ["c1"], text="Late again"))
    seek.bar.call()
    assert seek.found() == ["Late again", "Tea comes late"]


def test_replacing_asked_for_while_finding_leads_to_the_other_line(seek):
    seek.type("tea")
    seek.bar.call_replace()
    assert seek.bar.by.hasFocus()
    assert seek.bar.by.isVisible()


def test_replacing_asked_for_first_leads_to_the_words(seek):
    seek.bar.leave()
    seek.bar.call_replace()
    assert seek.bar.field.hasFocus()


def test_the_buttons_go_both_ways(seek):
    seek.type("tea")
    seek.click(seek.bar.behind)
    seek.click(seek.bar.behind)
    assert seek.desk.selected == frozenset({"c2"})
    seek.click(seek.bar.before)
    assert seek.desk.selected == frozenset({"c1"})


def test_the_cross_closes(seek):
    seek.click(seek.bar.close_button)
    assert not seek.bar.isVisible()
    assert seek.canvas.hasFocus()
