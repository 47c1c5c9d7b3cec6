"""Clicks on the map are votes while votes are taken."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent

from desktop.canvas.canvas import Canvas
from desktop.canvas.pick import ON_CARD
from desktop.desk.votes import Votes

PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class Clicks(QObject):
    """A click on a card of the ballot is a vote for it, with Shift one fewer; all else on the map is as ever, and so
    are all clicks unless they are `wanted`.

    pointed(card): which card was clicked; where grades are given, that is all that a click does.
    """

    pointed = Signal(str)

    def __init__(self, votes: Votes, canvas: Canvas, wanted: Callable[[], bool]) -> None:
        super().__init__(canvas)
        self._votes = votes
        self._canvas = canvas
        self._wanted = wanted
        self._pressed = False
        canvas.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent) or event.button() != Qt.MouseButton.LeftButton:
            return False
        if event.type() in PRESSES:
            self._pressed = self._vote(event)
            return self._pressed
        held, self._pressed = self._pressed, False
        return held and event.type() == QEvent.Type.MouseButtonRelease

    def _vote(self, event: QMouseEvent) -> bool:
        """Whether the press was on a card that can be voted for."""
        ballot = self._votes.ballot if self._votes.taking and self._wanted() else None
        if ballot is None:
            return False
        hit = self._canvas.hit(event.position())
        if hit.where not in ON_CARD or hit.id not in ballot.options:
            return False
        self._votes.cast(hit.id, -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        self.pointed.emit(hit.id)
        return True
