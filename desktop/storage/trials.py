"""Work that was restored a moment ago: if the program ends within that moment, it may be the work that ends it."""

import json
from contextlib import suppress
from pathlib import Path

from pydantic_core import from_json

from desktop.storage.atomic import write_file
from desktop.storage.errors import StorageError
from desktop.storage.files import load
from desktop.storage.recoveries import Recovery

LARGEST = 100_000
"""Bytes that are read of what is remembered."""


class Trials:
    """Remembers in a file what is restored or painted, until that has gone well; whatever fails, it is forgotten.

    Asked before anything is begun, it knows what the program was about when it ended the last time.
    """

    def __init__(self, place: Path) -> None:
        self._place = place
        self._failed = _read(place)
        self._running: list[Recovery] = []

    def suspects(self, recovery: Recovery) -> bool:
        """Whether it, or what it was made from, may have ended the program."""
        return not self._failed.isdisjoint(_marks(recovery))

    def begin(self, recovery: Recovery) -> None:
        """Something is done with it that could end the program; may be begun several times, and passes as often."""
        self._running.append(recovery)
        self._write()

    def passed(self, *recoveries: Recovery) -> None:
        """The program has gone on with these, or ends in peace with whatever it has begun."""
        for each in recoveries or tuple(self._running):
            with suppress(ValueError):
                self._running.remove(each)
        self._write()

    def _write(self) -> None:
        marks = sorted(frozenset().union(*map(_marks, self._running)))
        with suppress(OSError, StorageError):
            if marks:
                self._place.parent.mkdir(parents=True, exist_ok=True)
                write_file(self._place, json.dumps(marks).encode())
            else:
                self._place.unlink()


def _marks(recovery: Recovery) -> frozenset[str]:
    """What it is known by: itself, and file and title, which the journal has too that goes on with it."""
    named = recovery.path is not None or recovery.title
    return frozenset((recovery.id, f"{recovery.path or ''}\n{recovery.title}") if named else (recovery.id,))


def _read(place: Path) -> frozenset[str]:
    try:
        marks = from_json(load(place, LARGEST))
    except (StorageError, ValueError):
        return frozenset()
    return frozenset(mark for mark in marks if isinstance(mark, str)) if isinstance(marks, list) else frozenset()
