"""The command `export`: a map, or every edition of a project, as files."""

import argparse
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from pydantic import JsonValue

from desktop.cli.checking import findings_of
from desktop.cli.choosing import chosen_map
from desktop.cli.remembering import check_writable, remember
from desktop.cli.speech import CommandError, complain, say_json
from desktop.cli.wishes import wished
from desktop.document.base import in_order
from desktop.document.journey import JourneyMap, Lane, Stage
from desktop.document.project import Edition, Project
from desktop.plan.settings import Settings
from desktop.poster.companions import companion
from desktop.poster.editions import map_of, named, pdf_names, settings_of
from desktop.poster.export import Options, export
from desktop.poster.keeping import digest
from desktop.poster.refusals import PosterError
from desktop.poster.report import Report
from desktop.resources import use_fonts
from desktop.storage.assets import Asset
from desktop.storage.atomic import write_file
from desktop.storage.errors import StorageError
from desktop.storage.reader import Opened, read

FORMATS = ("pdf", "svg", "png")
Arguments = argparse.Namespace
Pins = dict[str, JsonValue]
"""By edition where everything stands on its print."""


def run_export(arguments: Arguments) -> int:
    """Writes the files; 0 when all are written."""
    if (arguments.out is None) == (arguments.all_editions is None):
        raise CommandError(
            "Name a file to write, or a folder with --all-editions, but not both; see journeywall --help."
        )
    if arguments.beside and arguments.all_editions is not None:
        raise CommandError(f"--{arguments.beside} is of one print; name a file for it, and the edition.")
    if arguments.pin and arguments.edition is None and arguments.all_editions is None:
        raise CommandError("--pin is of editions; name one with --edition, or print them all with --all-editions.")
    _use_fonts(arguments.font or ())
    opened = read(arguments.file)
    if arguments.pin:
        check_writable(opened, arguments.file, "; leave out --pin")
    pins: Pins = {}
    if arguments.all_editions is None:
        told: object = _one(opened, arguments, pins)
    else:
        told = _all(opened, arguments, pins)
    if arguments.pin:
        remember(opened, arguments.file, pins)
    _warn_of_findings(opened, arguments.file)
    if arguments.json:
        say_json(told, f"“{arguments.out or arguments.all_editions}” is written, but what came out")
    return 0


def _use_fonts(paths: Sequence[Path]) -> None:
    """These fonts besides the program's own. Raises StorageError for one that cannot be used."""
    for trouble in use_fonts(paths) if paths else ():
        raise trouble


def _one(opened: Opened, arguments: Arguments, pins: Pins) -> Mapping[str, object]:
    out: Path = arguments.out
    form = out.suffix[1:].lower()
    if form not in FORMATS:
        raise CommandError(f"“{out}” must end in .pdf, .svg or .png.")
    if _same(out, arguments.file):
        raise CommandError(f"“{out}” is the project itself; choose another name.")
    edition = _edition(opened.project, arguments)
    journey = _map(opened.project, arguments, edition)
    before = settings_of(edition) if edition else Settings(paper="")
    settings = _chosen(wished(arguments, before, paged=form == "pdf"), journey, arguments)
    if arguments.beside:
        return _beside(opened, journey, settings, arguments)
    if arguments.pin and digest(settings) != digest(before):
        raise CommandError("--pin remembers an edition as it says; leave out the options that change it.")
    report = _written(opened, journey, settings, out, arguments)
    if edition is not None:
        _note(edition, report, pins, asked=arguments.pin)
    return {"file": str(out), **report.told()}


def _beside(opened: Opened, journey: JourneyMap, settings: Settings, arguments: Arguments) -> Mapping[str, object]:
    """The test sheet or the ticket of the print that these options would make."""
    out: Path = arguments.out
    if out.suffix.lower() != ".pdf":
        raise CommandError(f"--{arguments.beside} is a page to print: “{out}” must end in .pdf.")
    with _blamed(arguments.file):
        data = companion(
            arguments.beside, opened.project, _sound(opened), journey.id, settings, file=arguments.file.name
        )
    write_file(out, data)
    return {"file": str(out), "page": arguments.beside}


def _all(opened: Opened, arguments: Arguments, pins: Pins) -> list[Mapping[str, object]]:
    project, folder = opened.project, arguments.all_editions
    names = pdf_names(project)
    if not names:
        raise CommandError(f"“{arguments.file}” has no editions; save one in the dialog of Print on the wall.")
    if not folder.is_dir():
        raise CommandError(f"“{folder}” is not a folder; make it first, or name another.")
    plans = [(each, _map(project, arguments, each), settings_of(each)) for each in in_order(project.editions)]
    told: list[Mapping[str, object]] = []
    for each, journey, settings in plans:
        report = _written(opened, journey, settings, folder / names[each.id], arguments)
        _note(each, report, pins)
        told.append({"edition": each.title, "file": str(folder / names[each.id]), **report.told()})
    return told


def _note(edition: Edition, report: Report, pins: Pins, *, asked: bool = False) -> None:
    if report.pin is not None:
        pins[edition.id] = report.pin
    elif asked:
        complain(f"warning: the edition “{edition.title}” does not keep places, so there is nothing to remember")


def _written(opened: Opened, journey: JourneyMap, settings: Settings, out: Path, arguments: Arguments) -> Report:
    options = Options(arguments.dpi, arguments.outlines)
    form, file = out.suffix[1:].lower(), arguments.file.name
    with _blamed(arguments.file):
        data, report = export(opened.project, _sound(opened), journey.id, form, settings, options=options, file=file)
    write_file(out, data)
    for warning in report.warnings:
        complain(f"warning: {warning}")
    return report


def _sound(opened: Opened) -> dict[str, Asset]:
    """The pictures and fonts that are as they were put in."""
    return {key: asset for key, asset in opened.assets.items() if key not in opened.damaged}


@contextmanager
def _blamed(file: Path) -> Iterator[None]:
    """What cannot be printed is said of this file, unless it is about the options."""
    try:
        yield
    except PosterError:
        raise
    except StorageError as error:
        error.path = error.path or file
        raise


def _edition(project: Project, arguments: Arguments) -> Edition | None:
    """The edition that was asked for."""
    if arguments.edition is None:
        return None
    found = named(project, arguments.edition)
    if len(found) == 1:
        return found[0]
    if found:
        raise CommandError(f"{len(found)} editions are called “{arguments.edition}”; name one by its id.")
    known = ", ".join(f"“{each.title}”" for each in in_order(project.editions)) or "none"
    raise CommandError(f"“{arguments.file}” has no edition “{arguments.edition}”; it has {known}.")


def _map(project: Project, arguments: Arguments, edition: Edition | None) -> JourneyMap:
    """The map with this id or title, else the edition's, else the first one people see."""
    maps = in_order(project.maps)
    wanted: str | None = arguments.map
    if wanted is None and edition is not None and maps:
        wanted = map_of(project, edition, maps[0].id)
    return chosen_map(project, wanted, arguments.file)


def _chosen(settings: Settings, journey: JourneyMap, arguments: Arguments) -> Settings:
    """With the stages and lanes that were named by title or id."""
    if arguments.stages is None and arguments.lanes is None:
        return settings
    stages = tuple(_ids(journey.stages, arguments.stages or (), "stage"))
    lanes = tuple(_ids(journey.lanes, arguments.lanes or (), "lane"))
    scope = "chosen" if settings.scope == "whole" else settings.scope
    return replace(settings, scope=scope, stages=stages, lanes=lanes)


def _ids(things: Collection[Stage] | Collection[Lane], wanted: Sequence[str], kind: str) -> Iterator[str]:
    for name in wanted:
        found = [each.id for each in things if name == each.id or name.casefold() == each.title.casefold()]
        if not found:
            raise CommandError(f"There is no {kind} “{name}” on this map.")
        yield from found


def _warn_of_findings(opened: Opened, file: Path) -> None:
    """Tells what may be wrong with a project that is printed all the same."""
    count = sum(finding.severity != "note" for finding in findings_of(opened))
    if count:
        found = "1 finding" if count == 1 else f"{count} findings"
        complain(f"warning: “{file}” has {found}; see `journeywall check {file}`")


def _same(out: Path, file: Path) -> bool:
    try:
        return out.samefile(file)
    except (OSError, ValueError):  # there is no such output yet
        return False
