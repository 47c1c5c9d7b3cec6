"""A disk that is full after so many bytes: the old file is whole, the work is modified still, and all of it is told."""

import sys

import pytest
from forked import LARGE, keeping_in, titled
from forks import Forks

from desktop.storage.recoveries import recover, recoveries
from desktop.storage.writer import dump

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork and no such limit")

BLOCK = 4096
OLD, NEW = (dump(titled(LARGE, number), {}) for number in (0, 1))
ROOMS = range(0, len(NEW) + 2 * BLOCK, BLOCK)


@pytest.fixture(scope="module")
def forks():
    forks = Forks()
    yield forks
    forks.close()


def run_out(forks, folder, room: int) -> None:
    path, own = folder / "map.journey", folder / "own"
    path.write_bytes(OLD)
    child = forks.begin("room", path, own, room)
    child.hear_until("done")
    child.kill()
    check_file(child, path, room)
    check_journal(child, own)
    for version in keeping_in(own).backups.versions(path):
        assert keeping_in(own).backups.content(version) in (OLD, NEW)


def check_file(child, path, room: int) -> None:
    refused = child.said("refused ")
    assert path.read_bytes() == (OLD if refused else NEW)
    assert child.last("modified ") == bool(refused)
    assert (room >= len(NEW)) != bool(refused)
    if refused:
        assert str(path) in refused
        assert "make room" in refused


def check_journal(child, own) -> None:
    """Where the copy has no room there is no journal, and it says so; else the edit is kept until it is saved."""
    kept, trouble = child.last("kept "), child.said("trouble ")
    assert (kept == 1) != bool(trouble)
    if kept and child.said("refused "):
        (recovery,) = recoveries(own / "journals")
        assert recover(recovery).steps[-1].after == titled(LARGE, 1)


@pytest.mark.parametrize("room", [0, 1, BLOCK, len(NEW) // 2, len(NEW) - 1, len(NEW), len(NEW) + BLOCK])
def test_a_disk_runs_out_of_room(forks, tmp_path, room):
    run_out(forks, tmp_path, room)


@pytest.mark.stress
@pytest.mark.parametrize("room", ROOMS)
def test_a_disk_runs_out_of_room_at_every_block(forks, tmp_path, room):
    run_out(forks, tmp_path, room)
