"""What the program remembers from one start to the next: a small file of its own, never part of a project."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, Literal

from platformdirs import user_cache_path, user_config_path, user_data_path, user_state_path
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from desktop.plan.printers import PrinterProfile
from desktop.plan.projection import Projection
from desktop.plan.wall import LEAST, MOST
from desktop.storage import files
from desktop.storage.atomic import write_file
from desktop.storage.errors import ReadError, StorageError

RECENT = 20
"""How many recent files are kept."""

NAME = "journeywall"

_LONGEST = 2 * files.MEGABYTE


class Appearance(Enum):
    """How the interface looks; the map is always paper."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


Blob = Annotated[str, Field(max_length=20_000)]
"""Bytes of Qt's own as base64."""


PaperName = Annotated[str, Field(min_length=1, max_length=80)]
WallSide = Annotated[float, Field(ge=LEAST, le=MOST, allow_inf_nan=False)]
MOST_OWN = 12
"""Papers, and printers, of one's own."""


Share = Annotated[float, Field(ge=0.1, le=0.9, allow_inf_nan=False)]
Shares = tuple[Share, Share]
USUAL_SHARES: Shares = 0.7, 0.48
"""Of a comparison: the maps' share of its height, and that of what differs of the width below them."""


class Place(BaseModel):
    """How a window on a file was left: geometry and docks, the map shown, its scale and scroll position in px.

    No zoom is a map fitted to the window.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    geometry: Blob = ""
    layout: Blob = ""
    map: Annotated[str, Field(max_length=40)] = ""
    zoom: Annotated[float, Field(ge=0.001, le=100, allow_inf_nan=False)] | None = None
    scroll: tuple[int, int] = (0, 0)

    def elsewhere(self) -> "Place":
        """The same place for a window on another file, which shows a map of its own."""
        return Place(geometry=self.geometry, layout=self.layout)


class Recent(BaseModel):
    """A file by its absolute path, when it was last opened (ISO 8601), and how its window was left."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    path: Annotated[str, Field(min_length=1, max_length=4_096)]
    opened: Annotated[str, Field(max_length=40)] = ""
    place: Place = Place()


class Habits(BaseModel):
    """What somebody prints with: printers and papers of their own, the latest first; their wall, width and height in
    mm; the unit they measure in; the room in which they project; whether they work by touch; and how a comparison is
    parted."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    printers: Annotated[tuple[PrinterProfile, ...], Field(max_length=MOST_OWN)] = ()
    papers: Annotated[tuple[PaperName, ...], Field(max_length=MOST_OWN)] = ()
    wall: tuple[WallSide, WallSide] | None = None
    unit: Literal["mm", "cm", "in"] = "cm"
    room: Projection = Projection()
    touch: bool = False
    parted: Shares = USUAL_SHARES

    def using(self, paper: str) -> "Habits":
        """With this paper as the latest of one's own."""
        others = (each for each in self.papers if each != paper)
        return self.model_copy(update={"papers": (paper, *others)[:MOST_OWN]})


def _usable(raw: Any) -> Any:
    """What can be understood; the usual habits where nothing can."""
    try:
        return Habits.model_validate(raw)
    except ValidationError:
        return Habits()


class Preferences(BaseModel):
    """What was chosen, and what is remembered; recent files come latest first.

    An empty language is the system's. `fonts` are files for letters that the bundled fonts do not have. `place` is how
    the window that was closed last was left.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    language: Annotated[str, Field(pattern=r"^[a-z]{0,8}$")] = ""
    appearance: Appearance = Appearance.SYSTEM
    author: Annotated[str, Field(max_length=200)] = ""
    fonts: Annotated[tuple[Annotated[str, Field(max_length=4_096)], ...], Field(max_length=MOST_OWN)] = ()
    place: Place = Place()
    habits: Annotated[Habits, BeforeValidator(_usable)] = Habits()
    recent: Annotated[tuple[Recent, ...], BeforeValidator(lambda raw: tuple(_sound(raw)))] = ()

    def opened(self, path: Path, when: str) -> "Preferences":
        """With this file as the latest; `when` is ISO 8601. A name that is no text cannot be remembered."""
        name = str(path.absolute())
        try:
            known = self.of(path) or Recent(path=name)
        except ValidationError:
            return self
        others = (old for old in self.recent if old.path != name)
        latest = known.model_copy(update={"opened": when})
        return self.model_copy(update={"recent": (latest, *others)[:RECENT]})

    def forgotten(self, path: Path) -> "Preferences":
        """Without this file."""
        kept = tuple(each for each in self.recent if each.path != str(path.absolute()))
        return self.model_copy(update={"recent": kept})

    def left(self, path: Path | None, place: Place) -> "Preferences":
        """With the place of a window that has been closed, and that of its file where it is among the recent ones."""
        name = str(path.absolute()) if path else ""
        recent = (each.model_copy(update={"place": place}) if each.path == name else each for each in self.recent)
        return self.model_copy(update={"place": place, "recent": tuple(recent)})

    def of(self, path: Path) -> Recent | None:
        """What is remembered of a file."""
        name = str(path.absolute())
        return next((each for each in self.recent if each.path == name), None)


def _sound(raw: Any) -> Iterator[Recent]:
    """The entries that can be understood, whatever became of the others."""
    for entry in raw if isinstance(raw, list | tuple) else ():
        with suppress(ValidationError):
            yield Recent.model_validate({"path": entry} if isinstance(entry, str) else entry)


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the program keeps what is its own; whatever is in `pictures` may be deleted at any time.

    preferences: the file of what is remembered. reports: of faults. locks: of files whose own folder cannot be written.
    """

    preferences: Path
    pictures: Path
    journals: Path
    backups: Path
    locks: Path
    reports: Path

    @classmethod
    def below(cls, root: Path) -> "Folders":
        """All of them in one folder."""
        names = ("pictures", "journals", "backups", "locks", "reports")
        return cls(root / "preferences.json", *(root / name for name in names))


def folders() -> Folders:
    """Where they lie on this platform. Raises ReadError where neither the system nor a variable names a home."""
    try:
        Path.home()
        places = (user_config_path, user_cache_path, user_state_path, user_data_path)
        config, cache, state, saved = (place(NAME, appauthor=False) for place in places)
    except RuntimeError as error:
        remedy = "set the variable HOME to a folder of your own and start again"
        raise ReadError("your home folder is not known", remedy=remedy) from error
    return Folders(
        preferences=config / "preferences.json",
        pictures=cache / "pictures",
        journals=state / "journals",
        backups=saved / "backups",
        locks=state / "locks",
        reports=state / "reports",
    )


def load(path: Path) -> Preferences:
    """What the file says; the usual values without one. A damaged file is set aside as NAME.bad."""
    try:
        return Preferences.model_validate_json(files.load(path, _LONGEST))
    except ValidationError:
        with suppress(OSError):
            path.replace(path.with_name(f"{path.name}.bad"))
    except StorageError:
        pass  # there is none yet, or it cannot be read: both are no reason not to start
    return Preferences()


def store(path: Path, preferences: Preferences) -> None:
    """Writes the file whole or not at all, through a symbolic link if it is one. Raises OSError, WriteError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_file(path, preferences.model_dump_json(indent=1, exclude_defaults=True).encode() + b"\n")
