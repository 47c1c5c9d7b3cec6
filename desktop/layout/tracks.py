"""The tracks of a gutter or a strip, on which arrows run beside each other as long as there is room.

Stretches are put on tracks from the top and from the left, each as near to the middle as those before it leave free;
when all tracks are taken it shares the one with the fewest others.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from desktop.layout.gutters import Level, Room, walls_between
from desktop.layout.ports import Spot
from desktop.layout.ways import UPRIGHT, Channel, Gutter, Routed, Strip

Along = tuple[float, float]
"""A place along a channel: a level in a gutter, (0, x) in a strip."""


SAME = 1e-6
"""Layout units that are nothing."""


class Run(NamedTuple):
    """A stretch in a channel: from where to where, of which arrow, its how many-eth channel. The arrow comes and goes
    to the left or top of the channel (−1) or to its right or bottom (1); `turn` is where it would rather step aside."""

    low: Along
    high: Along
    id: str
    number: int
    low_side: int
    high_side: int
    turn: int


def runs(route: Routed, start: Spot, end: Spot, room: Room) -> Iterator[tuple[Channel, Run]]:
    """An arrow's stretches, each from the middle of the channel before to the middle of the one after."""
    way = route.way
    middles = (_middle(channel, room) for channel in way.channels)
    stations = [*_both(start, way.leave), *middles, *_both(end, way.enter)[::-1]]  # x and level in turn
    for number, channel in enumerate(way.channels):
        aside, before, here, after, beyond = stations[number : number + 5]
        sides = [1 if each > here else -1 for each in (aside, beyond)]
        turn = -sides[1] if number + 1 == len(way.channels) else sides[0]  # a head wants room before it
        (low, low_side), (high, high_side) = sorted(((before, sides[0]), (after, sides[1])))
        if isinstance(channel, Strip):  # those that end at either side of a gutter do not touch
            low, high = (0.0, low[1] - room.gutter), (0.0, high[1] + room.gutter)
        yield channel, Run(low, high, route.id, number, low_side, high_side, turn)


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


def placed(channel: Channel, stretches: Iterable[Run], room: Room) -> Iterator[tuple[Run, int]]:
    """Each run of a channel with its track: 0 in the middle, others on both sides of it. It is the one with the fewest
    others beside it, then the fewest across, then nearest to the middle."""
    beside = 0 if isinstance(channel, Strip) and channel.at == 0 else room.beside
    taken: list[tuple[Run, int]] = []
    for run in sorted(stretches):
        order = [0, *(turn * at for at in range(1, beside + 1) for turn in (run.turn, -run.turn))]
        met = [(other, track) for other, track in taken if run.low <= other.high and other.low <= run.high]
        track = min(order, key=lambda each: _cost(run, each, met)) if met else 0
        taken.append((run, track))
        yield run, track


def _cost(run: Run, track: int, met: Sequence[tuple[Run, int]]) -> tuple[int, int]:
    crossings = sum(_cuts(run, track, other, at) + _cuts(other, at, run, track) for other, at in met)
    return sum(track == at for _, at in met), crossings


def _cuts(run: Run, track: int, other: Run, at: int) -> int:
    """How often one run, on its track, is crossed by the ends of another where that comes and goes."""
    ends = ((other.low, other.low_side), (other.high, other.high_side))
    return sum(run.low <= place <= run.high and (track - at) * side > 0 for place, side in ends)


def corners(route: Routed, start: Spot, end: Spot, tracks: Sequence[int], room: Room) -> tuple[Spot, ...]:
    """The corners of an arrow, its two ends included; `tracks` are those of its channels."""
    spots, (x, level) = [start], start
    for channel, track in zip(route.way.channels, tracks, strict=True):
        middle = _middle(channel, room)
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
    for x, level in spots:
        spot = (x, kept[-1][1]) if kept and _is_level(kept[-1][1], level) else (x, level)
        while len(kept) > 1 and (kept[-2][0] == kept[-1][0] == x or kept[-2][1] == kept[-1][1] == spot[1]):
            kept.pop()
        if not kept or kept[-1] != spot:
            kept.append(spot)
    return tuple(kept)


def _is_level(one: Level, other: Level) -> bool:
    """Whether two heights are the same but for how they were reckoned: below one card, above the next."""
    return one.row == other.row and abs(one.offset - other.offset) < SAME
