"""What customers said: rows of tables brought in without doubling any, and which touchpoint a name means."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pydantic import JsonValue, ValidationError

from desktop.collector import resting_collector
from desktop.document.answers import (
    INSIDE,
    MOST_SCORES,
    Refused,
    Row,
    digest_of,
    file_of,
    folded,
    identified,
    packed,
    response_of,
)
from desktop.document.base import IdSource, by_id
from desktop.document.edits.parts import edited, made, the
from desktop.document.edits.references import known_thing
from desktop.document.edits.series import first, placed, series_of
from desktop.document.errors import EditError
from desktop.document.keyed import drop, find, put
from desktop.document.progress import Progress, Told
from desktop.document.project import Join, Project, Response, Survey

Kept = Callable[[Survey], Sequence[Response]]
"""Gives the responses of a survey that are kept beside the project; EditError where nobody can have them."""


@dataclass(frozen=True, slots=True)
class Report:
    """How many rows were added and known already; of all of them, how many have a name that means nothing yet.

    tables: what is to be kept beside the project, by SHA-256. surveys: the ids of those that the rows belong to.
    """

    added: int = 0
    known: int = 0
    unmatched: Counter[str] = field(default_factory=Counter)
    refused: tuple[Refused, ...] = ()
    tables: Mapping[str, bytes] = field(default_factory=dict)
    surveys: tuple[str, ...] = ()


MOST_NAMES, MOST_FIGURES = 5_000, 50_000
"""Of a survey."""


def all_inside(survey: Survey) -> Sequence[Response]:
    """For projects all of whose responses are inside. Raises EditError where a survey's are not."""
    if survey.digest:
        raise EditError("responses.outside", title=survey.title)
    return ()


def bring_in(
    project: Project,
    title: str,
    rows: Sequence[Row],
    mapping: JsonValue,
    joins: Mapping[str, str],
    *,
    new_id: IdSource,
    date: str = "",
    kept: Kept = all_inside,
    refused: Sequence[Refused] = (),
    told: Told | None = None,
) -> tuple[Project, Report]:
    """Rows that are not there yet become responses of the surveys with this title; the very same project where all are.

    Another question or scale is a survey of its own, which follows the one before where it begins later. `joins` says
    what names mean, by the ids of cards, stages or steps, "" for nothing on the maps; a name that is left out keeps
    what it means. `date` is today's. Beyond 2,000 responses a survey's are in the report's tables.

    told(share): how far it is, 0 to 1. Raises CancelledError where it answers False, EditError where rows cannot be
    brought in; EditError `responses.outside` where nobody can tell which rows a survey has already.
    """
    for thing in joins.values():
        known_thing(project, thing)
    progress = Progress(told, len(rows))
    bringing = _Bringing(project, mapping, joins, date=date, kept=kept, progress=progress)
    with resting_collector():
        for (question, scale), group in _by_question(rows):
            begins = first(row.date for row in group)
            bringing.add(series_of(bringing.project, title, question, scale, begins=begins, new_id=new_id), group)
    return bringing.project, bringing.report(tuple(refused))


def _by_question(rows: Iterable[Row]) -> Iterable[tuple[tuple[str, str], list[Row]]]:
    """The rows of each question and scale, those first that begin first."""
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        groups.setdefault((row.question, row.scale), []).append(row)
    return sorted(groups.items(), key=lambda one: (first(row.date for row in one[1]), one[0]))


class _Bringing:
    """Rows on their way into a project, survey by survey."""

    def __init__(
        self,
        project: Project,
        mapping: JsonValue,
        joins: Mapping[str, str],
        *,
        date: str,
        kept: Kept,
        progress: Progress,
    ) -> None:
        self.project = project
        self._mapping, self._joins, self._date, self._kept = mapping, joins, date, kept
        self._progress = progress
        self._added = self._known = 0
        self._unmatched: Counter[str] = Counter()
        self._tables: dict[str, bytes] = {}
        self._touched: list[str] = []

    def add(self, survey: Survey, rows: Sequence[Row]) -> None:
        """Brings in the rows of one question."""
        there = {one.id: one for one in self._held(survey)}
        new = [_response(one, row) for one, row in self._progress.of(identified(rows, survey.id)) if one not in there]
        if new:
            survey = self._filled(survey, (*there.values(), *new))
        survey = self._joined(edited(survey, mapping=self._mapping), rows)
        self._added, self._known = self._added + len(new), self._known + len(rows) - len(new)
        self._touched.append(survey.id)
        known = find(self.project.surveys, survey.id)
        if known is None:
            self.project = placed(self.project, survey)
        else:
            self.project = edited(self.project, surveys=put(self.project.surveys, survey))

    def report(self, refused: tuple[Refused, ...]) -> Report:
        """What came of all of them."""
        tables = {one.digest: self._tables[one.digest] for one in self.project.surveys if one.digest in self._tables}
        return Report(self._added, self._known, self._unmatched, refused, tables, tuple(self._touched))

    def _held(self, survey: Survey) -> Iterable[Response]:
        """What the survey has already."""
        if survey.figures and not survey.digest:
            raise EditError("responses.outside", title=survey.title)
        return (*(self._kept(survey) if survey.digest else ()), *survey.responses)

    def _filled(self, survey: Survey, responses: tuple[Response, ...]) -> Survey:
        """With these responses and no others: inside, or in a table of their own."""
        survey = edited(survey, date=self._date or survey.date)
        if len(responses) <= INSIDE:
            return edited(survey, responses=by_id(responses), figures=(), people=0, file="", digest="")
        table, figures = packed(responses), folded(responses)
        if len(figures) > MOST_FIGURES or any(len(one.scores) > MOST_SCORES for one in figures):
            raise EditError("feedback.figures")
        digest = digest_of(table)
        self._tables[digest] = table
        fields = {"people": len(responses), "file": file_of(digest), "digest": digest}
        return edited(survey, responses=(), figures=figures, **fields)

    def _joined(self, survey: Survey, rows: Iterable[Row]) -> Survey:
        """With what is said of its names; the others are counted."""
        names = Counter(row.touchpoint for row in rows if row.touchpoint)
        survey = _with_joins(survey, {name: self._joins[name] for name in names if name in self._joins})
        known = {join.name for join in survey.joins}
        self._unmatched.update({name: count for name, count in names.items() if name not in known})
        return survey


def _response(response_id: str, row: Row) -> Response:
    try:
        return response_of(response_id, row)
    except ValidationError as refused:
        raise EditError("feedback.row", line=str(row.line)) from refused


def join(project: Project, survey_id: str, name: str, thing: str) -> Project:
    """What a name of a survey's table means: a card, a stage or a step; "" for nothing on the maps."""
    known_thing(project, thing)
    survey = _with_joins(the(project.surveys, survey_id), {name: thing})
    return edited(project, surveys=put(project.surveys, survey))


def part(project: Project, survey_id: str, name: str) -> Project:
    """A name means nothing yet again."""
    survey = the(project.surveys, survey_id)
    rest = tuple(one for one in survey.joins if one.name != name)
    return edited(project, surveys=put(project.surveys, edited(survey, joins=rest)))


def remove_survey(project: Project, survey_id: str) -> Project:
    """Without a survey and its responses; one that followed it follows what it followed itself."""
    gone = the(project.surveys, survey_id)
    heirs = (edited(one, follows=gone.follows) for one in project.surveys if one.follows == survey_id)
    return edited(project, surveys=drop(put(project.surveys, *heirs), {survey_id}))


def _with_joins(survey: Survey, told: Mapping[str, str]) -> Survey:
    """Sorted by their names, so that two people's joins stand in one order."""
    before = {one.name: one for one in survey.joins}
    if len(before.keys() | told.keys()) > MOST_NAMES:
        raise EditError("feedback.names", most=f"{MOST_NAMES:,}")
    if all(name in before and before[name].thing == thing for name, thing in told.items()):
        return survey
    joins = before | {name: made(Join, name=name, thing=thing) for name, thing in told.items()}
    return edited(survey, joins=tuple(joins[name] for name in sorted(joins)))
