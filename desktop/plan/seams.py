"""Where the seams between sheets go, so that they go through as little as can be.

What a seam across and a seam down both go through is cut once, so the two directions depend on each other. With the
seams of one direction given, the best of the other are found exactly (`axis`); done in turns from several starts this
ends in a good solution. Whether it is the best is told by a bound: the price of each thing is shared out between the
two directions, and with any shares the best of both directions on their own cost no more than the best together.
Better shares give a better bound. What may still lie between bound and solution is looked through: all sets of things
that the seams of one direction can go through at a price below that difference, and only the smallest sets.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import inf
from typing import NamedTuple

from desktop.layout.places import Rect
from desktop.plan.axis import EXACT, Axis, Cut, Limits, Stop

HARD = ("header", "title", "marker")
"""Kinds that are never cut while there is another way."""

LABELS, TIES = 0.2, 0.1
"""What all labels together, and all places that could be better, cost beside one card."""

ROUNDS = 24
"""How often the shares are made better."""

EFFORT = 60_000
"""Stops looked at before the search for something better is given up; usual maps take less than half of it."""

GRAIN = 0.01
"""Prices closer than this are the same."""

PLANS = 4
"""So many are remembered: those of sheets that stand and that lie, before and after a change."""


class Obstacle(NamedTuple):
    """Something on the poster that a seam may hit; `rect` in mm from the poster's left and top edge.

    kind: card; header, title or marker, which come first; label, which comes last; ink, which may be cut
    but makes a sheet one that is not blank.
    """

    id: str
    kind: str
    rect: Rect


class Seams(NamedTuple):
    """Seams across a poster (`xs`) and down (`ys`); `proven` when no other ones cut fewer headers or fewer cards."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    proven: bool


def hit_by(obstacles: Iterable[Obstacle], xs: Sequence[float], ys: Sequence[float]) -> Iterator[Obstacle]:
    """What of them seams go through; to touch an edge is no harm."""
    for each in obstacles:
        rect = each.rect
        if _is_between(xs, rect.x, rect.right) or _is_between(ys, rect.y, rect.bottom):
            yield each


def _is_between(places: Sequence[float], start: float, end: float) -> bool:
    return bisect_right(places, start + EXACT) < bisect_left(places, end - EXACT)


def best_seams(obstacles: Iterable[Obstacle], across: Limits, down: Limits, effort: int = EFFORT) -> Seams:
    """The seams that cut the fewest headers, titles and markers, then the fewest cards, then few labels; those with
    the most even spacing and the most room beside them among these. Remembered for what has not moved meanwhile."""
    return _found(tuple(each for each in obstacles if each.kind != "ink"), across, down, effort)


@lru_cache(maxsize=PLANS)
def _found(known: tuple[Obstacle, ...], across: Limits, down: Limits, effort: int) -> Seams:
    prices = _prices(known)
    tie = TIES * (min(prices) if prices else 1.0) / (across.count + down.count)
    xs = Axis([(each.rect.x, each.rect.right) for each in known], across, tie)
    ys = Axis([(each.rect.y, each.rect.bottom) for each in known], down, tie)
    return _Search(xs, ys, prices, effort).seams()


def _prices(obstacles: Sequence[Obstacle]) -> list[float]:
    kinds = [each.kind for each in obstacles]
    hard = kinds.count("card") + 1.0
    label = LABELS / (kinds.count("label") + 1)
    return [hard if kind in HARD else 1.0 if kind == "card" else label for kind in kinds]


class _Search:
    """The best seams of both directions together."""

    def __init__(self, xs: Axis, ys: Axis, prices: Sequence[float], effort: int) -> None:
        self._axes = xs, ys
        self._prices = prices
        self._effort = effort
        self._best: tuple[Cut, Cut] = Cut((), frozenset()), Cut((), frozenset())
        self._value = inf
        self._looked = 0
        self._settled: set[tuple[int, frozenset[int]]] = set()

    def seams(self) -> Seams:
        xs, ys = self._axes
        if not xs.layers or not ys.layers:
            self._keep(xs.best(self._prices)[1], ys.best(self._prices)[1])
            return Seams(self._best[0].seams, self._best[1].seams, proven=True)
        self._settle(xs.best(self._prices)[1])
        self._settle(ys.best(self._prices)[1], turn=1)
        proven = self._share_out()
        return Seams(self._best[0].seams, self._best[1].seams, proven)

    def _settle(self, cut: Cut, turn: int = 0) -> None:
        """From the seams of one direction to seams of both of which neither can be made better alone."""
        pair = [cut, cut]
        value = inf
        while (turn, pair[turn].hit) not in self._settled:
            self._settled.add((turn, pair[turn].hit))
            turn = 1 - turn
            pair[turn] = self._cheapest(turn, self._without(pair[1 - turn].hit))[1]
            found = self._price(pair[0].hit | pair[1].hit)
            if found > value - GRAIN:
                return
            value = found
            self._keep(*pair)

    def _cheapest(self, turn: int, prices: Sequence[float]) -> tuple[float, Cut]:
        self._looked += self._axes[turn].size
        return self._axes[turn].best(prices)

    def _keep(self, xs: Cut, ys: Cut) -> None:
        value = self._price(xs.hit | ys.hit)
        if value < self._value:
            self._best, self._value = (xs, ys), value

    def _price(self, hit: Iterable[int]) -> float:
        return sum(self._prices[each] for each in sorted(hit))

    def _without(self, hit: frozenset[int]) -> list[float]:
        """The prices when these are cut anyway."""
        return [0.0 if number in hit else price for number, price in enumerate(self._prices)]

    @property
    def _goal(self) -> float:
        """What something better would cost at most: a card less, whatever labels there are."""
        return self._value // 1 - 1 + LABELS

    def _share_out(self) -> bool:
        """Makes shares better until the bound proves the solution, or looks through what is left."""
        if self._goal < 0:
            return True
        shares = [0.5] * len(self._prices)
        best = 0.0, shares
        for _ in range(ROUNDS):
            one, other = self._shared(shares)
            (low, xs), (high, ys) = self._cheapest(0, one), self._cheapest(1, other)
            bound = low + high - 2 * TIES * min(self._prices)
            best = max(best, (bound, shares), key=lambda each: each[0])
            self._settle(xs)
            self._settle(ys, turn=1)
            if best[0] > self._goal:
                return True
            if self._looked > self._effort:
                return False
            shares = self._better(shares, xs.hit, ys.hit, self._value - bound)
        return self._look_through(best[1])

    def _shared(self, shares: Sequence[float]) -> tuple[list[float], list[float]]:
        """The prices of the two directions."""
        one = [price * share for price, share in zip(self._prices, shares, strict=True)]
        return one, [price - part for price, part in zip(self._prices, one, strict=True)]

    def _better(self, shares: Sequence[float], xs: frozenset[int], ys: frozenset[int], gap: float) -> list[float]:
        """A step up the bound: what one direction alone goes through is to cost more there."""
        found = list(shares)
        slope = sum(self._prices[each] ** 2 for each in xs ^ ys)
        for each in xs ^ ys:
            step = gap * self._prices[each] / slope
            found[each] = min(1.0, max(0.0, found[each] + (step if each in xs else -step)))
        return found

    def _look_through(self, shares: Sequence[float]) -> bool:
        """Tries all that seams of the direction with fewer stops could go through in a better solution. Returns
        whether that was all."""
        turn = 0 if self._axes[0].size <= self._axes[1].size else 1
        prices, others = self._shared(shares)[turn], self._shared(shares)[1 - turn]
        least = self._axes[1 - turn].best(others)[0] - TIES * min(self._prices)
        smallest = SmallestSets(self._axes[turn], prices, self._effort - self._looked)
        for price, cut in smallest.below(self._goal - least):
            if price + least <= self._goal:
                self._settle(cut, turn)
            if self._looked + smallest.looked > self._effort:
                break
        return self._looked + smallest.looked <= self._effort


class _Way(NamedTuple):
    """Seams up to a stop: what they go through as bits, the price of that, and where they stand."""

    bits: int
    price: float
    seams: tuple[float, ...]


class SmallestSets:
    """The sets of spans that seams in one direction can go through, without those that hold another one.

    `looked` counts the steps taken; beyond `effort` the search is given up.
    """

    def __init__(self, axis: Axis, prices: Sequence[float], effort: int) -> None:
        self._axis, self._prices, self._effort = axis, axis.together(prices), effort
        self.looked = 0

    def below(self, limit: float) -> list[tuple[float, Cut]]:
        """Those that cost at most `limit`, with seams that do it, the cheapest first."""
        ahead = self._axis.ahead(self._prices)
        ways = [[_Way(0, 0.0, ())]]
        for layer, rest in zip(self._axis.layers, ahead, strict=True):
            ways = [self._at(stop, ways, limit - least) for stop, least in zip(layer, rest, strict=True)]
        whole = _smallest(way for at in ways for way in at)
        return [
            (way.price, Cut(way.seams, self._axis.numbers(_numbers(way.bits))))
            for way in sorted(whole, key=lambda each: each.price)
        ]

    def _at(self, stop: Stop, before: Sequence[Sequence[_Way]], most: float) -> list[_Way]:
        """All ways to a stop that cost no more than `most`."""
        found: dict[int, _Way] = {}
        if self.looked > self._effort:
            return []
        own = sum(1 << each for each in stop.hit)
        for at in range(stop.first, stop.last):
            for way in before[at]:
                self.looked += 1
                bits = way.bits | own
                if bits not in found:
                    more = [self._prices[each] for each in stop.hit if not way.bits >> each & 1]
                    found[bits] = _Way(bits, way.price + sum(more), (*way.seams, stop.x))
        return _smallest(way for way in found.values() if way.price <= most + GRAIN)


def _smallest(ways: Iterable[_Way]) -> list[_Way]:
    """Without those whose set holds another's."""
    kept: list[_Way] = []
    for way in sorted(ways, key=lambda each: each.bits.bit_count()):
        if not any(other.bits & way.bits == other.bits for other in kept):
            kept.append(way)
    return kept


def _numbers(bits: int) -> list[int]:
    return [at for at in range(bits.bit_length()) if bits >> at & 1]
