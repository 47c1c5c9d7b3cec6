"""Feedback in a window: tables brought in, what their names mean, and the panel of figures."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QMainWindow

from desktop.canvas.canvas import Canvas
from desktop.desk.desk import Desk
from desktop.desk.feedback import Feedback
from desktop.desk.testresults import TestResults
from desktop.dialogs.feedback.dialog import ImportDialog
from desktop.dialogs.feedback.meanings import MeaningsDialog
from desktop.dialogs.questions import TABLES, Questions
from desktop.panels.docks import RIGHT, Docks
from desktop.panels.feedback.panel import FeedbackPanel

NAME = "feedback"
TAKEN = frozenset(TABLES) - {".txt"}
"""What is a table where nobody has said so: any text may be called .txt."""


class Hearing:
    """The verbs of the menu. `hand_in` makes what is being written count."""

    def __init__(
        self,
        window: QMainWindow,
        desk: Desk,
        canvas: Canvas,
        docks: Docks,
        hand_in: Callable[[], None],
        *,
        ask: Questions,
    ) -> None:
        self.feedback = Feedback(desk, _today)
        self.results = TestResults(desk, _today)
        self.dialog: ImportDialog | None = None
        self.meanings: MeaningsDialog | None = None
        self.panel: FeedbackPanel | None = None
        self._next: list[Path] = []
        self._window, self._desk, self._canvas, self._docks = window, desk, canvas, docks
        self._hand_in, self._ask = hand_in, ask

    def bring_in(self) -> None:
        """Asks for a table and opens the dialog; what comes in is shown."""
        self._hand_in()
        path = self._ask.which_table(self._folder())
        if path is not None:
            self._open(path)

    def drop(self, paths: Sequence[Path]) -> list[Path]:
        """Takes the tables among files that were dropped on the window, one after the other; gives back what is none.

        Nothing is taken without a map, and while a table is being brought in.
        """
        if not self._desk.map_id or self.dialog is not None:
            return [*paths]
        tables = [path for path in paths if path.suffix.lower() in TAKEN]
        if tables:
            self._hand_in()
            self._next = tables[1:]
            self._open(tables[0])
        return [path for path in paths if path not in tables]

    def join(self) -> None:
        """What the names in the answers mean."""
        self._hand_in()
        self.meanings = MeaningsDialog(self.feedback, self._window)
        self.meanings.finished.connect(self._end_meanings)
        self.meanings.open()

    def show(self) -> None:
        """The panel; there, back to the map."""
        self._hand_in()
        self._made()
        self._docks.call(NAME, self._canvas)

    def _open(self, path: Path) -> None:
        self.dialog = ImportDialog(self.feedback, self.results, path, self._window)
        self.dialog.finished.connect(self._end)
        self.dialog.open()

    def _made(self) -> FeedbackPanel:
        if self.panel is None:
            self.panel = made = FeedbackPanel(self.feedback, self.results, self._canvas)
            made.importing.connect(self.bring_in)
            made.joining.connect(self.join)
            self._docks.add(NAME, made, RIGHT, made.take_focus, shown=False)
        return self.panel

    def _end(self, result: int) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()
        self._window.activateWindow()  # not every system gives the keyboard back by itself
        if result:
            self._made()
            self._docks.show(NAME)
        if self._next:
            self._open(self._next.pop(0))

    def _end_meanings(self, result: int) -> None:
        dialog, self.meanings = self.meanings, None
        if dialog is not None:
            if result:
                self.feedback.join(dialog.names)
            dialog.deleteLater()
        self._window.activateWindow()

    def _folder(self) -> Path:
        path = self._desk.session.path
        return path.absolute().parent if path else Path.home()


def _today() -> str:
    return QDate.currentDate().toString(Qt.DateFormat.ISODate)
