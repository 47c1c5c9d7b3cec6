"""Where things stood in another layout of the same map, found again in the layout that is shown now."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop.canvas.hits import Hits
from desktop.layout.places import Column, Layout, Rect, Row


@dataclass(frozen=True, slots=True)
class Ghost:
    """A place by its lane and its first and last step; `left` and `right` are how far its edges are from those of its
    columns, `top` how far below the row's. `felt`: a marker's, which stays as wide as it is."""

    thing: str
    lane: str
    first: str
    last: str
    left: float
    right: float
    top: float
    size: tuple[float, float]
    felt: bool = False


def ghosts(hits: Hits, things: Iterable[str]) -> Iterator[Ghost]:
    """Of the cards and markers among these things that stand in a layout."""
    columns = {column.step.id: column for column in hits.layout.columns}
    for thing in things:
        found = hits.find(thing)
        felt = hits.find_marker(thing) if found is None else None
        if found is not None:
            row, place = found
            first, last = hits.layout.columns[place.first], hits.layout.columns[place.last]
            yield _ghost(thing, row, first, last, place.rect)
        elif felt is not None and felt[1].marker.step in columns:
            row, mark = felt
            column, wide = columns[mark.marker.step], 2 * mark.radius
            box = Rect(mark.x - mark.radius, mark.y - mark.radius, wide, wide)
            yield _ghost(thing, row, column, column, box, felt=True)


def _ghost(thing: str, row: Row, first: Column, last: Column, box: Rect, *, felt: bool = False) -> Ghost:
    left, right = box.x - first.x, last.x + last.width - box.right
    return Ghost(
        thing, row.lane.id, first.step.id, last.step.id, left, right, box.y, (box.width, box.height), felt=felt
    )


def placed(ghosts: Iterable[Ghost], layout: Layout) -> Iterator[tuple[str, Rect]]:
    """The things with their boxes on the map as it is now, within their rows; those without a row or a column, because
    that has gone or is not shown, are left out."""
    rows = {row.lane.id: row for row in layout.rows}
    columns = {column.step.id: column for column in layout.columns}
    for ghost in ghosts:
        row, first, last = rows.get(ghost.lane), columns.get(ghost.first), columns.get(ghost.last)
        if row is not None and first is not None and last is not None and first.index <= last.index:
            yield ghost.thing, _box(ghost, row, first, last)


def _box(ghost: Ghost, row: Row, first: Column, last: Column) -> Rect:
    wide, high = ghost.size
    x, room = first.x + ghost.left, last.x + last.width - ghost.right - first.x - ghost.left
    if ghost.felt:
        x, room = x + (room - wide) / 2, wide
    high = min(high, row.height)
    return Rect(x, row.y + min(ghost.top, row.height - high), max(room, 1.0), high)
