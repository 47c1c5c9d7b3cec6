"""Surveys for tests: rows written as short tuples, joined to things by what they are called."""

from itertools import count

from desktop.document.answers import folded
from desktop.document.base import by_id
from desktop.document.project import Join, Project, Response, Survey

FIELDS = ("touchpoint", "score", "date", "segment", "comment")


def rows(*told, prefix="r"):
    """Responses of (touchpoint, score, date, segment, comment), each as far as it is told."""
    numbers = count()
    return by_id(Response(id=f"{prefix}{next(numbers):04}", **dict(zip(FIELDS, row, strict=False))) for row in told)


def survey(survey_id, *told, joins=(), **fields):
    """One survey; `joins` are (name, thing)."""
    joined = tuple(Join(name=name, thing=thing) for name, thing in joins)
    return Survey(id=survey_id, joins=joined, responses=rows(*told, prefix=f"{survey_id}-"), **fields)


def outside(inside):
    """The same survey with its responses kept elsewhere: only what they say is left."""
    return inside.model_copy(update={"responses": (), "figures": folded(inside.responses), "digest": "ab" * 32})


def project(*surveys):
    return Project(id="project", surveys=by_id(surveys))
