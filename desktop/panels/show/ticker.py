"""What makes a run of show go on by the second."""

import math

from PySide6.QtCore import QObject, Qt, QTimer

from desktop.desk.show import Show

LATE = 10
"""Ms behind the second, so that the second is surely over."""


class Ticker(QObject):
    """Ticks when the time of the current point comes to its next whole second, and never while nothing runs."""

    def __init__(self, show: Show, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        show.changed.connect(self._follow)

    @property
    def ticking(self) -> bool:
        """Whether another second will be told."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Nothing is told any more, until something changes."""
        self._timer.stop()

    def _tick(self) -> None:
        self._show.tick()
        self._follow()

    def _follow(self) -> None:
        if not self._show.running:
            self._timer.stop()
            return
        signed = self._show.remaining - self._show.overrun
        rest = 1.0 if self._show.paused else signed - math.floor(signed)
        self._timer.start(round((rest or 1.0) * 1000) + LATE)
