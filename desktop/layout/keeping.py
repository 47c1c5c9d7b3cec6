"""Places that are kept from one print to the next: whatever still fits stands where it stood."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from desktop.document.kinds import DIVIDERS
from desktop.layout.places import CardPlace, RowContent


class KeptCard(NamedTuple):
    """Where a card stood: the ids of its first and last step, and its top from the row's own."""

    first: str
    last: str
    y: float


@dataclass(frozen=True, slots=True)
class KeptRow:
    """How high a lane was, what was spare included, and where its cards stood, by id."""

    height: float
    cards: Mapping[str, KeptCard]


@dataclass(frozen=True, slots=True)
class Keeping:
    """The lanes by id as they were; a lane that was not there gets this share of its height to spare."""

    rows: Mapping[str, KeptRow] = field(default_factory=dict, hash=False)
    spare: float = 0.0


FRESH = Keeping()
"""Nothing was there before, and nothing is spared."""


def kept(content: RowContent, keeping: Keeping, steps: Sequence[str], pad: float, gap: float) -> RowContent:
    """The row as high as it was or as it has to be, its cards where they were as far as they fit.

    `steps` are the ids of the columns from left to right, `pad` the room under the last card and `gap` that between
    two.
    """
    before = keeping.rows.get(content.lane.id)
    if before is None:
        spared = keeping.spare and content.lane.kind not in DIVIDERS
        return replace(content, height=content.height * (1 + keeping.spare)) if spared else content
    if not content.cards:
        return replace(content, height=max(content.height, before.height))
    places = _Shelf(content, steps, gap).placed(before.cards)
    bottom = max(place.rect.bottom for place in places) + pad
    cells = [tuple(place for place in places if place.first <= at <= place.last) for at in range(len(content.cells))]
    return replace(content, height=max(before.height, bottom), cards=tuple(places), cells=tuple(cells))


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
