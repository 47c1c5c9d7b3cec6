"""What is known, hints and reviews in a window: panels made on first use, and what shows itself unasked."""

from collections.abc import Callable
from datetime import datetime
from time import monotonic

from PySide6.QtCore import QDate, Qt, QTimer
from PySide6.QtWidgets import QMainWindow, QToolButton

from desktop.canvas.canvas import Canvas
from desktop.desk.coaching import Coaching, singular
from desktop.desk.desk import Desk
from desktop.desk.knowing import Knowing
from desktop.desk.reviewing import Reviewing
from desktop.panels.counsel.board import Board
from desktop.panels.counsel.coach import CoachPanel
from desktop.panels.counsel.coverage import CoveragePanel
from desktop.panels.counsel.review import ReviewPanel
from desktop.panels.counsel.rows import Row
from desktop.panels.docks import RIGHT, Docks
from desktop.panels.facts import Facts
from desktop.resources import jargon

LATER = 1500
"""Ms after the last change until hints are counted."""

FIELDS, HINTS, REVIEW = "inspector", "coach", "review"


class Counsel:
    """The verbs of the menu. `hand_in` makes what is being written count."""

    def __init__(
        self, window: QMainWindow, desk: Desk, canvas: Canvas, docks: Docks, hand_in: Callable[[], None]
    ) -> None:
        self.knowing = Knowing(desk)
        self.coaching = Coaching(desk, jargon, _today, monotonic)
        self.reviewing = Reviewing(desk, datetime.now)
        self.panels: dict[str, Board] = {}
        self._desk = desk
        self._canvas = canvas
        self._docks = docks
        self._hand_in = hand_in
        self._button: QToolButton | None = None
        self._looked: set[str] = set()
        self._soon = QTimer(window)
        self._soon.setSingleShot(True)
        self._soon.setInterval(LATER)
        self._soon.timeout.connect(self.speak)

    def attend(self, facts: Facts) -> None:
        """From now on the status bar says how many hints there are, and a review that is due shows itself."""
        self._button = QToolButton(facts)
        self._button.setObjectName("choice")
        self._button.setToolTip(self._desk.words("coach.some.tip"))
        self._button.setVisible(False)
        self._button.clicked.connect(self.coach)
        facts.addPermanentWidget(self._button)
        self._desk.shown.connect(self._follow)
        self._follow()

    def coverage(self) -> None:
        """The panel of what is known; there, back to the map."""
        self._call("coverage")

    def coach(self) -> None:
        """The panel of hints."""
        self._call(HINTS)

    def review(self) -> None:
        """The panel of the review."""
        self._call(REVIEW)

    def only_known(self) -> None:
        """Looks at nothing but what is known, or at everything again."""
        self.knowing.toggle_only_known()

    def speak(self) -> None:
        """Says how many hints there are, and shows a review that is due: once, and never with the keyboard."""
        hints = self.coaching.hints if self.coaching.may_speak else ()
        if self._button is not None:
            self._button.setText(singular(self._desk.words, "coach.some", len(hints)).format(count=len(hints)))
            self._button.setVisible(bool(hints))
        self._offer_review()

    def _offer_review(self) -> None:
        """Of each map once while its window is open."""
        review, map_id = self.reviewing.review, self._desk.map_id
        if review is not None and map_id not in self._looked:
            self._looked.add(map_id)
            if review.is_time and self.coaching.may_speak:
                self.panel(REVIEW)
                self._docks.show(REVIEW)

    def panel(self, name: str) -> Board:
        """A panel, made when it is first asked for."""
        if name not in self.panels:
            self.panels[name] = made = self._made(name)
            self._docks.add(name, made, RIGHT, made.take_focus, shown=False)
        return self.panels[name]

    def _made(self, name: str) -> Board:
        if name == HINTS:
            hints = CoachPanel(self.coaching, self._canvas)
            hints.asked.connect(self._ask)
            return hints
        if name == REVIEW:
            review = ReviewPanel(self.reviewing, self._canvas)
            review.done.connect(self._put_away)
            return review
        return CoveragePanel(self.knowing, self._canvas)

    def _call(self, name: str) -> None:
        self._hand_in()
        self.panel(name)
        self._docks.call(name, self._canvas)

    def _ask(self, row: Row) -> None:
        """A hint that is about the map itself leads to its fields."""
        if row.key == "review_due":
            self.review()
        else:
            self._desk.select(())
            self._docks.enter(FIELDS)

    def _put_away(self) -> None:
        self._docks.hide(REVIEW)
        self._canvas.setFocus()

    def _follow(self) -> None:
        self.coaching.meet()
        self._soon.start()


def _today() -> str:
    return QDate.currentDate().toString(Qt.DateFormat.ISODate)
