"""Whichever call to the disk fails while a journal is kept: what it called kept is there, the rest comes later."""

import shutil
from pathlib import Path

import pytest

from desktop.document.base import changed
from desktop.document.project import Project
from desktop.storage import clerk
from desktop.storage.journal import Journal, Origin
from desktop.storage.recoveries import discard, discarded, put_back, recover, recoveries, sweep
from desktop.storage.writer import dump
from faults import FAULTS, attempt, every_fault

every_way = pytest.mark.parametrize(("code", "for_ever"), FAULTS)
FIRST = Project(id="dinner", title="0")
VALUES = [FIRST, *(changed(FIRST, title=str(number)) for number in range(1, 6))]


@pytest.fixture(autouse=True)
def short_generations(monkeypatch):
    """So that a loop goes through a new whole copy, too."""
    monkeypatch.setattr(clerk, "EDITS", 2)


def write(project: Project) -> bytes:
    return dump(project, {})


def record(journal: Journal, first: int, last: int) -> None:
    """The edits of these numbers, one after the other on the disk."""
    for number in range(first, last + 1):
        journal.record(VALUES[number - 1], VALUES[number], f"edit {number}", "map")
        journal.flush()


def found(journals: Path, elsewhere: Path) -> list[str]:
    """The titles that would be offered if the program were killed now."""
    shutil.rmtree(elsewhere, ignore_errors=True)
    if not journals.exists():
        return []
    shutil.copytree(journals, elsewhere)  # a lock is none any more in a copy
    recovered = [recover(recovery) for recovery in recoveries(elsewhere)]
    return [each.steps[-1].after.title if each.steps else each.opened.project.title for each in recovered]


@every_way
def test_a_kept_edit_is_there_whatever_fails(tmp_path, code, for_ever):
    state, copy = tmp_path / "state", tmp_path / "copy"
    for disk in every_fault(state, code, for_ever=for_ever):
        shutil.rmtree(state, ignore_errors=True)
        journal = Journal(state, write)
        with disk:
            journal.begin(Origin(Path("dinner.journey"), "f"), FIRST)
            record(journal, 1, 4)
            standing = journal.standing
        assert (standing.kept == standing.handed) != bool(standing.trouble)
        assert not standing.trouble or str(state) in standing.trouble
        killed = found(state, copy)
        assert int(killed[0]) >= standing.kept if standing.kept else len(killed) <= 1
        record(journal, 5, 5)  # the disk is well again
        assert (journal.standing.kept, journal.standing.trouble) == (5, "")
        assert found(state, copy) == ["5"]
        journal.close(keep=True)
        assert [recovery.edits for recovery in recoveries(state)] == [5]


@pytest.fixture
def state(tmp_path):
    """Journals with one recovery of five edits."""
    journal = Journal(tmp_path / "state", write)
    journal.begin(Origin(Path("dinner.journey"), "f"), FIRST)
    record(journal, 1, 5)
    journal.close(keep=True)
    return tmp_path / "state"


def files(folder: Path) -> dict[str, bytes]:
    """What stands in the files below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@every_way
def test_reading_a_recovery_gives_all_of_it_or_says_why_not(state, code, for_ever):
    (recovery,) = recoveries(state)
    before = files(state)
    for disk in every_fault(state, code, for_ever=for_ever):
        with disk:
            listed = recoveries(state)
            said, recovered = attempt(recover, recovery)
        assert str(state) in said if said else recovered.trouble or recovered.steps[-1].after == VALUES[5]
        assert listed in ([], [recovery])
        assert files(state) == before


@every_way
def test_a_recovery_is_in_its_place_or_in_the_bin(state, code, for_ever):
    (recovery,) = recoveries(state)
    for disk in every_fault(state, code, for_ever=for_ever):
        with disk:
            said, _ = attempt(discard, recovery)
        assert said or not recoveries(state)
        for binned in discarded(state):
            put_back(binned)
        assert recover(recoveries(state)[0]).steps[-1].after == VALUES[5]


@every_way
def test_what_was_thrown_away_is_put_back_or_stays(state, code, for_ever):
    (recovery,) = recoveries(state)
    for disk in every_fault(state, code, for_ever=for_ever):
        discard(recovery)
        (binned,) = discarded(state)
        with disk:
            said, _ = attempt(put_back, binned)
        assert said or recoveries(state)
        for left in discarded(state):
            put_back(left)
        assert recover(recoveries(state)[0]).steps[-1].after == VALUES[5]


@every_way
def test_a_sweep_never_takes_unsaved_work(state, code, for_ever):
    before = files(state)
    for disk in every_fault(state, code, for_ever=for_ever):
        with disk:
            sweep(state, 4e9)
        assert files(state) == before
