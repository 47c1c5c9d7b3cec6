"""The table of rooms, and where a package breaks it.

A room is a folder or a module directly under the package. It imports from lower levels only, never from its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.imports import Import, cycles, modules, reachable, read

LEVELS = (
    ("__main__",),
    ("app",),
    ("program",),
    ("standing", "recovering", "safety"),
    ("window", "cli"),
    (
        "actions",
        "dressing",
        "files",
        "improvement",
        "opening",
        "picturing",
        "prints",
        "repairs",
        "versioning",
        "watch",
        "workshop",
    ),
    ("acts", "handing", "home", "joining", "since", "snapshotting", "theirs"),
    ("dialogs",),
    ("panels",),
    ("printing",),
    ("excerpt",),
    ("poster",),
    ("canvas", "paint"),
    ("desk",),
    ("session",),
    ("preferences", "resources", "display", "endings"),
    ("storage", "exchange", "scribe", "linebreaks", "spelling"),
    ("plan",),
    ("drawing",),
    ("layout",),
    ("typeset",),
    ("method",),
    ("document",),
    ("collector",),
)
"""From the top to the bottom."""

QT = ("PySide6", "shiboken6")
WORLD = ("os", "time", "random", "secrets", "uuid", "locale", "tempfile", "subprocess", "platformdirs", "pypdfium2")
"""The clock, chance, the environment, the disk: handed in where a pure room needs them."""

NETWORK = ("socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "requests", "httpx", "PySide6.QtNetwork")
PURE = ("document", "method", "exchange", "scribe", "typeset", "layout", "drawing", "plan")
WITHOUT_QT = (*PURE, "storage", "paint", "desk")
WITHOUT_WIDGETS = ("cli", "excerpt", "poster", "session")
"""Rooms that must work, with all they lead to, where no widget can."""


@dataclass(frozen=True, slots=True)
class Breach:
    """A place that breaks the table, and the rule it breaks."""

    place: str
    rule: str


def breaches(package: Path) -> list[Breach]:
    """Every breach of the table in the package at this folder; none when it is sound."""
    imports = read(package)
    return [
        *_wrong_table(package),
        *(breach for one in imports for breach in _wrong_import(one, package.name)),
        *(Breach(" → ".join(group), "modules need each other while they are loaded") for group in cycles(imports)),
        *_widgets_reached(imports, package.name),
    ]


def rooms(package: Path) -> set[str]:
    """The names of the rooms that are there."""
    return {name.split(".")[1] for name in modules(package) if "." in name}


def _wrong_table(package: Path) -> Iterator[Breach]:
    there, named = rooms(package), {room for level in LEVELS for room in level}
    yield from (Breach(room, "the table names a room that does not exist") for room in sorted(named - there))
    yield from (Breach(room, "the table does not name this room") for room in sorted(there - named))
    known = {*PURE, *WITHOUT_QT, *WITHOUT_WIDGETS}
    yield from (Breach(room, "a rule names a room that is not in the table") for room in sorted(known - named))


def _wrong_import(one: Import, package: str) -> Iterator[Breach]:
    place = f"{one.importer}:{one.line}"
    room = _room(one.importer, package)
    if _is_any(one.imported, NETWORK):
        yield Breach(place, f"no network code: {one.imported}")
    if room in PURE and _is_any(one.imported, (*WORLD, "reportlab")):
        yield Breach(place, f"{room} is pure and may not import {one.imported}")
    if room in WITHOUT_QT and _is_any(one.imported, QT):
        yield Breach(place, f"{room} may not import {one.imported}")
    other = _room(one.imported, package)
    if room and other and room != other and _level(room) <= _level(other):
        yield Breach(place, f"{room} may not import {other}")


def _widgets_reached(imports: list[Import], package: str) -> Iterator[Breach]:
    for room in WITHOUT_WIDGETS:
        if any(_is_any(name, ("PySide6.QtWidgets",)) for name in reachable(f"{package}.{room}", imports)):
            yield Breach(f"{package}.{room}", f"{room} leads to PySide6.QtWidgets")


def _room(module: str, package: str) -> str:
    parts = module.split(".")
    return parts[1] if parts[0] == package and len(parts) > 1 else ""


def _level(room: str) -> int:
    """0 at the bottom; a room that the table does not name is reported elsewhere and stands above all."""
    return next((height for height, level in enumerate(reversed(LEVELS)) if room in level), len(LEVELS))


def _is_any(module: str, names: tuple[str, ...]) -> bool:
    return any(module == name or module.startswith(f"{name}.") for name in names)
