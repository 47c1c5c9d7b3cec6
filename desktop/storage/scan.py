"""Where in a JSON text something stands that no project may have; only run once it is known that there is something."""

import json
import re
from collections import defaultdict
from dataclasses import dataclass

DEEPEST = 200
"""Levels of nesting that the parser follows."""

LONGEST_NUMBER = 4_300
"""Digits that Python turns into a number without being asked twice."""

_TOKEN = re.compile(rb'"([^"\\]*(?:\\.[^"\\]*)*)"(\s*:)?|[{}\[\]]|-?(?:Infinity|\d[\d.eE+-]*)|NaN', re.DOTALL)

_IDENT = re.compile(rb'"id"\s*:\s*"([\w-]{1,40})"')


@dataclass(frozen=True, slots=True)
class Trouble:
    """`offset` counts bytes from the start of the text."""

    offset: int
    reason: str


def place(data: bytes, offset: int) -> str:
    """Line and column in words; both count from 1, columns in characters."""
    before = data[:offset]
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    line = before.count(b"\n") + 1
    return f"line {line}, column {column}"


def first_trouble(data: bytes) -> Trouble | None:
    """The first name given twice in one object, number out of range, or nesting that is too deep."""
    keys: list[set[bytes]] = []
    for token in _TOKEN.finditer(data):
        reason = _key(token, keys) if token[2] else _mark(token[0], keys)
        if reason:
            return Trouble(token.start(), reason)
    return None


def lines(data: bytes) -> dict[str, list[int]]:
    """Id → the lines, from 1, on which things with it stand; more than one where it is given twice."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(data.split(b"\n"), 1):
        for ident in _IDENT.findall(line):
            found[ident.decode()].append(number)
    return found


def _key(token: re.Match[bytes], keys: list[set[bytes]]) -> str:
    if not keys:
        return ""
    key = _plain(token[1])
    if key in keys[-1]:
        return f"the field “{_shown(key)}” stands twice in the same object"
    keys[-1].add(key)
    return ""


def _plain(key: bytes) -> bytes:
    """Without escapes, by which one name can be spelled in two ways."""
    return str(json.loads(b'"%s"' % key)).encode("utf-8", "replace") if b"\\" in key else key


def _mark(token: bytes, keys: list[set[bytes]]) -> str:
    if token in (b"{", b"["):
        keys.append(set())
        return f"values are nested more than {DEEPEST} levels deep" if len(keys) > DEEPEST else ""
    if token in (b"}", b"]"):
        del keys[-1:]
        return ""
    return "" if token.startswith(b'"') else _number(token)


def _number(token: bytes) -> str:
    if token.endswith((b"N", b"y")):
        return f"{token.decode()} is not a number that a project can hold"
    if len(token) > LONGEST_NUMBER:
        return f"a number has {len(token)} digits"
    infinite = len(token) > 3 and any(letter in token for letter in b"eE.") and _overflows(token)
    return f"the number {token[:20].decode()} is too large" if infinite else ""


def _overflows(token: bytes) -> bool:
    try:
        return abs(float(token)) == float("inf")
    except ValueError:
        return False


def _shown(key: bytes) -> str:
    text = key.decode("utf-8", "replace")
    return text if len(text) <= 60 else text[:59] + "…"
