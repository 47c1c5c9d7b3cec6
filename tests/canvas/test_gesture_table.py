"""Every gesture with every ending leaves a sound project, at most one undo step and nothing in progress."""

import pytest
from gestures import GESTURES, At
from PySide6.QtCore import QPoint, Qt

from desktop.document.checks import check
from desktop.storage.reader import parse
from desktop.storage.writer import dump

OUTSIDE = QPoint(-400, -400)


def drop(hand, gesture):
    hand.release(gesture.keys, gesture.button)


def escape(hand, gesture):
    hand.key(Qt.Key.Key_Escape)
    hand.release(gesture.keys, gesture.button)


def drop_outside(hand, gesture):
    hand.move(OUTSIDE)
    hand.release(gesture.keys, gesture.button)


def lose_focus(hand, gesture):
    hand.canvas.clearFocus()
    hand.release(gesture.keys, gesture.button)


def close(hand, gesture):
    hand.canvas.close()


ENDINGS = {"drop": drop, "Escape": escape, "drop outside": drop_outside, "focus lost": lose_focus, "closed": close}


@pytest.fixture
def begun(hand, canvas):
    """Begins a gesture and moves as far as it says."""

    def begin(gesture):
        at = At(hand)
        gesture.before(at)
        way = [where(at) for where in gesture.to]
        hand.press(gesture.press(at), gesture.keys, gesture.button)
        for point in way:
            hand.move(point)
        canvas.viewport().grab()
        return gesture

    canvas.scroll_to(0, 130)
    return begin


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("name", GESTURES)
def test_a_gesture_and_its_ending(hand, canvas, session, bytes_of, begun, name, ending):
    findings, saved, project = check(session.project, session.assets), bytes_of(), session.project
    gesture = begun(GESTURES[name])
    ENDINGS[ending](hand, gesture)
    assert canvas.tool is None
    assert canvas.scene.project is session.project
    assert check(session.project, session.assets) == findings
    if session.project is not project:
        assert parse(dump(session.project, session.assets)).project == session.project
    assert undone(session) == (gesture.edits if ending == "drop" else 0)
    assert (bytes_of(), session.project) == (saved, project)


@pytest.mark.parametrize("name", GESTURES)
def test_a_gesture_paints_and_scrolls_while_it_lasts(hand, canvas, begun, name):
    begun(GESTURES[name])
    assert canvas.tool is not None
    hand.key(Qt.Key.Key_Escape)
    assert canvas.tool is None


def undone(session):
    """How many undo steps there are; all are undone."""
    count = 0
    while session.undo():
        count += 1
    return count
