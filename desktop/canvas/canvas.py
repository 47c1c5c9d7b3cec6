"""The map as one works on it: selecting and dragging by pointer and keyboard."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from desktop.canvas import marks
from desktop.canvas.drag import DragCards
from desktop.canvas.scene import Scene, Studio
from desktop.canvas.sheet import Sheet
from desktop.canvas.shown import NOTHING
from desktop.canvas.sticky import bands
from desktop.canvas.tools import Band, Pan, Tool, window_rect
from desktop.canvas.viewer import Standpoint, Viewer
from desktop.document.project import Project
from desktop.layout.style import Words

Commit = Callable[[str, Project, frozenset[str]], None]
"""Takes a finished edit: its label, the project after it, the cards it was about."""

EDGE, FASTEST, BEAT = 32, 24, 16
"""Scrolling at the edge: px of the rim in which it begins, px per beat at the very edge, ms per beat."""

KEEPING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class Canvas(Viewer):
    """Shows a project's map. It changes nothing itself: a finished gesture goes to `commit`."""

    selection_changed = Signal()

    def __init__(
        self, studio: Studio, sheet: Sheet, words: Words, commit: Commit, parent: QWidget | None = None
    ) -> None:
        super().__init__(sheet, parent)
        self.words = words
        self._studio = studio
        self._commit = commit
        self._settled: Scene | None = None
        self._selected = NOTHING
        self._standpoints: dict[str, Standpoint] = {}
        self._tool: Tool | None = None
        self._button = Qt.MouseButton.NoButton
        self._space = False
        self._pointer = QPointF()
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT)
        self._beat.timeout.connect(self._scroll_at_edge)
        self.setAccessibleName(words("canvas.name"))

    @property
    def selected(self) -> frozenset[str]:
        """The ids of the selected cards."""
        return self._selected

    def show_map(self, project: Project, map_id: str) -> None:
        """Shows a value of a map, a new one as a whole, another again as it was left.

        Whatever gesture was in progress ends without a trace.
        """
        self._drop_tool()
        before, self._settled = self._settled, self._studio.scene(project, map_id, self._settled)
        if before is not None and before.map_id != map_id:
            self._standpoints[before.map_id] = self.standpoint
        self.show_scene(self._settled)
        if before is not None and before.map_id != map_id:
            self.stand_at(self._standpoints.get(map_id))
        self.select(frozenset(card for card in self._selected if self._settled.hits.find(card)))

    def show_nothing(self) -> None:
        """For a project without a map."""
        self._drop_tool()
        self._settled = None
        self.clear_scene()
        self.select(NOTHING)

    def point_out(self, cards: Iterable[str]) -> None:
        """Selects those of the cards that are there and brings the first into sight."""
        if not self.has_scene:
            return
        rects = {card: rect for card in cards if (rect := self.scene.hits.rect(card)) is not None}
        self.select(frozenset(rects))
        for rect in list(rects.values())[:1]:
            self.reveal(rect)

    def select(self, cards: frozenset[str]) -> None:
        if cards != self._selected:
            self._selected = cards
            self.viewport().update()
            self.selection_changed.emit()

    def select_all(self) -> None:
        """All cards of the map."""
        if self.has_scene:
            self.select(frozenset(place.card.id for row in self.scene.layout.rows for place in row.content.cards))

    def show_candidate(self, candidate: Project | None, lifted: frozenset[str]) -> Scene:
        """Shows a project that is not the session's yet, without the lifted cards; None shows the settled map again."""
        settled = self._settled or self.scene
        if candidate is None or candidate is settled.project:
            shown = settled
        else:
            shown = self._studio.scene(candidate, settled.map_id, settled)
        self.show_scene(shown, lifted, hold=True)
        return shown

    def commit(self, label: str, candidate: Project, cards: frozenset[str]) -> None:
        """Hands a finished edit on; the map follows when the session tells of the change."""
        self._commit(label, candidate, cards)

    def corner_radius(self, card: str) -> float:
        """The corners of a card in px: pills are round."""
        found = self.scene.hits.find(card)
        if found is None:
            return 0.0
        kind = self._studio.style.kind(found[1].card.kind)
        radius = (
            min(self._studio.style.text * 1.1, found[1].rect.height / 2)
            if kind.form == "pill"
            else self._studio.style.space["radius"]
        )
        return radius * self.zoom

    def paint_card(self, painter: QPainter, scene: Scene, card: str) -> None:
        """A card's figure with its corner at the painter's origin."""
        self._sheet.card(painter, scene, card)

    def paint_marks(self, painter: QPainter) -> None:
        painter.save()
        painter.setClipRegion(bands(self.scene, self.view).beside(self.viewport().rect()))
        for card in self._selected - self._lifted:
            rect = self.scene.hits.rect(card)
            if rect is not None and rect.meets(self.view.seen):
                marks.selection(painter, window_rect(self.view, rect), self.corner_radius(card))
        painter.restore()
        if self._tool is not None:
            self._tool.paint(painter)

    def paint_bare(self, painter: QPainter) -> None:
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self.words("canvas.empty"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        if self._tool is None and self.has_scene:
            self._tool, self._button = self._tool_for(event), event.button()
            self._show_cursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        if self._tool is not None:
            self._tool.move(self._pointer)
            if not isinstance(self._tool, Pan) and not self._beat.isActive():
                self._beat.start()
        self._show_cursor()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ends the gesture in progress if this is the button that began it."""
        if self._tool is not None and event.button() != self._button:
            return
        tool, self._tool = self._tool, None
        self._beat.stop()
        if tool is not None:
            tool.release(event.position())
        self._show_cursor()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if not self._drop_tool():
                self.select(NOTHING)
        elif event.key() == Qt.Key.Key_Space:
            self._space = True
            self._show_cursor()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self._show_cursor()
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._space = False
        self._drop_tool()
        super().focusOutEvent(event)

    def _tool_for(self, event: QMouseEvent) -> Tool | None:
        """The gesture that a press begins; it may already select."""
        if event.button() == Qt.MouseButton.MiddleButton or (
            self._space and event.button() == Qt.MouseButton.LeftButton
        ):
            return Pan(self, self._pointer)
        if event.button() != Qt.MouseButton.LeftButton:
            return None
        keeping = bool(event.modifiers() & KEEPING)
        card = self._card_under(self._pointer)
        if not card:
            return Band(self, self._pointer, self._selected if keeping else NOTHING)
        if keeping:
            self.select(self._selected ^ {card})
            return None
        narrow = card in self._selected
        if not narrow:
            self.select(frozenset((card,)))
        return DragCards(self, card, self._pointer, narrow)

    def _card_under(self, at: QPointF) -> str:
        if not self.has_scene or bands(self.scene, self.view).cover(int(at.x()), int(at.y())):
            return ""
        return self.scene.hits.card_at(*self.view.to_map(at.x(), at.y()))

    def _drop_tool(self) -> bool:
        """Ends the gesture in progress without a trace; False when there is none."""
        tool, self._tool = self._tool, None
        self._beat.stop()
        if tool is None:
            return False
        tool.cancel()
        self._show_cursor()
        self.viewport().update()
        return True

    def _show_cursor(self) -> None:
        if self._tool is not None:
            shape = self._tool.cursor
        elif self._space:
            shape = Qt.CursorShape.OpenHandCursor
        else:
            shape = Qt.CursorShape.PointingHandCursor if self._card_under(self._pointer) else Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def _scroll_at_edge(self) -> None:
        """Scrolls while a gesture's pointer is in the rim of the window, faster towards its edge."""
        size = self.viewport().size()
        across, down = _push(self._pointer.x(), size.width()), _push(self._pointer.y(), size.height())
        if self._tool is None or not (across or down):
            self._beat.stop()
            return
        self.scroll_to(self.view.scroll[0] + across, self.view.scroll[1] + down)
        self._tool.move(self._pointer)


def _push(at: float, extent: int) -> int:
    """Px to scroll per beat for a pointer at `at` of 0 … extent."""
    if at < EDGE:
        return -round(FASTEST * min(1.0, (EDGE - at) / EDGE))
    if at > extent - EDGE:
        return round(FASTEST * min(1.0, (at - extent + EDGE) / EDGE))
    return 0
