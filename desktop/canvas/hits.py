"""Where the things of a layout stand. What stands at a point is asked of the grid (`desktop.layout.slots`)."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from desktop.document.journey import Lane
from desktop.layout.places import CardPlace, Layout, MarkerPlace, Rect, Row, RowContent
from desktop.layout.slots import card_at, row_at


class Known(NamedTuple):
    """The things of one row by their ids."""

    content: RowContent
    cards: Mapping[str, CardPlace]
    markers: Mapping[str, MarkerPlace]


class Hits:
    """Look-ups in one layout; those of an unchanged row are taken over from the layout before."""

    def __init__(self, layout: Layout, before: "Hits | None" = None) -> None:
        self.layout = layout
        known = before._rows if before else {}
        self._rows: dict[int, Known] = {
            id(row.content): known.get(id(row.content)) or _known(row.content) for row in layout.rows
        }

    def card_at(self, x: float, y: float) -> str:
        """The id of the card under a point, "" where there is none."""
        place = card_at(self.layout, x, y)
        return place.card.id if place else ""

    def marker_at(self, x: float, y: float, least: float) -> str:
        """The id of the marker whose mark, taken to be at least so large, or whose label holds the point; else ""."""
        row = row_at(self.layout, y)
        if row is None or not row.content.markers:
            return ""
        inside = y - row.y
        near = [
            (distance, place)
            for place in row.content.markers
            if (distance := (place.x - x) ** 2 + (place.y - inside) ** 2) <= max(place.radius, least) ** 2
        ]
        if near:
            return min(near, key=lambda pair: pair[0])[1].marker.id
        labelled = (place for place in row.content.markers if place.label and place.label.rect.contains(x, inside))
        return next((place.marker.id for place in labelled), "")

    def find(self, card: str) -> tuple[Row, CardPlace] | None:
        """A card's lane and place."""
        for row in self.layout.rows:
            place = self._rows[id(row.content)].cards.get(card)
            if place is not None:
                return row, place
        return None

    def find_marker(self, marker: str) -> tuple[Row, MarkerPlace] | None:
        """An emotion marker's lane and place."""
        for row in self.layout.rows:
            place = self._rows[id(row.content)].markers.get(marker)
            if place is not None:
                return row, place
        return None

    def lane_of(self, card: str) -> Lane | None:
        """The lane that holds a card."""
        found = self.find(card)
        return found[0].lane if found else None

    def rect(self, thing: str) -> Rect | None:
        """The box of a card, a marker's mark, a lane's label, a step's or a stage's header or an arrow on the map."""
        found = self.find(thing)
        if found is not None:
            row, place = found
            return Rect(place.rect.x, place.rect.y + row.y, place.rect.width, place.rect.height)
        felt = self.find_marker(thing)
        return _box(felt[1], felt[0].y) if felt is not None else self._headers.get(thing) or self._arrow(thing)

    def _arrow(self, link: str) -> Rect | None:
        return next((place.rect for place in self.layout.links if place.link.id == link), None)

    def inside(self, area: Rect) -> Iterator[str]:
        """The ids of the cards that meet a rectangle."""
        for row, moved in self._rows_of(area):
            yield from (place.card.id for place in row.content.cards if place.rect.meets(moved))

    def felt_inside(self, area: Rect) -> Iterator[str]:
        """The ids of the emotion markers that meet a rectangle."""
        for row, moved in self._rows_of(area):
            yield from (place.marker.id for place in row.content.markers if _box(place, 0.0).meets(moved))

    def _rows_of(self, area: Rect) -> Iterator[tuple[Row, Rect]]:
        """The rows that a rectangle meets, and the rectangle as each sees it."""
        for row in self.layout.rows:
            if row.y < area.bottom and area.y < row.y + row.height:
                yield row, Rect(area.x, area.y - row.y, area.width, area.height)

    @cached_property
    def _headers(self) -> Mapping[str, Rect]:
        """The boxes of lanes, steps and stages."""
        layout, labels = self.layout, self.layout.labels
        boxes = {row.lane.id: Rect(labels.x, row.y, labels.width, row.height) for row in layout.rows}
        top, height = layout.steps.y, layout.steps.height
        boxes |= {column.step.id: Rect(column.x, top, column.width, height) for column in layout.columns}
        return boxes | {place.stage.id: place.rect for place in layout.stage_places}


def _known(content: RowContent) -> Known:
    return Known(
        content,
        {place.card.id: place for place in content.cards},
        {place.marker.id: place for place in content.markers},
    )


def _box(place: MarkerPlace, top: float) -> Rect:
    return Rect(place.x - place.radius, place.y + top - place.radius, 2 * place.radius, 2 * place.radius)
