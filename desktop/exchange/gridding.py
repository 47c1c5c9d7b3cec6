"""What the readers of tables share: how they refuse, and how much they take."""

from collections.abc import Iterable, Iterator, Sized
from typing import TypeVar

from desktop.document.errors import EditError

T = TypeVar("T")

MOST_ROWS, MOST_COLUMNS = 1_000_000, 2_000


class GridError(EditError):
    """A table that cannot be read; worded as `refused.grid.…`."""

    def __init__(self, code: str, **arguments: str) -> None:
        super().__init__(f"grid.{code}", **arguments)


def limited(rows: Iterable[T]) -> Iterator[T]:
    """The rows. Raises GridError where there are more of them than anybody can have meant."""
    for number, row in enumerate(rows):
        if number >= MOST_ROWS:
            raise GridError("rows_many", most=f"{MOST_ROWS:,}")
        yield row


def narrow(row: Sized) -> None:
    """Raises GridError for a row of more columns than anybody can have meant."""
    if len(row) > MOST_COLUMNS:
        raise GridError("columns_many", most=f"{MOST_COLUMNS:,}")
