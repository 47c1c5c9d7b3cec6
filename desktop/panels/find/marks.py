"""What was found, on the map: a ring round each thing that holds a match, a stronger one round the current."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.canvas.standing import standing
from desktop.canvas.sticky import bands
from desktop.canvas.viewer import Viewer
from desktop.desk.finding import Finding
from desktop.layout.places import Rect

FOUND, CURRENT = QColor("#A86A00"), QColor("#C2410C")
"""Both at least 3 : 1 on paper and on the kinds' fills (WCAG 2.2, 1.4.11)."""

WASH, STRONG = 28, 60
"""How strongly what is inside is tinted, of 255."""

CORNER, OUT, LEAST = 5.0, 2.0, 0.7
"""Px at 100 %: how round a ring is and how far outside; the share of its width that is left when the map is small."""

FEW = 200
"""So many things are looked up one by one; of more, those in sight are looked for."""


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
        for thing in self._in_sight(viewer):
            stands = standing(viewer.scene, viewer.view, thing)
            if stands is not None:
                painter.save()
                painter.setClipRegion(stands.clip or bands(viewer.scene, viewer.view).beside(viewer.viewport().rect()))
                _ring(painter, stands.rect, viewer.zoom, strong=thing == marked)
                painter.restore()

    def things(self, map_id: str) -> frozenset[str]:
        """The ids of what holds a match on a map."""
        matches = self._finding.matches
        if self._known != (matches, map_id) or self._known[0] is not matches:
            here = (match.passage for match in matches if match.passage.map_id == map_id)
            self._things = frozenset(passage.thing for passage in here)
            self._known = matches, map_id
        return self._things

    def _in_sight(self, viewer: Viewer) -> Iterator[str]:
        things = self.things(viewer.scene.map_id)
        if len(things) <= FEW:
            yield from sorted(things)
            return
        layout, seen = viewer.scene.layout, viewer.view.seen
        for row in layout.rows:
            if row.y < seen.bottom and seen.y < row.y + row.height:
                cards = (place.card.id for place in row.content.cards if _moved(place.rect, row.y).meets(seen))
                markers = (place.marker.id for place in row.content.markers)
                yield from (one for one in (row.lane.id, *cards, *markers) if one in things)
        heads = (*(place.stage.id for place in layout.stage_places), *(column.step.id for column in layout.columns))
        yield from (one for one in heads if one in things)


def _moved(rect: Rect, down: float) -> Rect:
    return Rect(rect.x, rect.y + down, rect.width, rect.height)


def _ring(painter: QPainter, box: QRectF, zoom: float, *, strong: bool) -> None:
    corner = CORNER * min(1.0, zoom)
    tint = QColor(CURRENT if strong else FOUND)
    tint.setAlpha(STRONG if strong else WASH)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint)
    painter.drawRoundedRect(box, corner, corner)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    width = (3.0 if strong else 2.0) * max(LEAST, min(1.0, zoom))
    out = OUT * max(LEAST, min(1.0, zoom))
    for ink, wide in ((QColor("#FFFFFF"), width + 2), (CURRENT if strong else FOUND, width)):
        painter.setPen(QPen(ink, wide))
        painter.drawRoundedRect(box.adjusted(-out, -out, out, out), corner + out, corner + out)
