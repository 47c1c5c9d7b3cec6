"""The command `backlog`: what is to be done about a map, and what is tried, as a file for spreadsheets."""

import argparse
from pathlib import Path

from desktop import resources
from desktop.cli.choosing import chosen_map
from desktop.cli.speech import CommandError
from desktop.exchange.ledger import csv_of, xlsx_of
from desktop.exchange.plans import LEDGERS
from desktop.storage.atomic import write_file
from desktop.storage.reader import read

FORMS = (".csv", ".xlsx")
WHAT = {
    "opportunities": ("opportunity",),
    "tactics": ("tactic",),
    "experiments": ("experiment",),
    "all": tuple(LEDGERS),
}
"""By what can be asked for the kinds of cards."""

Arguments = argparse.Namespace


def add_backlog(command: argparse.ArgumentParser) -> None:
    """What it can be told."""
    command.add_argument("file", metavar="FILE", type=Path)
    command.add_argument("out", metavar="OUT", type=Path, help="ends in .csv or .xlsx")
    command.add_argument("--map", metavar="NAME", help="a map by its title or id; the first one otherwise")
    command.add_argument(
        "--what",
        choices=tuple(WHAT),
        default="opportunities",
        help="opportunities by rank unless told; tactics, experiments, or all as sheets of one .xlsx",
    )


def run_backlog(arguments: Arguments) -> int:
    """Writes the file, in the project's language; 0 when it is written."""
    out: Path = arguments.out
    form, kinds = out.suffix.lower(), WHAT[arguments.what]
    if form not in FORMS:
        raise CommandError(f"“{out}” must end in .csv or .xlsx.")
    if form == ".csv" and len(kinds) > 1:
        raise CommandError(f"“{out}” holds one table; end it in .xlsx, or name the table with --what.")
    project = read(arguments.file).project
    journey = chosen_map(project, arguments.map, arguments.file)
    words = resources.words(project.language)
    ledgers = [LEDGERS[kind](project, journey, words) for kind in kinds]
    write_file(out, xlsx_of(ledgers, journey.title) if form == ".xlsx" else csv_of(ledgers[0]))
    return 0
