"""Placing new things by dragging them onto the map: what they would be is shown before they are dropped."""

from collections.abc import Hashable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from desktop.canvas import marks
from desktop.canvas.aims import STRUCTURE, Aimed, aim_for
from desktop.canvas.bubble import Feeling, bubble
from desktop.canvas.chip import HEIGHT, chip
from desktop.canvas.shown import NOTHING
from desktop.canvas.strips import strip_of
from desktop.canvas.tools import Keys, Surface, in_sight, window_rect
from desktop.desk.draft import Draft
from desktop.desk.place import Place
from desktop.document.errors import EditError
from desktop.layout.names import name_of

CHIP = QPointF(14, 12)
"""From the pointer to the chip's corner, in px."""

NEAR = (-80, -60, 20, 40)
"""Px beside a slot within which the pointer's chip would cover what is said under the slot."""


class PlaceKind:
    """Carries a kind of card, "emotion", "stage", "step" or "lane" over the map; begun by `Canvas.begin`.

    What is dropped is written at once, as one undo step with its place; an emotion needs no text.
    """

    def __init__(self, surface: Surface, kind: str, at: QPointF) -> None:
        self.cursor = Qt.CursorShape.ClosedHandCursor
        self._surface = surface
        self._kind = kind
        self._at = at
        # places are looked up in the layout as it is now, or they would flicker as neighbours make room
        self._aim = aim_for(surface.desk, surface.scene, kind)
        self._aimed: Aimed | None = None
        self._key: Hashable = None
        self._draft: Draft | None = None
        self._refused = ""

    @property
    def scrolls(self) -> tuple[bool, bool]:
        """The map scrolls only while the thing is over it: it may be carried back to where it came from."""
        return (True, True) if self._inside() else (False, False)

    @property
    def caption(self) -> str:
        """What is said of the place under the pointer; "" where it says enough itself."""
        return self._refused or (self._aimed.caption if self._aimed else "")

    def move(self, at: QPointF, keys: Keys) -> None:
        self._at = at
        self._seek(keys)
        lost = self._inside() and self._draft is None
        self.cursor = Qt.CursorShape.ForbiddenCursor if lost else Qt.CursorShape.ClosedHandCursor
        self._surface.repaint_marks()

    def release(self, at: QPointF, keys: Keys) -> None:
        self.move(at, keys)
        aimed, draft, desk = self._aimed, self._draft, self._surface.desk
        self.cancel()
        if aimed is None:
            return
        if draft is None:
            desk.said.emit(self._refused or desk.sentence(EditError("lane.locked")))
            return
        if aimed.home is not None:
            Place(desk).reveal(aimed.home)
        if self._kind == "emotion":
            desk.attempt(draft.label, lambda _: draft.with_text(draft.text), (draft.thing,))
            desk.select((draft.thing,))  # also where nothing changed
        else:
            self._surface.write(draft)

    def cancel(self) -> None:
        self._surface.show_candidate(None, NOTHING)

    def paint(self, painter: QPainter) -> None:
        """The place it would take, and what is carried, at the pointer."""
        told = False
        if self._draft is not None:
            told = self._paint_place(painter, self._draft.thing)
        kind = self._aimed.kind if self._aimed else self._kind
        words, style = self._surface.words, self._surface.studio.style
        chip(painter, self._at + CHIP, kind, name_of("kind", kind, words), style)
        if self.caption and not told:
            marks.caption(painter, self._at + CHIP + QPointF(0, HEIGHT + 4), self.caption)

    def _inside(self) -> bool:
        return QRectF(0, 0, *self._surface.view.window).contains(self._at)

    def _seek(self, keys: Keys) -> None:
        """Finds what a drop would do; something else makes a new candidate."""
        point = self._surface.view.to_map(self._at.x(), self._at.y())
        aimed = self._aim.at(*point, bool(keys & Keys.ShiftModifier)) if self._inside() else None
        key = aimed.key if aimed else None
        if key == self._key:
            return
        self._key, self._aimed, self._draft, self._refused = key, aimed, None, ""
        candidate = None
        if aimed is not None and aimed.free:
            try:
                self._draft = aimed.draft()
                candidate = self._draft.with_text(self._draft.text)
            except EditError as error:
                self._draft, self._refused = None, self._surface.desk.sentence(error)
        self._surface.show_candidate(candidate, self._unseen())

    def _unseen(self) -> frozenset[str]:
        """A card without text is not shown, only its place."""
        structure = self._kind in STRUCTURE or self._kind == "emotion"
        return NOTHING if structure or self._draft is None else frozenset((self._draft.thing,))

    def _paint_place(self, painter: QPainter, thing: str) -> bool:
        """Marks where the thing would be; whether the caption was written beside it."""
        scene, view = self._surface.scene, self._surface.view
        strip, felt = strip_of(scene.layout, thing), scene.hits.find_marker(thing)
        if felt is not None:
            row, place = felt
            colour = self._surface.studio.style.curve(place.series).colour
            centre = QPointF(*view.to_window(place.x, row.y + place.y))
            bubble(painter, centre, Feeling(place.marker.value, colour, place.radius * view.zoom), view.window[0])
            return False
        if strip is not None:
            marks.landing(painter, window_rect(view, strip))
            return False
        rect = scene.hits.rect(thing)
        slots = [window_rect(view, rect)] if rect else []
        apart = in_sight(view, slots) and not slots[0].adjusted(*NEAR).contains(self._at)
        marks.slot(
            painter, marks.Slotted(tuple(slots), self.caption if apart else ""), self._surface.corner_radius(thing)
        )
        return apart
