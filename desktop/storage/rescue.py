"""Work that a fault might cost, put into files of its own; the files that it belongs to are left alone."""

import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from desktop.storage.errors import StorageError

KEPT = 30
"""How many rescued files are kept; older ones make room."""


class Rescued(Protocol):
    """Whatever can be written as a project file; a session can."""

    @property
    def path(self) -> Path | None: ...

    def save_copy(self, path: Path) -> None:
        """Raises StorageError."""


def rescue(folder: Path, sessions: Iterable[Rescued]) -> list[Path]:
    """Writes each as “NAME TIME.journey” into the folder; one that fails does not keep the others from it."""
    made = []
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    stamp = time.strftime("%Y-%m-%d %H-%M-%S")
    for number, session in enumerate(sessions):
        name = session.path.stem if session.path else "untitled"
        place = folder / f"{name} {stamp}{f' {number + 1}' if number else ''}.journey"
        with suppress(StorageError):
            session.save_copy(place)
            made.append(place)
    _make_room(folder)
    return made


def _make_room(folder: Path) -> None:
    with suppress(OSError):
        files = sorted(folder.glob("*.journey"), key=lambda place: place.stat().st_mtime, reverse=True)
        for old in files[KEPT:]:
            old.unlink()
