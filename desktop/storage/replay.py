"""A journal's folder read again: the newest whole copy that is sound, and the edits since."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop.document.change import apply
from desktop.document.errors import ChangeError
from desktop.document.project import Project
from desktop.storage.errors import DamagedError, StorageError
from desktop.storage.files import HIGHEST_LIMIT, load
from desktop.storage.generations import Generation, about, generations
from desktop.storage.journallines import Base, Draft, Edit, Jottings, Line, Origin, Picture, Saved
from desktop.storage.reader import Opened, parse

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
    trouble: one sentence on what could not be read, or "". jottings: what stood in lines that nobody had entered, by
    their names. edited: whether there is anything else that the file does not have.
    """

    opened: Opened
    steps: tuple[Step, ...]
    origin: Origin
    trouble: str
    jottings: Mapping[str, str] = field(default_factory=dict)
    edited: bool = True


def replay(folder: Path) -> Recovered:
    """The project as it was last, and how it came to be so. Raises StorageError."""
    there = generations(folder)
    for start in sorted(range(len(there)), key=lambda index: (there[index].has_log, index), reverse=True):
        opened = _opened(there[start])
        if opened is not None:
            return _Reading(opened, about(folder).origin).through(there[start:])
    raise DamagedError("nothing of this journal can be read", path=folder, remedy="look for a backup of the project")


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
        self.jottings: Mapping[str, str] = {}
        self.saved: int | None = None

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
            case Jottings():
                self.jottings = line.jotted
            case Picture():
                self.assets[line.key] = line.asset
            case Saved():
                self.origin = line.origin
                self._fold(line.number)

    def _go_on(self, base: Base) -> None:
        if self.number is not None and self.number != base.number:
            raise _GapError
        self.number, self.origin = base.number, base.origin
        self.draft, self.jottings = None, base.jotted
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
        self.saved = number
        while self.steps and self.steps[0][0] <= number:
            self.opened = replace(self.opened, project=self.steps.pop(0)[1].after)

    def _result(self) -> Recovered:
        opened = replace(self.opened, assets=self.assets, fingerprint=self.origin.fingerprint)
        steps = [step for _, step in self.steps]
        if self.draft is not None:
            steps.append(Step("", "", self.draft))
        edited = bool(steps) or self.number is None or self.number != self.saved or bool(self.trouble)
        return Recovered(opened, tuple(steps), self.origin, self.trouble, self.jottings, edited)


class _GapError(Exception):
    """A line that does not follow on the one before."""
