"""Surveys in a line each: responses to names that are joined to things of the small map of `desks`."""

from desktop.document.base import by_id, changed
from desktop.document.project import Figure, Join, Response, Scored, Survey
from tests.desks import small_map

JOINS = (
    Join(name="Doing", thing="c1"),
    Join(name="Meal", thing="c3"),
    Join(name="Second", thing="s1"),
    Join(name="Weather", thing=""),
)


def response(number, touchpoint, score, **fields):
    return Response(id=f"r{number:03}", touchpoint=touchpoint, score=score, **fields)


def answers(*pairs, **fields):
    """A response for every pair of name and score."""
    return tuple(response(number, name, score, **fields) for number, (name, score) in enumerate(pairs))


def survey(*pairs, **fields):
    """A survey on the scale from 1 to 5 with these pairs of name and score."""
    known = {
        "id": "sv",
        "title": "Guests",
        "question": "How was it?",
        "scale": "1-5",
        "date": "2026-05",
        "joins": JOINS,
    }
    return Survey(**{**known, "responses": answers(*pairs), **fields})


def kept_outside(*figures, **fields):
    """The same with nothing but figures: name, segment, month, and scores with how many people gave each."""
    own = tuple(
        Figure(
            touchpoint=name,
            segment=segment,
            month=month,
            asked=sum(scores.values()),
            scores=tuple(Scored(score=score, people=people) for score, people in scores.items()),
        )
        for name, segment, month, scores in figures
    )
    return survey(**{"responses": (), "figures": own, **fields})


def asked(*surveys, **fields):
    """The small map with these surveys."""
    return changed(small_map(**fields), surveys=by_id(surveys))
