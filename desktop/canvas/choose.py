"""Which gesture begins where: the one table from a part of the map to the tool that takes hold of it."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt

from desktop.canvas.band import Band, spot_after
from desktop.canvas.connect import DrawLink
from desktop.canvas.drag import DragCards
from desktop.canvas.headers import DragGroup, DragHeaders, DragLanes, DragStages, DragSteps
from desktop.canvas.marker import DragMarkers
from desktop.canvas.opening import open_cell, open_text
from desktop.canvas.pick import Hit, Where
from desktop.canvas.resize import DragHeight, DragWidth, fit_height, fit_width
from desktop.canvas.shown import NOTHING
from desktop.canvas.span import SpanCard
from desktop.canvas.tools import Keys, Surface, Tool
from desktop.desk.whose import Whose

KEEPING = Keys.ShiftModifier | Keys.ControlModifier
Begin = Callable[[Surface, Hit, QPointF, Keys], Tool | None]
Open = Callable[[Surface, Hit], None]


def band(surface: Surface, _hit: Hit, at: QPointF, keys: Keys) -> Tool:
    """A rubber band; with Shift or Ctrl what is selected stays so."""
    return Band(surface, at, surface.desk.selected if keys & KEEPING else NOTHING)


def card(surface: Surface, hit: Hit, at: QPointF, keys: Keys) -> Tool | None:
    """Takes up a card and all that are selected with it; with Shift or Ctrl a click adds it or takes it away."""
    if not keys & KEEPING:
        surface.desk.aim(spot_after(surface.scene, hit.id))
    return DragCards(surface, hit.id, at, click=_clicked(surface, hit.id, keys))


def _clicked(surface: Surface, thing: str, keys: Keys) -> frozenset[str]:
    """What a click on a thing selects. Without Shift or Ctrl it is selected at once; with them only a click adds it,
    for they also mean something to a drag, which takes it alone."""
    selected, held = surface.desk.selected, frozenset((thing,))
    if keys & KEEPING:
        return selected ^ held
    if thing not in selected:
        surface.desk.select(held)
    return held


def card_edge(surface: Surface, hit: Hit, at: QPointF, keys: Keys) -> Tool | None:
    """Takes hold of a card's edge; in all else it is a part of the card."""
    if keys & KEEPING:
        return card(surface, hit, at, keys)
    held = frozenset((hit.id,))
    surface.desk.aim(spot_after(surface.scene, hit.id))
    among = hit.id in surface.desk.selected
    if not among:
        surface.desk.select(held)
    return SpanCard(surface, hit, at, held if among else None)


def link(surface: Surface, hit: Hit, at: QPointF, _keys: Keys) -> Tool:
    """Begins an arrow."""
    return DrawLink(surface, hit.id, at)


def arrow(surface: Surface, hit: Hit, _at: QPointF, keys: Keys) -> None:
    """Selects an arrow; with Shift or Ctrl it is added or taken away."""
    selected = surface.desk.selected if keys & KEEPING else NOTHING
    surface.desk.select(selected ^ {hit.id})


def taking(drag: type[DragMarkers] | type[DragHeaders]) -> Begin:
    """Takes up a thing with those of its sort that are selected with it; with Shift or Ctrl a click adds it or takes
    it away."""

    def begin(surface: Surface, hit: Hit, at: QPointF, keys: Keys) -> Tool | None:
        return drag(surface, hit, at, _clicked(surface, hit.id, keys))

    return begin


def width(surface: Surface, hit: Hit, at: QPointF, _keys: Keys) -> Tool:
    """Takes hold of a step's edge."""
    return DragWidth(surface, hit, at)


def height(surface: Surface, hit: Hit, at: QPointF, _keys: Keys) -> Tool:
    """Takes hold of a lane's lower edge."""
    return DragHeight(surface, hit, at)


def group(surface: Surface, hit: Hit, at: QPointF, keys: Keys) -> Tool | None:
    """Takes up a group, and selects its lanes."""
    journey = surface.desk.journey
    lanes = frozenset(lane.id for lane in journey.lanes if lane.group == hit.id) if journey else NOTHING
    if keys & KEEPING:
        surface.desk.select(surface.desk.selected ^ lanes)
        return None
    surface.desk.select(lanes)
    return DragGroup(surface, hit, at)


def portrait(surface: Surface, hit: Hit, _at: QPointF, _keys: Keys) -> None:
    """Shows what belongs to the persona, or to everybody again."""
    Whose(surface.desk).toggle(hit.id)


TOOLS: dict[Where, Begin] = {
    Where.CARD: card,
    Where.CARD_START: card_edge,
    Where.CARD_END: card_edge,
    Where.LINK: arrow,
    Where.LINK_GRIP: link,
    Where.MARKER: taking(DragMarkers),
    Where.STAGE: taking(DragStages),
    Where.STEP: taking(DragSteps),
    Where.LANE: taking(DragLanes),
    Where.STEP_EDGE: width,
    Where.LANE_EDGE: height,
    Where.GROUP: group,
    Where.PORTRAIT: portrait,
}
"""What a press of the left button begins, `band` where nothing is named."""

DOUBLE: dict[Where, Open] = {
    Where.CARD: open_text,
    Where.CARD_START: open_text,
    Where.CARD_END: open_text,
    Where.MARKER: open_text,
    Where.STAGE: open_text,
    Where.STEP: open_text,
    Where.LANE: open_text,
    Where.GROUP: open_text,
    Where.LINK: open_text,
    Where.HEAD: open_text,
    Where.CELL: open_cell,
    Where.STEP_EDGE: fit_width,
    Where.LANE_EDGE: fit_height,
}
"""What a double click does."""

CURSORS = {
    Where.HEAD: Qt.CursorShape.IBeamCursor,
    Where.PORTRAIT: Qt.CursorShape.PointingHandCursor,
    Where.CARD: Qt.CursorShape.PointingHandCursor,
    Where.CARD_START: Qt.CursorShape.SizeHorCursor,
    Where.CARD_END: Qt.CursorShape.SizeHorCursor,
    Where.LINK: Qt.CursorShape.PointingHandCursor,
    Where.LINK_GRIP: Qt.CursorShape.CrossCursor,
    Where.MARKER: Qt.CursorShape.SizeVerCursor,
    Where.STAGE: Qt.CursorShape.PointingHandCursor,
    Where.STEP: Qt.CursorShape.PointingHandCursor,
    Where.LANE: Qt.CursorShape.PointingHandCursor,
    Where.GROUP: Qt.CursorShape.PointingHandCursor,
    Where.STEP_EDGE: Qt.CursorShape.SplitHCursor,
    Where.LANE_EDGE: Qt.CursorShape.SplitVCursor,
}
"""How the pointer looks over a part, an arrow where nothing is named."""


def tool_for(surface: Surface, hit: Hit, at: QPointF, keys: Keys) -> Tool | None:
    """The gesture that a press at a point of the window begins; it may already select."""
    return TOOLS.get(hit.where, band)(surface, hit, at, keys)
