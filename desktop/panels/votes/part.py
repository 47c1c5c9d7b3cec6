"""Votes in a window: the panel in its dock, clicks and heat on the map, and what the menu does."""

from collections.abc import Callable

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication

from desktop.canvas.canvas import Canvas
from desktop.canvas.heat import HeatMarks
from desktop.canvas.voteclicks import Clicks
from desktop.desk.desk import Desk
from desktop.desk.votes import Votes
from desktop.desk.votetable import table
from desktop.exchange.votes import encoded
from desktop.panels.docks import RIGHT, Docks
from desktop.panels.votes.panel import VotesPanel

Save = Callable[[bytes, str], bool]
"""Writes bytes into a file with a suffix that is asked for; whether they are there now."""

NAME = "votes"


class Voting:
    """`heat` is what any other view of the map may paint too; `hand_in` makes what is being written count."""

    def __init__(self, desk: Desk, canvas: Canvas, docks: Docks, hand_in: Callable[[], None], save: Save) -> None:
        self.votes = Votes(desk, _today)
        self.heat = HeatMarks(self.votes)
        self._desk = desk
        self._canvas = canvas
        self._docks = docks
        self._hand_in = hand_in
        self._save = save
        self.panel = VotesPanel(self.votes)
        self._clicks = Clicks(self.votes, canvas, self.panel.isVisible)
        self._clicks.pointed.connect(self.panel.counting.entries.go_to)
        canvas.veils.append(self.heat.paint)
        self.votes.changed.connect(canvas.repaint_marks)
        self.panel.left.connect(canvas.setFocus)
        self.panel.seen.connect(self._tell_pause)
        self.panel.counting.saving.connect(self.export)
        self.panel.counting.copying.connect(self.copy)
        docks.add(NAME, self.panel, RIGHT, self.panel.take_focus, shown=False)

    def show(self) -> None:
        """Goes on in the panel; there, back to the map."""
        self._hand_in()
        self._docks.call(NAME, self._canvas)

    def commit(self) -> None:
        """A tally that is being typed counts."""
        self.panel.counting.commit()

    def turn(self) -> None:
        """Shows the result of the vote, or goes on with it."""
        if self._has_ballot():
            self.panel.counting.turn()

    def again(self) -> None:
        """Votes again on the highest tie."""
        if self._is_open():
            self.votes.vote_again()

    def take_over(self) -> None:
        """Writes the result to the cards."""
        if self._is_open():
            self.votes.take_over()

    def export(self) -> None:
        """The result as a file for spreadsheets."""
        if self._is_open():
            self._save(encoded(table(self.votes)), ".csv")

    def copy(self) -> None:
        """The result into the clipboard, as cells of a spreadsheet."""
        if self._is_open():
            QGuiApplication.clipboard().setText(table(self.votes, separator="\t"))
            self._tell("votes.copied")

    def _is_open(self) -> bool:
        """Whether there is a result that everybody may see; else says why not."""
        if not self._has_ballot():
            return False
        self.commit()
        if self.votes.hidden:
            self._tell("votes.show_first")
        return not self.votes.hidden

    def _has_ballot(self) -> bool:
        if self.votes.ballot is None:
            self._tell("votes.none")
        return self.votes.ballot is not None

    def _tell_pause(self, seen: bool) -> None:
        """Where nobody sees the count, clicks on the map select as ever."""
        if self.votes.taking:
            self._tell("votes.goes_on" if seen else "votes.paused")

    def _tell(self, code: str) -> None:
        self._desk.said.emit(self._desk.words(code))


def _today() -> str:
    return QDate.currentDate().toString(Qt.DateFormat.ISODate)
