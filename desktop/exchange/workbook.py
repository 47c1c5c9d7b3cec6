"""Tables as a workbook. Its library takes longer to load than a start may, so that nothing else imports this."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from desktop.exchange.ledger import Ledger
from desktop.exchange.votes import Cell

WIDTHS = {
    44: ("opportunity", "tactic", "hypothesis"),
    40: ("answers", "experiment", "result"),
    32: ("tactics", "experiments", "benefit", "contradicts", "decision"),
    28: ("when", "touchpoint", "variants", "outcomes"),
    22: ("metric", "segment", "form"),
    18: ("owner",),
    12: ("due", "status", "start", "end"),
}
"""Letters, and the columns that are so wide; the others are as wide as their heads."""

DAYS = ("due", "start", "end")
"""Columns whose days are dates."""

DAY, SHEET, LONGEST = 10, 31, 32_767
"""Letters of a date with its day; that the name of a sheet may have, and a cell."""

FIRST = "1900-03-01"
"""The day from which spreadsheets agree on the number of a date."""


class _Formats(NamedTuple):
    strong: Format
    plain: Format
    tenths: Format
    day: Format


def xlsx_of(ledgers: Sequence[Ledger], title: str) -> bytes:
    """A workbook with a sheet for each, its heads fixed, to be filtered; days are dates.

    Texts are stored as texts, which no spreadsheet runs, so they need no apostrophe. The same tables give the same
    bytes.
    """
    made = BytesIO()
    book = Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title, "created": datetime(2000, 1, 1, tzinfo=UTC)})
    formats = _Formats(
        book.add_format({"bold": True, "bottom": 2, "valign": "top"}),
        book.add_format({"text_wrap": True, "valign": "top"}),
        book.add_format({"num_format": "0.0", "valign": "top"}),
        book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"}),
    )
    for ledger in ledgers:
        _fill(book.add_worksheet(ledger.title[:SHEET]), ledger, formats)
    book.close()
    return made.getvalue()


def _fill(sheet: Worksheet, ledger: Ledger, formats: _Formats) -> None:
    """Heads and rows, and how they are seen and printed."""
    for at, (code, head) in enumerate(zip(ledger.codes, ledger.heads, strict=True)):
        usual = max(7, len(head) + 2)
        sheet.set_column(at, at, next((width for width, codes in WIDTHS.items() if code in codes), usual))
        sheet.write_string(0, at, head, formats.strong)
    for number, row in enumerate(ledger.rows, 1):
        for at, cell in enumerate(row):
            _write(sheet, (number, at), cell, formats, day=ledger.codes[at] in DAYS)
    sheet.freeze_panes(1, ledger.codes.index(ledger.key) + 1)
    sheet.autofilter(0, 0, max(1, len(ledger.rows)), len(ledger.codes) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _write(sheet: Worksheet, at: tuple[int, int], cell: Cell, formats: _Formats, *, day: bool) -> None:
    if day and len(str(cell)) == DAY and str(cell) >= FIRST:
        sheet.write_datetime(*at, datetime.fromisoformat(str(cell)), formats.day)
    elif isinstance(cell, str):
        sheet.write_string(*at, cell[:LONGEST], formats.plain)
    else:
        sheet.write_number(*at, cell, formats.tenths if isinstance(cell, float) else formats.plain)
