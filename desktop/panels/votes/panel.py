"""The panel of votes: sets one up, or shows the one that is worked on."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.desk.votes import Votes
from desktop.panels.votes.count import Count
from desktop.panels.votes.setup import Setup


class VotesPanel(QStackedWidget):
    """left(): the keyboard is wanted on the map again. seen(now): the panel came into sight, or went out of it."""

    left = Signal()
    seen = Signal(bool)

    def __init__(self, votes: Votes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._votes = votes
        self.setObjectName("votes")
        self.setup, self.counting = Setup(votes), Count(votes)
        self.addWidget(self.setup)
        self.addWidget(self.counting)
        self.setup.left.connect(self.left)
        self.counting.left.connect(self.left)
        votes.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Shows the page that is wanted; whoever works in the other one goes on in this one."""
        page = self.counting if self._votes.ballot is not None else self.setup
        if page is not self.currentWidget():
            focused = self.window().focusWidget()  # its own one stays what it was when the map has the keyboard
            working = focused is not None and self.isAncestorOf(focused)
            self.setCurrentWidget(page)
            if working:
                self.take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell_seen(event.spontaneous())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tell_seen(event.spontaneous())

    def _tell_seen(self, by_system: bool) -> None:
        """A whole window that comes, goes or is made small is no matter of this panel."""
        if not by_system and self.window().isVisible():
            self.seen.emit(self.isVisible())

    def take_focus(self) -> None:
        """The list of cards has the keyboard, or the first field."""
        if self.currentWidget() is self.counting:
            self.counting.entries.setFocus()
        else:
            self.setup.what.setFocus()
