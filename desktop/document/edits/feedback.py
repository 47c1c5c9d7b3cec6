"""What customers said: rows of tables brought in without doubling any, and which touchpoint a name means."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pydantic import JsonValue, ValidationError

from desktop.document.answers import INSIDE, Refused, Row, digest_of, file_of, folded, identified, packed, response_of
from desktop.document.base import IdSource, by_id
from desktop.document.edits.parts import edited, made, the
from desktop.document.edits.references import known_thing
from desktop.document.edits.series import first, placed, series_of
from desktop.document.errors import EditError
from desktop.document.keyed import drop, find, put
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


def all_inside(survey: Survey) -> Sequence[Response]:
    """For projects all of whose responses are inside. Raises EditError where a survey's are not."""
    if survey.digest:
        raise EditError("responses.outside", title=survey.title)
    return ()


def bring_in(
    project: Project,
    title: str,
    rows: Iterable[Row],
    mapping: JsonValue,
    joins: Mapping[str, str],
    *,
    new_id: IdSource,
    date: str = "",
    kept: Kept = all_inside,
    refused: Sequence[Refused] = (),
) -> tuple[Project, Report]:
    """Rows that are not there yet become responses of the surveys with this title; the very same project where all are.

    Another question or scale is a survey of its own, which follows the one before where it begins later. `joins` says
    what names mean, by the ids of cards, stages or steps, "" for nothing on the maps; a name that is left out keeps
    what it means. `date` is today's. Beyond 2,000 responses a survey's are in the report's tables.
    """
    for thing in joins.values():
        known_thing(project, thing)
    bringing = _Bringing(project, mapping, joins, date, kept)
    for (question, scale), group in _by_question(rows):
        survey = series_of(bringing.project, title, question, scale, begins=_beginning(group), new_id=new_id)
        bringing.add(survey, group)
    return bringing.project, bringing.report(tuple(refused))


def _by_question(rows: Iterable[Row]) -> Iterable[tuple[tuple[str, str], list[Row]]]:
    """The rows of each question and scale, those first that begin first."""
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        groups.setdefault((row.question, row.scale), []).append(row)
    return sorted(groups.items(), key=lambda one: (_beginning(one[1]), one[0]))


def _beginning(rows: Iterable[Row]) -> str:
    return first(row.date for row in rows)


class _Bringing:
    """Rows on their way into a project, survey by survey."""

    def __init__(self, project: Project, mapping: JsonValue, joins: Mapping[str, str], date: str, kept: Kept) -> None:
        self.project = project
        self._mapping, self._joins, self._date, self._kept = mapping, joins, date, kept
        self._added = self._known = 0
        self._names: Counter[str] = Counter()
        self._tables: dict[str, bytes] = {}
        self._touched: list[str] = []

    def add(self, survey: Survey, rows: Sequence[Row]) -> None:
        """Brings in the rows of one question."""
        there = dict[str, Response]() if not survey.people and not survey.responses else self._there(survey)
        new = {one: row for one, row in identified(rows, survey.id) if one not in there}
        self._added, self._known = self._added + len(new), self._known + len(rows) - len(new)
        if new:
            there |= {one: _response(one, row) for one, row in new.items()}
            survey = self._filled(survey, tuple(there.values()))
        names = Counter(row.touchpoint for row in rows)
        survey = self._joined(survey, names)
        known = {join.name for join in survey.joins}
        self._names.update({name: count for name, count in names.items() if name not in known})
        self._touched.append(survey.id)
        self._put(edited(survey, mapping=self._mapping))

    def report(self, refused: tuple[Refused, ...]) -> Report:
        """What came of all of them."""
        return Report(self._added, self._known, self._names, refused, self._tables, tuple(self._touched))

    def _there(self, survey: Survey) -> dict[str, Response]:
        outside = self._kept(survey) if survey.digest else ()
        return {one.id: one for one in (*outside, *survey.responses)}

    def _filled(self, survey: Survey, responses: tuple[Response, ...]) -> Survey:
        """With these responses and no others: inside, or in a table of their own."""
        survey = edited(survey, date=self._date or survey.date)
        if len(responses) <= INSIDE:
            return edited(survey, responses=by_id(responses), figures=(), people=0, file="", digest="")
        table = packed(responses)
        digest = digest_of(table)
        self._tables[digest] = table
        return edited(
            survey,
            responses=(),
            figures=folded(responses),
            people=len(responses),
            file=file_of(digest),
            digest=digest,
        )

    def _joined(self, survey: Survey, names: Iterable[str]) -> Survey:
        told = {name: self._joins[name] for name in names if name in self._joins}
        return _with_joins(survey, told)

    def _put(self, survey: Survey) -> None:
        there = find(self.project.surveys, survey.id)
        if there is None:
            self.project = placed(self.project, survey)
        elif there is not survey:
            self.project = edited(self.project, surveys=put(self.project.surveys, survey))


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
    if all(name in before and before[name].thing == thing for name, thing in told.items()):
        return survey
    joins = before | {name: made(Join, name=name, thing=thing) for name, thing in told.items()}
    return edited(survey, joins=tuple(joins[name] for name in sorted(joins)))
