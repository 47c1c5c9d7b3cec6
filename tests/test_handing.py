"""Clean copies from the window: what goes along, where to, and that the file that is open stays as it is."""

import os
import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest

from desktop import handing
from desktop.document.edits.facts import edit_project
from desktop.document.edits.inbox import park_cards
from desktop.document.edits.snapshots import take_snapshot
from desktop.session import Session
from desktop.storage import handing as storage
from desktop.storage.reader import read

KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(open_window, path):
    return open_window(Session.open(path))


@pytest.fixture
def save(window, script, monkeypatch):
    """Opens the dialog by its key, sets ticks, and saves to a path; it is there when this returns."""
    monkeypatch.setattr(handing, "PATIENCE", 30.0)

    def to(target, *ticks):
        script.target = target
        QTest.keyClick(window.canvas, Qt.Key.Key_O, KEYS)
        dialog = window.workshop.handing.dialog
        for part in ticks:
            QTest.keyClick(dialog.ticks[part], Qt.Key.Key_Space)
        dialog.accept()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    return to


def test_nothing_goes_along_unless_ticked(window, save, tmp_path):
    journey = window.desk.journey
    card = next(lane for lane in journey.lanes if lane.cards).cards[0].id
    window.desk.attempt("Park", lambda whole: park_cards(whole, journey.id, [card]))
    new_id = window.desk.new_id
    window.desk.attempt("Take", lambda whole: take_snapshot(whole, journey.id, "Then", "", new_id=new_id))
    save(tmp_path / "clean.journey")
    copy = read(tmp_path / "clean.journey").project.maps[0]
    assert (copy.parking, copy.inbox, copy.snapshots, copy.agenda) == ((), (), (), ())
    assert copy.title == journey.title
    assert len(copy.lanes) == len(journey.lanes)


def test_what_is_ticked_goes_along(window, save, tmp_path):
    save(tmp_path / "clean.journey", "agenda")
    copy = read(tmp_path / "clean.journey").project.maps[0]
    assert copy.agenda == window.desk.journey.agenda != ()
    assert copy.inbox == ()


def test_the_project_stays_as_it_is_with_its_file_and_it_is_said_where_the_copy_is(
    window, save, script, tmp_path, path
):
    before, data, said = window.session.project, path.read_bytes(), []
    window.desk.said.connect(said.append)
    save(tmp_path / "clean.journey")
    assert window.session.project is before
    assert (window.session.path, path.read_bytes()) == (path, data)
    assert not window.session.modified
    assert said == ["Clean copy saved as “clean.journey”."]
    assert script.suggested == ["dinner (clean).journey"]


def test_never_over_the_file_that_is_open_by_any_name_of_it(save, script, path, tmp_path):
    os.link(path, tmp_path / "same.journey")
    data = path.read_bytes()
    for target in (path, path.parent / "." / path.name, tmp_path / "same.journey"):
        script.told.clear()
        save(target)
        assert (target, path.read_bytes() == data) == (target, True)
        assert script.told == [f"“{target.name}” is the file that is open; a clean copy needs another name."]


def test_a_disk_that_fails_is_told_and_leaves_nothing(save, script, tmp_path):
    save(tmp_path / "nowhere" / "clean.journey")
    assert len(script.told) == 1
    assert "nowhere" in script.told[0]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["dinner.journey"]


def test_an_untitled_project_has_a_suggestion_too(open_window, script, path):
    window = open_window(Session(read(path)))
    QTest.keyClick(window.canvas, Qt.Key.Key_O, KEYS)
    window.workshop.handing.dialog.accept()
    assert script.suggested == ["Osteria Lume (clean).journey"]


def test_a_dialog_that_is_left_writes_nothing(window, script, tmp_path):
    script.target = tmp_path / "clean.journey"
    QTest.keyClick(window.canvas, Qt.Key.Key_O, KEYS)
    window.workshop.handing.dialog.reject()
    assert not script.target.exists()


@pytest.fixture
def held(monkeypatch, save):
    """Copies are written when this is set, and nobody waits for them before."""
    gate = threading.Event()
    real = storage.clean_bytes
    monkeypatch.setattr(storage, "clean_bytes", lambda *given: gate.wait(30) and real(*given))
    monkeypatch.setattr(handing, "PATIENCE", 0.0)
    yield gate
    gate.set()


def test_the_window_goes_on_while_a_copy_is_written(window, save, held, tmp_path, qtbot):
    said = []
    window.desk.said.connect(said.append)
    save(tmp_path / "clean.journey")
    assert (said, window.workshop.handing.busy) == (["The clean copy is being written…"], True)
    window.desk.edit("", edit_project(window.session.project, title="Meanwhile"))
    held.set()
    qtbot.waitUntil(lambda: not window.workshop.handing.busy)
    assert said[-1] == "Clean copy saved as “clean.journey”."
    assert read(tmp_path / "clean.journey").project.title != "Meanwhile"


def test_a_copy_that_fails_beside_the_window_is_told_in_the_same_words(window, save, held, tmp_path, script, qtbot):
    save(tmp_path / "gone" / "clean.journey")
    held.set()
    qtbot.waitUntil(lambda: bool(script.told))
    place = tmp_path / "gone" / "clean.journey"
    reason = "it cannot be written (no such file or directory); save it in a folder that exists."
    assert script.told == [f"“{place}”: {reason}"]


def test_a_window_that_is_closed_waits_for_its_copy(window, save, held, tmp_path, home):
    save(tmp_path / "clean.journey")
    threading.Timer(0.05, held.set).start()
    window.close()
    assert home.left == [window]
    assert read(tmp_path / "clean.journey").project.id == window.session.project.id


def test_whoever_leaves_the_program_is_not_held_up_by_a_copy_that_failed(window, save, held, tmp_path, home, script):
    save(tmp_path / "gone" / "clean.journey")
    held.set()
    window.depart()
    assert (home.left, script.told) == ([window], [])
