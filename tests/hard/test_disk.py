"""The disk that fails on demand: what it counts, what it lets pass, and that it finds a careless writer."""

import errno
import os
from pathlib import Path

import pytest

from faults import Disk, Fault, every_fault


@pytest.fixture
def path(tmp_path):
    """A file to be written."""
    (tmp_path / "here").mkdir()
    path = tmp_path / "here" / "file"
    path.write_bytes(b"old")
    return path


def write(path: Path) -> None:
    descriptor = os.open(path, os.O_WRONLY)
    try:
        os.write(descriptor, b"new")
    finally:
        os.close(descriptor)


def test_calls_are_counted_by_path_and_by_descriptor(path):
    with Disk(path.parent) as disk:
        write(path)
    assert disk.calls == ["open", "write", "close"]
    assert not disk.met


def test_other_folders_are_none_of_its_business(path, tmp_path):
    with Disk(path.parent, Fault(1, errno.EIO, for_ever=True)) as disk:
        (tmp_path / "beside").touch()
        (tmp_path / "beside").stat()
    assert disk.calls == []


def test_once_is_once(path):
    with Disk(path.parent, Fault(2, errno.ENOSPC, for_ever=False)) as disk:
        with pytest.raises(OSError, match="No space left"):
            write(path)
        write(path)
    assert disk.failed == ["write"]
    assert path.read_bytes() == b"new"


def test_for_ever_is_until_it_is_healed(path):
    with Disk(path.parent, Fault(1, errno.EACCES, for_ever=True)) as disk:
        for _ in range(3):
            with pytest.raises(PermissionError):
                write(path)
        disk.heal()
        write(path)
    assert disk.failed == ["open"] * 3


def test_a_close_that_fails_has_closed(path):
    with Disk(path.parent, Fault(3, errno.EIO, for_ever=False)), pytest.raises(OSError, match="error"):
        write(path)
    assert all(name.split(":")[0] != str(path) for name in map(os.readlink, open_files()))


def open_files() -> list[str]:
    """Links to what this process has open."""
    links = Path("/proc/self/fd")
    return [str(link) for link in links.iterdir() if link.exists()] if links.exists() else []


def test_reading_fails_too(path):
    with Disk(path.parent, Fault(2, errno.EIO, for_ever=False)) as disk:
        with pytest.raises(OSError, match="error"):
            path.read_bytes()
        assert path.read_bytes() == b"old"
    assert disk.calls == ["io.open", "read", "io.open", "read"]


def test_what_may_not_be_asked_is_not_allowed(path):
    with Disk(path.parent, Fault(1, errno.EACCES, for_ever=False)):
        assert not os.access(path, os.R_OK)


def test_it_breaks_down_when_told_to(path):
    with Disk(path.parent) as disk:
        write(path)
        disk.break_down(Fault(1, errno.EIO, for_ever=False))
        with pytest.raises(OSError, match="error"):
            write(path)


def test_afterwards_all_is_as_before(path):
    before = os.write, os.open, open
    with Disk(path.parent):
        assert os.write is not before[0]
    assert (os.write, os.open, open) == before


def test_the_loop_ends_where_nothing_fails_any_more(path):
    tried = []
    for disk in every_fault(path.parent, errno.EIO, for_ever=False):
        try:
            with disk:
                write(path)
        except OSError:
            tried.append(disk.failed[0])
    assert tried == ["open", "write", "close"]


def test_a_deed_without_calls_proves_nothing(path):
    loop = every_fault(path.parent, errno.EIO, for_ever=False)
    next(loop)
    with pytest.raises(AssertionError, match="does not touch"):
        next(loop)


def test_a_careless_writer_is_found_out(path):
    """It empties the file before it writes."""
    found = set()
    for disk in every_fault(path.parent, errno.ENOSPC, for_ever=True):
        path.write_bytes(b"old")
        try:
            with disk:
                os.truncate(path, 0)
                write(path)
        except OSError:
            found.add(path.read_bytes())
    assert b"" in found
