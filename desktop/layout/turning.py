"""The markers that a curve is remembered by: its peak, its valley and its end.

People judge an experience by its most intense moment and by its end rather than by the sum of its moments: Fredrickson
and Kahneman (1993), “Duration neglect in retrospective evaluations of affective episodes”, Journal of Personality and
Social Psychology 65.
"""

from collections.abc import Iterable, Mapping, Sequence

from desktop.document.base import in_order
from desktop.document.cards import Marker
from desktop.layout.signs import point_of, signed
from desktop.layout.style import Words

FEWEST = 3
"""A curve through fewer markers has no shape that could be named."""

NO_NAMES: Mapping[str, str] = {}


def turning_points(markers: Iterable[Marker], steps: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """By the ids of markers which of "peak", "valley" and "end" each one is, for every persona's curve through the
    steps that are shown, from left to right.

    Of equal ones the first is the peak or the valley. A flat curve has an end alone.
    """
    places = {step: number for number, step in enumerate(steps)}
    shown = sorted((one for one in in_order(markers) if one.step in places), key=lambda one: places[one.step])
    found: dict[str, tuple[str, ...]] = {}
    for persona in dict.fromkeys(one.persona for one in shown):
        for name, marker in _points([one for one in shown if one.persona == persona]):
            found[marker.id] = (*found.get(marker.id, ()), name)
    return found


def point_names(points: Mapping[str, Sequence[str]], markers: Iterable[Marker], words: Words) -> dict[str, str]:
    """By the ids of the markers that are points what is said of each: “peak +1.8”, “valley, end −2”."""
    return {
        one.id: f"{', '.join(words(f'curve.{name}') for name in points[one.id])}\u00a0{_said(one.value, words)}"
        for one in markers
        if one.id in points
    }


def _said(value: float, words: Words) -> str:
    return signed(value).replace(".", point_of(words))


def _points(own: Sequence[Marker]) -> list[tuple[str, Marker]]:
    if len(own) < FEWEST:
        return []
    peak, valley = max(own, key=lambda one: one.value), min(own, key=lambda one: one.value)
    turns = [("peak", peak), ("valley", valley)] if peak.value > valley.value else []
    return [*turns, ("end", own[-1])]
