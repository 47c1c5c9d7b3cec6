"""The command `compare`: what differs between two maps of a project, and how much better one of them feels.

Exit status as that of diff: 0 when nothing differs, 1 when something does, 2 when that cannot be told.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from desktop import resources
from desktop.cli.differing import DIFFERS, SAME, lines, told
from desktop.cli.speech import CommandError, say, say_json
from desktop.dialogs.differences import wordings
from desktop.document.journey import JourneyMap
from desktop.document.keyed import find
from desktop.document.project import Project
from desktop.layout.gains import gain
from desktop.layout.signs import signed
from desktop.layout.style import Words
from desktop.method.comparing import Comparison, Gap, comparison, mean_gap
from desktop.storage.files import load
from desktop.storage.reader import parse

Arguments = argparse.Namespace


def run_compare(arguments: Arguments) -> int:
    project = parse(load(arguments.file), arguments.file).project
    one, other = (_the_map(project, wanted) for wanted in (arguments.one, arguments.other))
    found, words = comparison(project, one, other), resources.words("en")
    if arguments.json:
        say_json(_told(found, words))
    else:
        say([*lines(found.differences, words), *_felt(found, project, words)])
    return DIFFERS if found.differences else SAME


def add_compare(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", type=Path, help="the project")
    command.add_argument("one", metavar="MAP_A", help="the map before, such as the current one, by its title or id")
    command.add_argument("other", metavar="MAP_B", help="the map after, such as the ideal one, by its title or id")
    command.add_argument("--json", action="store_true", help="print the differences for other programs")


def _the_map(project: Project, wanted: str) -> JourneyMap:
    """By its id, else by its title."""
    named = find(project.maps, wanted)
    found = [named] if named else [one for one in project.maps if one.title.casefold() == wanted.casefold()]
    if not found:
        raise CommandError(f"The project has no map “{wanted}”.")
    if len(found) > 1:
        ids = ", ".join(one.id for one in found)
        raise CommandError(f"There are {len(found)} maps “{wanted}”; name one by its id: {ids}.")
    return found[0]


def _felt(found: Comparison, project: Project, words: Words) -> Iterator[str]:
    """The feelings that differ, step by step, and by how much on average."""
    mean = mean_gap(found.gaps)
    if mean is None:
        return
    for gap in found.gaps:
        if gap.before != gap.after:
            whose = find(project.personas, gap.persona)
            place = ", ".join(filter(None, (gap.title, whose.name if whose else "")))
            change = "" if gap.difference is None else f" ({gain(gap.difference, words)})"
            yield f"= {place or gap.step}: {_value(gap.before)} → {_value(gap.after)}{change}"
    yield f"Feelings: {gain(mean, words)} on average"


def _value(value: float | None) -> str:
    return "–" if value is None else signed(value, "+.1f")


def _told(found: Comparison, words: Words) -> dict[str, Any]:
    sentences = wordings(found.differences, words)
    differences = [told(each, sentence, words) for each, sentence in zip(found.differences, sentences, strict=True)]
    mean = mean_gap(found.gaps)
    return {
        "a": found.one.id,
        "b": found.other.id,
        "same": not found.differences,
        "differences": differences,
        "gaps": [_gap(gap) for gap in found.gaps],
        "mean_gap": None if mean is None else round(mean, 2),
    }


def _gap(gap: Gap) -> dict[str, Any]:
    values = {"before": gap.before, "after": gap.after, "difference": gap.difference}
    return {"step": gap.step, "title": gap.title, "persona": gap.persona, **values}
