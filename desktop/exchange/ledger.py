"""A table that goes out to spreadsheets: comma-separated, by tabs for the clipboard, or as sheets of a workbook."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

from desktop.exchange.votes import Cell, encoded, written


@dataclass(frozen=True, slots=True)
class Ledger:
    """`codes` name the columns, `heads` say them in words; `key` is the last of those that stay in sight. A cell is ""
    for what nobody has said; a day is written as in the file, a float with one decimal."""

    title: str
    codes: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    key: str


def csv_of(ledger: Ledger) -> bytes:
    """A line of heads and a line for each row."""
    return encoded(text_of(ledger))


def text_of(ledger: Ledger, separator: str = ",") -> str:
    """The same as text; by tabs for the clipboard."""
    return written(ledger.heads, map(_told, ledger.rows), separator=separator)


def xlsx_of(ledgers: Sequence[Ledger], title: str) -> bytes:
    """A workbook with a sheet for each; its library is loaded when the first is made."""
    book: bytes = import_module("desktop.exchange.workbook").xlsx_of(ledgers, title)
    return book


def _told(cells: Sequence[Cell]) -> list[Cell]:
    """Scores with one decimal, as on the screen."""
    return [f"{cell:.1f}" if isinstance(cell, float) else cell for cell in cells]
