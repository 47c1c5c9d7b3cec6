"""Dragging notes of the inbox onto the map: the map shows what it would be until the button is released."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from desktop.canvas import marks
from desktop.canvas.chip import HEIGHT, chip
from desktop.canvas.landing import Landing, Load, caption, landing_at
from desktop.canvas.shown import NOTHING
from desktop.canvas.tools import Keys, Surface, window_rect
from desktop.desk.homes import Home
from desktop.desk.place import Place
from desktop.desk.tray import UNSORTED, Tray
from desktop.document.cards import Card
from desktop.document.edits.cards import Spot
from desktop.document.errors import EditError
from desktop.document.project import Project

CHIP = QPointF(14, 12)
"""From the pointer to the chip's corner, in px."""

LETTERS = 28
"""Of a note on its chip."""


class Unload:
    """Carries cards of the inbox or the parking lot, begun by `Canvas.begin`; the first is under the pointer.

    Notes become what the lane under them takes; with Shift all cards do.
    """

    def __init__(self, surface: Surface, cards: Sequence[Card], at: QPointF) -> None:
        self.cursor = Qt.CursorShape.ClosedHandCursor
        self._surface = surface
        self._scene = surface.scene  # places are looked up in the layout as it is now, or they would flicker
        self._cards = cards
        self._ids = tuple(card.id for card in cards)
        self._at = at
        self._key: tuple[Spot, bool] | None = None
        self._candidate: Project | None = None
        self._goals: list[Home] = []
        self._caption = ""

    @property
    def scrolls(self) -> tuple[bool, bool]:
        """The map scrolls only while the notes are over it."""
        return (True, True) if self._inside() else (False, False)

    @property
    def caption(self) -> str:
        """What is said of the place under the pointer; "" where it says enough itself."""
        return self._caption

    def move(self, at: QPointF, keys: Keys) -> None:
        self._at = at
        self._seek(bool(keys & Keys.ShiftModifier))
        lost = self._inside() and self._candidate is None
        self.cursor = Qt.CursorShape.ForbiddenCursor if lost else Qt.CursorShape.ClosedHandCursor
        self._surface.repaint_marks()

    def release(self, at: QPointF, keys: Keys) -> None:
        self.move(at, keys)
        candidate, desk = self._candidate, self._surface.desk
        goals, told = self._goals, self._caption
        self.cancel()
        if candidate is None:
            if self._inside() and told:
                desk.said.emit(told)
        elif desk.edit(desk.words("edit.send"), candidate, self._ids):
            for goal in goals:
                Place(desk).reveal(goal)

    def cancel(self) -> None:
        self._surface.show_candidate(None, NOTHING)

    def paint(self, painter: QPainter) -> None:
        """The places that the notes would take, and the first of them at the pointer, while that is over the map."""
        if not self._inside():
            return
        scene, view = self._surface.scene, self._surface.view
        rects = [scene.hits.rect(one) for one in self._ids] if self._candidate is not None else []
        slots = tuple(window_rect(view, rect) for rect in rects if rect is not None)
        marks.slot(painter, marks.Slotted(slots), self._surface.corner_radius(self._ids[0]) if slots else 0.0)
        corner = self._at + CHIP
        if len(self._cards) > 1:
            marks.caption(painter, corner - QPointF(0, marks.CAPTION_SIZE + 12), str(len(self._cards)))
        chip(painter, corner, self._kind(), _short(self._cards[0].text), self._surface.studio.style)
        if self._caption:
            marks.caption(painter, corner + QPointF(0, HEIGHT + 4), self._caption)

    def _inside(self) -> bool:
        return QRectF(0, 0, *self._surface.view.window).contains(self._at)

    def _seek(self, convert: bool) -> None:
        """Finds what a drop would do; something else makes a new candidate."""
        landing = self._landing() if self._inside() else None
        key = (landing.spot, convert) if landing else None
        if key == self._key:
            return
        self._key, self._candidate, self._caption, self._goals = key, None, "", []
        if landing is not None:
            self._try(landing, convert)
        self._surface.show_candidate(self._candidate, frozenset(self._ids) if self._candidate else NOTHING)

    def _try(self, landing: Landing, convert: bool) -> None:
        desk, goals = self._surface.desk, self._goals
        try:
            self._candidate = Tray(desk).sent(self._ids, landing.spot, convert=convert, goals=goals)
        except EditError as error:
            self._caption = desk.sentence(error)
            return
        led = next((goal for goal in goals if goal.lane.id != landing.spot.lane), None)
        home = led or landing.home
        spot = Spot(home.lane.id, landing.spot.step)
        self._caption = caption(Landing(home, spot), self._scene.layout, self._surface.words)

    def _landing(self) -> Landing | None:
        load = Load(UNSORTED, "", any_lane=True)
        return landing_at(self._scene, load, *self._surface.view.to_map(self._at.x(), self._at.y()))

    def _kind(self) -> str:
        """What the first is or would be."""
        found = self._surface.scene.hits.find(self._ids[0]) if self._candidate is not None else None
        return found[1].card.kind if found else self._cards[0].kind


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LETTERS else f"{line[: LETTERS - 1]}…"
