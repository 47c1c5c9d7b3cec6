"""What seams before columns and between rows would go through in a layout, told before it is drawn."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import chain

from desktop.document.kinds import DIVIDERS
from desktop.layout.places import Layout, Row
from desktop.plan.axis import EXACT
from desktop.plan.grouping import Break

HARD_PRICE = 1000.0
"""A header or a mark costs as much as so many cards."""

BETWEEN_HEADERS = 0.4
"""The price of a seam between the steps and their first cards: no harm, but better elsewhere."""

TALL = 0.4
"""A row higher than this share of a sheet may have a seam inside, between cards."""


class Narrowed:
    """A layout whose columns are narrower, each by the same share and none wider than `most`.

    `xs` are the left ends of the columns, `widths` and `whole` their widths and that of all, in layout units; `words`
    is how wide the words of stages are, by id.
    """

    def __init__(self, layout: Layout, share: float, most: float, words: Mapping[str, float]) -> None:
        self._layout, self._words = layout, words
        self.widths = [min(most, column.width * share) for column in layout.columns]
        self.xs: list[float] = []
        less = 0.0
        for column, width in zip(layout.columns, self.widths, strict=True):
            self.xs.append(column.x - less)
            less += column.width - width
        self.whole = layout.width - less

    def prices(self) -> list[float]:
        """Per column what a seam at its left end costs, in cards."""
        found = [0.0] * (len(self.xs) + 1)
        for row in self._layout.rows:
            for place in row.content.cards:
                for number in range(place.first + 1, place.last + 1):
                    found[number] += 1
        for number in chain(self._stages(), self._labels()):
            found[number] += HARD_PRICE
        return found[:-1]

    def _stages(self) -> Iterator[int]:
        """Where the words of a stage go on over a column's edge."""
        first: dict[str, float] = {}
        inset = self._layout.cell_space.gutter
        for number, column in enumerate(self._layout.columns):
            start = first.setdefault(column.stage.id, self.xs[number])
            if start < self.xs[number] < start + inset + self._words.get(column.stage.id, 0.0):
                yield number

    def _labels(self) -> Iterator[int]:
        """Where the label of a marker reaches over its column's edges."""
        lefts = [column.x for column in self._layout.columns]
        for place in chain.from_iterable(row.content.markers for row in self._layout.rows):
            if place.label is None:
                continue
            number = max(0, bisect_right(lefts, place.x) - 1)
            column = self._layout.columns[number]
            right = self.xs[number] + self.widths[number]
            shift = (self.xs[number] + right) / 2 - column.x - column.width / 2
            if place.label.rect.x + shift < self.xs[number]:
                yield number
            if place.label.rect.right + shift > right:
                yield number + 1


def row_breaks(layout: Layout, top: float, unit: float, most: float) -> list[Break]:
    """Where seams can go across, from top to bottom.

    `top` is where the drawing begins on the poster, `unit` the length of a layout unit, `most` what a sheet holds: mm.
    """
    found = [Break((layout.head.bottom + layout.stages.y) / 2)]
    for number, row in enumerate(layout.rows):
        found.append(Break(row.y, 0.0 if number else BETWEEN_HEADERS))
        if row.height * unit > TALL * most and row.content.cards:
            found += _inside(row)
    if layout.rows and layout.foot.height:
        found.append(Break(layout.labels.bottom))
    return [each._replace(at=top + each.at * unit) for each in found]


def rows_between(layout: Layout, start: float, end: float, top: float, unit: float) -> list[int]:
    """The rows that stand whole between two places on the poster and can be higher than they are."""
    return [
        number
        for number, row in enumerate(layout.rows)
        if row.lane.kind not in DIVIDERS
        and start - EXACT <= top + row.y * unit
        and top + (row.y + row.height) * unit <= end + EXACT
    ]


def _inside(row: Row) -> Iterator[Break]:
    """Under each card of a high row; the words of its label are cut as little as can be."""
    content = row.content
    if content.lane.kind == "emotions" or content.lane.kind in DIVIDERS:
        return
    label = content.label[-1].bottom if content.label else 0.0
    rects = [place.rect for place in content.cards]
    for y in sorted({rect.bottom for rect in rects}):
        cut = sum(1 for rect in rects if rect.y < y < rect.bottom)
        yield Break(row.y + y, cut + (HARD_PRICE if y < label else 0.0))
