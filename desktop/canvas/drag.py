"""Dragging cards: the map shows what it would be, neighbours making room, until the button is released."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from desktop.canvas import marks
from desktop.canvas.landing import Drop, Landing, Load, caption, dropped, landing_at
from desktop.canvas.live import BEYOND, START
from desktop.canvas.receiving import Given
from desktop.canvas.shown import NOTHING
from desktop.canvas.tools import Keys, Surface, in_sight, window_rect
from desktop.desk.homes import Way
from desktop.desk.telling import noun
from desktop.document.errors import EditError
from desktop.document.kinds import KIND_OF_LANE
from desktop.document.project import Project
from desktop.layout.names import lane_name
from desktop.layout.places import Rect

COPYING = Keys.ControlModifier | Keys.AltModifier if sys.platform == "darwin" else Keys.ControlModifier
"""The keys with which a drag copies."""

CONVERTING = Keys.ShiftModifier
"""The key with which a drop makes the cards what their new lane takes."""

BESIDE = QPointF(14, 18)
"""Where a caption stands from the pointer, in px."""


@dataclass(frozen=True, slots=True)
class Aim:
    """What a drop would do where the pointer is: `landing` is None where it would do nothing on the map, `given` says
    what it does beside it."""

    landing: Landing | None = None
    copying: bool = False
    converting: bool = False
    given: Given | None = None

    @property
    def key(self) -> tuple[object, ...]:
        """The same as long as a drop would do the same."""
        return self.landing.key if self.landing else None, self.copying, self.converting, self.given


class DragCards:
    """Takes the selected cards elsewhere, or copies of them. A mere click selects what `click` says."""

    def __init__(self, surface: Surface, held: str, at: QPointF, click: frozenset[str]) -> None:
        self.cursor = Qt.CursorShape.OpenHandCursor
        self.begun = False
        self._surface = surface
        self._scene = surface.scene  # slots are looked up in the layout as it was at press, or they would flicker
        self._held = held
        self._click = click
        self._start = self._at = at
        self._grip = surface.view.to_map(at.x(), at.y())
        self._free = self._stuck = NOTHING
        self._copies: dict[str, str] = {}
        self._new_lane = ""
        self._aim: Aim | None = None
        self._candidate: Project | None = None
        self._refused = ""

    @property
    def scrolls(self) -> tuple[bool, bool]:
        """Not while the cards are over a panel that takes them."""
        return (False, False) if self._aim is not None and self._aim.given else (True, True)

    @property
    def caption(self) -> str:
        """What is said of the place under the pointer; "" where it says enough itself."""
        landing = self._aim.landing if self._aim else None
        if self._refused or landing is None:
            return self._refused
        kind = KIND_OF_LANE.get(landing.home.lane.kind, "") if self._aim and self._aim.converting else ""
        return caption(landing, self._scene.layout, self._surface.words, "" if kind == self._kind() else kind)

    @property
    def copying(self) -> bool:
        """Whether a drop leaves the originals where they are."""
        return self._aim is not None and self._aim.copying

    def move(self, at: QPointF, keys: Keys) -> None:
        self._at = at
        if not self.begun and (at - self._start).manhattanLength() >= START:
            self._lift(keys)
        if self.begun:
            self._seek(keys)
            self._surface.repaint_marks()

    def release(self, at: QPointF, keys: Keys) -> None:
        self.move(at, keys)
        if not self.begun:
            self._surface.desk.select(self._click)
            return
        candidate, aim, landed = self._candidate, self._aim, self._landed()
        given = aim.given if aim else None
        label = given.label if given else self._label(len(landed))
        self.cancel()
        if candidate is not None and aim is not None and self._surface.desk.edit(label, candidate, landed):
            self._tell(aim.landing)

    def cancel(self) -> None:
        if self.begun:
            self.begun = False
            self._surface.takers.leave()
            self._surface.show_candidate(None, NOTHING)

    def paint(self, painter: QPainter) -> None:
        if not self.begun:
            return
        radius, slots, hand = self._surface.corner_radius(self._held), self._slots(), self._hand()
        marks.slot(painter, marks.Slotted(slots), radius)
        self._paint_lifted(painter, hand, radius)
        if self.copying and self._candidate is not None:
            marks.caption(painter, self._at + QPointF(BESIDE.x(), -BESIDE.y() - marks.CAPTION_SIZE), "+")
        if self.caption:
            marks.caption(painter, self._beside(slots, hand), self.caption)

    def _lift(self, keys: Keys) -> None:
        """Takes up the selected cards; those of locked lanes stay, but copies can be made of the held one's."""
        desk, hits = self._surface.desk, self._scene.hits
        if self._held not in desk.selected:
            desk.select((self._held,))
        lanes = {card: hits.lane_of(card) for card in desk.selected}
        home = lanes[self._held]
        if home is None:
            return
        self.begun = True
        self._free = frozenset(card for card, lane in lanes.items() if lane is not None and not lane.locked)
        self._stuck = frozenset(card for card, lane in lanes.items() if lane is home and home.locked)
        self._new_lane = desk.new_id()
        if self._stuck and not keys & COPYING:
            desk.said.emit(desk.sentence(EditError("lane.locked")))

    def _seek(self, keys: Keys) -> None:
        """Finds what a drop would do; something else makes a new candidate."""
        converting = bool(keys & CONVERTING)
        given = self._surface.takers.at(self._at) if self._free else None
        landing = None if given else self._find(converting)
        aim = Aim(landing, bool(keys & COPYING) and given is None, converting, given)
        if self._aim is not None and aim.key == self._aim.key:
            return
        self._aim, self._candidate, self._refused = aim, None, ""
        try:
            self._candidate = self._made(aim)
        except EditError as error:
            self._refused = self._surface.desk.sentence(error)
        free = self._candidate is not None
        self.cursor = Qt.CursorShape.ForbiddenCursor if not free else _cursor(aim.copying)
        still = not free and (aim.copying or self._stuck)
        self._surface.show_candidate(self._candidate, NOTHING if still else frozenset(self._landed()))

    def _find(self, converting: bool) -> Landing | None:
        view, found = self._surface.view, self._scene.hits.find(self._held)
        window = QRectF(0, 0, *view.window).adjusted(-BEYOND, -BEYOND, BEYOND, BEYOND)
        if found is None or not window.contains(self._at):
            return None
        load = Load(found[1].card.kind, self._new_lane, found[0].lane.id, converting)
        return landing_at(self._scene, load, *view.to_map(self._at.x(), self._at.y()))

    def _made(self, aim: Aim) -> Project | None:
        """The project after a drop; None where nothing may be dropped."""
        if aim.given is not None:
            return aim.given.taking(self._scene.project, self._free)
        if aim.landing is None:
            return None
        if self._stuck and not aim.copying:
            self._refused = self._surface.words("drag.locked")
            return None
        if not aim.landing.free:
            return None
        cards = self._free | self._stuck if aim.copying else self._free
        if aim.copying and not self._copies:
            self._copies = {card: self._surface.desk.new_id() for card in sorted(cards)}
        drop = Drop(cards, self._held, self._copies if aim.copying else {}, aim.converting)
        return dropped(self._scene.project, self._scene.hits, drop, aim.landing)

    def _landed(self) -> list[str]:
        """The cards that a drop brings, the held one first."""
        cards = sorted(self._free | self._stuck, key=lambda card: card != self._held)
        if self.copying:
            return [self._copies[card] for card in cards if card in self._copies]
        return [card for card in cards if card in self._free]

    def _slots(self) -> tuple[QRectF, ...]:
        """The places of what a drop brings, in the candidate's layout, in px of the window."""
        if self._candidate is None:
            return ()
        scene, view = self._surface.scene, self._surface.view
        rects = (scene.hits.rect(card) for card in self._landed())
        return tuple(window_rect(view, rect) for rect in rects if rect is not None)

    def _hand(self) -> QRectF:
        """Where the held card is carried, in px of the window."""
        rect = self._scene.hits.rect(self._held) or Rect(*self._grip, 0.0, 0.0)
        view = self._surface.view
        grip = QPointF(self._grip[0] - rect.x, self._grip[1] - rect.y) * view.zoom  # however the map has moved since
        return QRectF(self._at - grip - QPointF(0, 2), window_rect(view, rect).size())

    def _beside(self, slots: Sequence[QRectF], hand: QRectF) -> QPointF:
        """Where the caption stands: under the first slot, but not on the card in the hand, or else at the pointer."""
        if not in_sight(self._surface.view, slots):
            return self._at + BESIDE
        under = slots[0].bottomLeft() + QPointF(0, 4)
        covered = hand.adjusted(0, -marks.CAPTION_SIZE - 8, 0, 4).contains(QPointF(hand.center().x(), under.y()))
        return QPointF(under.x(), hand.bottom() + 6) if covered else under

    def _paint_lifted(self, painter: QPainter, hand: QRectF, radius: float) -> None:
        marks.lifted_ground(painter, hand, radius, len(self._landed()))
        painter.save()
        painter.translate(round(hand.x()), round(hand.y()))
        painter.scale(self._surface.view.zoom, self._surface.view.zoom)
        self._surface.paint_card(painter, self._scene, self._held)
        painter.restore()

    def _tell(self, landing: Landing | None) -> None:
        """Says where cards went that are out of sight now."""
        desk = self._surface.desk
        if landing is not None and landing.home.way is Way.HIDDEN:
            lane = lane_name(landing.home.lane, desk.words)
            desk.said.emit(desk.words("said.in_hidden_lane").format(lane=lane))

    def _kind(self) -> str:
        found = self._scene.hits.find(self._held)
        return found[1].card.kind if found else ""

    def _label(self, count: int) -> str:
        words, code = self._surface.words, "edit.copy" if self.copying else "edit.move"
        if count > 1:
            return words(f"{code}_cards").format(count=count)
        return words(code).format(kind=noun(words, self._kind()))


def _cursor(copying: bool) -> Qt.CursorShape:
    return Qt.CursorShape.DragCopyCursor if copying else Qt.CursorShape.ClosedHandCursor
