"""A journal's folder read again: the newest whole copy that is sound, and the edits since."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.document.change import apply
from desktop.document.errors import ChangeError
from desktop.document.project import Project
from desktop.storage.errors import DamagedError, ReadError, StorageError
from desktop.storage.files import HIGHEST_LIMIT, load, reason
from desktop.storage.journallines import Base, Draft, Edit, Line, Log, Origin, Picture, Saved, read_log
from desktop.storage.ledger import COPY, LINES
from desktop.storage.reader import Opened, parse

_NAME = re.compile(rf"(\d{{4,9}}){re.escape(LINES)}|(\d{{4,9}}){re.escape(COPY)}")
_LOST = "The last changes could not be read: the journal is damaged."


@dataclass(frozen=True, slots=True)
class Step:
    """One edit: what it was called ("" for text that was still being typed), the map it was made on, what it led to."""

    label: str
    map_id: str
    after: Project


@dataclass(frozen=True, slots=True)
class Recovered:
    """What a journal held. opened: the project before the steps, as far as it is known as it stands in the file.

    origin: the file it belongs to, and its fingerprint when it was read or written last, which `opened` has too.
    trouble: one sentence on what could not be read, or "".
    """

    opened: Opened
    steps: tuple[Step, ...]
    origin: Origin
    trouble: str


@dataclass(frozen=True, slots=True)
class Generation:
    """A whole copy and the lines since; no log when the program ended before there was one."""

    copy: Path
    log: Log | None

    @property
    def base(self) -> Base | None:
        """What the first line says of the copy, if it could be read."""
        return self.log.base if self.log else None


def generations(folder: Path) -> list[Generation]:
    """Those of a journal, oldest first. Raises ReadError."""
    try:
        found = [match for name in folder.iterdir() if (match := _NAME.fullmatch(name.name))]
        numbers = sorted({int(match[1] or match[2]) for match in found})
        return [_generation(folder, number) for number in numbers]
    except OSError as error:
        raise ReadError(f"it cannot be read ({reason(error)})", path=folder, remedy="try again") from error


def replay(folder: Path) -> Recovered:
    """The project as it was last, and how it came to be so. Raises StorageError."""
    there = generations(folder)
    for start in sorted(range(len(there)), key=lambda index: (there[index].log is not None, index), reverse=True):
        opened = _opened(there[start])
        if opened is not None:
            return _Reading(opened, _last_origin(there)).through(there[start:])
    raise DamagedError("nothing of this journal can be read", path=folder, remedy="look for a backup of the project")


def _generation(folder: Path, number: int) -> Generation:
    log = folder / f"{number:04}{LINES}"
    return Generation(folder / f"{number:04}{COPY}", read_log(log.read_bytes()) if log.exists() else None)


def _last_origin(there: list[Generation]) -> Origin:
    return next((each.base.origin for each in reversed(there) if each.base), Origin(None, ""))


def _opened(generation: Generation) -> Opened | None:
    base = generation.base
    try:
        data = load(generation.copy, HIGHEST_LIMIT)
        if base is not None and hashlib.sha256(data).hexdigest() != base.sha256:
            return None
        return parse(data, generation.copy)
    except StorageError:
        return None


def _lines(there: list[Generation]) -> Iterator[Line]:
    for log in (generation.log for generation in there if generation.log):
        yield from log.lines
        if log.lost:
            raise _GapError


@dataclass
class _Reading:
    """The state while the lines of one generation after the other are gone through."""

    opened: Opened
    origin: Origin
    trouble: str = ""

    def __post_init__(self) -> None:
        self.project = self.opened.project
        self.assets = dict(self.opened.assets)
        self.number: int | None = None
        self.steps: list[tuple[int, Step]] = []
        self.draft: Project | None = None

    def through(self, there: list[Generation]) -> Recovered:
        try:
            for line in _lines(there):
                self._take(line)
        except (ChangeError, _GapError):
            self.trouble = _LOST
        return self._result()

    def _take(self, line: Line) -> None:
        match line:
            case Base():
                self._go_on(line)
            case Edit():
                self._edit(line)
            case Draft():
                self.draft = apply(line.change, self.project) if line.change else None
            case Picture():
                self.assets[line.key] = line.asset
            case Saved():
                self.origin = line.origin
                self._fold(line.number)

    def _go_on(self, base: Base) -> None:
        if self.number is not None and self.number != base.number:
            raise _GapError
        self.number, self.origin = base.number, base.origin
        self.draft = None
        self._fold(base.saved)

    def _edit(self, line: Edit) -> None:
        if line.since != self.number:
            raise _GapError
        self.project = apply(line.change, self.project)
        self.number, self.draft = line.number, None
        self.steps.append((line.number, Step(line.label, line.map_id, self.project)))
        if line.saved:
            self._fold(line.number)

    def _fold(self, number: int) -> None:
        """What the file has up to this edit is no step any more."""
        while self.steps and self.steps[0][0] <= number:
            self.opened = replace(self.opened, project=self.steps.pop(0)[1].after)

    def _result(self) -> Recovered:
        opened = replace(self.opened, assets=self.assets, fingerprint=self.origin.fingerprint)
        steps = [step for _, step in self.steps]
        if self.draft is not None:
            steps.append(Step("", "", self.draft))
        return Recovered(opened, tuple(steps), self.origin, self.trouble)


class _GapError(Exception):
    """A line that does not follow on the one before."""
