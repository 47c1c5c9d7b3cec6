"""What stands in a journal's folder, without changing anything there."""

import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from desktop.storage.errors import ReadError
from desktop.storage.files import reason
from desktop.storage.journallines import Base, Draft, Edit, Jottings, Line, Log, Origin, Saved, origin_of, read_log
from desktop.storage.ledger import ABOUT, COPY, LINES

_NAME = re.compile(rf"(\d{{4,9}})({re.escape(LINES)}|{re.escape(COPY)})")


@dataclass(frozen=True)
class Generation:
    """A whole copy and the lines since; no log when the program ended before there was one."""

    copy: Path
    lines: Path

    @cached_property
    def log(self) -> Log | None:
        """All lines. Raises ReadError."""
        return self._read(bare=False)

    @property
    def base(self) -> Base | None:
        """What the first line says of the copy, if it could be read. Raises ReadError."""
        return self.log.base if self.log else None

    @property
    def has_log(self) -> bool:
        """Whether there are lines, readable or not. Raises ReadError."""
        return _is_there(self.lines)

    def outline(self) -> Log | None:
        """The lines, those of edits without their changes. Raises ReadError."""
        return self._read(bare=True)

    def _read(self, *, bare: bool) -> Log | None:
        try:
            return read_log(self.lines.read_bytes(), bare=bare)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise _unreadable(self.lines, error) from error


def generations(folder: Path) -> list[Generation]:
    """Those of a journal, oldest first. Raises ReadError."""
    try:
        stems = sorted({match[1] for path in folder.iterdir() if (match := _NAME.fullmatch(path.name))}, key=int)
    except OSError as error:
        raise _unreadable(folder, error) from error
    return [Generation(folder / f"{stem}{COPY}", folder / f"{stem}{LINES}") for stem in stems]


@dataclass
class Outline:
    """What the lines of a journal amount to. number: of the last edit; saved: of the last that is in the file.

    drafted: text was being typed. jotted: so were lines that nobody has entered. time: of the last line of all, in
    seconds since 1970, 0 when nothing could be read.
    """

    origin: Origin
    title: str
    number: int = 0
    saved: int = 0
    drafted: bool = False
    jotted: bool = False
    time: float = 0.0

    @property
    def unsaved(self) -> bool:
        """Whether there is anything to recover."""
        return self.number > self.saved or self.drafted or self.jotted

    def take(self, line: Line) -> None:
        """Goes on by a line."""
        self.time = line.time
        match line:
            case Base():
                self.number, self.saved, self.title, self.origin = line.number, line.saved, line.title, line.origin
                self.jotted = bool(line.jotted)
            case Edit():
                self.number, self.drafted = line.number, False
                self.saved = line.number if line.saved else self.saved
                self.title = str(line.change.puts.get("", {}).get("title", self.title))
            case Draft():
                self.drafted = line.change is not None
            case Jottings():
                self.jotted = bool(line.jotted)
            case Saved():
                self.saved, self.origin = line.number, line.origin


def outline(folder: Path) -> Outline:
    """What a journal holds, by its newest generation. Raises ReadError.

    A copy whose lines cannot be read counts as unsaved: it may be somebody's work.
    """
    there = generations(folder)
    outline = about(folder)
    for log in (each.outline() for each in reversed(there)):
        if log is not None and log.base is not None:
            for line in log.lines:
                outline.take(line)
            return outline
    outline.number = int(any(each.has_log and _is_there(each.copy) for each in there))
    return outline


def about(folder: Path) -> Outline:
    """Title and origin as they stand beside the generations; empty when they cannot be read."""
    try:
        said = json.loads((folder / ABOUT).read_bytes())
        path, fingerprint, copy_name, title = (str(said[key]) for key in ("path", "fingerprint", "copy_name", "title"))
        return Outline(origin_of(path, fingerprint, copy_name), title)
    except (OSError, ValueError, LookupError, TypeError):
        return Outline(Origin(None, ""), "")


def _is_there(path: Path) -> bool:
    try:
        path.stat()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise _unreadable(path, error) from error
    return True


def _unreadable(path: Path, error: OSError) -> ReadError:
    return ReadError(f"it cannot be read ({reason(error)})", path=path, remedy="try again")
