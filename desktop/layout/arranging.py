"""All arrows of a map together: what they share is divided among them, and only again where one came, left or moved.

Everything that is kept is a function of the routes alone: of a side of a card, of a pair of cards, of a channel the
arrows that share it. So a side or a channel is worked out anew when one of its arrows is other, and from all of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from desktop.layout.gutters import Room
from desktop.layout.ports import Side, Spot, Tip, edge, sides, spread, straight_port
from desktop.layout.tracks import Run, corners, placed, runs
from desktop.layout.ways import Channel, Routed

Pair = frozenset[str]


class Arranger:
    """Leads arrows past each other; remembers how the last ones were led."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._routes: dict[str, Routed] = {}
        self._pairs: defaultdict[Pair, set[str]] = defaultdict(set)
        """Arrows without bends by the cards between which they are."""
        self._sides: defaultdict[Side, set[Tip]] = defaultdict(set)
        self._ports: dict[Tip, float] = {}
        self._runs: defaultdict[Channel, dict[tuple[str, int], Run]] = defaultdict(dict)
        self._tracks: dict[tuple[str, int], int] = {}
        self._corners: dict[str, tuple[Spot, ...]] = {}

    def arranged(self, routes: Iterable[Routed]) -> Mapping[str, tuple[Spot, ...]]:
        """Per link the corners of its arrow from edge to edge: the very same tuple as long as it stays as it is."""
        now = {route.id: route for route in routes}
        gone = [route for route in self._routes.values() if now.get(route.id) is not route]
        come = [route for route in now.values() if self._routes.get(route.id) is not route]
        if gone or come:
            self._routes = now
            self._rearrange(gone, come)
        return self._corners

    def _rearrange(self, gone: Iterable[Routed], come: Iterable[Routed]) -> None:
        touched = {side for route in (*gone, *come) for side, _ in sides(route)}
        pairs = {_pair(route) for route in (*gone, *come) if not route.way.channels}
        channels = {channel for route in gone for channel in route.way.channels}
        for route in gone:
            self._drop(route)
        for route in come:
            self._add(route)
        moved = {route.id for route in come} | self._give_straight_ports(pairs)
        touched |= {side for one in moved for side, _ in sides(self._routes[one])}
        moved |= self._give_ports(touched)
        for one in moved:
            channels |= self._lay(self._routes[one])
        for one in moved | self._give_tracks(channels):
            route = self._routes[one]
            tracks = [self._tracks[one, number] for number in range(len(route.way.channels))]
            self._corners[one] = corners(route, *self._ends(route), tracks, self._room)

    def _drop(self, route: Routed) -> None:
        """Forgets what an arrow took up."""
        for side, tip in sides(route):
            self._sides[side].discard(tip)
            del self._ports[tip]
        self._pairs[_pair(route)].discard(route.id)
        for number, channel in enumerate(route.way.channels):
            del self._runs[channel][route.id, number]
            del self._tracks[route.id, number]
        del self._corners[route.id]

    def _add(self, route: Routed) -> None:
        for side, tip in sides(route):
            self._sides[side].add(tip)
        if not route.way.channels:
            self._pairs[_pair(route)].add(route.id)

    def _give_straight_ports(self, pairs: Iterable[Pair]) -> set[str]:
        """Places for the ends of arrows without bends; the ids of those whose place is another."""
        moved = set()
        for pair in pairs:
            for twin, one in enumerate(sorted(self._pairs[pair])):
                port = straight_port(self._routes[one], self._room, twin)
                for arriving in (False, True):
                    if self._ports.get(Tip(one, arriving)) != port:
                        self._ports[Tip(one, arriving)] = port
                        moved.add(one)
        return moved

    def _give_ports(self, touched: Iterable[Side]) -> set[str]:
        """Places for the ends of bent arrows on these sides; the ids of those whose place is another."""
        moved = set()
        for side in touched:
            tips = [(tip, self._routes[tip.id]) for tip in self._sides[side]]
            bent = [(tip, route) for tip, route in tips if route.way.channels]
            straight = [self._ports[tip] for tip, route in tips if not route.way.channels]
            for tip, port in spread(side, bent, straight, self._room) if bent else ():
                if self._ports.get(tip) != port:
                    self._ports[tip] = port
                    moved.add(tip.id)
            if not tips:
                del self._sides[side]
        return moved

    def _lay(self, route: Routed) -> set[Channel]:
        """Tells the channels of an arrow where it runs now; those for which that is new."""
        other = set()
        for channel, run in runs(route, *self._ends(route), self._room):
            if self._runs[channel].get((run.id, run.number)) != run:
                self._runs[channel][run.id, run.number] = run
                other.add(channel)
        return other

    def _give_tracks(self, channels: Iterable[Channel]) -> set[str]:
        """Tracks for all that run in these channels; the ids of those whose track is another."""
        moved = set()
        for channel in channels:
            for run, track in placed(channel, self._runs[channel].values(), self._room):
                if self._tracks.get((run.id, run.number)) != track:
                    self._tracks[run.id, run.number] = track
                    moved.add(run.id)
            if not self._runs[channel]:
                del self._runs[channel]
        return moved

    def _ends(self, route: Routed) -> tuple[Spot, Spot]:
        start, end = self._ports[Tip(route.id, arriving=False)], self._ports[Tip(route.id, arriving=True)]
        return edge(route, start, arriving=False), edge(route, end, arriving=True)


def _pair(route: Routed) -> Pair:
    return frozenset((route.source, route.target))
