"""What of the map is under the pointer: the thing, and which part of it can be taken hold of there."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPointF

from desktop.canvas.scene import Scene, header
from desktop.canvas.sticky import bands
from desktop.canvas.view import View
from desktop.layout.places import Rect
from desktop.layout.slots import column_at, row_at

GRIP = 6
"""Px inside a card's ends, and on both sides of a header's edge, where the edge is taken hold of."""

MARKER_REACH = 14
"""Px round a marker's centre that belong to it, at least."""


class Where(Enum):
    """A part of the map. Starts and ends are the edges of a card; the others' edges are right of a step's header and
    below a lane's label."""

    NOTHING = auto()
    CELL = auto()
    CARD = auto()
    CARD_START = auto()
    CARD_END = auto()
    MARKER = auto()
    STAGE = auto()
    STEP = auto()
    STEP_EDGE = auto()
    LANE = auto()
    LANE_EDGE = auto()
    LINK = auto()


@dataclass(frozen=True, slots=True)
class Hit:
    """What was hit, by its id, and the point on the map, in layout units; on a header that is kept in sight it is the
    point of the header's own place."""

    where: Where
    id: str
    x: float
    y: float


def pick(scene: Scene, view: View, at: QPointF) -> Hit:
    """What is at a point of the window (px)."""
    x, y = view.to_map(at.x(), at.y())
    band, layout = bands(scene, view), scene.layout
    column, top = int(at.x()), int(at.y())
    if band.headers is not None and band.headers.contains(column, top):
        y = header(layout).y + (at.y() - band.headers.top()) / view.zoom
        return _on_header(scene, view, x, y)
    if band.labels is not None and band.labels.contains(column, top):
        return _on_label(scene, view, layout.labels.x, y)
    if header(layout).contains(x, y):
        return _on_header(scene, view, x, y)
    if layout.labels.contains(x, y):
        return _on_label(scene, view, x, y)
    return _in_rows(scene, view, x, y)


def _on_header(scene: Scene, view: View, x: float, y: float) -> Hit:
    layout, reach = scene.layout, GRIP / view.zoom
    for column in layout.columns:
        if abs(column.x + column.width - x) <= min(reach, column.width / 4):
            return Hit(Where.STEP_EDGE, column.step.id, x, y)
    found = column_at(layout, x)
    if found is None:
        return Hit(Where.NOTHING, "", x, y)
    if y < layout.steps.y:
        return Hit(Where.STAGE, found.stage.id, x, y)
    return Hit(Where.STEP, found.step.id, x, y)


def _on_label(scene: Scene, view: View, x: float, y: float) -> Hit:
    reach = GRIP / view.zoom
    for row in scene.layout.rows:
        if abs(row.y + row.height - y) <= min(reach, row.height / 4):
            return Hit(Where.LANE_EDGE, row.lane.id, x, y)
    found = row_at(scene.layout, y)
    return Hit(Where.LANE, found.lane.id, x, y) if found else Hit(Where.NOTHING, "", x, y)


def _in_rows(scene: Scene, view: View, x: float, y: float) -> Hit:
    card = scene.hits.card_at(x, y)
    if card:
        return _on_card(scene, view, card, x, y)
    row, column = row_at(scene.layout, y), column_at(scene.layout, x)
    if row is None:
        return Hit(Where.NOTHING, "", x, y)
    reach = MARKER_REACH / view.zoom
    for place in row.content.markers:
        if abs(place.x - x) <= reach and abs(place.y + row.y - y) <= reach:
            return Hit(Where.MARKER, place.marker.id, x, y)
    return Hit(Where.CELL if column else Where.NOTHING, row.lane.id if column else "", x, y)


def _on_card(scene: Scene, view: View, card: str, x: float, y: float) -> Hit:
    rect = scene.hits.rect(card) or Rect(x, y, 0.0, 0.0)
    reach = min(GRIP / view.zoom, rect.width / 6)
    if rect.right - x <= reach:
        return Hit(Where.CARD_END, card, x, y)
    return Hit(Where.CARD_START if x - rect.x <= reach else Where.CARD, card, x, y)
