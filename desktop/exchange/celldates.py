"""Days in the ways people and programs write them, as ISO 8601."""

import datetime as dt
import re
from collections.abc import Iterable
from typing import NamedTuple

from desktop.exchange.headwords import plain

ORDERS = ("dmy", "mdy")
"""Which of two numbers is the day: “3/4/2026” is in April or in March."""

_MONTHS = (
    "january|jan|januar|janner", "february|feb|februar|febr", "march|mar|marz|maerz|mrz", "april|apr", "may|mai",
    "june|jun|juni", "july|jul|juli", "august|aug", "september|sep|sept", "october|oct|oktober|okt",
    "november|nov", "december|dec|dezember|dez",
)  # fmt: skip
_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split("|")}

_TIME = (
    r"(?:[T ,]+(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?\s*(?P<half>[ap]\.?m\.?)?.*)?"
)
_YEAR_FIRST = re.compile(r"(?P<y>\d{4})([-/.])(?P<m>\d{1,2})(?:\2(?P<d>\d{1,2}))?" + _TIME, re.IGNORECASE)
_YEAR_LAST = re.compile(
    r"(?P<a>\d{1,2})\.?\s?([-/. ])\s?(?P<b>\d{1,2})\s?\2\s?(?P<y>\d{4}|\d{2})" + _TIME, re.IGNORECASE
)
_MONTH_YEAR = re.compile(r"(?P<m>\d{1,2})[-/.](?P<y>\d{4})")
_QUARTER = re.compile(r"(?:(?P<y>\d{4})[- ]?q(?P<q>[1-4])|q(?P<q2>[1-4])[- /]?(?P<y2>\d{4}))", re.IGNORECASE)
_WEEK = re.compile(r"(?P<y>\d{4})-?w(?P<w>\d{1,2})|(?:kw|cw|week) ?(?P<w2>\d{1,2})[ /]+(?P<y2>\d{4})", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:[a-z]+ )?(?:(?P<d>\d{1,2}) (?P<m>[a-z]+)|(?P<m2>[a-z]+)(?: (?P<d2>\d{1,2})(?:st|nd|rd|th)?)?)"
    r" (?P<y>\d{4}|\d{2})"
    r"(?: (?P<hour>\d{1,2}) (?P<minute>\d{2})(?: (?P<second>\d{2}))?(?: (?P<half>[ap]) ?m)?.*)?"
)
_DIGITS = re.compile(r"\d{4}|\d{8}|\d{10}|\d{13}|\d{5}(?:\.\d+)?")

_DAYS = dt.date(1899, 12, 30)
"""Day 0 of spreadsheets."""


class When(NamedTuple):
    """A day, a month or a year, and the time of day where one is said."""

    date: str
    moment: str = ""


def when(text: str, order: str = "dmy") -> When | None:
    """What a cell says; None where it is no date. order: of day and month where both are numbers, one of ORDERS."""
    for read in (_year_first, _year_last, _digits, _named, _rarely):
        try:
            found = read(text, order)
        except ValueError:
            return None
        if found is not None:
            return found
    return None


def order_of(texts: Iterable[str]) -> str:
    """The order of day and month that all these dates have; days first where they say nothing of it."""
    rows = [found for text in texts if (found := _YEAR_LAST.fullmatch(text))]
    if any(int(found["a"]) > 12 for found in rows):
        return "dmy"
    american = any(int(found["b"]) > 12 or found["half"] for found in rows)
    return "mdy" if american else "dmy"


def _year_first(text: str, _order: str) -> When | None:
    found = _YEAR_FIRST.fullmatch(text)
    return found and _made(found["y"], found["m"], found["d"], found)


def _year_last(text: str, order: str) -> When | None:
    found = _YEAR_LAST.fullmatch(text)
    if not found:
        return None
    day, month = (found["a"], found["b"]) if order == "dmy" else (found["b"], found["a"])
    return _made(found["y"], month, day, found)


def _digits(text: str, _order: str) -> When | None:
    """A year, a day without signs between, and what machines count: days since 1899, seconds since 1970."""
    if not _DIGITS.fullmatch(text):
        return None
    if len(text) == 4:
        return When(text) if 1900 <= int(text) <= 2200 else None
    if len(text) == 8 and "." not in text:
        return _made(text[:4], text[4:6], text[6:], None)
    if len(text) in (10, 13) and "." not in text:
        moment = dt.datetime.fromtimestamp(int(text[:10]), dt.UTC)
        return When(moment.date().isoformat(), _short(moment.strftime("%H:%M:%S")))
    days, share = divmod(float(text), 1)
    seconds = round(share * 86_400)
    hours, rest = divmod(min(seconds, 86_399), 3_600)
    time = f"{hours:02}:{rest // 60:02}:{rest % 60:02}" if seconds else ""
    return When((_DAYS + dt.timedelta(days=days)).isoformat(), _short(time))


def _named(text: str, _order: str) -> When | None:
    """“5 March 2026”, “Mar 5, 2026”, “Donnerstag, 5. März 2026”, “Mar 2026”."""
    found = _NAMED.fullmatch(plain(text))
    if not found:
        return None
    month = _MONTH.get(found["m"] or found["m2"], 0)
    return _made(found["y"], str(month), found["d"] or found["d2"], found) if month else None


def _rarely(text: str, _order: str) -> When | None:
    if found := _MONTH_YEAR.fullmatch(text):
        return _made(found["y"], found["m"], None, None)
    if found := _QUARTER.fullmatch(text):
        return _made(found["y"] or found["y2"], str(3 * int(found["q"] or found["q2"]) - 2), None, None)
    if found := _WEEK.fullmatch(text):
        day = dt.date.fromisocalendar(int(found["y"] or found["y2"]), int(found["w"] or found["w2"]), 1)
        return When(day.isoformat())
    return None


def _made(year: str, month: str, day: str | None, found: re.Match[str] | None) -> When:
    """Raises ValueError for a day that no calendar has."""
    date = dt.date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day or 1))
    return When(date.isoformat() if day else date.isoformat()[:7], _time(found) if found else "")


def _time(found: re.Match[str]) -> str:
    if not found["hour"]:
        return ""
    hour = int(found["hour"])
    if found["half"]:
        hour = hour % 12 + (12 if found["half"].lower().startswith("p") else 0)
    return _short(f"{hour:02}:{found['minute']}:{found['second'] or '00'}")


def _short(time: str) -> str:
    """Without seconds that are none, so that one moment is written in one way."""
    return time.removesuffix(":00") if len(time) == 8 else time
