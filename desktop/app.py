"""Where the program begins and ends: set up once, and the only place that wires things."""

import faulthandler
import sys
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop import display, preferences, resources
from desktop.dialogs.crash import CrashHook
from desktop.dialogs.questions import tell
from desktop.panels import icons, theme
from desktop.program import Program
from desktop.storage.errors import StorageError

DONE, FAILED = 0, 2
OWNERLESS = ("offscreen", "minimal")
"""Platforms that do not know whose the clipboard is: it can only be this process."""

FAULTS = "faults.txt"
"""Where a fault in native code is written, for the next start to tell of it."""

_fault_file: list[TextIO] = []
"""Kept open until the process ends: faulthandler writes to it by its number."""


def run(paths: list[Path]) -> int:
    """Opens a window for every file, or one without; returns the exit status when the last window is closed.

    A file that cannot be opened is told of in one sentence; with none that can, the status is 2.
    """
    trouble = display.trouble()
    if trouble:
        return _failed(trouble)
    application = set_up()
    program = Program(preferences.folders())
    program.dress()
    QGuiApplication.styleHints().colorSchemeChanged.connect(program.dress)
    hook = _watch_for_faults(program)
    _open_all(program, paths)
    status = application.exec() if program.windows or program.start else FAILED
    hook.remove()
    tear_down()
    return status


def _watch_for_faults(program: Program) -> CrashHook:
    """From now on no fault passes unnoticed, be it of Python or of native code."""
    folder = preferences.folders().reports
    hook = CrashHook(resources.words(program.language), program.quit, program.rescue, folder / "reports.txt")
    hook.install()
    before = _faults_go_to(folder / FAULTS)
    if before:
        hook.show_last(before)
    return hook


def _faults_go_to(path: Path) -> str:
    """Lets faults of native code be written to a file; returns those of the start before."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a+", encoding="utf-8", errors="replace")
    except OSError:
        if sys.stderr is not None:
            faulthandler.enable()
        return ""
    file.seek(0)
    before = file.read()
    with suppress(OSError):
        file.truncate(0)
    faulthandler.enable(file)
    _fault_file.append(file)
    return before


def _open_all(program: Program, paths: list[Path]) -> None:
    for path in paths:
        try:
            program.open_path(path)
        except StorageError as error:
            _failed(str(error))
            tell(None, str(error))
    if not paths:
        program.open_start()


def set_up() -> QApplication:
    """The application with name, icon and look."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("journeywall")
    application.setApplicationDisplayName("Journeywall")
    application.setDesktopFileName("journeywall")
    application.setWindowIcon(icons.program_icon())
    theme.dress(application, resources.typesetter().fonts)
    return application


def tear_down() -> None:
    """Deletes what is left of the windows while there is still an application, and leaves the clipboard as text."""
    QApplication.closeAllWindows()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    icons.forget()
    _settle_clipboard()


def _settle_clipboard() -> None:
    """What Python put on the clipboard would end the process with a fault; its text stays. Other programs' is left."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard() or QGuiApplication.platformName() in OWNERLESS:
        clipboard.setText(clipboard.text())


def _failed(sentence: str) -> int:
    if sys.stderr is not None:
        sys.stderr.write(f"journeywall: {sentence}\n")
    return FAILED
