"""The command `backlog`: the opportunities of a map by rank, as a file for spreadsheets."""

import argparse
from pathlib import Path

from desktop import resources
from desktop.cli.choosing import chosen_map
from desktop.cli.speech import CommandError
from desktop.exchange.backlog import csv_of, xlsx_of
from desktop.method.backlog import backlog
from desktop.storage.atomic import write_file
from desktop.storage.reader import read

FORMS = {".csv": csv_of, ".xlsx": xlsx_of}
"""What writes a file, by its suffix."""

Arguments = argparse.Namespace


def add_backlog(command: argparse.ArgumentParser) -> None:
    """What it can be told."""
    command.add_argument("file", metavar="FILE", type=Path)
    command.add_argument("out", metavar="OUT", type=Path, help="ends in .csv or .xlsx")
    command.add_argument("--map", metavar="NAME", help="a map by its title or id; the first one otherwise")


def run_backlog(arguments: Arguments) -> int:
    """Writes the file, in the project's language; 0 when it is written."""
    out: Path = arguments.out
    form = FORMS.get(out.suffix.lower())
    if form is None:
        raise CommandError(f"“{out}” must end in .csv or .xlsx.")
    project = read(arguments.file).project
    journey = chosen_map(project, arguments.map, arguments.file)
    write_file(out, form(backlog(project, journey), journey, resources.words(project.language)))
    return 0
