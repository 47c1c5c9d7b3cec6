"""Which columns, or which rows, share a sheet: whole ones, with more room between them where a seam has to go."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from typing import NamedTuple

from desktop.plan.axis import EXACT, Limits

EVEN = 1e-3
"""What the most uneven spacing costs beside the least price."""

STEPS = 60
"""Halvings until a length is exact."""


class Break(NamedTuple):
    """A place where a seam may go, in mm as things stand without more room; `price` is that of what it would cut.

    loose: there can be more room here.
    """

    at: float
    price: float = 0.0
    loose: bool = True


@dataclass(frozen=True, slots=True)
class Grouping:
    """The breaks where the seams go, by number, how much more room there is at each (mm), where the seams then are,
    and the price of all of them."""

    breaks: tuple[int, ...]
    gaps: tuple[float, ...]
    seams: tuple[float, ...]
    price: float


def grouped(breaks: Sequence[Break], whole: float, limits: Limits, *, flush: bool) -> Grouping | None:
    """The cheapest way to put things that are `whole` mm long on sheets; None where they do not fit.

    What remains of the side is shared out between the sheets; `flush`: the last thing ends with the side, otherwise
    as much of what remains as can be is left after it.
    """
    if whole > limits.side + EXACT:
        return None
    if limits.count == 1:
        return Grouping((), (), (), 0.0)
    price, chosen = _cheapest(breaks, whole, limits)
    if price == inf:
        return None
    ends = [0.0, *(breaks[each].at for each in chosen), whole]
    needs = [after - before for before, after in pairwise(ends)]
    own = _shared_out(needs, limits, flush=flush)
    seams = [sum(own[: number + 1]) for number in range(limits.count - 1)]
    gaps = _gaps(needs, own, flush=flush)
    loose = [gap if breaks[each].loose else 0.0 for each, gap in zip(chosen, gaps, strict=True)]
    return Grouping(tuple(chosen), tuple(loose), tuple(seams), price)


def _cheapest(breaks: Sequence[Break], whole: float, limits: Limits) -> tuple[float, list[int]]:
    """The breaks whose price is least; all things between two fit a sheet."""
    tables: list[list[tuple[float, int]]] = []
    for seam in range(1, limits.count):
        even = whole * seam / limits.count
        table = []
        for each in breaks:
            off = EVEN * min(1.0, abs(each.at - even) / whole)
            before, source = _before(tables, breaks, each.at, limits)
            table.append((before + each.price + off, source))
        tables.append(table)
    ends = [
        (value if whole - each.at <= limits.last + EXACT else inf)
        for (value, _), each in zip(tables[-1], breaks, strict=True)
    ]
    if not ends or min(ends) == inf:
        return inf, []
    at = ends.index(min(ends))
    chosen = []
    for table in reversed(tables):
        chosen.append(at)
        at = table[at][1]
    return sum(breaks[each].price for each in chosen), chosen[::-1]


def _before(
    tables: Sequence[Sequence[tuple[float, int]]], breaks: Sequence[Break], at: float, limits: Limits
) -> tuple[float, int]:
    """The cheapest way to the break before one, and its number."""
    if not tables:
        return (0.0, 0) if at <= limits.first + EXACT else (inf, 0)
    ways = (
        (value, number)
        for number, (value, _) in enumerate(tables[-1])
        if 0 < at - breaks[number].at <= limits.middle + EXACT
    )
    return min(ways, default=(inf, 0))


def _shared_out(needs: Sequence[float], limits: Limits, *, flush: bool) -> list[float]:
    """How much each sheet has for its own: what it needs, and as evenly as can be what remains of the side."""
    most = [limits.first, *[limits.middle] * (limits.count - 2), limits.last]
    least = list(needs)
    if not flush:
        least[-1] = min(most[-1], needs[-1] + limits.side - sum(needs))
    low, high = 0.0, max(most)
    for _ in range(STEPS):
        level = (low + high) / 2
        filled = sum(_filled(least, most, level))
        low, high = (level, high) if filled < limits.side else (low, level)
    return list(_filled(least, most, high))


def _filled(needs: Sequence[float], most: Sequence[float], level: float) -> list[float]:
    return [max(need, min(level, top)) for need, top in zip(needs, most, strict=True)]


def _gaps(needs: Sequence[float], own: Sequence[float], *, flush: bool) -> list[float]:
    """The room at each seam: things stand in the middle of their sheet, the first ones at its beginning."""
    spare = [have - need for need, have in zip(needs, own, strict=True)]
    starts = [0.0, *(each / 2 for each in spare[1:-1]), spare[-1] if flush else 0.0]
    return [max(0.0, spare[at] - starts[at] + starts[at + 1]) for at in range(len(needs) - 1)]
