"""The command `diff`: what differs between two project files, in the words of the field.

Exit status as that of diff: 0 when nothing differs, 1 when something does, 2 when that cannot be told.
"""

import argparse
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from desktop import resources
from desktop.cli.speech import CommandError, say, say_json
from desktop.dialogs.differences import named, placed, summary, wordings
from desktop.document.compare import compare
from desktop.document.difference import Difference, Value
from desktop.document.keyed import keyed_fields
from desktop.document.project import Project
from desktop.layout.style import Words
from desktop.storage.files import load
from desktop.storage.reader import parse

SAME, DIFFERS = 0, 1
SIGNS = {"added": "+", "removed": "-", "moved": ">", "ordered": "^", "changed": "~"}
"""What a line begins with."""

Arguments = argparse.Namespace


def run_diff(arguments: Arguments) -> int:
    before, after = _projects(arguments.a, arguments.b)
    differences = compare(before, after)
    if arguments.map is not None:
        ids = _ids((before, after), arguments.map)
        differences = tuple(each for each in differences if _map_of(each) in ids)
    words = resources.words("en")
    if arguments.json:
        say_json(_told(differences, arguments, words))
    else:
        say(lines(differences, words))
    return DIFFERS if differences else SAME


def add_diff(command: argparse.ArgumentParser) -> None:
    command.add_argument("a", metavar="A", type=Path, help="the project before")
    command.add_argument("b", metavar="B", type=Path, help="the project after")
    command.add_argument("--map", metavar="NAME", help="only this map, by its title or id")
    command.add_argument("--json", action="store_true", help="print the differences for other programs")


def _projects(a: Path, b: Path) -> tuple[Project, Project]:
    """What stands for a file that is not there, as programs that compare versions hand it over, holds nothing."""
    read = [None if os.fspath(path) == os.devnull else parse(load(path), path).project for path in (a, b)]
    before, after = read
    nothing = _bare(before or after or Project(id="none"))
    return before or nothing, after or nothing


def _bare(project: Project) -> Project:
    """The project before anything was in it."""
    return project.model_copy(update=dict.fromkeys(keyed_fields(Project), ()))


def _ids(projects: Sequence[Project], wanted: str) -> set[str]:
    """The map with this id or title, which may be called otherwise on the other side."""
    maps = [each for project in projects for each in project.maps]
    found = {each.id for each in maps if wanted == each.id or wanted.casefold() == each.title.casefold()}
    if not found:
        raise CommandError(f"Neither file has a map “{wanted}”.")
    if len(found) > 1:
        raise CommandError(f"There are {len(found)} maps “{wanted}”; name one by its id.")
    return found


def _map_of(difference: Difference) -> str:
    first = next(iter(difference.where.holders), difference.thing)
    return first.id if first.what == "map" else ""


def lines(differences: Sequence[Difference], words: Words) -> Iterator[str]:
    """A line for each, and how many there are; nothing where nothing differs."""
    for difference, sentence in zip(differences, wordings(differences, words), strict=True):
        yield f"{SIGNS[difference.code]} {sentence}"
    if differences:
        yield " · ".join(text for _, text in summary(differences, words))


def _told(differences: Sequence[Difference], arguments: Arguments, words: Words) -> dict[str, Any]:
    entries = [
        told(difference, sentence, words)
        for difference, sentence in zip(differences, wordings(differences, words), strict=True)
    ]
    codes = [difference.code for difference in differences]
    counts = {code: codes.count(code) for code in SIGNS}
    about = {"a": str(arguments.a), "b": str(arguments.b), "same": not differences}
    return {**about, "counts": counts, "differences": entries}


def told(difference: Difference, sentence: str, words: Words) -> dict[str, Any]:
    """A difference for other programs; `sentence` is what people read."""
    thing = difference.thing
    return {
        "code": difference.code,
        "what": thing.what,
        "id": thing.id,
        "name": named(thing, words),
        "map": _map_of(difference),
        "place": placed(difference.where, words),
        "to": placed(difference.to, words) if difference.to else None,
        "fields": [_field(value) for value in difference.values],
        "held": dict(difference.held),
        "text": sentence,
    }


def _field(value: Value) -> dict[str, Any]:
    """Values as they are in JSON; what JSON has no form for, in words."""
    return {"field": value.field, "before": _plain(value.before), "after": _plain(value.after)}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)
