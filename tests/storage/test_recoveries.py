"""Unsaved work of programs that ended, and what was thrown away."""

import errno
import os
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from journals import FILE, START, last, only, titles, whole

from desktop.storage.clerk import Clerk
from desktop.storage.errors import StorageError, WriteError
from desktop.storage.files import fingerprint_of
from desktop.storage.handed import Begun, Edited, Stored
from desktop.storage.holding import Hold
from desktop.storage.journal import Journal, Origin
from desktop.storage.ledger import BIN, BINNED, OWNER
from desktop.storage.recoveries import discard, discarded, put_back, recover, recoveries, sweep
from faults import FAULTS, Disk, Fault, every_fault

VALUES = titles(3)
DAY = 24 * 3600.0


@pytest.fixture
def journals(tmp_path):
    return tmp_path / "journals"


def left(journals, edits=1, origin=FILE, *, keep=True) -> Path:
    """The folder of a journal whose program has ended."""
    journal = Journal(journals, whole)
    journal.begin(origin, START)
    for number in range(1, edits + 1):
        journal.record(VALUES[number - 1], VALUES[number])
    journal.close(keep=keep)
    return journal._clerk._ledger.folder


def contents(folder) -> dict[str, bytes]:
    return {entry.name: entry.read_bytes() for entry in folder.iterdir()}


def test_without_a_folder_there_are_none(journals):
    assert recoveries(journals) == []
    assert discarded(journals) == []
    sweep(journals, time.time())
    assert not journals.exists()


def test_a_journal_left_behind_is_offered(journals):
    folder = left(journals, 3)
    recovery = only(journals)
    assert (recovery.id, recovery.folder) == (folder.name, folder)
    assert (recovery.path, recovery.fingerprint, recovery.title, recovery.edits) == (
        FILE.path,
        FILE.fingerprint,
        "Title 3",
        3,
    )
    assert recovery.size == sum(entry.stat().st_size for entry in folder.iterdir())
    assert abs(recovery.changed - time.time()) < 600


def test_a_project_that_was_never_saved_is_offered_too(journals):
    left(journals, origin=Origin(None, ""))
    assert only(journals).path is None


@pytest.mark.parametrize(
    ("later", "written", "told"),
    [(60, b"somebody else's", True), (-60, b"somebody else's", False), (60, b"its own", False), (60, None, False)],
)
def test_a_file_that_was_written_later_is_told(journals, tmp_path, later, written, told):
    path = tmp_path / "dinner.journey"
    left(journals, origin=Origin(path, fingerprint_of(b"its own")))
    if written is not None:
        path.write_bytes(written)
        os.utime(path, (time.time() + later,) * 2)
    assert only(journals).overtaken is told


def test_the_latest_comes_first(journals, monkeypatch):
    clock = iter(range(1000, 2000, 10))
    monkeypatch.setattr(time, "time", lambda: float(next(clock)))
    folders = [left(journals) for _ in range(4)]
    assert [recovery.folder for recovery in recoveries(journals)] == folders[::-1]


def test_one_that_a_program_holds_is_not_offered(journals):
    hold = Hold(left(journals) / OWNER)
    assert recoveries(journals) == []
    hold.release()
    assert len(recoveries(journals)) == 1


def test_files_and_strange_folders_are_passed_over(journals):
    left(journals)
    (journals / "notes.txt").write_text("hello")
    (journals / "empty").mkdir()
    (journals / "strange").mkdir()
    (journals / "strange" / "0001.log").write_bytes(b"\xff" * 100)
    (journals / "odd").mkdir()
    (journals / "odd" / "0001.log").mkdir()
    assert len(recoveries(journals)) == 1


def test_a_damaged_one_is_offered_as_far_as_it_goes(journals):
    folder = left(journals, 3)
    log = folder / "0001.log"
    log.write_bytes(log.read_bytes()[:-5])
    assert only(journals).edits == 2


def test_one_that_cannot_be_recovered_says_so(journals):
    folder = left(journals)
    (folder / "0001.journey").write_bytes(b"")
    with pytest.raises(StorageError, match=folder.name):
        recover(only(journals))


def test_the_same_can_be_recovered_again_and_again(journals):
    left(journals, 2)
    before = contents(only(journals).folder)
    assert [last(recover(only(journals))) for _ in range(2)] == [VALUES[2]] * 2
    assert contents(only(journals).folder) == before


def test_what_is_discarded_is_in_the_bin_whole(journals):
    before = contents(left(journals, 2))
    discard(only(journals))
    assert recoveries(journals) == []
    (thrown,) = discarded(journals)
    assert contents(thrown.folder).items() > before.items()
    assert last(recover(thrown)) == VALUES[2]


def test_what_is_put_back_is_offered_again(journals):
    before = contents(left(journals, 2))
    recovery = only(journals)
    discard(recovery)
    put_back(discarded(journals)[0])
    assert discarded(journals) == []
    assert only(journals) == recovery
    assert contents(recovery.folder) == before


def test_what_is_gone_cannot_be_discarded_or_put_back(journals):
    left(journals)
    recovery = only(journals)
    discard(recovery)
    with pytest.raises(WriteError, match="cannot be moved"):
        discard(recovery)
    with pytest.raises(WriteError, match="cannot be moved"):
        put_back(replace(recovery, folder=journals / BIN / "none"))


def test_what_somebody_goes_on_with_cannot_be_discarded(journals):
    left(journals)
    recovery = only(journals)
    hold = Hold(recovery.folder / OWNER)
    with pytest.raises(WriteError, match="busy"):
        discard(recovery)
    hold.release()
    assert only(journals) == recovery


def test_discarding_tells_where_it_failed(journals):
    left(journals)
    recovery = only(journals)
    with Disk(journals, Fault(2, errno.EACCES, for_ever=True)), pytest.raises(WriteError) as refused:
        discard(recovery)
    assert refused.value.path == recovery.folder


@pytest.mark.parametrize(("code", "for_ever"), FAULTS)
def test_whatever_fails_what_is_discarded_is_in_one_of_the_two_places(journals, code, for_ever):
    left(journals)
    recovery = only(journals)
    for disk in every_fault(journals, code, for_ever=for_ever):
        with disk, suppress(WriteError):
            discard(recovery)
        assert len(recoveries(journals)) + len(discarded(journals)) == 1
        for thrown in discarded(journals):
            put_back(thrown)


@pytest.mark.parametrize(("code", "for_ever"), FAULTS)
def test_whatever_fails_a_listing_never_raises_and_changes_nothing(journals, code, for_ever):
    (left(journals) / OWNER).touch()
    left(journals, keep=False)
    before = sorted(journals.rglob("*"))
    for disk in every_fault(journals, code, for_ever=for_ever):
        with disk:
            recoveries(journals)
            discarded(journals)
        assert sorted(journals.rglob("*")) == before


def test_the_bin_is_emptied_after_thirty_days(journals):
    left(journals, keep=False)
    sweep(journals, time.time() + 29.9 * DAY)
    assert len(discarded(journals)) == 1
    sweep(journals, time.time() + 30.1 * DAY)
    assert discarded(journals) == []
    assert list((journals / BIN).iterdir()) == []


def test_thirty_days_are_counted_from_when_it_was_thrown_away(journals):
    folder = left(journals)
    for entry in folder.iterdir():
        os.utime(entry, (0, 0))
    discard(only(journals))
    sweep(journals, time.time() + 29 * DAY)
    assert len(discarded(journals)) == 1


def test_being_thrown_away_again_counts_anew(journals):
    left(journals, keep=False)
    (thrown,) = discarded(journals)
    os.utime(thrown.folder / BINNED, (0, 0))
    put_back(thrown)
    discard(only(journals))
    sweep(journals, time.time() + 29 * DAY)
    assert len(discarded(journals)) == 1


def test_unsaved_work_is_never_swept(journals):
    left(journals)
    sweep(journals, time.time() + 10_000 * DAY)
    assert len(recoveries(journals)) == 1


def saved(journals) -> Path:
    """A journal without anything unsaved whose program was killed."""
    clerk = Clerk(journals, whole)
    clerk.take([Begun(1.0, FILE, START), Edited(1, 1.0, START, VALUES[1], "", "")])
    clerk.take([Stored(2.0, FILE, VALUES[1])])
    clerk._ledger.leave()
    return clerk._ledger.folder


def test_a_journal_without_anything_unsaved_is_swept_after_a_while(journals):
    folder = saved(journals)
    assert recoveries(journals) == []
    sweep(journals, time.time())
    assert folder.exists()
    sweep(journals, time.time() + 2 * 3600)
    assert not folder.exists()


def test_an_empty_folder_is_swept(journals):
    (journals / "empty").mkdir(parents=True)
    sweep(journals, time.time() + 2 * 3600)
    assert list(journals.iterdir()) == []


def test_what_a_program_holds_is_not_swept(journals):
    hold = Hold(saved(journals) / OWNER)
    sweep(journals, time.time() + DAY)
    assert hold.stands()
    hold.release()


def test_what_cannot_be_read_is_not_swept(journals):
    folder = saved(journals)
    (folder / "0001.log").write_bytes(b"garbled\n")
    sweep(journals, time.time() + 10_000 * DAY)
    assert folder.exists()


def test_what_cannot_be_swept_stays(journals):
    folder = saved(journals)
    with Disk(journals, Fault(1, errno.EIO, for_ever=True)):
        sweep(journals, time.time() + DAY)
    assert folder.exists()


def test_a_link_to_a_folder_is_none_of_ours(journals, tmp_path):
    other = left(tmp_path / "other")
    journals.mkdir()
    (journals / "link").symlink_to(other, target_is_directory=True)
    assert recoveries(journals) == []
    sweep(journals, time.time() + 10_000 * DAY)
    assert other.exists()
