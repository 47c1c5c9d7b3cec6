"""The arrows of a map: found when they are first asked for, and again only as far as cards have moved since.

An arrow's way is a function of where its two cards stand and of what stands across the gutters of the rows between
them (`ways`); so it is kept as long as these rows are the same objects. Arrows step aside from each other (`tracks`)
anew only when one has another way. Since both count heights from the tops of rows, a row that grows only moves
what is below it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import overload

from desktop.document.journey import Link
from desktop.layout.arranging import Arranger
from desktop.layout.arrow import Arrow
from desktop.layout.compose import Composer
from desktop.layout.gutters import Room, RowWays
from desktop.layout.linklabels import labelled
from desktop.layout.places import CardPlace, Column, Layout, LinkPlace, Rect, Row
from desktop.layout.style import Style
from desktop.layout.ways import Case, End, Routed, best_way

CLEAR = 0.6
"""Em that a straight arrow keeps above and below itself from whatever stands between its cards."""


class Links(Sequence[LinkPlace]):
    """The arrows of one layout, in the order of their ids; none whose card is not shown."""

    def __init__(self, router: "LinkRouter", links: Sequence[Link], layout: Layout) -> None:
        self._router, self._links, self._layout = router, links, layout
        self._found: tuple[LinkPlace, ...] | None = None

    @property
    def found(self) -> tuple[LinkPlace, ...]:
        """All of them at once."""
        if self._found is None:
            self._found = self._router.places(self._links, self._layout) if self._links else ()
        return self._found

    @overload
    def __getitem__(self, at: int) -> LinkPlace: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[LinkPlace, ...]: ...

    def __getitem__(self, at: int | slice) -> LinkPlace | tuple[LinkPlace, ...]:
        return self.found[at]

    def __len__(self) -> int:
        return len(self.found)

    def __iter__(self) -> Iterator[LinkPlace]:
        return iter(self.found)

    def __eq__(self, other: object) -> bool:
        return self.found == (other.found if isinstance(other, Links) else other)

    def __hash__(self) -> int:
        return hash(self.found)


class LinkRouter:
    """Finds arrows and remembers them."""

    def __init__(self, composer: Composer) -> None:
        self._composer = composer
        self._across: Sequence[Column] = ()
        self._room = room_of((), composer.style)
        self._links: Sequence[Link] = ()
        self._ends: frozenset[str] = frozenset()
        self._arrows: list[Arrow] = []
        self._rows: tuple[RowWays, ...] = ()
        self._loud, self._quiet = Arranger(self._room), Arranger(self._room)

    def places(self, links: Sequence[Link], layout: Layout) -> tuple[LinkPlace, ...]:
        """The arrows of these links."""
        if not layout.columns or not layout.rows:
            return ()
        self._begin(links, layout.columns)
        rows = self._ways_of(layout.rows)
        where = {card: (number, place) for number, row in enumerate(rows) for card, place in row.places.items()}
        for arrow in self._concerned(rows):
            self._find(arrow, rows, where)
        self._rows = rows
        shown = [arrow for arrow in self._arrows if arrow.route is not None]
        quiet = {arrow.link.id for arrow in shown if _is_quiet(arrow.link, layout)}
        loud = self._loud.arranged([each.route for each in shown if each.route and each.link.id not in quiet])
        hushed = self._quiet.arranged([each.route for each in shown if each.route and each.link.id in quiet])
        heights = [*(row.y for row in layout.rows), layout.rows[-1].y + layout.rows[-1].height]
        places = [
            arrow.placed(hushed[arrow.link.id], heights)._replace(quiet=True)
            if arrow.link.id in quiet
            else arrow.placed(loud[arrow.link.id], heights)
            for arrow in shown
        ]
        return labelled(places, self._composer)

    def _begin(self, links: Sequence[Link], across: Sequence[Column]) -> None:
        """Forgets what was found for other columns or other links."""
        if self._across is not across:
            self._across, self._room = across, room_of(across, self._composer.style)
            self._loud, self._quiet = Arranger(self._room), Arranger(self._room)
            self._arrows, self._rows, self._links = [], (), ()
        if self._links is not links:
            known = {arrow.link.id: arrow for arrow in self._arrows}
            pairs = Counter(frozenset((link.source, link.target)) for link in links)
            self._arrows = [
                Arrow.of(link, pairs[frozenset((link.source, link.target))] - 1, known.get(link.id))
                for link in sorted(links, key=attrgetter("id"))
            ]
            ends = frozenset(card for link in links for card in (link.source, link.target))
            self._rows = self._rows if ends == self._ends else ()
            self._links, self._ends = links, ends

    def _ways_of(self, rows: Sequence[Row]) -> tuple[RowWays, ...]:
        known = {id(row.content): row for row in self._rows}
        return tuple(known.get(id(row.content)) or RowWays(row.content, self._ends, self._room.gutters) for row in rows)

    def _concerned(self, rows: tuple[RowWays, ...]) -> Iterable[Arrow]:
        """The arrows which depend on something that is other than the last time."""
        if len(rows) != len(self._rows):
            return self._arrows
        pairs = enumerate(zip(self._rows, rows, strict=True))
        changes = [was.differs(now, number) for number, (was, now) in pairs if was is not now]
        return [arrow for arrow in self._arrows if arrow.depends_on(changes)]

    def _find(self, arrow: Arrow, rows: tuple[RowWays, ...], where: Mapping[str, tuple[int, CardPlace]]) -> None:
        """Finds an arrow's way, anew only if something is other that decides it; there is none without an end."""
        link = arrow.link
        source, target = where.get(link.source), where.get(link.target)
        if source is None or target is None or link.source == link.target:
            arrow.route = None
            return
        case = self._case(arrow, source, target, rows)
        if arrow.route is None or arrow.route.case != case:
            arrow.route = Routed(link.id, link.source, link.target, case, best_way(case, self._room))
        arrow.source, arrow.target = source[1].card, target[1].card

    def _case(
        self, arrow: Arrow, source: tuple[int, CardPlace], target: tuple[int, CardPlace], rows: tuple[RowWays, ...]
    ) -> Case:
        one, other = (_end(number, place, rows[number]) for number, place in (source, target))
        top, bottom = min(one.row, other.row), max(one.row, other.row)
        return Case(
            source=one,
            target=other,
            loops=arrow.link.kind == "loops",
            walls=tuple(row.walls for row in rows[top : bottom + 1]),
            across=one.row == other.row and self._is_beside(one, other, rows[one.row], arrow.twins),
            down=_column_down(one, other, rows),
        )

    def _is_beside(self, one: End, other: End, row: RowWays, twins: int) -> bool:
        """Whether a straight arrow can run between the sides of two cards of a row, and all others between the two."""
        top, bottom = max(one.rect.y, other.rect.y), min(one.rect.bottom, other.rect.bottom)
        if bottom - top < 2 * self._room.corner or not (one.last < other.first or other.last < one.first):
            return False
        y, clear = top + min(self._room.first, (bottom - top) / 2), CLEAR * self._composer.style.text
        between = range(min(one.last, other.last) + 1, max(one.first, other.first))
        return row.is_clear(between, y - clear, min(y + twins * self._room.port, bottom) + clear)


def links_in(layout: Layout, rect: Rect) -> list[LinkPlace]:
    """The arrows that are drawn of themselves and whose box touches a rectangle."""
    left, top, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    found = []
    for place in layout.links:  # asked for every part of every frame
        x, y, width, height = place.rect
        if x <= right and left <= x + width and y <= bottom and top <= y + height and not place.quiet:
            found.append(place)
    return found


def link_at(layout: Layout, x: float, y: float, reach: float) -> str:
    """The id of the arrow that comes nearest to a point, within so many layout units; "" where none does."""
    near = (
        (distance, place.link.id)
        for place in layout.links
        if not place.quiet and grown(place.rect, reach).contains(x, y) and (distance := _gap(place, x, y)) <= reach
    )
    return min(near, default=(0.0, ""))[1]


def grown(rect: Rect, reach: float) -> Rect:
    """A box with so much more on every side."""
    return Rect(rect.x - reach, rect.y - reach, rect.width + 2 * reach, rect.height + 2 * reach)


def _gap(place: LinkPlace, x: float, y: float) -> float:
    """How far a point is from an arrow, whose stretches run across or down."""
    return min(
        max(
            min(one[0], other[0]) - x,
            x - max(one[0], other[0]),
            min(one[1], other[1]) - y,
            y - max(one[1], other[1]),
            0,
        )
        for one, other in pairwise(place.points)
    )


def room_of(across: Sequence[Column], style: Style) -> Room:
    """The room for arrows beside these columns."""
    space = style.space
    rights = tuple(column.x + column.width for column in across)
    return Room(
        gutters=(*(column.x for column in across), *rights[-1:]),
        gutter=space["gutter"],
        strip=space["row-pad"] / 2,
        gap=space["gap"],
        track=space["link-track"],
        strip_track=0.8 * space["link-track"],
        beside=int((space["gutter"] - space["link-head"] + 1e-6) / space["link-track"]),
        port=space["link-port"],
        corner=space["link-radius"],
        first=space["pad"] + style.roles["card"].leading / 2,
        rights=rights,
    )


def _is_quiet(link: Link, layout: Layout) -> bool:
    number = layout.numbers.get(link.source)
    return link.kind == "answers" and number is not None and number == layout.numbers.get(link.target)


def _end(number: int, place: CardPlace, row: RowWays) -> End:
    return End(number, place.first, place.last, place.rect, row.above(place), row.below(place))


def _column_down(one: End, other: End, rows: Sequence[RowWays]) -> int:
    """The column, nearest to the middle of the second card, in which nothing is between the two; −1 for none."""
    upper, lower = (one, other) if (one.row, one.rect.y) < (other.row, other.rect.y) else (other, one)
    shared = range(max(one.first, other.first), min(one.last, other.last) + 1)
    if upper.row == lower.row:
        open_ = [at for at in shared if rows[upper.row].are_neighbours(at, upper.rect, lower.rect)]
    else:
        between = rows[upper.row + 1 : lower.row]
        ends = [at for at in shared if at in upper.below and at in lower.above]
        open_ = [at for at in ends if all(row.is_bare(at) for row in between)]
    middle = (other.first + other.last) / 2
    return min(open_, key=lambda at: (abs(at - middle), at), default=-1)
