"""The command `feedback`: a table of answers, or of what came of a test, brought into a project file.

Exit status: 0 when every row is in and every name means something, 1 where rows were refused or names are open, 2 when
nothing could be brought in.
"""

import argparse
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop import resources
from desktop.cli.choosing import chosen_map
from desktop.cli.hinting import today
from desktop.cli.remembering import check_writable, rewrite, tables_of
from desktop.cli.speech import CommandError, say, say_json
from desktop.desk import intake
from desktop.desk.intake import NOTHING, Name, Reading
from desktop.desk.testresults import with_results
from desktop.document.answers import Refused
from desktop.document.cards import Card
from desktop.document.edits.feedback import Report
from desktop.document.errors import EditError
from desktop.document.ids import Ids, ids_of
from desktop.document.journey import JourneyMap
from desktop.document.locate import cards_of
from desktop.document.meanings import Suggestion, answered
from desktop.document.project import Project, Response, Survey
from desktop.exchange.columns import ROLES, Outcomes
from desktop.exchange.headwords import plain
from desktop.method.scales import SCALES
from desktop.storage import reader
from desktop.storage.errors import StorageError
from desktop.storage.files import HIGHEST_LIMIT, load
from desktop.storage.reader import Opened

DONE, LEFT = 0, 1
SHOWN = 10
"""Refused rows and open names that are told; the others are counted."""

Arguments = argparse.Namespace


def add_feedback(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", type=Path, help="the project; it is written anew")
    command.add_argument("table", metavar="TABLE", type=Path, help="CSV, TSV, XLSX, XLS or ODS")
    command.add_argument(
        "--map-columns",
        metavar="ROLE=COLUMN,…",
        help=f"columns by their heads or numbers from 1, as one of {', '.join((*ROLES, intake.WIDE))}",
    )
    command.add_argument(
        "--scale",
        metavar="[QUESTION=]SCALE",
        action="append",
        default=[],
        help=f"of the scores, or of the answers to one question; told by the table unless said: {', '.join(SCALES)}",
    )
    command.add_argument("--survey", metavar="TITLE", help="that the rows belong to; named like the table unless said")
    command.add_argument(
        "--map",
        metavar="NAME",
        help="the map that names are looked for on first, by its title or id; the first current one unless said",
    )
    command.add_argument(
        "--join",
        metavar="NAME=THING",
        action="append",
        default=[],
        help="what a name of the table means: a touchpoint, stage or step by its text or id, or nothing",
    )
    command.add_argument("--card", metavar="TEXT", help="the experiment that a table of variants belongs to")
    command.add_argument("--sheet", metavar="NAME", default="", help="of a workbook; the largest unless said")
    command.add_argument("--dry-run", action="store_true", help="only tell what would be done")
    command.add_argument("--json", action="store_true", help="tell it for other programs")


def run_feedback(arguments: Arguments) -> int:
    """What the table is, tells which of both is done."""
    opened = reader.read(arguments.file)
    if not arguments.dry_run:
        check_writable(opened, arguments.file)
    journey = chosen_map(opened.project, arguments.map, arguments.file)
    if arguments.map is None:
        journey = answered(opened.project, journey)
    try:
        reading = _read(arguments, opened.project)
        run = _test if reading.shape.is_test else _answers
        return run(arguments, opened, journey, reading)
    except EditError as error:
        raise CommandError(f"“{arguments.table}”: {_sentence(error)}") from error


def _sentence(error: EditError) -> str:
    words = resources.words("en")
    form = words(f"refused.{error.code}")
    return form.format(**error.arguments) if form != f"refused.{error.code}" else words("refused.other")


def _read(arguments: Arguments, project: Project) -> Reading:
    data = load(arguments.table, HIGHEST_LIMIT)
    reading = intake.read(data, arguments.table.name, project, sheet=arguments.sheet)
    for role, column in _told_columns(arguments.map_columns or "", reading.heads):
        reading = intake.with_role(reading, column, role)
    for told in arguments.scale:
        reading = _scaled(reading, told)
    if arguments.survey:
        reading = intake.with_title(reading, arguments.survey)
    if reading.missing:
        raise CommandError(f"“{arguments.table}”: {_MISSING[reading.missing]}; say which with --map-columns.")
    return reading


def _scaled(reading: Reading, told: str) -> Reading:
    """With a scale for all scores, or for those of a question. Raises CommandError."""
    question, _, scale = (part.strip() for part in told.rpartition("="))
    if scale not in SCALES:
        raise CommandError(f"There is no scale “{scale}”; there are {', '.join(SCALES)}.")
    if not question:
        return intake.with_scale(reading, scale)
    called = [one for one in reading.questions if plain(one) == plain(question)]
    if not called:
        there = ", ".join(f"“{one}”" for one in reading.questions) or "one at most"
        raise CommandError(f"The table has no question “{question}”; it has {there}.")
    return intake.with_scale_of(reading, called[0], scale)


_MISSING = {
    "answers": "no column holds scores or comments",
    "names": "no column names touchpoints or stages",
    "test": "a test needs columns of variants and of conversions",
}


def _told_columns(told: str, heads: Sequence[str]) -> Iterator[tuple[str, int]]:
    for pair in filter(None, told.split(",")):
        role, _, column = (part.strip() for part in pair.partition("="))
        if role not in (*ROLES, intake.WIDE):
            raise CommandError(f"There is no role “{role}”; there are {', '.join((*ROLES, intake.WIDE))}.")
        yield role, _column(column, heads)


def _column(told: str, heads: Sequence[str]) -> int:
    named = [at for at, head in enumerate(heads) if plain(head) == plain(told) and head]
    if len(named) == 1:
        return named[0]
    if told.isdecimal() and 1 <= int(told) <= len(heads):
        return int(told) - 1
    raise CommandError(f"The table has no column “{told}”; it has {', '.join(f'“{head}”' for head in heads if head)}.")


def _answers(arguments: Arguments, opened: Opened, journey: JourneyMap, reading: Reading) -> int:
    rows = intake.answers(reading)
    named = [_joined(name, arguments.join, journey) for name in intake.names(rows, opened.project, journey)]
    tables = tables_of(arguments.file)

    def kept(survey: Survey) -> Sequence[Response]:
        try:
            return tables.responses(survey)
        except StorageError as error:
            raise EditError("responses.outside", title=survey.title) from error

    new_id = Ids(secrets.randbits, ids_of(opened.project))
    project, report = intake.bring(opened.project, reading, rows, named, new_id=new_id, date=today(), kept=kept)
    if not arguments.dry_run:
        tables.keep(report.tables)
        rewrite(opened, arguments.file, project)
    left = [name for name in named if name.open]
    if arguments.json:
        say_json(_told(arguments, reading, report, left))
    else:
        say(_lines(reading, report, left))
    return LEFT if left or report.refused else DONE


def _joined(name: Name, told: Sequence[str], journey: JourneyMap) -> Name:
    """A name with what was said that it means."""
    for pair in told:
        text, found, thing = pair.rpartition("=")
        if found and text.strip() == name.text:
            return replace(name, thing=_thing(thing.strip(), journey))
    return name


def _thing(told: str, journey: JourneyMap) -> str:
    """The id of what is called so; of several the first touchpoint, then a step, a stage, another card."""
    if not told:
        return NOTHING
    cards = sorted(cards_of(journey), key=lambda card: card.kind != "touchpoint")
    points = [(card.id, card.text) for card in cards]
    meant = sum(card.kind == "touchpoint" for card in cards)
    steps = [(step.id, step.title) for stage in journey.stages for step in stage.steps]
    stages = [(stage.id, stage.title) for stage in journey.stages]
    for thing, text in (*points[:meant], *steps, *stages, *points[meant:]):
        if told == thing or told.casefold() == text.casefold():
            return thing
    raise CommandError(f"There is no “{told}” on the map “{journey.title}”.")


def _lines(reading: Reading, report: Report, left: Sequence[Name]) -> Iterator[str]:
    yield f"{_count(report.added, 'row')} added, {report.known:,} known already"
    for question, scale in reading.shape.asked.items():
        yield f"“{question}” was answered on " + (f"the scale {scale}" if scale else "no scale that is known")
    yield from _refusals(report.refused)
    for name in left[:SHOWN]:
        like = f": perhaps {_spoken(name.suggested[0])}" if name.suggested else ""
        yield f"“{name.text}” ({_count(name.rows, 'row')}) means nothing yet{like}"
    if left[SHOWN:]:
        yield f"{_count(len(left) - SHOWN, 'more name')} without a meaning"


def _spoken(one: Suggestion) -> str:
    """“the step “Pays” (Leave)”."""
    return f"the {one.kind} “{one.text}”" + (f" ({one.where})" if one.where else "")


def _refusals(refused: Sequence[Refused]) -> Iterator[str]:
    words = resources.words("en")
    for line, code, text in refused[:SHOWN]:
        yield words(f"feedback.row.{code}").format(line=line, text=text)
    if refused[SHOWN:]:
        yield f"{_count(len(refused) - SHOWN, 'more row')} refused"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def _told(arguments: Arguments, reading: Reading, report: Report, left: Sequence[Name]) -> dict[str, Any]:
    return {
        "file": str(arguments.file),
        "survey": reading.title,
        "surveys": list(report.surveys),
        "scale": reading.shape.scale,
        "questions": dict(reading.shape.asked),
        "columns": {role: reading.heads[at] or at + 1 for role, at in reading.shape.columns.items()},
        "added": report.added,
        "known": report.known,
        "refused": _refused(report.refused),
        "open": [{"name": name.text, "rows": name.rows, **_like(name)} for name in left],
    }


def _like(name: Name) -> dict[str, Any]:
    """What a name may mean by what it is called, and at length."""
    fields = ("thing", "kind", "text", "where", "map", "likeness")
    told = [{field: getattr(one, field) for field in fields} for one in name.suggested]
    return {"like": [one.text for one in name.suggested], "suggested": told}


def _refused(refused: Sequence[Refused]) -> list[dict[str, Any]]:
    return [{"line": one.line, "code": one.code, "text": one.text} for one in refused]


def _test(arguments: Arguments, opened: Opened, journey: JourneyMap, reading: Reading) -> int:
    found = intake.outcomes(reading)
    card = _experiment(arguments, journey)
    project = with_results(opened.project, journey.id, card.id, found.outcomes, today())
    if not arguments.dry_run:
        rewrite(opened, arguments.file, project)
    if arguments.json:
        say_json(_told_test(arguments, card, found))
    else:
        say(f"{one.variant}: {one.conversions:,} of {one.visitors:,}" for one in found.outcomes)
        say(_refusals(found.refused))
    return LEFT if found.refused else DONE


def _experiment(arguments: Arguments, journey: JourneyMap) -> Card:
    cards = [card for card in cards_of(journey) if card.kind == "experiment"]
    if arguments.card:
        cards = [card for card in cards if arguments.card in (card.id, card.text)]
    if len(cards) != 1:
        how = "no experiment" if not cards else f"{len(cards)} experiments"
        called = f" “{arguments.card}”" if arguments.card else ""
        raise CommandError(f"The map “{journey.title}” has {how}{called}; name one with --card.")
    return cards[0]


def _told_test(arguments: Arguments, card: Card, found: Outcomes) -> dict[str, Any]:
    outcomes = [
        {"variant": one.variant, "visitors": one.visitors, "conversions": one.conversions} for one in found.outcomes
    ]
    return {"file": str(arguments.file), "card": card.id, "outcomes": outcomes, "refused": _refused(found.refused)}
