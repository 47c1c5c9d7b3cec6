"""Drags whose preview is their result: what would be is shown until the button is released, and then is one edit."""

from abc import ABC, abstractmethod
from collections.abc import Hashable
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from desktop.canvas import marks
from desktop.canvas.pick import Hit
from desktop.canvas.shown import NOTHING
from desktop.canvas.tools import Keys, Surface
from desktop.document.errors import EditError
from desktop.document.project import Project

START = 5
"""Px that the pointer moves before a press becomes a drag."""

BEYOND = 40
"""Px beside the window within which a drop still counts: who overshoots while the map scrolls means the map."""

Goal = TypeVar("Goal", bound=Hashable)


class LiveDrag(ABC, Generic[Goal]):
    """One kind of drag says what the pointer means (`aim`) and what that makes of the project (`made`).

    A press that does not move is a click: it selects what `click` says, None for what is selected.
    """

    taken: ClassVar[Qt.CursorShape] = Qt.CursorShape.ClosedHandCursor
    """How the pointer looks while it drags."""

    scrolls: ClassVar[tuple[bool, bool]] = (True, True)
    """Whether the map scrolls to the sides and up and down when the pointer comes to the rim of the window."""

    selects: ClassVar[bool] = False
    """Whether a thing that is not selected is, alone, as soon as it is dragged."""

    def __init__(self, surface: Surface, hit: Hit, at: QPointF, click: frozenset[str] | None = None) -> None:
        self.cursor = self.taken
        self.surface = surface
        self.scene = surface.scene  # places are looked up in the layout as it was at press, or they would flicker
        self.held = hit.id
        self.at = at
        self.grip = (hit.x, hit.y)
        self.refused: EditError | None = None
        self.goal: Goal | None = None
        self.begun = False
        self._click = click
        self._start = at
        self._barred = False
        self._candidate: Project | None = None

    @property
    def chosen(self) -> frozenset[str]:
        """What is taken along: all that is selected, the held thing alone if it is not."""
        selected = self.surface.desk.selected
        return selected if self.held in selected else frozenset((self.held,))

    @property
    def marked(self) -> frozenset[str]:
        """Things that need no other marks while they are dragged."""
        return NOTHING

    @abstractmethod
    def aim(self, x: float, y: float, keys: Keys) -> Goal | None:
        """What a point of the map means; None where it means nothing."""

    @abstractmethod
    def made(self, goal: Goal) -> Project:
        """The project that a drop would make; EditError where it is impossible."""

    @abstractmethod
    def label(self) -> str:
        """What the edit is called."""

    @abstractmethod
    def paint_drag(self, painter: QPainter) -> None:
        """Marks over the map while it is dragged."""

    def check(self) -> None:
        """Raises EditError when the held thing cannot be dragged at all."""

    def move(self, at: QPointF, keys: Keys) -> None:
        self.at = at
        if not (self.begun or self._barred) and (at - self._start).manhattanLength() >= START:
            self._begin()
        if self.begun:
            self._seek(keys)
            self.surface.repaint_marks()

    def release(self, at: QPointF, keys: Keys) -> None:
        self.move(at, keys)
        candidate, refused, begun = self._candidate, self.refused, self.begun
        self.cancel()
        if begun and refused is not None:
            self.surface.desk.said.emit(self.surface.desk.sentence(refused))
        elif begun and candidate is not None:
            self.surface.desk.edit(self.label(), candidate)
        elif not begun and self._click is not None:
            self.surface.desk.select(self._click)

    def cancel(self) -> None:
        if self.begun:
            self.begun = False
            self.surface.show_candidate(None, NOTHING)

    def paint(self, painter: QPainter) -> None:
        if self.begun:
            self.paint_drag(painter)
            if self.refused is not None:
                sentence = self.surface.desk.sentence(self.refused)
                marks.caption(painter, self.at + QPointF(16, 16), sentence)

    def _begin(self) -> None:
        try:
            self.check()
        except EditError as error:
            self._barred = True
            self.cursor = Qt.CursorShape.ForbiddenCursor
            self.surface.desk.said.emit(self.surface.desk.sentence(error))
        else:
            self.begun = True
            if self.selects and self.held not in self.surface.desk.selected:
                self.surface.desk.select((self.held,))

    def _seek(self, keys: Keys) -> None:
        """Finds what the pointer means; something new makes a new candidate."""
        window = QRectF(0, 0, *self.surface.view.window).adjusted(-BEYOND, -BEYOND, BEYOND, BEYOND)
        point = self.surface.view.to_map(self.at.x(), self.at.y())
        goal = self.aim(*point, keys) if window.contains(self.at) else None
        if goal == self.goal:
            return
        self.goal, self.refused, self._candidate = goal, None, None
        if goal is not None:
            try:
                self._candidate = self.made(goal)
            except EditError as error:
                self.refused = error
        self.cursor = self.taken if self._candidate is not None else Qt.CursorShape.ForbiddenCursor
        self.surface.show_candidate(self._candidate, NOTHING)
