"""The places on the sides of cards where arrows leave and arrive, side by side where several share one."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from desktop.layout.gutters import Level, Room
from desktop.layout.ways import BOTTOM, LEFT, UPRIGHT, Routed

Spot = tuple[float, Level]
"""A point of an arrow: x on the map, and its height."""


class Tip(NamedTuple):
    """An end of the arrow with this number."""

    route: int
    arriving: bool


class Side(NamedTuple):
    """A side of a card; of a top or bottom the part over one column, −1 for the others."""

    card: str
    side: str
    column: int


Ports = Mapping[Tip, float]
"""Per end its height below the row's top on an upright side, its x on a top or bottom."""


def ports(routes: Sequence[Routed], room: Room) -> Ports:
    """A place for every end. Arrows without bends come first, since theirs must be the same on both sides."""
    found: dict[Tip, float] = {}
    sides: defaultdict[Side, list[Tip]] = defaultdict(list)
    twins: defaultdict[frozenset[str], int] = defaultdict(int)
    for number, route in enumerate(routes):
        start, head = Tip(number, arriving=False), Tip(number, arriving=True)
        if not route.way.channels:
            pair = frozenset((route.source, route.target))
            found[start] = found[head] = _straight(route, room, twins[pair])
            twins[pair] += 1
        sides[Side(route.source, route.way.leave, route.way.leave_column)].append(start)
        sides[Side(route.target, route.way.enter, route.way.enter_column)].append(head)
    for side, tips in sides.items():
        found |= _spread(routes, side, tips, found, room)
    return found


def edge(route: Routed, port: float, *, arriving: bool) -> Spot:
    """The point on a card's edge where an arrow leaves or arrives."""
    end, side = route.end(arriving=arriving), route.way.enter if arriving else route.way.leave
    if side in UPRIGHT:
        return (end.rect.x if side == LEFT else end.rect.right), Level(end.row, port)
    return port, Level(end.row, end.rect.bottom if side == BOTTOM else end.rect.y)


def _straight(route: Routed, room: Room, twin: int) -> float:
    """Several between the same two cards step aside from each other."""
    one, other = route.case.source.rect, route.case.target.rect
    if route.way.leave in UPRIGHT:
        top, bottom = max(one.y, other.y), min(one.bottom, other.bottom)
        return min(top + min(room.first, (bottom - top) / 2) + twin * room.port, bottom)
    column = route.way.leave_column
    return min(room.middle(column) + twin * room.port, room.gutters[column + 1] - room.gutter - room.corner)


def _spread(routes: Sequence[Routed], side: Side, tips: Sequence[Tip], fixed: Ports, room: Room) -> dict[Tip, float]:
    """Places for the ends on one side that have none: before and after those of straight arrows, else in a row."""
    aims = sorted((_aim(routes[tip.route], tip, side.side), tip) for tip in tips if tip not in fixed)
    if not aims:
        return {}
    low, high, wanted = _reach(routes[aims[0][1].route], aims[0][1], side, room)
    taken = [fixed[tip] for tip in tips if tip in fixed]
    if taken:
        before = sum(aim.way < 0 for aim, _ in aims)
        places = [min(taken) - at * room.port for at in range(before, 0, -1)]
        places += [max(taken) + at * room.port for at in range(1, len(aims) - before + 1)]
    else:
        start = wanted if side.side in UPRIGHT else wanted - (len(aims) - 1) / 2 * room.port
        places = [start + at * room.port for at in range(len(aims))]
    return {tip: min(max(place, low), high) for (_, tip), place in zip(aims, places, strict=True)}


def _reach(route: Routed, tip: Tip, side: Side, room: Room) -> tuple[float, float, float]:
    """The least and the greatest place on a side, and where a single arrow stands."""
    if side.side in UPRIGHT:
        card = route.end(arriving=tip.arriving).rect
        wanted = card.y + min(room.first, card.height / 2)
        return min(card.y + room.corner, wanted), max(card.bottom - room.corner, wanted), wanted
    middle, inset = room.middle(side.column), room.gutter + room.corner
    low, high = room.gutters[side.column] + inset, room.gutters[side.column + 1] - inset
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
