"""Fingers on the canvas: one takes hold of things, taps and holds; two move and scale the map."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QEventPoint, QInputDevice, QTouchEvent

from desktop.canvas.asmouse import AsMouse, Kind
from desktop.canvas.canvas import Canvas
from desktop.canvas.pen import Pen
from desktop.canvas.pick import Where
from desktop.canvas.spread import Fingers, Spread
from desktop.canvas.tools import Keys
from desktop.canvas.viewer import single_shot
from desktop.document.edits.cards import Spot

HOLD = 500
"""Ms after which a finger that stays where it came down asks for the menu."""

SLIP = 10.0
"""Px that a finger may slip while it taps or holds."""

PAPER = (Where.NOTHING, Where.CELL, Where.HEAD)
"""Where there is nothing to take hold of but the map itself."""


@dataclass(slots=True)
class Alone:
    """One finger: where it came down, and what was selected and aimed at then; `dragging` something, or `done`."""

    finger: int
    start: QPointF
    selected: frozenset[str]
    target: Spot | None
    keys: Keys
    dragging: bool = False
    done: bool = False


class Touch(QObject):
    """Listens to a canvas for as long as that lives. touched(): a finger has come down.

    One finger waits until it moves or is lifted before it is told as a press, so that a second one finds nothing to
    be taken back; what has been dragged by then goes back to where it was.
    """

    touched = Signal()

    def __init__(self, canvas: Canvas, pen: Pen) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._pen = pen
        self._mouse = AsMouse(canvas.viewport())
        self._alone: Alone | None = None
        self._spread: Spread | None = None
        self._holding = single_shot(self, HOLD, self._ask_menu)
        canvas.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        canvas.viewport().installEventFilter(self)
        pen.came.connect(self.cancel)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QTouchEvent):
            return False
        screen = event.deviceType() == QInputDevice.DeviceType.TouchScreen  # a touchpad scrolls by itself
        if not screen or (event.type() == Kind.TouchBegin and not self._may_begin(event)):
            event.ignore()
        else:
            event.accept()
            self._heed(event)
        return True

    def cancel(self) -> None:
        """Whatever fingers were doing ends without a trace; the map stays where it is."""
        self._let_go()
        self._spread = None

    def _may_begin(self, event: QTouchEvent) -> bool:
        """Whether a touch is about the map, and not about what lies over it."""
        self.touched.emit()
        at = event.points()[0].position().toPoint()
        return self._canvas.has_scene and self._canvas.viewport().childAt(at) is None

    def _heed(self, event: QTouchEvent) -> None:
        there = {
            point.id(): point.position() for point in event.points() if point.state() != QEventPoint.State.Released
        }
        if event.type() == Kind.TouchCancel:
            self.cancel()
        elif event.type() == Kind.TouchBegin and len(there) == 1 and not self._pen.near:
            self._put_down(event.points()[0], event.modifiers())
        elif self._pen.down:
            self.cancel()
        elif self._alone is not None and len(there) < 2:
            self._go_on(event.points()[0].position(), lifted=not there)
        else:
            self._move_map(there)

    def _put_down(self, point: QEventPoint, keys: Keys) -> None:
        desk, self._spread = self._canvas.desk, None
        self._alone = Alone(point.id(), point.position(), desk.selected, desk.target, keys)
        self._holding.start()

    def _go_on(self, at: QPointF, *, lifted: bool) -> None:
        alone = self._alone
        if alone is None:
            return
        if lifted:
            self._lift(alone, at)
        elif alone.dragging:
            self._mouse.move(at, alone.keys)
        elif not alone.done and (at - alone.start).manhattanLength() > SLIP:
            self._take_hold(alone, at)

    def _lift(self, alone: Alone, at: QPointF) -> None:
        self._holding.stop()
        self._alone = None
        if alone.dragging:
            self._mouse.release(at, alone.keys)
        elif not alone.done:
            self._mouse.press(alone.start, alone.keys)
            self._mouse.release(alone.start, alone.keys)

    def _take_hold(self, alone: Alone, at: QPointF) -> None:
        """Of what is under the finger, or of the map."""
        self._holding.stop()
        if self._canvas.hit(alone.start).where in PAPER:
            self._alone, self._spread = None, Spread(self._canvas, {alone.finger: alone.start})
            self._spread.follow({alone.finger: at})
            return
        alone.dragging = True
        self._mouse.press(alone.start, alone.keys)
        self._mouse.move(at, alone.keys)

    def _move_map(self, fingers: Fingers) -> None:
        self._let_go()
        if not fingers:
            self._spread = None
        elif self._spread is None:
            self._spread = Spread(self._canvas, fingers)
        else:
            self._spread.follow(fingers)

    def _let_go(self) -> None:
        """What one finger had begun is as it was."""
        self._holding.stop()
        alone, self._alone = self._alone, None
        if alone is not None and alone.dragging:
            self._canvas.drop_tool()
            self._canvas.desk.select(alone.selected)
            self._canvas.desk.aim(alone.target)

    def _ask_menu(self) -> None:
        if self._alone is not None:
            self._alone.done = True
            self._mouse.ask_menu(self._alone.start, self._alone.keys)
