"""Whichever call to the disk fails, once or for ever: the old file is whole, and somebody is told.

Each loop makes the first call fail, then the second, and so on until the deed needs no more calls.
"""

from pathlib import Path

import pytest

from desktop import preferences
from desktop.document.base import changed
from desktop.document.project import Project
from desktop.preferences import Preferences
from desktop.session import Session
from desktop.storage import locks
from desktop.storage.atomic import write_file
from desktop.storage.backups import Backups, Reason
from desktop.storage.errors import StorageError
from desktop.storage.keeping import Keeping
from desktop.storage.locks import HeldError, take
from desktop.storage.writer import dump
from faults import FAULTS, Disk, attempt, every_fault

OLD, NEW = b"old" * 1000, b"new" * 50_000
every_way = pytest.mark.parametrize(("code", "for_ever"), FAULTS)


def forget_leftovers(folder: Path, disk: Disk) -> None:
    """What could not be removed stays, until the sweep of a later save takes it; nothing else does."""
    for left in folder.glob(".journeywall-*"):
        assert "unlink" in disk.failed
        left.unlink()


@every_way
def test_a_file_is_the_old_one_or_the_new_one(tmp_path, code, for_ever):
    path = tmp_path / "map.journey"
    for disk in every_fault(tmp_path, code, for_ever=for_ever):
        path.write_bytes(OLD)
        with disk:
            said, _ = attempt(write_file, path, NEW)
        assert path.read_bytes() == (OLD if said else NEW)
        assert not said or f"“{path}”" in said
        forget_leftovers(tmp_path, disk)


@pytest.fixture
def keeping(tmp_path):
    """A place for journals, backups and locks."""
    own = tmp_path / "own"
    return Keeping(own / "journals", Backups(own / "backups"), own / "locks")


@pytest.fixture
def dinner(tmp_path):
    """A small project's file."""
    path = tmp_path / "work" / "dinner.journey"
    path.parent.mkdir()
    path.write_bytes(dump(Project(id="dinner", title="Osteria"), {}))
    return path


@every_way
def test_a_file_opens_or_says_why_not(dinner, tmp_path, keeping, code, for_ever):
    old = dinner.read_bytes()
    for disk in every_fault(tmp_path, code, for_ever=for_ever):
        with disk:
            said, session = attempt(Session.open, dinner, keeping)
        assert f"“{dinner}”" in said if said else session.project.title == "Osteria"
        assert dinner.read_bytes() == old
        if session is not None:
            session.close(keep=False)
        forget_leftovers(dinner.parent, disk)
        locks.beside(dinner).unlink(missing_ok=True)  # where nothing can be removed
    assert not keeping.journals.exists()


@every_way
def test_a_save_that_fails_keeps_the_file_and_the_work(dinner, tmp_path, keeping, code, for_ever):
    """The file, its lock and the backups are on the disk that fails."""
    old = dinner.read_bytes()
    for disk in every_fault(tmp_path, code, for_ever=for_ever):
        dinner.write_bytes(old)
        session = Session.open(dinner)
        session._keeping = keeping  # no journal: its thread would take turns with the save
        session.edit("Rename", changed(session.project, title="Supper"))
        with disk:
            said, _ = attempt(session.save)
        assert session.modified == bool(said)
        assert (dinner.read_bytes() == old) == bool(said)
        assert not said or f"“{dinner}”" in said
        forget_leftovers(dinner.parent, disk)
        session.save()  # the disk is well again
        assert Session.open(dinner).project.title == "Supper"
        session.close(keep=False)
        assert [one.name for one in dinner.parent.iterdir()] == ["dinner.journey"]


@every_way
def test_a_project_that_cannot_be_saved_elsewhere_keeps_its_file(dinner, tmp_path, keeping, code, for_ever):
    old, other = dinner.read_bytes(), tmp_path / "work" / "other.journey"
    for disk in every_fault(tmp_path, code, for_ever=for_ever):
        other.unlink(missing_ok=True)
        session = Session.open(dinner)
        session._keeping = keeping
        session.edit("Rename", changed(session.project, title="Supper"))
        with disk:
            said, _ = attempt(session.save_as, other)
        assert session.path == (dinner if said else other)
        assert session.modified == bool(said)
        assert other.exists() != bool(said)
        assert dinner.read_bytes() == old
        assert not said or f"“{other}”" in said
        forget_leftovers(dinner.parent, disk)
        session.close(keep=False)
        locks.beside(other).unlink(missing_ok=True)  # where nothing can be removed


@every_way
def test_an_overwrite_that_cannot_be_backed_up_is_none(dinner, tmp_path, keeping, code, for_ever):
    """“Keep mine”: what somebody else wrote is in the backups, or still in the file."""
    mine, theirs = dinner.read_bytes(), dinner.read_bytes().replace(b"Osteria", b"Trattoria")
    for disk in every_fault(tmp_path, code, for_ever=for_ever):
        dinner.write_bytes(mine)
        session = Session.open(dinner)
        session._keeping = keeping
        session.edit("Rename", changed(session.project, title="Supper"))
        dinner.write_bytes(theirs)
        with disk:
            said, _ = attempt(session.keep_mine)
        assert session.modified == bool(said)
        assert (dinner.read_bytes() == theirs) == bool(said)
        kept = [keeping.backups.content(version) for version in keeping.backups.versions(dinner)]
        assert said or theirs in kept
        forget_leftovers(dinner.parent, disk)
        session.close(keep=False)
        for version in keeping.backups.versions(dinner):
            version.place.unlink()
        locks.beside(dinner).unlink(missing_ok=True)  # where nothing can be removed


@every_way
def test_a_backup_is_kept_or_refused_and_no_other_is_harmed(tmp_path, code, for_ever):
    path, folder = tmp_path / "work" / "map.journey", tmp_path / "backups"
    backups = Backups(folder)
    backups.keep(path, "p", b"first", Reason.MIGRATION)
    for number, disk in enumerate(every_fault(folder, code, for_ever=for_ever)):
        data = b"save %d" % number
        before = {version: backups.content(version) for version in backups.versions(path)}
        with disk:
            said, _ = attempt(backups.keep, path, "p", data, Reason.SAVE)
        after = {version: backups.content(version) for version in backups.versions(path)}
        assert (data in after.values()) != bool(said)
        assert not said or str(folder) in said
        assert b"first" in after.values()
        assert all(after.get(version, content) == content for version, content in before.items())


@every_way
def test_a_backup_is_read_or_refused(tmp_path, code, for_ever):
    backups = Backups(tmp_path)
    version = backups.keep(tmp_path / "map.journey", "p", NEW, Reason.SAVE)
    for disk in every_fault(tmp_path, code, for_ever=for_ever):
        with disk:
            listed = backups.versions(tmp_path / "map.journey")
            said, found = attempt(backups.content, version)
        assert listed in ([version], [])
        assert found == (None if said else NEW)


@every_way
def test_a_lock_is_taken_as_far_as_possible_and_never_stays(tmp_path, code, for_ever):
    """A disk that fails is no reason not to open a file."""
    path = tmp_path / "work" / "map.journey"
    path.parent.mkdir()
    for disk in every_fault(tmp_path, code, for_ever=for_ever):
        with disk:
            lock = take(path, tmp_path / "locks")
        assert lock.place is None or lock.ours
        lock.release()
        assert leftovers(tmp_path) == [] or "unlink" in disk.failed
        take(path, tmp_path / "locks").release()  # the disk is well again
        assert leftovers(tmp_path) == []


def leftovers(folder: Path) -> list[Path]:
    """All files below a folder."""
    return [one for one in folder.rglob("*") if one.is_file()]


@every_way
def test_somebodys_lock_is_never_taken_away(tmp_path, code, for_ever):
    path = tmp_path / "work" / "map.journey"
    path.parent.mkdir()
    place = locks.beside(path)
    theirs = b'{"host": "elsewhere", "user": "ada", "pid": 7, "token": "t"}'
    for disk in every_fault(tmp_path, code, for_ever=for_ever):
        place.write_bytes(theirs)
        with disk:
            lock = taken(path, tmp_path / "locks")
        assert place.read_bytes() == theirs
        if lock is not None:
            lock.release()


def taken(path: Path, fallback: Path):
    """The lock, or None where it is somebody else's."""
    try:
        return take(path, fallback)
    except HeldError:
        return None


@every_way
def test_preferences_are_the_old_ones_or_the_new_ones(tmp_path, code, for_ever):
    path = tmp_path / "own" / "preferences.json"
    old, new = Preferences(author="Ada"), Preferences(author="Ben")
    for disk in every_fault(tmp_path, code, for_ever=for_ever):
        preferences.store(path, old)
        try:
            with disk:
                preferences.store(path, new)
        except (OSError, StorageError):
            assert preferences.load(path) == old
        else:
            assert preferences.load(path) == new


@every_way
def test_preferences_that_cannot_be_read_stay_where_they_are(tmp_path, code, for_ever):
    path = tmp_path / "preferences.json"
    preferences.store(path, Preferences(author="Ada"))
    for disk in every_fault(tmp_path, code, for_ever=for_ever):
        with disk:
            found = preferences.load(path)
        assert found in (Preferences(author="Ada"), Preferences())
        assert preferences.load(path) == Preferences(author="Ada")
