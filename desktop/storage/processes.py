"""Which process this is, and whether another one still runs: for files that say who holds something."""

import getpass
import os
import platform
import sys
from contextlib import suppress
from pathlib import Path

SAME = 1.0
"""Seconds by which two statements of when one process started may differ."""


def host() -> str:
    """The name of this computer."""
    return platform.node()


def user() -> str:
    """The name of the account; "" where the system knows none."""
    with suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return ""


def space() -> str:
    """In which numbering of processes `os.getpid()` counts: each Linux container has its own. "" elsewhere."""
    with suppress(OSError, AttributeError):
        return str(Path("/proc/self/ns/pid").readlink())
    return ""


def started(pid: int) -> float | None:
    """When a process of this computer started, in seconds; None when there is none of this number.

    Seconds since the start of the system where the system counts so: setting the clock makes nobody another process.
    Raises PermissionError when the system does not tell.
    """
    import psutil  # noqa: PLC0415 - imports that a start without files does without

    try:
        process = psutil.Process(pid)
        if process.status() == psutil.STATUS_ZOMBIE:
            return None
        return process.create_time() - (psutil.boot_time() if sys.platform == "linux" else 0.0)
    except psutil.AccessDenied as error:
        raise PermissionError(str(error)) from error
    except psutil.NoSuchProcess:
        return None


def own_start() -> float | None:
    """When this process started; None where the system does not tell."""
    try:
        return started(os.getpid())
    except PermissionError:
        return None


def lives(pid: int, since: float | None) -> bool:
    """Whether the process of this number runs and is the one that started at `since` (None: whichever it is)."""
    try:
        now = started(pid)
    except PermissionError:
        return True
    return now is not None and (since is None or abs(now - since) <= SAME)
