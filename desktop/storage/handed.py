"""What a session hands in to its journal, to be written in another thread."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.document.project import Project
from desktop.storage.assets import Asset
from desktop.storage.journallines import Origin


@dataclass(frozen=True, slots=True)
class Begun:
    """What comes next came from there; project: the value that stands in that file, if anybody said so."""

    time: float
    origin: Origin
    project: Project | None


@dataclass(frozen=True, slots=True)
class Edited:
    """Edit `number`, counted from 1."""

    number: int
    time: float
    before: Project
    after: Project
    label: str
    map_id: str


@dataclass(frozen=True, slots=True)
class Typed:
    """What the project would be with the text being typed; None when nothing is typed."""

    time: float
    candidate: Project | None


@dataclass(frozen=True, slots=True)
class Jotted:
    """What stands in lines that nobody has entered, by the names of the lines; all of it, each time."""

    time: float
    lines: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Brought:
    """A picture."""

    time: float
    key: str
    asset: Asset


@dataclass(frozen=True, slots=True)
class Stored:
    """The project stands there now."""

    time: float
    origin: Origin
    project: Project


Handed = Begun | Edited | Typed | Jotted | Brought | Stored
