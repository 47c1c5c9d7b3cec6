"""Which columns, or which rows, share a sheet: whole ones, so that the seams go through the gutters between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from typing import NamedTuple

from desktop.plan.axis import EXACT, Limits

EVEN = 1e-3
"""What the most uneven spacing costs beside the least price."""

HALVINGS = 60
"""Until a length is exact."""


class Break(NamedTuple):
    """A place where a seam may go, in mm, and the price of what it would cut there."""

    at: float
    price: float = 0.0


@dataclass(frozen=True, slots=True)
class Grouping:
    """The numbers of the breaks where the seams go, how long the things are that stand on each sheet, in mm, and the
    price of all seams."""

    breaks: tuple[int, ...]
    needs: tuple[float, ...]
    price: float


def grouped(breaks: Sequence[Break], whole: float, limits: Limits) -> Grouping | None:
    """The cheapest way to put things that are `whole` mm long on sheets; None where they do not fit.

    `breaks` come in their order. With equal prices the sheets are as even as can be.
    """
    if whole > limits.side + EXACT:
        return None
    if limits.count == 1:
        return Grouping((), (whole,), 0.0)
    tables: list[list[tuple[float, int]]] = []
    for seam in range(1, limits.count):
        even = whole * seam / limits.count
        prices = [each.price + EVEN * abs(each.at - even) / whole for each in breaks]
        ways = [_before(each.at, tables[-1:], breaks, limits) for each in breaks]
        tables.append([(value + price, source) for (value, source), price in zip(ways, prices, strict=True)])
    last = [
        value if whole - each.at <= limits.last + EXACT else inf
        for (value, _), each in zip(tables[-1], breaks, strict=True)
    ]
    if min(last, default=inf) == inf:
        return None
    chosen = _traced(tables, last.index(min(last)))
    ends = [0.0, *(breaks[each].at for each in chosen), whole]
    needs = tuple(after - before for before, after in pairwise(ends))
    return Grouping(tuple(chosen), needs, sum(breaks[each].price for each in chosen))


def _before(
    at: float, tables: Sequence[Sequence[tuple[float, int]]], breaks: Sequence[Break], limits: Limits
) -> tuple[float, int]:
    """The cheapest way to where the sheet begins that ends here, and the number of the break there."""
    if not tables:
        return (0.0, 0) if 0.0 < at <= limits.first + EXACT else (inf, 0)
    ways = (
        (value, number)
        for number, (value, _) in enumerate(tables[-1])
        if 0.0 < at - breaks[number].at <= limits.middle + EXACT
    )
    return min(ways, default=(inf, 0))


def _traced(tables: Sequence[Sequence[tuple[float, int]]], at: int) -> list[int]:
    """The breaks on the way that ends at this one."""
    chosen = []
    for table in reversed(tables):
        chosen.append(at)
        at = table[at][1]
    return chosen[::-1]


def shared_out(starts: Sequence[float], rates: Sequence[float], limits: Limits) -> list[float]:
    """What each sheet has for its own: all grow from their start, each at its rate, until they fill the side; none
    beyond what it can have. As much as can be where that is not enough."""
    tops = [limits.first, *[limits.middle] * (limits.count - 2), limits.last] if limits.count > 1 else [limits.side]
    low, high = 0.0, max([limits.side / rate for rate in rates if rate > EXACT], default=0.0)

    def grown(level: float) -> list[float]:
        parts = zip(starts, rates, tops, strict=True)
        return [max(start, min(top, start + level * rate)) for start, rate, top in parts]

    for _ in range(HALVINGS):
        level = (low + high) / 2
        low, high = (level, high) if sum(grown(level)) < limits.side else (low, level)
    return grown(high)
