"""A journal whose disk is slow, full or failing."""

import errno
import os
import threading
import time

import pytest
from journals import FILE, START, back, titles, whole

from desktop.storage import journal as module
from desktop.storage.journal import Journal, Standing
from desktop.storage.recoveries import recoveries
from faults import Disk, Fault

VALUES = titles(101)


@pytest.fixture
def journals(tmp_path):
    return tmp_path / "journals"


def record(journal, first, end) -> None:
    """Edit n leads to VALUES[n]."""
    for number in range(first, end + 1):
        journal.record(VALUES[number - 1], VALUES[number], f"Edit {number}", "m1")


class Gate:
    """A disk whose fsync returns when it is told to."""

    def __init__(self, monkeypatch):
        self.open = threading.Event()
        self.reached = threading.Event()
        fsync = os.fsync
        monkeypatch.setattr(os, "fsync", lambda descriptor: (self.reached.set(), self.open.wait(60), fsync(descriptor)))


@pytest.fixture
def slow(monkeypatch):
    gate = Gate(monkeypatch)
    yield gate
    gate.open.set()


def test_a_slow_disk_only_makes_what_is_kept_lag(slow, journals):
    journal = Journal(journals, whole)
    record(journal, 1, 1)
    assert slow.reached.wait(20)
    record(journal, 2, 100)
    journal.draft(VALUES[101])
    assert journal.standing == Standing(100, 0, "")
    assert not journal.flush(0.01)
    slow.open.set()
    assert journal.flush(20)
    assert journal.standing == Standing(100, 100, "")
    journal.close(keep=True)
    assert back(journals) == VALUES[101]


def test_closing_does_not_wait_for_a_disk_that_does_not_answer(slow, journals, monkeypatch):
    monkeypatch.setattr(module, "CLOSING", 0.01)
    journal = Journal(journals, whole)
    record(journal, 1, 1)
    assert slow.reached.wait(20)
    journal.close(keep=True)
    assert journal.standing.kept == 0
    slow.open.set()
    journal._thread.join(20)
    assert back(journals) == VALUES[1]


def test_a_copy_that_takes_long_does_not_hold_up_edits(journals):
    reached, go_on = threading.Event(), threading.Event()

    def dump(project):
        reached.set()
        assert go_on.wait(60)
        return whole(project)

    journal = Journal(journals, dump)
    record(journal, 1, 1)
    assert reached.wait(20)
    record(journal, 2, 50)
    assert journal.standing == Standing(50, 0, "")
    go_on.set()
    journal.close(keep=True)
    assert back(journals) == VALUES[50]


@pytest.fixture
def impatient(monkeypatch):
    """A journal that tries a disk that failed again at once."""
    monkeypatch.setattr(module, "PAUSE", 0.001)
    monkeypatch.setattr(module, "LONGEST_PAUSE", 0.002)


def wait_for(condition) -> None:
    end = time.monotonic() + 20
    while not condition() and time.monotonic() < end:
        time.sleep(0.001)
    assert condition()


def test_a_full_disk_is_told_and_tried_again_by_itself(impatient, journals):
    told = []
    journal = Journal(journals, whole, lambda: told.append(journal.standing.trouble))
    with Disk(journals, Fault(1, errno.ENOSPC, for_ever=True)) as disk:
        record(journal, 1, 3)
        wait_for(lambda: journal.standing.trouble)
        assert str(journals) in journal.standing.trouble
        assert journal.standing.kept == 0
        disk.heal()
        wait_for(lambda: journal.standing.kept == 3)
    assert journal.standing.trouble == ""
    assert [bool(sentence) for sentence in (told[0], told[-1])] == [True, False]
    journal.close(keep=True)
    assert back(journals) == VALUES[3]


def test_flushing_a_disk_that_fails_says_so_without_waiting(journals):
    journal = Journal(journals, whole)
    with Disk(journals, Fault(1, errno.EIO, for_ever=True)):
        record(journal, 1, 1)
        assert not journal.flush(60)
    assert journal.flush()
    assert journal.standing == Standing(1, 1, "")
    journal.close(keep=False)


def test_a_save_is_tried_at_once_though_the_disk_failed(journals):
    journal = Journal(journals, whole)
    journal.begin(FILE, START)
    with Disk(journals, Fault(1, errno.ENOSPC, for_ever=True)):
        record(journal, 1, 1)
        assert not journal.flush(60)
        journal.saved(FILE, VALUES[1])
        wait_for(lambda: journal.standing == Standing(1, 1, ""))
    journal.close(keep=True)
    assert recoveries(journals) == []


def test_the_pauses_grow(journals, monkeypatch):
    monkeypatch.setattr(module, "PAUSE", 0.001)
    monkeypatch.setattr(module, "LONGEST_PAUSE", 0.008)
    journal = Journal(journals, whole)
    seen = []
    with Disk(journals, Fault(1, errno.EIO, for_ever=True)):
        record(journal, 1, 1)
        wait_for(lambda: (seen.append(journal._pause), journal._pause == 0.008)[1])
    assert sorted(set(seen)) == list(dict.fromkeys(seen))
    assert journal.flush(20)
    assert journal._pause == 0.001
    journal.close(keep=False)


def test_closing_tries_a_disk_that_failed_once_more(journals):
    journal = Journal(journals, whole)
    with Disk(journals, Fault(1, errno.EIO, for_ever=True)) as disk:
        record(journal, 1, 1)
        journal.flush()
        disk.heal()
        journal.close(keep=True)
    assert back(journals) == VALUES[1]
