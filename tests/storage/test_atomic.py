"""Whatever fails while a file is written, there is all of the old one or all of the new one."""

import errno
import os
import random
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


CALLS = ("stat", "open", "write", "fchown", "fchmod", "fsync", "close", "replace", "unlink", "scandir", "access")


class Faults:
    """Makes the k-th call to the disk fail, once or with all that follow."""

    def __init__(self, monkeypatch, fail_at: int, code: int, for_ever: bool) -> None:
        self.count = 0
        self.fail_at, self.code, self.for_ever = fail_at, code, for_ever
        for name in CALLS:
            monkeypatch.setattr(os, name, self.wrapped(name, getattr(os, name)))

    def wrapped(self, name, real):
        def call(*args, **kwargs):
            self.count += 1
            if self.count == self.fail_at or (self.for_ever and self.count > self.fail_at):
                if name == "close":
                    real(*args)
                raise OSError(self.code, os.strerror(self.code))
            return real(*args, **kwargs)

        return call


@POSIX
@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for ever"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES], ids=lambda code: errno.errorcode[code])
def test_every_call_may_fail(path, code, for_ever):
    attempts = 0
    while True:
        attempts += 1
        path.write_bytes(OLD)
        with pytest.MonkeyPatch.context() as patch:
            faults = Faults(patch, attempts, code, for_ever)
            error = failure(path)
        assert path.read_bytes() == NEW or (error and path.read_bytes() == OLD)
        assert error is None or str(path) in error
        for left in path.parent.glob(".journeywall-*"):
            assert for_ever
            left.unlink()
        if faults.count < attempts:
            break
    assert attempts > 9


def failure(path) -> str | None:
    try:
        write_file(path, NEW)
    except WriteError as error:
        return str(error)
    return None


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


ENDLESS = """
size = 200_000
while True:
    for letter in (b"a", b"b"):
        write_file(Path(sys.argv[1]), letter * size)
        print("saved", flush=True)
"""


def kill_while_saving(path, times: int) -> None:
    chance = random.Random(times)
    for _ in range(times):
        with subprocess.Popen([sys.executable, "-c", SETUP + ENDLESS, path], stdout=subprocess.PIPE) as saving:
            saving.stdout.readline()
            time.sleep(chance.uniform(0, 0.02))
            saving.kill()
        data = path.read_bytes()
        assert len(data) == 200_000
        assert data in (b"a" * 200_000, b"b" * 200_000)


@POSIX
def test_a_kill_while_saving_leaves_a_whole_file(path):
    kill_while_saving(path, 25)


@POSIX
@pytest.mark.stress
def test_500_kills_while_saving_leave_whole_files(path):
    kill_while_saving(path, 500)
