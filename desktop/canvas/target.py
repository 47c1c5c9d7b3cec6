"""The dashed slot: where the next thing will stand."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from desktop.canvas import marks
from desktop.canvas.marks import Slotted
from desktop.canvas.scene import Scene, Studio
from desktop.canvas.sticky import bands
from desktop.canvas.tools import Surface, window_rect
from desktop.canvas.view import View
from desktop.document.edits.cards import Spot
from desktop.document.kinds import DIVIDERS, KIND_OF_LANE
from desktop.layout.places import Column, Layout, Rect, Row
from desktop.layout.slots import cell

TIGHT = 0.45
"""Where less than this share of a card finds room, the slot is a bar between its neighbours."""

GAP = 6
"""Px between the slot and what is said of it."""

BAR = 4
"""Px that such a bar is high."""

LEAST = 0.3
"""A slot for an emotion is this share of the scale high."""


def target_rect(scene: Scene, spot: Spot) -> Rect | None:
    """Where the slot stands on the map: as high as a card of two lines where there is room, else flat."""
    layout = scene.layout
    row = next((row for row in layout.rows if row.lane.id == spot.lane), None)
    column = next((column for column in layout.columns if column.step.id == spot.step), None)
    if row is None or column is None or row.lane.kind in DIVIDERS:
        return None
    return _felt(layout, row, column) if row.lane.kind == "emotions" else _free(layout, row, column, spot)


def _felt(layout: Layout, row: Row, column: Column) -> Rect:
    """Round the middle of the scale."""
    gutter, height = layout.cell_space.gutter, 4 * row.content.unit * LEAST
    y = row.y + row.content.zero - height / 2
    return Rect(column.x + gutter, y, column.width - 2 * gutter, height)


def _free(layout: Layout, row: Row, column: Column, spot: Spot) -> Rect:
    space, places = layout.cell_space, cell(row, column.index)
    ids = [place.card.id for place in places]
    foot = ids.index(spot.before) if spot.before in ids else len(ids)
    number = ids.index(spot.after) + 1 if spot.after in ids else foot
    above = places[number - 1].rect.bottom + space.gap if number else space.top
    below = places[number].rect.y - space.gap if number < len(places) else row.height - space.top
    x, width, room = column.x + space.gutter, column.width - 2 * space.gutter, below - above
    if room < TIGHT * space.card_height:
        return Rect(x, row.y + above - space.gap / 2, width, 0.0)
    return Rect(x, row.y + above, width, min(room, space.card_height))


def is_taken(surface: Surface, spot: Spot) -> bool:
    """Whether something selected stands at the slot, which says enough."""
    selected, scene = surface.desk.selected, surface.scene
    if spot.after in selected:
        return True
    row = next((row for row in scene.layout.rows if row.lane.id == spot.lane), None)
    felt = row.content.markers if row is not None else ()
    return any(place.marker.id in selected and place.marker.step == spot.step for place in felt)


def in_reach(scene: Scene, view: View, rect: Rect) -> Rect:
    """What of a box should come into sight: headers that are kept in sight need no scrolling towards them."""
    place, seen = bands(scene, view), view.seen
    if place.headers is not None and rect.bottom <= scene.layout.steps.bottom:
        rect = Rect(rect.x, seen.y + seen.height / 2, rect.width, 0.0)
    if place.labels is not None and rect.right <= scene.layout.labels.right:
        rect = Rect(seen.x + seen.width / 2, rect.y, 0.0, rect.height)
    return rect


def paint_target(painter: QPainter, surface: Surface, calling: bool) -> None:
    """The slot of the desk's target over the map, in px of the window; `calling`: a letter is waited for."""
    spot, scene, view = surface.desk.target, surface.scene, surface.view
    rect = target_rect(scene, spot) if spot and not is_taken(surface, spot) else None
    if spot is None or rect is None or not rect.meets(_grown(view.seen)):
        return
    painter.save()
    painter.setClipRegion(bands(scene, view).beside(QRectF(0, 0, *view.window).toRect()))
    box = window_rect(view, rect)
    paint_slot(painter, scene, spot, box, _radius(surface.studio, scene, spot) * view.zoom)
    if calling:
        marks.caption(painter, box.bottomLeft() + QPointF(0, GAP), surface.words("slot.call"))
    painter.restore()


def paint_slot(painter: QPainter, scene: Scene, spot: Spot, box: QRectF, radius: float) -> None:
    """The slot in a box of the window, a bar where that is flat; grey, with a padlock, where nothing can land."""
    barred = any(row.lane.id == spot.lane and row.lane.locked for row in scene.layout.rows)
    if box.height():
        if barred:
            marks.locked_slot(painter, box, radius)
        else:
            marks.slot(painter, Slotted((box,)), radius)
        return
    (marks.locked_bar if barred else marks.bar)(painter, box.adjusted(0, -BAR / 2, 0, BAR / 2))


def _radius(studio: Studio, scene: Scene, spot: Spot) -> float:
    """The corners of what the lane takes."""
    lane = next((row.lane for row in scene.layout.rows if row.lane.id == spot.lane), None)
    kind = studio.style.kind(KIND_OF_LANE.get(lane.kind, "note") if lane else "note")
    if kind.form == "pill":
        return studio.composer.setting("card").role.leading / 2 + studio.style.space["pad"]
    return studio.style.space["radius"]


def _grown(seen: Rect) -> Rect:
    return Rect(seen.x - 1, seen.y - 1, seen.width + 2, seen.height + 2)
