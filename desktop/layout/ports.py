"""The places on the sides of cards where arrows leave and arrive, side by side where several share one."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desktop.layout.gutters import Level, Room
from desktop.layout.ways import BOTTOM, LEFT, UPRIGHT, Routed

Spot = tuple[float, Level]
"""A point of an arrow: x on the map, and its height."""


class Tip(NamedTuple):
    """The end of the arrow with this id."""

    id: str
    arriving: bool


class Side(NamedTuple):
    """A side of a card; of a top or bottom the part over one column, −1 for the others."""

    card: str
    side: str
    column: int


def sides(route: Routed) -> Iterator[tuple[Side, Tip]]:
    """Where an arrow leaves and where it arrives."""
    way = route.way
    yield Side(route.source, way.leave, way.leave_column), Tip(route.id, arriving=False)
    yield Side(route.target, way.enter, way.enter_column), Tip(route.id, arriving=True)


def edge(route: Routed, port: float, *, arriving: bool) -> Spot:
    """The point on a card's edge where an arrow leaves or arrives."""
    end, side = route.end(arriving=arriving), route.way.enter if arriving else route.way.leave
    if side in UPRIGHT:
        return (end.rect.x if side == LEFT else end.rect.right), Level(end.row, port)
    return port, Level(end.row, end.rect.bottom if side == BOTTOM else end.rect.y)


def straight_port(route: Routed, room: Room, twin: int) -> float:
    """Where an arrow without bends leaves and arrives; the others between the same two cards step aside from it."""
    one, other = route.case.source.rect, route.case.target.rect
    if route.way.leave in UPRIGHT:
        top, bottom = max(one.y, other.y), min(one.bottom, other.bottom)
        return min(top + min(room.first, (bottom - top) / 2) + twin * room.port, bottom)
    column = route.way.leave_column
    return min(room.middle(column) + twin * room.port, room.right(column) - room.gutter - room.corner)


def spread(
    side: Side, tips: Sequence[tuple[Tip, Routed]], straight: Sequence[float], room: Room
) -> Iterator[tuple[Tip, float]]:
    """Places for the ends of bent arrows on one side: around those of `straight` ones, else in a row."""
    aims = sorted((_aim(route, tip, side.side), tip) for tip, route in tips)
    low, high, wanted = _reach(tips[0][1], tips[0][0], side, room)
    if straight:
        before = sum(aim.way < 0 for aim, _ in aims)
        places = [min(straight) - at * room.port for at in range(before, 0, -1)]
        places += [max(straight) + at * room.port for at in range(1, len(aims) - before + 1)]
    else:
        start = wanted if side.side in UPRIGHT else wanted - (len(aims) - 1) / 2 * room.port
        places = [start + at * room.port for at in range(len(aims))]
    for (_, tip), place in zip(aims, places, strict=True):
        yield tip, min(max(place, low), high)


def _reach(route: Routed, tip: Tip, side: Side, room: Room) -> tuple[float, float, float]:
    """The least and the greatest place on a side, and where a single arrow stands."""
    if side.side in UPRIGHT:
        card = route.end(arriving=tip.arriving).rect
        wanted = card.y + min(room.first, card.height / 2)
        return min(card.y + room.corner, wanted), max(card.bottom - room.corner, wanted), wanted
    middle, inset = room.middle(side.column), room.gutter + room.corner
    low, high = room.gutters[side.column] + inset, room.right(side.column) - inset
    return min(low, middle), max(high, middle), middle


class _Aim(NamedTuple):
    """Where an arrow goes from a side: −1 up or left, 1 down or right; then how far down or right, the farthest first,
    so that arrows to one side lie within each other and do not cross; then anything that is fixed."""

    way: int
    far: float
    further: float
    id: str


def _aim(route: Routed, tip: Tip, side: str) -> _Aim:
    here, there = route.end(arriving=tip.arriving), route.end(arriving=not tip.arriving)
    if side in UPRIGHT:
        back = (there.row, there.rect.y) < (here.row, here.rect.y)
        return _Aim(-1 if back else 1, -float(there.row), -there.rect.y, route.id)
    return _Aim(-1 if there.first < here.first else 1, -there.rect.x, -float(there.row), route.id)
