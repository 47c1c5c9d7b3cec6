"""Re-flow to sheets: whole columns and rows stand on each sheet, so that the seams go through the gutters.

The poster keeps its size and its number of sheets. Its columns are made as narrow as it takes for whole ones to fit
each sheet, and what remains of the width becomes room at the seams; so it is with the rows. Where the rows become too
high for that, everything is set in smaller type, by as little as will do.
"""

from collections.abc import Iterator
from dataclasses import replace
from math import inf

from desktop.layout.places import Layout
from desktop.layout.stretch import USUAL, Gap, Stretch
from desktop.plan.area import Area
from desktop.plan.axis import EXACT
from desktop.plan.grouping import Break, Grouping, grouped
from desktop.plan.page import MM
from desktop.plan.settings import Tiling
from desktop.plan.tiles import TilePlan, limits, plan, sheet_size
from desktop.poster.crossings import Narrowed, row_breaks
from desktop.poster.obstacles import obstacles
from desktop.poster.press import Made, Press

ENOUGH = 0.05
"""Of the cards that a plain grid cuts so many may remain cut."""

SHRINK, SMALLEST = 0.985, 0.7
"""Type is tried smaller by such steps, and never smaller than this share of its size."""

NARROW, NARROWEST = 0.97, 0.55
"""Columns are tried narrower by such steps, down to this share of their width."""


def reflowed(press: Press, made: Made, tiling: Tiling, shape: tuple[int, int] | None = None) -> tuple[Made, TilePlan]:
    """The poster laid out so that sheets end in gutters, and its sheets, as many as without.

    `press` is on the project that the poster shows. Where nothing better is found it is the poster as it was.
    """
    width, height = made.page.width / MM, made.page.height / MM
    before = plan(width, height, obstacles(made), tiling, sheet_size(tiling), shape=shape)
    best = made, before
    if _is_enough(before) or made.layout is None or not made.layout.columns:
        return best
    lying = replace(tiling, orientation="landscape" if before.sheet.width > before.sheet.height else "portrait")
    flow = _Flow(press.in_style(made.style or press.style), made, made.layout, lying, before)
    for other in flow.tries():
        again = plan(width, height, obstacles(other), lying, sheet_size(lying), shape=(before.across, before.down))
        again = replace(again, plain_cut=before.plain_cut)
        if _rank(again) < _rank(best[1]):
            best = other, again
        if _is_enough(again):
            break
    return best


def _is_enough(planned: TilePlan) -> bool:
    return not planned.spoilt and len(planned.cut) <= ENOUGH * planned.plain_cut


def _rank(planned: TilePlan) -> tuple[int, int]:
    return len(planned.spoilt), len(planned.cut)


class _Flow:
    """The layouts of one poster in which whole columns and rows stand on the sheets; lengths on the poster in mm."""

    def __init__(self, press: Press, made: Made, layout: Layout, tiling: Tiling, planned: TilePlan) -> None:
        self._press, self._made, self._layout = press, made, layout
        page = made.page
        width, height = page.width / MM, page.height / MM
        scale = page.scale / MM
        left = max(0.0, min(page.x / MM, width - page.x / MM - layout.width * scale))
        top = page.y / MM
        bottom = max(0.0, min(left, height - top - layout.height * scale))
        self._ground = Area(width, height, (left, top, left, bottom))
        nets = planned.sheet.net
        self._across = limits(width, nets[0], planned.across, tiling)
        self._down = limits(height, nets[1], planned.down, tiling)
        self._allowed = max(0.5, ENOUGH * planned.plain_cut)
        stages = {place.stage.id for place in layout.stage_places}
        words = (each for each in obstacles(made) if each.kind == "header" and each.id in stages)
        self._words = {each.id: each.rect.width / scale for each in words}
        self._spans = len({copy.x for copy in layout.repeats})

    def tries(self) -> Iterator[Made]:
        """In type of the same size, then in smaller and smaller type."""
        share = 1.0
        while share >= SMALLEST:
            found = self._in_type(self._made.page.scale * share)
            if found is not None:
                yield found
            share *= SHRINK

    def _in_type(self, scale: float) -> Made | None:
        """At this scale in pt; None where the rows become too high for their sheets."""
        unit = scale / MM
        base = self._laid(scale, USUAL)
        columns = self._columns(base, unit)
        if columns is None:
            return None
        title = (columns.seams or (inf,))[0] - self._ground.margin[0]
        gaps = tuple((at + 1, gap / unit) for at, gap in zip(columns.breaks, columns.gaps, strict=True))
        stretch = Stretch(columns=gaps, title=title / unit - base.head.x - self._press.style.text)
        laid = self._laid(scale, stretch)
        rows = self._rows(laid, unit) if laid.width * scale <= self._ground.room[0] + EXACT else None
        if rows is None:
            return None
        return self._press.made(self._laid(scale, replace(stretch, rows=rows)), self._ground, scale, self._made.title)

    def _laid(self, scale: float, stretch: Stretch) -> Layout:
        """As wide as the page has room."""
        return self._press.layout(
            self._layout.map.id,
            self._ground.room[0] / scale,
            self._press.note(scale),
            spans=self._spans,
            numbers=self._layout.numbers,
            stretch=stretch,
        )

    def _columns(self, base: Layout, unit: float) -> Grouping | None:
        """Columns as wide as can be that fit the sheets and let the seams through."""
        best: Grouping | None = None
        share = 1.0
        edges = 2 * self._ground.margin[0]
        while share >= NARROWEST and (best is None or best.price > self._allowed):
            narrow = Narrowed(base, share, self._words)
            places = [self._ground.margin[0] + x * unit for x in narrow.xs[1:]]
            breaks = [Break(at, price) for at, price in zip(places, narrow.prices()[1:], strict=True)]
            found = grouped(breaks, edges + narrow.whole * unit, self._across, flush=True)
            if found is not None and (best is None or found.price < best.price - 0.5):
                best = found
            share *= NARROW
        return best

    def _rows(self, laid: Layout, unit: float) -> tuple[Gap, ...] | None:
        """The room before rows that lets the seams through."""
        _, top, _, bottom = self._ground.margin
        breaks = row_breaks(laid, top, unit, self._down.middle)
        found = grouped([each for each, _ in breaks], top + laid.height * unit + bottom, self._down, flush=False)
        if found is None:
            return None
        rows = [breaks[each][1] for each in found.breaks]
        return tuple((row, gap / unit) for row, gap in zip(rows, found.gaps, strict=True) if row >= 0)
