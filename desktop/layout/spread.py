"""Markers at their steps, moved apart sideways where they would hide each other; their heights stay true."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
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


def spread(
    markers: Iterable[Marker],
    columns: Sequence[Column],
    series: Mapping[str, int],
    zero: float,
    unit: float,
    style: Style,
) -> tuple[MarkerPlace, ...]:
    """The markers of the shown steps from left to right.

    One marker of a persona stands in the middle of its column, several stand evenly. Where markers would touch, they
    move sideways by as little as keeps them apart, and stay inside the column; where it is too narrow for them all they
    share its width. The markers of one persona stay in order and never at the same x.
    """
    by_step: dict[str, list[Marker]] = {}
    for marker in in_order(markers):
        by_step.setdefault(marker.step, []).append(marker)
    places: list[MarkerPlace] = []
    for column in columns:
        even = _even(by_step.get(column.step.id, ()), column, series)
        placed = [MarkerPlace(marker, x, zero - marker.value * unit, series[marker.persona]) for marker, x in even]
        places += _apart(placed, column, style) if len(placed) > 1 else placed
    return tuple(places)


def _even(markers: Sequence[Marker], column: Column, series: Mapping[str, int]) -> list[tuple[Marker, float]]:
    """Each persona's markers at equal distances, sorted by x, then persona."""
    own: dict[str, list[Marker]] = {}
    for marker in markers:
        own.setdefault(marker.persona, []).append(marker)
    spots = [
        (marker, column.x + column.width * (index + 1) / (len(group) + 1))
        for group in own.values()
        for index, marker in enumerate(group)
    ]
    return sorted(spots, key=lambda spot: (spot[1], series[spot[0].persona]))


def _apart(places: Sequence[MarkerPlace], column: Column, style: Style) -> list[MarkerPlace]:
    """The same markers at new x: runs of markers that touch are spread about their own middle."""
    wanted = [place.x for place in places]
    groups = [[index] for index in range(len(places))]
    xs = list(wanted)
    while True:
        for group in groups:
            _centre(group, places, wanted, xs, style)
        merged = _merged(groups, places, xs, style)
        if len(merged) == len(groups):
            break
        groups = merged
    return [replace(place, x=x) for place, x in zip(places, _inside(xs, places, column, style), strict=True)]


def _centre(
    group: Sequence[int], places: Sequence[MarkerPlace], wanted: Sequence[float], xs: list[float], style: Style
) -> None:
    """Sets a group's markers side by side, as far apart as they need, about the mean of where they belong."""
    for index in group:
        needed = [xs[other] + _distance(places[other], places[index], style) for other in group if other < index]
        xs[index] = max([wanted[index], *needed])
    shift = sum(wanted[index] - xs[index] for index in group) / len(group)
    for index in group:
        xs[index] += shift


def _merged(
    groups: Sequence[list[int]], places: Sequence[MarkerPlace], xs: Sequence[float], style: Style
) -> list[list[int]]:
    """Joins each group to the one before when one of its markers comes too near to one there."""
    merged = [list(groups[0])]
    for group in groups[1:]:
        near = any(
            xs[index] - xs[other] < _distance(places[other], places[index], style) - 1e-9
            for index in group
            for other in range(group[0])
        )
        if near:
            merged[-1] += group
        else:
            merged.append(list(group))
    return merged


def _distance(left: MarkerPlace, right: MarkerPlace, style: Style) -> float:
    """How far apart in x two markers must be at their heights."""
    reach = mark_radius(left.series, style) + mark_radius(right.series, style) + CLEAR * style.text
    rise = abs(left.y - right.y)
    least = reach / 4 if left.series == right.series else 0.0
    return max(least, sqrt(reach * reach - rise * rise) if rise < reach else 0.0)


def _inside(xs: Sequence[float], places: Sequence[MarkerPlace], column: Column, style: Style) -> list[float]:
    """Keeps the row of markers within its column, moved if that is enough, else drawn together."""
    margin = min(column.width / 4, max(mark_radius(place.series, style) for place in places))
    left, right = column.x + margin, column.x + column.width - margin
    low, high = min(xs), max(xs)
    if high - low > right - left:
        return [left + (x - low) * (right - left) / (high - low) for x in xs]
    shift = max(0.0, left - low) - max(0.0, high - right)
    return [x + shift for x in xs]
