"""A backlog as a workbook. Its library takes longer to load than a start may, so that nothing else imports this."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook

from desktop.document.journey import JourneyMap
from desktop.exchange.backlog import COLUMNS, heads, row
from desktop.layout.style import Words
from desktop.method.backlog import Entry

WIDTHS = {"opportunity": 44, "answers": 40, "owner": 18, "due": 12, "status": 12, "tactics": 32, "experiments": 32}
"""Letters; the others are as wide as their heads."""

DAY, SHEET, LONGEST = 10, 31, 32_767
"""Letters of a date with its day; that the name of a sheet may have, and a cell."""


FIRST = "1900-03-01"
"""The day from which spreadsheets agree on the number of a date."""


def xlsx_of(entries: Sequence[Entry], journey: JourneyMap, words: Words) -> bytes:
    """A workbook with one sheet, its heads fixed, to be filtered; days are dates.

    Texts are stored as texts, which no spreadsheet runs, so they need no apostrophe. The same entries give the same
    bytes.
    """
    made = BytesIO()
    book = Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": journey.title, "created": datetime(2000, 1, 1, tzinfo=UTC)})
    sheet = book.add_worksheet(words("topics.title_backlog")[:SHEET])
    strong = book.add_format({"bold": True, "bottom": 2, "valign": "top"})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    tenths = book.add_format({"num_format": "0.0", "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"})
    for at, (code, head) in enumerate(zip(COLUMNS, heads(words), strict=True)):
        sheet.set_column(at, at, WIDTHS.get(code, max(7, len(head) + 2)))
        sheet.write_string(0, at, head, strong)
    for number, entry in enumerate(entries, 1):
        for at, cell in enumerate(row(entry, journey, words)):
            if COLUMNS[at] == "due" and len(str(cell)) == DAY and str(cell) >= FIRST:
                sheet.write_datetime(number, at, datetime.fromisoformat(str(cell)), day)
            elif isinstance(cell, str):
                sheet.write_string(number, at, cell[:LONGEST], plain)
            else:
                sheet.write_number(number, at, cell, tenths if isinstance(cell, float) else plain)
    sheet.freeze_panes(1, COLUMNS.index("opportunity") + 1)
    sheet.autofilter(0, 0, max(1, len(entries)), len(COLUMNS) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()
    return made.getvalue()
