"""The bytes of a file, without ever reading a device, a pipe or more than was asked for."""

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from io import BufferedReader
from pathlib import Path

from desktop.storage.errors import ReadError, TooLargeError

MEGABYTE = 1024 * 1024
LIMIT = 64 * MEGABYTE
"""Size up to which a file is read without asking."""

HIGHEST_LIMIT = 256 * MEGABYTE
"""Size up to which it may be read when somebody says so."""

_READING = (
    os.O_RDONLY
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)
"""Without waiting for whoever writes to a pipe, without taking up a terminal."""


class Disk(Enum):
    """What became of a session's file since it was opened or saved last."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"
    UNREADABLE = "unreadable"


def absolute(path: Path) -> Path:
    """The same file whatever the current folder is later, since a journal outlives the process. Raises ReadError."""
    try:
        return path.absolute()
    except (OSError, ValueError) as error:  # the folder in which the program was started is gone
        raise _unreadable(path, error) from error


def load(path: Path, limit: int = LIMIT) -> bytes:
    """The bytes of a regular file of at most `limit`, itself at most 256 MB. Raises ReadError, TooLargeError."""
    limit = min(limit, HIGHEST_LIMIT)
    with _opened(path, limit) as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise _too_large(path, len(data), limit)
    return data


@dataclass(frozen=True, slots=True)
class Mark:
    """By what a file is known not to have been touched, without looking into it: bytes, ns, and where it lies."""

    size: int
    modified: int
    inode: int


def mark_of(path: Path) -> Mark | None:
    """Of the file as it is now; None where there is none, or where that cannot be told."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return Mark(status.st_size, status.st_mtime_ns, status.st_ino)


def fingerprint(path: Path) -> str:
    """SHA-256 of what a regular file holds now, in hexadecimal; "" where there is none. Raises ReadError.

    What is larger than any project is not gone through: its size is unlike every fingerprint.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return ""
    except FileNotFoundError:
        return ""
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    with _opened(path) as file:
        size = os.fstat(file.fileno()).st_size
        return f"{size} bytes" if size > HIGHEST_LIMIT else hashlib.file_digest(file, "sha256").hexdigest()


def fingerprint_of(data: bytes) -> str:
    """What `fingerprint` says of a file that holds these bytes."""
    return hashlib.sha256(data).hexdigest()


def reason(error: OSError | ValueError) -> str:
    """What the system said, in its own words but without numbers and paths."""
    if isinstance(error, OSError) and error.errno:
        words = os.strerror(error.errno)
        return words[:1].lower() + words[1:]
    return str(error)


@contextmanager
def _opened(path: Path, limit: int | None = None) -> Iterator[BufferedReader]:
    """A regular file, of at most so many bytes, to be read. What the name stands for is looked at before, since opening
    a pipe waits for ever and opening a device may do anything; and once more when it is open, for it may be another by
    then. Raises ReadError, TooLargeError.
    """
    try:
        _refuse(path, path.stat(), limit)
        with os.fdopen(os.open(path, _READING), "rb") as file:
            _refuse(path, os.fstat(file.fileno()), limit)
            yield file
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error


def _refuse(path: Path, status: os.stat_result, limit: int | None) -> None:
    if not stat.S_ISREG(status.st_mode):
        what = "it is a folder" if stat.S_ISDIR(status.st_mode) else "it is a device or a pipe, not a file"
        raise ReadError(what, path=path, remedy="choose a file that ends in .journey")
    if limit is not None and status.st_size > limit:
        raise _too_large(path, status.st_size, limit)


def _unreadable(path: Path, error: OSError | ValueError) -> ReadError:
    return ReadError(f"it cannot be read ({reason(error)})", path=path, remedy=_remedy(error))


def _too_large(path: Path, size: int, limit: int) -> TooLargeError:
    said = f"the file has {size / MEGABYTE:,.1f} MB, and files over {limit // MEGABYTE} MB are not opened"
    remedy = "move its pictures out or split it"
    return TooLargeError(said, path=path, remedy=remedy, megabytes=size / MEGABYTE, askable=size <= HIGHEST_LIMIT)


def _remedy(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "check the name, or whether its disk is connected"
    if isinstance(error, PermissionError):
        return "ask for permission to read it"
    return "check the name and the disk"
