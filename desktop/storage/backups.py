"""Earlier versions of project files, kept outside the projects' folders, so that no save is the end of the one before.

Every version is a file of its own whose name says all about it: no index can be lost, and what two processes keep at
the same time lies side by side. Numbers count up, so that a clock that was wrong for a while mixes up no order.
"""

import gzip
import json
import os
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from hashlib import sha256
from pathlib import Path

from desktop.storage import files
from desktop.storage.atomic import write_file
from desktop.storage.errors import DamagedError, StorageError, WriteError
from desktop.storage.files import HIGHEST_LIMIT, fingerprint_of, load

SAVES = 10
"""How many of the last saves are kept."""

DAYS = 14
"""On how many days, today among them, the last save is kept."""

GUARDS, GUARDED = 20, timedelta(days=30)
"""How many of the versions that are kept before something risky, and for how long."""

_LEVEL = 1
"""Of gzip: a save shall not wait for the last tenth of smallness."""

_NAME = re.compile(r"([0-9]{6,})-([12][0-9]{7}T[0-9]{6}\.[0-9]{6}Z)-([a-z]+)-([0-9]{1,10})-([0-9a-f]{64})\.gz")
_TIME = "%Y%m%dT%H%M%S.%fZ"
_PLAIN = re.compile(r"[A-Za-z0-9_-]{1,40}")
_ABOUT, _LONGEST_ABOUT = "about.json", 64 * 1024


class Reason(Enum):
    """Why a version is kept: it was saved, or something is about to be done to the file."""

    SAVE = "save"
    MIGRATION = "migration"
    REPAIR = "repair"
    OVERWRITE = "overwrite"


@dataclass(frozen=True, slots=True)
class Version:
    """What a file held at a time. size: of the project file in bytes. fingerprint: of its bytes.

    number: counts up with every version of the same path.
    """

    place: Path
    time: datetime
    reason: Reason
    size: int
    fingerprint: str
    number: int = 0


class Backups:
    """The versions in this folder, which comes into being with the first of them."""

    def __init__(self, folder: Path, clock: Callable[[], datetime] = lambda: datetime.now(UTC).astimezone()) -> None:
        self._folder = folder
        self._clock = clock

    def keep(self, path: Path, project_id: str, data: bytes, reason: Reason) -> Version | None:
        """Keeps the bytes of the file at `path`, and lets go of what has been kept for long enough.

        None when the newest version has these bytes already and stays for as long. Raises WriteError.
        """
        fingerprint, now = fingerprint_of(data), self._clock()
        try:
            known = self._listed(path)
            if known and known[0].fingerprint == fingerprint and self._serves(known[0], reason):
                return None
            folder = self._folder / f"{_key(path)}-{_plain(project_id)}"
            folder.mkdir(parents=True, exist_ok=True)
        except (OSError, ValueError) as error:
            raise self._failed(error, data) from error
        number = known[0].number + 1 if known else 1
        made = _named(Version(folder, now.astimezone(UTC), reason, len(data), fingerprint, number))
        self._write(made, data)
        self._tell_about(folder, path)
        self._let_go(folder, made, now)
        return made

    def holds(self, path: Path, fingerprint: str) -> bool:
        """Whether the bytes with this fingerprint can be had again, when the file no longer has them."""
        return any(each.fingerprint == fingerprint and self._is_whole(each) for each in self.versions(path))

    def versions(self, path: Path, project_id: str = "") -> list[Version]:
        """All that the file at `path` ever held and that is still kept, latest first; it never raises.

        With a project's id, then also what its file held under a path where there is nothing any more: people rename
        and move files.
        """
        with suppress(OSError, ValueError):
            return [*self._listed(path), *self._before_it_moved(path, project_id)]
        return []

    def content(self, version: Version) -> bytes:
        """The bytes of the project file. Raises StorageError."""
        packed, most = load(version.place, HIGHEST_LIMIT), min(version.size, HIGHEST_LIMIT)
        try:
            data = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16).decompress(packed, most + 1)
        except zlib.error as error:
            raise _damaged(version) from error
        if fingerprint_of(data) != version.fingerprint:
            raise _damaged(version)
        return data

    def _serves(self, newest: Version, reason: Reason) -> bool:
        """Whether keeping the same bytes once more would be of no use."""
        return (reason is Reason.SAVE or newest.reason is not Reason.SAVE) and self._is_whole(newest)

    def _is_whole(self, version: Version) -> bool:
        try:
            self.content(version)
        except StorageError:
            return False
        return True

    def _write(self, made: Version, data: bytes) -> None:
        try:
            write_file(made.place, gzip.compress(data, _LEVEL, mtime=0))
        except WriteError as error:
            cause = error.__cause__
            raise self._failed(cause if isinstance(cause, OSError) else ValueError(error.reason), data) from error

    def _failed(self, error: OSError | ValueError, data: bytes) -> WriteError:
        said = f"no backup can be kept there ({files.reason(error)})"
        room = max(1, len(data) // 1024)
        return WriteError(said, path=self._folder, remedy=f"make room for {room:,} KB or check who may write there")

    def _tell_about(self, folder: Path, path: Path) -> None:
        """Puts the path into the folder, for people who look into it and for files that are moved."""
        about = json.dumps({"path": str(path.absolute())}, indent=1).encode() + b"\n"
        with suppress(OSError, StorageError):
            if not (folder / _ABOUT).exists():
                write_file(folder / _ABOUT, about)

    def _let_go(self, folder: Path, made: Version, now: datetime) -> None:
        """Removes what is no longer kept; what cannot be removed now will be later."""
        with suppress(OSError):
            listed = _latest_first(_versions_in(folder))
            for version in set(listed) - lasting(listed, now) - {made}:
                with suppress(OSError):
                    version.place.unlink()

    def _listed(self, path: Path) -> list[Version]:
        """Raises OSError: an order that is made up from a part of the numbers would be a wrong one."""
        key = _key(path)
        return _latest_first(
            version for folder in self._folders() if folder.name.startswith(key) for version in _versions_in(folder)
        )

    def _before_it_moved(self, path: Path, project_id: str) -> list[Version]:
        key, suffix = _key(path), f"-{_plain(project_id)}"
        moved = [
            version
            for folder in (self._folders() if project_id else ())
            if folder.name.endswith(suffix) and not folder.name.startswith(key) and _is_left(folder)
            for version in _versions_in(folder)
        ]
        return sorted(moved, key=lambda version: (version.time, version.number), reverse=True)

    def _folders(self) -> list[Path]:
        try:
            with os.scandir(self._folder) as entries:
                return [Path(entry.path) for entry in entries if entry.is_dir(follow_symlinks=False)]
        except FileNotFoundError:
            return []


def lasting(versions: Sequence[Version], now: datetime) -> set[Version]:
    """Which of these, latest first, are still to be kept. A day is one of the clock that says `now`."""
    saves = [version for version in versions if version.reason is Reason.SAVE]
    guards = [each for each in versions if each.reason is not Reason.SAVE and now - each.time <= GUARDED]
    days: dict[date, Version] = {}
    for save in saves:
        day = save.time.astimezone(now.tzinfo).date()
        if (now.date() - day).days < DAYS:
            days.setdefault(day, save)
    return {*saves[:SAVES], *list(days.values())[:DAYS], *guards[:GUARDS]}


def _named(version: Version) -> Version:
    """At its place in the folder that it was made with."""
    time, reason = version.time.strftime(_TIME), version.reason.value
    name = f"{version.number:06d}-{time}-{reason}-{version.size}-{version.fingerprint}.gz"
    return replace(version, place=version.place / name)


def _versions_in(folder: Path) -> Iterator[Version]:
    """What else lies in the folder is left alone, whatever it is."""
    with suppress(FileNotFoundError), os.scandir(folder) as entries:
        for entry in entries:
            found = _NAME.fullmatch(entry.name)
            if found and entry.is_file(follow_symlinks=False):
                number, time, reason, size, fingerprint = found.groups()
                with suppress(ValueError):  # a name such as ours, with a month 13
                    moment = datetime.fromisoformat(time)
                    yield Version(Path(entry.path), moment, Reason(reason), int(size), fingerprint, int(number))


def _latest_first(versions: Iterator[Version]) -> list[Version]:
    return sorted(versions, key=lambda version: (version.number, version.time), reverse=True)


def _is_left(folder: Path) -> bool:
    """Whether there is nothing any more at the path whose versions lie in this folder."""
    try:
        path = json.loads(load(folder / _ABOUT, _LONGEST_ABOUT))["path"]
        return isinstance(path, str) and not os.path.lexists(path)
    except (StorageError, ValueError, LookupError, TypeError, OSError, RecursionError):
        return False


def _key(path: Path) -> str:
    """The same for every way to name the file: links are followed as saving does."""
    name = os.path.normcase(os.path.realpath(path))
    return sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:32]


def _plain(project_id: str) -> str:
    """Fit to be part of a folder's name; a damaged file has no id."""
    if _PLAIN.fullmatch(project_id):
        return project_id
    return sha256(project_id.encode("utf-8", "surrogatepass")).hexdigest()[:16] if project_id else "unknown"


def _damaged(version: Version) -> DamagedError:
    return DamagedError("the backup is damaged", path=version.place, remedy="choose another version")
