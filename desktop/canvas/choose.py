"""Which gesture begins where: the one table from a part of the map to the tool that takes hold of it."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt

from desktop.canvas.drag import DragCards
from desktop.canvas.pick import Hit, Where
from desktop.canvas.shown import NOTHING
from desktop.canvas.tools import Band, Keys, Surface, Tool

KEEPING = Keys.ShiftModifier | Keys.ControlModifier
Begin = Callable[[Surface, Hit, QPointF, Keys], Tool | None]
Open = Callable[[Surface, Hit], None]


def band(surface: Surface, _hit: Hit, at: QPointF, keys: Keys) -> Tool:
    """A rubber band; with Shift or Ctrl what is selected stays so."""
    return Band(surface, at, surface.desk.selected if keys & KEEPING else NOTHING)


def card(surface: Surface, hit: Hit, at: QPointF, keys: Keys) -> Tool | None:
    """Takes up a card and all that are selected with it; with Shift or Ctrl a click adds it or takes it away."""
    selected = surface.desk.selected
    if keys & KEEPING:
        surface.desk.select(selected ^ {hit.id})
        return None
    if hit.id not in selected:
        surface.desk.select((hit.id,))
    return DragCards(surface, hit.id, at, narrow=hit.id in selected)


TOOLS: dict[Where, Begin] = {
    Where.CARD: card,
    Where.CARD_START: card,
    Where.CARD_END: card,
}
"""What a press of the left button begins, `band` where nothing is named."""

DOUBLE: dict[Where, Open] = {}
"""What a double click does."""

CURSORS = {
    Where.CARD: Qt.CursorShape.PointingHandCursor,
    Where.CARD_START: Qt.CursorShape.PointingHandCursor,
    Where.CARD_END: Qt.CursorShape.PointingHandCursor,
}
"""How the pointer looks over a part, an arrow where nothing is named."""


def tool_for(surface: Surface, hit: Hit, at: QPointF, keys: Keys) -> Tool | None:
    """The gesture that a press at a point of the window begins; it may already select."""
    return TOOLS.get(hit.where, band)(surface, hit, at, keys)
