"""Clean copies from the window: what goes along, where to, and that the file that is open stays as it is."""

import os

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest

from desktop.document.edits.inbox import park_cards
from desktop.document.edits.snapshots import take_snapshot
from desktop.session import Session
from desktop.storage.reader import read

KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(open_window, path):
    return open_window(Session.open(path))


@pytest.fixture
def save(window, script):
    """Opens the dialog by its key, sets ticks, and saves to a path."""

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


def test_the_project_stays_as_it_is_with_its_file(window, save, tmp_path, path):
    before, data = window.session.project, path.read_bytes()
    save(tmp_path / "clean.journey")
    assert window.session.project is before
    assert (window.session.path, path.read_bytes()) == (path, data)
    assert not window.session.modified


def test_it_is_said_where_the_copy_is(window, save, tmp_path):
    said = []
    window.desk.said.connect(said.append)
    save(tmp_path / "clean.journey")
    assert said == ["Clean copy saved as “clean.journey”."]


def test_a_name_beside_the_file_is_suggested(save, script):
    save(None)
    assert script.suggested == ["dinner (clean).journey"]


@pytest.mark.parametrize("way", [lambda path: path, lambda path: path.parent / "." / path.name])
def test_never_over_the_file_that_is_open(save, script, path, way):
    data = path.read_bytes()
    save(way(path))
    assert path.read_bytes() == data
    assert script.told == ["“dinner.journey” is the file that is open; a clean copy needs another name."]


def test_nor_by_another_name_of_it(save, script, path, tmp_path):
    os.link(path, tmp_path / "same.journey")
    data = path.read_bytes()
    save(tmp_path / "same.journey")
    assert path.read_bytes() == data
    assert script.told == ["“same.journey” is the file that is open; a clean copy needs another name."]


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
