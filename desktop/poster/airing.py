"""A map that is lower than its page, because its columns can be no narrower: its rows are given the rest of it."""

from statistics import fmean

from desktop.document.kinds import DIVIDERS
from desktop.layout.places import Layout, Row
from desktop.layout.stretch import USUAL, Stretch

WORTH = 0.05
"""A page of which no more than this share is white is full."""

MOST = 0.75
"""Of the height that rows have on an average: with yet more room below their cards, lanes would fall apart."""

CURVES = 2
"""A lane of emotions gains so many times as much as others: there it is not room that grows, but the curve."""


def aired(layout: Layout, white: float, *, curves: bool = True) -> Stretch:
    """All rows higher by the same, which makes the map higher by `white` layout units, or by as much as they may grow.

    Dividers stay as they are, and so do emotions unless `curves` may become taller.
    """
    if white <= WORTH * (layout.height + white):
        return USUAL
    plain = [row for row in layout.rows if _holds_cards(row)]
    tall = [row for row in layout.rows if row.lane.kind == "emotions" and curves]
    if not plain and not tall:
        return USUAL
    more = min(white / (len(plain) + CURVES * len(tall)), MOST * _mean([*plain, *tall]))
    heights = tuple(more if _holds_cards(row) else 0.0 for row in layout.rows)
    return Stretch(heights=heights, curves=1.0 + CURVES * more / _mean(tall) if tall else 1.0)


def _holds_cards(row: Row) -> bool:
    return row.lane.kind not in DIVIDERS and row.lane.kind != "emotions"


def _mean(rows: list[Row]) -> float:
    return fmean(row.height for row in rows)
