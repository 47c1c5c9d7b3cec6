"""Replacing from the bar: one by one and all at once, each as one step, and never in a locked lane."""

import pytest
from PySide6.QtCore import Qt

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENTER = Qt.Key.Key_Return


@pytest.fixture
def swap(seek):
    """Ready to make coffee of tea."""
    seek.bar.call_replace()
    seek.type("tea")
    seek.type("coffee", seek.bar.by)
    return seek


def test_enter_replaces_the_current_and_goes_on(swap):
    swap.key(ENTER, line=swap.bar.by)
    assert swap.text("c1") == "Waits for coffee"
    assert swap.current() == "c2"
    assert swap.text("c2") == "Tea comes late"


def test_twice_in_one_card_is_two_steps(swap):
    while swap.current() != "c3":
        swap.key(Qt.Key.Key_Down)
    swap.key(ENTER, line=swap.bar.by)
    assert swap.text("c3") == "Drinks green coffee, black tea"
    swap.key(ENTER, line=swap.bar.by)
    assert swap.text("c3") == "Drinks green coffee, black coffee"


@pytest.mark.parametrize("way", ["key", "button"])
def test_all_are_one_step(swap, way):
    before = swap.desk.project
    if way == "key":
        swap.key(ENTER, CONTROL, line=swap.bar.by)
    else:
        swap.click(swap.bar.all)
    assert [swap.text(f"c{number}") for number in (1, 2)] == ["Waits for coffee", "coffee comes late"]
    swap.desk.undo()
    assert swap.desk.project is before


def test_of_a_locked_lane_it_is_said_that_it_stays(swap):
    swap.click(swap.bar.all)
    assert swap.text("c4") == "Pours tea"
    words = swap.desk.words
    assert swap.said[-1] == f"{words('find.replaced').format(count=4)} {words('find.locked_one').format(count=1)}"
    assert swap.found() == ["Pours tea"]


def test_a_locked_one_alone_is_refused(swap):
    swap.key(Qt.Key.Key_Up)
    swap.key(ENTER, line=swap.bar.by)
    assert swap.said == [swap.desk.words("find.is_locked")]
    assert swap.desk.session.undoable is None


def test_shift_enter_goes_back_and_replaces_nothing(swap):
    swap.key(ENTER, SHIFT, line=swap.bar.by)
    assert swap.current() == "c4"
    assert swap.desk.session.undoable is None


def test_the_button_replaces_one(swap):
    swap.click(swap.bar.one)
    assert swap.text("c1") == "Waits for coffee"
    assert swap.bar.told.text() == "1 of 4"


def test_by_nothing_takes_the_word_away(swap):
    swap.bar.by.clear()
    swap.key(ENTER, line=swap.bar.by)
    assert swap.text("c1").rstrip() == "Waits for"


def test_what_is_written_counts_before_anything_is_replaced(swap):
    before = swap.handed
    swap.click(swap.bar.one)
    assert swap.handed == before + 1


def test_what_holds_the_word_it_is_replaced_by_is_replaced_once(swap):
    swap.type("tea or tea", swap.bar.by)
    swap.click(swap.bar.all)
    assert swap.text("c1") == "Waits for tea or tea"


def test_undone_the_matches_are_back(swap):
    swap.click(swap.bar.all)
    swap.desk.undo()
    assert len(swap.found()) == 5
    swap.desk.redo()
    assert swap.found() == ["Pours tea"]


def test_without_a_match_nothing_can_be_replaced(swap):
    swap.type("milk")
    assert not swap.bar.one.isEnabled()
    swap.key(ENTER, CONTROL, line=swap.bar.by)
    assert swap.desk.session.undoable is None
