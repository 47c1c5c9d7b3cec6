"""Tables of any program as rows of text: CSV, TSV and other separated text in any encoding, XLSX, XLS and ODS."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from desktop.document.progress import Told, followed
from desktop.exchange import sheets
from desktop.exchange.gridding import GridError, limited, narrow
from desktop.exchange.lettercodes import decoded

DELIMITERS = ("\t", ";", "|", ",")
"""Of two that fit as well the first is taken: commas stand in texts and numbers, too."""

ALONE = "\x1f"
"""What stands nowhere: for a table of a single column."""

_BY_NAME = {".tsv": "\t", ".tab": "\t"}
_LOOKED_AT = 100
"""Rows by which a table's delimiter is told."""

_EVEN = 0.5
"""From this share of rows that are alike on they are rows of such cells."""

_ONE_CELL = 100
"""Lines in one cell from which a quotation mark was never closed."""

_TOLD = "sep="
"""So begins the line in which Excel says what stands between cells."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a table as text without blanks round them, rows as long as they are written, without empty ones.

    lines: on which line of the file each row begins, from 1; the row's number in a workbook. delimiter, encoding: ""
    in a workbook, where `sheet` is one of `sheets`.
    """

    rows: list[list[str]]
    lines: Sequence[int]
    delimiter: str = ""
    encoding: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()


def read_grid(
    data: bytes, name: str, *, told: Told | None = None, encoding: str = "", delimiter: str = "", sheet: str = ""
) -> Grid:
    """The table in a file of this name; encoding, delimiter and sheet are found out unless said.

    told(share): how much is read, 0 to 1; where it answers False, the work ends with a CancelledError.
    Raises GridError, which desk.sentence words.
    """
    if not data.strip(b'\0 \t\r\n,;|"'):
        raise GridError("empty")
    if sheets.is_workbook(data):
        rows, sheet, names = sheets.read(data, sheet, told)
        return Grid(*_filled(enumerate(rows, 1)), sheet=sheet, sheets=names)
    text, encoding = decoded(data, encoding)
    text, skipped, said = _told_by_excel(text)
    delimiter = delimiter or said or delimiter_of(text, name)
    numbered = _read(text, delimiter, told)
    return Grid(*_filled((line + skipped, row) for line, row in numbered), delimiter=delimiter, encoding=encoding)


def delimiter_of(text: str, name: str = "") -> str:
    """What stands between the cells: what cuts most rows into the same number of them; ALONE where nothing does."""
    by_name = next((mark for end, mark in _BY_NAME.items() if name.lower().endswith(end)), "")
    marks = dict.fromkeys((by_name, *DELIMITERS) if by_name else DELIMITERS)
    found = [(mark, *_evenness(text, mark)) for mark in marks]
    best, even, headed = max(found, key=lambda one: one[1])
    return best if even >= _EVEN or (even and headed) else ALONE


def _evenness(text: str, mark: str) -> tuple[float, bool]:
    """Which share of the first rows has the usual number of cells, more than one; whether the first has several."""
    try:
        rows = islice(csv.reader(io.StringIO(text, newline=""), delimiter=mark), _LOOKED_AT)
        widths = [len(row) for row in rows if any(row)]
    except csv.Error:
        return 0.0, False
    several = Counter(width for width in widths if width > 1)
    often = max(several.values(), default=0)
    return often / (len(widths) or 1), bool(widths) and widths[0] > 1


def _told_by_excel(text: str) -> tuple[str, int, str]:
    """The text without a line such as “sep=;”, how many lines that were, and what it says."""
    first, _, rest = text.partition("\n")
    mark = first.strip("\r\"' ")
    if mark.lower().startswith(_TOLD) and len(mark) == len(_TOLD) + 1:
        return rest, 1, mark[-1]
    return text, 0, ""


def _read(text: str, delimiter: str, told: Told | None) -> Iterator[tuple[int, list[str]]]:
    """The rows with the numbers of the lines on which they begin. Raises GridError."""
    stream = io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", ""), newline="")
    reader = csv.reader(stream, delimiter=delimiter)
    whole = len(text) or 1
    begins = 1
    try:
        for row in followed(limited(reader), told, lambda _: stream.tell() / whole):
            narrow(row)
            _refuse_open(row, begins, reader.line_num)
            yield begins, [cell.strip() for cell in row]
            begins = reader.line_num + 1
    except csv.Error as error:
        raise GridError("quotes", line=str(begins)) from error


def _refuse_open(row: list[str], begins: int, ends: int) -> None:
    """A quotation mark that is never closed swallows the rest of the file."""
    if ends - begins > _ONE_CELL and any(cell.count("\n") > _ONE_CELL for cell in row):
        raise GridError("quotes", line=str(begins))


def _filled(numbered: Iterable[tuple[int, list[str]]]) -> tuple[list[list[str]], list[int]]:
    """The rows that hold anything, and their lines. Raises GridError where there are none."""
    pairs = [(line, row) for line, row in numbered if any(row)]
    if not pairs:
        raise GridError("empty")
    return [row for _, row in pairs], [line for line, _ in pairs]
