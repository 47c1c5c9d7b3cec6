"""What a double click opens: the text that stands there, or a new thing where nothing stands."""

from desktop.canvas.aims import value_at
from desktop.canvas.pick import Hit
from desktop.canvas.tools import Surface
from desktop.desk.drafts import draft_of
from desktop.desk.place import Place
from desktop.desk.shift import COARSE
from desktop.document.edits.cards import Spot
from desktop.layout.slots import column_at, row_at, slot_at


def open_text(surface: Surface, hit: Hit) -> None:
    """The text of a thing."""
    draft = draft_of(surface.desk, hit.id)
    if draft is not None:
        surface.write(draft)


def open_cell(surface: Surface, hit: Hit) -> None:
    """A new card there; in an emotion lane the feeling of the map's persona at that height."""
    row, column = row_at(surface.scene.layout, hit.y), column_at(surface.scene.layout, hit.x)
    place, desk = Place(surface.desk), surface.desk
    if row is not None and column is not None and row.lane.kind == "emotions":
        place.emotion(value_at(row, hit.y, COARSE), Spot(row.lane.id, column.step.id))
        return
    slot = slot_at(surface.scene.layout, hit.x, hit.y)
    if slot is not None:
        desk.aim(slot)
        draft = place.draft(place.kind_at(slot), slot)
        if draft is not None:
            surface.write(draft)
