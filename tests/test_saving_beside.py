"""Saves that take longer than the window waits: it goes on meanwhile, and is told the end."""

import threading

import pytest

from desktop.dialogs.questions import Answer
from desktop.document.edits.facts import edit_project
from desktop.panels.banner import UNSAVED
from desktop.session import Session
from desktop.storage import atomic
from desktop.storage.backups import Backups
from desktop.storage.errors import WriteError
from desktop.storage.keeping import Keeping
from desktop.storage.reader import read
from desktop.storage.recoveries import recoveries


@pytest.fixture(autouse=True)
def impatient(_patience, monkeypatch):
    """The window does not wait at all."""
    monkeypatch.setattr("desktop.files.PATIENCE", 0.0)


@pytest.fixture
def slow_disk(monkeypatch):
    """Nothing is written before the gate is opened."""
    gate = threading.Event()

    def write(path, data):
        assert gate.wait(60)
        atomic.write_file(path, data)

    monkeypatch.setattr("desktop.storage.saving.write_file", write)
    yield gate
    gate.set()


@pytest.fixture
def full_disk(monkeypatch):
    """Writing fails once the gate is open."""
    gate = threading.Event()

    def write(path, data):
        assert gate.wait(60)
        raise WriteError("the disk is full", path=path, remedy="make room")

    monkeypatch.setattr("desktop.storage.saving.write_file", write)
    yield gate
    gate.set()


def rename(window, title):
    window.desk.edit("Rename", edit_project(window.session.project, title=title))


def test_the_window_goes_on_while_a_slow_disk_writes(window, slow_disk, path, qtbot):
    rename(window, "One")
    assert window.files.save()
    assert window.statusBar().currentMessage() == "Saving…"
    rename(window, "Two")
    slow_disk.set()
    qtbot.waitUntil(lambda: read(path).project.title == "One")
    qtbot.waitUntil(lambda: window.session.undoable.before is window.session._history._saved)
    assert window.isWindowModified()
    window.undo()
    assert not window.isWindowModified()


def test_a_save_while_one_goes_on_comes_after_it(window, slow_disk, path):
    rename(window, "One")
    window.files.save()
    rename(window, "Two")
    assert window.files.save()
    slow_disk.set()
    assert window.files.settle()
    assert read(path).project.title == "Two"


def test_closing_waits_for_a_save_that_goes_on(window, slow_disk, path, home, script):
    rename(window, "One")
    window.files.save()
    threading.Timer(0.05, slow_disk.set).start()
    assert window.close()
    assert (read(path).project.title, home.left, script.asked) == ("One", [window], [])


def test_closing_with_a_save_that_fails_keeps_the_window(window, full_disk, path, home, script):
    before = path.read_bytes()
    rename(window, "One")
    script.answer = Answer.SAVE
    threading.Timer(0.05, full_disk.set).start()
    assert not window.close()
    assert (path.read_bytes(), home.left, window.isVisible()) == (before, [], True)
    assert script.told == [f"“{path}”: the disk is full; make room."]


def test_a_save_that_fails_later_is_told_and_the_work_stays_modified(window, full_disk, script, path, qtbot):
    rename(window, "One")
    window.files.save()
    full_disk.set()
    qtbot.waitUntil(lambda: UNSAVED in window.banners.shown)
    assert window.banners.shown[UNSAVED].text.text() == f"“{path}”: the disk is full; make room."
    assert window.isWindowModified()
    assert script.told == []


def test_another_name_is_offered_where_a_save_fails(window, full_disk, script, path, qtbot):
    rename(window, "One")
    script.target = path.with_name("elsewhere.journey")
    window.files.save()
    full_disk.set()
    qtbot.waitUntil(lambda: UNSAVED in window.banners.shown)
    window.banners.shown[UNSAVED].buttons[1].click()
    window.files.settle()
    assert set(script.suggested) == {"dinner.journey"}


def test_a_copy_under_its_own_name_is_a_save(window, script, path):
    rename(window, "One")
    script.target = path
    window.files.save_copy()
    assert window.files.settle()
    assert (read(path).project.title, window.isWindowModified()) == ("One", False)


def test_a_copy_is_written_beside_the_window_too(window, slow_disk, script, path, qtbot):
    script.target = path.with_name("copy.journey")
    window.files.save_copy()
    assert not script.target.exists()
    slow_disk.set()
    qtbot.waitUntil(lambda: window.statusBar().currentMessage() == "A copy is in “copy.journey”.")
    assert window.session.path == path


@pytest.fixture
def kept(open_window, path, tmp_path, impatient):
    """A window on the file, with all that keeps work."""
    return open_window(Session.open(path, Keeping(tmp_path / "journals", Backups(tmp_path / "backups"), tmp_path)))


def locks(folder):
    return sorted(place.name for place in folder.glob(".~lock.*"))


def test_saved_under_one_name_and_then_another_only_the_last_is_locked(kept, slow_disk, script, path):
    for name in ("b.journey", "c.journey"):
        script.target = path.with_name(name)
        slow_disk.clear()
        threading.Timer(0.05, slow_disk.set).start()
        kept.files.save_as()
    kept.files.settle()
    assert (kept.session.path.name, locks(path.parent)) == ("c.journey", [".~lock.c.journey#"])


def test_going_back_to_the_file_waits_for_a_save_that_goes_on(kept, slow_disk, script, path):
    script.reverting = True
    rename(kept, "One")
    kept.files.save()
    rename(kept, "Two")
    threading.Timer(0.05, slow_disk.set).start()
    kept.files.revert()
    assert (kept.session.project.title, kept.session.modified) == ("One", False)


def test_at_the_programs_end_nobody_is_asked_about_a_save_that_fails(kept, full_disk, script, home, tmp_path):
    rename(kept, "One")
    kept.files.save()
    threading.Timer(0.05, full_disk.set).start()
    kept.depart()
    assert (home.left, script.told, script.asked) == ([kept], [], [])
    (recovery,) = recoveries(tmp_path / "journals")
    assert recovery.edits == 1
