"""Large tables of responses, which are kept beside a project in NAME.files/ and known by their SHA-256.

A table is never changed: other responses are another file. What was brought in and is not saved yet waits on the shelf,
a folder of the program's own, and what a save no longer names goes back there for a while, so that undo and earlier
versions find it.
"""

import os
import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from desktop.document.answers import digest_of, file_of, unpacked
from desktop.document.checks import Finding
from desktop.document.project import Project, Response, Survey
from desktop.storage.atomic import write_file
from desktop.storage.errors import DamagedError, ReadError, StorageError, WriteError
from desktop.storage.files import HIGHEST_LIMIT, Mark, fingerprint, load, mark_of, reason

LASTING = 30 * 24 * 3600.0
"""Seconds for which a table stays on the shelf."""

_OURS = re.compile(r"responses-[0-9a-f]{16}\.jsonl")
_KNOWN = 256
"""Files of which it is remembered what they hold."""


def files_folder(path: Path) -> Path:
    """The folder beside a project file for what is too large for it: NAME.files."""
    return path.with_name(f"{path.stem}.files")


class Tables:
    """The tables of a project that may lie beside each of these files, or on the shelf."""

    def __init__(self, paths: tuple[Path | None, ...], shelf: Path | None = None) -> None:
        self._folders = tuple(files_folder(path) for path in dict.fromkeys(paths) if path is not None)
        self._shelf = shelf

    def keep(self, tables: Mapping[str, bytes]) -> None:
        """Puts new tables, by SHA-256, on the shelf until they are saved; beside the file where there is none.

        Raises WriteError.
        """
        folder = self._shelf or next(iter(self._folders), None)
        if folder is None and tables:
            raise WriteError("there is no folder for the responses yet", remedy="save the project first")
        for digest, table in tables.items():
            if folder is not None:
                _write(folder / file_of(digest), table)

    def responses(self, survey: Survey) -> tuple[Response, ...]:
        """The responses of a survey that are kept beside the project, sorted by id. Raises ReadError, DamagedError."""
        place = self._place(survey.digest)
        if place is None:
            place = next(iter(self._candidates(survey.digest)), Path(file_of(survey.digest)))
        table = load(place, HIGHEST_LIMIT)
        if digest_of(table) != survey.digest:
            raise _altered(place)
        try:
            return unpacked(table)
        except ValueError as error:
            raise _altered(place) from error

    def bring(self, project: Project, path: Path) -> None:
        """Sees to it that all tables lie beside this file, those left out that nobody has. Raises WriteError."""
        for digest in _digests(project):
            target = files_folder(path) / file_of(digest)
            source = self._place(digest)
            if not _holds(target, digest) and source is not None:
                with suppress(ReadError):
                    _write(target, load(source, HIGHEST_LIMIT))

    def take_in(self, others: "Tables", project: Project) -> None:
        """Keeps the tables of a project that lie elsewhere, those left out that nobody has. Raises WriteError."""
        for digest in _digests(project):
            source = others._place(digest)
            if self._place(digest) is None and source is not None:
                with suppress(ReadError):
                    self.keep({digest: load(source, HIGHEST_LIMIT)})

    def tidy(self, project: Project, path: Path) -> None:
        """Takes tables beside this file that the project no longer names back to the shelf. Never raises."""
        named = {file_of(digest) for digest in _digests(project)}
        folder = files_folder(path)
        with suppress(OSError, StorageError):
            for place in _ours_in(folder):
                if place.name not in named and self._shelf is not None:
                    _write(self._shelf / place.name, load(place, HIGHEST_LIMIT))
                    place.unlink()
        with suppress(OSError):
            folder.rmdir()  # if nothing is in it any more
        self._sweep(named)

    def faults(self, project: Project) -> tuple[Finding, ...]:
        """A finding for each survey whose table is missing or not the one that was brought in; its figures stay."""
        return tuple(
            Finding(f"responses.{fault}", "warning", f"surveys/{survey.id}", (survey.title,), file_of(survey.digest))
            for survey in project.surveys
            if survey.digest and (fault := self._fault(survey.digest))
        )

    def _fault(self, digest: str) -> str:
        if self._place(digest) is not None:
            return ""
        there = any(os.path.lexists(place) for place in self._candidates(digest))
        return "altered" if there else "missing"

    def _place(self, digest: str) -> Path | None:
        """Where a table lies that is as it was."""
        return next((place for place in self._candidates(digest) if _holds(place, digest)), None)

    def _candidates(self, digest: str) -> Iterator[Path]:
        folders = (*self._folders, self._shelf)
        return (folder / file_of(digest) for folder in folders if folder is not None)

    def _sweep(self, named: set[str]) -> None:
        limit = time.time() - LASTING
        with suppress(OSError):
            for place in _ours_in(self._shelf) if self._shelf is not None else ():
                if place.name not in named and place.stat().st_mtime < limit:
                    place.unlink()


class Beside:
    """What a save does beside the file: before it is written, and when it stands there."""

    def __init__(self, tables: Tables, project: Callable[[], Project]) -> None:
        self._tables = tables
        self._project = project

    def bring(self, path: Path) -> None:
        """Raises WriteError."""
        self._tables.bring(self._project(), path)

    def tidy(self, path: Path) -> None:
        """Never raises."""
        self._tables.tidy(self._project(), path)


def _ours_in(folder: Path) -> list[Path]:
    """The tables in a folder; what else lies there is nobody's business. Raises OSError."""
    return [place for place in sorted(folder.iterdir()) if _OURS.fullmatch(place.name)]


def _digests(project: Project) -> list[str]:
    return [survey.digest for survey in project.surveys if survey.digest]


def _holds(place: Path, digest: str) -> bool:
    """Whether a file is the table with this SHA-256; gone through once, as long as it is not touched."""
    mark = mark_of(place)
    try:
        return mark is not None and _fingerprint(place, mark) == digest
    except ReadError:
        return False


@lru_cache(_KNOWN)
def _fingerprint(place: Path, _mark: Mark) -> str:
    return fingerprint(place)


def _write(place: Path, table: bytes) -> None:
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        said = f"the responses cannot be kept there ({reason(error)})"
        raise WriteError(said, path=place.parent, remedy="save it in another folder") from error
    write_file(place, table)


def _altered(place: Path) -> DamagedError:
    said = "the responses are not those that were brought in"
    return DamagedError(said, path=place, remedy="restore the file from an earlier copy, or bring the table in anew")
