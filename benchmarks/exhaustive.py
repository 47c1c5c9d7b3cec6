"""The fewest cards that any seams cut, by trying them all: slow, plain, and without a line of the real search.

A seam may stand on every edge and wherever whole sheets before or after an edge end, which is enough: a seam anywhere
else can be moved to the next such place on its left without cutting more.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desktop.layout.places import Rect
from desktop.plan.axis import Limits
from desktop.plan.seams import HARD, Obstacle

NEAR = 1e-6


class Score(NamedTuple):
    """How many headers, titles and markers, and how many cards are cut."""

    hard: int
    cards: int


def fewest(obstacles: Sequence[Obstacle], across: Limits, down: Limits) -> Score:
    """The best score of all seams in both directions."""
    rects = [each.rect for each in obstacles]
    columns = _choices([(rect.x, rect.right) for rect in rects], across)
    rows = _choices([(rect.y, rect.bottom) for rect in rects], down)
    return min(_score(obstacles, one | other) for one in columns for other in rows)


def score(obstacles: Sequence[Obstacle], xs: Sequence[float], ys: Sequence[float]) -> Score:
    """That of given seams."""
    cut = {number for number, each in enumerate(obstacles) if _is_cut(each.rect, xs, ys)}
    return _score(obstacles, frozenset(cut))


def _is_cut(rect: Rect, xs: Sequence[float], ys: Sequence[float]) -> bool:
    across = any(rect.x + NEAR < x < rect.right - NEAR for x in xs)
    return across or any(rect.y + NEAR < y < rect.bottom - NEAR for y in ys)


def _score(obstacles: Sequence[Obstacle], cut: frozenset[int]) -> Score:
    kinds = [obstacles[number].kind for number in cut]
    return Score(sum(kind in HARD for kind in kinds), kinds.count("card"))


def _choices(spans: Sequence[tuple[float, float]], limits: Limits) -> set[frozenset[int]]:
    """Every set of spans that seams in one direction can cut."""
    edges = {0.0, limits.side, *(edge for span in spans for edge in span)}
    whole = range(-limits.count, limits.count + 1)
    places = sorted({round(edge + times * limits.middle, 6) for edge in edges for times in whole})
    places += [limits.side - limits.last - times * limits.middle for times in range(limits.count)]
    places += [limits.first + times * limits.middle for times in range(limits.count)]
    inside = sorted({place for place in places if 0 <= place <= limits.side})
    cuts = {x: frozenset(at for at, (a, b) in enumerate(spans) if a + NEAR < x < b - NEAR) for x in inside}
    return {frozenset().union(*(cuts[x] for x in seams)) for seams in _seams(inside, limits, ())}


def _seams(places: Sequence[float], limits: Limits, before: tuple[float, ...]) -> Iterator[tuple[float, ...]]:
    """All ways to place the seams from left to right so that no sheet has more than it can have."""
    last = before[-1] if before else 0.0
    if len(before) == limits.count - 1:
        if limits.side - last <= (limits.last if before else limits.side) + NEAR:
            yield before
        return
    most = limits.middle if before else limits.first
    for place in places:
        if last <= place <= last + most + NEAR:
            yield from _seams(places, limits, (*before, place))
