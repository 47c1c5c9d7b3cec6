"""The run of show of a window, by its keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.document.edits.cards import Spot
from desktop.session import Session
from desktop.storage.reader import Opened
from desktop.window import Window
from shows import Clock, desk_with
from windows import Home, Script

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE, F5 = Qt.KeyboardModifier.NoModifier, Qt.Key.Key_F5


@pytest.fixture
def window(qtbot):
    session = Session(Opened(desk_with().project, {}))
    window = Window(session, Home(), Script())
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    return window


@pytest.fixture
def run(window):
    run = window.workshop.run
    run.show._clock = Clock()
    return run


def press(window, key, modifiers=NONE):
    QTest.keyClick(window.focusWidget() or window, key, modifiers)


def test_f5_calls_the_panel_and_sends_it_away(window, run):
    press(window, F5)
    assert run.panel.isVisible()
    assert run.panel.list.hasFocus()
    press(window, F5)
    assert not run.panel.isVisible()
    assert window.canvas.hasFocus()


def test_escape_goes_back_to_the_map(window, run):
    press(window, F5)
    press(window, Qt.Key.Key_Escape)
    assert run.panel.isVisible()
    assert window.canvas.hasFocus()


def test_everything_goes_by_keys_from_the_map(window, run):
    show, seen = run.show, []
    for key, modifiers in ((F5, SHIFT), (F5, CTRL), (F5, CTRL | SHIFT), (F5, ALT | SHIFT), (Qt.Key.Key_5, CTRL)):
        press(window, key, modifiers)
        seen.append((show.number, round(show.remaining)))
    assert seen == [(1, 600), (2, 300), (1, 600), (2, 300), (2, 600)]
    press(window, F5, SHIFT)
    assert show.paused
    press(window, Qt.Key.Key_5, CTRL | ALT)
    assert not show.running


def test_what_is_written_is_in_the_snapshot(window, run):
    run.show.start()
    QTest.keyClicks(window.canvas, "Pays")
    press(window, F5, CTRL)
    cards = [card.text for lane in window.desk.journey.lanes for card in lane.cards]
    assert "Pays" in cards
    assert "Pays" in str(window.desk.journey.snapshots[0].content)


@pytest.mark.parametrize("verb", ["skip", "back", "stop"])
def test_what_is_written_counts_however_a_point_ends(window, run, verb):
    run.show.start("g2")
    window.canvas.setFocus()
    window.desk.aim(Spot("l-thoughts", "d0"))
    QTest.keyClicks(window.canvas, "Pays")
    getattr(run, verb)()
    assert window.canvas.writer is None
    assert "Pays" in [card.text for lane in window.desk.journey.lanes for card in lane.cards]


def test_the_slot_comes_into_sight(window, run):
    window.canvas.zoom_actual()
    window.canvas.scroll_to(0, 0)
    run.show.start()
    assert window.desk.target.step == "d3"
    assert window.canvas.view.seen.right > 0


def test_a_silent_round_fills_the_inbox(window, run):
    run.show.start("g2")
    assert window.workshop.scribe.scribing.inbox
    run.show.next()
    assert not window.workshop.scribe.scribing.inbox


def test_it_ticks_only_while_it_runs(run):
    assert not run.ticker.ticking
    run.show.start()
    assert run.ticker.ticking
    run.show.stop()
    assert not run.ticker.ticking


def test_what_is_written_in_the_panel_counts_when_the_window_saves(window, run):
    press(window, F5)
    press(window, Qt.Key.Key_F2)
    QTest.keyClicks(window.focusWidget(), "12")
    window.hand_in()
    assert run.show.agenda[0].minutes == 12


def test_without_an_agenda_the_keys_lead_to_the_templates(window, run):
    window.desk.edit("", desk_with(()).project)
    press(window, F5, SHIFT)
    assert run.panel.offered.isVisible()


def test_the_agenda_speaks_the_language_of_the_project(window, run):
    assert run._templates()[0].title == "90 minutes"
