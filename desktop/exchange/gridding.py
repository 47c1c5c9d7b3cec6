"""What the readers of tables share: how they refuse, how they tell how far they are, and how much they take."""

from collections.abc import Callable, Iterable, Iterator, Sized
from typing import TypeVar

from desktop.document.errors import EditError

T = TypeVar("T")
Told = Callable[[float], bool]
"""Hears which share is done, 0 to 1; its answer False ends the work."""

MOST_ROWS, MOST_COLUMNS, MOST_LETTERS = 1_000_000, 2_000, 50_000_000
AT_ONCE = 2_000
"""Rows after which it is told how far the work is."""


class GridError(EditError):
    """A table that cannot be read, or of which nobody wants the rest (`cancelled`); worded as `refused.grid.…`."""

    def __init__(self, code: str, **arguments: str) -> None:
        super().__init__(f"grid.{code}", **arguments)

    @property
    def cancelled(self) -> bool:
        """Whether nothing is wrong with the table: somebody has changed his mind."""
        return self.code == "grid.cancelled"


def step(told: Told | None, share: float) -> None:
    """Tells which share is done. Raises GridError where nobody wants the rest."""
    if told is not None and not told(min(max(share, 0.0), 1.0)):
        raise GridError("cancelled")


def counted(rows: Iterable[T], told: Told | None, share: Callable[[int], float]) -> Iterator[T]:
    """The rows, of which it is told now and then how many there were; `share` makes a share of their number.

    Raises GridError where there are more of them than anybody can have meant.
    """
    for number, row in enumerate(rows):
        if not number % AT_ONCE:
            step(told, share(number))
        if number >= MOST_ROWS:
            raise GridError("rows_many", most=f"{MOST_ROWS:,}")
        yield row


def narrow(row: Sized) -> None:
    """Raises GridError for a row of more columns than anybody can have meant."""
    if len(row) > MOST_COLUMNS:
        raise GridError("columns_many", most=f"{MOST_COLUMNS:,}")
