"""Figures of feedback in words: “3.4 ± 1.1”, “CSAT 54 %”, “NPS −12”."""

from desktop.desk.testresults import figure
from desktop.layout.dates import worded
from desktop.layout.style import Words
from desktop.method.figures import Summary

IN_WORDS = ("ces", "stars", "yes", "grades", "words")
"""Scales whose names are no figures."""

MONTHS = tuple(f"month.{number}" for number in range(1, 13))
SHORT, LARGE = 5, 1000
"""Letters of a month's name that is not cut; from here on a mean has no decimals to compare."""


def scale(name: str, words: Words) -> str:
    """A scale in short: “1–5”, “CES”."""
    return words(f"scale.short.{name}") if name in IN_WORDS else name.replace("-", "–", 1) if name[:1] != "-" else "±2"


def mean(summary: Summary, words: Words) -> str:
    """The mean, with the spread where more than one gave a score."""
    if summary.mean is None:
        return words("figures.no_scores")
    said = _tenths(summary.mean, words)
    if summary.spread is None:
        return said
    return f"{said} {words('figures.spread').format(spread=_tenths(summary.spread, words))}"


def key_figure(summary: Summary, words: Words) -> str:
    """NPS or CES where that was asked, else the CSAT; "" where nobody gave a score."""
    if summary.nps is not None:
        return words("figures.nps").format(nps=figure(summary.nps, words, 0))
    if summary.ces is not None:
        return words("figures.ces").format(ces=_tenths(summary.ces, words))
    if summary.csat is not None:
        return words("figures.csat").format(share=figure(100 * summary.csat, words, 0))
    return ""


def count(summary: Summary, words: Words) -> str:
    """How many people stand behind it: those who gave a score, or wrote where nobody did."""
    return words("figures.n").format(count=summary.n or summary.asked)


def aloud(summary: Summary, words: Words) -> str:
    """All of it, as it is read out."""
    parts = (summary.question, scale(summary.scale, words), mean(summary, words), key_figure(summary, words))
    return ", ".join(filter(None, (*parts, count(summary, words))))


def at_length(summary: Summary, words: Words) -> str:
    """What the panel has no room for: the question, the median, and how many were asked."""
    middle = "" if summary.median is None else words("figures.median").format(median=figure(summary.median, words))
    asked = words("figures.asked").format(count=summary.asked) if summary.asked > summary.n else ""
    return " · ".join(filter(None, (summary.question, middle, count(summary, words), asked)))


def month_name(month: str, words: Words) -> str:
    """“May 2026”, “Oct 2026”: a long name is cut to three letters."""
    year, _, number = month.partition("-")
    known = number.isdigit() and 1 <= int(number) <= len(MONTHS)
    name = words(MONTHS[int(number) - 1]) if known else ""
    return f"{name if len(name) <= SHORT else name[:3]} {year}".strip()


def day_name(date: str, words: Words) -> str:
    """“2 May 2026”, “May 2026”."""
    return worded(date, words) if date else ""


def _tenths(value: float, words: Words) -> str:
    """Means stand below each other: with one decimal, also a round one. Large ones, on no scale, as other figures."""
    if abs(value) >= LARGE:
        return figure(value, words)
    return f"{value:.1f}".replace("-", "−").replace(".", words("number.point"))
