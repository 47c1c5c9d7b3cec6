"""Votes, tray and paste by their keys where there is little to work on: no map, no cells, a file that is only read."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.document.base import changed
from desktop.document.cards import Card
from desktop.document.journey import Cluster
from desktop.session import Session
from desktop.storage.reader import Opened

Key, Keys = Qt.Key, Qt.KeyboardModifier
CALLS = (
    (Key.Key_F12, Keys.NoModifier),
    (Key.Key_F12, Keys.ShiftModifier),
    (Key.Key_F12, Keys.ControlModifier),
    (Key.Key_F12, Keys.ControlModifier | Keys.ShiftModifier),
    (Key.Key_F9, Keys.ShiftModifier),
    (Key.Key_V, Keys.ControlModifier),
    (Key.Key_V, Keys.ControlModifier | Keys.ShiftModifier),
    (Key.Key_I, Keys.AltModifier),
    (Key.Key_P, Keys.AltModifier),
)
TYPED = (Key.Key_Return, Key.Key_A, Key.Key_7, Key.Key_G, Key.Key_Delete, Key.Key_Down, Key.Key_Escape)


def project_of(sample, form):
    """Without maps; with one that has neither stages nor lanes; with one that has only notes."""
    if form == "no map":
        return changed(sample.project, maps=())
    journey = changed(sample.project.maps[0], stages=(), lanes=(), links=(), ballots=(), agenda=(), snapshots=())
    notes = (Cluster(id="g1", cards=(Card(id="n1", kind="note", text="late"),)),) if form == "notes" else ()
    return changed(sample.project, maps=(changed(journey, inbox=notes, parking=()),))


@pytest.fixture(params=["no map", "no cell", "notes"])
def bare(request, open_window, sample):
    QGuiApplication.clipboard().setText("slow\nlate")
    yield open_window(Session(Opened(project_of(sample, request.param), {})))
    QGuiApplication.clipboard().setText("")


def press(window, key, keys=Keys.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or window.canvas, key, keys)


def close_popups():
    """What keys have opened over the window."""
    while (open_one := QApplication.activePopupWidget() or QApplication.activeModalWidget()) is not None:
        open_one.close()


def test_every_key_is_answered_and_all_can_be_undone(bare):
    before = bare.session.project
    for call in CALLS:
        bare.canvas.setFocus()
        press(bare, *call)
        close_popups()
        for key in TYPED:
            press(bare, key)
            close_popups()
    bare.hand_in()
    while bare.session.undoable:
        bare.undo()
    assert bare.session.project is before


def test_a_vote_on_notes_alone_is_possible(open_window, sample):
    window = open_window(Session(Opened(project_of(sample, "notes"), {})))
    press(window, Key.Key_F12)
    press(window, Key.Key_Return)
    press(window, Key.Key_A)
    votes = window.workshop.voting.votes
    assert [(entry.card.id, entry.standing.votes) for entry in votes.entries] == [("n1", 1)]


def test_in_a_file_that_is_only_read_nothing_changes(open_window, path):
    QGuiApplication.clipboard().setText("slow\nlate")
    window = open_window(Session.open(path, read_only=True))
    before = window.session.project
    for call in CALLS:
        window.canvas.setFocus()
        press(window, *call)
        close_popups()
        for key in TYPED:
            press(window, key)
            close_popups()
    window.hand_in()
    assert window.session.project is before
    QGuiApplication.clipboard().setText("")


def test_a_window_is_closed_in_the_middle_of_everything(open_window, sample, home):
    window = open_window(Session(Opened(sample.project, sample.assets)))
    press(window, Key.Key_F12)
    press(window, Key.Key_Return)
    press(window, Key.Key_4)
    votes = window.workshop.voting.votes
    window.hand_in()
    assert votes.progress.given == 4
    window.depart()
    assert window in home.left
