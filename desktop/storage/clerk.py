"""What the thread of a journal does with what was handed in: differences, lines, whole copies. No thread in here."""

import hashlib
import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.document.change import diff
from desktop.document.project import Project
from desktop.storage.atomic import FULL
from desktop.storage.errors import StorageError, WriteError
from desktop.storage.files import reason
from desktop.storage.handed import Begun, Brought, Edited, Handed, Jotted, Stored, Typed
from desktop.storage.journallines import Base, Draft, Edit, Jottings, Line, Origin, Picture, Saved, encode, path_text
from desktop.storage.ledger import Ledger

EDITS = 200
"""After so many edits a new whole copy: what must be read at the next start stays short."""

LINES = 1_000
"""After so many lines of any kind, too: somebody typed for a quarter of an hour."""

SPARE = 1_000_000
"""And when the lines have so many bytes more than the copy."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _State:
    """A value, the number of the edit that made it, and up to which edit the file has them."""

    project: Project | None = None
    number: int = 0
    saved: int = 0


class Clerk:
    """Keeps one journal. kept: the last edit that is on the disk; trouble: one sentence why not all is, or ""."""

    def __init__(self, journals: Path, dump: Callable[[Project], bytes]) -> None:
        self.kept = 0
        self.trouble = ""
        self._ledger = Ledger(journals)
        self._journals = journals
        self._dump = dump
        self._origin = Origin(None, "")
        self._now = _State()
        self._written = _State()
        self._clean: Project | None = None
        self._since_saved: list[tuple[int, Project]] = []
        """The value in the file and those after it, each with the number of the edit that led to it."""
        self._draft: Project | None = None
        self._jotted: dict[str, str] = {}
        self._lines: list[bytes] = []
        self._time = 0.0
        self._whole = False
        """Whether lines will not do, and everything must be written anew."""
        self._renew = False
        """Whether the next lines want a new copy below them."""
        self._edits = 0

    @property
    def unsaved(self) -> bool:
        """Whether anything would be lost without this journal."""
        return self._edited or (bool(self._jotted) and self._now.project is not None)

    @property
    def _edited(self) -> bool:
        return self._now.number > self._now.saved or self._draft is not None

    def take(self, handed: Iterable[Handed]) -> None:
        """Brings everything to the disk, what failed before included. Never raises."""
        for one in handed:
            try:
                self._hear(one)
            except Exception:  # a fault of ours must cost neither the thread nor what else was handed in
                logger.exception("an edit has no line in the journal")
                self._want_all()
        trouble = self._try()
        self.trouble = self._try() if trouble and not self.trouble else trouble

    def end(self, *, keep: bool) -> None:
        """Lets go of the folder: left for the next start, or thrown away. Never raises.

        Lines alone, which nobody entered, are not what somebody discards who saves nothing.
        """
        if not self.unsaved:
            self._ledger.remove()
        elif keep or not self._edited:
            self._ledger.leave()
        else:
            self._ledger.throw_away()

    def _try(self) -> str:
        """Why it failed, in one sentence; what fails once is tried in another place at once."""
        try:
            self._write()
        except (StorageError, OSError) as error:
            self._want_all()
            return _sentence(error, self._journals)
        except Exception:  # a fault of ours must not end the thread
            logger.exception("the journal could not be written")
            self._want_all()
            return _sentence(OSError("a fault in the program"), self._journals)
        return ""

    def _want_all(self) -> None:
        self._whole, self._lines = True, []

    def _hear(self, one: Handed) -> None:
        match one:
            case Begun():
                self._begin(one)
            case Edited():
                self._take_edit(one)
            case Typed():
                self._take_draft(one)
            case Jotted():
                self._take_lines(one.time, one.lines)
            case Brought():
                self._add(one.time, lambda: Picture(time=one.time, key=one.key, asset=one.asset))
            case Stored():
                self._take_save(one)

    def _begin(self, one: Begun) -> None:
        self._origin = one.origin
        self._renew = self._ledger.begun
        if one.project is not None:
            self._settle(one.project)
            self._add(one.time, lambda: self._saved(one.time))

    def _take_edit(self, one: Edited) -> None:
        if self._now.project is None:
            self._now = self._written = _State(one.before, self._now.number, self._now.saved)
            self._renew = self._ledger.begun
        before, self._draft = self._now, None
        if one.after is one.before:  # nothing but the word that no file has it
            self._clean = None
        clean = one.after is self._clean
        self._now = _State(one.after, one.number, one.number if clean else before.saved)
        self._since_saved.append((one.number, one.after))
        self._edits += 1
        self._add(one.time, lambda: self._edit(one, before))

    def _take_draft(self, one: Typed) -> None:
        guessed = self._now.number == 0 and self._now.saved < 0
        candidate = None if one.candidate == self._now.project and not guessed else one.candidate
        if candidate == self._draft:
            return
        self._draft = candidate
        if self._now.project is None:  # nobody said what the text is typed into: the whole of it is unsaved
            self._now = _State(candidate, 0, -1)
            self._want_all()
        self._add(one.time, lambda: self._typed(one.time))
        if candidate is None and guessed:
            self._now = _State()
            self._add(one.time, lambda: self._saved(one.time))

    def _take_lines(self, time: float, lines: Mapping[str, str]) -> None:
        """Half a character is a question mark: it could not be written."""
        jotted = {name: text.encode(errors="replace").decode() for name, text in lines.items() if text}
        if jotted != self._jotted:
            self._jotted = jotted
            self._add(time, lambda: Jottings(time=time, jotted=jotted))

    def _take_save(self, one: Stored) -> None:
        self._origin = one.origin
        self._settle(one.project)
        self._add(one.time, lambda: self._saved(one.time))

    def _number_of(self, project: Project) -> int | None:
        """The last edit that led to this value; None for one that was never handed in."""
        for number, after in reversed(self._since_saved):
            if after is project:
                return number
        if self._now.project is None or project == self._now.project:
            return self._now.number
        return None

    def _settle(self, project: Project) -> None:
        """`project` stands in the file; with one that was never handed in, what is unsaved remains so."""
        self._clean = project
        number = self._number_of(project)
        if number is None:
            return
        self._since_saved = [(number, project), *(one for one in self._since_saved if one[0] > number)]
        self._now = _State(self._now.project or project, self._now.number, number)
        self.kept = max(self.kept, number)
        if self._written.project is None:
            self._written = self._now

    def _add(self, time: float, line: Callable[[], Line]) -> None:
        """A line for the next write; none while everything is written anew anyway."""
        self._time = time
        if self._whole:
            return
        try:
            self._lines.append(encode(line()))
        except (ValueError, RecursionError):  # has no form in a line; the whole copy says better what is wrong
            self._want_all()

    def _edit(self, one: Edited, before: _State) -> Edit:
        return Edit(
            time=one.time,
            number=one.number,
            since=before.number,
            label=one.label,
            map_id=one.map_id,
            saved=self._now.saved == one.number,
            change=diff(before.project or one.before, one.after),
        )

    def _saved(self, time: float) -> Saved:
        origin = self._origin
        return Saved(
            time=time,
            number=self._now.saved,
            path=path_text(origin.path),
            fingerprint=origin.fingerprint,
            copy_name=origin.copy_name,
        )

    def _typed(self, time: float) -> Draft:
        """Half a character, say, is nothing typed yet."""
        if self._draft is None or self._now.project is None:
            return Draft(time=time)
        try:
            line = Draft(time=time, change=diff(self._now.project, self._draft))
            encode(line)
        except (ValueError, RecursionError):
            return Draft(time=time)
        return line

    def _write(self) -> None:
        if self._whole:
            self._write_all()
        elif self._lines and (self.unsaved or self._ledger.begun):
            if self.unsaved and self._wants_copy():
                self._start(self._written)
            self._ledger.append(self._lines)
        self._lines, self._whole, self._written = [], False, self._now
        self.kept = self._now.number

    def _wants_copy(self) -> bool:
        ledger = self._ledger
        long = self._edits > EDITS or ledger.lines > LINES or ledger.size > ledger.copied + SPARE
        return not ledger.begun or self._renew or long

    def _write_all(self) -> None:
        """After a failure nothing is known of the lines on the disk: a whole copy of what there is now."""
        if not self.unsaved:
            self._ledger.drop()
            return
        self._start(self._now)
        if self._lines:
            self._ledger.append(self._lines)

    def _start(self, state: _State) -> None:
        """A new generation whose copy is this value, with the text being typed once more."""
        if state.project is None:
            return
        copy = self._dump(state.project)
        base = Base(
            time=self._time,
            number=state.number,
            saved=state.saved,
            path=path_text(self._origin.path),
            fingerprint=self._origin.fingerprint,
            copy_name=self._origin.copy_name,
            title=state.project.title,
            sha256=hashlib.sha256(copy).hexdigest(),
            size=len(copy),
            jotted=self._jotted,
        )
        self._ledger.start(copy, base)
        self._renew, self._edits = False, self._now.number - state.number
        if self._draft is not None:
            self._lines.append(encode(self._typed(self._time)))


def _sentence(error: StorageError | OSError, journals: Path) -> str:
    """Why edits are not kept at present, and what to do."""
    cause = error.__cause__ if isinstance(error, StorageError) else error
    if not isinstance(cause, OSError):
        return str(error)
    remedy = (
        "make room on that disk, or save often" if cause.errno in FULL else "save often, and look after that folder"
    )
    return str(WriteError(f"what is not saved cannot be kept there ({reason(cause)})", path=journals, remedy=remedy))
