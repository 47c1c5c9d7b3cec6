"""What was not saved before the program ended, offered and brought back by the real program."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest

from desktop import preferences, resources
from desktop.dialogs.recoveryrow import Decision
from desktop.document.edits.facts import edit_project
from desktop.panels.speech import speak
from desktop.preferences import Appearance, Folders, Preferences
from desktop.program import Program
from desktop.session import Session
from desktop.storage.backups import Backups
from desktop.storage.errors import WriteError
from desktop.storage.journal import Journal
from desktop.storage.keeping import Keeping
from desktop.storage.locks import take
from desktop.storage.reader import read
from desktop.storage.recoveries import discarded, recoveries
from desktop.storage.trials import Trials

SAMPLE = resources.root() / "samples" / "restaurant.journey"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def folders(tmp_path):
    """Those of a program that speaks English, whatever the system speaks."""
    folders = Folders.below(tmp_path / "own")
    preferences.store(folders.preferences, Preferences(language="en", appearance=Appearance.LIGHT))
    return folders


@pytest.fixture
def keeping(folders):
    return Keeping(folders.journals, Backups(folders.backups), folders.locks)


@pytest.fixture
def path(tmp_path):
    return Path(shutil.copy(SAMPLE, tmp_path / "dinner.journey"))


@pytest.fixture
def start(qtbot, qapp, folders):
    """Starts the program; what is left of it is ended in the end."""
    started = []

    def make():
        started.append(Program(folders))
        return started[-1]

    yield make
    for program in started:
        program.end()
        program.recovering.leave()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    speak(qapp, "en")


def entitle(session, title):
    session.edit("Rename", edit_project(session.project, title=title))


@pytest.fixture
def leave_work(keeping, sample):
    """Leaves work behind that was not saved, as a program does that is killed."""

    def leave(title="Not saved", path=None):
        session = Session.open(path, keeping) if path else Session(sample, None, keeping)
        entitle(session, title)
        assert session.journal.flush()
        session.close(keep=True)

    return leave


@pytest.fixture
def offered(start, leave_work, path):
    """A program that shows one piece of unsaved work on a file."""
    leave_work(path=path)
    program = start()
    program.show_recoveries()
    return program


def decide(program, decision, row=0):
    QTest.mouseClick(program.recovering.dialog.rows[row].buttons[decision], LEFT)


def titles(found):
    return [each.title for each in found]


def settled(qtbot, program, journals):
    """Until the old journal has been put away."""
    qtbot.waitUntil(lambda: discarded(journals) != [])


def banner(window, subject):
    shown = window.banners.shown.get(subject)
    return shown.text.text() if shown else ""


def test_nothing_is_offered_where_nothing_is_left(start):
    assert start().recovering.found() == []


def test_work_is_restored_once_as_it_was_and_what_was_done_can_be_undone(offered, path):
    decide(offered, Decision.RESTORE)
    (window,) = offered.windows
    assert (window.session.project.title, window.session.path) == ("Not saved", path)
    assert window.session.modified
    assert read(path).project.title == "Osteria Lume"
    assert "Save it" in banner(window, "restored")
    assert offered.recovering.found() == []
    assert offered.recovering.dialog is None
    assert offered.dialog is None
    assert window.session.undoable.label == "Rename"
    window.undo()
    assert window.session.project.title == "Osteria Lume"
    offered.windows[0].acts["recover"].trigger()
    assert offered.recovering.dialog.isVisible()


def test_restored_work_has_a_journal_of_its_own(offered, qtbot, folders):
    (old,) = offered.recovering.found()
    decide(offered, Decision.RESTORE)
    settled(qtbot, offered, folders.journals)
    offered.end()
    (fresh,) = recoveries(folders.journals)
    assert (fresh.title, fresh.id != old.id) == ("Not saved", True)


def test_the_old_journal_stays_until_the_new_one_is_on_the_disk(offered, folders, monkeypatch):
    monkeypatch.setattr(Journal, "flush", lambda self, timeout=5.0: False)
    decide(offered, Decision.RESTORE)
    offered.recovering.leave()
    assert titles(recoveries(folders.journals)) == ["Not saved"]
    assert discarded(folders.journals) == []
    monkeypatch.undo()


def test_the_dialog_stays_for_the_others_which_are_restored_at_once(start, leave_work):
    for title in ("One", "Two", "Three"):
        leave_work(title)
    program = start()
    program.show_recoveries()
    decide(program, Decision.RESTORE)
    assert titles(program.recovering.found()) == ["Two", "One"]
    assert len(program.recovering.dialog.rows) >= 2
    QTest.mouseClick(program.recovering.dialog.all, LEFT)
    assert {window.session.project.title for window in program.windows} == {"One", "Two", "Three"}
    assert program.recovering.dialog is None


def test_work_without_a_file_is_to_be_saved_under_a_name_and_the_page_to_begin_on_goes_when_it_comes_back(
    start, leave_work
):
    leave_work()
    program = start()
    program.open_start()
    program.show_recoveries()
    decide(program, Decision.RESTORE)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert program.start is None
    assert "under a name" in banner(program.windows[0], "restored")


def test_a_window_on_the_file_makes_room(offered, path):
    offered.open_path(path)
    decide(offered, Decision.RESTORE)
    (window,) = offered.windows
    assert (window.session.path, window.session.project.title) == (path, "Not saved")


def test_where_another_program_has_the_file_too(offered, path, folders):
    lock = take(path, folders.locks)
    decide(offered, Decision.RESTORE)
    assert offered.windows[0].session.path is None
    lock.release()


@pytest.fixture
def target(tmp_path, monkeypatch):
    """The name that is given for a copy."""
    target = tmp_path / "copy.journey"
    suggested = []

    def answer(_self, name, _suffix):
        suggested.append(name)
        return target

    monkeypatch.setattr("desktop.recovering.Dialogs.save_where", answer)
    return target, suggested


def test_a_copy_that_cannot_be_written_is_told_of_one_that_can_is_saved_and_the_work_stays(
    offered, target, monkeypatch, path
):
    told = []
    monkeypatch.setattr("desktop.recovering.tell", lambda parent, sentence: told.append(sentence))
    target[0].mkdir()
    decide(offered, Decision.COPY)
    assert "copy.journey" in told[0]
    assert titles(offered.recovering.found()) == ["Not saved"]
    target[0].rmdir()
    copy, suggested = target
    decide(offered, Decision.COPY)
    assert read(copy).project.title == "Not saved"
    assert suggested == [path.with_name("dinner (recovered).journey")] * 2
    assert titles(offered.recovering.found()) == ["Not saved"]
    assert "copy.journey" in offered.recovering.dialog.note.text()


def test_what_is_discarded_is_told_to_be_there_for_a_while_and_can_be_put_back(offered, folders):
    decide(offered, Decision.DISCARD)
    assert offered.recovering.dialog.heading.text() == "No unsaved work"
    assert offered.recovering.dialog.note.text() == "“Not saved” is put away. It stays below for 30 days."
    assert (recoveries(folders.journals), titles(discarded(folders.journals))) == ([], ["Not saved"])
    dialog = offered.recovering.dialog
    QTest.mouseClick(dialog.fold, LEFT)
    decide(offered, Decision.PUT_BACK)
    assert titles(offered.recovering.found()) == ["Not saved"]


def test_a_journal_that_cannot_be_read_is_told_of(offered, monkeypatch):
    told = []
    monkeypatch.setattr("desktop.recovering.tell", lambda parent, sentence: told.append(sentence))
    (found,) = offered.recovering.found()
    for copy in found.folder.glob("*.journey"):
        copy.write_bytes(b"")
    decide(offered, Decision.RESTORE)
    assert (offered.windows, len(told)) == ([], 1)
    assert titles(offered.recovering.found()) == ["Not saved"]


def test_text_that_was_being_typed_comes_back(start, keeping, path):
    session = Session.open(path, keeping)
    session.draft(edit_project(session.project, title="Half a ti"))
    assert session.journal.flush()
    session.close(keep=True)
    program = start()
    program.show_recoveries()
    decide(program, Decision.RESTORE)
    (window,) = program.windows
    assert (window.session.project.title, window.session.undoable.label) == ("Half a ti", "Typing")


def test_opening_the_file_leaves_the_work_tells_of_it_and_shows_it_and_another_file_tells_nothing(
    start, leave_work, path
):
    leave_work(path=path)
    program = start()
    program.open_path(path)
    (window,) = program.windows
    assert window.session.project.title == "Osteria Lume"
    assert "1 change" in banner(window, "recovery")
    assert titles(program.recovering.found()) == ["Not saved"]
    program.open_path(Path(shutil.copy(SAMPLE, path.with_name("lunch.journey"))))
    assert banner(program.windows[1], "recovery") == ""
    QTest.mouseClick(program.windows[0].banners.shown["recovery"].buttons[0], LEFT)
    assert [row.title.whole for row in program.recovering.dialog.rows] == ["Not saved"]


def test_the_page_to_begin_on_tells_how_much_there_is(start, leave_work):
    program = start()
    program.open_start()
    assert program.start.unsaved.isHidden()
    leave_work("One")
    leave_work("Two")
    program.start.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    program.open_start()
    assert program.start.unsaved.text() == "2 projects with unsaved work"
    QTest.mouseClick(program.start.unsaved, LEFT)
    assert len(program.recovering.dialog.rows) == 2


def test_changes_that_are_not_saved_are_put_away(start, path, folders, monkeypatch):
    monkeypatch.setattr("desktop.window.Window._may_close", lambda self: True)
    program = start()
    program.open_path(path)
    entitle(program.windows[0].session, "Not saved")
    program.windows[0].close()
    assert (recoveries(folders.journals), titles(discarded(folders.journals))) == ([], ["Not saved"])


def test_what_ended_the_program_is_marked_and_not_painted(start, leave_work, folders):
    leave_work()
    Trials(folders.reports / "trials.json").begin(recoveries(folders.journals)[0])
    program = start()
    program.show_recoveries()
    (row,) = program.recovering.dialog.rows
    QTest.qWait(10)
    assert row.found.wary
    assert (row.picture.asked, row.picture.image) == (True, None)


def test_pictures_are_painted_from_the_journal_and_while_work_is_new_it_is_on_trial(offered, qtbot, folders):
    (row,) = offered.recovering.dialog.rows
    qtbot.waitUntil(lambda: row.picture.image is not None)
    assert row.picture.image.width() == 288
    assert not (folders.reports / "trials.json").exists()
    decide(offered, Decision.RESTORE)
    assert (folders.reports / "trials.json").exists()
    offered.recovering.leave()
    assert not (folders.reports / "trials.json").exists()


def test_after_a_while_the_trial_is_over(start, leave_work, folders, qtbot, monkeypatch):
    monkeypatch.setattr("desktop.recovering.TRIAL", 10)
    leave_work()
    program = start()
    program.show_recoveries()
    decide(program, Decision.RESTORE)
    qtbot.waitUntil(lambda: not (folders.reports / "trials.json").exists())


@pytest.mark.parametrize("bound", ["LARGEST", "MOST"])
def test_what_is_very_large_is_not_painted(start, leave_work, monkeypatch, bound):
    monkeypatch.setattr(f"desktop.recovering.{bound}", 10)
    leave_work()
    program = start()
    program.show_recoveries()
    (row,) = program.recovering.dialog.rows
    QTest.qWait(10)
    assert (row.picture.asked, row.picture.image) == (True, None)


def test_what_cannot_be_discarded_is_not_told_to_be(offered, monkeypatch):
    def fail(_recovery):
        raise WriteError("it cannot be moved", remedy="look after it")

    monkeypatch.setattr("desktop.recovering.discard", fail)
    monkeypatch.setattr("desktop.recovering.tell", lambda parent, sentence: None)
    decide(offered, Decision.DISCARD)
    assert "put away" not in offered.recovering.dialog.note.text()


def test_saving_afterwards_ends_it_and_nobody_asks_to_save_it(offered, qtbot, folders, path):
    decide(offered, Decision.RESTORE)
    settled(qtbot, offered, folders.journals)
    assert "Save it" in banner(offered.windows[0], "restored")
    offered.windows[0].files.save()
    assert banner(offered.windows[0], "restored") == ""
    assert offered.windows[0].files.settle()
    offered.end()
    assert read(path).project.title == "Not saved"
    assert recoveries(folders.journals) == []


def test_where_the_file_is_edited_elsewhere_it_comes_back_as_a_copy_with_another_title_no_longer_announced(
    offered, path
):
    offered.open_path(path)
    edited = offered.windows[0]
    entitle(edited.session, "Edited since")
    assert "not saved is still there" in banner(edited, "recovery")
    decide(offered, Decision.RESTORE)
    assert banner(edited, "recovery") == ""
    edited, copy = offered.windows
    assert edited.session.project.title == "Edited since"
    assert (copy.session.project.title, copy.session.path) == ("Not saved", None)
    assert copy.session.copy_name == "dinner (recovered)"
    assert "dinner.journey" in banner(copy, "restored")
    assert copy.windowTitle() == "Not saved – dinner (recovered)[*] – Journeywall"


def test_the_page_follows_and_the_way_to_what_was_discarded_is_on_it(start, leave_work):
    leave_work()
    program = start()
    program.open_start()
    assert program.start.away.isHidden()
    program.show_recoveries()
    decide(program, Decision.DISCARD)
    assert program.start.unsaved.isHidden()
    program.recovering.dialog.close()
    QTest.mouseClick(program.start.away, LEFT)
    assert not program.recovering.dialog.fold.isHidden()


def test_a_file_that_was_named_from_a_folder_is_found_from_any_other(start, keeping, path, monkeypatch):
    monkeypatch.chdir(path.parent)
    program = start()
    program.open_path(Path(path.name))
    entitle(program.windows[0].session, "Not saved")
    program.quit()
    monkeypatch.chdir("/")
    (found,) = recoveries(keeping.journals)
    assert found.path == path
