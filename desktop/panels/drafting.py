"""Text that is being typed reaches the journal each second, before anybody hands it in."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop.canvas.viewer import single_shot
from desktop.desk.desk import Desk
from desktop.document.project import Project

EVERY = 1000
"""Ms between two looks at what is being typed."""


@runtime_checkable
class Editor(Protocol):
    """A widget that one types into, or one that holds such a widget."""

    def rehearse(self) -> None:
        """Does on the desk what handing in would do, and nothing else; called by `Desk.rehearse`."""


class Drafting(QObject):
    """Looks at the editor that has a window's focus, as long as one has it; until `leave`."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._kept: Project | None = None
        self.timer = QTimer(self)
        self.timer.setInterval(EVERY)
        self.timer.timeout.connect(self.keep)
        self._ending = single_shot(self, 0, self._end)
        self._application = QApplication.instance()
        if isinstance(self._application, QApplication):
            self._application.focusChanged.connect(self._follow)
        desk.session.changed.connect(self._note_edit)

    def leave(self) -> None:
        """Nothing is typed in this window any more."""
        self.timer.stop()
        self._ending.stop()
        if isinstance(self._application, QApplication):
            self._application.focusChanged.disconnect(self._follow)
        self._desk.session.changed.disconnect(self._note_edit)

    def keep(self) -> None:
        """Gives the journal what the project would be with the text as it stands now."""
        editor = self._editor()
        self._give(self._desk.rehearse(editor.rehearse) if editor is not None else None)

    def _follow(self) -> None:
        if not isValid(self._window):
            return  # it goes without having been closed: the program ends
        if self._editor() is None:
            self._ending.start()  # an editor that hands its text in lets go of the focus before
        elif not self.timer.isActive():
            self.timer.start()

    def _end(self) -> None:
        if self._editor() is None:
            self.timer.stop()
            self._give(None)

    def _give(self, candidate: Project | None) -> None:
        if candidate != self._kept:  # quick: what was not typed is the same object
            self._kept = candidate
            self._desk.session.draft(candidate)

    def _note_edit(self, _before: Project, _after: Project) -> None:
        """An edit ends the draft by itself."""
        self._kept = None

    def _editor(self) -> Editor | None:
        """The editor with the window's focus, which it keeps while its menu is open."""
        widget: QWidget | None = self._window.focusWidget()
        while widget is not None and widget is not self._window:
            if isinstance(widget, Editor):
                return widget
            widget = widget.parentWidget()
        return None
