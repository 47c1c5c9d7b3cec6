"""The rows of surveys, added up: those of some names, of one segment, from one date to another."""

from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from desktop.document.project import Join, Project, Survey
from desktop.document.segments import words_of
from desktop.method.scores import Histogram

PERIODS = ("month", "quarter", "year")


@dataclass(frozen=True, slots=True)
class Sieve:
    """Which rows count: of one segment, from one date to another, both included; "" for all.

    Dates are compared as far as both are told: a month passes where any of its days would. Once a date is asked for, a
    row without one does not pass. words: what tables call the segment, besides its name.
    """

    segment: str = ""
    since: str = ""
    until: str = ""
    words: frozenset[str] = frozenset()

    def passes(self, segment: str, date: str) -> bool:
        if self.segment and segment != self.segment and segment not in self.words:
            return False
        if not (self.since or self.until):
            return True
        after = date[: len(self.since)] >= self.since[: len(date)]
        before = date[: len(self.until)] <= self.until[: len(date)]
        return bool(date) and after and before


EVERYTHING = Sieve()


def meant(project: Project, sieve: Sieve) -> Sieve:
    """The sieve with all words that stand for its segment in a project's tables."""
    return replace(sieve, words=words_of(project, sieve.segment)) if sieve.segment else sieve


@dataclass(frozen=True, slots=True)
class Cell:
    """What some rows say that have name, segment and date in common; a response is a cell of its own."""

    name: str
    segment: str
    date: str
    asked: int
    scores: Histogram


@dataclass(slots=True)
class Total:
    """Rows, and how many people gave each score."""

    asked: int = 0
    scores: Counter[float] = field(default_factory=Counter)

    def add(self, asked: int, scores: Histogram) -> None:
        """Adds what a cell says, or another total."""
        self.asked += asked
        for score, people in scores.items():
            self.scores[score] += people


Totals = dict[str, dict[str, Total]]
"""By what was asked for, then by the survey's id."""


def cells(survey: Survey, names: Container[str] | None = None) -> Iterator[Cell]:
    """What a survey's rows say, whether they are in the project or only their figures; of these names, or of all."""
    for one in survey.figures:
        if names is None or one.touchpoint in names:
            scores = {given.score: given.people for given in one.scores}
            yield Cell(one.touchpoint, one.segment, one.month, one.asked, scores)
    for row in () if survey.figures else survey.responses:
        if names is None or row.touchpoint in names:
            yield Cell(row.touchpoint, row.segment, row.date, 1, {} if row.score is None else {row.score: 1})


def by_joined_thing(project: Project, sieve: Sieve = EVERYTHING) -> Totals:
    """By the id of each thing that a name is joined to; in one walk through all rows."""
    totals: Totals = {}
    for survey in project.surveys:
        _add_up(totals, survey, _keys((join.name, join.thing) for join in survey.joins), sieve)
    return totals


def of_all(project: Project, things: Collection[str], sieve: Sieve = EVERYTHING) -> dict[str, Total]:
    """Of all the things together, by survey; a row counts once, however many of them its name is joined to."""
    totals: Totals = {}
    for survey in project.surveys:
        _add_up(totals, survey, {name: {""} for name in names_of(survey.joins, things)}, sieve)
    return totals.get("", {})


def by_period(survey: Survey, things: Collection[str], sieve: Sieve, by: str) -> dict[str, Total]:
    """Of all the things together, by period; rows whose date does not tell it are left out. Raises ValueError for a
    period that is none of PERIODS."""
    names = names_of(survey.joins, things)
    totals: dict[str, Total] = {}
    for cell in cells(survey, names):
        if sieve.passes(cell.segment, cell.date) and (period := period_of(cell.date, by)):
            totals.setdefault(period, Total()).add(cell.asked, cell.scores)
    return totals


def names_of(joins: Iterable[Join], things: Collection[str]) -> frozenset[str]:
    """The names that are joined to any of these things."""
    return frozenset(join.name for join in joins if join.thing and join.thing in things)


def period_of(date: str, by: str) -> str:
    """“2026-05”, “2026-Q2” or “2026”; "" for a date that does not tell it. Raises ValueError for another period."""
    if by not in PERIODS:
        raise ValueError(f"{by} is none of {', '.join(PERIODS)}")
    if by == "year":
        return date[:4]
    if len(date) < len("2026-05"):
        return ""
    return date[:7] if by == "month" else f"{date[:4]}-Q{(int(date[5:7]) + 2) // 3}"


def _keys(joins: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    keys: dict[str, set[str]] = {}
    for name, thing in joins:
        if thing:
            keys.setdefault(name, set()).add(thing)
    return keys


def _add_up(totals: Totals, survey: Survey, keys: Mapping[str, Collection[str]], sieve: Sieve) -> None:
    for cell in cells(survey, keys):
        if sieve.passes(cell.segment, cell.date):
            for key in keys[cell.name]:
                totals.setdefault(key, {}).setdefault(survey.id, Total()).add(cell.asked, cell.scores)
