"""Where a line of text may break by the Unicode rules (UAX 14), as Qt finds it.

Thai has no spaces between words. Where the system has a dictionary of them (libthai) Qt takes that; where it has none,
and in Lao, syllables are told by the vowels that begin and end them, so that a line need not break in a syllable.
"""

import re

from PySide6.QtCore import QTextBoundaryFinder

_LINE = QTextBoundaryFinder.BoundaryType.Line
_WORDS = re.compile("(?:[A-Za-z0-9]+[,.;!?]? )*[A-Za-z0-9]+[,.;!?]?")
"""Texts of which it is known without asking: a line may begin behind each blank."""

_BLANK = re.compile(" ")
_WITHOUT_SPACES = re.compile(
    "[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e4e]+|[\u0e81-\u0eae\u0eb0-\u0ebd\u0ec0-\u0ecd\u0edc\u0edd]+"
)
_SYLLABLE = re.compile("(?<=.)(?=[\u0e40-\u0e44\u0ec0-\u0ec4])|(?<=[\u0e30\u0e33\u0e45\u0e46\u0eb0\u0eb3\u0ec6])(?=.)")
"""Before a vowel that is written first, and after one, or a sign of repetition, that only ends a syllable."""


def line_breaks(text: str) -> list[int]:
    """The offsets, in code points, before which a line may begin; neither 0 nor the end is among them."""
    if _WORDS.fullmatch(text):
        return [match.end() for match in _BLANK.finditer(text)]
    breaks = _by_qt(text)
    return breaks if text.isascii() else _with_syllables(text, breaks)


def _by_qt(text: str) -> list[int]:
    finder = QTextBoundaryFinder(_LINE, text)
    breaks: list[int] = []
    step = finder.toNextBoundary
    while (place := step()) > 0:
        breaks.append(place)
    if not text.isascii() and any(character > "\uffff" for character in text):
        breaks = _code_points(text, breaks)
    return breaks[:-1] if breaks and breaks[-1] == len(text) else breaks


def _with_syllables(text: str, breaks: list[int]) -> list[int]:
    """With those inside words of which nobody has told any."""
    words = _WITHOUT_SPACES.finditer(text)
    told = set(breaks)
    silent = (word for word in words if told.isdisjoint(range(word.start() + 1, word.end())))
    found = {word.start() + match.start() for word in silent for match in _SYLLABLE.finditer(word[0])}
    return sorted(told | found) if found else breaks


def _code_points(text: str, places: list[int]) -> list[int]:
    """Offsets in UTF-16 as offsets in code points; a character above U+FFFF counts twice in UTF-16."""
    offsets: list[int] = []
    for offset, character in enumerate(text):
        offsets.append(offset)
        if character > "\uffff":
            offsets.append(offset)
    offsets.append(len(text))
    return [offsets[place] for place in places]
