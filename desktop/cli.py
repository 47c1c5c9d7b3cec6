"""The command line. Everything here works without a display: nothing imports a widget.

Exit status: 0 done or sound, 1 findings, 2 failed; 130 interrupted, 141 nobody reads the output any more.
"""

import argparse
import json
import os
import secrets
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import redirect_stdout, suppress
from importlib import metadata
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import Any, NoReturn

from pydantic import ValidationError

from desktop import resources
from desktop.document.base import in_order
from desktop.document.checks import Finding, check, sound
from desktop.document.ids import Ids
from desktop.document.journey import JourneyMap
from desktop.document.project import Project
from desktop.plan.settings import Settings
from desktop.storage import encoding, scan
from desktop.storage.atomic import write_file
from desktop.storage.errors import InvalidError, StorageError
from desktop.storage.files import load, reason
from desktop.storage.reader import Opened, parse, read
from desktop.storage.schema import schema_text
from desktop.storage.templates import DEFAULT, from_template, templates
from desktop.storage.versions import MAJOR, MINOR
from desktop.storage.writer import dump

DONE, FINDINGS, FAILED, INTERRUPTED, UNHEARD = 0, 1, 2, 130, 141
OPTIONS = ("-h", "--help", "--version")
FORMATS = ("pdf", "svg", "png")
_KEY = 12
"""Letters by which a picture is told apart."""

Arguments = argparse.Namespace


class CommandError(Exception):
    """What was asked for cannot be done; `str()` is one sentence."""


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
        _complain(str(error))
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
    _print(said.getvalue())
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
    _say(f"{template.name:{width}}  {template.description}" for template in offered)
    return DONE


def _templates() -> Path:
    return resources.root() / "templates"


def _schema(_arguments: Arguments) -> int:
    _print(schema_text())
    return DONE


def _export(arguments: Arguments) -> int:
    out: Path = arguments.out
    form = out.suffix[1:].lower()
    if form not in FORMATS:
        raise CommandError(f"“{out}” must end in .pdf, .svg or .png.")
    opened = read(arguments.file)
    if _same(out, arguments.file):
        raise CommandError(f"“{out}” is the project itself; choose another name.")
    journey = _map(opened.project, arguments)
    from desktop.poster.export import Options, export  # noqa: PLC0415 - a second of imports that other commands do without
    from desktop.poster.refusals import PosterError  # noqa: PLC0415 - the same

    if arguments.paper == "":
        raise CommandError("No paper is called “”; use A0 to A4, or a size such as 914x1400mm.")
    paper = arguments.paper or ("A0" if form == "pdf" else "")
    settings = Settings(paper=paper, orientation=arguments.orientation, comments=arguments.comments)
    options = Options(arguments.dpi, arguments.outlines)
    sound_pictures = {key: asset for key, asset in opened.assets.items() if key not in opened.damaged}
    try:
        data, report = export(opened.project, sound_pictures, journey.id, form, settings, options=options)
    except PosterError:  # it is about the options
        raise
    except StorageError as error:
        error.path = error.path or arguments.file
        raise
    write_file(out, data)
    _warn(report.warnings, opened, arguments.file)
    if arguments.json:
        _print(report.to_json() + "\n", f"“{out}” is written, but what came out")
    return DONE


def _warn(warnings: Sequence[str], opened: Opened, file: Path) -> None:
    """Tells what may be wrong with a poster that is made all the same."""
    for warning in warnings:
        _complain(f"warning: {warning}")
    count = sum(finding.severity != "note" for finding in _findings(opened))
    if count:
        found = "1 finding" if count == 1 else f"{count} findings"
        _complain(f"warning: “{file}” has {found}; see `journeywall check {file}`")


def _same(out: Path, file: Path) -> bool:
    try:
        return out.samefile(file)
    except (OSError, ValueError):  # there is no such output yet
        return False


def _map(project: Project, arguments: Arguments) -> JourneyMap:
    """The map with this id or title, or the first one people see."""
    maps = in_order(project.maps)
    wanted: str | None = arguments.map
    if wanted is not None:
        maps = [each for each in maps if wanted == each.id or wanted.casefold() == each.title.casefold()]
    if not maps:
        raise CommandError(f"“{arguments.file}” has no map" + (f" “{wanted}”." if wanted is not None else "."))
    if wanted is not None and len(maps) > 1:
        raise CommandError(f"“{arguments.file}” has {len(maps)} maps “{wanted}”; name one by its id.")
    return maps[0]


def _check(arguments: Arguments) -> int:
    try:
        data = load(arguments.file)
        opened = parse(data, arguments.file)
    except StorageError as error:
        _tell_unreadable(error, arguments)
        raise
    findings = _findings(opened)
    _tell_findings(opened, findings, _lines(opened, encoding.utf8(data)), arguments)
    return DONE if sound(findings) else FINDINGS


def _findings(opened: Opened) -> tuple[Finding, ...]:
    return (*opened.twins, *check(opened.project, opened.assets.keys(), opened.damaged))


def _lines(opened: Opened, text: bytes) -> dict[str, int]:
    """Id → the line, from 1, on which the thing stands; one that was given twice is told by the id it has here."""
    there = scan.lines(text)
    first = {ident: numbers[0] for ident, numbers in there.items()}
    others = {ident: iter(numbers[1:]) for ident, numbers in there.items()}
    twins = ((twin.path.rpartition("/")[2], next(others.get(twin.detail, iter(())), 0)) for twin in opened.twins)
    return first | dict(twins)


def _tell_unreadable(error: StorageError, arguments: Arguments) -> None:
    problems = error.problems if isinstance(error, InvalidError) else ()
    if arguments.json:
        said = {"place": error.place, "reason": error.reason, "remedy": error.remedy}
        listed = [{"place": problem.place, "reason": problem.reason} for problem in problems]
        _say_json({"file": str(arguments.file), "sound": False, "error": {**said, "problems": listed}})
    else:
        _say(map(str, problems))


def _tell_findings(opened: Opened, findings: Sequence[Finding], lines: dict[str, int], arguments: Arguments) -> None:
    words = resources.words("en")
    told = [_told(finding, lines, words) for finding in findings]
    if arguments.json:
        about = {"file": str(arguments.file), "sound": sound(findings), "newer": opened.newer_minor}
        _say_json({**about, "messages": list(opened.messages), "findings": told})
        return
    _say(opened.messages)
    for one in told:
        one["at"] = f"line {one['line']}, {one['place']}" if one["line"] else one["place"]
    _say(f"{words('finding.' + one['severity'])}: {one['at']}: {one['text']}" for one in told)


def _told(finding: Finding, lines: dict[str, int], words: Callable[[str], str]) -> dict[str, Any]:
    return {
        "severity": finding.severity,
        "code": finding.code,
        "line": lines.get(finding.path.rpartition("/")[2]),
        "place": _place(finding),
        "path": finding.path,
        "text": _text(finding, words) + _first(finding, lines),
    }


def _text(finding: Finding, words: Callable[[str], str]) -> str:
    """With the id or the key that is meant; of a key its first letters will do."""
    form = words(f"finding.{finding.code}")
    detail = finding.detail[:_KEY] if finding.code.startswith("picture.") else finding.detail
    return form.format(detail=detail) if "{detail}" in form or not detail else f"{form} ({detail})"


def _first(finding: Finding, lines: dict[str, int]) -> str:
    return f", first on line {lines[finding.detail]}" if finding.code == "id.twice" and finding.detail in lines else ""


def _place(finding: Finding) -> str:
    """Such as “map “A dinner out” › lane “Orders” › card “Waits” (id c9)”."""
    if not finding.path:
        return "project"
    parts = finding.path.split("/")
    if finding.code == "id.twice":
        parts[-1] = finding.detail  # as it stands in the file
    names = (*finding.names, *("" for _ in parts))
    things = zip(parts[::2], parts[1::2], names, strict=False)
    told = (
        f"{kind.removesuffix('s')} “{name}”" if name else f"{kind.removesuffix('s')} {ident}"
        for kind, ident, name in things
    )
    return " › ".join(told) + (f" (id {parts[-1]})" if any(finding.names[-1:]) else "")


def _say(lines: Iterable[str]) -> None:
    _print("".join(_one_line(line) + "\n" for line in lines))


def _say_json(value: object) -> None:
    _print(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def _print(text: str, what: str = "The output") -> None:
    """Raises BrokenPipeError, or CommandError for `what` cannot be printed; silent when there is no output at all."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains at exit
        if isinstance(error, BrokenPipeError):
            raise
        raise CommandError(f"{what} cannot be printed ({reason(error)}).") from error


def _complain(sentence: str) -> None:
    """A line on standard error, if anybody listens."""
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(f"journeywall: {_one_line(sentence)}\n")


def _one_line(text: str) -> str:
    """Without line feeds and other control characters, which names and arguments may hold."""
    return "".join(char if char.isprintable() else " " if char.isspace() else "�" for char in text)


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


def _for_export(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", type=Path)
    command.add_argument("out", metavar="OUT", type=Path, help="ends in .pdf, .svg or .png")
    command.add_argument("--map", metavar="NAME", help="title or id of the map; the first one otherwise")
    command.add_argument("--paper", metavar="SIZE", help="A4 … A0, or WIDTHxHEIGHTmm such as 914x1370mm")
    command.add_argument("--orientation", choices=("auto", "landscape", "portrait"), default="auto")
    command.add_argument("--dpi", metavar="NUMBER", type=float, help="resolution of a PNG; 150 on paper, else 192")
    command.add_argument(
        "--outlines", action="store_true", help="SVG: draw text as outlines, for programs without Inter"
    )
    command.add_argument("--comments", action="store_true", help="show on cards how many comments they have")
    command.add_argument("--json", action="store_true", help="print page, scale, text sizes, fill and warnings")


def _for_check(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", type=Path)
    command.add_argument("--json", action="store_true", help="print the findings for other programs")


def _for_none(_command: argparse.ArgumentParser) -> None:
    """No arguments."""


Command = tuple[str, Callable[[Arguments], int], Callable[[argparse.ArgumentParser], None]]
COMMANDS: dict[str, Command] = {
    "new": ("make a project file from a template", _new, _for_new),
    "templates": ("list the templates", _list_templates, _for_none),
    "export": ("print a map to a PDF, SVG or PNG file", _export, _for_export),
    "check": ("find what is wrong with a project file: status 1 with findings, 2 when unreadable", _check, _for_check),
    "schema": ("print the JSON Schema of project files", _schema, _for_none),
}
