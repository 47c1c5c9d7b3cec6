"""Snapshots in a window: taken with a title in line, looked at and compared in a dialog."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QMainWindow

from desktop.canvas.canvas import Canvas
from desktop.desk.desk import Desk
from desktop.desk.snapshots import Snapshots
from desktop.dialogs.snapshots import SnapshotsDialog, TitleAsker
from desktop.panels.whence import Whence
from desktop.session import Signal


class Snapshotting:
    """`hand_in` makes what is being written count; `now` is the time of day where the person is.

    wanted(id): what has changed since this snapshot is to be shown on the map.
    """

    def __init__(
        self,
        window: QMainWindow,
        desk: Desk,
        canvas: Canvas,
        hand_in: Callable[[], None],
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._window = window
        self._desk = desk
        self._canvas = canvas
        self._hand_in = hand_in
        self._whence = Whence()
        self.wanted: Signal[[str]] = Signal()
        self.verbs = Snapshots(desk, now)
        self.asker = TitleAsker(desk.words, canvas)
        self.asker.given.connect(self._take)
        self.asker.left.connect(self._go_back)

    def take(self) -> None:
        """Asks for a title over the map; Return takes the snapshot."""
        self._hand_in()
        if self._desk.session.read_only:
            self._desk.session.refused.emit()
        elif self._desk.journey is not None:
            if self.asker.isHidden():
                self._whence.note()
            self.asker.ask(self.verbs.suggested())

    def show(self) -> None:
        """Opens the snapshots of the map shown, compared with what it is now."""
        self._hand_in()
        if self._desk.journey is not None:
            dialog = SnapshotsDialog(self.verbs, self._desk.session.assets, self._window)
            dialog.wanted.connect(self.wanted.emit)
            dialog.open()

    def _go_back(self) -> None:
        """Whoever was in the middle of a line goes on with it."""
        self._whence.back(self._canvas)

    def _take(self, title: str) -> None:
        self.verbs.take(title)
