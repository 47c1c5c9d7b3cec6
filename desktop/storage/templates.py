"""New projects from templates: project files that come with the program, with ids of their own for each use."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.document.base import IdSource, P, changed
from desktop.document.keyed import keyed_fields
from desktop.document.project import Project
from desktop.document.renew import renewed
from desktop.storage.errors import ReadError
from desktop.storage.reader import Opened, read

DEFAULT = "blank"
NAMED = ("title", "subtitle", "name")
"""The fields of a template's things that are said in the language of who uses it."""


@dataclass(frozen=True, slots=True)
class Template:
    """`name` is what the command line calls it; title and description are for people."""

    name: str
    title: str
    description: str


def templates(folder: Path, language: str = "en") -> tuple[Template, ...]:
    """What the folder offers, in the order of its index, then templates that the index does not know."""
    said = _wording(folder, language)
    index: dict[str, dict[str, str]] = json.loads((folder / "index.json").read_text("utf-8"))
    there = sorted(path.stem for path in folder.glob("*.journey"))
    names = [name for name in index if name in there] + [name for name in there if name not in index]
    told = ((name, index.get(name, {})) for name in names)
    return tuple(
        Template(name, said(words.get("title", name)), said(words.get("description", ""))) for name, words in told
    )


def from_template(folder: Path, name: str, title: str, new_id: IdSource, language: str = "en") -> Opened:
    """A project of its own after the template, in a language as far as the folder has words in it.

    An empty title keeps the template's. Raises StorageError.
    """
    known = [template.name for template in templates(folder)]
    if name not in known:
        raise ReadError(f"there is no template “{name}”", remedy="choose one of " + ", ".join(known))
    opened = read(folder / f"{name}.journey")
    worded = changed(_worded(opened.project, _wording(folder, language)), language=language)
    return Opened(titled(renewed(worded, new_id), title), opened.assets)


def titled(project: Project, title: str) -> Project:
    """With this title on the project and, where it has but one map, on the map. Raises pydantic.ValidationError."""
    if not title:
        return project
    maps = tuple(changed(each, title=title) for each in project.maps) if len(project.maps) == 1 else project.maps
    return changed(project, title=title, maps=maps)


def _wording(folder: Path, language: str) -> Callable[[str], str]:
    """What a template's English is called in a language, by LANGUAGE.json; what that does not know stays."""
    path = folder / f"{language}.json"
    known: dict[str, str] = json.loads(path.read_text("utf-8")) if language.isalpha() and path.is_file() else {}
    return lambda text: known.get(text, text)


def _worded(part: P, said: Callable[[str], str]) -> P:
    """With titles, subtitles and names said in another way, all the way down."""
    fields: dict[str, Any] = {name: said(text) for name in NAMED if (text := getattr(part, name, ""))}
    for name in keyed_fields(type(part)):
        fields[name] = tuple(_worded(thing, said) for thing in getattr(part, name))
    return changed(part, **fields)
