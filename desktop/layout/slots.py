"""From a point to what stands there: rows and columns are found by bisection, so the grid is the spatial index."""

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from desktop.document.kinds import DIVIDERS
from desktop.layout.places import CardPlace, Column, Layout, Rect, Row, Slot

_TOP = attrgetter("y")
_LEFT = attrgetter("x")


def row_at(layout: Layout, y: float) -> Row | None:
    """The row at this height, dividers included."""
    number = bisect_right(layout.rows, y, key=_TOP) - 1
    if number < 0 or y >= layout.rows[number].y + layout.rows[number].height:
        return None
    return layout.rows[number]


def column_at(layout: Layout, x: float) -> Column | None:
    """The column at this x; None beside the columns."""
    number = bisect_right(layout.columns, x, key=_LEFT) - 1
    if number < 0 or x >= layout.columns[number].x + layout.columns[number].width:
        return None
    return layout.columns[number]


def cell(row: Row, column: int) -> Sequence[CardPlace]:
    """The cards that cover the column, from top to bottom, relative to the row's top."""
    return row.content.cells[column] if column < len(row.content.cells) else ()


def card_at(layout: Layout, x: float, y: float) -> CardPlace | None:
    """The card whose box holds the point."""
    row, column = row_at(layout, y), column_at(layout, x)
    if row is None or column is None:
        return None
    return next((place for place in cell(row, column.index) if place.rect.contains(x, y - row.y)), None)


def slot_at(layout: Layout, x: float, y: float) -> Slot | None:
    """Where a card dropped at the point lands: between the cards of that cell whose middles are above and below it.

    None outside the cells and on a divider. The slot's rectangle is that of a card of two lines.
    """
    row, column = row_at(layout, y), column_at(layout, x)
    if row is None or column is None or row.lane.kind in DIVIDERS:
        return None
    places = cell(row, column.index)
    number = sum(place.rect.y + place.rect.height / 2 <= y - row.y for place in places)
    above = places[number - 1] if number else None
    below = places[number] if number < len(places) else None
    return Slot(
        lane=row.lane.id,
        step=column.step.id,
        after=above.card.id if above else "",
        before=below.card.id if below else "",
        rect=_rect(row, column, above, below, layout),
    )


def _rect(row: Row, column: Column, above: CardPlace | None, below: CardPlace | None, layout: Layout) -> Rect:
    space = layout.cell_space
    top = below.rect.y if below else space.top
    y = above.rect.bottom + space.gap if above else top
    return Rect(column.x + space.gutter, row.y + y, column.width - 2 * space.gutter, space.card_height)
