"""Workbooks of spreadsheets as rows of text: XLSX, XLSM, XLSB, XLS and ODS."""

import datetime as dt
import io
import zipfile
import zlib
from collections.abc import Iterator

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum, ZipError

from desktop.document.progress import Told, followed, step
from desktop.exchange.compound import SIGN
from desktop.exchange.extent import check_extent
from desktop.exchange.gridding import MOST_ROWS, GridError, narrow
from desktop.exchange.oldbook import sound

ZIP = b"PK\x03\x04"
_PANIC = "PanicException"
BROKEN = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error)
"""What comes of a damaged ZIP."""

LARGEST = 600 * 1024 * 1024
"""Bytes that a workbook may have unpacked."""

Cell = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta
_OPENED = 0.5
"""The share of the work that is done when the sheet is read: its cells are still to be made text."""


def is_workbook(data: bytes) -> bool:
    """Whether it is one by how it begins: a ZIP with sheets in it, or an old one."""
    if data.startswith(SIGN):
        return True
    return data.startswith(ZIP) and any(name.startswith("xl/") or name == "content.xml" for name, _ in _packed(data))


def read(data: bytes, sheet: str, told: Told | None = None) -> tuple[list[list[str]], str, tuple[str, ...]]:
    """The rows of a sheet from its first cell on, its name, and the names of all sheets that are shown.

    Without a name it is the sheet with the most cells. Raises GridError.
    """
    if sum(size for _, size in _packed(data)) > LARGEST:
        raise GridError("large", megabytes=str(LARGEST // 1024 // 1024))
    data = sound(data) if data.startswith(SIGN) else data
    step(told, 0.0)
    try:
        if data.startswith(ZIP):
            check_extent(data)
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            return _of(book, sheet, told)
    except PasswordError as error:
        raise GridError("password") from error
    except (CalamineError, ZipError, OSError, ValueError, *BROKEN) as error:
        raise GridError("workbook") from error
    except BaseException as error:  # what breaks in Rust comes as a class that nobody can name
        if type(error).__name__ != _PANIC:
            raise
        raise GridError("workbook") from error


def _of(book: CalamineWorkbook, wanted: str, told: Told | None) -> tuple[list[list[str]], str, tuple[str, ...]]:
    names = tuple(one.name for one in book.sheets_metadata if one.visible is SheetVisibleEnum.Visible)
    sheets = {name: book.get_sheet_by_name(name) for name in ([wanted] if wanted in names else names)}
    name = max(sheets, key=lambda one: sheets[one].height * sheets[one].width, default="")
    if not name or not sheets[name].height:
        raise GridError("empty")
    height = sheets[name].height
    if height > MOST_ROWS:
        raise GridError("rows_many", most=f"{MOST_ROWS:,}")
    cells = sheets[name].to_python(skip_empty_area=False)
    step(told, _OPENED)
    rows = followed(cells, told, lambda number: _OPENED + (1 - _OPENED) * number / height)
    return [_row(row) for row in rows], name, names


def _row(row: list[Cell]) -> list[str]:
    narrow(row)
    return [cell.strip() if type(cell) is str else _text(cell) for cell in row]


def _text(cell: Cell) -> str:
    """Numbers with a point and as short as they are; days and times as ISO writes them."""
    match cell:
        case bool():
            return "yes" if cell else "no"
        case float():
            return f"{cell:.15g}"
        case dt.datetime():
            return cell.isoformat(" ") if cell.time() else cell.date().isoformat()
        case _:
            return str(cell)


def _packed(data: bytes) -> Iterator[tuple[str, int]]:
    """The names and sizes of what a ZIP holds; nothing for another file. Raises GridError for a broken one."""
    if not data.startswith(ZIP):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from ((one.filename, one.file_size) for one in archive.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise GridError("workbook") from error
