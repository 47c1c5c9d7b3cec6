"""What was found, on the map: a ring round each thing that holds a match, a stronger one round the current."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.canvas.standing import standing
from desktop.canvas.sticky import bands
from desktop.canvas.viewer import Viewer
from desktop.desk.finding import Finding
from desktop.layout.places import Rect

ROUND = 5.5
"""Px that the current one's ring is outside: round the marks of what is selected."""

FOUND, CURRENT = QColor("#A86A00"), QColor("#C2410C")
"""Both at least 3 : 1 on paper and on the kinds' fills (WCAG 2.2, 1.4.11)."""

WASH, STRONG = 28, 60
"""How strongly what is inside is tinted, of 255."""

CORNER, OUT, LEAST = 5.0, 2.0, 0.7
"""Px at 100 %: how round a ring is and how far outside; the share of its width that is left when the map is small."""

CROWD = 150
"""Of more things in sight the rings are thin."""


class FoundMarks:
    """Paints over a viewer whatever the finding has found on the map that it shows; nothing while it rests."""

    def __init__(self, finding: Finding) -> None:
        self._finding = finding
        self._known: tuple[object, str] = (None, "")
        self._things: frozenset[str] = frozenset()
        self.resting = True

    def paint(self, painter: QPainter, viewer: Viewer) -> None:
        """In px of the viewer's window."""
        if self.resting or not viewer.has_scene or not self._finding.matches:
            return
        current = self._finding.current
        marked = current.passage.thing if current else ""
        things = self.things(viewer.scene.map_id)
        painter.save()
        painter.setClipRegion(bands(viewer.scene, viewer.view).beside(viewer.viewport().rect()))
        boxes = dict(_in_cells(viewer, things))
        if len(boxes) > CROWD:
            _crowd(painter, [box for thing, box in boxes.items() if thing != marked])
            boxes = {thing: box for thing, box in boxes.items() if thing == marked}
        for thing, box in boxes.items():
            _ring(painter, box, viewer.zoom, strong=thing == marked)
        painter.restore()
        self._heads(painter, viewer, things, marked)

    def things(self, map_id: str) -> frozenset[str]:
        """The ids of what holds a match on a map."""
        matches = self._finding.matches
        if self._known != (matches, map_id) or self._known[0] is not matches:
            here = (match.passage for match in matches if match.passage.map_id == map_id)
            self._things = frozenset(passage.thing for passage in here)
            self._known = matches, map_id
        return self._things

    def _heads(self, painter: QPainter, viewer: Viewer, things: frozenset[str], marked: str) -> None:
        """Of stages, steps and lanes, which may be kept in sight."""
        for thing in _headed(viewer, things):
            stands = standing(viewer.scene, viewer.view, thing)
            if stands is not None:
                painter.save()
                painter.setClipRect(stands.clip or viewer.viewport().rect())
                _ring(painter, stands.rect, viewer.zoom, strong=thing == marked)
                painter.restore()


def _headed(viewer: Viewer, things: frozenset[str]) -> Iterator[str]:
    layout = viewer.scene.layout
    yield from (place.stage.id for place in layout.stage_places if place.stage.id in things)
    yield from (column.step.id for column in layout.columns if column.step.id in things)
    yield from (row.lane.id for row in layout.rows if row.lane.id in things)


def _in_cells(viewer: Viewer, things: frozenset[str]) -> Iterator[tuple[str, QRectF]]:
    """The cards and markers in sight, and their boxes in px of the window."""
    seen, zoom = viewer.view.seen, viewer.zoom
    left, top = viewer.view.to_window(0.0, 0.0)  # once, as there may be thousands
    for row in viewer.scene.layout.rows:
        if not (row.y < seen.bottom and seen.y < row.y + row.height):
            continue
        places = [(place.card.id, place.rect) for place in row.content.cards if place.card.id in things]
        markers = (place for place in row.content.markers if place.marker.id in things)
        places += [(one.marker.id, _round(one.x, one.y, one.radius)) for one in markers]
        for thing, rect in places:
            if rect.x < seen.right and seen.x < rect.right:
                across, down = left + rect.x * zoom, top + (row.y + rect.y) * zoom
                yield thing, QRectF(across, down, rect.width * zoom, rect.height * zoom)


def _round(x: float, y: float, radius: float) -> Rect:
    return Rect(x - radius, y - radius, 2 * radius, 2 * radius)


def _crowd(painter: QPainter, boxes: Sequence[QRectF]) -> None:
    """Thin lines and a tint for very many, quick to paint."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    tint = QColor(FOUND)
    tint.setAlpha(STRONG)
    painter.setPen(QPen(FOUND, 1))
    painter.setBrush(tint)
    painter.drawRects([box.toRect().adjusted(-1, -1, 1, 1) for box in boxes])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _ring(painter: QPainter, box: QRectF, zoom: float, *, strong: bool) -> None:
    corner = CORNER * min(1.0, zoom)
    tint = QColor(CURRENT if strong else FOUND)
    tint.setAlpha(STRONG if strong else WASH)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint)
    painter.drawRoundedRect(box, corner, corner)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    width = (3.0 if strong else 2.0) * max(LEAST, min(1.0, zoom))
    out = ROUND if strong else OUT * max(LEAST, min(1.0, zoom))
    for ink, wide in ((QColor("#FFFFFF"), width + 2), (CURRENT if strong else FOUND, width)):
        painter.setPen(QPen(ink, wide))
        painter.drawRoundedRect(box.adjusted(-out, -out, out, out), corner + out, corner + out)
