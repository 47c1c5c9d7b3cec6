"""The backlog in a window: a board that is made when it is first asked for, and what the menu does."""

from collections.abc import Callable

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QMainWindow

from desktop.canvas.canvas import Canvas
from desktop.desk.backlog import Backlog
from desktop.desk.desk import Desk
from desktop.document.journey import JourneyMap
from desktop.document.project import Project
from desktop.exchange.ledger import csv_of, xlsx_of
from desktop.exchange.plans import LEDGERS
from desktop.panels.backlog.board import Board
from desktop.panels.votes.part import Save

NOTHING: frozenset[str] = frozenset()
OWN = ("fill_next", "link_opportunity", "backlog_csv", "backlog_xlsx", "print_backlog")
"""Entries of the menu whose shortcuts work in the backlog's window, too."""

PRINTED = {"tactic": "tactics", "experiment": "tactics"}
"""What is printed of a kind of cards; of all others the backlog."""


class Improving:
    """`hand_in` makes what is being written count; `save` writes bytes into a file that is asked for; `printing` opens
    the dialog for printing with a content."""

    def __init__(
        self,
        window: QMainWindow,
        desk: Desk,
        canvas: Canvas,
        hand_in: Callable[[], None],
        *,
        save: Save,
        printing: Callable[[str], None],
    ) -> None:
        self._window = window
        self._desk = desk
        self._canvas = canvas
        self._hand_in = hand_in
        self._save = save
        self._printing = printing
        self.board: Board | None = None
        self._backlog: Backlog | None = None

    def show(self) -> None:
        """The matrix and the backlog."""
        self._call("opportunity")

    def show_tactics(self) -> None:
        """The tables of tactics and experiments."""
        self._call("tactic")

    @property
    def backlog(self) -> Backlog:
        """That of the map shown; made when it is first asked for."""
        if self._backlog is None:
            self._backlog = Backlog(self._desk, _today)
            self._backlog.held.connect(self._show_candidate)
        return self._backlog

    def fill_next(self) -> None:
        """Puts the selected opportunities, where there are several, or the first that are open, at the foot."""
        self._hand_in()
        chosen = [entry.card.id for entry in self.backlog.entries if entry.card.id in self._desk.selected]
        self.backlog.fill_next(chosen if len(chosen) > 1 else ())

    def link(self) -> None:
        """What the selected opportunity can be linked with, beside the matrix."""
        self._call("opportunity").open_links()

    def save_csv(self) -> None:
        """The table that is looked at, else the first that is not empty, as comma-separated values."""
        self._export(".csv", self._kind())

    def save_xlsx(self) -> None:
        """Backlog, tactics and experiments as a workbook."""
        self._export(".xlsx", self._kind())

    def print_out(self) -> None:
        """The table that is looked at, else the first that is not empty, as a list."""
        self._print(self._kind())

    def _call(self, kind: str) -> Board:
        self._hand_in()
        if self.board is None:
            self.board = Board(self.backlog, self._window)
            self.board.wanted.connect(self._reveal)
            self.board.saving.connect(self._export_shown)
            self.board.printing.connect(self._print_shown)
            self.board.take(action for action in self._window.actions() if action.objectName() in OWN)
        self.board.call(kind)
        return self.board

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

    def _export_shown(self, suffix: str) -> None:
        self._export(suffix, self._shown)

    def _print_shown(self) -> None:
        self._print(self._shown)

    def _export(self, suffix: str, kind: str) -> None:
        self._hand_in()
        journey = self._desk.journey
        if journey is not None:
            self._save(self._file(journey, suffix, kind), suffix)

    def _file(self, journey: JourneyMap, suffix: str, kind: str) -> bytes:
        """One table, or all of them in a workbook."""
        project, words = self._desk.project, self._desk.words
        if suffix == ".xlsx":
            return xlsx_of([made(project, journey, words) for made in LEDGERS.values()], journey.title)
        return csv_of(LEDGERS.get(kind, LEDGERS["opportunity"])(project, journey, words))

    def _print(self, kind: str) -> None:
        self._printing(PRINTED.get(kind, "backlog"))

    @property
    def _shown(self) -> str:
        """The kind of the table that is shown; "" for none."""
        return self.board.page.kind if self.board is not None else ""

    def _kind(self) -> str:
        """That of the table in which one works, else of the first one in which something stands."""
        if self.board is not None and self.board.isActiveWindow():
            return self._shown
        backlog = self.backlog
        held = {"opportunity": backlog.entries, "tactic": backlog.tactics, "experiment": backlog.experiments}
        return next((kind for kind, cards in held.items() if cards), "")


def _today() -> str:
    return QDate.currentDate().toString(Qt.DateFormat.ISODate)
