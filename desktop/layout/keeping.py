"""Places that are kept from one print to the next: whatever still fits stands where it stood."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from desktop.document.kinds import DIVIDERS
from desktop.layout.places import CardPlace, Row, RowContent


class KeptCard(NamedTuple):
    """Where a card stood: the ids of its first and last step, and its top from the row's own."""

    first: str
    last: str
    y: float


@dataclass(frozen=True, slots=True)
class KeptRow:
    """Where a lane ended, from the top of the first one, what was spare included; where its cards stood, by id."""

    bottom: float
    cards: Mapping[str, KeptCard]


@dataclass(frozen=True, slots=True)
class Keeping:
    """The lanes by id as they were; a lane that was not there gets this share of its height to spare."""

    rows: Mapping[str, KeptRow] = field(default_factory=dict, hash=False)
    spare: float = 0.0

    @property
    def bottom(self) -> float:
        """Where the lowest lane ended."""
        return max((row.bottom for row in self.rows.values()), default=0.0)


FRESH = Keeping()
"""Nothing was there before, and nothing is spared."""


class Needing(NamedTuple):
    """A row, and how high it has to be."""

    content: RowContent
    least: float


def kept(content: RowContent, keeping: Keeping, y: float, steps: Sequence[str], spaces: tuple[float, float]) -> Needing:
    """The row down to where it ended or as high as it has to be, its cards where they were as far as they fit.

    `y` is its top from that of the first row: a lane that has grown takes what is spare in those below it. `steps` are
    the ids of the columns from left to right, `spaces` the room under the last card and that between two.
    """
    before = keeping.rows.get(content.lane.id)
    if before is None:
        spare = 0.0 if content.lane.kind in DIVIDERS else keeping.spare
        return Needing(replace(content, height=content.height * (1 + spare)), content.height)
    least = content.height
    if content.cards:
        pad, gap = spaces
        places = _Shelf(content, steps, gap).placed(before.cards)
        cells = (tuple(each for each in places if each.first <= at <= each.last) for at in range(len(content.cells)))
        least = max(max(place.rect.bottom for place in places) + pad, _bare(content, pad))
        content = replace(content, cards=tuple(places), cells=tuple(cells))
    return Needing(replace(content, height=max(before.bottom - y, least)), least)


def _bare(content: RowContent, pad: float) -> float:
    """What the row needs without its cards: these may stand otherwise than before, its label may not."""
    cards = max(place.rect.bottom for place in content.cards) + pad
    return content.height if content.height > cards else 0.0


def squeezed(rows: Sequence[Row], least: Sequence[float], bottom: float) -> list[Row]:
    """The rows no lower than `bottom`, as far as those above can do without what they have to spare."""
    found = list(rows)
    end = bottom
    for at in reversed(range(len(rows))):
        row = found[at]
        if row.y + row.height <= end:
            break
        top = min(row.y, end - least[at])
        found[at] = Row(top, replace(row.content, height=max(least[at], end - top)))
        end = top
    first = rows[0].y if rows else 0.0
    return found if not found or found[0].y >= first else list(rows)


class _Shelf:
    """The room in a row, taken by one card after the other."""

    def __init__(self, content: RowContent, steps: Sequence[str], gap: float) -> None:
        self._cards, self._gap = content.cards, gap
        self._index = {step: number for number, step in enumerate(steps)}
        self._top = min(place.rect.y for place in content.cards)
        self._taken: list[list[tuple[float, float]]] = [[] for _ in steps]

    def placed(self, before: Mapping[str, KeptCard]) -> list[CardPlace]:
        """First those that stood in the same columns, each at its place or below; then the others, where there is room.

        From top to bottom, as they are read.
        """
        stays = [place for place in self._cards if self._stays(place, before)]
        others = [place for place in self._cards if not self._stays(place, before)]
        stays.sort(key=lambda place: before[place.card.id].y)
        found = [self._take(place, max(self._top, before[place.card.id].y)) for place in stays]
        found += [self._take(place, self._top) for place in others]
        return sorted(found, key=lambda place: (place.rect.y, place.first))

    def _stays(self, place: CardPlace, before: Mapping[str, KeptCard]) -> bool:
        was = before.get(place.card.id)
        return was is not None and (self._index.get(was.first), self._index.get(was.last)) == (place.first, place.last)

    def _take(self, place: CardPlace, y: float) -> CardPlace:
        """At this height, or at the first below it where there is room in all its columns."""
        columns = [self._taken[at] for at in range(place.first, place.last + 1)]
        taken = sorted(span for column in columns for span in column)
        for top, bottom in taken:
            if y < bottom + self._gap and top < y + place.rect.height + self._gap:
                y = bottom + self._gap
        for column in columns:
            column.append((y, y + place.rect.height))
        return place._replace(rect=place.rect._replace(y=y))
