"""How far a goal is on its way: from where its metric was, over what is read now, to what it should be."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.document.cards import Reading
from desktop.document.keyed import find
from desktop.document.project import Goal, Metric


@dataclass(frozen=True, slots=True)
class Progress:
    """`share` is 0 at the baseline and 1 at the target; below 0 it got worse, above 1 more was reached than was meant.

    baseline, now and target are None where the share was typed and nothing was measured; `date` is that of the latest
    reading.
    """

    share: float
    baseline: float | None = None
    now: float | None = None
    target: float | None = None
    date: str = ""

    @property
    def shown(self) -> float:
        """As much of it as a bar from 0 to 1 can show."""
        return min(max(self.share, 0.0), 1.0)

    @property
    def measured(self) -> bool:
        return self.now is not None


def progress(goal: Goal, metrics: tuple[Metric, ...]) -> Progress | None:
    """Measured where the goal's metric has readings, else as it was typed; None where nobody knows.

    (now − baseline) ÷ (target − baseline): the grade of a key result as a linear share of the way. Source: Doerr
    (2018), "Measure What Matters". It is the same whether more or less is better. Goal's own baseline and target come
    before those of its metric; without either baseline the earliest reading is one.
    """
    metric = find(metrics, goal.metric) if goal.metric else None
    return _measured(goal, metric) or (None if goal.progress is None else Progress(goal.progress))


def reached(baseline: float, now: float, target: float) -> float | None:
    """The share of the way; None where there is no way to go."""
    return None if target == baseline else (now - baseline) / (target - baseline)


def latest(readings: Iterable[Reading]) -> Reading | None:
    """The one with the latest date; of several the last."""
    rows = in_time(readings)
    return rows[-1] if rows else None


def in_time(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """By date; those of one date stay as they are."""
    return tuple(sorted(readings, key=lambda reading: reading.date))


def _measured(goal: Goal, metric: Metric | None) -> Progress | None:
    rows = in_time(metric.readings) if metric else ()
    if metric is None or not rows:
        return None
    target = _first(goal.target, metric.target)
    baseline = _first(goal.baseline, metric.baseline, rows[0].value)
    share = None if target is None or baseline is None else reached(baseline, rows[-1].value, target)
    return None if share is None else Progress(share, baseline, rows[-1].value, target, rows[-1].date)


def _first(*values: float | None) -> float | None:
    return next((value for value in values if value is not None), None)
