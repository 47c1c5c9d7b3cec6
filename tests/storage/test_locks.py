"""Locks beside files: real files, real processes."""

import json
import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from desktop.storage import processes
from desktop.storage.locks import HeldError, Lock, beside, take

CHILD = """
import sys, pathlib
from desktop.storage.locks import take
take(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
print("held", flush=True)
sys.stdin.read()
"""
"""Takes a lock and keeps it until it is told to end, or killed."""


@pytest.fixture
def path(tmp_path):
    """A project's file; what is in it does not matter."""
    folder = tmp_path / "work"
    folder.mkdir()
    file = folder / "dinner.journey"
    file.write_text("{}")
    return file


@pytest.fixture
def fallback(tmp_path):
    return tmp_path / "locks"


@pytest.fixture
def lock_of(path, fallback):
    """Takes the lock; what was taken is let go in the end."""
    taken = []

    def make(file=path, **how):
        taken.append(take(file, fallback, **how))
        return taken[-1]

    yield make
    for lock in taken:
        lock.release()


@pytest.fixture
def other(path, fallback):
    """Another process that holds the lock."""
    command = [sys.executable, "-c", CHILD, str(path), str(fallback)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout.readline() == "held\n"
        yield child
        child.kill()


def note(path, **fields):
    """Puts a lock as some program elsewhere would."""
    said = {"host": "studio", "user": "ada", "pid": 7, "since": "2026-03-12T09:30:00+00:00", "token": "t"}
    beside(path).write_text(json.dumps(said | fields), "utf-8")


def refused(lock_of, **how):
    with pytest.raises(HeldError) as caught:
        lock_of(**how)
    return caught.value


def files(folder):
    return sorted(one.name for one in folder.iterdir())


def test_a_lock_stands_beside_the_file_and_goes(path, lock_of):
    lock = lock_of()
    assert lock.place == path.parent / ".~lock.dinner.journey#"
    assert files(path.parent) == [".~lock.dinner.journey#", "dinner.journey"]
    lock.release()
    assert files(path.parent) == ["dinner.journey"]


def test_it_says_who_holds_the_file(path, lock_of):
    said = json.loads(lock_of().place.read_text("utf-8"))
    assert (said["host"], said["user"], said["pid"]) == (processes.host(), processes.user(), os.getpid())
    assert said["started"] == processes.own_start()
    assert len(said["since"]) == len("2026-03-12T09:30:00+00:00")


def test_a_second_window_of_the_same_process_is_refused(lock_of):
    lock_of()
    holder = refused(lock_of).holder
    assert holder.here
    assert not holder.elsewhere
    assert holder.pid == os.getpid()


def test_a_lock_can_be_taken_again_once_it_is_let_go(lock_of):
    lock_of().release()
    assert lock_of().ours


def test_another_process_is_refused_and_named(lock_of, other):
    holder = refused(lock_of).holder
    assert (holder.pid, holder.here, holder.host) == (other.pid, False, processes.host())


def test_the_lock_of_a_killed_process_is_taken_without_a_word(lock_of, other):
    other.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    other.wait()
    assert lock_of().ours


@pytest.mark.skipif(not hasattr(os, "waitid"), reason="the system has no dead processes that wait for their parent")
def test_a_process_that_is_dead_but_not_buried_holds_nothing(lock_of, other):
    other.send_signal(signal.SIGKILL)
    os.waitid(os.P_PID, other.pid, os.WEXITED | os.WNOWAIT)
    assert lock_of().ours


def test_a_number_that_another_process_has_now_holds_nothing(path, lock_of):
    note(path, host=processes.host(), pid=os.getpid(), started=processes.own_start() - 3600.0)
    assert lock_of().ours


def test_the_lock_of_a_living_process_without_its_start_is_respected(path, lock_of):
    note(path, host=processes.host(), pid=os.getpid())
    assert refused(lock_of).holder.pid == os.getpid()


def test_nobody_knows_what_runs_on_another_computer(path, lock_of):
    note(path)
    holder = refused(lock_of).holder
    assert (holder.host, holder.user, holder.since) == ("studio", "ada", "2026-03-12T09:30:00+00:00")
    assert holder.elsewhere


def test_nor_in_another_container_of_the_same_name(path, lock_of):
    note(path, host=processes.host(), pid=2**22, space="pid:[1]")
    holder = refused(lock_of).holder
    assert holder.elsewhere
    assert not holder.here


@pytest.mark.parametrize(
    "garbage",
    [
        b"",
        b"\x00" * 200,
        b"ada,studio,12:30;",
        b"[]",
        b"null",
        b"\xff\xfe\x00",
        b'{"host": "studio"}',
        b'{"host": "", "pid": 7}',
        b'{"host": "studio", "pid": "7"}',
        b'{"host": "studio", "pid": -1}',
        b'{"host": "studio", "pid": 99999999999}',
        b'{"host": ["studio"], "pid": 7}',
        b"[" * 4000,
        b'{"host": "studio", "pid": 7, "user": "' + b"a" * 8000 + b'"}',
    ],
)
def test_a_lock_that_says_nothing_is_not_overridden(path, lock_of, garbage):
    beside(path).write_bytes(garbage)
    assert refused(lock_of).holder is None
    assert beside(path).read_bytes() == garbage


@pytest.mark.parametrize(
    ("field", "value"),
    [("started", 1e308), ("started", True), ("started", "now"), ("since", 7), ("user", None), ("space", [])],
)
def test_odd_fields_do_not_matter(path, lock_of, field, value):
    note(path, **{field: value})
    assert refused(lock_of).holder.host == "studio"


def test_what_a_stranger_wrote_is_shown_on_one_line(path, lock_of):
    note(path, user="ada\n\x1b[31mroot", host="s" * 500)
    error = refused(lock_of)
    assert error.holder.user == "ada[31mroot"
    assert len(error.holder.host) == 100
    assert "\n" not in str(error)


def test_the_refusal_says_what_to_do(path, lock_of):
    note(path)
    said = str(refused(lock_of))
    assert said == f"“{path}”: ada on studio works on it; open it only to read, or work on a copy."


@pytest.mark.parametrize("content", [b"", b"garbage", None])
def test_taking_over_replaces_whatever_stands_there(path, lock_of, content):
    if content is None:
        note(path)
    else:
        beside(path).write_bytes(content)
    assert lock_of(over=True).ours
    assert files(path.parent) == [".~lock.dinner.journey#", "dinner.journey"]


def test_who_was_taken_over_does_not_remove_the_others_lock(lock_of):
    first = lock_of()
    second = lock_of(over=True)
    first.release()
    assert second.ours
    assert not first.ours


def test_a_lock_that_somebody_removed_is_let_go_without_a_word(lock_of):
    lock = lock_of()
    lock.place.unlink()
    lock.release()
    assert not lock.ours


def test_through_a_link_it_is_the_lock_of_the_file(path, lock_of, tmp_path):
    link = tmp_path / "link.journey"
    link.symlink_to(path)
    assert lock_of(link).place == beside(path)
    assert refused(lock_of).holder.here


def test_files_of_one_name_in_two_folders_do_not_meet(path, lock_of, tmp_path):
    lock_of()
    assert lock_of(tmp_path / "dinner.journey").ours


def test_a_file_that_is_not_there_yet_can_be_locked(lock_of, path):
    assert lock_of(path.with_name("new.journey")).ours


def test_a_name_too_long_for_a_lock_of_its_own_is_locked_elsewhere(lock_of, path, fallback):
    lock = lock_of(path.with_name("a" * 247 + ".journey"))
    assert lock.place.parent == fallback
    assert lock.ours


def in_the_way(path):
    """Makes it impossible to put anything beside the file, also for the super-user."""
    beside(path).mkdir()
    (beside(path) / "thing").write_text("")


def test_something_else_in_the_place_of_the_lock_is_not_understood(path, lock_of):
    in_the_way(path)
    assert refused(lock_of).holder is None


def test_where_nothing_can_be_taken_over_the_lock_stands_elsewhere(path, lock_of, fallback):
    in_the_way(path)
    lock = lock_of(over=True)
    assert lock.place.parent == fallback
    assert (beside(path) / "thing").exists()


def test_a_pipe_in_the_place_of_the_lock_hangs_nobody(path, lock_of):
    os.mkfifo(beside(path))
    assert refused(lock_of).holder is None


def test_a_link_in_the_place_of_the_lock_is_not_followed(path, lock_of, tmp_path):
    precious = tmp_path / "precious"
    beside(path).symlink_to(precious)
    assert refused(lock_of).holder is None
    lock_of(over=True)
    assert not precious.exists()


@pytest.fixture
def nowhere(monkeypatch):
    """No file can be made any more."""
    real = os.open

    def closed(place, flags, *args, **kwargs):
        if flags & os.O_CREAT:
            raise PermissionError(13, "Permission denied", place)
        return real(place, flags, *args, **kwargs)

    monkeypatch.setattr(os, "open", closed)


def test_without_any_place_for_a_lock_the_file_opens_all_the_same(nowhere, lock_of, path):
    lock = lock_of()
    assert lock.place is None
    assert not lock.ours
    lock.release()
    assert files(path.parent) == ["dinner.journey"]


def test_a_lock_in_the_fallback_is_seen_when_the_folder_can_be_written_again(path, fallback, lock_of, monkeypatch):
    with monkeypatch.context() as patch:
        real = os.open
        patch.setattr(os, "open", lambda place, *rest: real(place, *rest) if fallback in place.parents else _refuse())
        assert lock_of().place.parent == fallback
    assert refused(lock_of).holder.here


def _refuse():
    raise PermissionError(13, "Permission denied")


def test_a_file_system_without_hard_links_is_locked_too(path, lock_of, monkeypatch):
    def unsupported(*_):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", unsupported)
    assert lock_of().ours
    assert refused(lock_of).holder.here
    assert files(path.parent) == [".~lock.dinner.journey#", "dinner.journey"]


def test_a_link_that_was_made_but_reported_as_failed_is_ours(lock_of, monkeypatch):
    real = os.link

    def forgetful(*args, **kwargs):
        real(*args, **kwargs)
        raise TimeoutError(110, "Connection timed out")

    monkeypatch.setattr(os, "link", forgetful)
    assert lock_of().ours


def test_a_path_that_is_none_is_not_locked(fallback):
    lock = take(type(fallback)("a\0b.journey"), fallback)
    assert lock.place is None
    lock.release()


def test_a_lock_that_is_being_written_is_waited_for(path, lock_of, monkeypatch):
    beside(path).write_bytes(b"")
    monkeypatch.setattr(time, "sleep", lambda _seconds: note(path))  # meanwhile the other one goes on
    assert refused(lock_of).holder.host == "studio"


def test_of_many_who_find_a_stale_lock_one_gets_it(path, fallback):
    for _ in range(20):
        note(path, host=processes.host(), pid=os.getpid(), started=1.0)
        won = race(path, fallback, 6)
        assert len(won) == 1
        won[0].release()
        assert files(path.parent) == ["dinner.journey"]


def race(path, fallback, runners):
    """The locks that so many threads got that began at once."""
    start, won = threading.Barrier(runners), []

    def run():
        start.wait()
        try:
            won.append(take(path, fallback))
        except HeldError:
            time.sleep(0)

    threads = [threading.Thread(target=run) for _ in range(runners)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return won


def test_a_lock_that_never_was_is_never_ours():
    lock = Lock(None, "")
    assert not lock.ours
    lock.release()
