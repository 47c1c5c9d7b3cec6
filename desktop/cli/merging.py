"""The command `merge`: what two people made of one project file brought together, also for git.

Exit status as git expects of a merge driver: 0 when nobody contradicts anybody, 1 where somebody does, 2 when nothing
could be merged and nothing was written.
"""

import argparse
import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desktop import resources
from desktop.cli.speech import CommandError, say, say_json
from desktop.dialogs.differences import named
from desktop.dialogs.disagreement import field, sentence, sides, titles
from desktop.document.errors import EditError
from desktop.document.ids import Ids, ids_of
from desktop.document.merge.conflicts import Conflict
from desktop.document.merge.whole import Merged, merge
from desktop.layout.style import Words
from desktop.storage.atomic import write_file
from desktop.storage.files import load
from desktop.storage.reader import Opened, parse
from desktop.storage.responses import Tables
from desktop.storage.writer import dump

MERGED, CONFLICTS = 0, 1

Arguments = argparse.Namespace


def add_merge(command: argparse.ArgumentParser) -> None:
    command.add_argument("base", metavar="BASE", type=Path, help="what both began with; an empty file for nothing")
    command.add_argument("ours", metavar="OURS", type=Path)
    command.add_argument("theirs", metavar="THEIRS", type=Path)
    command.add_argument("-o", "--output", metavar="OUT", type=Path, required=True, help="a new file, or OURS")
    command.add_argument(
        "--keep",
        choices=("both", "mine", "theirs"),
        default="both",
        help="where both changed one thing: OURS, with what THEIRS has in the inbox (both, as usual), or one of them",
    )
    command.add_argument("--json", action="store_true", help="print the conflicts for other programs")


def run_merge(arguments: Arguments) -> int:
    _may_write(arguments.output, arguments.ours)
    base, ours, theirs = (
        _base(arguments.base),
        *(parse(load(path), path) for path in (arguments.ours, arguments.theirs)),
    )
    whole = _merged(base, ours, theirs, arguments)
    minor = max(ours.minor, theirs.minor)
    Tables((arguments.ours, arguments.theirs)).bring(whole.project, arguments.output)
    write_file(arguments.output, dump(whole.project, {**theirs.assets, **ours.assets}, minor, _unknown(ours, theirs)))
    words = resources.words("en")
    if arguments.json:
        say_json(_told(whole, arguments, words))
    else:
        say(sentence(conflict, words) for conflict in whole.conflicts)
    return CONFLICTS if whole.conflicts else MERGED


def _may_write(output: Path, ours: Path) -> None:
    if os.path.lexists(output) and not (ours.exists() and output.exists() and output.samefile(ours)):
        raise CommandError(f"“{output}” exists already; choose another name.")


def _base(path: Path) -> Opened | None:
    """git hands over an empty file where there was none."""
    data = load(path)
    return parse(data, path) if data.strip() else None


def _merged(base: Opened | None, ours: Opened, theirs: Opened, arguments: Arguments) -> Merged:
    words = resources.words(ours.project.language)
    taken = [one for opened in (base, ours, theirs) if opened for one in ids_of(opened.project)]
    try:
        return merge(
            base.project if base else None,
            ours.project,
            theirs.project,
            new_id=Ids(secrets.randbits, taken),
            otherwise=arguments.keep,
            titles=titles(words, arguments.theirs.stem),
        )
    except EditError as error:
        raise CommandError(
            "The two files together hold more than a project can; take something away from one of them first."
        ) from error


def _unknown(ours: Opened, theirs: Opened) -> Mapping[str, Any]:
    return {**theirs.unknown, **ours.unknown}


def _told(whole: Merged, arguments: Arguments, words: Words) -> dict[str, Any]:
    return {
        "file": str(arguments.output),
        "came": len(whole.came),
        "went": len(whole.went),
        "conflicts": [_one(conflict, words) for conflict in whole.conflicts],
    }


def _one(conflict: Conflict, words: Words) -> dict[str, Any]:
    ours, theirs = sides(conflict, words)
    return {
        "id": conflict.thing,
        "what": conflict.name.what,
        "name": named(conflict.name, words),
        "map": conflict.map,
        "field": conflict.field,
        "label": field(conflict, words),
        "ours": ours,
        "theirs": theirs,
        "text": sentence(conflict, words),
    }
