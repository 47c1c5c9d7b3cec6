"""Surveys that go on with one another: which one a question belongs to, and which one it follows."""

from collections.abc import Iterable
from hashlib import blake2b

from desktop.document.base import IdSource, in_order
from desktop.document.edits.parts import added, edited, made
from desktop.document.ids import ids_of
from desktop.document.project import Project, Survey

BETWEEN = " – "
LONGEST = 500
"""Letters of a title."""


def series_of(project: Project, title: str, question: str, scale: str, *, begins: str, new_id: IdSource) -> Survey:
    """The survey of this title that asks so, or a new one, which the project does not hold yet.

    A new one follows the latest of the title if it begins in a later month, or if nobody knows when one of them began;
    two questions that were asked from the same month on are two surveys, and the title of the second names its question
    or its scale.
    """
    mine = [one for one in in_order(project.surveys) if _is_of(one, title, question, scale)]
    for survey in mine:
        if (survey.question, survey.scale) == (question, scale):
            return survey
    last = _last([one for one in mine if _same(one.title, title)])
    follows = last is None or _later(begins, beginning(last))
    own = "s" + blake2b("\x1f".join((title.casefold(), question, scale)).encode(), digest_size=8).hexdigest()
    return made(
        Survey,
        id=new_id() if own in set(ids_of(project)) else own,  # of two people who bring in the same table, the same
        title=title if follows else _branch(title, question, scale),
        question=question,
        scale=scale,
        follows=last.id if last and follows else "",
    )


def placed(project: Project, survey: Survey) -> Project:
    """With a new survey behind the others."""
    return edited(project, surveys=added(project.surveys, survey))


def is_branch(title: str, of: str) -> bool:
    """Whether a title is that of a series, or of what else was asked in it."""
    return _same(title, of) or title.casefold().startswith(f"{of}{BETWEEN}".casefold())


def beginning(survey: Survey) -> str:
    """When its first answer was given, as far as that is known; "" where it is not."""
    inside = (response.date for response in survey.responses)
    outside = (figure.month for figure in survey.figures)
    return first((*inside, *outside))


def first(dates: Iterable[str]) -> str:
    """The earliest of dates as ISO writes them; "" where all are unknown."""
    return min(filter(None, dates), default="")


def _is_of(survey: Survey, title: str, question: str, scale: str) -> bool:
    return _same(survey.title, title) or _same(survey.title, _branch(title, question, scale))


def _branch(title: str, question: str, scale: str) -> str:
    """The title of what is asked beside; the bare one where nobody knows what was asked."""
    asked = question or scale
    return f"{title}{BETWEEN}{asked}"[:LONGEST] if asked else title


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def _last(row: list[Survey]) -> Survey | None:
    """The one that none of the others follows."""
    followed = {survey.follows for survey in row}
    return next((survey for survey in reversed(row) if survey.id not in followed), None)


def _later(begins: str, before: str) -> bool:
    return not begins or not before or begins[:7] > before[:7]
