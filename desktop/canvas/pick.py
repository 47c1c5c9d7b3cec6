"""What of the map is under the pointer: the thing, and which part of it can be taken hold of there."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from math import floor
from operator import attrgetter

from PySide6.QtCore import QPointF

from desktop.canvas.scene import Scene, header
from desktop.canvas.sticky import PAD, bands
from desktop.canvas.view import View
from desktop.desk.drafts import SUBTITLE, TITLE
from desktop.desk.sight import FOLDED
from desktop.document.kinds import DIVIDERS
from desktop.layout.links import link_at
from desktop.layout.places import Column, Layout, Rect, Row
from desktop.layout.slots import column_at, row_at

GRIP = 6
"""Px inside a card's ends, and on both sides of a header's edge, where the edge is taken hold of."""

LEAST_EXTENT = 4 * GRIP
"""Px that a thing is long at least for its edge to be taken hold of: something must be left to take it by itself."""

MARKER_REACH = 5
"""Px round a marker's centre that belong to it, however small it is drawn."""

LINK_REACH = 5
"""Px beside an arrow that belong to it."""

GRIP_GAP, GRIP_RADIUS = 8, 5
"""Px from a card's right side to the middle of the handle from which arrows are drawn, and the handle's radius."""

HEADS = {"title": TITLE, "subtitle": SUBTITLE}
"""What is written in the head, by the role of its type."""

_LEFT, _TOP = attrgetter("x"), attrgetter("y")


class Where(Enum):
    """A part of the map. Starts and ends are the edges of a card; the others' edges are right of a step's header and
    below a lane's label. A group is the bracket beside its lanes, a link grip the handle beside a selected card, the
    head the map's title or subtitle."""

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
    GROUP = auto()
    LINK = auto()
    LINK_GRIP = auto()
    HEAD = auto()
    PORTRAIT = auto()


ON_CARD = (Where.CARD, Where.CARD_START, Where.CARD_END)


@dataclass(frozen=True, slots=True)
class Hit:
    """What was hit, by its id, and the point on the map, in layout units; on a header that is kept in sight it is the
    point of the header's own place."""

    where: Where
    id: str
    x: float
    y: float


WHOLES = {
    Where.CARD_START: Where.CARD,
    Where.CARD_END: Where.CARD,
    Where.STEP_EDGE: Where.STEP,
    Where.LANE_EDGE: Where.LANE,
}
"""The things whose edges are too fine for a finger."""


def pick_coarse(scene: Scene, view: View, at: QPointF, reach: float) -> Hit:
    """What a finger means at a point of the window: no edges, and markers and arrows within `reach` px."""
    hit = pick(scene, view, at)
    if hit.where in WHOLES:
        return replace(hit, where=WHOLES[hit.where])
    if hit.where in (Where.CELL, Where.NOTHING) and not bands(scene, view).cover(floor(at.x()), floor(at.y())):
        return _on_line(scene, hit, reach / view.zoom) or hit
    return hit


def _on_line(scene: Scene, hit: Hit, reach: float) -> Hit | None:
    """The marker or the arrow within so many layout units."""
    marker = scene.hits.marker_at(hit.x, hit.y, reach)
    if marker:
        return replace(hit, where=Where.MARKER, id=marker)
    link = link_at(scene.layout, hit.x, hit.y, reach)
    return replace(hit, where=Where.LINK, id=link) if link else None


def pick(scene: Scene, view: View, at: QPointF, linking: str = "") -> Hit:
    """What is at a point of the window (px); `linking` is the card that shows a handle for arrows."""
    layout, place = scene.layout, bands(scene, view)
    x, y = view.to_map(at.x(), at.y())
    point = floor(at.x()), floor(at.y())
    if place.headers is not None and place.headers.contains(*point):
        return _on_header(layout, view, x, header(layout).y + (at.y() - place.headers.top()) / view.zoom)
    if place.labels is not None and place.labels.contains(*point):
        if place.headers is not None and point[1] <= place.headers.bottom():
            return Hit(Where.NOTHING, "", x, y)  # the corner between the two
        return _on_label(layout, view, layout.labels.x + (at.x() - PAD) / view.zoom, y)
    reach = GRIP / view.zoom
    if _grown(header(layout), right=layout.cell_space.gutter + reach).contains(x, y):
        return _on_header(layout, view, x, y)
    if _grown(layout.labels, bottom=reach).contains(x, y):
        return _on_label(layout, view, x, y)
    return _in_head(layout, x, y) or _in_rows(scene, view, x, y, linking)


def _in_head(layout: Layout, x: float, y: float) -> Hit | None:
    """The title or the subtitle where its letters are or could be; the persona by her picture."""
    heading = layout.heading
    if heading.portrait and heading.portrait.contains(x, y):
        return Hit(Where.PORTRAIT, heading.persona, x, y)
    for text in heading.texts:
        thing = HEADS.get(text.role)
        if thing and Rect(text.x, text.y, text.width, text.height).contains(x, y):
            return Hit(Where.HEAD, thing, x, y)
    return None


def _on_grip(scene: Scene, view: View, card: str, x: float, y: float) -> bool:
    """Whether a point of the map is on the handle beside a card, or nearly so."""
    rect = scene.hits.rect(card)
    if rect is None:
        return False
    across = (x - rect.right) * view.zoom - GRIP_GAP
    down = (y - rect.y - rect.height / 2) * view.zoom
    return across * across + down * down <= (GRIP_RADIUS + 2) ** 2


def _grown(rect: Rect, right: float = 0.0, bottom: float = 0.0) -> Rect:
    return Rect(rect.x, rect.y, rect.width + right, rect.height + bottom)


def _on_header(layout: Layout, view: View, x: float, y: float) -> Hit:
    on_stage = y < layout.steps.y
    edge = _edge_at(layout, view, x)
    if edge is not None and not (on_stage and _goes_on(layout, edge)):
        return Hit(Where.STEP_EDGE, edge.step.id, x, y)
    found = column_at(layout, x)
    if found is None:
        return Hit(Where.NOTHING, "", x, y)
    whole = on_stage or found.folds  # a folded stage has no steps to take hold of
    return Hit(Where.STAGE, found.stage.id, x, y) if whole else Hit(Where.STEP, found.step.id, x, y)


def _edge_at(layout: Layout, view: View, x: float) -> Column | None:
    """The column whose right edge is near."""
    number = max(bisect_right(layout.columns, x - GRIP / view.zoom, key=_LEFT) - 1, 0)
    for column in layout.columns[number : number + 2]:
        after = [other.width for other in layout.columns[column.index + 1 : column.index + 2]]
        if not column.folds and _is_near(view, x - column.x - column.width, column.width, after):
            return column
    return None


def _is_near(view: View, beyond: float, extent: float, after: Sequence[float]) -> bool:
    """Whether a point so far beyond an edge is on it: what is long enough has an edge, and it does not reach far into
    what comes after it."""
    reach = GRIP / view.zoom
    return extent * view.zoom >= LEAST_EXTENT and -reach <= beyond <= min((reach, *(other / 4 for other in after)))


def _goes_on(layout: Layout, column: Column) -> bool:
    """Whether the column's stage has another column after it."""
    after = layout.columns[column.index + 1 : column.index + 2]
    return bool(after) and after[0].stage is column.stage


def _on_label(layout: Layout, view: View, x: float, y: float) -> Hit:
    edge = _floor_at(layout, view, y)
    if edge is not None:
        return Hit(Where.LANE_EDGE, edge.lane.id, x, y)
    found = row_at(layout, y)
    if found is None:
        return Hit(Where.NOTHING, "", x, y)
    group = next((place for place in layout.groups if place.rect.y <= y < place.rect.bottom), None)
    if found.lane.kind == FOLDED:
        return Hit(Where.GROUP, found.lane.id, x, y)
    if group is not None and found.content.label and x < found.content.label[0].x:
        return Hit(Where.GROUP, group.group.id, x, y)
    return Hit(Where.LANE, found.lane.id, x, y)


def _floor_at(layout: Layout, view: View, y: float) -> Row | None:
    """The row whose lower edge is near; a divider is as high as it is."""
    number = max(bisect_right(layout.rows, y - GRIP / view.zoom, key=_TOP) - 1, 0)
    for at, row in enumerate(layout.rows[number : number + 2], start=number):
        after = [other.height for other in layout.rows[at + 1 : at + 2]]
        if row.lane.kind not in (*DIVIDERS, FOLDED) and _is_near(view, y - row.y - row.height, row.height, after):
            return row
    return None


def _in_rows(scene: Scene, view: View, x: float, y: float, linking: str) -> Hit:
    if linking and _on_grip(scene, view, linking, x, y):
        return Hit(Where.LINK_GRIP, linking, x, y)
    card = scene.hits.card_at(x, y)
    if card:
        return _on_card(scene, view, card, x, y)
    marker = scene.hits.marker_at(x, y, MARKER_REACH / view.zoom)
    if marker:
        return Hit(Where.MARKER, marker, x, y)
    link = link_at(scene.layout, x, y, LINK_REACH / view.zoom)
    if link:
        return Hit(Where.LINK, link, x, y)
    row, column = row_at(scene.layout, y), column_at(scene.layout, x)
    if row is None or column is None or row.lane.kind in (*DIVIDERS, FOLDED):
        return Hit(Where.NOTHING, "", x, y)
    return Hit(Where.CELL, row.lane.id, x, y)


def _on_card(scene: Scene, view: View, card: str, x: float, y: float) -> Hit:
    rect = scene.hits.rect(card) or Rect(x, y, 0.0, 0.0)
    reach = GRIP / view.zoom if rect.width * view.zoom >= 2 * LEAST_EXTENT else 0.0
    if rect.right - x < reach:
        return Hit(Where.CARD_END, card, x, y)
    return Hit(Where.CARD_START if x - rect.x < reach else Where.CARD, card, x, y)
