"""The times of a running agenda: what was planned, what happened, and what that does to the rest.

All times are seconds on a clock that the caller reads; its zero means nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from desktop.document.journey import AgendaPoint

MINUTE = 60.0
LEAST = 1 / 3
"""The share of its minutes that every point keeps, however late it is."""


class State(Enum):
    """Where a point is in the run."""

    OVER = "over"
    SKIPPED = "skipped"
    NOW = "now"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Turn:
    """How a point that has begun is going: when it first began, the seconds that it was given and those it has used
    up before it last went on, and when it ended, None until then. `minutes`: what the agenda said when it began."""

    began: float
    given: float
    minutes: int
    used: float = 0.0
    ended: float | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """What has happened so far. `point` is the current one and `since` when it last went on, None while it rests.

    `until` is the end that was agreed. With `keep` the rest is squeezed to keep it, without it the end moves.
    """

    until: float
    point: str
    since: float | None
    turns: Mapping[str, Turn] = field(default_factory=dict)
    skipped: frozenset[str] = frozenset()
    keep: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """A point with its times: what they were, are, or will be as things stand."""

    point: AgendaPoint
    start: float
    end: float
    state: State


@dataclass(frozen=True, slots=True)
class Outlook:
    """What either choice means: the end if the rest is squeezed, how many points get shorter then and how many seconds
    they lose together; and the end if nothing is squeezed. All the same while the run is on time."""

    agreed: float
    kept: float
    moved: float
    shorter: int
    lost: float


def begun(agenda: Sequence[AgendaPoint], first: str, now: float) -> Run:
    """A run that begins with a point; those before it count as skipped."""
    at = [point.id for point in agenda].index(first)
    until = now + sum(point.minutes * MINUTE for point in agenda[at:])
    run = Run(until, first, now, {}, frozenset(point.id for point in agenda[:at]))
    return replace(run, turns={first: Turn(now, agenda[at].minutes * MINUTE, agenda[at].minutes)})


def turned(agenda: Sequence[AgendaPoint], run: Run, to: str, now: float, *, skip: bool = False) -> Run:
    """The run as it goes on with another point; the current one is over, or `skip`ped.

    A point that was begun before goes on with the time that it had left. Points between the two are neither.
    """
    skipped = (run.skipped | ({run.point} if skip else frozenset[str]())) - {to}
    turns = {**run.turns, run.point: replace(run.turns[run.point], used=used(run, now), ended=now)}
    on = replace(run, point=to, since=now, turns=turns, skipped=skipped)
    point = next(point for point in agenda if point.id == to)
    length = _lengths(agenda, on, [point, *_ahead(agenda, on)], now)[0]
    before = turns.get(to, Turn(now, 0.0, 0))
    fresh = replace(before, given=before.used + round(length), minutes=point.minutes, ended=None)
    return replace(on, turns={**turns, to: fresh})


def rested(run: Run, now: float) -> Run:
    """The run while the current point stands still."""
    turn = run.turns[run.point]
    return replace(run, since=None, turns={**run.turns, run.point: replace(turn, used=used(run, now))})


def resumed(run: Run, now: float) -> Run:
    """The run as it goes on."""
    return replace(run, since=now) if run.since is None else run


def extended(run: Run, seconds: float) -> Run:
    """The run with more time for the current point, or less."""
    turn = run.turns[run.point]
    return replace(run, turns={**run.turns, run.point: replace(turn, given=max(turn.given + seconds, 0.0))})


def used(run: Run, now: float) -> float:
    """The seconds that the current point has had, without its rests."""
    turn = run.turns[run.point]
    return turn.used + (now - run.since if run.since is not None else 0.0)


def left(agenda: Sequence[AgendaPoint], run: Run, now: float) -> float:
    """The seconds that the current point has left; less than 0 when it has taken more than it was given."""
    turn = run.turns[run.point]
    minutes = next((point.minutes for point in agenda if point.id == run.point), turn.minutes)
    return turn.given + (minutes - turn.minutes) * MINUTE - used(run, now)


def planned(agenda: Sequence[AgendaPoint], run: Run | None, now: float) -> tuple[Row, ...]:
    """Every point of the agenda with its times; without a run as if it began at `now`."""
    if run is None:
        lengths = [point.minutes * MINUTE for point in agenda]
        return _rows(agenda, lengths, now)
    ahead = _ahead(agenda, run)
    start = now + max(left(agenda, run, now), 0.0)
    rows = {row.point.id: row for row in _rows(ahead, _lengths(agenda, run, ahead, start), start)}
    return tuple(rows.get(point.id) or _past(point, run, now, start) for point in agenda)


def outlook(agenda: Sequence[AgendaPoint], run: Run, now: float) -> Outlook:
    """Where the run leads, either way."""
    start = now + max(left(agenda, run, now), 0.0)
    ahead = _ahead(agenda, run)
    wanted = [_wanted(point, run) for point in ahead]
    lengths = squeezed(wanted, [_late(agenda, point) for point in ahead], run.until - start)
    shorter = sum(length < want - 0.5 for length, want in zip(lengths, wanted, strict=True))
    return Outlook(run.until, start + sum(lengths), start + sum(wanted), shorter, sum(wanted) - sum(lengths))


def squeezed(wanted: Sequence[float], late: Sequence[bool], room: float) -> list[float]:
    """The lengths made shorter in proportion until they fit the room, none below a third of what it was.

    Those that are `late` lose something only when all the others are down to a third. What still does not fit stays.
    """
    lengths = list(wanted)
    for group in (False, True):
        excess = sum(lengths) - max(room, 0.0)
        total = sum(length for length, own in zip(lengths, late, strict=True) if own is group)
        share = min(excess / total, 1 - LEAST) if total and excess > 0 else 0.0
        lengths = [length * (1 - share) if own is group else length for length, own in zip(lengths, late, strict=True)]
    return lengths


def _ahead(agenda: Sequence[AgendaPoint], run: Run) -> list[AgendaPoint]:
    """The points that are still to come: behind the current one, or all that have not begun when that one is gone."""
    ids = [point.id for point in agenda]
    if run.point in ids:
        return [point for point in agenda[ids.index(run.point) + 1 :] if point.id not in run.skipped]
    return [point for point in agenda if point.id not in run.turns and point.id not in run.skipped]


def _lengths(agenda: Sequence[AgendaPoint], run: Run, points: Sequence[AgendaPoint], start: float) -> list[float]:
    """The seconds for each of the points that are to come, of which the first begins at `start`."""
    wanted = [_wanted(point, run) for point in points]
    late = [_late(agenda, point) for point in points]
    return squeezed(wanted, late, run.until - start) if run.keep else wanted


def _wanted(point: AgendaPoint, run: Run) -> float:
    """The seconds that a point still asks for: what it had left when it was begun before, else its minutes."""
    turn = run.turns.get(point.id)
    if turn is None:
        return point.minutes * MINUTE
    return max(turn.given + (point.minutes - turn.minutes) * MINUTE - turn.used, 0.0)


def _late(agenda: Sequence[AgendaPoint], point: AgendaPoint) -> bool:
    """Breaks and the wrap-up give their time last."""
    return point.form == "break" or point.id == agenda[-1].id


def _rows(points: Sequence[AgendaPoint], lengths: Sequence[float], start: float) -> tuple[Row, ...]:
    rows = []
    for point, length in zip(points, lengths, strict=True):
        rows.append(Row(point, start, start + length, State.AHEAD))
        start += length
    return tuple(rows)


def _past(point: AgendaPoint, run: Run, now: float, end: float) -> Row:
    """The current point, which ends at `end`, or one before it."""
    turn = run.turns.get(point.id)
    if point.id == run.point:
        return Row(point, turn.began if turn else now, end, State.NOW)
    if turn is None or point.id in run.skipped:
        return Row(point, now, now, State.SKIPPED)
    return Row(point, turn.began, turn.ended if turn.ended is not None else now, State.OVER)
