"""What the status bar says of what is safe, with a real journal on a real disk, slow or failing where it says so."""

import os
import threading

import pytest
from PySide6.QtCore import QObject, Qt, QThread

from desktop import resources
from desktop.document.edits.facts import edit_project
from desktop.panels.kept import Bridge, KeptLabel
from desktop.session import Session
from desktop.storage.backups import Backups
from desktop.storage.keeping import Keeping
from desktop.storage.writer import dump


@pytest.fixture
def keeping(tmp_path):
    return Keeping(tmp_path / "journals", Backups(tmp_path / "backups"), tmp_path / "locks")


@pytest.fixture
def file(tmp_path, sample):
    path = tmp_path / "a.journey"
    path.write_bytes(dump(sample.project, sample.assets))
    return path


@pytest.fixture
def label_of(qtbot):
    """Makes the label of a session; in the end both let go."""
    made = []

    def make(session):
        label = KeptLabel(session, resources.words("en"))
        qtbot.addWidget(label)
        label.resize(2000, 20)
        made.append((label, session))
        return label

    yield make
    for label, session in made:
        label.leave()
        session.close(keep=False)


@pytest.fixture
def slow_disk(monkeypatch):
    """Until it is set, no sync returns."""
    goes_on, sync = threading.Event(), os.fsync

    def wait(descriptor):
        goes_on.wait(10)
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", wait)
    yield goes_on
    goes_on.set()


def rename(session, title="Other"):
    session.edit("Rename", edit_project(session.project, title=title))


def says(qtbot, label, text):
    qtbot.waitUntil(lambda: label.text() == text)


def test_a_saved_file_is_saved(label_of, file):
    label = label_of(Session.open(file))
    assert label.text() == "Saved"
    assert label.toolTip() == "Everything stands in the file."


def test_a_new_project_is_not_saved_yet(label_of, sample):
    assert label_of(Session(sample)).text() == "Not saved yet"


def test_without_a_journal_a_change_is_only_a_change(label_of, file):
    session = Session.open(file)
    label = label_of(session)
    rename(session)
    label.follow()
    assert label.text() == "Changed"


def test_saving_tells_the_time_and_a_change_since_then(label_of, file):
    session = Session.open(file)
    label = label_of(session)
    rename(session)
    session.save()
    time = label.text().removeprefix("Saved ")
    assert len(time) == 5
    rename(session, "More")
    label.follow()
    assert label.text() == f"Changed since {time}"


def test_a_change_is_kept(qtbot, label_of, file, keeping):
    session = Session.open(file, keeping)
    label = label_of(session)
    rename(session)
    says(qtbot, label, "Changes kept")
    assert session.journal.flush()
    assert session.journal.standing.kept == 1


def test_what_was_taken_back_is_saved_again(qtbot, label_of, file, keeping):
    session = Session.open(file, keeping)
    label = label_of(session)
    rename(session)
    says(qtbot, label, "Changes kept")
    session.undo()
    says(qtbot, label, "Saved")


def test_a_new_project_is_kept_though_it_has_no_file(qtbot, label_of, sample, keeping):
    session = Session(sample, keeping=keeping)
    label = label_of(session)
    rename(session)
    says(qtbot, label, "Not saved yet · changes kept")


def test_after_a_save_both_are_said(qtbot, label_of, file, keeping):
    session = Session.open(file, keeping)
    label = label_of(session)
    session.save()
    saved = label.text()
    rename(session)
    says(qtbot, label, f"{saved} · changes kept")


def test_a_slow_disk_is_told_after_a_while_and_stops_nobody(qtbot, label_of, file, keeping, slow_disk):
    session = Session.open(file, keeping)
    label = label_of(session)
    rename(session)
    label.follow()
    assert label.text() == "Changes kept"  # on its way
    says(qtbot, label, "Keeping changes…")
    rename(session, "More")
    label.follow()
    assert label.toolTip() == "The disk is slow. Not safe yet: 2. You can go on."
    slow_disk.set()
    says(qtbot, label, "Changes kept")


def test_a_quick_disk_leaves_no_timer(qtbot, label_of, file, keeping):
    session = Session.open(file, keeping)
    label = label_of(session)
    rename(session)
    label.follow()
    assert session.journal.flush()
    qtbot.waitUntil(lambda: not label._late.isActive())


@pytest.fixture
def broken(label_of, file, keeping):
    """A session whose journals' folder is a file, and its label."""
    keeping.journals.write_text("in the way")
    session = Session.open(file, keeping)
    return session, label_of(session)


def test_a_disk_that_fails_is_told_in_a_sentence(qtbot, broken, keeping):
    session, label = broken
    rename(session)
    qtbot.waitUntil(lambda: label.text().startswith("Changes are not kept! "))
    assert str(keeping.journals) in label.toolTip()
    assert label.property("warned")
    assert label.in_trouble


def test_a_sentence_that_finds_no_room_is_cut_and_stands_in_the_tooltip(qtbot, broken):
    session, label = broken
    rename(session)
    qtbot.waitUntil(lambda: label.in_trouble and bool(label.property("warned")))
    label.resize(400, 20)
    label.follow()
    assert label.text().endswith("…")
    assert label.toolTip() == session.journal.standing.trouble


def test_when_the_disk_works_again_the_warning_goes(qtbot, broken, keeping):
    session, label = broken
    rename(session)
    qtbot.waitUntil(lambda: bool(label.property("warned")))
    with qtbot.waitSignal(label.warned):
        keeping.journals.unlink()
        rename(session, "More")
    assert label.text() == "Changes kept"


def test_a_file_that_can_only_be_read_says_so(label_of, file):
    label = label_of(Session.open(file, read_only=True))
    assert label.text() == "Read-only"


def test_the_word_of_another_thread_comes_in_the_windows(qtbot):
    class Ear(QObject):
        def hear(self):
            self.thread_of_word = QThread.currentThread()

    bridge, ear = Bridge(), Ear()
    bridge.told.connect(ear.hear)
    other = threading.Thread(target=bridge.tell)
    other.start()
    other.join()
    assert not hasattr(ear, "thread_of_word")
    qtbot.waitUntil(lambda: hasattr(ear, "thread_of_word"))
    assert ear.thread_of_word is ear.thread()


def test_the_word_may_come_when_the_label_is_gone(qtbot, file, keeping):
    session = Session.open(file, keeping)
    label = KeptLabel(session, resources.words("en"))
    bridge = label._bridge
    label.leave()
    label.deleteLater()
    qtbot.waitSignal(label.destroyed).wait()
    bridge.tell()
    session.close(keep=False)


def test_what_is_said_is_no_markup(label_of, sample):
    assert label_of(Session(sample)).textFormat() is Qt.TextFormat.PlainText


def test_a_copy_of_a_file_is_not_saved_yet(label_of, file):
    session = Session.open(file)
    session.detach("a (restored)")
    assert label_of(session).text() == "Not saved yet"
