"""What feedback says of a card, a step or a stage: figures, trends, segments, comments.

All of it works for responses in the project and for the figures of those that are kept beside it. Where a question or a
scale has changed, the later survey stands for those that it follows: what was asked differently is never added up.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from desktop.document.keyed import find
from desktop.document.project import Project, Response, Survey
from desktop.document.segments import Uses, listed, uses
from desktop.method.scales import SCALES
from desktop.method.scores import Histogram, csat, mean, median, nps, spread
from desktop.method.sieve import Sieve, Total, by_joined_thing, by_period, meant, names_of, of_all

RECOMMENDING, EASE = "0-10", "ces"
"""The scales of the NPS and of the CES."""

Asked = tuple[str, str]
"""Scale and question: what has both in common can be added up."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What `n` scores on a scale say, of `asked` rows; None where a figure has no meaning or nobody gave a score.

    spread: the standard deviation, None for one person. csat: a share, 0 to 1. nps: −100 to 100. ces: 1 to 7.
    low, high: the least and the greatest score given. scores: the histogram, ascending.
    """

    n: int
    asked: int
    mean: float | None = None
    median: float | None = None
    spread: float | None = None
    csat: float | None = None
    nps: float | None = None
    ces: float | None = None
    low: float | None = None
    high: float | None = None
    scale: str = ""
    question: str = ""
    scores: tuple[tuple[float, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """One period of a trend: “2026-05”, “2026-Q2” or “2026”.

    broken: asked on another scale or with another question than the point before, with which it cannot be compared.
    """

    month: str
    summary: Summary
    survey: str
    broken: bool = False


def summary(scores: Histogram, scale: str, asked: int = 0, question: str = "") -> Summary:
    """Every figure of a histogram. Scores that do not lie on the scale are not counted; a scale that is not known takes
    all of them, and has neither CSAT, NPS nor CES."""
    row = _counted(scores, scale)
    n = sum(row.values())
    if not n:
        return Summary(0, max(asked, 0), scale=scale, question=question)
    return Summary(
        n=n,
        asked=max(asked, n),
        mean=mean(row),
        median=median(row),
        spread=spread(row),
        csat=csat(row, scale),
        nps=nps(row) if scale == RECOMMENDING else None,
        ces=mean(row) if scale == EASE else None,
        low=min(row),
        high=max(row),
        scale=scale,
        question=question,
        scores=tuple(row.items()),
    )


def by_thing(project: Project, *, segment: str = "", since: str = "", until: str = "") -> dict[str, Summary]:
    """The figures of each thing that rows are joined to, by its id; where it was asked about in several ways, those
    of the question that most people answered."""
    totals = by_joined_thing(project, meant(project, Sieve(segment, since, until)))
    return {thing: _summaries(project, of_thing)[0] for thing, of_thing in totals.items()}


def all_by_thing(
    project: Project, *, segment: str = "", since: str = "", until: str = ""
) -> dict[str, tuple[Summary, ...]]:
    """As `by_thing`, with one summary for each question and scale, those of most people first."""
    totals = by_joined_thing(project, meant(project, Sieve(segment, since, until)))
    return {thing: _summaries(project, of_thing) for thing, of_thing in totals.items()}


def of_things(
    project: Project, things: Collection[str], *, segment: str = "", since: str = "", until: str = ""
) -> tuple[Summary, ...]:
    """What all rows say that are joined to any of these things, one summary for each question and scale, those of most
    people first; none without rows.

    A row counts once, however many of the things its name is joined to: a step or a stage is asked for by its own id
    and those of its touchpoints.
    """
    return _summaries(project, of_all(project, things, meant(project, Sieve(segment, since, until))))


def series(
    project: Project,
    thing: str,
    *,
    by: str = "month",
    scale: str = "",
    segment: str = "",
    since: str = "",
    until: str = "",
) -> tuple[Point, ...]:
    """The trend of what `by_thing` shows, behind that of the surveys which it follows, each in the order of time.

    by: month, quarter or year; rows whose date does not tell it are left out. Raises ValueError for another period.
    scale: the question on this scale that most people answered in place of the one on any scale; none without one.
    """
    sieve = meant(project, Sieve(segment, since, until))
    totals = of_all(project, {thing}, sieve)
    if not totals:
        return ()
    points: list[Point] = []
    for run in _runs(project, totals, scale):
        points += _points(run, thing, sieve, by, broken=bool(points))
    return tuple(points)


def segments(project: Project) -> list[str]:
    """Every segment that a row names, by the name that it goes by, in the order of the project's segments."""
    told = uses(project)
    return [segment.name for segment in listed(project) if told.get(segment.name, Uses()).answers]


def comments(project: Project, thing: str, *, segment: str = "", since: str = "", until: str = "") -> list[Response]:
    """The responses with a comment on a thing, the latest first; those that are kept beside the project are not known
    here, see `comments_among`."""
    sieve = meant(project, Sieve(segment, since, until))
    found = (
        one for survey in project.surveys for one in comments_among(survey.responses, names_of(survey.joins, {thing}))
    )
    return _latest_first(one for one in found if sieve.passes(one.segment, one.date))


def comments_among(responses: Iterable[Response], names: Collection[str]) -> list[Response]:
    """Those of the responses that have a comment on what goes by one of these names, the latest first."""
    return _latest_first(one for one in responses if one.comment and one.touchpoint in names)


def _latest_first(responses: Iterable[Response]) -> list[Response]:
    return sorted(responses, key=lambda one: (one.date, one.id), reverse=True)


def _counted(scores: Histogram, scale: str) -> dict[float, int]:
    known = SCALES.get(scale)
    return {
        score: people
        for score, people in sorted(scores.items())
        if people > 0 and (known is None or known.holds(score))
    }


def _summaries(project: Project, totals: Mapping[str, Total]) -> tuple[Summary, ...]:
    together: dict[Asked, Total] = {}
    for survey in _current(project, totals):
        total = totals[survey.id]
        together.setdefault(_asked(survey), Total()).add(total.asked, total.scores)
    found = [summary(each.scores, scale, each.asked, question) for (scale, question), each in together.items()]
    return tuple(sorted(found, key=lambda one: (-one.n, -one.asked, one.scale, one.question)))


def _current(project: Project, totals: Mapping[str, Total]) -> list[Survey]:
    """Of the surveys that have rows those which none of the others follows; ones without scores stand for no other."""
    there = {name for name, total in totals.items() if total.scores} or set(totals)
    followed = {before for name in there for before in _followed(project, name)}
    latest = there - followed or there  # nothing is the latest where they follow each other in a circle
    return [survey for survey in project.surveys if survey.id in latest]


def _followed(project: Project, survey_id: str) -> list[str]:
    """The ids of the surveys that one follows, the nearest first; a circle ends where it closes."""
    found: list[str] = []
    survey = find(project.surveys, survey_id)
    while survey and survey.follows and survey.follows not in {*found, survey_id}:
        found.append(survey.follows)
        survey = find(project.surveys, survey.follows)
    return found


def _asked(survey: Survey) -> Asked:
    return survey.scale, survey.question.strip()


def _runs(project: Project, totals: Mapping[str, Total], scale: str) -> list[list[Survey]]:
    """The surveys behind the largest summary (on a scale, where one is named) and those that they follow, from the
    first on; in a run all ask alike."""
    largest = next((one for one in _summaries(project, totals) if scale in ("", one.scale)), None)
    if largest is None:
        return []
    shown = [survey for survey in _current(project, totals) if _asked(survey) == (largest.scale, largest.question)]
    ages = {survey.id: len(_followed(project, survey.id)) for survey in project.surveys}
    wanted = {name for survey in shown for name in (survey.id, *_followed(project, survey.id))} & totals.keys()
    row = sorted(
        (survey for survey in project.surveys if survey.id in wanted),
        key=lambda survey: (ages[survey.id], _asked(survey) == _asked(shown[0]), _asked(survey), survey.id),
    )
    return [list(run) for _, run in groupby(row, key=_asked)]


def _points(run: list[Survey], thing: str, sieve: Sieve, by: str, *, broken: bool) -> list[Point]:
    periods: dict[str, Total] = {}
    for survey in run:
        for period, total in by_period(survey, {thing}, sieve, by).items():
            periods.setdefault(period, Total()).add(total.asked, total.scores)
    scale, question = _asked(run[-1])
    return [
        Point(period, summary(total.scores, scale, total.asked, question), run[-1].id, broken and place == 0)
        for place, (period, total) in enumerate(sorted(periods.items()))
    ]
