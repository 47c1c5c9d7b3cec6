"""Headings whose words are too long for a line are parted with a hyphen, at a syllable where there is one.

A single consonant before a vowel begins a syllable, and so does what is written with several letters (sch, ch, ck):
Schmerz-punk-te, Op-por-tu-ni-ties. That is the rule of German and of most languages written with these letters, and
near enough in English.
"""

import re
from collections.abc import Callable

from desktop.layout.compose import Composer

_VOWELS = "aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýœаеёиоуыэюяіїєαεηιουωάέήίόύώ"
_BEGINS = re.compile(f"(?:sch|ch|ck|ph|th|sh|qu|[^\\W\\d_{_VOWELS}])(?=[{_VOWELS}])")
_WORD = re.compile("[A-Za-z\u00aa-\u052f]+(?<![\u00d7\u00f7])")
"""Letters of scripts that part words with a hyphen: Latin, Greek, Cyrillic."""

LEAST = 2
"""Letters of a word that stay together at a line's end and go together to the next."""

HYPHEN = "-"


def hyphenated(text: str, role: str, width: float, composer: Composer) -> str:
    """The text with a hyphen wherever a line of this width would break within a word; mostly it is the text itself."""
    for _ in range(len(text)):
        place = _place(text, role, width, composer)
        if place is None:
            return text
        text = f"{text[:place]}{HYPHEN}{text[place:]}"
    return text


def syllables(word: str) -> list[int]:
    """The offsets at which a syllable begins, but for the first; none leaves fewer than LEAST letters on a side."""
    low = word.lower()
    found = (match.start() for match in _BEGINS.finditer(low) if any(each in _VOWELS for each in low[: match.start()]))
    return [at for at in found if LEAST <= at <= len(word) - LEAST]


def _place(text: str, role: str, width: float, composer: Composer) -> int | None:
    """Where the first word that a line breaks is to be parted; None where no line breaks one."""
    begin = 0
    for end in composer.ends(text, role, width):
        word = next((match for match in _WORD.finditer(text) if match.start() < end < match.end()), None)
        if word is not None:
            return _parted(text, word, (begin, end), lambda part: composer.width(part, role) <= width)
        begin = end
    return None


def _parted(text: str, word: re.Match[str], line: tuple[int, int], fits: Callable[[str], bool]) -> int | None:
    """Within a word, the last syllable, or else the last letter, that begins on the next line."""
    begin, end = line
    first = max(word.start(), begin) + LEAST
    told = [at + word.start() for at in syllables(word[0])]
    for places in ([at for at in told if first <= at <= end], range(first, min(end, word.end() - LEAST) + 1)):
        room = [at for at in places if fits(text[begin:at] + HYPHEN)]
        if room:
            return room[-1]
    return None
