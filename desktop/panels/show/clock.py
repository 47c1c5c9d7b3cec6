"""The time that a run of show goes by."""

import time
from collections.abc import Callable

Seconds = Callable[[], float]


def passed() -> float:
    """Seconds since some moment; they go by while the machine sleeps, and nobody can set them."""
    if not hasattr(time, "clock_gettime"):
        return time.monotonic()
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))  # Linux stops the latter in sleep


class SteadyClock:
    """Seconds since 1970 as they were on the wall when it was `set`, and what has gone by since.

    Whoever sets the machine's clock in the middle of a workshop takes nobody's time away.
    """

    def __init__(self, wall: Seconds = time.time, passed: Seconds = passed) -> None:
        self._wall = wall
        self._passed = passed
        self.set()

    def set(self) -> None:
        """From now on by the wall as it is."""
        self._ahead = self._wall() - self._passed()

    def __call__(self) -> float:
        return self._passed() + self._ahead
