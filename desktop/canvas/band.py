"""The rubber band, and the click on a bare place that aims the dashed slot."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from desktop.canvas import marks
from desktop.canvas.scene import Scene
from desktop.canvas.tools import Keys, Surface, window_rect
from desktop.document.edits.cards import Spot
from desktop.layout.places import Rect
from desktop.layout.slots import cell, slot_at

START = 4
"""Px that the pointer moves before a press becomes a rubber band."""


class Band:
    """Selects the cards and emotion markers that a rectangle meets, besides those in `keep`.

    A mere click selects just `keep` and aims at the place where a card would land.
    """

    cursor = Qt.CursorShape.ArrowCursor
    scrolls = (True, True)

    def __init__(self, surface: Surface, at: QPointF, keep: frozenset[str]) -> None:
        self._surface = surface
        self._before = surface.desk.selected
        self._keep = keep
        self._start = at
        self._drawn = False
        self._from = surface.view.to_map(at.x(), at.y())
        self._to = self._from
        surface.desk.select(keep)

    def move(self, at: QPointF, _keys: Keys) -> None:
        self._drawn = self._drawn or (at - self._start).manhattanLength() >= START
        if self._drawn:
            self._to = self._surface.view.to_map(at.x(), at.y())
            hits, area = self._surface.scene.hits, self._area()
            self._surface.desk.select(self._keep.union(hits.inside(area), hits.felt_inside(area)))
            self._surface.repaint_marks()

    def release(self, at: QPointF, keys: Keys) -> None:
        self.move(at, keys)
        spot = slot_at(self._surface.scene.layout, *self._from)
        if not self._drawn and spot is not None:
            self._surface.desk.aim(spot)

    def cancel(self) -> None:
        self._surface.desk.select(self._before)

    def paint(self, painter: QPainter) -> None:
        if self._drawn:
            marks.band(painter, window_rect(self._surface.view, self._area()))

    def _area(self) -> Rect:
        (x1, y1), (x2, y2) = self._from, self._to
        return Rect(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))


def spot_after(scene: Scene, card: str) -> Spot | None:
    """The place under a card in the first of its cells."""
    found = scene.hits.find(card)
    if found is None:
        return None
    row, place = found
    below = [other.card.id for other in cell(row, place.first)]
    after = below[below.index(card) + 1 :] if card in below else []
    column = scene.layout.columns[place.first]
    return Spot(row.lane.id, column.step.id, after=card, before=after[0] if after else "")
