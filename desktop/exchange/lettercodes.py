"""The text in bytes of which nobody says in which encoding they are."""

import codecs

from desktop.exchange.gridding import GridError

MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
"""Byte order marks, longer ones before those that they begin with."""

ENCODINGS = ("utf-8", "cp1252", "utf-16-le", "utf-16-be", "mac-roman", "cp850", "iso-8859-2", "cp1251", "shift-jis")
"""What is offered where the guess was wrong."""

_OTHERS = {
    b"%PDF-": "pdf",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF8": "picture",
    b"PK\x03\x04": "archive",
    b"\x1f\x8b": "archive",
    b"7z\xbc\xaf": "archive",
    b"SQLite": "database",
    b"{": "json",
    b"<": "page",
}
_HEAD = 4_096
_BLANKS = "\t\n\v\f\r"


def decoded(data: bytes, encoding: str = "") -> tuple[str, str]:
    """The text without its byte order mark, and its encoding. Raises GridError for what is no text in it."""
    mark = next((mark for mark in MARKS if data.startswith(mark)), b"")
    if not mark and not encoding:
        _refuse_others(data)
    encoding = encoding or MARKS.get(mark) or _guessed(data)
    try:
        text = data.removeprefix(mark).decode(encoding)
    except (UnicodeError, LookupError) as error:
        raise GridError("encoding", encoding=encoding) from error
    if sum(letter < " " and letter not in _BLANKS for letter in text[:_HEAD]) * 50 > len(text[:_HEAD]):
        raise GridError("is_binary")
    return text, encoding


def _refuse_others(data: bytes) -> None:
    head = data[:_HEAD].lstrip()
    kind = next((kind for start, kind in _OTHERS.items() if head.startswith(start)), "")
    if kind:
        raise GridError(f"is_{kind}")


def _guessed(data: bytes) -> str:
    """UTF-8 where it can be; every second byte is zero in UTF-16; what cannot be is the encoding of Windows or Mac."""
    head = data[:_HEAD]
    if b"\0" in head:
        return _by_zeros(head)
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, final=True)
    except UnicodeDecodeError:
        return "mac-roman" if _looks_like_mac(data) else "cp1252" if _fits(data, "cp1252") else "latin-1"
    return "utf-8"


def _by_zeros(head: bytes) -> str:
    first, second = head[::2].count(0), head[1::2].count(0)
    if min(first, second) * 8 > max(first, second) or max(first, second) * 4 < len(head) // 2:
        raise GridError("is_binary")
    return "utf-16-le" if second > first else "utf-16-be"


def _looks_like_mac(data: bytes) -> bool:
    """On a Mac the letters ä ö ü é è ß stand where Windows has signs that stand alone."""
    mac, windows = b"\x8a\x9a\x9f\x80\x85\x86\x8e\x8f\xa7", b"\xe4\xf6\xfc\xc4\xd6\xdc\xe9\xe8\xdf\xe0\xf1"
    return sum(map(data.count, _singly(mac))) > 2 * sum(map(data.count, _singly(windows)))


def _singly(letters: bytes) -> list[bytes]:
    return [bytes((letter,)) for letter in letters]


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
