"""Whatever fails while a file is written, there is all of the old one or all of the new one."""

import errno
import os
import stat
import subprocess
import sys
import time
from contextlib import suppress

import pytest

from desktop.storage.atomic import write_file
from desktop.storage.errors import WriteError

OLD, NEW = b"old" * 1000, b"new" * 50_000
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="modes, owners and links of POSIX")


@pytest.fixture
def path(tmp_path):
    """A file with old content, alone in its folder."""
    path = tmp_path / "map.journey"
    path.write_bytes(OLD)
    return path


def names(folder) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_a_new_file_is_written(tmp_path):
    write_file(tmp_path / "a.journey", NEW)
    assert (tmp_path / "a.journey").read_bytes() == NEW
    assert names(tmp_path) == ["a.journey"]


def test_an_old_file_is_replaced(path):
    write_file(path, NEW)
    assert path.read_bytes() == NEW
    assert names(path.parent) == ["map.journey"]


def test_nothing_can_be_written_too(path):
    write_file(path, b"")
    assert path.read_bytes() == b""


@POSIX
@pytest.mark.parametrize("mask", [0o022, 0o077])
def test_a_new_file_has_the_usual_mode(tmp_path, mask):
    before = os.umask(mask)
    try:
        write_file(tmp_path / "a", NEW)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o666 & ~mask


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_the_mode_is_kept(path, mode):
    path.chmod(mode)
    write_file(path, NEW)
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root gives files away")
def test_the_owner_is_kept(path):
    os.chown(path, 65534, 65534)
    write_file(path, NEW)
    assert (path.stat().st_uid, path.stat().st_gid) == (65534, 65534)


@POSIX
def test_a_link_is_followed_and_kept(path):
    link = path.with_name("link.journey")
    link.symlink_to(path.name)
    write_file(link, NEW)
    assert link.is_symlink()
    assert path.read_bytes() == NEW


@POSIX
def test_a_link_that_leads_nowhere_gets_its_file(tmp_path):
    (tmp_path / "folder").mkdir()
    link = tmp_path / "link"
    link.symlink_to("folder/map.journey")
    write_file(link, NEW)
    assert (tmp_path / "folder" / "map.journey").read_bytes() == NEW


@POSIX
def test_a_link_to_itself_is_refused(tmp_path):
    (tmp_path / "a").symlink_to("a")
    with pytest.raises(WriteError, match="cannot be written"):
        write_file(tmp_path / "a", NEW)


def refused(path, data: bytes = NEW) -> str:
    with pytest.raises(WriteError) as error:
        write_file(path, data)
    assert error.value.path == path
    return str(error.value)


def test_a_folder_is_refused(tmp_path):
    assert "is a directory" in refused(tmp_path)


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    assert "save it in a folder that exists" in refused(tmp_path / "none" / "a.journey")


def test_a_name_that_is_too_long_is_refused(tmp_path):
    assert "check the name" in refused(tmp_path / ("a" * 300))


def test_a_name_that_no_system_allows_is_refused(tmp_path):
    assert "cannot be written" in refused(tmp_path / "a\0b")


@POSIX
def test_a_pipe_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert "a device or a pipe" in refused(tmp_path / "pipe")


SETUP = "import sys\nfrom pathlib import Path\nfrom desktop.storage.atomic import write_file\n"
DROP = "import os\nif os.geteuid() == 0:\n    os.setgroups([])\n    os.setgid(65534)\n    os.setuid(65534)\n"


def ran(code: str, *arguments: object) -> str:
    """What the code prints in a process of its own."""
    command = [sys.executable, "-c", SETUP + code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


SAVE = """
from desktop.storage.errors import WriteError
try:
    write_file(Path(sys.argv[1]), b"new")
except WriteError as error:
    print(error)
"""


@pytest.fixture
def open_folder(tmp_path):
    """A folder that others may enter, all the way down."""
    for folder in (tmp_path, *tmp_path.parents):
        with suppress(PermissionError):
            folder.chmod(folder.stat().st_mode | 0o055)
        if folder.name.startswith("pytest-of"):
            break
    return tmp_path


@POSIX
def test_a_folder_without_permission_is_refused(open_folder):
    path = open_folder / "a.journey"
    path.write_bytes(OLD)
    path.chmod(0o666)
    open_folder.chmod(0o555)
    assert "permission denied" in ran(DROP + SAVE, path)
    assert path.read_bytes() == OLD


@POSIX
def test_a_protected_file_is_refused(open_folder):
    path = open_folder / "a.journey"
    path.write_bytes(OLD)
    path.chmod(0o444)
    open_folder.chmod(0o777)
    assert "save it under another name" in ran(DROP + SAVE, path)
    assert path.read_bytes() == OLD


FULL = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
from desktop.storage.errors import WriteError
try:
    write_file(Path(sys.argv[1]), b"new" * 50_000)
except WriteError as error:
    print(error)
"""


@POSIX
@pytest.mark.parametrize("room", [0, 1, 100_000, 149_999])
def test_a_full_disk_keeps_the_old_file(path, room):
    said = ran(FULL, path, room)
    assert "make room for 146 KB" in said
    assert str(path) in said
    assert path.read_bytes() == OLD
    assert names(path.parent) == ["map.journey"]


@POSIX
@pytest.mark.parametrize("name", ["open", "fsync"])
def test_a_folder_that_cannot_be_flushed_is_no_failure(path, monkeypatch, name):
    real = getattr(os, name)

    def failing(what, *args):
        if what == path.parent or (isinstance(what, int) and stat.S_ISDIR(os.fstat(what).st_mode)):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return real(what, *args)

    monkeypatch.setattr(os, name, failing)
    write_file(path, NEW)
    assert path.read_bytes() == NEW


@POSIX
def test_short_writes_are_continued(path, monkeypatch):
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, data[:4096]))
    write_file(path, NEW)
    assert path.read_bytes() == NEW


def test_an_interruption_leaves_no_temporary_file(path, monkeypatch):
    def interrupted(*_args):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_file(path, NEW)
    assert path.read_bytes() == OLD
    assert names(path.parent) == ["map.journey"]


def test_only_our_own_old_temporary_files_are_swept(path):
    kept = [
        ".journeywall-0123456789abcdef.tmp",
        ".journeywall-notours.tmp",
        "journeywall-0123456789abcdef.tmp",
        "x.tmp",
    ]
    swept = ".journeywall-fedcba9876543210.tmp"
    for name in (*kept, swept):
        path.with_name(name).write_bytes(b"")
        os.utime(path.with_name(name), (time.time() - 7200,) * 2)
    os.utime(path.with_name(kept[0]))  # a save of another process that is going on
    write_file(path, NEW)
    assert names(path.parent) == sorted([*kept, "map.journey"])


def test_windows_tries_again_while_another_program_holds_the_file(path, monkeypatch):
    real, calls = os.replace, []

    def held(*args):
        calls.append(args)
        if len(calls) < 4:
            raise PermissionError(errno.EACCES, "held")
        real(*args)

    monkeypatch.setattr(os, "replace", held)
    monkeypatch.setattr("desktop.storage.atomic.sys.platform", "win32")
    monkeypatch.setattr("desktop.storage.atomic.time.sleep", lambda _seconds: None)
    write_file(path, NEW)
    assert path.read_bytes() == NEW
    assert len(calls) == 4
