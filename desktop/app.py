"""Where the program begins and ends: set up once, and the only place that wires things."""

import faulthandler
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop import display, preferences, resources
from desktop.canvas import faces
from desktop.canvas.pictures import limit_decoding
from desktop.dialogs.crash import CrashHook
from desktop.dialogs.questions import tell
from desktop.endings import Application, Endings, Logout
from desktop.panels import icons, theme
from desktop.panels.garbage import Garbage
from desktop.program import Program
from desktop.storage.errors import StorageError

DONE, FAILED = 0, 2
OWNERLESS = ("offscreen", "minimal")
"""Platforms that do not know whose the clipboard is: it can only be this process."""

FAULTS = "faults.txt"
"""Where a fault in native code is written, for the next start to tell of it."""

LONGEST_FAULT = 100_000
"""Bytes of it that are shown."""

_fault_file: list[BinaryIO] = []
"""Kept open until the process ends: faulthandler writes to it by its number."""


def run(paths: list[Path]) -> int:
    """Opens a window for every file, or one without; returns the exit status when the last window is closed.

    What cannot be opened is told of in one sentence; with nothing that can, the status is 2.
    """
    trouble = display.trouble()
    if trouble:
        return _failed(trouble)
    try:
        application = set_up()
        folders = preferences.folders()
    except StorageError as error:
        return _unusable(str(error))
    garbage = Garbage(application)
    garbage.begin()
    program = Program(folders)
    program.dress()
    QGuiApplication.styleHints().colorSchemeChanged.connect(program.dress)
    hook = CrashHook(program.words, program.quit, program.keep, folders.reports / "reports.txt")
    hook.install()
    report = _faults_go_to(folders.reports / FAULTS)
    endings = _heed(application, program)
    well = _open_all(program, paths)
    _tell_of_last(program, hook, report)
    shown = program.windows or program.start or program.dialog
    status = application.exec() if shown else DONE if well else FAILED
    program.end()
    program.recovering.leave()
    endings.remove()
    hook.remove()
    garbage.end()
    tear_down()
    return status


def _unusable(sentence: str) -> int:
    """The program's own files are damaged, so that no window can be made as it should be."""
    status = _failed(sentence)
    tell(None, sentence)
    tear_down()
    return status


def _heed(application: QApplication, program: Program) -> Endings:
    """From now on whoever wants the program to end is heard, and nothing is lost by it."""
    endings = Endings(program.recovering)
    endings.asked.connect(partial(_end, application, program))
    endings.install()
    logout = Logout(program.keeps, program.quits, program.recovering)
    logout.follow(application)
    if isinstance(application, Application):
        application.asked_to_quit.connect(program.quit)
    return endings


def _end(application: QApplication, program: Program) -> None:
    """At once: dialogs that wait for an answer are not asked either."""
    try:
        program.end()
    finally:
        application.exit()


def _tell_of_last(program: Program, hook: CrashHook, report: str) -> None:
    """What was not saved the last time, and the fault of native code that ended it, if any."""
    program.recovering.tidy()
    if program.recovering.found():
        program.recovering.report_asked.connect(partial(hook.show_last, report))
        program.recovering.offer(faulted=bool(report))
    elif report:
        hook.show_last(report)


def _faults_go_to(path: Path) -> str:
    """Lets faults of native code be written to a file; returns those of the start before."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a+b")
    except OSError:
        if sys.stderr is not None:
            faulthandler.enable()
        return ""
    file.seek(0)
    before = file.read(LONGEST_FAULT).decode(errors="replace")
    with suppress(OSError):
        file.truncate(0)
    faulthandler.enable(file)
    _fault_file.append(file)
    return before


def _open_all(program: Program, paths: list[Path]) -> bool:
    """Whether all were opened, or somebody did not want to."""
    well = True
    for path in paths:
        if program.ended:  # while something was asked about the file before
            break
        try:
            program.open_path(path)
        except StorageError as error:
            well = False
            _failed(str(error))
            tell(None, str(error))
    if not paths:
        program.open_start()
    return well


def set_up() -> QApplication:
    """The application with name, icon and look. Raises StorageError where a font is damaged."""
    application = Application(sys.argv[:1])
    application.setApplicationName("journeywall")
    application.setApplicationDisplayName("Journeywall")
    application.setDesktopFileName("journeywall")
    application.setWindowIcon(icons.program_icon())
    limit_decoding()
    faces.hush()
    resources.check_fonts()
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
