"""The program with its windows: set up once, and the only place that wires things."""

import faulthandler
import secrets
import sys
from base64 import b64decode, b64encode
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QByteArray, QCoreApplication, QDateTime, QEvent, Qt
from PySide6.QtWidgets import QApplication

from desktop import display, preferences, resources
from desktop.collector import resting_collector
from desktop.dialogs.crash import CrashHook
from desktop.dialogs.questions import tell
from desktop.document.ids import Ids
from desktop.panels import icons, theme
from desktop.panels.icons import program_icon
from desktop.session import Session
from desktop.storage.errors import StorageError
from desktop.storage.reader import read
from desktop.storage.templates import DEFAULT, from_template
from desktop.window import Window

DONE, FAILED = 0, 2
SAMPLE = "restaurant.journey"


class Program:
    """The open windows, and what is remembered between starts."""

    def __init__(self, remembered: Path) -> None:
        self._remembered = remembered
        self._preferences = preferences.load(remembered)
        self.windows: list[Window] = []

    def open_first(self) -> None:
        """Without a file: the sample for somebody who has never opened one, else an untitled project."""
        if self._preferences.recent:
            self.open_start()
        else:
            self._show(Session(read(resources.root() / "samples" / SAMPLE)))

    def open_start(self) -> None:
        """An untitled project from the blank template."""
        self._show(Session(from_template(resources.root() / "templates", DEFAULT, "", Ids(secrets.randbits))))

    def open_path(self, path: Path) -> None:
        """The project in a file, in the window that shows it already or in a new one. Raises StorageError."""
        window = next((window for window in self.windows if _same(window.session.path, path)), None)
        if window is not None:
            window.raise_()
            window.activateWindow()
        else:
            self._show(Session.open(path))
            self.remember(path)

    def remember(self, path: Path) -> None:
        """Keeps a file among the recent ones."""
        self._prefer(self._preferences.opened(path, _now()))

    def leave(self, window: Window) -> None:
        """Forgets a window that has been closed, but not where it stood."""
        place = preferences.Place(geometry=b64encode(window.saveGeometry().data()).decode("ascii"))
        self._prefer(self._preferences.left(window.session.path, place))
        self.windows.remove(window)

    def show_preferences(self) -> None: ...

    def show_about(self) -> None: ...

    def quit(self) -> None:
        """Closes window after window, until one is kept open because of what is not saved."""
        QApplication.closeAllWindows()

    def _show(self, session: Session) -> Window:
        with resting_collector():
            window = Window(session, self)
        if not self.windows:
            with suppress(ValueError):  # a geometry that somebody edited
                window.restoreGeometry(QByteArray(b64decode(self._preferences.place.geometry)))
        self.windows.append(window)
        window.show()
        return window

    def _prefer(self, changed: preferences.Preferences) -> None:
        self._preferences = changed
        with suppress(OSError):  # not to remember is no reason to interrupt anybody
            preferences.store(self._remembered, changed)


def run(paths: list[Path]) -> int:
    """Opens a window for every file, or one without; returns the exit status when the last window is closed.

    A file that cannot be opened is told of in one sentence; with none that can, the status is 2.
    """
    trouble = display.trouble()
    if trouble:
        return _failed(trouble)
    if sys.stderr is not None:
        faulthandler.enable()
    application = set_up()
    program = Program(preferences.preferences_path())
    CrashHook(resources.words("en"), program.quit).install()
    _open_all(program, paths)
    status = application.exec() if program.windows else FAILED
    tear_down()
    return status


def _open_all(program: Program, paths: list[Path]) -> None:
    for path in paths:
        try:
            program.open_path(path)
        except StorageError as error:
            _failed(str(error))
            tell(None, str(error))
    if not paths:
        program.open_first()


def set_up() -> QApplication:
    """The application with name, icon and look."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("journeywall")
    application.setApplicationDisplayName("Journeywall")
    application.setDesktopFileName("journeywall")
    application.setWindowIcon(program_icon())
    theme.dress(application, resources.typesetter().fonts)
    return application


def tear_down() -> None:
    """Deletes what is left of the windows while there is still an application."""
    sys.excepthook = sys.__excepthook__
    QApplication.closeAllWindows()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    icons.forget()


def _now() -> str:
    return QDateTime.currentDateTime().toString(Qt.DateFormat.ISODate)


def _failed(sentence: str) -> int:
    if sys.stderr is not None:
        sys.stderr.write(f"journeywall: {sentence}\n")
    return FAILED


def _same(one: Path | None, other: Path) -> bool:
    """Whether both name the same file."""
    try:
        return one is not None and one.samefile(other)
    except OSError:
        return False
