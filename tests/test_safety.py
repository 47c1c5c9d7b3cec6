"""What is not saved outlives the program, whatever the disk says."""

import shutil
from pathlib import Path

import pytest

from desktop import resources
from desktop.dialogs.crash import Kept
from desktop.document.edits.facts import edit_project
from desktop.safety import is_kept, keep
from desktop.session import Session
from desktop.storage.backups import Backups
from desktop.storage.keeping import Keeping
from desktop.storage.reader import read
from desktop.storage.recoveries import recoveries

SAMPLE = resources.root() / "samples" / "restaurant.journey"


@pytest.fixture
def home(tmp_path, monkeypatch):
    """The home folder, and that of temporary files."""
    for name in ("home", "temporary"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path / "temporary"))
    return tmp_path / "home"


@pytest.fixture
def keeping(tmp_path):
    return Keeping(tmp_path / "journals", Backups(tmp_path / "backups"), tmp_path / "locks")


@pytest.fixture
def session(tmp_path, keeping):
    folder = tmp_path / "work"
    folder.mkdir()
    session = Session.open(Path(shutil.copy(SAMPLE, folder / "dinner.journey")), keeping)
    yield session
    session.close(keep=False)


def entitle(session):
    session.edit("Rename", edit_project(session.project, title="Not saved"))


def break_journals(keeping):
    """From now on no journal can be written."""
    keeping.journals.write_text("in the way")


def copies(folder):
    return [(place.name.split(" (")[0], read(place).project.title) for place in folder.glob("*(rescued *.journey")]


def test_what_is_saved_is_kept(session):
    assert is_kept(session)
    assert keep([session]) == Kept()


def test_edits_are_kept_by_the_journal(session, keeping):
    entitle(session)
    assert keep([session]) == Kept()
    assert session.journal.standing.kept == 1
    session.close(keep=True)
    assert [each.title for each in recoveries(keeping.journals)] == ["Not saved"]


def test_without_a_journal_edits_are_not_kept(sample):
    session = Session(sample)
    entitle(session)
    assert not is_kept(session)


def test_where_the_journal_fails_a_copy_is_written_beside_the_file(session, keeping, home):
    break_journals(keeping)
    entitle(session)
    kept = keep([session])
    assert (kept.sound, [copy.parent for copy in kept.copies]) == (True, [session.path.parent])
    assert copies(session.path.parent) == [("dinner", "Not saved")]
    assert read(session.path).project.title == "Osteria Lume"
    assert session.modified


def test_work_without_a_file_goes_into_the_home_folder(sample, home):
    session = Session(sample)
    entitle(session)
    assert keep([session]).sound
    assert copies(home) == [("untitled", "Not saved")]


def test_where_that_fails_too_it_goes_among_the_temporary_files(sample, home, capsys):
    home.rmdir()
    session = Session(sample)
    entitle(session)
    assert keep([session]).sound
    assert copies(home.with_name("temporary")) == [("untitled", "Not saved")]
    assert str(home) in capsys.readouterr().err


def test_that_it_goes_nowhere_is_no_secret(sample, home):
    home.rmdir()
    home.with_name("temporary").rmdir()
    session = Session(sample)
    entitle(session)
    assert keep([session]) == Kept(sound=False)


def test_one_that_cannot_be_kept_does_not_keep_the_others_from_it(session, sample, home):
    home.rmdir()
    home.with_name("temporary").rmdir()
    lost = Session(sample)
    entitle(lost)
    entitle(session)
    assert not keep([lost, session]).sound
    assert session.journal.standing.kept == 1
