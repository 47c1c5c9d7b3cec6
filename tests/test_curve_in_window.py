"""The curve in a window, by its keys: computed, gathered, compared, undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.document.base import changed
from desktop.session import Session
from tests.answering import answers, survey

KEYS = Qt.KeyboardModifier
BOTH = KEYS.ControlModifier | KEYS.ShiftModifier


@pytest.fixture
def with_answers(open_window, path):
    """The restaurant with two answers to a touchpoint."""
    session = Session.open(path)
    lane = next(each for each in session.project.maps[0].lanes if each.kind == "touchpoints")
    card = min(lane.cards, key=lambda one: (one.first, one.id))
    joins = (survey().joins[0].model_copy(update={"thing": card.id}),)
    asked = survey(responses=answers(("Doing", 5), ("Doing", 4)), joins=joins)
    session.edit("Survey", changed(session.project, surveys=(asked,)), "", ())
    window = open_window(session)
    return window, card.first


def marker_at(window, step, persona):
    journey = window.improvement.curve.verbs.desk.journey
    markers = (one for lane in journey.lanes for one in lane.markers)
    return next((one for one in markers if one.step == step and one.persona == persona), None)


def test_the_curve_is_computed_and_undone(with_answers):
    window, step = with_answers
    QTest.keyClick(window, Qt.Key.Key_M, BOTH)
    dialog = window.improvement.curve.dialog
    persona = dialog.wish.persona
    before = marker_at(window, step, persona)
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    after = marker_at(window, step, persona)
    assert (after.value, after.computed.people) == (1.5, 2)
    window.undo()
    assert marker_at(window, step, persona) == before


def test_escape_changes_nothing(with_answers):
    window, _ = with_answers
    before = window.session.project
    QTest.keyClick(window, Qt.Key.Key_M, BOTH)
    QTest.keyClick(window.improvement.curve.dialog, Qt.Key.Key_Escape)
    assert window.session.project is before
    assert window.improvement.curve.dialog is None


def test_without_answers_the_status_bar_says_what_to_do(window):
    told = []
    window.improvement.curve.verbs.desk.said.connect(told.append)
    QTest.keyClick(window, Qt.Key.Key_M, BOTH)
    assert window.improvement.curve.dialog is None
    assert told == ["There are no scores yet. Import a table of feedback first."]


def test_values_of_participants_are_set(window):
    QTest.keyClick(window, Qt.Key.Key_B, BOTH)
    dialog = window.improvement.curve.dialog
    step, persona = next(iter(dialog.fields)), dialog.whose[1]
    QTest.keyClicks(dialog.fields[step], "-2 -1")
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    after = marker_at(window, step, persona)
    assert (after.value, after.computed.people, after.computed.source) == (-1.5, 2, "Workshop")


def test_the_gap_is_turned_on_and_off_by_its_key(window):
    verbs = window.improvement.curve.verbs
    QTest.keyClick(window, Qt.Key.Key_I, BOTH)
    assert len(window.session.project.maps) == 2
    QTest.keyClick(window, Qt.Key.Key_B, KEYS.AltModifier)
    assert verbs.with_gap
    QTest.keyClick(window, Qt.Key.Key_B, KEYS.AltModifier)
    assert not verbs.with_gap
