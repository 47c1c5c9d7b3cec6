"""The arrows of a map: found when they are first asked for, and again only as far as cards have moved since.

An arrow's way is a function of where its two cards stand and of what stands across the gutters of the rows between
them (`ways`); so it is kept as long as these rows are the same objects. Arrows step aside from each other (`tracks`)
anew only when one has another way. Since both count heights from the tops of rows, a row that grows only moves
what is below it.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple, overload

from desktop.document.cards import Card
from desktop.document.journey import Link
from desktop.layout.compose import Composer
from desktop.layout.gutters import Room, RowWays
from desktop.layout.places import CardPlace, Column, Layout, LinkPlace, Rect, Row, TextPlace
from desktop.layout.ports import Spot
from desktop.layout.style import Style
from desktop.layout.tracks import arranged
from desktop.layout.ways import Case, End, Routed, best_way

CLEAR = 0.6
"""Em that a straight arrow keeps above and below itself from whatever stands between its cards."""

LABEL = "meta"
"""The role in which links are labelled, in the regular face."""


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


class _Kept(NamedTuple):
    """What was found out of a link, and the rows that it depends on."""

    link: Link
    top: int
    rows: tuple[RowWays, ...]
    route: Routed
    cards: tuple[Card, Card]


class LinkRouter:
    """Finds arrows and remembers them."""

    def __init__(self, composer: Composer) -> None:
        self._composer = composer
        self._across: Sequence[Column] = ()
        self._links: Sequence[Link] = ()
        self._ends: frozenset[str] = frozenset()
        self._room = room_of((), composer.style)
        self._rows: dict[int, RowWays] = {}
        self._kept: dict[str, _Kept] = {}
        self._arranged: tuple[list[Routed], dict[str, tuple[Spot, ...]]] = ([], {})
        self._quietly: tuple[list[Routed], dict[str, tuple[Spot, ...]]] = ([], {})
        self._placed: dict[str, tuple[tuple[Spot, ...], tuple[float, ...], LinkPlace]] = {}

    def places(self, links: Sequence[Link], layout: Layout) -> tuple[LinkPlace, ...]:
        """The arrows of these links."""
        if not layout.columns:
            return ()
        self._begin(links, layout.columns)
        rows = tuple(self._row(row) for row in layout.rows)
        where = {card: (number, place) for number, row in enumerate(rows) for card, place in row.places.items()}
        in_turn = sorted(links, key=attrgetter("id"))
        kept = [found for link in in_turn if (found := self._keep(link, rows, where)) is not None]
        self._kept = {each.link.id: each for each in kept}
        quiet = {each.link.id for each in kept if _is_quiet(each.link, layout)}
        self._arranged = self._arrange([each.route for each in kept if each.link.id not in quiet], self._arranged)
        self._quietly = self._arrange([each.route for each in kept if each.link.id in quiet], self._quietly)
        spots = self._arranged[1] | self._quietly[1]
        heights = _heights(layout.rows)
        return self._labelled(
            [self._place(each, spots[each.link.id], heights, quiet=each.link.id in quiet) for each in kept]
        )

    def _begin(self, links: Sequence[Link], across: Sequence[Column]) -> None:
        """Forgets what was found for other columns, and the rows' cards when there are other links."""
        if self._across is not across:
            self._across, self._room = across, room_of(across, self._composer.style)
            self._kept, self._rows = {}, {}
        if self._links is not links:
            ends = frozenset(card for link in links for card in (link.source, link.target))
            if ends != self._ends:
                self._rows = {}
            self._links, self._ends = links, ends

    def _row(self, row: Row) -> RowWays:
        known = self._rows.get(id(row.content))
        return known or self._rows.setdefault(id(row.content), RowWays(row.content, self._ends, self._room.gutters))

    def _keep(self, link: Link, rows: tuple[RowWays, ...], where: dict[str, tuple[int, CardPlace]]) -> _Kept | None:
        """What is known of a link, found anew only if something is other that it depends on; None without an end."""
        source, target = where.get(link.source), where.get(link.target)
        if source is None or target is None or link.source == link.target:
            return None
        top, bottom = min(source[0], target[0]), max(source[0], target[0])
        known, between = self._kept.get(link.id), rows[top : bottom + 1]
        if known and known.link is link and known.top == top and known.rows == between:
            return known
        case = self._case(link, source, target, rows)
        if known and known.link is link and known.route.case == case:
            route = known.route
        else:
            route = Routed(link.id, link.source, link.target, case, best_way(case, self._room))
        return _Kept(link, top, between, route, (source[1].card, target[1].card))

    def _case(
        self, link: Link, source: tuple[int, CardPlace], target: tuple[int, CardPlace], rows: tuple[RowWays, ...]
    ) -> Case:
        one, other = (_end(number, place, rows[number]) for number, place in (source, target))
        top, bottom = min(one.row, other.row), max(one.row, other.row)
        return Case(
            source=one,
            target=other,
            loops=link.kind == "loops",
            walls=tuple(row.walls for row in rows[top : bottom + 1]),
            across=one.row == other.row and self._is_beside(link, one, other, rows[one.row]),
            down=_column_down(one, other, rows),
        )

    def _is_beside(self, link: Link, one: End, other: End, row: RowWays) -> bool:
        """Whether a straight arrow can run between the sides of two cards of a row, and all others between the two."""
        top, bottom = max(one.rect.y, other.rect.y), min(one.rect.bottom, other.rect.bottom)
        if bottom - top < 2 * self._room.corner or not (one.last < other.first or other.last < one.first):
            return False
        ends = {link.source, link.target}
        twins = sum({each.source, each.target} == ends for each in self._links) - 1
        y, clear = top + min(self._room.first, (bottom - top) / 2), CLEAR * self._composer.style.text
        between = range(min(one.last, other.last) + 1, max(one.first, other.first))
        return row.is_clear(between, y - clear, min(y + twins * self._room.port, bottom) + clear)

    def _arrange(
        self, routes: list[Routed], known: tuple[list[Routed], dict[str, tuple[Spot, ...]]]
    ) -> tuple[list[Routed], dict[str, tuple[Spot, ...]]]:
        same = len(routes) == len(known[0]) and all(one is other for one, other in zip(routes, known[0], strict=True))
        return known if same else (routes, arranged(routes, self._room))

    def _place(self, kept: _Kept, spots: tuple[Spot, ...], heights: Sequence[float], *, quiet: bool) -> LinkPlace:
        """The arrow at its height on the map."""
        tops = tuple(heights[level.row] for _, level in spots)
        known = self._placed.get(kept.link.id)
        if known and known[0] is spots and known[1] == tops:
            place = known[2]
            if (place.link, place.source, place.target, place.quiet) == (kept.link, *kept.cards, quiet):
                return place
        points = tuple((x, top + level.offset) for (x, level), top in zip(spots, tops, strict=True))
        place = LinkPlace(kept.link, *kept.cards, points, box_of(points), None, quiet)
        self._placed[kept.link.id] = (spots, tops, place)
        return place

    def _labelled(self, found: list[LinkPlace]) -> tuple[LinkPlace, ...]:
        """With the labels for which there is room."""
        taken: list[Rect] = []
        return tuple(self._with_label(place, taken) if place.link.label else place for place in found)

    def _with_label(self, place: LinkPlace, taken: list[Rect]) -> LinkPlace:
        setting, words = self._composer.setting(LABEL, "regular"), place.link.label
        width = self._composer.width(words, LABEL, "regular")
        clear = self._composer.style.space["link-label"]
        for x, y in _spots_for(place.points, width + 2 * clear + 2 * self._composer.style.space["gutter"]):
            text = self._composer.place(
                words, LABEL, x - width / 2, y - setting.role.leading / 2, width, face="regular"
            )
            box = ground_of(text, self._composer)
            if text.lines == 1 and not any(box.meets(other) for other in taken):
                taken.append(box)
                return place._replace(label=text)
        return place


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


def ground_of(text: TextPlace, composer: Composer) -> Rect:
    """The paper under a link's label."""
    setting, clear = composer.setting(text.role, text.face), composer.style.space["link-label"]
    top = text.y + setting.baseline - setting.cap_height
    return Rect(text.x - clear, top - clear / 2, text.width + 2 * clear, setting.cap_height + clear)


def room_of(across: Sequence[Column], style: Style) -> Room:
    """The room for arrows beside these columns."""
    space = style.space
    rights = [column.x + column.width for column in across[-1:]]
    return Room(
        gutters=(*(column.x for column in across), *rights),
        gutter=space["gutter"],
        strip=space["row-pad"] / 2,
        gap=space["gap"],
        track=space["link-track"],
        strip_track=0.8 * space["link-track"],
        beside=int((space["gutter"] - space["link-head"] + 1e-6) / space["link-track"]),
        port=space["link-port"],
        corner=space["link-radius"],
        first=space["pad"] + style.roles["card"].leading / 2,
    )


def box_of(points: Sequence[tuple[float, float]]) -> Rect:
    """The box round some points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _is_quiet(link: Link, layout: Layout) -> bool:
    number = layout.numbers.get(link.source)
    return link.kind == "answers" and number is not None and number == layout.numbers.get(link.target)


def _heights(rows: Sequence[Row]) -> list[float]:
    """The tops of all rows, and the bottom of the last."""
    return [*(row.y for row in rows), rows[-1].y + rows[-1].height] if rows else []


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


def _spots_for(points: Sequence[tuple[float, float]], width: float) -> Iterator[tuple[float, float]]:
    """Middles of places for a label so wide on the longest horizontal run: in its middle, else near an end."""
    runs = [(abs(one[0] - other[0]), one, other) for one, other in pairwise(points) if one[1] == other[1]]
    if runs:
        length, one, other = max(runs, key=lambda run: run[0])
        middle, spare = (one[0] + other[0]) / 2, (length - width) / 2
        if spare >= 0:
            yield from ((middle + shift * spare, one[1]) for shift in (0.0, -0.9, 0.9))
