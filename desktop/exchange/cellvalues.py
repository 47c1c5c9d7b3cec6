"""What a cell says: scores and counts in the ways people write them."""

import re

NOTHING = frozenset(
    ("", "-", "–", "—", ".", "n/a", "na", "n.a.", "k.a.", "k. a.", "keine angabe", "weiß nicht", "don't know", "dk",
     "null", "none", "nan", "no answer", "not applicable", "skipped", "#n/a", "#nv",
     "entfällt")
)  # fmt: skip
"""What people and programs write where nobody answered."""

_SCORE = re.compile(
    r"\(?(?P<number>[+\-−–]?\d+(?:[.,]\d+)?)\)?"
    r"(?:\s*(?:/|of|out of|von|aus)\s*\d+)?"
    r"\s*(?:%|stars?|sterne?|points?|punkte?n?|pts?\.?)?"
    r"\s*(?:[-–—:=.)(]\s*\D.*)?",
    re.IGNORECASE | re.DOTALL,
)
_STARS, _HALF, _EMPTY = "★⭐*", "½", "☆"
_COUNT = re.compile(r"\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+|\d+(?:[.,]0+)?")
_MINUS = str.maketrans("−–", "--")


def is_nothing(text: str) -> bool:
    """Whether a cell says that nobody answered."""
    return text.casefold() in NOTHING


def score_of(text: str) -> float | None:
    """The score in a cell such as “4”, “4,5”, “4/5”, “80 %”, “4 – satisfied” or “★★★★☆”; None where there is none."""
    try:
        return float(text)  # nearly every cell
    except ValueError:
        found = _SCORE.fullmatch(text)
    if found is None:
        return _stars(text)
    return float(found["number"].translate(_MINUS).replace(",", "."))


def _stars(text: str) -> float | None:
    bare = text.replace("\ufe0f", "").replace(" ", "")
    if not bare or bare.strip(_STARS + _EMPTY + _HALF):
        return None
    return sum(bare.count(star) for star in _STARS) + bare.count(_HALF) / 2


def count_of(text: str) -> int | None:
    """The whole number in a cell such as “1200”, “1,200”, “1.200” or “1 200”; None where there is none."""
    if not _COUNT.fullmatch(text):
        return None
    return int(re.sub(r"[.,]0{1,2}$", "", text).translate({ord(mark): None for mark in ".,'’\u00a0\u202f "}))
