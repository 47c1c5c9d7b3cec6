"""Whatever is done in the tray by keys and pointer: no card is lost or doubled, and all can be undone."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.document.checks import check
from desktop.panels.tray.faces import ROW

Key, Keys, LEFT = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
STEPS = st.sampled_from((
    (Key.Key_Return, Keys.NoModifier),
    (Key.Key_Return, Keys.ShiftModifier),
    (Key.Key_G, Keys.NoModifier),
    (Key.Key_P, Keys.NoModifier),
    (Key.Key_Up, Keys.AltModifier),
    (Key.Key_Down, Keys.AltModifier),
    (Key.Key_Down, Keys.NoModifier),
    (Key.Key_Up, Keys.ShiftModifier),
    (Key.Key_Down, Keys.ShiftModifier),
    (Key.Key_Left, Keys.NoModifier),
    (Key.Key_Right, Keys.NoModifier),
    (Key.Key_Home, Keys.ControlModifier),
    (Key.Key_A, Keys.ControlModifier),
))  # fmt: skip
DRAGS = st.tuples(st.integers(0, 9), st.integers(0, 11))
STORY = st.lists(st.one_of(STEPS, DRAGS), max_size=14)
FEW = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def everything(desk):
    """How often every card stands somewhere."""
    journey = desk.journey
    holders = [*(lane.cards for lane in journey.lanes), *(group.cards for group in journey.inbox), journey.parking]
    return Counter(card.id for cards in holders for card in cards)


def do(side, deed):
    """A key, or a line dragged to another place of the tray."""
    focused = QApplication.focusWidget()
    if not isinstance(deed[0], int) or isinstance(deed[0], Qt.Key):
        QTest.keyClick(focused if side.window.isAncestorOf(focused or side.window) else side.view, *deed)
        return
    start, goal = (QPoint(120, int((line + 0.3) * ROW)) for line in deed)
    viewport = side.view.viewport()
    QTest.mousePress(viewport, LEFT, pos=start)
    for at in (start + QPoint(9, 9), (start + goal) / 2, goal):
        QTest.mouseMove(viewport, at)
    QTest.mouseRelease(viewport, LEFT, pos=goal)


@pytest.fixture
def anew(side):
    """The tray as it was at first, the keyboard on its first card."""

    def begin():
        side.panel.commit()
        while side.desk.session.undoable:
            side.desk.undo()
        unfold(side)
        side.pick("n1")
        return side

    return begin


def unfold(side):
    for section in {line.section for line in side.view.rows.lines}:
        side.view.rows.fold(section, False)


@pytest.fixture(scope="module")
def faults():
    """What is wrong with a project beyond what was wrong before."""

    def found(project, before=frozenset()):
        return {(one.code, one.path) for one in check(project, ())} - before

    return found


@FEW
@given(STORY)
def test_no_card_is_lost_or_doubled(anew, faults, story):
    side = anew()
    cards, before, known = everything(side.desk), side.desk.project, faults(side.desk.project)
    for deed in story:
        do(side, deed)
        assert everything(side.desk) == cards
    side.panel.commit()
    assert not {one for one in faults(side.desk.project, known) if "Cluster" in one[0]}
    while side.desk.session.undoable:
        side.desk.undo()
    assert side.desk.project is before
    assert side.canvas.tool is None


@FEW
@given(STORY)
def test_the_lines_are_those_of_the_map(anew, story):
    side = anew()
    for deed in story:
        do(side, deed)
    side.panel.commit()
    unfold(side)
    shown = [line.card.id for line in side.view.rows.lines if line.card]
    assert shown == [one for group in side.groups_in_order for one in group] + side.parked
    assert [line.card for line in side.view.rows.lines if line.card] == [
        line.card for line in type(side.view.rows)(side.desk).lines if line.card
    ]
