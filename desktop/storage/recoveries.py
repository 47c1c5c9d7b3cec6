"""The journals that nobody keeps any more: unsaved work of programs that ended, and what was thrown away."""

import errno
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from desktop.storage.errors import StorageError, WriteError
from desktop.storage.files import fingerprint, reason
from desktop.storage.generations import generations, outline
from desktop.storage.holding import TakenError, is_held
from desktop.storage.ledger import BIN, BINNED, OWNER, remove, take_back, throw_away
from desktop.storage.replay import Recovered, Step, replay

__all__ = ["Recovered", "Recovery", "Step", "discard", "discarded", "put_back", "recover", "recoveries", "sweep"]

KEPT = 30 * 24 * 3600.0
"""Seconds that what was thrown away stays in the bin."""

_FRESH = 3600.0
"""Seconds after which an empty journal belongs to no program that is just beginning one."""


@dataclass(frozen=True, slots=True)
class Recovery:
    """Unsaved work. path: of its file, None when it was never saved. changed: when something was kept last.

    fingerprint: of the file's bytes when it was read or written last. changed: in seconds since 1970. size: bytes on
    the disk. edits: how many the file does not have; 0 when there is but a text that was being typed. overtaken: the
    file was written later than all this, by whomever, and it may hold more.
    """

    id: str
    folder: Path
    path: Path | None
    fingerprint: str
    title: str
    changed: float
    size: int
    edits: int
    overtaken: bool = False


def recoveries(journals: Path) -> list[Recovery]:
    """Those that hold unsaved work and that no living program keeps, the latest first. Never raises."""
    return _listed(folder for folder in _folders(journals) if not is_held(folder / OWNER))


def discarded(journals: Path) -> list[Recovery]:
    """Those in the bin, the latest first. Never raises."""
    return _listed(_folders(journals / BIN))


def recover(recovery: Recovery) -> Recovered:
    """What it held; nothing on the disk changes. Raises StorageError."""
    return replay(recovery.folder)


def discard(recovery: Recovery) -> None:
    """Moves it to the bin, where it stays for 30 days. Raises WriteError."""
    try:
        if is_held(recovery.folder / OWNER):
            raise TakenError(errno.EBUSY, os.strerror(errno.EBUSY))
        throw_away(recovery.folder)
    except OSError as error:
        raise _stuck(recovery, error) from error


def put_back(recovery: Recovery) -> None:
    """Takes it out of the bin. Raises WriteError."""
    try:
        take_back(recovery.folder)
    except OSError as error:
        raise _stuck(recovery, error) from error


def sweep(journals: Path, now: float) -> None:
    """Removes what was in the bin for 30 days, and journals without anything unsaved in them. Never raises."""
    for folder in _folders(journals / BIN):
        if _age(folder, BINNED, now) > KEPT:
            remove(folder)
    for folder in _folders(journals):
        if _age(folder, "", now) > _FRESH and not is_held(folder / OWNER) and _is_empty(folder):
            remove(folder)


def _listed(folders: Iterable[Path]) -> list[Recovery]:
    found = (_recovery(folder) for folder in folders)
    return sorted((each for each in found if each), key=lambda each: each.changed, reverse=True)


def _recovery(folder: Path) -> Recovery | None:
    try:
        found = outline(folder)
        facts = [entry.stat() for entry in folder.iterdir()]
    except (StorageError, OSError):
        return None
    if not found.unsaved:
        return None
    changed = found.time or max(fact.st_mtime for fact in facts)
    size, edits = sum(fact.st_size for fact in facts), max(0, found.number - found.saved)
    origin = found.origin
    overtaken = origin.path is not None and _is_newer(origin.path, changed, origin.fingerprint)
    return Recovery(folder.name, folder, origin.path, origin.fingerprint, found.title, changed, size, edits, overtaken)


def _is_newer(path: Path, than: float, known: str) -> bool:
    """Whether a file was written after a time with something else in it than what has this fingerprint. A save whose
    program was killed before its journal heard of it is such a file, too.
    """
    try:
        return path.stat().st_mtime > than and fingerprint(path) != known
    except (StorageError, OSError):
        return False


def _is_empty(folder: Path) -> bool:
    """Whether there is surely nothing in it: what cannot be read may be somebody's work."""
    try:
        return not outline(folder).unsaved and all(each.base for each in generations(folder))
    except StorageError:
        return False


def _folders(journals: Path) -> list[Path]:
    try:
        with os.scandir(journals) as entries:
            return [Path(one.path) for one in entries if one.name != BIN and one.is_dir(follow_symlinks=False)]
    except OSError:
        return []


def _age(folder: Path, name: str, now: float) -> float:
    """Seconds since a file in a journal, or the journal itself, was changed; 0 when that cannot be said."""
    for place in (folder / name, folder):
        with suppress(OSError):
            return now - place.stat().st_mtime
    return 0.0


def _stuck(recovery: Recovery, error: OSError) -> WriteError:
    said = f"it cannot be moved ({reason(error)})"
    return WriteError(said, path=recovery.folder, remedy="look after that folder, then try again")
