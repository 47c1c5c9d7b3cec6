"""Earlier versions in a window: what is restored is an edit, what is copied is a project of its own."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.dialogs.versions import VersionsDialog
from desktop.document.base import changed
from desktop.session import Session
from desktop.storage.backups import Backups, Reason
from desktop.storage.keeping import Keeping
from desktop.storage.reader import read
from desktop.storage.writer import dump
from pictures import ready


@pytest.fixture
def keeping(tmp_path):
    """Backups that hold nothing yet, and folders for the rest."""
    backups = Backups(tmp_path / "backups", lambda: datetime(2026, 3, 12, 14, 2, tzinfo=UTC))
    return Keeping(tmp_path / "journals", backups, tmp_path / "locks")


@pytest.fixture
def session(path, keeping):
    return Session.open(path, keeping)


def title(session, text):
    """Gives the project another title and saves."""
    session.edit("Title", changed(session.project, title=text))
    session.save()


def versions(window):
    """Opens the dialog by its shortcut."""
    QTest.keyClick(window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    (dialog,) = window.findChildren(VersionsDialog)
    return dialog


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def last(dialog):
    """Shows the oldest version at once."""
    dialog.list.setCurrentRow(dialog.list.count() - 1)
    dialog._show_chosen()


def test_every_save_is_a_version(open_window, session):
    title(session, "Once")
    title(session, "Twice")
    window = open_window(session)
    dialog = versions(window)
    assert dialog.list.count() == 4  # a day and three: as it was opened, once, twice
    assert dialog.windowTitle() == "Versions of “Twice”"
    dialog.close()


def test_what_is_restored_can_be_undone(open_window, session):
    before = session.project
    title(session, "Once")
    window = open_window(session)
    dialog = versions(window)
    last(dialog)
    click(dialog.restore)
    assert session.project == before
    assert session.modified
    assert session.undoable.label.startswith("Restore the version of ")
    window.undo()
    assert session.project.title == "Once"
    assert not session.modified


def test_the_file_changes_only_when_it_is_saved(open_window, session, path):
    original = path.read_bytes()
    title(session, "Once")
    window = open_window(session)
    dialog, saved = versions(window), path.read_bytes()
    last(dialog)
    click(dialog.restore)
    assert path.read_bytes() == saved
    assert window.files.save()
    assert window.files.settle()
    assert path.read_bytes() == original


def test_undo_is_offered_right_away(open_window, session):
    title(session, "Once")
    window = open_window(session)
    offers = []
    window.desk.offered.connect(offers.append)
    dialog = versions(window)
    last(dialog)
    click(dialog.restore)
    (offer,) = offers
    assert offer.sentence.endswith("The file changes when you save.")
    offer.choices[0].do()
    assert session.project.title == "Once"


def test_pictures_come_back_too(open_window, session, keeping, path):
    key, asset = ready()
    with_picture = dump(session.project, {**session.assets, key: asset})
    keeping.backups.keep(path, session.project.id, with_picture, Reason.OVERWRITE)
    dialog = versions(open_window(session))
    assert key not in session.assets
    session.edit("Title", changed(session.project, title="Once"))
    click(dialog.restore)
    assert session.assets[key] == asset


def test_a_copy_is_opened_under_another_name(open_window, session, path, home):
    before = session.project
    title(session, "Once")
    dialog = versions(open_window(session))
    last(dialog)
    click(dialog.copy)
    ((opened, origin, name),) = home.copies
    assert opened.project == before
    assert (origin, name) == (path, "dinner (restored)")
    assert session.project.title == "Once"


def test_what_is_being_written_counts(open_window, session):
    window = open_window(session)
    window.tabs.rename()
    QTest.keyClicks(QApplication.focusWidget(), "Written")
    dialog = versions(window)
    assert session.project.maps[0].title == "Written"
    dialog.close()


@pytest.mark.parametrize("kept", [True, False])
def test_a_project_without_a_file_has_no_versions_yet(open_window, sample, keeping, kept):
    window = open_window(Session(sample, None, keeping if kept else None))
    dialog = versions(window)
    assert "No earlier versions yet" in [label.text() for label in dialog.findChildren(QLabel)]
    dialog.close()


def test_a_project_that_is_only_read_may_be_looked_at(open_window, session, path, keeping):
    title(session, "Once")
    window = open_window(Session.open(path, keeping, read_only=True))
    dialog = versions(window)
    assert dialog.list.count() == 3
    assert not dialog.restore.isEnabled()
    dialog.close()
    session.close(keep=False)


def test_after_a_file_was_renamed_its_versions_are_still_there(open_window, session, keeping, path):
    title(session, "Once")
    session.close(keep=False)
    renamed = path.rename(path.with_name("supper.journey"))
    window = open_window(Session.open(renamed, keeping))
    dialog = versions(window)
    assert dialog.list.count() == 3
    dialog.close()


def test_a_damaged_version_is_told_and_the_others_are_there(open_window, session, keeping, path):
    title(session, "Once")
    newest = keeping.backups.versions(path)[0]
    newest.place.write_bytes(b"")
    dialog = versions(open_window(session))
    assert "cannot be read" in dialog.page.trouble.text()
    last(dialog)
    assert dialog.restore.isEnabled()
    dialog.close()


def test_before_something_risky_is_said_in_words(open_window, session, keeping, path):
    keeping.backups.keep(path, session.project.id, path.read_bytes(), Reason.REPAIR)
    dialog = versions(open_window(session))
    assert dialog.page.facts.text().startswith("Before a repair · ")
    assert read(path).project == session.project
    dialog.close()
