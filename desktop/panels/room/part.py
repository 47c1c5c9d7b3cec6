"""The room in a window: what the menu does for room mode and the projector."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from desktop.canvas.canvas import Canvas
from desktop.canvas.viewer import Veil
from desktop.desk.desk import Desk
from desktop.desk.focus import Extent, Focus
from desktop.desk.room import Recent
from desktop.desk.show import Show
from desktop.panels.docks import Docks
from desktop.panels.room.hall import Hall
from desktop.panels.room.measuring import Measuring
from desktop.panels.room.mode import RoomMode
from desktop.panels.room.notes import NotesColumn
from desktop.panels.room.projector import Projector, Seat, other_screen
from desktop.panels.room.size import Legible
from desktop.panels.show.board import Board
from desktop.panels.votes.part import Voting
from desktop.plan.projection import Projection
from desktop.preferences import Habits


class Remembers(Protocol):
    """Keeps how large the room is."""

    @property
    def habits(self) -> Habits: ...

    def keep_habits(self, habits: Habits) -> None: ...


class Room:
    """`hall` holds the canvas and stands in the window's middle. `screens` are those that there are now.

    `veils` are painted over the projector's map, too.
    """

    def __init__(
        self,
        window: QMainWindow,
        desk: Desk,
        canvas: Canvas,
        docks: Docks,
        *,
        show: Show,
        voting: Voting,
        home: Remembers,
        screens: Callable[[], Sequence[Seat]] = QGuiApplication.screens,
    ) -> None:
        self._window = window
        self._desk = desk
        self._home = home
        self._screens = screens
        self._legible = Legible(lambda: home.habits.room)
        self.focus = Focus(desk)
        self.recent = Recent(desk)
        self.hall = Hall(canvas, Board(show, desk.words), NotesColumn(self.recent, canvas.studio.style, desk.words))
        self.mode = RoomMode(window, desk, canvas, docks, self.hall, legible=self._legible, show=show)
        self._show = show
        self._voting = voting
        self._projector: Projector | None = None
        self.veils: list[Veil] = []

    def follow_veils(self) -> None:
        """Something else lies over the map."""
        if self._projector is not None:
            self._projector.follow_veils()

    @property
    def projector(self) -> Projector:
        """Made when it is first asked for."""
        if self._projector is None:
            canvas, veils = self.hall.canvas, (self._voting.heat.paint, *self.veils)
            self._projector = Projector(
                self._desk, canvas, self.focus, show=self._show, legible=self._legible, veils=veils
            )
            self._voting.votes.changed.connect(self._projector.follow_veils)
        return self._projector

    def toggle(self) -> None:
        """Into room mode, or out of it."""
        self.mode.toggle()

    def frame(self) -> None:
        """In room mode, the next frame."""
        self.mode.change_frame()

    def project(self) -> None:
        """Opens the projector's window on another screen than this one, or closes it."""
        if self.projector.isVisible():
            self.projector.close()
            return
        place = other_screen(self._screens(), self._window.frameGeometry())
        self.projector.show_on(place)
        self._say("projector.opened" if place is not None else "projector.one_screen")

    def follow(self) -> None:
        """The projector goes with the editor from now on, or stays where it is."""
        self.focus.follow(not self.focus.following)
        self._say("projector.follows" if self.focus.following else "projector.stays")

    def focus_whole(self) -> None:
        self._focus_on(Extent.WHOLE)

    def focus_stage(self) -> None:
        self._focus_on(Extent.STAGE)

    def focus_lane(self) -> None:
        self._focus_on(Extent.LANE)

    def focus_cell(self) -> None:
        self._focus_on(Extent.CELL)

    def measure(self) -> None:
        """Asks how large the room is."""
        Measuring(self._home.habits.room, self._keep, self._scale, self._desk.words, self._window).open()

    def leave(self) -> None:
        """The window is closed for good."""
        if self._projector is not None:
            self._projector.close()
            self._projector.deleteLater()

    def _focus_on(self, extent: Extent) -> None:
        self.focus.show(extent)
        self._say(f"projector.focus.{extent}")

    def _keep(self, room: Projection) -> None:
        self._home.keep_habits(self._home.habits.model_copy(update={"room": room}))
        self.mode.settle()
        if self._projector is not None:
            self._projector.settle()

    def _scale(self, room: Projection) -> float:
        """What cards are enlarged by in a room."""
        return Legible(lambda: room).scale(self.hall.canvas.studio, self._window)

    def _say(self, code: str) -> None:
        self._desk.said.emit(self._desk.words(code))
