"""The result of a vote as a table: comma-separated for a file, or by tabs for the clipboard."""

import csv
import io
from collections.abc import Iterable, Sequence

from desktop.exchange.formulas import defused

MARK = "\ufeff"
"""The byte order mark, by which a spreadsheet knows the letters of a file."""

Cell = str | int | float


def written(heads: Sequence[str], rows: Iterable[Sequence[Cell]], *, separator: str = ",") -> str:
    """A line of heads and a line for each row, with the line ends of RFC 4180; texts that a spreadsheet would run are
    made mere texts, figures stay figures with a point."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    writer.writerow(map(defused, heads))
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return out.getvalue()


def encoded(table: str, *, marked: bool = True) -> bytes:
    """As UTF-8, with a byte order mark unless told otherwise."""
    return ((MARK if marked else "") + table).encode()


def _cell(cell: Cell) -> Cell:
    if isinstance(cell, float):
        return f"{cell:.2f}".rstrip("0").rstrip(".")
    return defused(cell) if isinstance(cell, str) else cell
