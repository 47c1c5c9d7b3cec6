"""Work that takes longer than a key press, in one thread beside the window's.

One for all of it: PDFium bears no second thread. What is handed in and comes back holds nothing of Qt's widgets,
which must not be let go of outside the window's thread.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import lru_cache
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.poster.refusals import CancelledError

T = TypeVar("T")
Progress = Callable[[str, int, int], None]
"""As of `desktop.poster.composing`, without the second that it takes to import."""

EVERY = 12
"""Ms between two looks at whether work is done: less than a frame of the screen."""


class Job(Generic[T]):
    """A piece of work, begun when all before it are done. `news`: what it does now, how much is done, of how much."""

    def __init__(self, work: Callable[[Progress], T]) -> None:
        self.news: tuple[str, int, int] = ("", 0, 0)
        self._given_up = False
        self._future: Future[T] = _thread().submit(self._run, work)

    @property
    def done(self) -> bool:
        """Whether it has ended, in whatever way."""
        return self._future.done()

    @property
    def given_up(self) -> bool:
        return self._given_up

    def cancel(self) -> None:
        """It ends at the next news that it tells; what it would have given is never wanted."""
        self._given_up = True
        self._future.cancel()

    def wait(self, seconds: float | None = None) -> bool:
        """Whether it has ended by then."""
        return bool(wait([self._future], seconds).done)

    def result(self) -> T:
        """What came of it, once it is done. Raises what the work raised, CancelledError when it was given up."""
        if self._given_up:
            raise CancelledError
        return self._future.result()

    def _run(self, work: Callable[[Progress], T]) -> T:
        self._tell("", 0, 0)
        return work(self._tell)

    def _tell(self, stage: str, done: int, whole: int) -> None:
        if self._given_up:
            raise CancelledError
        self.news = (stage, done, whole)


class Latest(QObject):
    """The last wish wins: what was asked for before it, and is not done yet, is given up.

    ended(job): the last one is done; its result may be that it raised something.
    """

    ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: Job[Any] | None = None
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._look)

    @property
    def busy(self) -> bool:
        return self._job is not None

    @property
    def news(self) -> tuple[str, int, int]:
        """What is done now, how much of it, of how much; nothing of nothing when nothing is."""
        return self._job.news if self._job is not None else ("", 0, 0)

    def ask(self, work: Callable[[Progress], Any]) -> None:
        """Begins this instead of what was asked for before."""
        self.give_up()
        self._job = Job(work)
        self._timer.start()

    def give_up(self) -> None:
        """Nothing is told any more."""
        if self._job is not None:
            self._job.cancel()
        self._job = None
        self._timer.stop()

    def _look(self) -> None:
        job = self._job
        if job is not None and job.done:
            self._job = None
            self._timer.stop()
            self.ended.emit(job)


@lru_cache(maxsize=1)
def _thread() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, "print")
