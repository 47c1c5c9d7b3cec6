"""Bytes as they came from a disk, made UTF-8 or refused by what they are."""

import codecs

from desktop.storage import scan
from desktop.storage.errors import DamagedError, NotAProjectError

RESTORE = "restore the file from an earlier copy"
CHOOSE = "choose a file that ends in .journey"
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be", b"{\0": "utf-16-le", b"\0{": "utf-16-be"}
_OTHERS = {
    b"PK\x03\x04": "a ZIP archive",
    b"%PDF-": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"SQLite": "a database",
    b"<": "a web page or an XML file",
}


def utf8(data: bytes) -> bytes:
    """The text without byte-order mark.

    Raises DamagedError for what was not written completely or is in no known encoding, NotAProjectError for others.
    """
    data = data.removeprefix(codecs.BOM_UTF8)
    _refuse_unwritten(data)
    _refuse_others(data)
    if data[:4] in (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE):
        raise DamagedError("the text is in UTF-32", remedy="save it as UTF-8 in a text editor")
    if data[:2] in _UTF16:
        data = _from_utf16(data, _UTF16[data[:2]])
    elif b"\0" in data:
        raise DamagedError("there are zeros among the text", place=scan.place(data, data.index(b"\0")), remedy=RESTORE)
    return data


def _refuse_unwritten(data: bytes) -> None:
    if not data.strip():
        raise DamagedError("the file is empty, so it was not written completely", remedy=RESTORE)
    if not data.strip(b"\0"):
        raise DamagedError("the file holds nothing but zeros, so it was not written completely", remedy=RESTORE)


def _from_utf16(data: bytes, codec: str) -> bytes:
    try:
        return data.decode(codec).removeprefix("\ufeff").encode()
    except UnicodeError as error:
        raise DamagedError("the text is broken UTF-16", remedy="save it as UTF-8 in a text editor") from error


def _refuse_others(data: bytes) -> None:
    for start, what in _OTHERS.items():
        if data.lstrip().startswith(start):
            raise NotAProjectError(f"this is {what}, not a Journeywall project", remedy=CHOOSE)
