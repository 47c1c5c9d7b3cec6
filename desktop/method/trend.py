"""One figure of a trend, point by point: the mean with its spread, the median, the NPS or the CSAT."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop.method.figures import Point, Summary
from desktop.method.scales import SCALES

MEAN, MEDIAN, NPS, CSAT = MEASURES = ("mean", "median", "nps", "csat")
"""What a trend may show."""

BOUNDS = {NPS: (-100.0, 100.0), CSAT: (0.0, 100.0)}
"""The least and the greatest figure; those of mean and median are the ends of the scale."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A point with its figure; `low` and `high` are a standard deviation below and above a mean, within the scale,
    elsewhere the figure itself. `broken`: it cannot be compared with the mark before."""

    point: Point
    value: float
    low: float
    high: float
    broken: bool = False


def figure_of(summary: Summary, measure: str) -> float | None:
    """A summary's figure; the CSAT in per cent. None where it has none. Raises ValueError for another measure."""
    if measure not in MEASURES:
        raise ValueError(f"{measure} is none of {', '.join(MEASURES)}")
    if measure == CSAT:
        return None if summary.csat is None else 100 * summary.csat
    return {MEAN: summary.mean, MEDIAN: summary.median, NPS: summary.nps}[measure]


def offered(points: Iterable[Point]) -> tuple[str, ...]:
    """The measures that any of the points has."""
    summaries = [point.summary for point in points]
    return tuple(measure for measure in MEASURES if any(figure_of(one, measure) is not None for one in summaries))


def marks(points: Iterable[Point], measure: str) -> tuple[Mark, ...]:
    """The points that have the figure; a break before one that has none is before the next that has."""
    found: list[Mark] = []
    broken = False
    for point in points:
        broken = broken or point.broken
        value = figure_of(point.summary, measure)
        if value is not None:
            low, high = _reach(point.summary, value) if measure == MEAN else (value, value)
            found.append(Mark(point, value, low, high, broken and bool(found)))
            broken = False
    return tuple(found)


def runs(found: Sequence[Mark]) -> tuple[tuple[Mark, ...], ...]:
    """The marks from break to break: those of one run can be compared."""
    begins = [0, *(at for at, mark in enumerate(found) if at and mark.broken), len(found)]
    return tuple(tuple(found[a:b]) for a, b in pairwise(begins) if a < b)


def bounds(found: Sequence[Mark], mark: Mark, measure: str) -> tuple[float, float]:
    """From the worst to the best figure that the mark could have; without a scale those that there are among all."""
    known = SCALES.get(mark.point.summary.scale)
    if measure in BOUNDS:
        return BOUNDS[measure]
    if known is not None:
        return known.low, known.high
    return min(each.low for each in found), max(each.high for each in found)


def _reach(summary: Summary, mean: float) -> tuple[float, float]:
    """A standard deviation to either side, as far as the scale goes."""
    spread, known = summary.spread or 0.0, SCALES.get(summary.scale)
    if known is None:
        return mean - spread, mean + spread
    least, most = sorted((known.low, known.high))
    return max(mean - spread, least), min(mean + spread, most)
