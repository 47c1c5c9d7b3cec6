"""Lines that nobody has entered yet: in the journal while they are typed, back in their fields at the next start."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, SignalInstance
from PySide6.QtWidgets import QWidget

from desktop.canvas.viewer import single_shot
from desktop.session import Session

EVERY = 1000
"""Ms until what is typed reaches the journal."""


class Line(Protocol):
    """A field that means nothing before it is entered."""

    @property
    def jotted(self) -> str:
        """What stands in it, for `take_up`; "" for nothing."""

    def take_up(self, jotted: str) -> None:
        """Has in it what stood there once."""

    def commit(self) -> None:
        """Enters it. What is refused stays where it is."""


@dataclass(frozen=True, slots=True)
class Jotter:
    """A line, and what tells that something else stands in it."""

    line: Line
    changed: SignalInstance


class Jottings(QObject):
    """Of a window, by names that the journal has them by.

    A window that is closed enters them; one that is left for now, `staying`, keeps them for whoever goes on.
    """

    def __init__(self, window: QWidget, session: Session, jotters: Mapping[str, Jotter]) -> None:
        super().__init__(window)
        self.staying = False
        self._session = session
        self._jotters = jotters
        self._kept: Mapping[str, str] = {}
        self.pause = single_shot(self, EVERY, self.keep)
        for jotter in jotters.values():
            jotter.changed.connect(self._note)
        window.installEventFilter(self)

    @property
    def lines(self) -> Mapping[str, str]:
        """What stands in those that are not empty."""
        found = {name: jotter.line.jotted for name, jotter in self._jotters.items()}
        return {name: jotted for name, jotted in found.items() if jotted}

    def put_back(self, lines: Mapping[str, str]) -> None:
        """Goes on with what was typed elsewhere, or before the program ended."""
        for name, jotted in lines.items():
            if name in self._jotters:
                self._jotters[name].line.take_up(jotted)
        self.keep()

    def keep(self) -> None:
        """Gives the journal what stands in the lines now."""
        self.pause.stop()
        lines, journal = self.lines, self._session.journal
        if journal is not None and lines != self._kept:
            self._kept = lines
            journal.jot(lines)

    def settle(self) -> None:
        """The window is left for now: the lines are on the disk, or where that cannot be, they are entered."""
        self.keep()
        journal = self._session.journal
        if self.lines and (journal is None or not journal.flush()):
            self.enter()

    def enter(self) -> None:
        """What stands in the lines counts."""
        for jotter in self._jotters.values():
            jotter.line.commit()

    def leave(self) -> None:
        """The window is closed for good; what could not be entered is kept."""
        self.keep()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and not self.staying:
            self.enter()
        return False

    def _note(self) -> None:
        """A line that is empty again was entered or given up: it must not come back."""
        if self._kept and not self._kept.keys() <= self.lines.keys():
            self.keep()
        elif not self.pause.isActive():
            self.pause.start()
