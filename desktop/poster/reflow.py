"""Re-flow to sheets: whole columns and rows stand on each sheet, so that the seams go through the gutters.

The poster keeps its size and its number of sheets. Its columns become as narrow as it takes for whole ones to fit each
sheet, and wider again where a sheet has room for that; some rows become higher. Where they become too high for their
sheets everything is set in smaller type, by as little as will do.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate, pairwise
from math import ceil, inf

from desktop.layout.places import Layout
from desktop.layout.stretch import USUAL, Stretch
from desktop.plan.area import Area
from desktop.plan.axis import EXACT
from desktop.plan.grouping import Break, Grouping, grouped, shared_out
from desktop.plan.page import MM
from desktop.plan.paper import paper
from desktop.plan.settings import Settings, Tiling
from desktop.plan.tiles import TilePlan, limits, plan, sheet_size, shown
from desktop.poster.crossings import Narrowed, row_breaks, rows_between
from desktop.poster.obstacles import obstacles
from desktop.poster.press import Made, Press

ENOUGH = 0.05
"""Of the cards that a plain grid cuts so many may remain cut."""

SHRINK, SMALLEST = 0.985, 0.7
"""Type is tried smaller by such steps, and never smaller than this share of its size."""

NARROW, NARROWEST = 0.97, 0.55
"""Columns are tried narrower by such steps, down to this share of their width."""

Places = tuple[float, ...]


def reflowed(press: Press, made: Made, tiling: Tiling, shape: tuple[int, int] | None = None) -> tuple[Made, TilePlan]:
    """The poster laid out so that sheets end in gutters, and its sheets, as many as without.

    `press` is on the project that the poster shows. A poster that is as large as its map needs becomes as large as its
    sheets show. Where nothing better is found it is the poster as it was.
    """
    width, height = made.page.width / MM, made.page.height / MM
    before = plan(width, height, obstacles(made), tiling, sheet_size(tiling), shape=shape)
    best = made, before
    if _is_enough(before) or made.layout is None or not made.layout.columns:
        return best
    lying = replace(tiling, orientation="landscape" if before.sheet.width > before.sheet.height else "portrait")
    flow = _Flow(press.in_style(made.style or press.style), made, made.layout, lying, before)
    for other in flow.tries():
        width, height = other.page.width / MM, other.page.height / MM
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


def _is_free(settings: Settings, made: Made) -> bool:
    """Whether the page is as large as it is only because the map needs that."""
    if settings.sizing == "sheets" or not settings.paper:
        return settings.sizing != "sheets"
    named = paper(settings.paper)
    size = sorted(made.page.millimetres)
    return settings.sizing == "text" and not named.is_roll and size != sorted((named.width, named.height or 0.0))


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
        self._free = _is_free(press.settings, made)
        if self._free:
            width, height = shown(planned.sheet, planned.overlap, planned.across, planned.down)
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
            yield from self._in_type(self._made.page.scale * share)
            share *= SHRINK

    def _in_type(self, scale: float) -> Iterator[Made]:
        """At this scale in pt, from the fewest cards cut; none where columns or rows do not fit their sheets."""
        unit = scale / MM
        base = self._laid(scale, USUAL)
        for places, widths in self._columns(base, unit):
            seams = tuple((place - self._ground.margin[0]) / unit for place in places)
            title = min(seams, default=inf) - base.head.x - self._press.style.text
            stretch = Stretch(widths=widths, title=title, seams=seams)
            laid = self._laid(scale, stretch)
            fits = laid.width * scale <= self._ground.room[0] + EXACT
            heights = self._heights(laid, unit) if fits else None
            if heights is not None:
                laid = self._laid(scale, replace(stretch, heights=heights))
                yield self._press.made(laid, self._page(laid.height * unit), scale, self._made.title)
                return

    def _page(self, height: float) -> Area:
        """The poster's, or whole millimetres as a map of this height needs them where its poster can be of any."""
        _, top, _, bottom = self._ground.margin
        needed = ceil(top + height + bottom - EXACT) if self._free else inf
        return replace(self._ground, height=min(self._ground.height, needed))

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

    def _columns(self, base: Layout, unit: float) -> list[tuple[Places, Places]]:
        """Where the seams are, and how wide each column is so that whole ones fill each sheet: as wide as can
        be, and all alike as far as can be. First those with the fewest cards across two sheets."""
        found: list[tuple[Grouping, Narrowed]] = []
        share, left = 1.0, self._ground.margin[0]
        while share >= NARROWEST and (not found or found[-1][0].price > self._allowed):
            narrow = Narrowed(base, share, self._across.middle / unit, self._words)
            places = [left + x * unit for x in narrow.xs]
            breaks = [Break(at, price) for at, price in zip(places, narrow.prices(), strict=True)]
            grouping = grouped(breaks, 2 * left + narrow.whole * unit, self._across)
            if grouping is not None and (not found or grouping.price < found[-1][0].price - 0.5):
                found.append((grouping, narrow))
            share *= NARROW
        return [self._widths(base, unit, *each) for each in reversed(found)]

    def _widths(self, base: Layout, unit: float, grouping: Grouping, narrow: Narrowed) -> tuple[Places, Places]:
        ends = [0, *grouping.breaks, len(base.columns)]
        own = [sum(narrow.widths[a:b]) * unit for a, b in pairwise(ends)]
        starts = [need - part for need, part in zip(grouping.needs, own, strict=True)]
        sides = shared_out(starts, own, self._across)
        times: list[float] = []
        for side, start, part, (a, b) in zip(sides, starts, own, pairwise(ends), strict=True):
            times += [width * (side - start) / part for width in narrow.widths[a:b]]
        ratios = [width / column.width for width, column in zip(times, base.columns, strict=True)]
        return tuple(accumulate(sides[:-1])), tuple(ratio / min(ratios) for ratio in ratios)

    def _heights(self, laid: Layout, unit: float) -> tuple[float, ...] | None:
        """How much higher each row is so that seams across stand between rows: as little as can be."""
        _, top, _, bottom = self._ground.margin
        breaks = row_breaks(laid, top, unit, self._down.middle)
        found = grouped(breaks, top + laid.height * unit + bottom, self._down)
        if found is None:
            return None
        places = [breaks[each].at for each in found.breaks]
        sheets = [rows_between(laid, a, b, top, unit) for a, b in pairwise([0.0, *places, inf])]
        starts = list(found.needs)
        starts[-1] += self._down.side - sum(starts)  # what remains is left at the foot
        room = min(starts[-1], self._down.last if self._down.count > 1 else self._down.side)
        starts[-1] = room
        rates = [float(len(rows)) for rows in sheets[:-1]]
        sides = shared_out(starts, [*rates, 0.0], self._down)
        more = [0.0] * len(laid.rows)
        for rows, side, start in zip(sheets, sides, starts, strict=True):
            for row in rows:
                more[row] = (side - start) / unit / len(rows)
        return tuple(more)
