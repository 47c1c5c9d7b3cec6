"""What the pointer can do on the canvas: one class per gesture, from press to release."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from desktop.canvas.receiving import Receivers
from desktop.canvas.scene import Scene, Studio
from desktop.canvas.view import View
from desktop.desk.desk import Desk
from desktop.desk.draft import Draft
from desktop.document.project import Project
from desktop.layout.places import Rect
from desktop.layout.style import Words

Keys = Qt.KeyboardModifier
NO_KEYS = Qt.KeyboardModifier.NoModifier


class Surface(Protocol):
    """What a tool may know of the canvas and do to it."""

    @property
    def desk(self) -> Desk: ...

    @property
    def words(self) -> Words: ...

    @property
    def scene(self) -> Scene: ...

    @property
    def view(self) -> View: ...

    @property
    def studio(self) -> Studio: ...

    @property
    def takers(self) -> Receivers: ...

    def scroll_to(self, x: int, y: int) -> None: ...

    def repaint_marks(self) -> None: ...

    def show_candidate(self, candidate: Project | None, lifted: frozenset[str]) -> Scene:
        """Shows a project that is not the session's yet, without the lifted things; None shows the session's again."""

    def write(self, draft: Draft, typed: str | None = None) -> bool:
        """Opens the text editor over a thing; what is written becomes one edit. `typed` takes the place of its text."""

    def corner_radius(self, card: str) -> float: ...

    def paint_card(self, painter: QPainter, scene: Scene, card: str, letters: bool = True) -> None: ...


class Tool(Protocol):
    """A gesture in progress; points are px of the window, `keys` those held down with it.

    `move` comes again when only the keys change. After `release` or `cancel` it is done for.
    """

    cursor: Qt.CursorShape

    @property
    def scrolls(self) -> tuple[bool, bool]:
        """Whether the map scrolls to the sides and up and down when the pointer comes to the rim of the window."""

    def move(self, at: QPointF, keys: Keys, /) -> None: ...

    def release(self, at: QPointF, keys: Keys, /) -> None: ...

    def cancel(self) -> None:
        """Leaves everything as it was at press."""

    def paint(self, painter: QPainter) -> None:
        """Draws the gesture's marks over the map."""


class Pan:
    """Moves the map with the pointer."""

    cursor = Qt.CursorShape.ClosedHandCursor
    scrolls = (False, False)

    def __init__(self, surface: Surface, at: QPointF) -> None:
        self._surface = surface
        self._from = at
        self._scroll = surface.view.scroll

    def move(self, at: QPointF, _keys: Keys) -> None:
        moved = at - self._from
        self._surface.scroll_to(self._scroll[0] - round(moved.x()), self._scroll[1] - round(moved.y()))

    def release(self, at: QPointF, keys: Keys) -> None:
        self.move(at, keys)

    def cancel(self) -> None:
        self._surface.scroll_to(*self._scroll)

    def paint(self, painter: QPainter) -> None:
        pass


def window_rect(view: View, rect: Rect) -> QRectF:
    """A rectangle of the map in px of the window."""
    x, y = view.to_window(rect.x, rect.y)
    return QRectF(round(x), round(y), round(rect.width * view.zoom), round(rect.height * view.zoom))


def in_sight(view: View, rects: Sequence[QRectF]) -> bool:
    """Whether the first of some rectangles, in px of the window, can be seen in it."""
    return bool(rects) and QRectF(0, 0, *view.window).intersects(rects[0])
