"""Pinching on a touchpad."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent
from PySide6.QtWidgets import QWidget

Pinched = Callable[[float, QPointF], None]
"""Takes the factor by which fingers moved apart, and the point between them in px of the surface."""


class Pinch(QObject):
    """Listens to a surface for as long as that lives."""

    def __init__(self, surface: QWidget, pinched: Pinched) -> None:
        super().__init__(surface)
        self._pinched = pinched
        surface.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self._pinched(1 + event.value(), event.position())
            return True
        return False
