"""Moving labels apart: each takes the first of its spots that is free, and makes room for others where it can."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from desktop.layout.curve import Point, Segment, height_at

Area = tuple[float, float, float, float]
"""Left, top, right, bottom."""

FIXED = -1
"""The owner of an area that cannot move."""

_Owned = tuple[float, float, float, float, int]
_Arc = tuple[Point, Segment, float, float]
"""A piece of a curve with its highest and lowest y, half the stroke included."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A box of this size that wants to stand at the first free one of `spots` (its top left corner)."""

    width: float
    height: float
    spots: tuple[Point, ...]

    def area(self, spot: Point) -> Area:
        return (spot[0], spot[1], spot[0] + self.width, spot[1] + self.height)


@dataclass(slots=True)
class Ground:
    """What stands in a lane: areas and curves that a label keeps clear of, and the lane's own edges.

    `cell` is the width of the strips in which neighbours are looked up; about a column is quick.
    """

    edges: Area
    cell: float
    _areas: dict[int, list[_Owned]] = field(default_factory=dict)
    _arcs: dict[int, list[_Arc]] = field(default_factory=dict)

    def add(self, area: Area, owner: int = FIXED) -> None:
        for strip in self._strips(area[0], area[2]):
            self._areas.setdefault(strip, []).append((*area, owner))

    def remove(self, area: Area, owner: int) -> None:
        """Takes away what `add` brought; ValueError when it is not there."""
        for strip in self._strips(area[0], area[2]):
            self._areas[strip].remove((*area, owner))

    def add_curve(self, points: Sequence[Point], segments: Sequence[Segment], stroke: float) -> None:
        """A curve of this stroke width; its pieces must be monotone, as those of `monotone_curve` are."""
        for (start, end), segment in zip(pairwise(points), segments, strict=True):
            low, high = sorted((start[1], end[1]))
            arc = (start, segment, low - stroke / 2, high + stroke / 2)
            for strip in self._strips(start[0], end[0]):
                self._arcs.setdefault(strip, []).append(arc)

    def free(self, area: Area) -> bool:
        """Whether a label here meets no area, no curve and no edge."""
        left, top, right, bottom = area
        edges = self.edges
        if left < edges[0] or top < edges[1] or right > edges[2] or bottom > edges[3]:
            return False
        strips = self._strips(left, right)
        for strip in strips:
            for other in self._areas.get(strip, ()):
                if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom:
                    return False
        for strip in strips:
            for arc in self._arcs.get(strip, ()):
                if arc[2] < bottom and top < arc[3] and _crossing(arc, area):
                    return False
        return True

    def blockers(self, area: Area) -> set[int]:
        """The owners of the areas that a label here would meet."""
        return {other[4] for other in self._met(area)}

    def harm(self, area: Area) -> float:
        """How bad a label here is: the area it would hide or lose, and far less, how much of curves it crosses."""
        hidden = sum(_shared(area, other) for other in self._met(area))
        lost = (area[2] - area[0]) * (area[3] - area[1]) - _shared(area, (*self.edges, FIXED))
        return 100.0 * (hidden + lost) + sum(self._crossed(area))

    def _strips(self, left: float, right: float) -> range:
        return range(int(left // self.cell), int(right // self.cell) + 1)

    def _met(self, area: Area) -> Iterator[_Owned]:
        left, top, right, bottom = area
        strips = self._strips(left, right)
        for strip in strips:
            for other in self._areas.get(strip, ()):
                # it stands in every strip that it covers: only the first one asked counts it
                first = strip == strips.start or strip == other[0] // self.cell
                if first and left < other[2] and other[0] < right and top < other[3] and other[1] < bottom:
                    yield other

    def _crossed(self, area: Area) -> Iterator[float]:
        """Per piece of a curve that runs through the area, the length along x over which it may do so."""
        _, top, _, bottom = area
        strips = self._strips(area[0], area[2])
        for strip in strips:
            for arc in self._arcs.get(strip, ()):
                if arc[2] < bottom and top < arc[3] and (strip == strips.start or strip == arc[0][0] // self.cell):
                    length = _crossing(arc, area)
                    if length > 0.0:
                        yield length


def settle(wishes: Sequence[Wish], ground: Ground) -> tuple[Point, ...]:
    """A spot for every wish, one after the other, and each added to the ground under its index.

    Promise: a box that is not free in the end has no free spot, nor could one of its spots be freed, when its turn
    came, by moving the boxes there to free spots of their own. It then stands where it did least harm.
    """
    taken: list[Point] = []
    stuck = False
    for index, wish in enumerate(wishes):
        spot = _free_spot(wish, ground) or _made_spot(index, wishes, taken, ground)
        if spot is None:
            stuck = True
            spot = min(wish.spots, key=lambda place: ground.harm(wish.area(place)))
        taken.append(spot)
        ground.add(wish.area(spot), index)
    while stuck and any(_freed(index, wishes, taken, ground) for index in range(len(wishes))):
        pass  # a box that moved away may have left room for another
    return tuple(taken)


def _freed(index: int, wishes: Sequence[Wish], taken: list[Point], ground: Ground) -> bool:
    """Moves a box that is not free to a free spot, if by now there is one."""
    before = taken[index]
    _lift([index], wishes, taken, ground)
    now = before if ground.free(wishes[index].area(before)) else _free_spot(wishes[index], ground)
    _put([(index, now or before)], wishes, taken, ground)
    return now is not None and now != before


def _free_spot(wish: Wish, ground: Ground) -> Point | None:
    for spot in wish.spots:
        if ground.free((spot[0], spot[1], spot[0] + wish.width, spot[1] + wish.height)):
            return spot
    return None


def _made_spot(index: int, wishes: Sequence[Wish], taken: list[Point], ground: Ground) -> Point | None:
    """The first spot that earlier boxes can make free by moving; they are moved."""
    wish = wishes[index]
    for spot in wish.spots:
        movers = ground.blockers(wish.area(spot))
        if movers and FIXED not in movers and _make_way(wish.area(spot), sorted(movers), wishes, taken, ground):
            return spot
    return None


def _make_way(area: Area, movers: Sequence[int], wishes: Sequence[Wish], taken: list[Point], ground: Ground) -> bool:
    """Moves the boxes away from the area to free spots; leaves everything as it was when one of them has none."""
    before = [(mover, taken[mover]) for mover in movers]
    _lift(movers, wishes, taken, ground)
    if not ground.free(area):
        _put(before, wishes, taken, ground)
        return False
    ground.add(area)
    moved: list[tuple[int, Point]] = []
    for mover in movers:
        spot = _free_spot(wishes[mover], ground)
        if spot is None:
            break
        _put([(mover, spot)], wishes, taken, ground)
        moved.append((mover, spot))
    ground.remove(area, FIXED)
    if len(moved) == len(movers):
        return True
    _lift([mover for mover, _ in moved], wishes, taken, ground)
    _put(before, wishes, taken, ground)
    return False


def _lift(movers: Iterable[int], wishes: Sequence[Wish], taken: list[Point], ground: Ground) -> None:
    for mover in movers:
        ground.remove(wishes[mover].area(taken[mover]), mover)


def _put(places: Iterable[tuple[int, Point]], wishes: Sequence[Wish], taken: list[Point], ground: Ground) -> None:
    for mover, spot in places:
        taken[mover] = spot
        ground.add(wishes[mover].area(spot), mover)


def _shared(area: Area, other: _Owned) -> float:
    width = min(area[2], other[2]) - max(area[0], other[0])
    height = min(area[3], other[3]) - max(area[1], other[1])
    return width * height if width > 0.0 and height > 0.0 else 0.0


def _crossing(arc: _Arc, area: Area) -> float:
    """The shared length along x of a piece and an area it passes through, else 0.

    The piece is monotone, so over a span of x it covers exactly the heights between those at the span's two ends.
    """
    start, segment, low, high = arc
    half = (high - low - abs(segment[5] - start[1])) / 2
    left, right = max(area[0] - half, start[0]), min(area[2] + half, segment[4])
    if left >= right:
        return 0.0
    near, far = height_at(start, segment, left), height_at(start, segment, right)
    if near > far:
        near, far = far, near
    return right - left if near - half < area[3] and area[1] < far + half else 0.0
