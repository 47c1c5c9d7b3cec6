"""The table of commands, how their arguments are read, and the short ones among them."""

import argparse
import os
import secrets
import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from importlib import metadata
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import NoReturn

from pydantic import ValidationError

from desktop import resources
from desktop.cli.backlog import add_backlog, run_backlog
from desktop.cli.checking import add_check, run_check
from desktop.cli.comparing import add_compare, run_compare
from desktop.cli.differing import add_diff, run_diff
from desktop.cli.feedback import add_feedback, run_feedback
from desktop.cli.merging import add_merge, run_merge
from desktop.cli.reporting import add_report, run_report
from desktop.cli.speech import CommandError, complain, put, say
from desktop.cli.wishes import add_export
from desktop.document.ids import Ids
from desktop.storage.atomic import write_file
from desktop.storage.errors import StorageError
from desktop.storage.schema import schema_text
from desktop.storage.templates import DEFAULT, from_template, templates
from desktop.storage.versions import MAJOR, MINOR
from desktop.storage.writer import dump

DONE, FAILED, INTERRUPTED, UNHEARD = 0, 2, 130, 141
OPTIONS = ("-h", "--help", "--version")

Arguments = argparse.Namespace


def main(argv: Sequence[str], open_windows: Callable[[list[Path]], int]) -> int:
    """Runs a command, or hands the files to `open_windows`; returns the exit status and never raises for bad input."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        return _run(argv, open_windows)
    except BrokenPipeError:
        return UNHEARD
    except KeyboardInterrupt:
        return INTERRUPTED
    except (StorageError, CommandError) as error:
        complain(str(error))
        return FAILED


def _run(argv: Sequence[str], open_windows: Callable[[list[Path]], int]) -> int:
    if not argv or (argv[0] not in COMMANDS and not argv[0].startswith("-")):
        return open_windows([Path(name) for name in argv])
    if argv[0].startswith("-") and argv[0] not in OPTIONS:
        raise CommandError(f"There is no option “{argv[0]}”; see journeywall --help.")
    arguments = _parsed(argv)
    return DONE if arguments is None else arguments.run(arguments)


def _parsed(argv: Sequence[str]) -> Arguments | None:
    """None when --help or --version has been printed."""
    said = StringIO()  # argparse says nothing when it cannot print
    with redirect_stdout(said):
        try:
            return _parser().parse_args(argv)
        except SystemExit:
            pass
    put(said.getvalue())
    return None


def _new(arguments: Arguments) -> int:
    if os.path.lexists(arguments.file):
        raise CommandError(f"“{arguments.file}” exists already; choose another name.")
    try:
        made = from_template(_templates(), arguments.template, arguments.title, Ids(secrets.randbits))
    except UnicodeEncodeError as error:
        raise CommandError("The title is not text in the encoding of this system, so it cannot be stored.") from error
    except ValidationError as error:
        raise CommandError("The title is too long; use at most 500 characters.") from error
    write_file(arguments.file, dump(made.project, made.assets))
    return DONE


def _list_templates(_arguments: Arguments) -> int:
    offered = templates(_templates())
    width = max((len(template.name) for template in offered), default=0)
    say(f"{template.name:{width}}  {template.description}" for template in offered)
    return DONE


def _templates() -> Path:
    return resources.root() / "templates"


def _export(arguments: Arguments) -> int:
    from desktop.cli.exporting import run_export  # noqa: PLC0415 - a second of imports that other commands do without

    return run_export(arguments)


def _schema(_arguments: Arguments) -> int:
    put(schema_text())
    return DONE


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise CommandError(f"{message[:1].upper()}{message[1:]}; see journeywall --help.")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="journeywall",
        usage="journeywall [FILE …]\n       journeywall COMMAND …",
        description="Design customer-journey maps and print them at wall size. FILEs alone open in windows.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=_version())
    commands = parser.add_subparsers(prog="journeywall", title="commands", metavar="COMMAND", required=True)
    for name, (words, run, add) in COMMANDS.items():
        command = commands.add_parser(name, help=words, description=words, allow_abbrev=False)
        command.set_defaults(run=run)
        add(command)
    return parser


def _version() -> str:
    try:
        version = metadata.version("journeywall")
    except metadata.PackageNotFoundError:
        version = "(not installed)"
    return f"journeywall {version}, file format {MAJOR}.{MINOR}"


def _for_new(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", type=Path, help="must not exist yet")
    command.add_argument("--template", metavar="NAME", default=DEFAULT, help="one of `journeywall templates`")
    command.add_argument("--title", metavar="TEXT", default="", help="of the project and its map")


def _for_none(_command: argparse.ArgumentParser) -> None:
    """No arguments."""


Command = tuple[str, Callable[[Arguments], int], Callable[[argparse.ArgumentParser], None]]
COMMANDS: dict[str, Command] = {
    "new": ("make a project file from a template", _new, _for_new),
    "templates": ("list the templates", _list_templates, _for_none),
    "export": ("print a map, or all editions, to PDF, SVG or PNG files", _export, add_export),
    "check": (
        "find what is wrong with a project file: status 1 with findings, 2 when unreadable",
        run_check,
        add_check,
    ),
    "compare": (
        "tell what differs between two maps of a project, such as current and ideal: status 1 where anything does",
        run_compare,
        add_compare,
    ),
    "diff": ("tell what differs between two project files: status 1 where anything does", run_diff, add_diff),
    "merge": (
        "bring together what two people made of one project: status 1 where they contradict each other",
        run_merge,
        add_merge,
    ),
    "backlog": ("write opportunities, tactics or experiments of a map as CSV or XLSX", run_backlog, add_backlog),
    "report": ("tell metrics, coverage, the worst pain points and what to find out next", run_report, add_report),
    "feedback": (
        "bring a table of answers, or what came of a test, into a project file: status 1 with rows or names left over",
        run_feedback,
        add_feedback,
    ),
    "schema": ("print the JSON Schema of project files", _schema, _for_none),
}
