"""The bytes of a file, without ever reading a device, a pipe or more than was asked for."""

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from desktop.storage.errors import ReadError, TooLargeError

MEGABYTE = 1024 * 1024
LIMIT = 64 * MEGABYTE
"""Size up to which a file is read without asking."""

HIGHEST_LIMIT = 256 * MEGABYTE
"""Size up to which it may be read when somebody says so."""


def load(path: Path, limit: int = LIMIT) -> bytes:
    """The bytes of a regular file of at most `limit`, itself at most 256 MB. Raises ReadError, TooLargeError."""
    limit = min(limit, HIGHEST_LIMIT)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise ReadError(_what(status.st_mode), path=path, remedy="choose a file that ends in .journey")
        if status.st_size > limit:
            raise _too_large(path, status.st_size, limit)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except (OSError, ValueError) as error:
        raise ReadError(f"it cannot be read ({reason(error)})", path=path, remedy=_remedy(error)) from error
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
    """SHA-256 of what a regular file holds now, in hexadecimal; "" where there is none. Raises ReadError."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return ""
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return ""
    except (OSError, ValueError) as error:
        raise ReadError(f"it cannot be read ({reason(error)})", path=path, remedy=_remedy(error)) from error


def fingerprint_of(data: bytes) -> str:
    """What `fingerprint` says of a file that holds these bytes."""
    return hashlib.sha256(data).hexdigest()


def reason(error: OSError | ValueError) -> str:
    """What the system said, in its own words but without numbers and paths."""
    if isinstance(error, OSError) and error.errno:
        words = os.strerror(error.errno)
        return words[:1].lower() + words[1:]
    return str(error)


def _what(mode: int) -> str:
    return "it is a folder" if stat.S_ISDIR(mode) else "it is a device or a pipe, not a file"


def _too_large(path: Path, size: int, limit: int) -> TooLargeError:
    said = f"the file has {size / MEGABYTE:,.1f} MB, and files over {limit // MEGABYTE} MB are not opened"
    return TooLargeError(said, path=path, remedy="move its pictures out or split it")


def _remedy(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "check the name, or whether its disk is connected"
    if isinstance(error, PermissionError):
        return "ask for permission to read it"
    return "check the name and the disk"
