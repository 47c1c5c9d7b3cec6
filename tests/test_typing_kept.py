"""Whatever is done in a workshop while half a line stands in the scribe bar: it stays, and one goes on with it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.acts import WORKSHOP

LINE = "half a line"
KEY = Qt.Key
OPENS = {
    "scribe": lambda window: window.canvas,
    "tray": lambda window: window.workshop.inbox.panel,
    "run_show": lambda window: window.workshop.run.panel,
    "votes": lambda window: window.workshop.voting.panel,
    "snapshot": lambda window: window.workshop.snapshots.asker,
}
"""What asks for the keyboard: the map, a panel's own field, or a line over the map."""

APART = {"photos", "photos_choose", "projector", "room_size", "snapshots"}
"""What opens a window or a sheet of its own."""

STAYS = [act.id for act in WORKSHOP if act.id not in {*OPENS, *APART}]
BACK = ["tray", "run_show", "votes"]


def press(window, action):
    """The action's own key, to the window."""
    keys = window.acts[action].shortcut()[0]
    QTest.keyClick(window.windowHandle(), keys.key(), keys.keyboardModifiers())
    QApplication.processEvents()


@pytest.fixture
def field(window):
    """The scribe bar's, with half a line in it."""
    return typing(window)


@pytest.fixture
def voted(window):
    """A vote whose result is shown: two cards have one each."""
    press(window, "votes")
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    votes = window.workshop.voting.votes
    for entry in votes.entries[:2]:
        votes.cast(entry.card.id, 1)
    press(window, "votes_turn")
    return votes


def typing(window):
    window.workshop.scribe.take_focus()
    field = window.workshop.scribe.field
    QTest.keyClicks(field, LINE)
    return field


def left_alone(field):
    return field.text() == LINE and field.hasFocus() and field.cursorPosition() == len(LINE)


@pytest.mark.parametrize("action", STAYS)
def test_the_keyboard_stays_in_the_line(window, field, action):
    press(window, action)
    assert left_alone(field)


@pytest.mark.parametrize("action", [name for name in STAYS if name.startswith("votes_")])
def test_and_where_there_is_a_result(window, voted, action):
    field = typing(window)
    press(window, action)
    assert left_alone(field)
    assert window.docks.docks["votes"].isVisible()


@pytest.mark.parametrize("action", ["show_toggle", "show_next", "show_back", "show_skip", "show_extend", "show_stop"])
def test_and_while_a_show_runs(window, action):
    window.workshop.run.show.toggle()
    field = typing(window)
    press(window, action)
    assert left_alone(field)


@pytest.mark.parametrize("action", list(OPENS))
def test_what_asks_for_the_keyboard_has_it_and_the_line_stays(window, field, action):
    press(window, action)
    asks, focused = OPENS[action](window), QApplication.focusWidget()
    assert field.text() == LINE
    assert asks is focused or asks.isAncestorOf(focused)


@pytest.mark.parametrize("action", BACK)
def test_the_same_key_goes_back_to_the_line(window, field, action):
    press(window, action)
    press(window, action)
    assert left_alone(field)


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Escape])
def test_a_snapshot_in_the_middle_of_a_line(window, field, key):
    press(window, "snapshot")
    QTest.keyClick(QApplication.focusWidget(), key)
    assert left_alone(field)
    assert len(window.workshop.snapshots.verbs.kept) == (key == KEY.Key_Return)


def test_the_key_for_a_snapshot_twice_still_goes_back(window, field):
    press(window, "snapshot")
    press(window, "snapshot")
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    assert left_alone(field)


def test_a_snapshot_while_a_card_is_written_goes_back_to_the_map(window):
    QTest.keyClick(window.canvas, "w")
    press(window, "snapshot")
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    assert window.canvas.hasFocus()
