"""Makes the disk fail: the k-th call that touches a folder, once or with all that follow.

Whatever the storage does on the disk goes through functions of `os`, `fcntl.flock` and `io.open`. They are wrapped;
calls that concern other folders, as those of the test runner, pass and are not counted.
"""

import builtins
import errno
import io
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop.storage.errors import StorageError

with suppress(ImportError):  # Windows has none
    import fcntl

FAULTS = [
    pytest.param(code, for_ever, id=f"{errno.errorcode[code]} {'for ever' if for_ever else 'once'}")
    for code in (errno.ENOSPC, errno.EIO, errno.EACCES)
    for for_ever in (False, True)
]
"""For tests with the parameters `code` and `for_ever`."""

WITH_PATH = (
    "open", "stat", "lstat", "access", "scandir", "listdir", "mkdir", "rmdir", "unlink", "remove", "replace", "rename",
    "link", "symlink", "readlink", "chmod", "chown", "utime", "truncate", "statvfs",
)  # fmt: skip
"""They name what they touch; some take a descriptor in its place."""

WITH_DESCRIPTOR = ("read", "write", "pread", "pwrite", "writev", "fsync", "fdatasync", "close", "fstat", "fchmod",
    "fchown", "ftruncate", "lseek")  # fmt: skip


@dataclass(frozen=True)
class Fault:
    """What goes wrong: every call from the k-th (1, 2, 3 …) on, or only that one."""

    at: int
    code: int
    for_ever: bool

    def strikes(self, number: int) -> bool:
        return number == self.at or (self.for_ever and number > self.at)

    def error(self) -> OSError:
        return OSError(self.code, os.strerror(self.code))


class Disk(AbstractContextManager["Disk"]):
    """Within it the calls that touch what is in `folder` are counted, and fail as the fault says.

    calls: the names of those that were made; failed: of those that failed.
    """

    def __init__(self, folder: Path, fault: Fault | None = None) -> None:
        self.calls: list[str] = []
        self.failed: list[str] = []
        self._folders = tuple({os.fspath(folder), os.path.realpath(folder)})
        self._fault = fault
        self._ours: set[int] = set()
        self._patch = pytest.MonkeyPatch()
        self._turn = threading.RLock()

    @property
    def met(self) -> bool:
        """Whether the fault was met at all."""
        return bool(self.failed)

    def heal(self) -> None:
        """From now on nothing fails any more."""
        self._fault = None

    def break_down(self, fault: Fault) -> None:
        """From now on it fails; what was counted so far does not count."""
        with self._turn:
            self.calls.clear()
            self.failed.clear()
            self._fault = fault

    def __enter__(self) -> "Disk":
        for name in (*WITH_PATH, *WITH_DESCRIPTOR):
            if hasattr(os, name):
                self._patch.setattr(os, name, self._wrapped(name, getattr(os, name)))
        for module in (io, builtins):
            self._patch.setattr(module, "open", self._opening(module.open))
        if "fcntl" in globals():
            self._patch.setattr(fcntl, "flock", self._wrapped("flock", fcntl.flock))
        return self

    def __exit__(self, *_unused: object) -> None:
        self._patch.undo()

    def count(self, name: str) -> None:
        """One more call. Raises OSError when it is its turn."""
        with self._turn:
            self.calls.append(name)
            fault = self._fault
            if fault is None or not fault.strikes(len(self.calls)):
                return
            self.failed.append(name)
        raise fault.error()

    def _wrapped(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            if not self._concerns(args, kwargs):
                return real(*args, **kwargs)
            return getattr(self, f"_{name}", self._simple)(name, real, *args, **kwargs)

        return call

    def _simple(self, name: str, real: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        self.count(name)
        return real(*args, **kwargs)

    def _open(self, name: str, real: Callable[..., Any], *args: Any, **kwargs: Any) -> int:
        descriptor: int = self._simple(name, real, *args, **kwargs)
        self._ours.add(descriptor)
        return descriptor

    def _close(self, name: str, real: Callable[..., Any], descriptor: int) -> None:
        """Whatever it says, the descriptor is gone."""
        self._ours.discard(descriptor)
        real(descriptor)
        self.count(name)

    def _access(self, name: str, real: Callable[..., Any], *args: Any, **kwargs: Any) -> bool:
        """It never raises; what cannot be asked is not allowed."""
        try:
            return bool(self._simple(name, real, *args, **kwargs))
        except OSError:
            return False

    def _opening(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(file: Any, mode: str = "r", *args: Any, **kwargs: Any) -> Any:
            if mode != "rb" or not self._concerns((file,), {}):
                return real(file, mode, *args, **kwargs)
            self.count("io.open")
            return io.BufferedReader(_Reading(file, self))

        return call

    def _concerns(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> bool:
        named = (*args[:2], *(value for name, value in kwargs.items() if name.endswith("dir_fd")))
        return any(self._touches(one) for one in named)

    def _touches(self, named: object) -> bool:
        if isinstance(named, int):
            return not isinstance(named, bool) and named in self._ours
        if not isinstance(named, str | os.PathLike):
            return False
        path = str(Path(named).absolute())
        return any(path == folder or path.startswith(folder + os.sep) for folder in self._folders)


class _Reading(io.FileIO):
    """A file whose reading may fail."""

    def __init__(self, file: Any, disk: Disk) -> None:
        super().__init__(file, "rb")
        self._disk = disk

    def readinto(self, buffer: Any) -> Any:
        self._disk.count("read")
        return super().readinto(buffer)

    def readall(self) -> Any:
        self._disk.count("read")
        return super().readall()


def every_fault(folder: Path, code: int, *, for_ever: bool, most: int = 2_000) -> Iterator[Disk]:
    """A disk that fails at the first call, one that fails at the second … until nothing fails any more.

    Each is to be used in a `with`, around the same deed on the same things.
    """
    for at in range(1, most):
        disk = Disk(folder, Fault(at, code, for_ever))
        yield disk
        if len(disk.calls) < at:
            assert at > 1, "the deed does not touch the disk"
            return
    raise AssertionError(f"after {most} faults there is no end")


def attempt(deed: Callable[..., Any], *args: Any) -> tuple[str, Any]:
    """What was said when the deed failed, "" when it did not, and what it returned."""
    try:
        return "", deed(*args)
    except StorageError as error:
        return str(error), None
