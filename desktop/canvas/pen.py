"""A pen on the canvas: it drags and selects like a mouse, whatever fingers do meanwhile."""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QTabletEvent

from desktop.canvas.asmouse import AsMouse, Kind
from desktop.canvas.canvas import Canvas

STAYS = 1_000
"""Ms after its last movement for which a pen that touches nothing is near: while it is, it tells of itself about a
hundred times a second, and hands put it away more slowly than they lift it."""

RIGHT = Qt.MouseButton.RightButton


class Pen(QObject):
    """Listens to a canvas for as long as that lives. came(): a pen that was away is near now."""

    came = Signal()

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._mouse = AsMouse(canvas.viewport())
        self._heard = QElapsedTimer()
        self.down = False
        canvas.viewport().setAttribute(Qt.WidgetAttribute.WA_TabletTracking)
        canvas.viewport().installEventFilter(self)

    @property
    def near(self) -> bool:
        """Whether somebody holds a pen to the canvas, so that a hand on it means nothing."""
        return self.down or (self._heard.isValid() and not self._heard.hasExpired(STAYS))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        return isinstance(event, QTabletEvent) and self._heed(event)

    def _heed(self, event: QTabletEvent) -> bool:
        """Whether the event was about the map; what lies over it has the pen as a mouse."""
        near = self.near
        self._heard.start()
        if not near:
            self.came.emit()
        at = event.position()
        if not self.down and self._canvas.viewport().childAt(at.toPoint()) is not None:
            event.ignore()
            return False
        event.accept()
        keys = event.modifiers()
        if event.type() == Kind.TabletPress:
            self.down = True
            self._mouse.press(at, keys, event.button())
        elif event.type() == Kind.TabletMove:
            self._mouse.move(at, keys, event.buttons())
        elif event.type() == Kind.TabletRelease:
            self.down = False
            self._mouse.release(at, keys, event.button())
            if event.button() == RIGHT:
                self._mouse.ask_menu(at, keys)
        return True
