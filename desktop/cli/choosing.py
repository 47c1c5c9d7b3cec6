"""Which map of a project a command is about."""

from pathlib import Path

from desktop.cli.speech import CommandError
from desktop.document.base import in_order
from desktop.document.journey import JourneyMap
from desktop.document.project import Project


def chosen_map(project: Project, wanted: str | None, file: Path) -> JourneyMap:
    """The map with this id or title, the first one people see where none is wanted. Raises CommandError."""
    maps = in_order(project.maps)
    if wanted is not None:
        maps = [each for each in maps if wanted == each.id or wanted.casefold() == each.title.casefold()]
    if not maps:
        raise CommandError(f"“{file}” has no map" + (f" “{wanted}”." if wanted is not None else "."))
    if wanted is not None and len(maps) > 1:
        raise CommandError(f"“{file}” has {len(maps)} maps “{wanted}”; name one by its id.")
    return maps[0]
