"""Making what was written last, on each platform as far as it goes."""

import errno
import os
import sys
from pathlib import Path

if sys.platform == "darwin":
    import fcntl

_CANNOT = (errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES)
"""Answers of file systems whose folders cannot be flushed and need not be."""


def sync(descriptor: int) -> None:
    """Returns when the file's bytes are on the disk itself. Raises OSError.

    On macOS fsync stops at the disk's own cache; F_FULLFSYNC does not, but some network drives do not know it.
    """
    if sys.platform == "darwin":
        try:
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        except OSError as error:
            if error.errno not in (errno.ENOTSUP, errno.EINVAL, errno.ENOTTY):
                raise
        else:
            return
    os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Makes the names in a folder last; Windows does so by itself. Raises OSError."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _CANNOT:
            raise
    finally:
        os.close(descriptor)
