"""Dragging cards: the map shows what it would be, neighbours making room, until the button is released."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from desktop.canvas import marks
from desktop.canvas.landing import Landing, landing_at, moved
from desktop.canvas.tools import Keys, Surface, window_rect
from desktop.document.errors import EditError
from desktop.document.project import Project
from desktop.layout.names import lane_name, name_of
from desktop.layout.places import Slot

START = 6
"""Px that the pointer moves before a press becomes a drag."""


class DragCards:
    """Takes the selected cards elsewhere. `narrow`: a mere click selects the held card alone."""

    def __init__(self, surface: Surface, held: str, at: QPointF, narrow: bool) -> None:
        self.cursor = Qt.CursorShape.OpenHandCursor
        self._surface = surface
        self._scene = surface.scene  # slots are looked up in the layout as it was at press, or they would flicker
        self._held = held
        self._narrow = narrow
        self._start = self._at = at
        self._grip = surface.view.to_map(at.x(), at.y())
        self._lifted: frozenset[str] = frozenset()
        self._slot: Slot | None = None
        self._landing: Landing | None = None
        self._candidate: Project | None = None

    @property
    def begun(self) -> bool:
        """Whether this is a drag and not just a press."""
        return bool(self._lifted)

    def move(self, at: QPointF, _keys: Keys) -> None:
        self._at = at
        if not self.begun and (at - self._start).manhattanLength() >= START:
            self._lift()
        if self.begun:
            self._seek()
            self._surface.repaint_marks()

    def release(self, at: QPointF, keys: Keys) -> None:
        self.move(at, keys)
        candidate, cards = self._candidate, self._lifted
        if not self.begun:
            if self._narrow:
                self._surface.desk.select(frozenset((self._held,)))
            return
        self.cancel()
        if candidate is not None and candidate is not self._scene.project:
            self._surface.desk.edit(self._label(len(cards)), candidate, cards)

    def cancel(self) -> None:
        if self.begun:
            self._lifted = frozenset()
            self._surface.show_candidate(None, self._lifted)

    def paint(self, painter: QPainter) -> None:
        if not self.begun:
            return
        radius = self._surface.corner_radius(self._held)
        if self._landing is not None:
            marks.slot(painter, self._slotted(self._landing), radius)
        self._paint_lifted(painter, radius)

    def _lift(self) -> None:
        """Takes up the selected cards, but none from a locked lane; the held card's lane decides whether at all."""
        hits = self._scene.hits
        lanes = {card: hits.lane_of(card) for card in self._surface.desk.selected | {self._held}}
        free = frozenset(card for card, lane in lanes.items() if lane is not None and not lane.locked)
        if self._held in free:
            self._lifted = free

    def _seek(self) -> None:
        """Finds the slot under the pointer; a new slot makes a new candidate."""
        landing = self._find()
        slot = landing.slot if landing else None
        if slot == self._slot and self._candidate is not None:
            return
        self._slot, self._landing = slot, landing
        self._candidate = self._scene.project
        if slot is not None:
            try:
                self._candidate = moved(self._scene.project, self._scene.hits, self._lifted, self._held, slot)
            except EditError:
                self._landing = None
        self.cursor = Qt.CursorShape.ClosedHandCursor if self._landing else Qt.CursorShape.ForbiddenCursor
        self._surface.show_candidate(self._candidate, self._lifted)

    def _find(self) -> Landing | None:
        found = self._scene.hits.find(self._held)
        if found is None:
            return None
        row, place = found
        return landing_at(
            self._scene.layout, place.card, row.lane, *self._surface.view.to_map(self._at.x(), self._at.y())
        )

    def _slotted(self, landing: Landing) -> marks.Slotted:
        """The dashed places in the candidate's layout, and which lane is meant when it is not the one pointed at."""
        scene, view = self._surface.scene, self._surface.view
        rects = (scene.hits.rect(card) for card in sorted(self._lifted, key=lambda card: card != self._held))
        return marks.Slotted(
            tuple(window_rect(view, rect) for rect in rects if rect is not None),
            self._caption(landing) if landing.led else "",
        )

    def _caption(self, landing: Landing) -> str:
        lane = landing.row.lane
        steps = (column.step.title for column in self._scene.layout.columns if column.step.id == landing.slot.step)
        return f"→ {lane_name(lane, self._surface.words)} · {next(steps, '')}"

    def _paint_lifted(self, painter: QPainter, radius: float) -> None:
        rect = self._scene.hits.rect(self._held)
        if rect is None:
            return
        view = self._surface.view
        grip = QPointF(self._grip[0] - rect.x, self._grip[1] - rect.y) * view.zoom  # however the map has moved since
        box = QRectF(self._at - grip - QPointF(0, 2), window_rect(view, rect).size())
        marks.lifted_ground(painter, box, radius, len(self._lifted))
        painter.save()
        painter.translate(round(box.x()), round(box.y()))
        painter.scale(view.zoom, view.zoom)
        self._surface.paint_card(painter, self._scene, self._held)
        painter.restore()

    def _label(self, count: int) -> str:
        words = self._surface.words
        if count > 1:
            return words("edit.move_cards").format(count=count)
        found = self._scene.hits.find(self._held)
        kind = found[1].card.kind if found else ""
        return words("edit.move").format(kind=name_of("kind", kind, words).lower())
