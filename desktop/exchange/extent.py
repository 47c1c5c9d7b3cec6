"""How large the sheets of an XLSX workbook are once read: a reader keeps room for every cell as far as the last one."""

import io
import re
import zipfile
from collections.abc import Iterator

from desktop.exchange.gridding import GridError

MOST_CELLS = 60_000_000
"""More of them are no table: a single cell stands far away from it."""

_CHUNK, _TAIL = 1 << 20, 200
"""Bytes that are read at once, and those of them that are looked at again, since a tag may be cut."""

_COLUMN = re.compile(rb'\br="([A-Z]{1,3})\d+"')
_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*?\br="(\d{1,9})"')


def check_extent(data: bytes) -> None:
    """Raises GridError for a workbook with a sheet that nobody has room for."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for one in archive.infolist():
            if one.filename.startswith("xl/worksheets/") and one.filename.endswith(".xml"):
                wide, high = _extent(_chunks(archive, one))
                if wide * high > MOST_CELLS:
                    raise GridError("sparse")


def _extent(chunks: Iterator[bytes]) -> tuple[int, int]:
    """The last column and the last row that are named."""
    columns, high = set[bytes](), 0
    for chunk in chunks:
        columns.update(_COLUMN.findall(chunk))
        high = max(high, *map(int, _ROW.findall(chunk)), 0)
    return max(map(_number, columns), default=0), high


def _chunks(archive: zipfile.ZipFile, one: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(one) as stream:
        tail = b""
        while chunk := stream.read(_CHUNK):
            yield tail + chunk
            tail = chunk[-_TAIL:]


def _number(letters: bytes) -> int:
    """1 for A, 27 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
