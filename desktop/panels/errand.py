"""Work beside the window: in a thread of its own, with its end told in the window's."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait

from PySide6.QtCore import QObject, Qt, Signal

Work = Callable[[], object]
Ended = Callable[[BaseException | None], None]


class Errand(QObject):
    """Runs one piece of work at a time; whoever hands in the next waits until the one before has ended.

    The process does not end before the work has.
    """

    _done = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads = ThreadPoolExecutor(1, "errand")
        self._running: Future[object] | None = None
        self._ended: Ended | None = None
        self._number = 0
        self._done.connect(self._note, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether the end of something has still to be told."""
        return self._running is not None

    def run(self, work: Work, ended: Ended, patience: float) -> None:
        """Does `work`, then calls `ended` in the window's thread with what it raised, or None.

        patience: seconds to wait for it here, so that what is quick has been done when this returns.
        """
        self.settle()
        self._number += 1
        number = self._number
        self._ended = ended
        running = self._running = self._threads.submit(work)
        running.add_done_callback(lambda _: self._done.emit(number))
        if running in wait((running,), patience).done:
            self._note(number)

    def settle(self) -> None:
        """Waits for what is running, and tells its end."""
        if self._running is not None:
            wait((self._running,))
            self._note(self._number)

    def leave(self) -> None:
        """Waits for what is running, and ends the thread."""
        self.settle()
        self._threads.shutdown()

    def _note(self, number: int) -> None:
        """Tells the end once, whether it was waited for or comes from the other thread."""
        running, ended = self._running, self._ended
        if number == self._number and running is not None and ended is not None:
            self._running = self._ended = None
            ended(running.exception())
