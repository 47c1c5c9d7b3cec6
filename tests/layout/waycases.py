"""Two cards on a grid of columns of 100 units with gutters of 10, and what an arrow between them depends on."""

from desktop.layout.gutters import Room
from desktop.layout.places import Rect
from desktop.layout.ways import Case, End, Routed, best_way

HIGH = 40.0


def room(columns=6):
    return Room(
        gutters=tuple(100.0 * at for at in range(columns + 1)),
        gutter=10.0,
        strip=5.0,
        gap=6.0,
        track=3.0,
        strip_track=2.0,
        beside=1,
        port=6.0,
        corner=4.0,
        first=16.0,
    )


ROOM = room()


def end(row, first, last=None, y=10.0, opens=True, high=HIGH):
    """A card; with `opens` nothing stands above or below it."""
    last = first if last is None else last
    columns = tuple(range(first, last + 1)) if opens else ()
    return End(row, first, last, Rect(100.0 * first + 10, y, 100.0 * (last - first + 1) - 20, high), columns, columns)


def case(source, target, *, loops=False, walls=None, across=False, down=-1):
    rows = abs(source.row - target.row) + 1
    return Case(source, target, loops, tuple(walls or ((),) * rows), across, down)


def routed(name, source, target, cards=None, **fields):
    """A link with its best way; the cards' ids are those of the places if nothing is said."""
    what = case(source, target, **fields)
    ids = cards or (f"r{source.row}c{source.first}y{source.rect.y}", f"r{target.row}c{target.first}y{target.rect.y}")
    return Routed(name, *ids, what, best_way(what, ROOM))
