"""The palette of commands by keys: called, typed into, walked through, and left."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.document.edits.cards import remove_cards
from desktop.panels.commands.commander import SEEN, TOP, WIDTH
from desktop.panels.commands.rows import HEIGHT

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENTER = Qt.Key.Key_Return


def test_it_opens_with_the_keyboard_and_the_menus_from_the_top(caller):
    caller.call()
    assert caller.palette.field.hasFocus()
    assert caller.texts() == ["Undo", "Redo", "Zoom in", "Waiter"]
    assert caller.palette.current.text == "Undo"


def test_enter_does_what_is_best(caller):
    caller.call("zoom").key(ENTER)
    assert caller.done == ["Zoom in"]
    assert not caller.palette.isVisible()
    assert caller.canvas.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_goes_to_a_card(caller, key):
    caller.call("comes late").key(key)
    assert caller.desk.selected == frozenset({"c2"})
    assert caller.canvas.hasFocus()


def test_escape_goes_back_to_where_the_focus_was(caller):
    caller.elsewhere.setFocus()
    caller.call("zoom").key(Qt.Key.Key_Escape)
    assert caller.elsewhere.hasFocus()
    assert caller.done == []


def test_where_that_is_gone_it_goes_back_to_the_map(caller):
    caller.elsewhere.setFocus()
    caller.call()
    caller.elsewhere.hide()
    caller.key(Qt.Key.Key_Escape)
    assert caller.canvas.hasFocus()


def test_called_again_it_leaves(caller):
    caller.call()
    caller.palette.call()
    assert not caller.palette.isVisible()


def test_it_opens_empty_each_time(caller):
    caller.call("zoom").key(Qt.Key.Key_Escape)
    caller.call()
    assert caller.palette.field.text() == ""
    assert len(caller.texts()) == 4


@pytest.mark.parametrize(
    ("key", "at"), [(Qt.Key.Key_Down, 1), (Qt.Key.Key_End, 3), (Qt.Key.Key_PageDown, 3), (Qt.Key.Key_Up, 0)]
)
def test_keys_walk_and_stop_at_the_ends(caller, key, at):
    caller.call().key(key)
    assert caller.palette.list.currentIndex().row() == at


def test_home_goes_to_the_first(caller):
    caller.call().key(Qt.Key.Key_End)
    caller.key(Qt.Key.Key_Home)
    assert caller.palette.list.currentIndex().row() == 0


def test_the_chosen_row_is_read_aloud(caller):
    caller.call().key(Qt.Key.Key_Down)
    assert caller.palette.field.accessibleDescription() == "Redo, Edit, Ctrl+Y"


def test_another_letter_chooses_the_first_again(caller):
    caller.call("o").key(Qt.Key.Key_End)
    QTest.keyClicks(caller.palette.field, "o")
    assert caller.palette.list.currentIndex().row() == 0


def test_keys_with_shift_select_in_the_line(caller):
    caller.call("zoom").key(Qt.Key.Key_Home, SHIFT)
    assert caller.palette.field.selectedText() == "zoom"


def test_ctrl_enter_does_it_and_stays(caller):
    caller.call("zoom")
    for _ in range(3):
        caller.key(ENTER, CONTROL)
    assert caller.done == ["Zoom in"] * 3
    assert caller.palette.isVisible()
    assert caller.palette.field.hasFocus()


def test_ctrl_enter_goes_from_card_to_card(caller):
    caller.call("late").key(ENTER, CONTROL)
    caller.palette.field.clear()
    QTest.keyClicks(caller.palette.field, "drinks up")
    caller.key(ENTER, CONTROL)
    assert caller.desk.selected == frozenset({"c3"})
    assert caller.palette.field.hasFocus()


def test_shift_enter_selects_it_too(caller):
    caller.desk.select(("c1",))
    caller.call("comes late").key(ENTER, SHIFT)
    assert caller.desk.selected == frozenset({"c1", "c2"})


def test_of_nothing_it_says_so_and_enter_does_nothing(caller):
    caller.call("xyzzy")
    assert caller.palette.told.text() == caller.desk.words("commands.nothing")
    caller.key(ENTER)
    assert caller.done == []
    assert caller.palette.isVisible()


def test_what_is_gone_meanwhile_is_told(caller):
    caller.call("comes late")
    caller.desk.attempt("Remove", lambda whole: remove_cards(whole, "m", ["c2"]))
    caller.key(ENTER)
    assert caller.said == [caller.desk.words("commands.gone")]


def test_what_is_parked_is_revealed_where_it_is(caller, parked):
    caller.call("comes late").key(ENTER)
    assert caller.revealed == ["c2"]
    assert caller.desk.selected == frozenset()


def test_a_click_on_a_row_does_it(caller):
    caller.call()
    rows = caller.palette.list
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(rows.model().index(2, 0)).center())
    assert caller.done == ["Zoom in"]


def test_a_click_elsewhere_closes_it(caller):
    caller.call()
    QTest.mouseClick(caller.elsewhere, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not caller.palette.isVisible()
    assert caller.elsewhere.hasFocus()


def test_it_stands_in_the_middle_and_follows_the_window(caller):
    caller.call()
    assert caller.palette.geometry().center().x() in range(448, 452)
    assert (caller.palette.y(), caller.palette.width()) == (TOP, WIDTH)
    caller.host.resize(500, 400)
    assert caller.palette.width() < 500
    assert caller.palette.geometry().right() < 500


def test_it_is_no_higher_than_its_rows(caller):
    caller.call()
    high = caller.palette.height()
    caller.palette.field.clear()
    QTest.keyClicks(caller.palette.field, "zoom")
    assert high - caller.palette.height() == (4 - len(caller.texts())) * HEIGHT
    assert len(caller.texts()) < SEEN
