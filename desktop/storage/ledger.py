"""The folder of one journal: whole copies, and the lines written since, generation by generation."""

import errno
import json
import os
import secrets
import sys
import time
from contextlib import suppress
from pathlib import Path

from desktop.storage.atomic import write_file
from desktop.storage.holding import Hold, TakenError
from desktop.storage.journallines import Base, encode
from desktop.storage.syncing import sync, sync_folder

OWNER = "owner"
ABOUT = "about.json"
COPY = ".journey"
LINES = ".log"
BIN = "bin"
BINNED = "binned"
"""An empty file in a journal that was thrown away; its time says when."""

_TRIES = 5
_PAUSE = 0.02
"""Seconds between tries while another program looks whether somebody holds the journal."""


class Ledger:
    """Writes one journal's folder, which is not there before the first copy. Every method may raise OSError.

    lines, size: how many of them, and how many bytes, follow upon the newest copy, which has `copied` bytes.
    Of the generations the newest is complete by itself; the one before stays until a third is safe.
    """

    def __init__(self, journals: Path) -> None:
        self.folder = journals / secrets.token_hex(8)
        self.lines = self.size = self.copied = 0
        self._number = 0
        self._whole: list[int] = []
        self._hold: Hold | None = None

    @property
    def begun(self) -> bool:
        """Whether there is a copy to which lines can be added."""
        return bool(self._whole)

    def start(self, copy: bytes, base: Base) -> None:
        """A new generation. Raises WriteError too; then the generations before are as they were."""
        self._make_folder()
        self._number += 1
        try:
            write_file(self._file(COPY), copy)
            write_file(self.folder / ABOUT, _about(base))
            write_file(self._file(LINES), encode(base))
            sync_folder(self.folder)
        except BaseException:
            self._remove(self._number)
            raise
        finally:
            self._make_room()
        self._whole.append(self._number)
        self.lines, self.size, self.copied = 0, 0, len(copy)

    def append(self, lines: list[bytes]) -> None:
        """Adds lines to the newest generation; when this returns, they are on the disk."""
        descriptor = os.open(self._file(LINES), os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))
        try:
            text = b"".join(lines)
            rest = memoryview(text)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            sync(descriptor)
        finally:
            os.close(descriptor)
        self.lines += len(lines)
        self.size += len(text)

    def drop(self) -> None:
        """Nothing of what was written is needed any more; never raises."""
        for number in self._whole:
            self._remove(number)
        self._whole = []

    def leave(self) -> None:
        """Lets go of the folder, for the next start to find; never raises."""
        if self._hold:
            self._hold.release()
            self._hold = None

    def remove(self) -> None:
        """Removes the folder with all it holds; never raises."""
        self.leave()
        remove(self.folder)

    def throw_away(self) -> None:
        """Moves the folder to the bin; never raises, and leaves it where it is when that fails."""
        self.leave()
        with suppress(OSError):
            throw_away(self.folder)

    def _make_folder(self) -> None:
        if self._hold and self._hold.stands():
            return
        self.leave()
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        sync_folder(self.folder.parent)
        self._hold = _held(self.folder / OWNER)

    def _file(self, suffix: str) -> Path:
        return self.folder / f"{self._number:04}{suffix}"

    def _make_room(self) -> None:
        """Of the generations before, the last is enough; the disk may be full."""
        for old in self._whole[:-1]:
            self._remove(old)
        del self._whole[:-1]

    def _remove(self, number: int) -> None:
        """The lines first: a copy without them counts for nothing."""
        for suffix in (LINES, COPY):
            with suppress(OSError):
                (self.folder / f"{number:04}{suffix}").unlink()


def throw_away(folder: Path) -> None:
    """Moves a journal's folder to the bin beside it. Raises OSError."""
    descriptor = os.open(folder / BINNED, os.O_WRONLY | os.O_CREAT, 0o600)
    os.close(descriptor)
    os.utime(folder / BINNED)
    target = folder.parent / BIN / folder.name
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _move(folder, target)


def take_back(folder: Path) -> None:
    """Moves a journal's folder out of the bin. Raises OSError."""
    target = folder.parent.parent / folder.name
    _move(folder, target)
    with suppress(OSError):
        (target / BINNED).unlink()


def remove(folder: Path) -> None:
    """Removes a journal's folder, the oldest generation first; never raises."""
    with suppress(OSError):
        for entry in sorted(folder.iterdir()):
            entry.unlink()
        folder.rmdir()


def _move(folder: Path, target: Path) -> None:
    for left in range(_TRIES if sys.platform == "win32" else 1, 0, -1):
        try:
            folder.rename(target)
            break
        except PermissionError:
            if left == 1:
                raise
            time.sleep(_PAUSE)
    with suppress(OSError):  # it has moved; at worst a power cut brings it back to where it was
        sync_folder(target.parent)
        sync_folder(folder.parent)


def _held(place: Path) -> Hold:
    for _ in range(_TRIES):
        try:
            return Hold(place)
        except TakenError:
            time.sleep(_PAUSE)
    raise TakenError(errno.EAGAIN, os.strerror(errno.EAGAIN), str(place))


def _about(base: Base) -> bytes:
    """For people who look into the folder."""
    about = base.model_dump(include={"title", "path", "fingerprint", "copy_name"})
    return json.dumps(about, ensure_ascii=False, indent=1).encode() + b"\n"
