"""How well a few typed letters name something: blind to case and accents, fond of word starts and of runs."""

import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TypeVar

T = TypeVar("T")

_WHOLE, _OPENING, _WORD = 1000.0, 400.0, 200.0
"""The same; how it begins; how one of its words begins. Letters here and there stay below."""

_LETTER, _RUN, _START = 1.0, 2.0, 4.0
"""For letters here and there: each, more right after the one before, more where it begins a word."""

_UNMARKED = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "’": "'"})


def score(query: str, text: str) -> float:
    """0.0 where the text does not hold the query's letters in their order; the higher, the likelier it is meant.

    The whole text is better than how it begins, that better than how one of its words begins, that better than the
    first letters of words, a run inside one, and letters here and there. Of two alike the shorter is better. A query
    of nothing matches everything.
    """
    asked, told = folded(query), folded(text)
    if not asked:
        return _LETTER
    found = _unbroken(asked, told) or _scattered(asked.replace(" ", ""), told)
    return found + len(asked) / (len(told) + 1) if found else 0.0


def ranked(query: str, options: Iterable[T], text: Callable[[T], str]) -> list[T]:
    """What matches, best first, of two as good the one that came first; all as they come when nothing is asked."""
    if not folded(query):
        return list(options)
    found = [(score(query, text(option)), option) for option in options]
    found.sort(key=lambda pair: -pair[0])
    return [option for value, option in found if value]


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """The text in small letters without accents, its blanks single and none outside."""
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_UNMARKED))
    return " ".join("".join(letter for letter in apart if not unicodedata.combining(letter)).split())


def _unbroken(asked: str, told: str) -> float:
    if asked == told:
        return _WHOLE
    if told.startswith(asked):
        return _OPENING
    at = told.find(asked)
    while at >= 0:
        if not told[at - 1].isalnum():
            return _WORD
        at = told.find(asked, at + 1)
    return 0.0


def _scattered(asked: str, told: str) -> float:
    """The best way through the letters: word starts and runs count more; 0.0 where there is no way."""
    best = [0.0] * (len(told) + 1)
    ends = [0.0] * len(told)
    for row, wanted in enumerate(asked):
        best, ends = _one_letter(wanted, told, best if row else [_LETTER] * len(best), ends)
        if not best[-1]:
            return 0.0
    return min(best[-1], _WORD - _LETTER)


def _one_letter(wanted: str, told: str, before: list[float], ended: list[float]) -> tuple[list[float], list[float]]:
    """For each length of the text, the best value with this letter found in it; and with it found at its very end.

    `before` and `ended` are the same for the letter before.
    """
    best, ends = [0.0], [0.0] * len(told)
    for at, letter in enumerate(told):
        if letter == wanted and before[at]:
            run = ended[at - 1] + _RUN if at and ended[at - 1] else 0.0
            start = _START if at == 0 or not told[at - 1].isalnum() else 0.0
            ends[at] = max(before[at], run) + _LETTER + start
        best.append(max(best[-1], ends[at]))
    return best, ends
