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
TAKEN_BACK = {
    "scribe_inbox": "scribe_inbox",
    "scribe_paper": "scribe_paper",
    "show_toggle": "show_stop",
    "room_mode": "room_mode",
    "room_frame": "room_mode",
    "projector_follow": "projector_follow",
}
"""What is pressed next, so that one action is tried as the window was when it opened; it leaves the line alone too."""


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
    field.clear()
    QTest.keyClicks(field, LINE)
    return field


def left_alone(field):
    return field.text() == LINE and field.hasFocus() and field.cursorPosition() == len(LINE)


def disturbing(window, actions):
    """Those of the actions, and of what takes them back, whose key does not leave the line alone."""
    found = []
    for action in actions:
        field = typing(window)
        for name in (action, TAKEN_BACK.get(action)):
            if name is not None:
                press(window, name)
                found += [] if left_alone(field) else [(action, name)]
    return found


def test_the_keyboard_stays_in_the_line_whatever_is_pressed(window):
    assert disturbing(window, STAYS) == []


def test_and_where_there_is_a_result(window, voted):
    assert disturbing(window, [name for name in STAYS if name.startswith("votes_")]) == []
    assert window.docks.docks["votes"].isVisible()


def test_and_while_a_show_runs(window):
    window.workshop.run.show.toggle()
    steering = ["show_next", "show_back", "show_skip", "show_extend"]
    assert disturbing(window, steering) == []
    press(window, "show_toggle")
    assert left_alone(window.workshop.scribe.field)
    assert disturbing(window, ["show_stop"]) == []


def test_what_asks_for_the_keyboard_has_it_and_the_line_stays(window):
    for action, asks in OPENS.items():
        field = typing(window)
        press(window, action)
        focused = QApplication.focusWidget()
        assert (action, field.text()) == (action, LINE)
        assert (action, asks(window) is focused or asks(window).isAncestorOf(focused)) == (action, True)


def test_the_same_key_goes_back_to_the_line(window, field):
    for action in BACK:
        press(window, action)
        press(window, action)
        assert (action, left_alone(field)) == (action, True)


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
