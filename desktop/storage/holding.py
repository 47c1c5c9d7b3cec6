"""A file held by a running program: given back by the system the moment it ends, however it ends."""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_TAKEN = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
"""What a system answers when somebody else holds the file."""

_UNKNOWN = (errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL)
"""Answers of file systems that know no locks."""

_ours: set[str] = set()
"""What this process holds: where locks belong to processes, as on some network drives, it could lock them again."""


class TakenError(OSError):
    """Somebody else holds the file."""


class Hold:
    """The file at `place`, held until `release` or the end of the process. Raises OSError; TakenError when it is taken.

    Where the file system knows no locks it is held by the number of the process that stands in it.
    """

    def __init__(self, place: Path) -> None:
        self.place = place
        if str(place) in _ours:
            raise TakenError(errno.EAGAIN, os.strerror(errno.EAGAIN), str(place))
        descriptor = os.open(place, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _claim(descriptor)
        except OSError:
            os.close(descriptor)
            raise
        self._descriptor: int | None = descriptor
        _ours.add(str(place))

    def stands(self) -> bool:
        """Whether the file is still the one that is held; a cleaner may have removed it."""
        if self._descriptor is None:
            return False
        try:
            return os.path.samestat(os.fstat(self._descriptor), self.place.stat())
        except OSError:
            return False

    def release(self) -> None:
        """Gives the file back and removes it; never raises."""
        if self._descriptor is None:
            return
        _ours.discard(str(self.place))
        with suppress(OSError):
            _unlock(self._descriptor)
        with suppress(OSError):
            os.close(self._descriptor)
        self._descriptor = None
        with suppress(OSError):
            self.place.unlink()


def is_held(place: Path) -> bool:
    """Whether a living process, this one included, holds the file. Never raises."""
    if str(place) in _ours:
        return True
    try:
        descriptor = os.open(place, os.O_RDONLY)
    except FileNotFoundError:
        return False
    except OSError:
        return True  # what cannot even be looked at is not ours to take
    try:
        return _is_locked(descriptor)
    except OSError:
        return True
    finally:
        with suppress(OSError):
            os.close(descriptor)


def _claim(descriptor: int) -> None:
    try:
        _lock(descriptor)
    except TakenError:
        raise
    except OSError as error:
        if error.errno not in _UNKNOWN:
            raise
    os.ftruncate(descriptor, 0)
    os.write(descriptor, b"%d\n" % os.getpid())


def _is_locked(descriptor: int) -> bool:
    try:
        _lock(descriptor, shared=True)
    except TakenError:
        return True
    except OSError:
        return _is_alive(os.read(descriptor, 20))
    _unlock(descriptor)
    return False


def _lock(descriptor: int, *, shared: bool = False) -> None:
    """shared: others may look at the same time, though nobody can hold it meanwhile (Windows knows no such lock)."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _TAKEN:
            raise TakenError(error.errno, os.strerror(error.errno)) from error
        raise


def _unlock(descriptor: int) -> None:
    """Windows takes its time with locks that are only closed."""
    if sys.platform == "win32":
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)


def _is_alive(text: bytes) -> bool:
    """Whether the process of this number lives; on Windows asking would end it, and locks are always known there."""
    if sys.platform == "win32" or not text.strip().isdigit():
        return False
    try:
        os.kill(int(text), 0)
    except PermissionError:
        return True
    except (OSError, OverflowError):
        return False
    return True
