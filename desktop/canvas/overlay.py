"""What lies over the map while nobody drags: the selection, what can be taken hold of, which lanes are locked."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QWidget

from desktop.canvas import marks
from desktop.canvas.arrows import paint_arrows
from desktop.canvas.pick import ON_CARD, Hit, Where
from desktop.canvas.standing import Standing, standing, stood
from desktop.canvas.sticky import bands, kept_down
from desktop.canvas.tools import Surface, window_rect
from desktop.desk.sight import FOLDED
from desktop.document.keyed import among
from desktop.drawing.comments import bubble
from desktop.drawing.shapes import Glyphs, Placed
from desktop.layout.places import CardPlace, Rect, Row
from desktop.typeset.lines import UNITS

HEADERS = (Where.GROUP, Where.STAGE, Where.STEP, Where.STEP_EDGE, Where.LANE, Where.LANE_EDGE)
TAKEN = (*ON_CARD, *HEADERS, Where.MARKER, Where.LINK)
"""What the pointer can take hold of, and shows that it can."""

FEW = 40
"""So many selected things are looked up one by one; of more, those in sight are looked for."""

CROWD = 40
"""From so many selected cards in sight on, their marks are simple ones."""

LOCK = 0.9
"""A lock's size as a share of its lane's title; px below which it is never drawn."""

LEAST_LOCK = 7

REACH = 8
"""Px that marks reach beyond what they mark."""


class Overlay:
    """Paints the marks, and remembers what the pointer is over."""

    def __init__(self, surface: Surface, viewport: QWidget) -> None:
        self._surface = surface
        self._viewport = viewport
        self._over = ""

    def hover(self, hit: Hit | None) -> None:
        """The pointer is over something else; None while it is away or drags."""
        over = hit.id if hit is not None and hit.where in TAKEN else ""
        if over != self._over:
            before, self._over = self._over, over
            for thing in filter(None, (before, over)):
                self._renew(thing)

    def paint(self, painter: QPainter, lifted: frozenset[str]) -> None:
        """All marks; the lifted things have none, they are in somebody's hand."""
        selected = self._surface.desk.selected - lifted
        selected |= self._groups(selected)
        painter.save()
        painter.setClipRegion(self._beside())
        if selected or self._over:
            self._cards(painter, selected)
            self._markers(painter, selected)
            self._headers(painter, selected)
            paint_arrows(painter, self._surface, selected, self._over)
        self._locks(painter)
        painter.restore()

    def _groups(self, selected: frozenset[str]) -> frozenset[str]:
        """The folded groups in which selected lanes are: each stands in a row that has the group's id."""
        journey = self._surface.desk.journey
        lanes = among(journey.lanes, selected) if journey is not None else []
        return frozenset(lane.group for lane in lanes)

    def _renew(self, thing: str) -> None:
        """Has a thing's place painted again."""
        stands = standing(self._surface.scene, self._surface.view, thing)
        if stands is not None:
            self._viewport.update(stands.rect.adjusted(-REACH, -REACH, REACH, REACH).toAlignedRect())

    def _beside(self) -> QRegion:
        """What headers and labels that are kept in sight leave of the window."""
        return bands(self._surface.scene, self._surface.view).beside(self._viewport.rect())

    def _cards(self, painter: QPainter, selected: frozenset[str]) -> None:
        hits = self._surface.scene.hits
        few = (hits.find(card) for card in selected)
        found = filter(None, few) if len(selected) <= FEW else self._in_sight(selected)
        seen = self._surface.view.seen
        boxes = {place.card.id: (place, box) for row, place in found if (box := _at(row, place.rect)).meets(seen)}
        if len(boxes) > CROWD:
            marks.crowd(painter, [window_rect(self._surface.view, box) for _, box in boxes.values()])
            return
        for place, box in boxes.values():
            self._card(painter, place, box)
        over = hits.find(self._over) if self._over not in selected else None
        if over is not None:
            box = _at(over[0], over[1].rect)
            marks.hovered_card(painter, window_rect(self._surface.view, box), self._surface.corner_radius(self._over))

    def _card(self, painter: QPainter, place: CardPlace, box: Rect) -> None:
        """The selection round a card; its lines do not run across the bubble of its comments."""
        view, count = self._surface.view, len(place.card.comments)
        painter.save()
        if count:
            over = bubble(count, box.width, self._surface.studio.composer)
            marks.leave_out(painter, window_rect(view, Rect(box.x + over.x, box.y + over.y, over.width, over.height)))
        marks.selection(painter, window_rect(view, box), self._surface.corner_radius(place.card.id))
        painter.restore()

    def _in_sight(self, selected: frozenset[str]) -> Iterator[tuple[Row, CardPlace]]:
        """The selected cards in the cells that the window shows; one that spans several may come more than once."""
        layout, seen = self._surface.scene.layout, self._surface.view.seen
        columns = [each.index for each in layout.columns if each.x < seen.right and seen.x < each.x + each.width]
        for row in layout.rows:
            if columns and row.y < seen.bottom and seen.y < row.y + row.height:
                for cell in row.content.cells[columns[0] : columns[-1] + 1]:
                    yield from ((row, place) for place in cell if place.card.id in selected)

    def _markers(self, painter: QPainter, selected: frozenset[str]) -> None:
        view = self._surface.view
        for row in self._surface.scene.layout.rows:
            for place in row.content.markers:
                if place.marker.id in selected or place.marker.id == self._over:
                    centre = QPointF(*view.to_window(place.x, row.y + place.y))
                    mark = marks.ring if place.marker.id in selected else marks.hovered_ring
                    mark(painter, centre, place.radius * view.zoom)

    def _headers(self, painter: QPainter, selected: frozenset[str]) -> None:
        """Of selected stages, steps and lanes, and of the one that the pointer is over."""
        layout = self._surface.scene.layout
        named = [(place.stage.id, Where.STAGE) for place in layout.stage_places]
        named += [(column.step.id, Where.STEP) for column in layout.columns]
        named += [(row.lane.id, Where.LANE) for row in layout.rows]
        for one, sort in named:
            marked = one in selected or one == self._over
            stands = standing(self._surface.scene, self._surface.view, one) if marked else None
            if stands is not None:
                self._header(painter, stands, sort, selected=one in selected)

    def _header(self, painter: QPainter, stands: Standing, sort: Where, *, selected: bool) -> None:
        """The wash, and a line where a stage has its rule, a step its cells and a lane its left edge."""
        box = stands.rect.adjusted(-REACH if sort is Where.LANE else 0, 0, -1, 0)
        rule = max(3.0, self._surface.studio.style.space["stage-rule"] * self._surface.view.zoom)
        line = {
            Where.STAGE: QRectF(box.left(), box.top(), box.width(), round(rule)),
            Where.STEP: QRectF(box.left(), box.bottom() - 2, box.width(), 3),
            Where.LANE: QRectF(box.left(), box.top(), 3, box.height()),
        }[sort]
        painter.save()
        self._clip(painter, stands)
        if selected:
            marks.header(painter, box, line)
        else:
            marks.hovered_header(painter, box)
        painter.restore()

    def _clip(self, painter: QPainter, stands: Standing) -> None:
        if stands.clip is not None:
            painter.setClipRect(stands.clip)
        else:
            painter.setClipRegion(self._beside())

    def _locks(self, painter: QPainter) -> None:
        """A padlock after the title of every locked lane."""
        scene, view = self._surface.scene, self._surface.view
        locked = {row.lane.id for row in scene.layout.rows if row.lane.locked and row.lane.kind != FOLDED}
        labels = (each for each in self._surface.studio.lanes(scene, view.seen) if each.figure.id in locked)
        for label in labels if locked else ():
            self._lock(painter, label)

    def _lock(self, painter: QPainter, label: Placed) -> None:
        scene, view, style = self._surface.scene, self._surface.view, self._surface.studio.style
        place = bands(scene, view)
        if place.labels is not None:
            top = place.headers.bottom() + 1 if place.headers is not None else place.labels.top()
            label = kept_down(label, view.to_map(0, top)[1])
        size = style.roles["lane"].size
        lines = [shape for shape in label.figure.shapes if isinstance(shape, Glyphs) and shape.size == size]
        if not lines or size * LOCK * view.zoom < LEAST_LOCK:
            return
        line = lines[-1]
        x = label.x + line.x + line.line.width * size / UNITS + size * 0.45
        box = Rect(scene.layout.labels.x, label.y, 0.0, 0.0)
        stands = stood(scene, view, box, place)
        corner = QPointF(
            stands.rect.x() + (x - box.x) * view.zoom, stands.rect.y() + (line.y - size * (LOCK - 0.06)) * view.zoom
        )
        painter.save()
        self._clip(painter, stands)
        marks.lock(painter, corner, size * LOCK * view.zoom)
        painter.restore()


def _at(row: Row, rect: Rect) -> Rect:
    """A box of a row on the map."""
    return Rect(rect.x, row.y + rect.y, rect.width, rect.height)
