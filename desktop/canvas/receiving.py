"""Where cards from the map may be dropped beside it, such as the inbox."""

from collections.abc import Callable, Collection, Hashable
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from desktop.document.project import Project


@dataclass(frozen=True, slots=True)
class Given:
    """What a drop outside the map does: `taking` makes the project without these cards on the map, or raises EditError.

    key: the same as long as a drop would do the same. label: of the undo step.
    """

    key: Hashable
    label: str
    taking: Callable[[Project, Collection[str]], Project] = field(compare=False)


class Receiver(Protocol):
    """A panel that takes cards."""

    def point(self, at: QPointF | None) -> Given | None:
        """Shows where cards would come in that are held at a point of the screen; None: they are held no more."""


class Receivers:
    """The panels that take cards from a canvas."""

    def __init__(self, viewport: QWidget) -> None:
        self._viewport = viewport
        self._all: list[Receiver] = []

    def add(self, receiver: Receiver) -> None:
        """One more."""
        self._all.append(receiver)

    def at(self, at: QPointF) -> Given | None:
        """What a drop does at a point of the canvas's window, in px; None where nobody takes anything."""
        place = QPointF(self._viewport.mapToGlobal(at))
        return next((given for each in self._all if (given := each.point(place)) is not None), None)

    def leave(self) -> None:
        """Nothing is held any more."""
        for each in self._all:
            each.point(None)
