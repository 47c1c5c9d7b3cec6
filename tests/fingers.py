"""Fingers and a pen over a canvas, with the events that a touch screen and a tablet send."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointerEvent, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest

SCREEN = []
STYLUS = []


def screen():
    """The touch screen, one for all tests: Qt keeps it for as long as it runs."""
    if not SCREEN:
        SCREEN.append(QTest.createTouchDevice())
    return SCREEN[0]


def stylus():
    """The pen, one for all tests."""
    if not STYLUS:
        kind, pointer = QInputDevice.DeviceType.Stylus, QPointingDevice.PointerType.Pen
        able = QInputDevice.Capability.Position | QInputDevice.Capability.Hover
        STYLUS.append(QPointingDevice("pen", 7, kind, pointer, able, 1, 2))
    return STYLUS[0]


class Fingers:
    """Each finger has a number; `down` holds where they are, in px of the viewport."""

    def __init__(self, viewport):
        self._viewport = viewport
        self.down = {}

    def press(self, finger, at):
        self._send(finger, at, "press")
        self.down[finger] = QPoint(at)

    def move(self, **to):
        """Fingers by f0, f1 … move at once, in a few steps."""
        ways = {int(name[1:]): at for name, at in to.items()}
        before = dict(self.down)
        for step in (1, 2, 3, 4):
            sequence = self._sequence()
            for finger, at in before.items():
                self.down[finger] = at + (ways.get(finger, at) - at) * step / 4
                sequence.move(finger, self.down[finger], self._viewport)
            sequence.commit()

    def lift(self, finger):
        self._send(finger, self.down.pop(finger), "release")

    def tap(self, at):
        self.press(0, at)
        self.lift(0)

    def drag(self, start, to):
        self.press(0, start)
        self.move(f0=to)
        self.lift(0)

    def _sequence(self):
        return QTest.touchEvent(self._viewport, screen(), False)

    def _send(self, finger, at, what):
        sequence = self._sequence()
        for other in self.down.keys() - {finger}:
            sequence.move(other, self.down[other], self._viewport)  # `stationary` forgets where it is
        getattr(sequence, what)(finger, at, self._viewport)
        sequence.commit()


class Stylus:
    """A pen over a widget."""

    def __init__(self, widget):
        self._widget = widget

    def hover(self, at):
        self._send(QEvent.Type.TabletMove, at, Qt.MouseButton.NoButton, Qt.MouseButton.NoButton)

    def press(self, at, button=Qt.MouseButton.LeftButton):
        self._send(QEvent.Type.TabletPress, at, button, button)

    def move(self, at, button=Qt.MouseButton.LeftButton):
        self._send(QEvent.Type.TabletMove, at, Qt.MouseButton.NoButton, button)

    def release(self, at, button=Qt.MouseButton.LeftButton):
        self._send(QEvent.Type.TabletRelease, at, button, Qt.MouseButton.NoButton)

    def tap(self, at):
        self.press(at)
        self.release(at)

    def drag(self, start, to):
        self.press(start)
        for step in (1, 2, 3, 4):
            self.move(start + (to - start) * step / 4)
        self.release(to)

    def _send(self, kind, at, button, buttons):
        at, world = QPointF(at), QPointF(self._widget.mapToGlobal(QPointF(at)))
        none = Qt.KeyboardModifier.NoModifier
        event = QTabletEvent(kind, stylus(), at, world, 0.5, 0, 0, 0.0, 0.0, 0, none, button, buttons)
        assert isinstance(event, QPointerEvent)
        QCoreApplication.sendEvent(self._widget, event)
