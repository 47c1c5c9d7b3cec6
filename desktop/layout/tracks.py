"""Where arrows run beside each other: in every gutter and strip on tracks of their own as long as there are any.

Stretches are put on tracks from the top and from the left, each as near to the middle as those before it leave free;
when all tracks are taken it shares the one with the fewest others. Then the corners of every arrow are known.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from desktop.layout.gutters import Level, Room, walls_between
from desktop.layout.ports import Ports, Spot, Tip, edge, ports
from desktop.layout.ways import UPRIGHT, Channel, Gutter, Routed, Strip

Along = tuple[float, float]
"""A place along a channel: a level in a gutter, (0, x) in a strip."""


class _Run(NamedTuple):
    """A stretch in a channel: from where to where, of which arrow, its how many-eth channel. The arrow comes and goes
    to the left or top of the channel (−1) or to its right or bottom (1); `turn` is where it would rather step aside."""

    low: Along
    high: Along
    route: int
    number: int
    low_side: int
    high_side: int
    turn: int


def arranged(routes: Sequence[Routed], room: Room) -> dict[str, tuple[Spot, ...]]:
    """Per link the corners of its arrow, from edge to edge. The order of the routes does not matter."""
    routes = sorted(routes, key=lambda route: route.id)
    places = ports(routes, room)
    tracks = _tracks(routes, places, room)
    return {route.id: _corners(at, route, places, tracks, room) for at, route in enumerate(routes)}


def _tracks(routes: Sequence[Routed], places: Ports, room: Room) -> dict[tuple[int, int], int]:
    """By arrow and number of its channel the track: 0 in the middle, others on both sides of it."""
    channels: defaultdict[Channel, list[_Run]] = defaultdict(list)
    for at, route in enumerate(routes):
        for channel, run in zip(route.way.channels, _runs(at, route, places, room), strict=True):
            channels[channel].append(run)
    found: dict[tuple[int, int], int] = {}
    for channel, runs in channels.items():
        narrow = isinstance(channel, Strip) and channel.at == 0
        found |= {(run.route, run.number): track for run, track in _placed(runs, 0 if narrow else room.beside)}
    return found


def _runs(at: int, route: Routed, places: Ports, room: Room) -> Iterator[_Run]:
    """An arrow's stretches, each from the middle of the channel before to the middle of the one after."""
    way = route.way
    start, end = (edge(route, places[Tip(at, arriving)], arriving=arriving) for arriving in (False, True))
    middles = (_middle(channel, room) for channel in way.channels)
    stations = [*_both(start, way.leave), *middles, *_both(end, way.enter)[::-1]]  # x and level in turn
    for number in range(len(way.channels)):
        aside, before, here, after, beyond = stations[number : number + 5]
        sides = [1 if each > here else -1 for each in (aside, beyond)]
        turn = -sides[1] if number + 1 == len(way.channels) else sides[0]  # a head wants room before it
        (low, low_side), (high, high_side) = sorted(((before, sides[0]), (after, sides[1])))
        if isinstance(way.channels[number], Strip):  # those that end at either side of a gutter do not touch
            low, high = (0.0, low[1] - room.gutter), (0.0, high[1] + room.gutter)
        yield _Run(low, high, at, number, low_side, high_side, turn)


def _both(spot: Spot, side: str) -> tuple[Along, Along]:
    """An arrow's end on this side of a card: its place across the channel at that side and its place along it."""
    x, level = (0.0, spot[0]), spot[1]
    return (x, level) if side in UPRIGHT else (level, x)


def _middle(channel: Channel, room: Room) -> Along:
    """The middle of a gutter or strip; of that above all rows somewhat higher, so that heads have room below it."""
    if isinstance(channel, Gutter):
        return 0.0, room.gutters[channel.at]
    offset = room.strip if channel.at else room.strip / 2
    return Level(channel.at, offset if channel.below else -offset)


def _placed(runs: Iterable[_Run], beside: int) -> Iterator[tuple[_Run, int]]:
    """Each run with its track: with the fewest others beside it, then the fewest across, then nearest to the middle."""
    taken: list[tuple[_Run, int]] = []
    for run in sorted(runs):
        order = [0, *(turn * at for at in range(1, beside + 1) for turn in (run.turn, -run.turn))]
        met = [(other, track) for other, track in taken if run.low <= other.high and other.low <= run.high]
        track = min(order, key=lambda each: (sum(each == at for _, at in met), _crossings(run, each, met)))
        taken.append((run, track))
        yield run, track


def _crossings(run: _Run, track: int, met: Iterable[tuple[_Run, int]]) -> int:
    return sum(_cuts(run, track, other, at) + _cuts(other, at, run, track) for other, at in met)


def _cuts(run: _Run, track: int, other: _Run, at: int) -> int:
    """How often one run, on its track, is crossed by the ends of another where that comes and goes."""
    ends = ((other.low, other.low_side), (other.high, other.high_side))
    return sum(run.low <= place <= run.high and (track - at) * side > 0 for place, side in ends)


def _corners(
    at: int, route: Routed, places: Ports, tracks: Mapping[tuple[int, int], int], room: Room
) -> tuple[Spot, ...]:
    start, end = (edge(route, places[Tip(at, arriving)], arriving=arriving) for arriving in (False, True))
    spots, (x, level) = [start], start
    for number, channel in enumerate(route.way.channels):
        middle, track = _middle(channel, room), tracks[at, number]
        if isinstance(channel, Gutter):
            x = middle[1] + track * room.track
        else:
            level = Level(channel.at, middle[1] + track * room.strip_track)
        spots.append((x, level))
    if route.way.channels:
        spots.append((x, end[1]) if route.way.enter in UPRIGHT else (end[0], level))
    return _tidy(_round_walls([*spots, end], route, room))


def _round_walls(spots: Sequence[Spot], route: Routed, room: Room) -> Iterator[Spot]:
    """The corners, and those of the ways round cards that stand across a gutter: close to the card all round."""
    down_gutters = {at + 1: channel.at for at, channel in enumerate(route.way.channels) if isinstance(channel, Gutter)}
    yield spots[0]
    for number, (one, other) in enumerate(pairwise(spots)):
        if number in down_gutters:
            yield from _detours(down_gutters[number], one, other, route, room)
        yield other


def _detours(gutter: int, one: Spot, other: Spot, route: Routed, room: Room) -> Iterator[Spot]:
    down = one[1] < other[1]
    met = walls_between(route.case.walls, route.case.top, gutter, one[1], other[1])
    walls = sorted(((row, wall.top, wall) for row, wall in met if wall.hard), reverse=not down)
    for row, _, wall in walls:
        above, below = Level(row, wall.top - room.gap / 2), Level(row, wall.bottom + room.gap / 2)
        near, far = (above, below) if down else (below, above)
        sides = (room.gutters[wall.first - 1], room.gutters[wall.last + 1])
        aside = min(sides, key=lambda side: (abs(side - one[0]), side))
        yield from ((one[0], near), (aside, near), (aside, far), (one[0], far))


def _tidy(spots: Iterable[Spot]) -> tuple[Spot, ...]:
    """Without corners that are none: neighbours at one place, and those on a straight line or at its turning back."""
    kept: list[Spot] = []
    for spot in spots:
        if kept and kept[-1] == spot:
            continue
        while len(kept) > 1 and (kept[-2][0] == kept[-1][0] == spot[0] or kept[-2][1] == kept[-1][1] == spot[1]):
            kept.pop()
        kept.append(spot)
    return tuple(kept)
