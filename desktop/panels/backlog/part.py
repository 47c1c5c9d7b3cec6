"""The backlog in a window: a board that is made when it is first asked for, and what the menu does."""

from collections.abc import Callable

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QMainWindow

from desktop.canvas.canvas import Canvas
from desktop.desk.backlog import Backlog
from desktop.desk.desk import Desk
from desktop.document.project import Project
from desktop.exchange.backlog import csv_of, xlsx_of
from desktop.panels.backlog.board import Board
from desktop.panels.votes.part import Save

FORMS = {".csv": csv_of, ".xlsx": xlsx_of}
NOTHING: frozenset[str] = frozenset()


class Improving:
    """`hand_in` makes what is being written count; `save` writes bytes into a file that is asked for."""

    def __init__(
        self, window: QMainWindow, desk: Desk, canvas: Canvas, hand_in: Callable[[], None], save: Save
    ) -> None:
        self._window = window
        self._desk = desk
        self._canvas = canvas
        self._hand_in = hand_in
        self._save = save
        self.board: Board | None = None

    def show(self) -> None:
        """The matrix and the backlog."""
        self._call("opportunity")

    def show_tactics(self) -> None:
        """The tables of tactics and experiments."""
        self._call("tactic")

    def _call(self, kind: str) -> None:
        self._hand_in()
        if self.board is None:
            self.board = Board(Backlog(self._desk, _today), self._window)
            self.board.wanted.connect(self._reveal)
            self.board.saving.connect(self._export)
            self.board.backlog.held.connect(self._show_candidate)
        self.board.call(kind)

    def _show_candidate(self, candidate: Project | None) -> None:
        """The map, too, as it would be while a card is in the hand."""
        if self._canvas.has_scene and self._canvas.tool is None:
            self._canvas.show_candidate(candidate, NOTHING)

    def _reveal(self, card: str) -> None:
        """A card on the map, with the keyboard there."""
        self._desk.select((card,))
        self._window.activateWindow()
        self._window.raise_()
        self._canvas.setFocus()
        self._canvas.point_out((card,))

    def _export(self, suffix: str) -> None:
        journey = self._desk.journey
        if self.board is not None and journey is not None:
            self._save(FORMS[suffix](self.board.backlog.entries, journey, self._desk.words), suffix)


def _today() -> str:
    return QDate.currentDate().toString(Qt.DateFormat.ISODate)
