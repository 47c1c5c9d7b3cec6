"""Workbooks of Excel 5 to 2003, gone through before a reader gets them: broken figures would have it fill the memory.

Microsoft (2024), "[MS-XLS]: Excel Binary File Format (.xls) Structure", 2.4.
"""

from collections.abc import Iterator
from struct import Struct, error, unpack_from

from desktop.exchange.compound import CompoundError, opened
from desktop.exchange.gridding import GridError

ROWS, COLUMNS = 65_536, 256
"""Of a sheet, at most."""

_ENCRYPTED = "encryptedpackage"
_RECORD = Struct("<HH")
_END, _LOCKED, _SHEET, _SIZE, _TEXTS = 0x0A, 0x2F, 0x85, 0x200, 0xFC
"""Records: the end of a part, a password, where a sheet begins, how large it is, all texts."""

_CELLS = frozenset((0x06, 0xBD, 0xBE, 0xD6, 0xFD, 0x201, 0x203, 0x204, 0x205, 0x27E, 0x406))
"""Records that begin with a row and a column."""


def sound(data: bytes) -> bytes:
    """The workbook, filled up to whole sectors. Raises GridError for a broken one, one with a password, and none."""
    try:
        held = opened(data)
        book = held.stream("workbook") or held.stream("book")
        if _ENCRYPTED in held.streams or any(sort == _LOCKED for sort, _ in _records(book, 0)):
            raise GridError("password")
        _check(book)
    except (CompoundError, error) as broken:
        raise GridError("workbook") from broken
    if not book:
        raise GridError("is_binary")
    return held.data


def _check(book: bytes) -> None:
    """Raises CompoundError where a figure is larger than it can be."""
    sheets = []
    for sort, body in _records(book, 0):
        if sort == _SHEET:
            sheets.append(unpack_from("<I", body)[0])
        elif sort == _TEXTS and max(unpack_from("<II", body)) > len(book):
            raise CompoundError("texts")
    for begins in dict.fromkeys(sheets):
        for sort, body in _records(book, begins):
            if sort == _SIZE:
                _check_size(body)
            elif sort in _CELLS and unpack_from("<HH", body)[1] >= COLUMNS:
                raise CompoundError("column")


def _check_size(body: bytes) -> None:
    """Raises CompoundError where the sheet ends before it begins, or far beyond its last cell."""
    first, last, left, right = unpack_from("<IIHH" if len(body) >= 12 else "<HHHH", body)
    if not (first <= last <= ROWS and left <= right <= COLUMNS):
        raise CompoundError("size")


def _records(book: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Sorts and contents of the records of a part."""
    while at + _RECORD.size <= len(book):
        sort, size = _RECORD.unpack_from(book, at)
        at += _RECORD.size
        yield sort, book[at : at + size]
        if sort == _END:
            return
        at += size
