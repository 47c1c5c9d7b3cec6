"""The free room of a map in which arrows may run: gutters beside the columns, strips between the rows.

Cards never reach into the gutter on either side of their columns nor into the strip along the top and the bottom of
their row. A gutter is stopped only by what spans several columns (a wall); a strip is free from end to end.
Heights are told from the top of a row, so that they stay true when rows above become higher.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop.document.kinds import DIVIDERS
from desktop.layout.places import CardPlace, Rect, RowContent


@dataclass(frozen=True, slots=True)
class Room:
    """Where the room for arrows is, and how it is shared, in layout units."""

    gutters: tuple[float, ...]
    """The x of their middles; gutter n is left of column n, the last one right of all columns."""
    gutter: float
    """Half its width."""
    strip: float
    """From the edge of a row to the middle of the strip inside it."""
    gap: float
    """Between two cards in a column."""
    track: float
    strip_track: float
    """The distance of neighbouring tracks."""
    beside: int
    """How many tracks there are at either side of the one in the middle."""
    port: float
    """The distance of neighbouring arrows on the side of a card."""
    corner: float
    """How far these stay from its corners."""
    first: float
    """How far below its top the first one stands: at its first line of text."""
    rights: tuple[float, ...] = ()
    """Where the columns end, if there is anything between some of them."""

    def right(self, column: int) -> float:
        """The x of a column's right end."""
        return self.rights[column] if self.rights else self.gutters[column + 1]

    def middle(self, column: int) -> float:
        """The x of a column's middle."""
        return (self.gutters[column] + self.right(column)) / 2


class Level(NamedTuple):
    """A height: so much below the top of the row with this number; the bottom of the last one counts as a top.

    Levels compare from top to bottom as long as an offset stays within its row or in the strips beside it.
    """

    row: int
    offset: float


class Wall(NamedTuple):
    """What stands across the gutters `first` to `last` of a row; `hard` when nothing may run across it."""

    first: int
    last: int
    top: float
    bottom: float
    hard: bool


class Change(NamedTuple):
    """A row that is other than before: in these columns, or as a whole."""

    row: int
    columns: tuple[int, ...] | None


class RowWays:
    """What arrows need to know of a row: where those of its cards stand that arrows begin or end at, and its walls."""

    def __init__(self, content: RowContent, ends: Collection[str], gutters: Sequence[float]) -> None:
        self.content = content
        self.places = {place.card.id: place for place in content.cards if place.card.id in ends}
        self.walls = tuple(_walls(content, gutters))

    def differs(self, other: "RowWays", row: int) -> "Change":
        """What is other in another state of the row with this number."""
        one, two = self.content, other.content
        looks = (one.lane.kind, one.lane.empty, len(one.cells)) == (two.lane.kind, two.lane.empty, len(two.cells))
        if not looks or self.walls != other.walls:
            return Change(row, None)
        cells = enumerate(zip(one.cells, two.cells, strict=True))
        return Change(row, tuple(column for column, (was, now) in cells if was != now))

    def above(self, place: CardPlace) -> tuple[int, ...]:
        """The columns in which nothing stands between a card and the top of the row."""
        if self.content.lane.kind == "emotions" or self.content.lane.kind in DIVIDERS:
            return ()
        return tuple(
            at for at in range(place.first, place.last + 1) if self.content.cells[at][0].card.id == place.card.id
        )

    def below(self, place: CardPlace) -> tuple[int, ...]:
        """The columns in which nothing stands between a card and the bottom of the row."""
        return tuple(
            at for at in range(place.first, place.last + 1) if self.content.cells[at][-1].card.id == place.card.id
        )

    def are_neighbours(self, column: int, upper: Rect, lower: Rect) -> bool:
        """Whether one card comes directly under the other in a column."""
        tops = [place.rect.y for place in self.content.cells[column]]
        return tops.index(lower.y) - tops.index(upper.y) == 1

    def is_bare(self, column: int) -> bool:
        """Whether one can run straight down through a column of the row."""
        content = self.content
        if content.lane.kind == "emotions" or content.lane.empty:
            return False
        return not content.cells or not content.cells[column]

    def is_clear(self, columns: range, top: float, bottom: float) -> bool:
        """Whether one can run straight across these columns between two heights."""
        content = self.content
        if not columns:
            return True
        if content.lane.kind == "emotions" or (content.lane.empty and not all(content.cells[at] for at in columns)):
            return False
        places = (place.rect for at in columns for place in content.cells[at])
        return all(rect.bottom <= top or bottom <= rect.y for rect in places)


def _walls(content: RowContent, gutters: Sequence[float]) -> Iterator[Wall]:
    for place in content.cards:
        if place.first < place.last:
            yield Wall(place.first + 1, place.last, place.rect.y, place.rect.bottom, hard=True)
    for rect in _written(content):
        first, last = bisect_left(gutters, rect.x), bisect_right(gutters, rect.right) - 1
        if first <= last:
            yield Wall(first, last, rect.y, rect.bottom, hard=False)


def _written(content: RowContent) -> Iterator[Rect]:
    """The words beside the curves of an emotion lane."""
    yield from (place.label.rect for place in content.markers if place.label)
    yield from (curve.end_label.rect for curve in content.curves if curve.end_label)


def walls_between(
    rows: Sequence[Sequence[Wall]], first: int, gutter: int, one: Level, other: Level
) -> Iterator[tuple[int, Wall]]:
    """The walls that stop a gutter between two levels, each with its row; `first` is the number of the first row."""
    top, bottom = (one, other) if one <= other else (other, one)
    for row in range(max(top.row, first), min(bottom.row, first + len(rows) - 1) + 1):
        for wall in rows[row - first]:
            meets = Level(row, wall.bottom) > top and Level(row, wall.top) < bottom
            if meets and wall.first <= gutter <= wall.last:
                yield row, wall
