"""A file held by a running program."""

import errno
import os
import subprocess
import sys

import pytest

from desktop.storage import holding
from desktop.storage.holding import Hold, TakenError, is_held

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="locks of POSIX")
HOLDER = """
import sys, time
from pathlib import Path
from desktop.storage.holding import Hold
hold = Hold(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture
def place(tmp_path):
    return tmp_path / "owner"


@pytest.fixture
def other(place):
    """Another process that holds the file."""
    with subprocess.Popen([sys.executable, "-c", HOLDER, place], stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"held\n"
        yield process
        process.kill()


def test_nobody_holds_what_is_not_there(place):
    assert not is_held(place)


def test_a_file_is_held_until_it_is_released(place):
    hold = Hold(place)
    assert is_held(place)
    hold.release()
    assert not is_held(place)
    assert not place.exists()


def test_a_file_left_behind_is_free(place):
    place.write_text("12\n")
    assert not is_held(place)
    Hold(place).release()


def test_nobody_else_in_the_same_process_can_hold_it(place):
    hold = Hold(place)
    with pytest.raises(TakenError):
        Hold(place)
    hold.release()


def test_to_look_does_not_let_go(place):
    hold = Hold(place)
    assert is_held(place)
    assert is_held(place)
    hold.release()


def test_releasing_twice_does_nothing(place):
    first = Hold(place)
    first.release()
    second = Hold(place)
    first.release()
    assert is_held(place)
    second.release()


def test_another_process_holds_it(place, other):
    assert is_held(place)
    with pytest.raises(TakenError):
        Hold(place)


def test_a_process_that_is_killed_holds_nothing(place, other):
    other.kill()
    other.wait()
    assert not is_held(place)
    assert place.exists()
    Hold(place).release()


@POSIX
def test_several_may_look_at_the_same_time(place):
    Hold(place).release()
    place.touch()
    first, second = (os.open(place, os.O_RDONLY) for _ in range(2))
    holding._lock(first, shared=True)
    holding._lock(second, shared=True)
    with pytest.raises(TakenError):
        Hold(place)
    os.close(first)
    os.close(second)


def test_a_hold_stands_while_its_file_does(place):
    hold = Hold(place)
    assert hold.stands()
    place.unlink()
    assert not hold.stands()
    place.touch()
    assert not hold.stands()
    hold.release()


def test_a_folder_that_is_not_there_cannot_be_held(tmp_path):
    with pytest.raises(FileNotFoundError):
        Hold(tmp_path / "none" / "owner")
    assert not is_held(tmp_path / "none" / "owner")


@POSIX
def test_what_cannot_be_looked_at_counts_as_held(place, monkeypatch):
    place.touch()
    monkeypatch.setattr(os, "open", refusing(errno.EACCES))
    assert is_held(place)


def refusing(code):
    """Stands in for a function of the system that fails."""

    def refuse(*args, **kwargs):
        raise OSError(code, os.strerror(code))

    return refuse


@pytest.fixture
def without_locks(monkeypatch):
    """A file system that knows no locks."""
    fcntl = pytest.importorskip("fcntl")
    monkeypatch.setattr(fcntl, "flock", refusing(errno.ENOLCK))


@POSIX
def test_without_locks_the_number_of_the_process_says_who_holds_it(place, without_locks):
    hold = Hold(place)
    assert place.read_text() == f"{os.getpid()}\n"
    hold.release()
    place.write_text(f"{os.getppid()}\n")
    assert is_held(place)


@POSIX
@pytest.mark.parametrize("text", ["", "abc", "99999999\n", "9" * 19, "-1"])
def test_without_locks_a_dead_process_and_nonsense_hold_nothing(place, without_locks, text):
    place.write_text(text)
    assert not is_held(place)


@POSIX
def test_without_locks_a_process_of_somebody_else_lives_too(place, without_locks, monkeypatch):
    place.write_text("1\n")
    monkeypatch.setattr(os, "kill", refusing(errno.EPERM))
    assert is_held(place)


@POSIX
def test_another_failure_is_no_hold(place, monkeypatch):
    fcntl = pytest.importorskip("fcntl")
    monkeypatch.setattr(fcntl, "flock", refusing(errno.EIO))
    with pytest.raises(OSError, match="rror"):
        Hold(place)
    monkeypatch.undo()
    assert not is_held(place)
