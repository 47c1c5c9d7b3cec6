"""When the system wants the program to end: its signals, a logout, Quit in the dock."""

import os
import signal
import sys
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, Qt, Signal
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication

SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK") if hasattr(signal, name))
"""Those that ask; each platform has some of them."""


Handler = Callable[[int, FrameType | None], object] | int | None


class Application(QApplication):
    """asked_to_quit: before the windows are closed because somebody outside wants them closed."""

    asked_to_quit = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Quit:
            self.asked_to_quit.emit()
        return super().event(event)


class Endings(QObject):
    """asked: a signal has come; told when Qt has nothing else to do, never in the middle of an edit.

    Python itself would only notice it when Qt next calls it, so a pipe on which the system writes wakes Qt up. On
    Windows, where Qt cannot listen to a pipe, Ctrl-Break is noticed at the next event.
    """

    asked = Signal()
    _noted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before: dict[int, Handler] = {}
        self._pipe: tuple[int, int] | None = None
        self._ear: QSocketNotifier | None = None
        self._noted.connect(self.asked, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Takes the signals from now on, but for those that whoever started the program wants ignored."""
        for number in SIGNALS:
            if signal.getsignal(number) is not signal.SIG_IGN:
                self._before[number] = signal.signal(number, self._note)
        if sys.platform != "win32":
            self._listen()

    def remove(self) -> None:
        """What was there before."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._before.clear()
        if self._ear is not None and self._pipe is not None:
            signal.set_wakeup_fd(-1)
            self._ear.setEnabled(False)
            self._ear = None
            for end in self._pipe:
                os.close(end)
            self._pipe = None

    def _listen(self) -> None:
        reader, writer = os.pipe()
        for end in (reader, writer):
            os.set_blocking(end, False)
        self._pipe = reader, writer
        self._ear = QSocketNotifier(reader, QSocketNotifier.Type.Read, self)
        self._ear.activated.connect(self._wake)
        signal.set_wakeup_fd(writer, warn_on_full_buffer=False)

    def _wake(self) -> None:
        """Empties the pipe. Being called is enough: Python runs its handlers before this."""
        if self._pipe is not None:
            os.read(self._pipe[0], 4096)

    def _note(self, _number: int, _frame: object) -> None:
        self._noted.emit()


class Logout(QObject):
    """Keeps everything when somebody logs out. keep: whether that could be done. ask: closes what could not be kept,
    with questions; whether all of it is closed.
    """

    def __init__(self, keep: Callable[[], bool], ask: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keep = keep
        self._ask = ask

    def follow(self, application: QApplication) -> None:
        application.commitDataRequest.connect(self.commit, Qt.ConnectionType.DirectConnection)
        application.saveStateRequest.connect(self.save_state, Qt.ConnectionType.DirectConnection)

    def commit(self, manager: QSessionManager) -> None:
        """Asks only where work cannot be kept, and stops the logout where the answer is Cancel."""
        if self._keep() or not manager.allowsInteraction():
            return
        if not self._ask():
            manager.cancel()
        manager.release()

    def save_state(self, _manager: QSessionManager) -> None:
        self._keep()
