"""Markers at their steps, moved apart sideways where they would hide each other; their heights stay true."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from desktop.document.base import in_order
from desktop.document.cards import Marker
from desktop.layout.places import Column, MarkerPlace
from desktop.layout.style import Style

CLEAR = 0.12
"""Least gap between two marks, as a share of the card text."""


def mark_radius(series: int, style: Style) -> float:
    """How far a marker's ink reaches from its centre."""
    return style.space[style.curve(series).mark] + style.space["mark-stroke"] / 2


@dataclass(frozen=True, slots=True)
class Chart:
    """What turns values into places: persona → series, y of the value 0, height of one point of emotion."""

    series: Mapping[str, int]
    zero: float
    unit: float


def spread(markers: Iterable[Marker], columns: Iterable[Column], chart: Chart, style: Style) -> tuple[MarkerPlace, ...]:
    """The markers of the shown steps from left to right.

    One marker of a persona stands in the middle of its column, several stand evenly. Where markers would touch, the
    first persona's stays and the others move to its right and left by as little as keeps them apart, inside the
    column; where that is too narrow for them all they share its width. The markers of one persona stay in order and
    never at the same x.
    """
    by_step: dict[str, list[Marker]] = {}
    for marker in in_order(markers):
        by_step.setdefault(marker.step, []).append(marker)
    radii = [mark_radius(series, style) for series in chart.series.values()]
    places: list[MarkerPlace] = []
    for column in columns:
        marks = _even(by_step.get(column.step.id, ()), column, chart, radii)
        xs = _apart(marks, column, CLEAR * style.text) if len(marks) > 1 else [mark.x for mark in marks]
        places += [
            MarkerPlace(mark.marker, x, mark.y, mark.series, radius=mark.radius)
            for mark, x in zip(marks, xs, strict=True)
        ]
    return tuple(places)


@dataclass(slots=True)
class _Mark:
    """A marker where it belongs."""

    marker: Marker
    x: float
    y: float
    series: int
    radius: float


def _even(markers: Sequence[Marker], column: Column, chart: Chart, radii: Sequence[float]) -> list[_Mark]:
    """Each persona's markers at equal distances, from left to right; at the same x the third persona's stands before
    the first's, the second's after it, and so on outwards."""
    own: dict[int, list[Marker]] = {}
    for marker in markers:
        own.setdefault(chart.series[marker.persona], []).append(marker)
    marks = [
        _Mark(marker, column.x + column.width * share, chart.zero - marker.value * chart.unit, series, radii[series])
        for series, group in own.items()
        for marker, share in zip(group, _shares(len(group)), strict=True)
    ]
    return sorted(marks, key=lambda mark: (mark.x, mark.series if mark.series % 2 else -mark.series))


def _shares(count: int) -> list[float]:
    return [(index + 1) / (count + 1) for index in range(count)]


def _apart(marks: Sequence[_Mark], column: Column, clear: float) -> list[float]:
    """The x of each mark, set side by side in runs of those that would touch, and never out of the column."""
    groups = [[index] for index in range(len(marks))]
    xs = [mark.x for mark in marks]
    merged = _merged(groups, marks, xs, clear)
    while len(merged) < len(groups):
        groups = merged
        for group in groups:
            _line_up(group, marks, xs, clear)
        merged = _merged(groups, marks, xs, clear)
    return _inside(xs, marks, column)


def _line_up(group: Sequence[int], marks: Sequence[_Mark], xs: list[float], clear: float) -> None:
    """Sets a group's marks side by side, as far apart as they need, its first persona's where they belong."""
    if len(group) == 1:
        return
    for index in group:
        needed = [xs[other] + _distance(marks[other], marks[index], clear) for other in group if other < index]
        xs[index] = max([marks[index].x, *needed])
    first = min(marks[index].series for index in group)
    drift = [xs[index] - marks[index].x for index in group if marks[index].series == first]
    for index in group:
        xs[index] -= sum(drift) / len(drift)


def _merged(groups: Sequence[list[int]], marks: Sequence[_Mark], xs: Sequence[float], clear: float) -> list[list[int]]:
    """Joins each group to the one before when one of its marks comes too near to one there or further left."""
    merged = [list(groups[0])]
    for group in groups[1:]:
        near = any(
            xs[index] - xs[other] < _distance(marks[other], marks[index], clear) - 1e-9
            for index in group
            for other in range(group[0])
        )
        if near:
            merged[-1] += group
        else:
            merged.append(list(group))
    return merged


def _distance(left: _Mark, right: _Mark, clear: float) -> float:
    """How far apart in x two marks must be at their heights."""
    reach = left.radius + right.radius + clear
    rise = left.y - right.y
    spare = reach * reach - rise * rise
    least = reach / 4 if left.series == right.series else 0.0
    return max(least, sqrt(spare)) if spare > 0.0 else least


def _inside(xs: list[float], marks: Sequence[_Mark], column: Column) -> list[float]:
    """Keeps the row of marks within its column: moved if that is enough, else drawn together."""
    margin = min(column.width / 4, max(mark.radius for mark in marks))
    left, right = column.x + margin, column.x + column.width - margin
    low, high = min(xs), max(xs)
    if high - low > right - left:
        return [left + (x - low) * (right - left) / (high - low) for x in xs]
    shift = max(0.0, left - low) - max(0.0, high - right)
    return [x + shift for x in xs] if shift else xs
