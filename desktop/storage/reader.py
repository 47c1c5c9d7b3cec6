"""A project from the bytes of a file. Nothing is trusted: every failure is a StorageError with its place.

The bytes are parsed twice, once for what the validator does not see (names given twice, NaN in unknown fields, the
version, older formats) and once by the validator itself; the collector of cyclic garbage rests meanwhile, for it
would go through the growing project again and again and costs twice as much as both.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from itertools import count
from pathlib import Path
from types import MappingProxyType
from typing import Any
from weakref import WeakValueDictionary

from pydantic import ValidationError

from desktop.collector import resting_collector
from desktop.document.checks import Finding
from desktop.document.ids import Ids, ids_of
from desktop.document.project import Project
from desktop.document.twins import separated
from desktop.storage import encoding, header, syntax
from desktop.storage.assets import Assets, is_sound
from desktop.storage.containers import in_file_order
from desktop.storage.content import Content
from desktop.storage.errors import InvalidError, StorageError
from desktop.storage.files import LIMIT, fingerprint_of, load
from desktop.storage.patient import problems
from desktop.storage.problems import worded
from desktop.storage.versions import MAJOR, MINOR

_CORRECT = "correct it in a text editor or go back to an earlier copy of the file"


@dataclass(frozen=True, slots=True)
class Opened:
    """What a file held. It is saved with this `minor` or a later one; `messages` tell people what a migration changed.

    damaged: keys of pictures and fonts whose bytes are not those that were once put in.
    unknown: fields at the top of the file that this version does not know, to be handed to the writer.
    fingerprint: of the file's bytes, "" when they came from elsewhere. path: of the file; more may lie beside it.
    twins: things that were named anew because another one has their id, with the places of both.
    """

    project: Project
    assets: Assets
    minor: int = 0
    messages: tuple[str, ...] = ()
    damaged: tuple[str, ...] = ()
    unknown: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    fingerprint: str = field(default="", compare=False)
    twins: tuple[Finding, ...] = ()
    path: Path | None = field(default=None, compare=False)

    @property
    def untouched(self) -> bool:
        """Whether the project is what stands in the file, so that saving it there costs nobody anything."""
        return not self.twins

    @property
    def newer_minor(self) -> bool:
        """Written by a later version that this one can read; better saved as a copy."""
        return self.minor > MINOR


def read(path: Path, *, limit: int = LIMIT) -> Opened:
    """Reads a project file. limit: of its size in bytes, known before anything is read. Raises StorageError.

    The same bytes are the same project for as long as anybody holds it, so that what was laid out and drawn for one
    window is found for another.
    """
    data = load(path, limit)
    opened, fingerprint = parse(data, path), fingerprint_of(data)
    project = _held.setdefault(fingerprint, opened.project)
    return replace(opened, project=project, fingerprint=fingerprint, path=path)


_held: WeakValueDictionary[str, Project] = WeakValueDictionary()
"""By the fingerprints of the files that they were read from."""


def parse(data: bytes, path: Path | None = None) -> Opened:
    """The project in these bytes; `path` is only named in errors. Raises StorageError.

    Dangling references are no error: `desktop.document.checks` finds them.
    """
    try:
        with resting_collector():
            return _parse(data)
    except StorageError as error:
        error.path = path
        raise


def _parse(data: bytes) -> Opened:
    text = encoding.utf8(data)
    raw = syntax.raw(text)
    version = header.version(raw)
    del raw  # two copies of a huge file at a time are enough
    messages: list[str] = []
    if version[0] < MAJOR:
        text, messages = header.brought_up(text, version)
    content = _content(text)
    apart, twins = _separated(content.project)
    project = in_file_order(apart)
    assets = {**content.assets, **content.fonts}
    damaged = tuple(key for key, asset in assets.items() if not is_sound(key, asset))
    minor = version[1] if version[0] == MAJOR else 0
    unknown = MappingProxyType(content.model_extra or {})
    return Opened(project, assets, minor, tuple(messages), damaged, unknown, twins=twins)


def _content(text: bytes) -> Content:
    try:
        return Content.model_validate_json(text)
    except ValidationError as error:
        details = problems(text, error)
        if details[0]["type"] == "json_invalid":
            raise syntax.explained(text, details[0]["msg"]) from error
        raise InvalidError(*worded(details, json.loads(syntax.decoded(text))), remedy=_CORRECT) from error


def _separated(project: Project) -> tuple[Project, tuple[Finding, ...]]:
    """With every id given once: an edit that names one must mean one thing. The same file always gives the same ids."""
    return separated(project, Ids(partial(_bits, project.id, count()), ids_of(project)))


def _bits(seed: str, numbers: Iterator[int], wanted: int) -> int:
    """At most 256 bits that look like chance, but are always the same for the same seed and number."""
    return int.from_bytes(sha256(f"{seed} {next(numbers)}".encode()).digest()) >> 256 - wanted
