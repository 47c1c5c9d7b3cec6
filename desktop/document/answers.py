"""Rows of feedback as they come out of a table, and responses as they are kept beside a project."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b, sha256
from typing import NamedTuple

from pydantic import ValidationError

from desktop.document.base import by_id
from desktop.document.project import Figure, Response, Scored

INSIDE = 2_000
"""Responses up to which a survey holds them itself; more are kept beside the project."""

MOST_SCORES = 1_000
"""Different scores that a figure holds."""

_BETWEEN = "\x1f"


class Row(NamedTuple):
    """One answer as a table says it, on its `line` from 1. `moment` is the time of day, which only tells rows apart."""

    line: int
    touchpoint: str = ""
    score: float | None = None
    comment: str = ""
    date: str = ""
    segment: str = ""
    respondent: str = ""
    question: str = ""
    scale: str = ""
    moment: str = ""


class Refused(NamedTuple):
    """A row that is not brought in: its line from 1, a code that says why, and what stands there."""

    line: int
    code: str
    text: str = ""


def identified(rows: Iterable[Row], seed: str) -> Iterator[tuple[str, Row]]:
    """Each row with an id made of what it says, so that the same row of the same survey is known again.

    Of rows that say the very same each has its own: two people may give one score on one day. `seed` is the survey's.
    """
    seen: Counter[str] = Counter()
    for row in rows:
        said = _BETWEEN.join(
            (row.touchpoint, repr(row.score), row.comment, row.date, row.moment, row.segment, row.respondent)
        )
        count = seen[said]
        seen[said] = count + 1
        yield "r" + blake2b(f"{seed}{_BETWEEN}{count}{_BETWEEN}{said}".encode(), digest_size=10).hexdigest(), row


def response_of(response_id: str, row: Row) -> Response:
    """What of a row is kept. Raises pydantic.ValidationError for what a response cannot hold."""
    _, touchpoint, score, comment, date, segment, respondent, *_ = row
    return Response(
        id=response_id,
        touchpoint=touchpoint,
        score=score,
        comment=comment,
        date=date,
        segment=segment,
        respondent=respondent,
    )


def packed(responses: Sequence[Response]) -> bytes:
    """As they stand in a file of their own: JSON, one response a line, sorted by id, so that files can be compared."""
    return b"".join(one.__pydantic_serializer__.to_json(one, exclude_defaults=True) + b"\n" for one in by_id(responses))


def unpacked(data: bytes) -> tuple[Response, ...]:
    """The responses of such a file, sorted by id. Raises ValueError where it is none."""
    try:
        return by_id(map(Response.model_validate_json, data.splitlines()))
    except ValidationError as refused:
        raise ValueError("it holds something else than responses") from refused


def digest_of(data: bytes) -> str:
    """SHA-256 in hexadecimal digits."""
    return sha256(data).hexdigest()


def file_of(digest: str) -> str:
    """The name of the file beside the project that holds the responses with this SHA-256."""
    return f"responses-{digest[:16]}.jsonl"


def folded(responses: Iterable[Response]) -> tuple[Figure, ...]:
    """What responses say, without saying who: their scores by name, segment and month, in the order of these.

    Where there are more different scores than a figure can hold, they are told as whole numbers.
    """
    asked: Counter[tuple[str, str, str]] = Counter()
    given: dict[tuple[str, str, str], Counter[float]] = {}
    for one in responses:
        key = (one.touchpoint, one.segment, one.date[:7])
        asked[key] += 1
        if one.score is not None:
            given.setdefault(key, Counter())[float(one.score)] += 1
    return tuple(_figure(key, asked[key], given.get(key, {})) for key in sorted(asked))


def _figure(key: tuple[str, str, str], asked: int, scores: Mapping[float, int]) -> Figure:
    touchpoint, segment, month = key
    if len(scores) > MOST_SCORES:
        scores = _whole(scores)
    row = tuple(Scored(score=score, people=people) for score, people in sorted(scores.items()))
    return Figure(touchpoint=touchpoint, segment=segment, month=month, asked=asked, scores=row)


def _whole(scores: Mapping[float, int]) -> Counter[float]:
    whole: Counter[float] = Counter()
    for score, people in scores.items():
        whole[float(round(score))] += people
    return whole
