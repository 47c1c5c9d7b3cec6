"""Values as one types them, and back."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.document.cards import Reading
from desktop.layout.style import Words
from desktop.panels.inspector.field import UnfitError
from desktop.poster.figures import decimals

MINUS = "−"
_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?")
_DOTS = re.compile(r"(?:(?:(?P<day>\d{1,2})\.)?(?P<month>\d{1,2})\.)?(?P<year>\d{4})")


@dataclass(frozen=True, slots=True)
class Codec:
    """`say` writes a value as text, `read` makes a value of text or raises UnfitError. numbers: the text holds some."""

    say: Callable[[Any], str]
    read: Callable[[str], Any]
    numbers: bool = False

    def written(self, value: Any, words: Words) -> str:
        """What stands in a field: numbers with the decimal sign of the language, which is read back as well."""
        text = self.say(value)
        return decimals(text, words) if self.numbers else text


def _said_number(value: float | None) -> str:
    if value is None:
        return ""
    digits = str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)
    return digits.replace("-", MINUS)


def _number(text: str) -> float | None:
    """A comma is a decimal point too, unless there is one."""
    bare = "".join(text.split()).replace(MINUS, "-")
    try:
        return float(bare if "." in bare else bare.replace(",", ".")) if bare else None
    except ValueError as wrong:
        raise UnfitError("number") from wrong


def _demanded(text: str) -> float:
    value = _number(text)
    if value is None:
        raise UnfitError("number")
    return value


def _count(text: str) -> int:
    bare = "".join(text.split())
    if bare and not (bare.isascii() and bare.isdigit()):
        raise UnfitError("count")
    return int(bare or 0)


def _share(text: str) -> float | None:
    percent = _number(text.replace("%", ""))
    return None if percent is None else percent / 100


def _said_share(share: float | None) -> str:
    return "" if share is None else f"{_said_number(round(share * 100, 4))} %"


def _date(text: str) -> str:
    """ISO for 2026-5-31 and 31.5.2026, as exact as it is written; only days that the calendar has."""
    bare = "".join(text.split())
    found = _ISO.fullmatch(bare) or _DOTS.fullmatch(bare)
    if not bare:
        return ""
    if found is None:
        raise UnfitError("date")
    parts = [int(part) for part in found.group("year", "month", "day") if part]
    try:
        whole = date(*parts, *(1, 1)[len(parts) - 1 :]).isoformat()
    except ValueError as wrong:
        raise UnfitError("date") from wrong
    return whole[: (4, 7, 10)[len(parts) - 1]]


def _readings(text: str) -> tuple[Reading, ...]:
    """A line for each: a date, a blank and a number."""
    found = []
    for line in _lines(text):
        day, _, value = line.rpartition(" ")
        found.append(Reading(date=_date(day), value=_demanded(value)))
    return tuple(found)


def _said_readings(readings: tuple[Reading, ...]) -> str:
    return "\n".join(f"{one.date} {_said_number(one.value)}".strip() for one in readings)


def _words(text: str) -> tuple[str, ...]:
    """Parted at commas, each once."""
    return tuple(dict.fromkeys(filter(None, map(str.strip, text.split(",")))))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, text.split("\n"))))


def _sentence(text: str) -> str:
    return " ".join(filter(None, map(str.strip, text.split("\n"))))


PLAIN = Codec(str, str)
SENTENCE = Codec(str, _sentence)
"""One paragraph."""

LINE = Codec(str, str.strip)
DATE = Codec(str, _date)
"""A day, a month or a year in ISO 8601."""

NUMBER = Codec(_said_number, _number, numbers=True)
"""A number or None."""

FACTOR = Codec(_said_number, _demanded, numbers=True)
"""A number."""

COUNT = Codec(lambda count: str(count) if count else "", _count)
PERCENT = Codec(_said_share, _share, numbers=True)
"""A share from 0 to 1, written in percent."""

TAGS = Codec(", ".join, _words)
LINES = Codec("\n".join, _lines)

READINGS = Codec(_said_readings, _readings, numbers=True)
"""Values of a metric with their dates, one a line."""
