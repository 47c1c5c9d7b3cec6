"""What the program remembers from one start to the next: a small file of its own, never part of a project."""

from contextlib import suppress
from pathlib import Path
from typing import Annotated

from platformdirs import user_config_path
from pydantic import BaseModel, ConfigDict, Field, ValidationError

RECENT = 10
"""How many recent files are kept."""


class Preferences(BaseModel):
    """Geometry is Qt's own bytes as base64; recent files are absolute paths, latest first."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    geometry: Annotated[str, Field(max_length=10_000)] = ""
    recent: Annotated[tuple[str, ...], Field(max_length=100)] = ()

    def opened(self, path: Path) -> "Preferences":
        """With this file as the latest."""
        name = str(path.absolute())
        return self.model_copy(update={"recent": (name, *(old for old in self.recent if old != name))[:RECENT]})

    def placed(self, geometry: str) -> "Preferences":
        """With the place of the window that was closed last."""
        return self.model_copy(update={"geometry": geometry})


def preferences_path() -> Path:
    """Where the file lies on this platform."""
    return user_config_path("journeywall", appauthor=False) / "preferences.json"


def load(path: Path) -> Preferences:
    """What the file says; the usual values without one. A damaged file is set aside as NAME.bad."""
    try:
        return Preferences.model_validate_json(path.read_bytes())
    except ValidationError:
        with suppress(OSError):
            path.replace(path.with_name(f"{path.name}.bad"))
    except OSError:
        pass  # there is none yet, or it cannot be read: both are no reason not to start
    return Preferences()


def store(path: Path, preferences: Preferences) -> None:
    """Writes the file whole or not at all. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.new")
    fresh.write_text(preferences.model_dump_json(indent=1) + "\n", "utf-8")
    fresh.replace(path)
