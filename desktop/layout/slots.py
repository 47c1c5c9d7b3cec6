"""From a point to what stands there: rows and columns are found by bisection, so the grid is the spatial index."""

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from desktop.document.edits.cards import Spot
from desktop.document.kinds import DIVIDERS
from desktop.layout.places import CardPlace, Column, Layout, Row

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


def slot_at(layout: Layout, x: float, y: float) -> Spot | None:
    """Where a card dropped at the point lands: between the cards of that cell whose middles are above and below it.

    None outside the cells and on a divider.
    """
    row, column = row_at(layout, y), column_at(layout, x)
    if row is None or column is None or row.lane.kind in DIVIDERS:
        return None
    places = cell(row, column.index)
    number = sum(place.rect.y + place.rect.height / 2 <= y - row.y for place in places)
    after = places[number - 1].card.id if number else ""
    before = places[number].card.id if number < len(places) else ""
    return Spot(row.lane.id, column.step.id, after, before)
