"""A file written so that at every moment, whatever fails, there is either all of the old one or all of the new one.

QSaveFile is no help: on a full disk it puts a cut file in place of the good one and reports success.
"""

import errno
import os
import re
import secrets
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path

from desktop.storage.errors import WriteError
from desktop.storage.files import reason
from desktop.storage.syncing import sync, sync_folder

_OURS = re.compile(r"\.journeywall-[0-9a-f]{16}\.tmp")
_ABANDONED = 3600.0
"""Seconds after which one of our temporary files belongs to nobody any more."""

_TRIES = 10
_PAUSE = 0.25
"""Seconds between tries while a virus scanner or a synchroniser holds a file on Windows."""

FULL = (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC))
"""What a system says of a disk without room."""


def write_file(path: Path, data: bytes) -> None:
    """Puts `data` in the file, following symbolic links and keeping its mode and owner. Raises WriteError.

    After an error the old content is still there, whole; without one the new is.
    """
    try:
        target = Path(os.path.realpath(path))
        old = _existing(target)
        _sweep(target.parent)
        _replace(target, data, old)
    except (OSError, ValueError) as error:
        raise WriteError(
            f"it cannot be written ({reason(error)})", path=path, remedy=_remedy(error, len(data))
        ) from error


def _existing(target: Path) -> os.stat_result | None:
    """The status of the file that is there already. Raises OSError for what must not be replaced."""
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(status.st_mode):
        raise ValueError("it is a device or a pipe")
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return status


def _replace(target: Path, data: bytes, old: os.stat_result | None) -> None:
    temporary = target.parent / f".journeywall-{secrets.token_hex(8)}.tmp"
    try:
        _write(temporary, data, old)
        _rename(temporary, target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    _flush_folder(target.parent)


def _write(temporary: Path, data: bytes, old: os.stat_result | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(temporary, flags, 0o666 if old is None else 0o600)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        if old is not None:
            _inherit(descriptor, old)
        sync(descriptor)
    finally:
        os.close(descriptor)


def _inherit(descriptor: int, old: os.stat_result) -> None:
    """Owner first: changing it clears bits of the mode."""
    if sys.platform != "win32":
        with suppress(PermissionError):
            os.fchown(descriptor, old.st_uid, old.st_gid)
        os.fchmod(descriptor, stat.S_IMODE(old.st_mode))


def _rename(temporary: Path, target: Path) -> None:
    for left in range(_TRIES if sys.platform == "win32" else 1, 0, -1):
        try:
            temporary.replace(target)
            break
        except PermissionError:
            if left == 1:
                raise
            time.sleep(_PAUSE)


def _flush_folder(folder: Path) -> None:
    """Makes the rename itself last.

    The new file stands by now and its bytes are on the disk, so a folder that cannot be flushed (some file systems
    have none that can) is no failure to save: to say so would leave a project that counts as unsaved beside a file
    that holds it. At worst a power cut brings the old file back, and the backup of this save is in another folder.
    """
    with suppress(OSError):
        sync_folder(folder)


def _sweep(folder: Path) -> None:
    """Removes what saves that were killed an hour ago or more have left behind, and nothing else."""
    limit = time.time() - _ABANDONED
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _OURS.fullmatch(entry.name) and entry.stat(follow_symlinks=False).st_mtime < limit:
                Path(entry.path).unlink()


def _remedy(error: OSError | ValueError, size: int) -> str:
    code = error.errno if isinstance(error, OSError) else None
    if code in FULL:
        return f"make room for {max(1, size // 1024):,} KB or save it on another disk"
    if code in (errno.EACCES, errno.EPERM, errno.EROFS):
        return "save it under another name or in another folder"
    if code == errno.ENOENT:
        return "save it in a folder that exists"
    return "check the name, or save it in another folder"
