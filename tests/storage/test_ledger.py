"""The folder of one journal."""

import errno
import os
import stat
import sys

import pytest

from desktop.storage import ledger as module
from desktop.storage.errors import WriteError
from desktop.storage.holding import Hold, TakenError, is_held
from desktop.storage.journallines import Base, read_log
from desktop.storage.ledger import BIN, BINNED, OWNER, Ledger, remove, take_back, throw_away
from faults import Disk, Fault

BASE = Base(time=1.0, number=0, saved=0, path="/a/b.journey", fingerprint="ab", title="Visit", sha256="cd", size=12)
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")


@pytest.fixture
def ledger(tmp_path):
    ledger = Ledger(tmp_path / "state" / "journals")
    yield ledger
    ledger.leave()


def names(folder) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_nothing_is_there_before_the_first_copy(ledger, tmp_path):
    assert not ledger.begun
    assert names(tmp_path) == []


def test_two_ledgers_have_folders_of_their_own(tmp_path):
    assert Ledger(tmp_path).folder != Ledger(tmp_path).folder


def test_a_generation_is_a_copy_and_its_lines(ledger):
    ledger.start(b"copy", BASE)
    assert ledger.begun
    assert names(ledger.folder) == ["0001.journey", "0001.log", "about.json", "owner"]
    assert (ledger.folder / "0001.journey").read_bytes() == b"copy"
    assert read_log((ledger.folder / "0001.log").read_bytes()).base == BASE


def test_people_can_see_what_it_is_about(ledger):
    ledger.start(b"copy", BASE)
    assert "/a/b.journey" in (ledger.folder / "about.json").read_text("utf-8")


@POSIX
def test_nobody_else_can_look_into_it(ledger):
    ledger.start(b"copy", BASE)
    assert stat.S_IMODE(ledger.folder.stat().st_mode) == 0o700


def test_the_folder_is_held_until_it_is_left(ledger):
    ledger.start(b"copy", BASE)
    assert is_held(ledger.folder / OWNER)
    ledger.leave()
    assert not is_held(ledger.folder / OWNER)
    assert names(ledger.folder) == ["0001.journey", "0001.log", "about.json"]


def test_lines_are_added_and_counted(ledger):
    ledger.start(b"copy", BASE)
    before = (ledger.folder / "0001.log").read_bytes()
    ledger.append([b"one\n", b"two\n"])
    ledger.append([b"three\n"])
    assert (ledger.folder / "0001.log").read_bytes() == before + b"one\ntwo\nthree\n"
    assert ledger.lines == 3


def test_lines_are_synced_before_it_returns(ledger, monkeypatch):
    ledger.start(b"copy", BASE)
    order = []
    for name in ("write", "fsync", "close"):
        real = getattr(os, name)
        monkeypatch.setattr(os, name, lambda *args, real=real, name=name: (order.append(name), real(*args))[1])
    ledger.append([b"one\n", b"two\n"])
    assert order == ["write", "fsync", "close"]


def test_short_writes_are_gone_on_with(ledger, monkeypatch):
    ledger.start(b"copy", BASE)
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, data[:3]))
    ledger.append([b"a long line\n"])
    assert (ledger.folder / "0001.log").read_bytes().endswith(b"\na long line\n")


def test_of_generations_the_last_two_stay(ledger):
    for copy in (b"1", b"2", b"3", b"4"):
        ledger.start(copy, BASE)
        ledger.append([b"line\n"])
    assert names(ledger.folder) == ["0003.journey", "0003.log", "0004.journey", "0004.log", "about.json", "owner"]
    assert ledger.lines == 1


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_a_generation_that_fails_anywhere_leaves_the_one_before(ledger, code):
    ledger.start(b"copy", BASE)
    log = (ledger.folder / "0001.log").read_bytes()
    for at in range(1, 200):
        with Disk(ledger.folder.parent, Fault(at, code, for_ever=False)) as disk:
            try:
                ledger.start(b"new", BASE)
            except (OSError, WriteError):
                assert not (ledger.folder / "0002.log").exists()
                assert (ledger.folder / "0001.journey").read_bytes() == b"copy"
                assert (ledger.folder / "0001.log").read_bytes() == log
            else:
                break
    assert disk.met or at > 10
    ledger.start(b"newest", BASE)
    assert b"newest" in [path.read_bytes() for path in ledger.folder.glob("*.journey")]


def test_a_folder_that_vanished_is_no_place_for_lines(ledger):
    ledger.start(b"copy", BASE)
    ledger.leave()
    remove(ledger.folder)
    with pytest.raises(FileNotFoundError):
        ledger.append([b"line\n"])
    ledger.start(b"again", BASE)
    ledger.append([b"line\n"])
    assert is_held(ledger.folder / OWNER)
    assert names(ledger.folder) == ["0002.journey", "0002.log", "about.json", "owner"]


@POSIX
def test_a_folder_that_vanished_while_it_was_held_is_made_again(ledger):
    ledger.start(b"copy", BASE)
    for entry in list(ledger.folder.iterdir()):
        entry.unlink()
    ledger.folder.rmdir()
    ledger.start(b"again", BASE)
    assert is_held(ledger.folder / OWNER)


def test_what_is_dropped_is_gone_and_can_begin_again(ledger):
    ledger.start(b"1", BASE)
    ledger.start(b"2", BASE)
    ledger.drop()
    assert not ledger.begun
    assert names(ledger.folder) == ["about.json", "owner"]
    ledger.start(b"3", BASE)
    assert (ledger.folder / "0003.journey").read_bytes() == b"3"


def test_what_is_removed_is_gone(ledger):
    ledger.start(b"copy", BASE)
    ledger.remove()
    assert not ledger.folder.exists()


def test_a_ledger_that_never_began_ends_in_silence(ledger):
    ledger.remove()
    ledger.throw_away()
    ledger.leave()
    ledger.drop()
    assert not ledger.folder.exists()


def test_what_is_thrown_away_is_in_the_bin(ledger):
    ledger.start(b"copy", BASE)
    ledger.throw_away()
    binned = ledger.folder.parent / BIN / ledger.folder.name
    assert not ledger.folder.exists()
    assert names(binned) == ["0001.journey", "0001.log", "about.json", BINNED]


def test_what_cannot_be_thrown_away_stays(ledger, monkeypatch):
    ledger.start(b"copy", BASE)
    with Disk(ledger.folder.parent, Fault(1, errno.EACCES, for_ever=True)):
        ledger.throw_away()
    assert (ledger.folder / "0001.journey").exists()


def test_what_was_thrown_away_can_be_taken_back(ledger):
    ledger.start(b"copy", BASE)
    ledger.leave()
    before = names(ledger.folder)
    throw_away(ledger.folder)
    take_back(ledger.folder.parent / BIN / ledger.folder.name)
    assert names(ledger.folder) == before


def test_a_folder_is_removed_from_its_oldest_part_on(ledger, monkeypatch):
    ledger.start(b"1", BASE)
    ledger.start(b"2", BASE)
    ledger.leave()
    gone = []
    unlink = os.unlink
    monkeypatch.setattr(os, "unlink", lambda path: (gone.append(path.name), unlink(path))[1])
    remove(ledger.folder)
    assert gone == ["0001.journey", "0001.log", "0002.journey", "0002.log", "about.json"]


def test_what_is_not_there_can_be_removed(tmp_path):
    remove(tmp_path / "none")
    assert names(tmp_path) == []


def test_a_journal_that_somebody_looks_at_for_a_moment_is_waited_for(ledger, monkeypatch):
    tries = iter([TakenError(), TakenError()])

    def held(place):
        for error in tries:
            raise error
        return Hold(place)

    monkeypatch.setattr(module, "Hold", held)
    ledger.start(b"copy", BASE)
    assert ledger.begun


def test_a_journal_that_somebody_else_holds_is_not_written(ledger, monkeypatch):
    ledger.folder.mkdir(parents=True)
    other = Hold(ledger.folder / OWNER)
    monkeypatch.setattr(module, "_PAUSE", 0.001)
    with pytest.raises(TakenError):
        ledger.start(b"copy", BASE)
    other.release()
    assert not ledger.begun


def test_windows_is_given_time_to_let_go_of_a_folder(ledger, monkeypatch):
    ledger.start(b"copy", BASE)
    ledger.leave()
    tries = []
    rename = os.rename

    def stubborn(old, new):
        tries.append(old)
        if len(tries) < 3:
            raise PermissionError(errno.EACCES, "in use")
        rename(old, new)

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(module, "_PAUSE", 0.001)
    monkeypatch.setattr(os, "rename", stubborn)
    throw_away(ledger.folder)
    assert len(tries) == 3
    assert (ledger.folder.parent / BIN / ledger.folder.name).is_dir()
