"""Words found in texts as people write them: whatever the case, with or without accents, as whole words or parts."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Span = tuple[int, int]
"""Where something begins in a text and where it ends."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How strictly texts are compared: `case` tells A from a, `accents` e from é, `words` finds no parts of words."""

    case: bool = False
    accents: bool = True
    words: bool = False


def folded(text: str, manner: Manner) -> str:
    """The text as it is compared; composed and decomposed letters are the same in any manner."""
    if text.isascii():
        return text if manner.case else text.casefold()
    told = unicodedata.normalize("NFD", text)
    if not manner.case:
        told = unicodedata.normalize("NFD", told.casefold())
    return told if manner.accents else "".join(letter for letter in told if not unicodedata.combining(letter))


def spans(needle: str, text: str, manner: Manner) -> list[Span]:
    """Where a folded needle stands in a text, one behind the other, always whole letters with their accents."""
    return list(_spans(needle, text, manner)) if needle else []


def replaced(text: str, places: list[Span], by: str) -> str:
    """The text with other words in these places, which do not overlap."""
    kept, done = list[str](), 0
    for start, end in places:
        kept += [text[done:start], by]
        done = end
    return "".join((*kept, text[done:]))


def _spans(needle: str, text: str, manner: Manner) -> Iterator[Span]:
    told, starts, ends = _mapped(text, manner)
    at = told.find(needle)
    while at >= 0:
        last = at + len(needle) - 1
        start, end = starts[at], ends[last]
        whole = (at == 0 or starts[at - 1] != start) and (last + 1 == len(told) or ends[last + 1] != end)
        if whole and (not manner.words or _is_word(text, start, end)):
            yield start, end
            at = told.find(needle, last + 1)
        else:
            at = told.find(needle, at + 1)


def _mapped(text: str, manner: Manner) -> tuple[str, Sequence[int], Sequence[int]]:
    """The folded text, and for each letter of it where the letter with its accents begins and ends in the text."""
    told = folded(text, manner)
    if len(told) == len(text) and (text.isascii() or not any(map(unicodedata.combining, text))):
        return told, range(len(text)), range(1, len(text) + 1)  # letter by letter
    return _mapped_slowly(text, manner)


def _mapped_slowly(text: str, manner: Manner) -> tuple[str, Sequence[int], Sequence[int]]:
    told, starts, ends = list[str](), list[int](), list[int]()
    for start, end in _letters(text):
        piece = folded(text[start:end], manner)
        told.append(piece)
        starts += [start] * len(piece)
        ends += [end] * len(piece)
    return "".join(told), starts, ends


def _letters(text: str) -> Iterator[Span]:
    """The letters with the accents that follow them."""
    start = 0
    for at in range(1, len(text)):
        if not unicodedata.combining(text[at]):
            yield start, at
            start = at
    if text:
        yield start, len(text)


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether no letter or digit stands before or behind."""
    return not (start and text[start - 1].isalnum() and text[start].isalnum()) and not (
        end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    )
