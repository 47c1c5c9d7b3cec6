"""Python's search for circular garbage, in the window's thread only.

By itself it starts in whatever thread makes the next value. What it finds may be a timer or a scene of Qt, and to
delete these in another thread than their own ends the process with a fault; the journal and saves have such threads.
"""

from contextlib import ExitStack

from PySide6.QtCore import QObject, QTimer

from desktop.collector import collect_due, manual_collector

EVERY = 500
"""Milliseconds between two looks at whether a search is due; hardly ever a full one within a minute."""


class Garbage(QObject):
    """Searches in the thread in which it lives, from `begin` to `end`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ends = ExitStack()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._collect)

    def begin(self) -> None:
        """No other thread searches any more."""
        self._ends.enter_context(manual_collector())
        self._timer.start()

    def end(self) -> None:
        """All is as before."""
        self._timer.stop()
        self._ends.close()

    def _collect(self) -> None:
        collect_due()
