"""What happens between a path and a session."""

import os
import shutil

import pytest

from desktop import resources
from desktop.dialogs.questions import Held
from desktop.document.edits.facts import edit_project
from desktop.opening import Opening
from desktop.storage.backups import Backups, Reason
from desktop.storage.errors import DamagedError, DetachedError, ReadError, ReadOnlyError, TooLargeError
from desktop.storage.files import LIMIT
from desktop.storage.keeping import Keeping
from desktop.storage.locks import take

SAMPLE = resources.root() / "samples" / "restaurant.journey"


class Asked:
    """Answers the questions of opening, and keeps them."""

    def __init__(self):
        self.questions = []
        self.held_answer = Held.CANCEL
        self.yes = False

    def large(self, path, megabytes):
        self.questions.append(("large", path.name, round(megabytes)))
        return self.yes

    def damaged(self, sentence, newest):
        self.questions.append(("damaged", sentence, newest is not None))
        return self.yes

    def held(self, name, holder):
        self.questions.append(("held", name, holder.pid if holder else None))
        return self.held_answer


@pytest.fixture
def asked():
    return Asked()


@pytest.fixture
def keeping(tmp_path):
    return Keeping(tmp_path / "journals", Backups(tmp_path / "backups"), tmp_path / "locks")


@pytest.fixture
def sessions(asked, keeping):
    """Opens files; what is opened is closed in the end."""
    opened = []
    opening = Opening(asked, keeping, resources.words("en"))

    def session(path):
        opened.append(opening.session(path))
        return opened[-1]

    yield session
    for one in opened:
        if one is not None:
            one.close(keep=False)


@pytest.fixture
def dinner(tmp_path):
    return shutil.copy(SAMPLE, tmp_path / "dinner.journey")


@pytest.fixture
def in_use(dinner, keeping):
    """The dinner's file while somebody else works on it."""
    lock = take(dinner, keeping.locks)
    yield dinner
    lock.release()


def twins(path):
    """Gives one id to two things of a file."""
    text = path.read_text("utf-8")
    first, second = text.split('"id":"')[-2:]
    path.write_text(text[: -len(second)] + first.split('"')[0] + second[second.index('"') :], "utf-8")
    return path.read_bytes()


def large(path, size):
    """The file with so many bytes of blanks at its end that it has `size`."""
    with path.open("ab") as file:
        file.write(b" " * (size - path.stat().st_size))
    return path


def renamed(session, title="Another title"):
    return session.edit("Rename", edit_project(session.project, title=title))


def test_a_usual_file_opens_without_a_question(sessions, asked, dinner):
    session = sessions(dinner)
    assert (session.path, session.read_only, asked.questions) == (dinner, False, [])


def test_a_missing_file_cannot_be_opened(sessions, tmp_path):
    with pytest.raises(ReadError):
        sessions(tmp_path / "nothing.journey")


def test_a_file_in_use_is_asked_about_by_name(sessions, asked, in_use):
    assert sessions(in_use) is None
    assert asked.questions == [("held", "dinner.journey", os.getpid())]


def test_a_file_in_use_can_be_read(sessions, asked, in_use):
    asked.held_answer = Held.READ_ONLY
    session = sessions(in_use)
    assert session.read_only
    with pytest.raises(ReadOnlyError):
        session.save()


def test_a_file_in_use_can_be_copied(sessions, asked, in_use):
    asked.held_answer = Held.COPY
    session = sessions(in_use)
    assert (session.read_only, session.copy_name) == (False, "dinner (copy)")
    with pytest.raises(DetachedError):
        session.save()


def test_a_file_in_use_can_be_taken_over(sessions, asked, in_use):
    asked.held_answer = Held.TAKE_OVER
    session = sessions(in_use)
    assert renamed(session)
    session.save()
    assert b"Another title" in in_use.read_bytes()


def test_a_copy_leaves_the_lock_alone(sessions, asked, in_use, keeping):
    asked.held_answer = Held.COPY
    sessions(in_use).close(keep=False)
    assert sessions(in_use) is not None
    assert len(asked.questions) == 2


def test_a_large_file_is_asked_about(sessions, asked, dinner):
    assert sessions(large(dinner, LIMIT + 1)) is None
    assert asked.questions == [("large", "dinner.journey", 64)]


def test_a_large_file_opens_when_somebody_says_so(sessions, asked, dinner):
    asked.yes = True
    assert sessions(large(dinner, LIMIT + 1)).project.title == "Osteria Lume"


def test_a_huge_file_is_not_asked_about(sessions, asked, dinner):
    os.truncate(dinner, 4 * LIMIT + 1)
    with pytest.raises(TooLargeError):
        sessions(dinner)
    assert asked.questions == []


def test_a_damaged_file_without_backups_is_refused(sessions, asked, dinner):
    dinner.write_bytes(b"")
    with pytest.raises(DamagedError):
        sessions(dinner)
    assert asked.questions == []


@pytest.fixture
def damaged(dinner, keeping):
    """The dinner's file, cut short, of which there is a backup."""
    whole = dinner.read_bytes()
    keeping.backups.keep(dinner, "project", whole, Reason.SAVE)
    dinner.write_bytes(whole[:5_000])
    return dinner


def test_of_a_damaged_file_the_newest_backup_is_offered(sessions, asked, damaged):
    assert sessions(damaged) is None
    kind, sentence, offered = asked.questions[0]
    assert (kind, offered) == ("damaged", True)
    assert str(damaged) in sentence


def test_the_backup_of_a_damaged_file_is_saved_as_another(sessions, asked, damaged):
    asked.yes = True
    before = damaged.read_bytes()
    session = sessions(damaged)
    assert (session.project.title, session.copy_name) == ("Osteria Lume", "dinner (restored)")
    with pytest.raises(DetachedError):
        session.save()
    assert damaged.read_bytes() == before


def test_backups_that_are_damaged_too_are_passed_over(sessions, asked, damaged, keeping):
    asked.yes = True
    keeping.backups.keep(damaged, "", damaged.read_bytes(), Reason.OVERWRITE)
    keeping.backups.keep(damaged, "", b"spoilt", Reason.SAVE).place.write_bytes(b"")
    assert sessions(damaged).project.title == "Osteria Lume"


def test_where_all_backups_are_damaged_the_file_is_refused(sessions, asked, dinner, keeping):
    dinner.write_bytes(b"{")
    keeping.backups.keep(dinner, "", b"{", Reason.OVERWRITE)
    with pytest.raises(DamagedError):
        sessions(dinner)
    assert asked.questions == []


def test_a_file_with_an_id_given_twice_is_saved_as_another(sessions, dinner):
    before = twins(dinner)
    session = sessions(dinner)
    assert session.copy_name == "dinner (repaired)"
    with pytest.raises(DetachedError):
        session.save()
    assert dinner.read_bytes() == before
