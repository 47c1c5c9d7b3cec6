"""New projects from templates: project files that come with the program, with ids of their own for each use."""

import json
from dataclasses import dataclass
from pathlib import Path

from desktop.document.base import IdSource, changed
from desktop.document.project import Project
from desktop.document.renew import renewed
from desktop.storage.errors import ReadError
from desktop.storage.reader import Opened, read

DEFAULT = "blank"


@dataclass(frozen=True, slots=True)
class Template:
    """`name` is what the command line calls it; title and description are for people."""

    name: str
    title: str
    description: str


def templates(folder: Path) -> tuple[Template, ...]:
    """What the folder offers, in the order of its index, then templates that the index does not know."""
    index: dict[str, dict[str, str]] = json.loads((folder / "index.json").read_text("utf-8"))
    there = sorted(path.stem for path in folder.glob("*.journey"))
    names = [name for name in index if name in there] + [name for name in there if name not in index]
    told = ((name, index.get(name, {})) for name in names)
    return tuple(Template(name, words.get("title", name), words.get("description", "")) for name, words in told)


def from_template(folder: Path, name: str, title: str, new_id: IdSource) -> Opened:
    """A project of its own after the template; an empty title keeps the template's. Raises StorageError."""
    known = [template.name for template in templates(folder)]
    if name not in known:
        raise ReadError(f"there is no template “{name}”", remedy="choose one of " + ", ".join(known))
    opened = read(folder / f"{name}.journey")
    return Opened(titled(renewed(opened.project, new_id), title), opened.assets)


def titled(project: Project, title: str) -> Project:
    """With this title on the project and, where it has but one map, on the map. Raises pydantic.ValidationError."""
    if not title:
        return project
    maps = tuple(changed(each, title=title) for each in project.maps) if len(project.maps) == 1 else project.maps
    return changed(project, title=title, maps=maps)
