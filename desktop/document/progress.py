"""How far long work is, and how it ends where nobody wants the rest of it."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from desktop.document.errors import EditError

T = TypeVar("T")

Told = Callable[[float], bool]
"""Hears which share is done, 0 to 1; its answer False ends the work."""

AT_ONCE = 2_000
"""Rows after which it is told how far the work is."""


class CancelledError(EditError):
    """Nothing is wrong: somebody has changed his mind."""

    def __init__(self) -> None:
        super().__init__("cancelled")


def step(told: Told | None, share: float) -> None:
    """Tells which share is done. Raises CancelledError where nobody wants the rest."""
    if told is not None and not told(min(max(share, 0.0), 1.0)):
        raise CancelledError


def followed(rows: Iterable[T], told: Told | None, share: Callable[[int], float]) -> Iterator[T]:
    """The rows, of which it is told now and then how many there were; `share` makes a share of their number."""
    for number, row in enumerate(rows):
        if not number % AT_ONCE:
            step(told, share(number))
        yield row


class Progress:
    """How far work in several parts is, of so many rows in all."""

    def __init__(self, told: Told | None, rows: int) -> None:
        self._told = told
        self._rows = rows or 1
        self._done = 0

    def of(self, rows: Iterable[T]) -> Iterator[T]:
        """The rows of the next part. Raises CancelledError where nobody wants the rest."""
        before = self._done
        for row in followed(rows, self._told, lambda number: (before + number) / self._rows):
            self._done += 1
            yield row
