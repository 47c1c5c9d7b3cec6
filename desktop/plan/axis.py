"""One direction of a poster: where seams may stand, and the best of all ways to place them.

All costs are sums over what seams go through. Such a cost never falls when a seam leaves the edge of something for
the room between two edges, so seams need only stand on edges; and where the sheets' size holds a seam back, whole
sheets before or after an edge at which another one stands. Between these stops the best way is found exactly by
dynamic programming: the price of a seam depends on the one before it alone, as what both go through lies across both.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from typing import NamedTuple

EXACT = 1e-6
"""Rounding errors up to this are none (mm)."""

CLEAR = 3.0
"""A seam would like to be so far from what it passes, in mm: paper and knives are never exact."""

EVEN_SHARE = 0.3
"""How much even spacing counts beside clearance, where both cut the same."""

MOST_EDGES = 1_500
"""With more edges only those in the freest places are looked at."""

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Limits:
    """`side` is the poster's, spread over `count` sheets; the most that the first, a middle and the last one can have
    for their own, and the least that each must have. Millimetres."""

    side: float
    count: int
    first: float
    middle: float
    last: float
    least: float = 0.0

    def before(self, seam: int) -> float:
        """The furthest place of a seam, counted from 1, as far as the sheets before it reach."""
        return self.first + (seam - 1) * self.middle

    def window(self, seam: int) -> Span:
        """Where a seam can stand."""
        after = self.count - seam
        low = max(seam * self.least, self.side - self.last - (after - 1) * self.middle)
        high = min(self.before(seam), self.side - after * self.least)
        return low, max(low, high)

    def even(self, seam: int) -> float:
        """Where a seam would stand if all were alike."""
        return self.side * seam / self.count


class Cut(NamedTuple):
    """Seams in one direction, and the numbers of the spans that they go through."""

    seams: tuple[float, ...]
    hit: frozenset[int]


class Stop(NamedTuple):
    """A place for a seam: what it goes through, how far it is from where a seam would like to be (0 to 1), and the
    stops of the seam before from which it can be reached.

    `group` numbers the spans that no stop before goes through; of each of `shared` only stops from this number on do.
    """

    x: float
    hit: tuple[int, ...]
    tie: float
    first: int
    last: int
    group: int
    shared: tuple[tuple[int, int], ...]


class Axis:
    """All stops of all seams for these spans. `tie` is what a place that could not be worse adds to the cost.

    Cards of a column have one span, so spans are counted once: `alike` says which of those given each one is.
    """

    def __init__(self, spans: Sequence[Span], limits: Limits, tie: float = 0.0) -> None:
        alike: dict[Span, list[int]] = {}
        for number, span in enumerate(spans):
            alike.setdefault(span, []).append(number)
        self.alike = list(alike.values())
        self._spans, self._limits, self._tie = list(alike), limits, tie
        self._groups: dict[tuple[int, ...], int] = {}
        field = _Field(self._spans)
        windows = [limits.window(seam) for seam in range(1, limits.count)]
        own = [field.stops(*window) for window in windows]
        self.layers: list[list[Stop]] = []
        for number, window in enumerate(windows):
            self.layers.append(self._layer(sorted(self._places(number, own, window)), field))

    @property
    def size(self) -> int:
        """How many stops there are."""
        return sum(len(layer) for layer in self.layers)

    def best(self, weights: Sequence[float]) -> tuple[float, Cut]:
        """The cheapest seams when each span has its price: what they cost, ties included, and where they are."""
        weights = self.together(weights)
        prices = self._prices(weights)
        tables: list[list[float]] = []
        for layer in self.layers:
            before = tables[-1] if tables else [0.0]
            tables.append([_reached(stop, before, prices, weights) for stop in layer])
        if not tables:
            return 0.0, Cut((), frozenset())
        at = min(range(len(tables[-1])), key=tables[-1].__getitem__)
        value = tables[-1][at]
        chosen = [self.layers[-1][at]]
        for number in range(len(tables) - 2, -1, -1):
            at = _source(chosen[-1], tables[number], weights)
            chosen.append(self.layers[number][at])
        return value, self._cut(chosen[::-1])

    def together(self, weights: Sequence[float]) -> list[float]:
        """The prices of spans that are alike, summed up."""
        return [sum(map(weights.__getitem__, alike)) for alike in self.alike]

    def numbers(self, hit: Iterable[int]) -> frozenset[int]:
        """Those of all spans that are alike."""
        return frozenset(each for number in hit for each in self.alike[number])

    def _cut(self, stops: Sequence[Stop]) -> Cut:
        return Cut(tuple(stop.x for stop in stops), self.numbers({each for stop in stops for each in stop.hit}))

    def ahead(self, weights: Sequence[float]) -> list[list[float]]:
        """Per stop the least that all seams after it cost when each kind of span has its price."""
        prices = self._prices(weights)
        tables = [[0.0] * len(layer) for layer in self.layers]
        for number in range(len(self.layers) - 2, -1, -1):
            table, later = [inf] * len(self.layers[number]), tables[number + 1]
            for stop, rest in zip(self.layers[number + 1], later, strict=True):
                for start, end, price in _stretches(stop, weights):
                    most = prices[stop.group] + price + rest
                    table[start:end] = [min(each, most) for each in table[start:end]]
            tables[number] = table
        return tables

    def _prices(self, weights: Sequence[float]) -> list[float]:
        """What the spans of each group cost together."""
        return [sum(map(weights.__getitem__, group)) for group in self._groups]

    def _places(self, number: int, own: Sequence[Sequence[float]], window: Span) -> set[float]:
        """The stops of a seam: edges in its window, and where seams at other edges hold it."""
        limits, (low, high) = self._limits, window
        found = {low, high, min(max(limits.even(number + 1), low), high), *own[number]}
        for other, edges in enumerate(own):
            step = limits.least if other < number else limits.middle
            if other != number and (other > number or limits.least):
                found.update(edge + (number - other) * step for edge in edges)
        return {place for place in found if low - EXACT <= place <= high + EXACT}

    def _layer(self, places: Sequence[float], field: "_Field") -> list[Stop]:
        before = [stop.x for stop in self.layers[-1]] if self.layers else []
        seam = len(self.layers) + 1
        even, reach = self._limits.even(seam), self._limits.middle or 1.0
        layer = []
        for x, hit in zip(places, field.hits(places), strict=True):
            off = min(1.0, ((x - even) / reach) ** 2)
            tie = self._tie * (EVEN_SHARE * off + (1 - EVEN_SHARE) * field.closeness(x))
            layer.append(self._stop(x, hit, tie, before))
        return layer

    def _stop(self, x: float, hit: tuple[int, ...], tie: float, before: Sequence[float]) -> Stop:
        if not self.layers:
            return Stop(x, hit, tie, 0, 1, self._group(hit), ())
        first = bisect_left(before, x - self._limits.middle - EXACT)
        last = bisect_right(before, x - self._limits.least + EXACT)
        turns = [(bisect_right(before, self._spans[each][0] + EXACT), each) for each in hit]
        fresh = tuple(each for turn, each in turns if turn >= last)
        shared = tuple(sorted((turn, each) for turn, each in turns if first < turn < last))
        return Stop(x, hit, tie, first, last, self._group(hit if len(fresh) == len(hit) else fresh), shared)

    def _group(self, hit: tuple[int, ...]) -> int:
        return self._groups.setdefault(hit, len(self._groups))


def _stretches(stop: Stop, weights: Sequence[float]) -> Iterator[tuple[int, int, float]]:
    """The stops from which this one is reached, in runs of the same price for what only some of them go through."""
    price = sum(weights[each] for _, each in stop.shared)
    ends = [stop.first, *(turn for turn, _ in stop.shared), stop.last]
    for number, (start, end) in enumerate(pairwise(ends)):
        if start < end:
            yield start, end, price + stop.tie
        if number < len(stop.shared):
            price -= weights[stop.shared[number][1]]


def _reached(stop: Stop, before: Sequence[float], prices: Sequence[float], weights: Sequence[float]) -> float:
    """The least cost of a way that ends at this stop."""
    if stop.first >= stop.last:
        return inf
    if not stop.shared:
        return min(before[stop.first : stop.last]) + prices[stop.group] + stop.tie
    ways = (min(before[start:end]) + price for start, end, price in _stretches(stop, weights))
    return min(ways) + prices[stop.group]


def _source(stop: Stop, before: Sequence[float], weights: Sequence[float]) -> int:
    """The stop before this one on the cheapest way."""
    best, at = inf, stop.first
    for start, end, price in _stretches(stop, weights):
        least = min(before[start:end])
        if least + price < best:
            best, at = least + price, before.index(least, start, end)
    return at


class _Field:
    """The edges of spans along one side, and what lies where."""

    def __init__(self, spans: Sequence[Span]) -> None:
        wide = [(number, span) for number, span in enumerate(spans) if span[1] - span[0] > 2 * EXACT]
        self._starts = sorted((span[0], number) for number, span in wide)
        self._ends = sorted((span[1], number) for number, span in wide)
        self._edges = sorted({edge for _, span in wide for edge in span})

    def stops(self, low: float, high: float) -> list[float]:
        """All edges in a window, and good places in the free room between them."""
        valleys = [pair for pair in self._valleys() if low <= pair[1] and pair[0] <= high]
        edges = [edge for edge in self._edges if low <= edge <= high]
        if len(edges) > MOST_EDGES:
            edges = [edge for pair in valleys for edge in pair]
        inside = [(start + end) / 2 for start, end in valleys]
        wide = [pair for pair in valleys if pair[1] - pair[0] > 2 * CLEAR]
        inside += [place for start, end in wide for place in (start + CLEAR, end - CLEAR)]
        return [*edges, *(place for place in inside if low <= place <= high)]

    def _valleys(self) -> list[Span]:
        """Where the last thing has ended and nothing has begun yet: less is cut than on either side."""
        starts, ends = {edge for edge, _ in self._starts}, {edge for edge, _ in self._ends}
        return [(edge, after) for edge, after in pairwise(self._edges) if edge in ends and after in starts]

    def hits(self, places: Sequence[float]) -> Iterator[tuple[int, ...]]:
        """Per place, from left to right, the numbers of the spans around it."""
        inside: set[int] = set()
        known: tuple[int, ...] | None = None
        begun = ended = 0
        for x in places:
            while begun < len(self._starts) and self._starts[begun][0] + EXACT < x:
                inside.add(self._starts[begun][1])
                begun, known = begun + 1, None
            while ended < len(self._ends) and self._ends[ended][0] - EXACT <= x:
                inside.discard(self._ends[ended][1])
                ended, known = ended + 1, None
            known = tuple(sorted(inside)) if known is None else known
            yield known

    def closeness(self, x: float) -> float:
        """1 on an edge, 0 where the next one is CLEAR away."""
        at = bisect_left(self._edges, x)
        near = min((abs(edge - x) for edge in self._edges[max(0, at - 1) : at + 1]), default=CLEAR)
        return (1 - min(1.0, near / CLEAR)) ** 2
