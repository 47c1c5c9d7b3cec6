"""A bug must not cost anybody's work: the program goes on, and shows what to report."""

import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.dialogs.questions import message_box
from desktop.layout.style import Words


class CrashHook:
    """Takes exceptions that nobody caught: the first is shown in a box, those while it is open are only printed.

    A fault in painting comes again with every frame; one box is enough.
    """

    def __init__(self, words: Words, ask_to_quit: Callable[[], None]) -> None:
        self._words = words
        self._ask_to_quit = ask_to_quit
        self.box: QMessageBox | None = None

    def install(self) -> None:
        """Puts itself in the place of `sys.excepthook`."""
        sys.excepthook = self

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._ask_to_quit()
            return
        report = "".join(traceback.format_exception(kind, error, trace))
        if sys.stderr is not None:  # a windowed program on Windows has none
            sys.stderr.write(report)
        if self.box is None and QApplication.instance() is not None:
            self.box = self._make_box(report)
            self.box.finished.connect(self._forget)
            self.box.open()

    def _make_box(self, report: str) -> QMessageBox:
        box = message_box(QApplication.activeWindow(), QMessageBox.Icon.Critical, self._words("crash.title"))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setInformativeText(self._words("crash.remedy"))
        box.setDetailedText(report)
        return box

    def _forget(self) -> None:
        self.box = None
