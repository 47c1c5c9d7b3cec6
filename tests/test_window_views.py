"""Ways of looking at the map, worked in the real window by its keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.desk.lens import CLEAR
from desktop.document.base import in_order
from desktop.session import Session
from desktop.storage.writer import dump

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def window(open_window, sample):
    """On the restaurant sample."""
    return open_window(Session(sample))


def press(window, key, modifiers):
    QTest.keyClick(window.canvas, key, modifiers)


def select(window, text):
    cards = (card for lane in window.desk.journey.lanes for card in lane.cards)
    window.desk.select([next(card.id for card in cards if text in card.text)])


def test_the_stage_of_the_selection_is_folded_and_unfolded(window):
    select(window, "A colleague")
    first = in_order(window.desk.journey.stages)[0].id
    press(window, Qt.Key.Key_F, ALT)
    assert window.desk.lens.stages == {first}
    assert window.view_bar.isVisible()
    press(window, Qt.Key.Key_F, ALT)
    assert window.desk.lens == CLEAR
    assert not window.view_bar.isVisible()


def test_everything_is_unfolded_and_shown(window):
    for stage in window.desk.journey.stages:
        window.views.fold(stage.id, folded=True)
    press(window, Qt.Key.Key_F, ALT | SHIFT)
    assert window.desk.lens == CLEAR
    window.views.let("kinds", "pain", through=True)
    press(window, Qt.Key.Key_O, ALT | SHIFT)
    assert window.desk.lens == CLEAR


def test_the_filter_opens_by_its_key(qtbot, window):
    press(window, Qt.Key.Key_F, CTRL | SHIFT)
    menu = window.view_bar.filter.menu()
    qtbot.waitUntil(menu.isVisible)
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()


def test_what_is_like_the_selection_is_chosen_from_a_menu(qtbot, window):
    select(window, "Card details")
    press(window, Qt.Key.Key_O, ALT)
    menu = window.acts["only_like"].menu()
    qtbot.waitUntil(menu.isVisible)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert window.desk.lens.kinds == {"pain"}


def test_a_view_is_saved_by_keyboard_alone_and_looked_at_again(window):
    before = dump(window.session.project, window.session.assets)
    window.views.let("kinds", "pain", through=True)
    press(window, Qt.Key.Key_V, CTRL | ALT)
    QTest.keyClicks(window.view_bar.name, "Pains")
    QTest.keyClick(window.view_bar.name, Qt.Key.Key_Return)
    assert window.canvas.hasFocus()
    window.views.clear()
    press(window, Qt.Key.Key_V, ALT | SHIFT)
    assert window.desk.lens.kinds == {"pain"}
    assert b'"version": [1, 1]' in dump(window.session.project, window.session.assets)
    press(window, Qt.Key.Key_Z, CTRL)
    assert dump(window.session.project, window.session.assets) == before


def test_escape_while_naming_gives_the_keyboard_back(window):
    press(window, Qt.Key.Key_V, CTRL | ALT)
    assert window.view_bar.name.hasFocus()
    QTest.keyClick(window.view_bar.name, Qt.Key.Key_Escape)
    assert window.canvas.hasFocus()


def test_looking_leaves_nothing_to_save(window):
    window.views.let("kinds", "pain", through=True)
    window.views.fold(window.desk.journey.stages[0].id, folded=True)
    assert not window.session.modified
    assert not window.acts["undo"].isEnabled()
