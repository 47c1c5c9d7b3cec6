"""One arrow, kept from one layout to the next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import add, itemgetter
from typing import Any

from desktop.document.cards import Card
from desktop.document.journey import Link
from desktop.layout.gutters import Change
from desktop.layout.places import LinkPlace, Rect
from desktop.layout.ports import Spot
from desktop.layout.ways import Routed


class Stretched:
    """The corners of an arrow apart: their x, the rows that their heights are told from, and how far below."""

    __slots__ = ("offsets", "rows", "spots", "xs")

    def __init__(self, spots: tuple[Spot, ...]) -> None:
        self.spots = spots
        self.xs = tuple(x for x, _ in spots)
        self.offsets = tuple(level.offset for _, level in spots)
        self.rows: Any = itemgetter(*(level.row for _, level in spots))


@dataclass(eq=False, slots=True)
class Arrow:
    """A link with its route, None without an end that is shown; `twins` counts the other links between its cards."""

    link: Link
    twins: int
    route: Routed | None = None
    source: Card | None = None
    target: Card | None = None
    _corners: Stretched | None = None
    _tops: Sequence[float] = ()
    _place: LinkPlace | None = None

    @classmethod
    def of(cls, link: Link, twins: int, known: "Arrow | None") -> "Arrow":
        """The one that is known already if it is still right."""
        return known if known is not None and known.link is link and known.twins == twins else cls(link, twins)

    def depends_on(self, changes: Iterable[Change]) -> bool:
        """Whether it has to be looked at when these rows are other; always if nothing is known of it.

        What matters to it are the cells between and under its two cards, and what spans columns in all rows between.
        """
        if self.route is None:
            return True
        one, other = self.route.case.source, self.route.case.target
        top, bottom = min(one.row, other.row), max(one.row, other.row)
        first, last = min(one.first, other.first), max(one.last, other.last)
        return any(
            top <= row <= bottom and (columns is None or any(first <= column <= last for column in columns))
            for row, columns in changes
        )

    def placed(self, spots: tuple[Spot, ...], heights: Sequence[float]) -> LinkPlace:
        """The arrow on the map whose rows begin at these heights: the same object while nothing of it is other."""
        if self.source is None or self.target is None:
            raise ValueError("only an arrow with a route has a place")
        corners = self._corners
        if corners is None or corners.spots is not spots:
            corners = self._corners = Stretched(spots)
            self._place = None
        tops = corners.rows(heights)
        place = self._place
        if place is None or tops != self._tops or place.source is not self.source or place.target is not self.target:
            points = tuple(zip(corners.xs, map(add, tops, corners.offsets), strict=True))
            place = self._place = LinkPlace(self.link, self.source, self.target, points, box_of(points))
            self._tops = tops
        return place


def box_of(points: Sequence[tuple[float, float]]) -> Rect:
    """The box round some points."""
    xs, ys = zip(*points, strict=True)
    left, top = min(xs), min(ys)
    return Rect(left, top, max(xs) - left, max(ys) - top)
