"""Room mode: the map, the scribe bar, the timer and nothing else, for a screen that everybody looks at."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from desktop.canvas.canvas import Canvas
from desktop.canvas.rest import at_rest
from desktop.canvas.view import View
from desktop.canvas.viewer import Standpoint, Viewer, single_shot
from desktop.desk.desk import Desk
from desktop.desk.focus import Extent, frame, place_of
from desktop.desk.offer import Offer
from desktop.desk.show import Show
from desktop.panels.docks import Docks
from desktop.panels.room.framing import Scales, anchor_of, readable, stand, whole
from desktop.panels.room.glide import Glide
from desktop.panels.room.hall import Hall
from desktop.panels.room.size import Legible
from desktop.panels.room.wholes import Trim

FRAMES = (Extent.NEAR, Extent.LANE, Extent.STAGE, Extent.CELL, Extent.WHOLE)
"""What one goes through. The first and the cell can be read from the last row, the others show all that they name."""

SMALLEST = 0.05
OFF = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


@dataclass(frozen=True, slots=True)
class Before:
    """How the window was left: its state and its place, the panels, what of it is hidden now, what was looked at."""

    state: Qt.WindowState
    place: QRect
    panels: bytes
    hidden: tuple[QWidget, ...]
    map_id: str
    standpoint: Standpoint
    bars: tuple[Qt.ScrollBarPolicy, Qt.ScrollBarPolicy]


class RoomMode(QObject):
    """Takes everything else out of a window, and puts it back exactly as it was.

    sized(em): px of the type beside the map; 0 when the mode is left.
    """

    sized = Signal(float)

    def __init__(
        self, window: QMainWindow, desk: Desk, canvas: Canvas, docks: Docks, hall: Hall, *, legible: Legible, show: Show
    ) -> None:
        super().__init__(window)
        self.extent = Extent.NEAR
        self._window = window
        self._desk = desk
        self._canvas = canvas
        self._docks = docks
        self._hall = hall
        self._legible = legible
        self._show = show
        self._before: Before | None = None
        self._map_id = desk.map_id
        self._since: View | None = None
        self._trim = Trim()
        self._gliding = Glide(canvas)
        self._moving = single_shot(self, 0, self._glide)
        self._settling = single_shot(self, 0, self.settle)
        window.installEventFilter(self)
        canvas.installEventFilter(self)
        canvas.viewport().installEventFilter(self)
        canvas.view_changed.connect(self._note_view)
        desk.shown.connect(self._follow)
        desk.aimed.connect(self._follow)
        desk.said.connect(self._tell)
        desk.offered.connect(self._offer)
        show.changed.connect(self._follow_show)

    @property
    def on(self) -> bool:
        return self._before is not None

    def toggle(self) -> None:
        """Into the mode, or back to how it was."""
        if self.on:
            self.leave()
        else:
            self.enter()

    def enter(self) -> None:
        """Full screen, with nothing but map, scribe bar and timer."""
        if self.on:
            return
        window, canvas = self._window, self._canvas
        bars = canvas.horizontalScrollBarPolicy(), canvas.verticalScrollBarPolicy()
        hidden = tuple(widget for widget in self._others() if not widget.isHidden())
        stood = window.windowState(), window.geometry(), self._docks.state()
        self._before = Before(*stood, hidden, self._desk.map_id, canvas.standpoint, bars)
        for widget in hidden:
            widget.hide()
        canvas.veils.append(self._paint_trim)
        self._hall.show_foot(on=True)
        canvas.setHorizontalScrollBarPolicy(OFF)
        canvas.setVerticalScrollBarPolicy(OFF)
        window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)
        self.extent, self._map_id = Extent.NEAR, self._desk.map_id
        canvas.stand_at((canvas.zoom, canvas.view.scroll))  # no longer fitted to a window that changes now
        self._keep_keyboard()
        self._settling.start()
        self._hall.hint.tell(self._desk.words("room.hint"))

    def leave(self) -> None:
        """Everything as it was."""
        before, self._before = self._before, None
        if before is None:
            return
        self._gliding.stop()
        self._moving.stop()
        self._canvas.veils.remove(self._paint_trim)
        self._hall.show_foot(on=False)
        self.sized.emit(0.0)
        self._hall.show_side(board=False, notes=False)
        self._window.setWindowState(before.state)
        if before.state == Qt.WindowState.WindowNoState:
            self._window.setGeometry(before.place)  # at once: whoever remembers it does not wait for the system
        for widget in before.hidden:
            widget.show()
        writer = QApplication.focusWidget()
        self._docks.restore(before.panels)
        if writer is not None and not writer.isVisible():  # in a panel that is hidden again
            self._canvas.setFocus()
        self._canvas.setHorizontalScrollBarPolicy(before.bars[0])
        self._canvas.setVerticalScrollBarPolicy(before.bars[1])
        if self._canvas.has_scene and self._desk.map_id == before.map_id:
            self._canvas.stand_at(before.standpoint)

    def change_frame(self) -> None:
        """Shows the next of FRAMES, and says which; room mode begins with the first."""
        if not self.on:
            self.enter()
            return
        self.extent = FRAMES[(FRAMES.index(self.extent) + 1) % len(FRAMES)]
        self._frame()
        self._hall.hint.tell(self._said())

    def settle(self) -> None:
        """Shows what the frame asks for at once, in the window as large as it is now."""
        if self.on and self._canvas.has_scene:
            self._fit_side()
            view = self._framed()
            self._gliding.stop()
            self._canvas.stand_at((view.zoom, view.scroll))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if self.on and kind == QEvent.Type.Close and watched is self._window:
            self.leave()  # whatever remembers how the window stood
        elif self.on and kind == QEvent.Type.Resize and watched is not self._window:
            self._settling.start()
        elif self.on and kind == QEvent.Type.KeyPress and watched is self._canvas:
            return self._leaves(event)
        return False

    def _leaves(self, event: QEvent) -> bool:
        """Escape, where it has nothing else to take back."""
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Escape or not at_rest(self._canvas):
            return False
        self.leave()
        return True

    def _others(self) -> list[QWidget]:
        """What of the window is neither map nor scribe bar."""
        window, middle = self._window, self._hall.parentWidget()
        rows = [child for child in middle.children() if isinstance(child, QWidget)] if middle else []
        above = [row for row in rows if row.y() < self._hall.y()]
        bars = (window.menuWidget(), window.statusBar(), *above)
        floating = self._canvas.findChildren(QWidget, "zoom", Qt.FindChildOption.FindDirectChildrenOnly)
        return [*filter(None, bars), *self._docks.docks.values(), *floating]

    def _keep_keyboard(self) -> None:
        focused = QApplication.focusWidget()
        if focused is None or not focused.isVisible():
            self._canvas.setFocus()

    def _fit_side(self) -> None:
        """Notes stand beside a map that cannot be read as a whole."""
        canvas, hall = self._canvas, self._hall
        em = self._legible.em(canvas.studio, canvas)
        hall.notes.set_em(em)
        self.sized.emit(em)
        whole_window = hall.width(), hall.height()
        legible = whole(canvas.scene, whole_window).zoom >= self._legible.scale(canvas.studio, canvas)
        hall.show_side(board=self._show.running, notes=not legible)

    def _paint_trim(self, painter: QPainter, viewer: Viewer) -> None:
        """Whoever drags may do so to what is cut."""
        if self._canvas.tool is None:
            self._trim.paint(painter, viewer)

    def _framed(self) -> View:
        """The view that the frame asks for."""
        canvas, desk = self._canvas, self._desk
        scene, window = canvas.scene, (canvas.viewport().width(), canvas.viewport().height())
        least = self._legible.scale(canvas.studio, canvas)
        all_of_it = whole(scene, window)
        self._trim.frame(all_of_it, None)
        here = place_of(desk.journey, desk.lens, desk.target) if desk.journey else None
        if self.extent is Extent.WHOLE or here is None:
            return all_of_it
        if self.extent is Extent.NEAR and all_of_it.zoom >= least:
            return all_of_it
        scales = readable(least)
        if self.extent in (Extent.LANE, Extent.STAGE):
            scales = Scales(SMALLEST, scales.most)
        anchor = anchor_of(scene, here, desk.target)
        view = stand(scene, window, frame(scene.layout, here, self.extent), anchor, scales)
        self._trim.frame(view, anchor)
        return view

    def _said(self) -> str:
        """Which frame it is, and how far it is read."""
        words, canvas = self._desk.words, self._canvas
        metres = self._legible.reach(canvas.studio, canvas, self._framed().zoom) if canvas.has_scene else 0.0
        return words("room.framed").format(frame=words(f"room.frame.{self.extent}"), metres=f"{metres:.1f}")

    def _follow(self) -> None:
        """The slot is elsewhere, or the map another."""
        self._map_id = self._desk.map_id
        if self.on and self._canvas.has_scene:
            self._frame()

    def _follow_show(self) -> None:
        if self.on:
            self._settling.start()

    def _frame(self) -> None:
        """Goes there when whoever moved the slot has done what else it does, from where eyes are now."""
        if not self._moving.isActive():
            self._since = self._canvas.view
        self._moving.start()

    def _glide(self) -> None:
        if self.on and self._canvas.has_scene:
            self._gliding.to(self._framed(), since=self._since)

    def _note_view(self) -> None:
        """Whoever asks for the whole map gets it until another frame is asked for."""
        other = self._map_id != self._desk.map_id  # a map that is shown for the first time is shown whole
        if self.on and not other and self._canvas.has_scene and self._canvas.standpoint is None:
            self.extent = Extent.WHOLE
            self._settling.start()

    def _tell(self, sentence: str) -> None:
        if self.on:
            self._hall.hint.tell(sentence)

    def _offer(self, offer: Offer) -> None:
        self._tell(offer.sentence)
