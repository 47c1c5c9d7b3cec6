"""Dates as people write them, in the project's language."""

from desktop.layout.style import Words


def worded(date: str, words: Words, near: str = "") -> str:
    """“22 November 2026” for 2026-11-22; months and years likewise, as exact as the date is.

    The year is left out of a day in the same year as `near`, another ISO date. A month that does not exist is shown
    as it stands in the file.
    """
    year, month, day = (*date.split("-"), "", "")[:3]
    if not month:
        return year
    if not 1 <= int(month) <= 12:
        return date
    name = words(f"month.{int(month)}")
    if not day:
        return words("date.month").format(month=name, year=year)
    return words("date.near" if near[:4] == year else "date.day").format(day=int(day), month=name, year=year)
