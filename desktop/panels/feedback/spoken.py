"""Figures of feedback in words: “3.4 ± 1.1”, “CSAT 54 %”, “NPS −12”."""

from PySide6.QtCore import QLocale

from desktop.desk.testresults import figure
from desktop.layout.style import Words
from desktop.method.figures import Summary

IN_WORDS = ("ces", "stars", "yes", "grades", "words")
"""Scales whose names are no figures."""


def scale(name: str, words: Words) -> str:
    """A scale in short: “1–5”, “CES”."""
    return words(f"scale.short.{name}") if name in IN_WORDS else name.replace("-", "–", 1) if name[:1] != "-" else "±2"


def mean(summary: Summary, words: Words) -> str:
    """The mean, with the spread where more than one gave a score."""
    if summary.mean is None:
        return words("figures.no_scores")
    said = figure(summary.mean, words)
    if summary.spread is None:
        return said
    return f"{said} {words('figures.spread').format(spread=figure(summary.spread, words))}"


def key_figure(summary: Summary, words: Words) -> str:
    """NPS or CES where that was asked, else the CSAT; "" where nobody gave a score."""
    if summary.nps is not None:
        return words("figures.nps").format(nps=figure(summary.nps, words, 0))
    if summary.ces is not None:
        return words("figures.ces").format(ces=figure(summary.ces, words))
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


def month_name(month: str) -> str:
    """“May 2026”, in the language of the system's dates."""
    year, _, number = month.partition("-")
    name = QLocale().standaloneMonthName(int(number), QLocale.FormatType.ShortFormat) if number.isdigit() else ""
    return f"{name} {year}".strip()


def day_name(date: str) -> str:
    """“2 May 2026”, “May 2026”."""
    if len(date) == len("2026-05-02"):
        return f"{int(date[8:])} {month_name(date[:7])}"
    return month_name(date) if len(date) == len("2026-05") else date
