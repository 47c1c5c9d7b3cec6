"""What a finger or a pen does, told to the canvas as what a mouse would do."""

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.canvas.tools import Keys

NEAR = 24.0
"""Px within which a second tap is on the same spot."""

Button = Qt.MouseButton
Kind = QEvent.Type


class AsMouse:
    """A mouse over a viewport that nobody holds; two presses soon after each other are a double click."""

    def __init__(self, viewport: QWidget) -> None:
        self._viewport = viewport
        self._since = QElapsedTimer()
        self._last = QPointF()

    def press(self, at: QPointF, keys: Keys, button: Button = Button.LeftButton) -> None:
        """A button goes down."""
        kind = Kind.MouseButtonDblClick if self._is_second(at, button) else Kind.MouseButtonPress
        self._send(kind, at, button, button, keys)

    def move(self, at: QPointF, keys: Keys, buttons: Button = Button.LeftButton) -> None:
        """The pointer moves with these buttons down."""
        self._send(Kind.MouseMove, at, Button.NoButton, buttons, keys)

    def release(self, at: QPointF, keys: Keys, button: Button = Button.LeftButton) -> None:
        """A button is let go."""
        self._send(Kind.MouseButtonRelease, at, button, Button.NoButton, keys)

    def ask_menu(self, at: QPointF, keys: Keys) -> None:
        """Whoever has a menu for this point opens it."""
        point, reason = at.toPoint(), QContextMenuEvent.Reason.Mouse
        event = QContextMenuEvent(reason, point, self._viewport.mapToGlobal(point), keys)
        QCoreApplication.sendEvent(self._viewport, event)

    def _is_second(self, at: QPointF, button: Button) -> bool:
        """Whether this press follows another one; a third begins anew."""
        again = (
            button is Button.LeftButton
            and self._since.isValid()
            and not self._since.hasExpired(QApplication.doubleClickInterval())
            and (at - self._last).manhattanLength() <= NEAR
        )
        self._last = at
        if again:
            self._since.invalidate()
        else:
            self._since.start()
        return again

    def _send(self, kind: Kind, at: QPointF, button: Button, buttons: Button, keys: Keys) -> None:
        viewport = self._viewport
        spots = at, QPointF(viewport.mapTo(viewport.window(), at)), viewport.mapToGlobal(at)
        QCoreApplication.sendEvent(viewport, QMouseEvent(kind, *spots, button, buttons, keys))
