"""One arrow and what it depends on, kept from one layout to the next."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from operator import add, itemgetter
from typing import Any

from desktop.document.cards import Card
from desktop.document.journey import Link
from desktop.layout.gutters import RowWays
from desktop.layout.places import CardPlace, LinkPlace, Rect
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
    """A link with its route, None without an end that is shown. It depends on the `rows` from number `top` on, and on
    how many other links there are between its two cards (`twins`)."""

    link: Link
    twins: int
    route: Routed | None = None
    top: int = 0
    rows: tuple[RowWays, ...] = ()
    source: Card | None = None
    target: Card | None = None
    _corners: Stretched | None = None
    _tops: Sequence[float] = ()
    _place: LinkPlace | None = None

    @classmethod
    def of(cls, link: Link, twins: int, known: "Arrow | None") -> "Arrow":
        """The one that is known already if it is still right."""
        return known if known is not None and known.link is link and known.twins == twins else cls(link, twins)

    def depends_on(self, rows: Collection[int]) -> bool:
        """Whether it has to be looked at when these rows are other; always if nothing is known of it."""
        if self.route is None:
            return True
        last = self.top + len(self.rows)
        return any(self.top <= row < last for row in rows)

    def is_like(self, rows: tuple[RowWays, ...], source: CardPlace, target: CardPlace) -> bool:
        """Whether other rows are as before as far as an arrow between these two places depends on them."""
        if len(self.rows) != len(rows):
            return False
        columns = slice(min(source.first, target.first), max(source.last, target.last) + 1)
        return all(was is now or was.is_like(now, columns) for was, now in zip(self.rows, rows, strict=True))

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
