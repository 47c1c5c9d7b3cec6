"""Who works on a file: a small file beside it that says so, for other windows, processes and computers.

It is advice between people, not a guarantee: a save looks at what stands on the disk all the same.
"""

import errno
import hashlib
import json
import os
import secrets
import stat
import sys
import threading
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from desktop.storage import processes
from desktop.storage.errors import StorageError

if sys.platform != "win32":
    import fcntl

LONGEST = 4096
"""Bytes of a lock that is still looked at."""

_HIGHEST = 2**31
"""Numbers of processes are below it on every system."""

_TRIES = 5
_PAUSE = 0.02
"""Seconds in which a lock that is being written at this moment is finished."""


_released: set[str] = set()
"""Tokens of locks that this process has let go; one that could not be removed, because the disk failed, is nobody's."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a lock. since: ISO 8601, "" where it is not known; here: this very process does."""

    host: str
    user: str
    pid: int
    since: str
    here: bool

    @property
    def elsewhere(self) -> bool:
        """Whether it is another computer (or container), of which nobody here knows what still runs there."""
        return self.host != processes.host()


class HeldError(StorageError):
    """Somebody works on the file. holder: None when the lock cannot be understood."""

    def __init__(self, holder: Holder | None, path: Path) -> None:
        who = f"{holder.user or 'somebody'} on {holder.host} works on it" if holder else "its lock cannot be understood"
        super().__init__(who, path=path, remedy="open it only to read, or work on a copy")
        self.holder = holder


class Lock:
    """What `take` gave. place: where the lock stands; None when it could not be written anywhere."""

    def __init__(self, place: Path | None, token: str) -> None:
        self.place = place
        self._token = token

    @property
    def ours(self) -> bool:
        """Whether the lock still stands and nobody has taken it over."""
        return self.place is not None and _token_of(_read(self.place)) == self._token

    def release(self) -> None:
        """Removes the lock if it still is ours. Never raises."""
        if self.place is None:
            return
        _released.add(self._token)
        for place in (_temporary(self.place), *((self.place,) if self.ours else ())):
            with suppress(OSError):
                place.unlink(missing_ok=True)


def take(path: Path, fallback: Path, *, over: bool = False) -> Lock:
    """Locks a project's file, seen through symbolic links. Raises HeldError when somebody else works on it.

    fallback: the folder for locks on files whose own folder cannot be written. over: takes it whoever holds it.
    """
    try:
        real = Path(os.path.realpath(path))
        places = beside(real), fallback / f"{hashlib.sha256(os.fsencode(real)).hexdigest()[:32]}.lock"
    except (OSError, ValueError):
        return Lock(None, "")
    for place in () if over else places:
        _refuse_held(place, path)
    for place in places:
        with suppress(OSError):
            if place.parent == fallback:
                fallback.mkdir(mode=0o700, parents=True, exist_ok=True)
            return _take(place, path, over)
    return Lock(None, "")


def beside(path: Path) -> Path:
    """Where the lock of this file stands: the name that office programs use."""
    return path.with_name(f".~lock.{path.name}#")


@dataclass(frozen=True, slots=True)
class _Note:
    """What a lock says. started: as `processes.started`; space: as `processes.space`; token: of this lock alone."""

    host: str
    user: str
    pid: int
    started: float | None
    since: str
    space: str
    token: str

    @property
    def stale(self) -> bool:
        """Whether nobody holds it any more, as far as this computer can know."""
        return self._near and not processes.lives(self.pid, self.started)

    @property
    def holder(self) -> Holder:
        near = self._near
        host = self.host if near or self.host != processes.host() else f"{self.host} ({self.space})"
        return Holder(host, self.user, self.pid, self.since, here=near and self.pid == os.getpid())

    @property
    def _near(self) -> bool:
        """Whether its process would be one of this computer, and of this container."""
        return self.host == processes.host() and self.space in ("", processes.space())


def _take(place: Path, path: Path, over: bool) -> Lock:
    """The lock in this place. Raises HeldError, and OSError where none can be written."""
    note = _own()
    for _ in range(_TRIES):
        with suppress(FileExistsError):
            _write(place, note)
            return Lock(place, note.token)
        if _token_of(_read(place)) == note.token:  # on network drives what has been done may be reported as failed
            return Lock(place, note.token)
        _clear(place, path, over)
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(place))


def _own() -> _Note:
    return _Note(
        host=processes.host(),
        user=processes.user(),
        pid=os.getpid(),
        started=processes.own_start(),
        since=datetime.now().astimezone().isoformat(timespec="seconds"),
        space=processes.space(),
        token=secrets.token_hex(8),
    )


def _refuse_held(place: Path, path: Path) -> bytes | None:
    """What stands in this place: None for no lock, else one that nobody holds any more. Raises HeldError."""
    data = _settled(place)
    if data is not None:
        note = _parsed(data)
        if note is None or not (note.stale or note.token in _released):
            raise HeldError(note.holder if note else None, path)
    return data


def _clear(place: Path, path: Path, over: bool) -> None:
    """Takes a lock away that nobody holds, or whoever's it is. Raises HeldError, OSError."""
    if over:
        place.unlink(missing_ok=True)
    else:
        found = _refuse_held(place, path)
        if found is not None:
            _remove(place, found)


def _remove(place: Path, found: bytes) -> None:
    """Removes a lock if it still is the one that was `found`; the one that another has put there since stays.

    A lock of the system on the very file parts those who find it at the same time. Windows removes no file that is
    open: there the moment between looking and removing stays. Raises OSError.
    """
    if sys.platform == "win32":
        place.unlink(missing_ok=True)
        return
    with suppress(FileNotFoundError):
        descriptor = os.open(place, os.O_RDONLY | os.O_NOFOLLOW)
        try:
            with suppress(OSError):  # some network drives know none
                fcntl.flock(descriptor, fcntl.LOCK_EX)
            same = os.path.samestat(os.fstat(descriptor), place.lstat())
            if same and os.read(descriptor, LONGEST) == found:
                place.unlink()
        finally:
            os.close(descriptor)


def _write(place: Path, note: _Note) -> None:
    """Puts a new lock there, all of it at once where the file system allows it. Raises FileExistsError, OSError."""
    data, temporary = json.dumps(asdict(note)).encode(), _temporary(place)
    try:
        if not _appears(place, temporary, data):
            _fill(place, data)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _appears(place: Path, temporary: Path, data: bytes) -> bool:
    """Gives a finished file the name, which must be free; False where that cannot be done. Raises FileExistsError."""
    try:
        temporary.unlink(missing_ok=True)
        _fill(temporary, data)
    except OSError:
        return False
    try:
        if sys.platform == "win32":
            temporary.rename(place)  # replaces nothing there
        else:
            place.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:
        return False
    return True


def _fill(place: Path, data: bytes) -> None:
    """Makes a file, all of it or none. Raises FileExistsError, OSError."""
    descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        try:
            if os.write(descriptor, data) != len(data):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(place))
        finally:
            os.close(descriptor)
    except BaseException:
        with suppress(OSError):
            place.unlink()
        raise


def _temporary(place: Path) -> Path:
    """The same name whenever this thread needs one here: what could not be removed is replaced the next time.

    One that is left behind for good is swept like those of saves.
    """
    ours = f"{os.getpid()} {threading.get_ident()} {place}".encode(errors="surrogateescape")
    return place.with_name(f".journeywall-{hashlib.sha256(ours).hexdigest()[:16]}.tmp")


def _settled(place: Path) -> bytes | None:
    """What a lock says once whoever puts it there has finished."""
    for _ in range(_TRIES):
        data = _read(place)
        if data != b"":
            return data
        time.sleep(_PAUSE)
    return b""


def _read(place: Path) -> bytes | None:
    """The first bytes of a lock: none of what is no regular file or may not be read; None where nothing stands."""
    try:
        if not stat.S_ISREG(place.lstat().st_mode):
            return b"?"
    except OSError:
        return None
    try:
        descriptor = os.open(place, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        try:
            return os.read(descriptor, LONGEST)
        finally:
            os.close(descriptor)
    except FileNotFoundError:
        return None
    except OSError:
        return b"?"


def _parsed(data: bytes) -> _Note | None:
    """None for what this program did not write."""
    try:
        said = json.loads(data)
    except (ValueError, RecursionError):
        return None
    match said:
        case {"host": str(host), "pid": int(pid)} if host and 0 < pid < _HIGHEST:
            started = said.get("started")
            return _Note(
                host=_shown(host),
                user=_shown(said.get("user")),
                pid=pid,
                started=started if isinstance(started, float) else None,
                since=_shown(said.get("since")),
                space=_shown(said.get("space")),
                token=_shown(said.get("token")),
            )
    return None


def _shown(said: object) -> str:
    """A short text without control characters: a lock may come from anybody."""
    text = said if isinstance(said, str) else ""
    return "".join(char for char in text[:100] if char.isprintable())


def _token_of(data: bytes | None) -> str:
    note = _parsed(data) if data else None
    return note.token if note else ""
