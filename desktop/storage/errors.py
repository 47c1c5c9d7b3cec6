"""What goes wrong between a project and the disk: one family that says where, why, and what to do about it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Problem:
    """One wrong value in a file: where it stands, in words, and what is wrong with it."""

    place: str
    reason: str

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}" if self.place else self.reason


class StorageError(Exception):
    """Something outside the program failed. `str()` is one sentence without markup, fit to be shown as it is.

    place: a line and column or a path of fields, empty when it concerns the whole file.
    """

    def __init__(self, reason: str, *, path: Path | None = None, place: str = "", remedy: str = "") -> None:
        super().__init__(reason, path, place, remedy)
        self.reason = reason
        self.path = path
        self.place = place
        self.remedy = remedy

    def __str__(self) -> str:
        where = ", ".join(part for part in (f"“{self.path}”" if self.path else "", self.place) if part)
        said = f"{where}: {self.reason}" if where else self.reason[:1].upper() + self.reason[1:]
        return _one_line(f"{said}; {self.remedy}." if self.remedy else f"{said}.")


class ReadError(StorageError):
    """The bytes of a file could not be had: missing, not allowed, a folder, a failing disk."""


class WriteError(StorageError):
    """A file could not be written; what stood there before still stands there."""


class TooLargeError(StorageError):
    """The file is larger than the limit, or holds more values than any map; nothing of it was kept.

    megabytes: of the file, 0 when it is not its size. askable: it is read when somebody says so.
    """

    def __init__(
        self,
        reason: str,
        *,
        path: Path | None = None,
        place: str = "",
        remedy: str = "",
        megabytes: float = 0.0,
        askable: bool = False,
    ) -> None:
        super().__init__(reason, path=path, place=place, remedy=remedy)
        self.megabytes = megabytes
        self.askable = askable


class DamagedError(StorageError):
    """The bytes are not the JSON that was once written: cut short, zero-filled, another encoding, a wrong character."""


class NotAProjectError(StorageError):
    """Sound JSON, but not of this program."""


class TooNewError(StorageError):
    """Written by a later version in a form that this one cannot read."""


class InvalidError(StorageError):
    """Sound JSON with values that a project cannot have. `problems` holds the first of them."""

    def __init__(self, problems: tuple[Problem, ...], more: int, *, path: Path | None = None, remedy: str = "") -> None:
        first = problems[0]
        others = len(problems) + more - 1
        also = f" (and {others} more {'problem' if others == 1 else 'problems'})" if others else ""
        super().__init__(first.reason + also, path=path, place=first.place, remedy=remedy)
        self.problems = problems
        self.more = more


class UnwritableError(StorageError):
    """A value of the project has no form in a file, such as a number that is not finite."""


class SaveAsError(StorageError):
    """Nothing failed, but somebody must say under which name to save."""


class UntitledError(SaveAsError):
    """The project was never saved."""


class NewerFileError(SaveAsError):
    """The file comes from a newer version: it is saved as a copy, unless somebody says otherwise."""


class DetachedError(SaveAsError):
    """The project was repaired or restored, and the file it came from shall stay as it is: a copy is saved."""


class ReadOnlyError(SaveAsError):
    """The file is open elsewhere, so that only a copy of it can be saved."""


class ChangedOnDiskError(SaveAsError):
    """The file is not the one that was opened or saved last: somebody else's work would be lost."""


def _one_line(text: str) -> str:
    """Without line feeds and other control characters, which a hostile file name may hold."""
    return "".join(char if char.isprintable() else "�" for char in text)
