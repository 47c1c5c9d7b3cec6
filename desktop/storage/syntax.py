"""JSON text to raw dicts, refusing what `json` lets pass, with words and places for what is wrong."""

import json
import re
from typing import Any, NoReturn

from desktop.storage import scan
from desktop.storage.encoding import CHOOSE, RESTORE
from desktop.storage.errors import DamagedError, NotAProjectError, StorageError, TooLargeError

MOST_VALUES = 700_000
"""Commas in a file, about one a value: 20,000 cards with 35 fields each, or 100,000 responses."""

WIDE = 32 * 1024 * 1024
"""Bytes up to which text is decoded before it is looked at: one emoji makes four bytes of every character."""

_CUT = "the file ends too early, so it was not written completely"
_WORDS = {
    "Expecting value": "a value is missing",
    "Expecting property name enclosed in double quotes": "the name of a field in double quotes is missing",
    "Expecting ':' delimiter": "a colon is missing",
    "Expecting ',' delimiter": "a comma or closing bracket is missing",
    "Illegal trailing comma before end of object": "there is a comma too many",
    "Illegal trailing comma before end of array": "there is a comma too many",
    "Extra data": "something follows after the end of the project",
    "Unterminated string starting at": "a text has no closing quotation mark",
    "Invalid control character at": "a text holds a control character",
    "Invalid \\escape": "a text holds an unknown escape",
    "Invalid \\uXXXX escape": "a text holds a broken \\u escape",
}


def raw(text: bytes) -> dict[str, Any]:
    """The file as dicts and lists; over 32 MB its texts may stand in another encoding. Raises StorageError."""
    if text.count(b",") > MOST_VALUES:
        raise TooLargeError(f"the file holds more than {MOST_VALUES:,} values", remedy="split it into several projects")
    try:
        found = json.loads(decoded(text), object_pairs_hook=_once, parse_constant=_refuse, parse_float=_finite)
    except json.JSONDecodeError as error:
        raise _syntax(text, error) from error
    except (ValueError, RecursionError) as error:
        raise _trouble(text, str(error)) from error
    if not isinstance(found, dict):
        raise NotAProjectError("this is not a Journeywall project", remedy=CHOOSE)
    return found


def explained(text: bytes, message: str) -> StorageError:
    """The error for what only the validator's own parser refuses; `message` is its own, with line and column."""
    if "surrogate" in message or "hex escape" in message or "unicode" in message:
        reason = "a text holds half of a character"
    elif "recursion" in message:
        reason = f"values are nested more than {scan.DEEPEST} levels deep"
    else:
        return _trouble(text, message)
    at = re.search(r"line (\d+) column (\d+)", message)
    return DamagedError(reason, place=f"line {at[1]}, column {at[2]}" if at else "", remedy=RESTORE)


def decoded(text: bytes) -> str:
    """UTF-8 up to 32 MB, beyond that anything that has the same quotation marks and brackets. Raises DamagedError."""
    if len(text) > WIDE:
        return text.decode("latin-1")
    try:
        return text.decode()
    except UnicodeDecodeError as error:
        place = scan.place(text, error.start)
        if error.reason == "unexpected end of data":
            raise DamagedError(_CUT, place=place, remedy=RESTORE) from error
        raise DamagedError("the text is not UTF-8", place=place, remedy="save it as UTF-8 in a text editor") from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise ValueError("a field stands twice in the same object")
    return fields


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not a number that a project can hold")


def _finite(digits: str) -> float:
    number = float(digits)
    if number - number != 0:
        raise ValueError("a number is too large")
    return number


def _trouble(text: bytes, message: str) -> DamagedError:
    found = scan.first_trouble(text)
    if found is None:
        return DamagedError(message, remedy=RESTORE)
    return DamagedError(found.reason, place=scan.place(text, found.offset), remedy="correct it in a text editor")


def _syntax(text: bytes, error: json.JSONDecodeError) -> StorageError:
    if text.lstrip()[:1] not in (b"{", b"["):
        return NotAProjectError("this is not a Journeywall project", remedy=CHOOSE)
    place = f"line {error.lineno}, column {error.colno}"
    cut = error.pos >= len(error.doc.rstrip()) or (
        error.msg.startswith("Unterminated") and '"' not in error.doc[error.pos + 1 :]
    )
    if cut:
        return DamagedError(_CUT, place=place, remedy=RESTORE)
    return DamagedError(
        _WORDS.get(error.msg, "this is not JSON"), place=place, remedy="correct it in a text editor or " + RESTORE
    )
