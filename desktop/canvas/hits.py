"""Where the cards of a layout stand. What stands at a point is asked of the grid (`desktop.layout.slots`)."""

from collections.abc import Iterator

from desktop.document.journey import Lane
from desktop.layout.places import CardPlace, Layout, Rect, Row, RowContent
from desktop.layout.slots import card_at

CardsOfRow = tuple[RowContent, dict[str, CardPlace]]


class Hits:
    """Look-ups in one layout; those of an unchanged row are taken over from the layout before."""

    def __init__(self, layout: Layout, before: "Hits | None" = None) -> None:
        self.layout = layout
        known = before._rows if before else {}
        self._rows: dict[int, CardsOfRow] = {
            id(row.content): known.get(id(row.content)) or _by_card(row.content) for row in layout.rows
        }

    def card_at(self, x: float, y: float) -> str:
        """The id of the card under a point, "" where there is none."""
        place = card_at(self.layout, x, y)
        return place.card.id if place else ""

    def find(self, card: str) -> tuple[Row, CardPlace] | None:
        """A card's lane and place."""
        for row in self.layout.rows:
            place = self._rows[id(row.content)][1].get(card)
            if place is not None:
                return row, place
        return None

    def lane_of(self, card: str) -> Lane | None:
        """The lane that holds a card."""
        found = self.find(card)
        return found[0].lane if found else None

    def rect(self, card: str) -> Rect | None:
        """A card's box on the map."""
        found = self.find(card)
        if found is None:
            return None
        row, place = found
        return Rect(place.rect.x, place.rect.y + row.y, place.rect.width, place.rect.height)

    def inside(self, area: Rect) -> Iterator[str]:
        """The ids of the cards that meet a rectangle."""
        for row in self.layout.rows:
            if row.y < area.bottom and area.y < row.y + row.height:
                moved = Rect(area.x, area.y - row.y, area.width, area.height)
                yield from (place.card.id for place in row.content.cards if place.rect.meets(moved))


def _by_card(content: RowContent) -> CardsOfRow:
    return content, {place.card.id: place for place in content.cards}
