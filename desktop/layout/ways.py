"""Which way an arrow goes from card to card: the one with the fewest bends, then the shortest.

An arrow leaves by one side of its card and arrives at one side of the other; between them it follows gutters and
strips in turn. All such ways with at most one strip are compared: straight ones, those along one gutter (Z and C),
along one strip (U), and gutter, strip, gutter. The choice depends on columns and on the order of rows alone, never on
how high rows are, so that an arrow keeps its way while the map grows.
"""

from collections.abc import Iterator
from typing import NamedTuple

from desktop.layout.gutters import Level, Room, Wall, walls_between
from desktop.layout.places import Rect

BEND, ROW = 24.0, 30.0
"""What a bend and a row passed by cost, in layout units of way."""

ROUND, WRITTEN = 4 * BEND, 3 * BEND
"""What a card in the way costs, which must be gone round, and words that would be crossed."""

ASTRAY = 400.0
"""What it costs a loop not to be seen as one."""

LEFT, RIGHT, TOP, BOTTOM = "left", "right", "top", "bottom"
UPRIGHT = (LEFT, RIGHT)
"""The sides of a card that stand beside a gutter."""


class End(NamedTuple):
    """A card that an arrow leaves or reaches: its row and columns, its box from the row's top.

    `above` and `below` are the columns in which it can be left to the top and the bottom of its row."""

    row: int
    first: int
    last: int
    rect: Rect
    above: tuple[int, ...]
    below: tuple[int, ...]


class Case(NamedTuple):
    """All that a way depends on. `walls` are those of the rows between the ends, from the upper one's row down.

    `across` tells whether there is nothing between the cards' sides, `down` the column in which there is nothing
    between the bottom of one and the top of the other, −1 for none.
    """

    source: End
    target: End
    loops: bool
    walls: tuple[tuple[Wall, ...], ...]
    across: bool
    down: int

    @property
    def top(self) -> int:
        """The number of the upper card's row."""
        return min(self.source.row, self.target.row)


class Gutter(NamedTuple):
    """The room left of the column with this number."""

    at: int


class Strip(NamedTuple):
    """The room just above the top of the row with this number, or just below it."""

    at: int
    below: bool


Channel = Gutter | Strip


class Way(NamedTuple):
    """From side to side through these channels; the columns say where a top or bottom is left and reached."""

    leave: str
    enter: str
    channels: tuple[Channel, ...] = ()
    leave_column: int = -1
    enter_column: int = -1


class Routed(NamedTuple):
    """A link's id, the ids of its cards, and the way it goes."""

    id: str
    source: str
    target: str
    case: Case
    way: Way

    def end(self, *, arriving: bool) -> End:
        """The card at the head, or the one at the tail."""
        return self.case.target if arriving else self.case.source


def best_way(case: Case, room: Room) -> Way:
    """The cheapest way."""
    ranked = sorted((cost(way, case, room), at, way) for at, way in enumerate(_ways(case)))
    best: tuple[float, int, Way] | None = None
    for least, at, way in ranked:
        if best is not None and least >= best[0]:
            break
        judged = (least + _obstacles(way, case), at, way)
        best = judged if best is None else min(best, judged)
    if best is None:
        raise ValueError("there is always a way beside a card")
    return best[2]


def cost(way: Way, case: Case, room: Room) -> float:
    """Length and bends, as if nothing stood in the way."""
    x, row = _start(way.leave, way.leave_column, case.source, room)
    length = 0.0
    for channel in way.channels:
        if isinstance(channel, Gutter):
            length += abs(room.gutters[channel.at] - x)
            x = room.gutters[channel.at]
        else:
            length += ROW * abs(channel.at - row)
            row = float(channel.at)
    end, last = _start(way.enter, way.enter_column, case.target, room)
    length += abs(end - x) + ROW * abs(last - row)
    bends = len(way.channels) + 1 if way.channels else 0
    return length + BEND * bends + (ASTRAY if _hides_a_loop(way, case) else 0.0)


def _start(side: str, column: int, end: End, room: Room) -> tuple[float, float]:
    """x and row of a side's middle, a row's middle being half a row below its top."""
    if side in UPRIGHT:
        return (end.rect.x if side == LEFT else end.rect.right), end.row + 0.5
    return room.middle(column), end.row + 0.5


def _hides_a_loop(way: Way, case: Case) -> bool:
    """Whether a way back to an earlier step does not run along a strip, where one sees that it is one."""
    back = case.loops and case.target.first < case.source.first
    return back and not any(isinstance(channel, Strip) for channel in way.channels)


def _obstacles(way: Way, case: Case) -> float:
    """What going round walls adds."""
    if not any(case.walls):
        return 0.0
    levels = [
        _level(case.source),
        *(Level(c.at, 0.0) for c in way.channels if isinstance(c, Strip)),
        _level(case.target),
    ]
    gutters = [channel for channel in way.channels if isinstance(channel, Gutter)]
    if not way.channels or isinstance(way.channels[0], Strip):
        levels = levels[1:]
    met = (
        wall
        for gutter, one, other in zip(gutters, levels, levels[1:], strict=False)
        for _, wall in walls_between(case.walls, case.top, gutter.at, one, other)
    )
    return sum(ROUND if wall.hard else WRITTEN for wall in met)


def _level(end: End) -> Level:
    return Level(end.row, end.rect.y)


def _ways(case: Case) -> Iterator[Way]:
    """All ways that are compared, those first that people expect."""
    yield from _straight(case)
    yield from _along_a_gutter(case)
    yield from _along_a_strip(case)
    yield from _through_both(case)


def _straight(case: Case) -> Iterator[Way]:
    source, target = case.source, case.target
    if case.across:
        yield Way(RIGHT, LEFT) if source.last < target.first else Way(LEFT, RIGHT)
    if case.down >= 0:
        down = _level(source) < _level(target)
        sides = (BOTTOM, TOP) if down else (TOP, BOTTOM)
        yield Way(*sides, (), case.down, case.down)


def _along_a_gutter(case: Case) -> Iterator[Way]:
    """Ways beside both cards; down at the right, up at the left where both are open."""
    down = _level(case.source) < _level(case.target)
    sides = (RIGHT, LEFT) if down else (LEFT, RIGHT)
    for leave in sides:
        for enter in sides:
            gutter = _beside(case.source, leave)
            if gutter == _beside(case.target, enter):
                yield Way(leave, enter, (Gutter(gutter),))


def _beside(end: End, side: str) -> int:
    """The gutter at a side."""
    return end.first if side == LEFT else end.last + 1


def _along_a_strip(case: Case) -> Iterator[Way]:
    """Ways that leave or reach a card through its top or bottom, or both."""
    source, target = case.source, case.target
    for leave, strip in _strips(source, arriving=False):
        column = _nearest(source, leave, target)
        for enter in UPRIGHT:
            yield Way(leave, enter, (strip, Gutter(_beside(target, enter))), column)
    for enter, strip in _strips(target, arriving=True):
        column = _nearest(target, enter, source)
        for leave in UPRIGHT:
            yield Way(leave, enter, (Gutter(_beside(source, leave)), strip), -1, column)
        for leave, other in _strips(source, arriving=False):
            start = _nearest(source, leave, target)
            if other.at == strip.at and start != column:
                yield Way(leave, enter, (strip,), start, column)


def _strips(end: End, *, arriving: bool) -> Iterator[tuple[str, Strip]]:
    """The sides to which a card is open, and the strip behind: for arrows that arrive the farther one of the two at
    that border, which leaves room for the head; there is none above the first row."""
    if end.below:
        yield BOTTOM, Strip(end.row + 1, below=arriving)
    if end.above:
        yield TOP, Strip(end.row, below=end.row == 0 or not arriving)


def _nearest(end: End, side: str, other: End) -> int:
    """The open column nearest to another card."""
    middle = (other.first + other.last) / 2
    return min(end.above if side == TOP else end.below, key=lambda column: (abs(column - middle), column))


def _through_both(case: Case) -> Iterator[Way]:
    """Gutter, strip, gutter; the strips above and below each of the cards."""
    rows = dict.fromkeys((case.source.row, case.target.row))
    strips = [strip for row in rows for strip in (Strip(row + 1, below=False), Strip(row, below=True))]
    for leave in (RIGHT, LEFT):
        for enter in (LEFT, RIGHT):
            gutters = Gutter(_beside(case.source, leave)), Gutter(_beside(case.target, enter))
            if gutters[0] != gutters[1]:
                for strip in strips:
                    yield Way(leave, enter, (gutters[0], strip, gutters[1]))
