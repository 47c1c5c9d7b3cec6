"""A bug must not cost anybody's work: what is not saved is kept first, then the program shows it and goes on."""

import sys
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.layout.style import Words

QUIET = 30.0
"""Seconds in which the same fault is not told of again: one in painting comes sixty times a second."""

LARGEST_LOG = 1_000_000
"""Bytes of reports that are kept."""

Place = tuple[str, str, int]
"""The fault in words, and the file and line where it happened."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of unsaved work. sound: all of it outlives the program. copies: files written because of it."""

    sound: bool = True
    copies: tuple[Path, ...] = ()


class CrashHook:
    """Takes exceptions that nobody caught: keeps the work, keeps the report, and shows it, one at a time.

    ask_to_quit: for Ctrl-C. keep: sees to it that what is not saved outlives the program. log: where reports are added.
    """

    def __init__(
        self,
        words: Words,
        ask_to_quit: Callable[[], None],
        keep: Callable[[], Kept],
        log: Path,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._words = words
        self._ask_to_quit = ask_to_quit
        self._keep = keep
        self._log = log
        self._clock = clock
        self._told: dict[Place, float] = {}
        self._busy = False
        self.box: CrashDialog | None = None

    def install(self) -> None:
        """Takes what reaches the end of the main thread, of other threads, and of destructors."""
        sys.excepthook = self
        threading.excepthook = self.in_thread
        sys.unraisablehook = self.unraisable

    def remove(self) -> None:
        """Python's own hooks again."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._ask_to_quit()
            return
        if not self._is_due(_place(error, trace)):
            return
        report = "".join(traceback.format_exception(kind, error, trace))
        self._write(report)
        if threading.current_thread() is threading.main_thread():
            self._show(report, self._keep)

    def in_thread(self, told: threading.ExceptHookArgs) -> None:
        """A thread of its own has ended; only the log is told, since no dialog may be opened there."""
        if told.exc_value is not None:
            self._write("".join(traceback.format_exception(told.exc_type, told.exc_value, told.exc_traceback)))

    def unraisable(self, told: "sys.UnraisableHookArgs") -> None:
        """An exception where none can be raised, such as in a destructor; only the log is told."""
        error = told.exc_value
        if error is not None and self._is_due(_place(error, told.exc_traceback)):
            lines = traceback.format_exception(told.exc_type, error, told.exc_traceback)
            self._write("".join([told.err_msg or "Exception that could not be raised", "\n", *lines]))

    def show_last(self, report: str) -> None:
        """What the start before ended with."""
        self._write(report)
        self._show(report, None)

    def _is_due(self, place: Place) -> bool:
        """Whether this fault has not been told of for a while."""
        now = self._clock()
        due = now - self._told.get(place, -QUIET) >= QUIET
        if due:
            self._told[place] = now
        return due

    def _show(self, report: str, keep: Callable[[], Kept] | None) -> None:
        """The work first, then the dialog; a second fault meanwhile is in the log and no more."""
        if self._busy or self.box is not None or QApplication.instance() is None:
            return
        self._busy = True
        kept = Kept(sound=False) if keep else None
        try:
            with suppress(Exception):  # that it cannot be kept must not keep the report from being seen
                kept = keep() if keep else None
            self.box = CrashDialog(self._words, report, kept, QApplication.activeWindow())
            self.box.finished.connect(self._forget)
            self.box.open()
        finally:
            self._busy = False

    def _write(self, report: str) -> None:
        if sys.stderr is not None:  # a windowed program on Windows has none
            sys.stderr.write(report)
        with suppress(OSError):
            self._log.parent.mkdir(parents=True, exist_ok=True)
            full = self._log.is_file() and self._log.stat().st_size > LARGEST_LOG
            with self._log.open("w" if full else "a", encoding="utf-8", errors="replace") as file:
                file.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')}\n{report}\n")

    def _forget(self) -> None:
        self.box = None


class CrashDialog(QDialog):
    """What happened, where the work is, and the report to be copied; all of it plain text.

    Without a word on the work it tells of the start before.
    """

    def __init__(self, words: Words, report: str, kept: Kept | None, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Journeywall")
        copies = kept.copies if kept else ()
        self.heading = _label(words("crash.title" if kept else "crash.before"), "heading")
        self.remedy = _label(_remedy(words, kept), "told")
        self.files = _label("\n".join([words("crash.rescued"), *map(str, copies)]), "told")
        self.files.setVisible(bool(copies))
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.report.setAccessibleName(words("crash.report"))
        self._buttons = QDialogButtonBox()
        self.copy = self._buttons.addButton(words("crash.copy"), QDialogButtonBox.ButtonRole.ActionRole)
        self.go_on = self._buttons.addButton(words("crash.go_on"), QDialogButtonBox.ButtonRole.RejectRole)
        self.copy.clicked.connect(self._copy)
        self.go_on.clicked.connect(self.reject)
        self.go_on.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        for widget in (self.heading, self.remedy, self.files, self.report, self._buttons):
            column.addWidget(widget, 1 if widget is self.report else 0)
        self.resize(640, 440)
        self.go_on.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())


def _remedy(words: Words, kept: Kept | None) -> str:
    if kept is None:
        return words("crash.before_told")
    if kept.copies:
        return words("crash.copied")
    return words("crash.kept" if kept.sound else "crash.unkept")


def _label(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _place(error: BaseException, trace: TracebackType | None) -> Place:
    frames = traceback.extract_tb(trace)
    last = (frames[-1].filename, frames[-1].lineno or 0) if frames else ("", 0)
    return f"{type(error).__name__}: {error}", *last
