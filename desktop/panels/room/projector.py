"""The projector's window: the map without tools, where the group is, and what is asked."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.canvas.canvas import Canvas
from desktop.canvas.scene import Scene
from desktop.canvas.target import target_rect
from desktop.canvas.view import View
from desktop.canvas.viewer import Veil, single_shot
from desktop.desk.desk import Desk
from desktop.desk.focus import Extent, Focus, Here, frame
from desktop.desk.show import Show
from desktop.document.base import in_order
from desktop.document.keyed import find
from desktop.layout.names import lane_name
from desktop.layout.places import Rect
from desktop.panels.room.backdrop import Backdrop, sheet_for
from desktop.panels.room.framing import Scales, anchor_of, readable, stand, whole
from desktop.panels.room.glide import Glide
from desktop.panels.room.size import Legible
from desktop.panels.room.strip import HereStrip, Whereabouts
from desktop.panels.show.board import Board

SIZE = (1280, 720)
"""Px without a second screen."""

SIDE = 0.32
"""The share of the width that the board has."""

PACE = 120
"""Ms from when the editor was scrolled until the projector goes there."""


class Seat(Protocol):
    """A screen."""

    def geometry(self) -> QRect: ...


def other_screen(screens: Sequence[Seat], own: QRect) -> QRect | None:
    """The px of the first screen on which the window at `own` is not, or hardly; None where there is only one."""
    shares = [(each.geometry(), _area(each.geometry().intersected(own))) for each in screens]
    if len(shares) < 2:
        return None
    home = max(shares, key=lambda share: share[1])[0]
    return next((place for place, _ in shares if place != home), None)


def _area(rect: QRect) -> int:
    return rect.width() * rect.height() if rect.isValid() else 0


class Projector(QWidget):
    """Shows what the canvas has laid out, and only while it is shown itself. closed(): by whoever stands before it."""

    closed = Signal()

    def __init__(
        self, desk: Desk, canvas: Canvas, focus: Focus, *, show: Show, legible: Legible, veils: Iterable[Veil]
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._desk = desk
        self._canvas = canvas
        self._studio = canvas.studio
        self._focus = focus
        self._show = show
        self._legible = legible
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.strip = HereStrip(desk.words("show.place"))
        self.viewer = Backdrop(sheet_for(desk, canvas.studio))
        self.viewer.veils.extend(veils)
        self.viewer.setCursor(Qt.CursorShape.BlankCursor)
        self.board = Board(show, desk.words)
        self._gliding = Glide(self.viewer)
        self._settling = single_shot(self, 0, self.settle)
        self._trailing = single_shot(self, PACE, self._go)
        self._lay_out()
        for signal in (desk.shown, desk.aimed, focus.changed):
            signal.connect(self.follow)
        show.changed.connect(self._follow_show)
        canvas.view_changed.connect(self._trail)
        self.viewer.resized.connect(self._settling.start)

    def show_on(self, screen: QRect | None) -> None:
        """Fills a screen; without one it is a window like others, which can be moved to a projector."""
        if screen is None:
            self.resize(*SIZE)
            self.show()
        else:
            self.setGeometry(screen)
            self.showFullScreen()

    def follow(self) -> None:
        """Shows what is there now, and goes to where the group is."""
        if self.isVisible():
            self._take_scene()
            self._show_place()
            self._go()

    def follow_veils(self) -> None:
        """Other votes, or other marks, lie over the same map."""
        if self.isVisible():
            self.viewer.repaint_marks()

    def settle(self) -> None:
        """Shows everything for the window as large as it is now."""
        if not self.isVisible():
            return
        self.board.setVisible(self._show.running)
        self.board.setFixedWidth(max(round(self.width() * SIDE), 1))
        self.strip.set_em(self._legible.em(self._canvas.studio, self))
        self._take_scene()
        self._show_place()
        if self.viewer.has_scene:
            self._gliding.stop()
            view = self._framed()
            self.viewer.stand_at((view.zoom, view.scroll))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._settling.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        for each in (self._settling, self._trailing):
            each.stop()
        self._gliding.stop()
        super().closeEvent(event)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it; F11 fills the screen that it stands on, or no longer."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() == Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.viewer, 1)
        row.addWidget(self.board)
        column.addLayout(row, 1)

    def _follow_show(self) -> None:
        if self.isVisible() and self.board.isHidden() == self._show.running:
            self._settling.start()

    def _trail(self) -> None:
        """The editor looks elsewhere."""
        if self.isVisible() and self._focus.following:
            self._trailing.start()

    def _take_scene(self) -> None:
        """What the canvas shows, settled; a projector that stays keeps its map as long as there is one."""
        desk, canvas, viewer = self._desk, self._canvas, self.viewer
        if canvas.studio is not self._studio:
            self._studio = canvas.studio
            viewer.dress(sheet_for(desk, canvas.studio))
        shown = viewer.scene if viewer.has_scene else None
        stays = not self._focus.following and shown is not None and shown.map_id != desk.map_id
        if stays and shown is not None and find(desk.project.maps, shown.map_id):
            return
        scene = self._settled(shown)
        if scene is None:
            viewer.clear_scene()
        elif scene is not shown:
            viewer.show_scene(scene)
        self.setWindowTitle(f"{desk.words('projector.title')} – {scene.layout.map.title if scene else ''}")

    def _settled(self, shown: Scene | None) -> Scene | None:
        """The canvas's own scene, but for one that is only being tried out there."""
        desk, canvas = self._desk, self._canvas
        if not desk.map_id:
            return None
        ready = canvas.scene if canvas.has_scene else None
        if ready is not None and ready.project is desk.project and ready.map_id == desk.map_id:
            return ready
        return canvas.studio.scene(desk.project, desk.map_id, shown, desk.lens)

    def _show_place(self) -> None:
        """In the strip, and in what is dimmed."""
        focus, viewer = self._focus, self.viewer
        if not viewer.has_scene:
            self.strip.show_place(Whereabouts())
            return
        viewer.mean(focus.here, focus.extent, self._desk.target if focus.following else None)
        self.strip.show_place(_whereabouts(viewer.scene, focus.here, self._desk))

    def _go(self) -> None:
        if self.isVisible() and self.viewer.has_scene:
            self._gliding.to(self._framed())

    def _framed(self) -> View:
        """As much as is meant, at a scale that can be read; all of it only where that can, or where it stays."""
        viewer, focus = self.viewer, self._focus
        scene, window = viewer.scene, (viewer.viewport().width(), viewer.viewport().height())
        least = self._legible.scale(self._canvas.studio, self)
        anchor = anchor_of(scene, focus.here, self._desk.target if focus.following else None)
        if focus.extent is not Extent.WHOLE:
            return self._trimmed(focus.extent, anchor, least)
        all_of_it = whole(scene, window)
        viewer.trim.frame(all_of_it, None)
        if all_of_it.zoom >= least or not focus.following:
            return all_of_it
        if self._in_sight():
            return self._trimmed(Extent.NEAR, anchor, least)
        seen = self._canvas.view.seen
        middle = Rect(seen.x + seen.width / 2, seen.y + seen.height / 2, 0.0, 0.0)
        return stand(scene, window, frame(scene.layout, None, Extent.WHOLE), middle, Scales(least, least))

    def _trimmed(self, extent: Extent, anchor: Rect, least: float) -> View:
        """So much of the map, and nothing beside it that is cut."""
        scene, window = self.viewer.scene, (self.viewer.viewport().width(), self.viewer.viewport().height())
        view = stand(scene, window, frame(scene.layout, self._focus.here, extent), anchor, readable(least))
        self.viewer.trim.frame(view, anchor)
        self.viewer.repaint_marks()
        return view

    def _in_sight(self) -> bool:
        """Whether the editor looks at the dashed slot."""
        canvas, spot = self._canvas, self._desk.target
        rect = target_rect(canvas.scene, spot) if spot is not None and canvas.has_scene else None
        return rect is not None and Rect(rect.x, rect.y - 1, rect.width, rect.height + 2).meets(canvas.view.seen)


def _whereabouts(scene: Scene, here: Here | None, desk: Desk) -> Whereabouts:
    """Of a place on the map that is shown."""
    journey = find(scene.project.maps, scene.map_id)
    if journey is None:
        return Whereabouts()
    stages = in_order(journey.stages)
    untitled = desk.words("outline.untitled")
    current = next((number for number, stage in enumerate(stages) if here and stage.id == here.stage), -1)
    step = find(stages[current].steps, here.step) if here and current >= 0 else None
    lane = find(journey.lanes, here.lane) if here else None
    return Whereabouts(
        tuple(stage.title or untitled for stage in stages),
        current,
        step.title if step else "",
        lane_name(lane, desk.words) if lane else "",
    )
