"""What signs can name: the map's steps and lanes, its people, its channels, and the kind of note that is expected."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from desktop.scribe.fuzzy import folded, ranked, score

_NAME = re.compile(r"\w+(?:[-’']\w+)*")
"""Without punctuation at its ends, which belongs to a sentence."""

LEAST = 2
"""So many letters name something, where its name has as many."""


@dataclass(frozen=True, slots=True)
class Named:
    """Something by its id or key. Of a stage the `key` is that of its first step."""

    key: str
    name: str
    also: str = ""
    """Another word that it goes by, such as the key of a channel in an interface of another language."""


def no_cell(_address: str) -> tuple[str, str] | None:
    """For where no cell has an address."""
    return None


@dataclass(frozen=True, slots=True)
class Context:
    """`places` are stages and steps from left to right. `kind` is what a note is that does not say; `lane_kinds` says
    it for other lanes. `cell` finds lane and step by an address. On `paper` a line begins with an address.
    """

    places: tuple[Named, ...] = ()
    lanes: tuple[Named, ...] = ()
    channels: tuple[Named, ...] = ()
    personas: tuple[Named, ...] = ()
    kind: str = "note"
    lane_kinds: Mapping[str, str] = field(default_factory=dict)
    cell: Callable[[str], tuple[str, str] | None] = no_cell
    paper: bool = False


def meant(query: str, options: Iterable[Named]) -> Named | None:
    """What a name is short for beyond doubt: the beginnings of some of its words in their order, or its `also`.

    “book”, “bt” and “boota” name “Books a table”. The likeliest of several, of two as likely the first.
    """
    if not any(letter.isalpha() for letter in query) or not _NAME.fullmatch(query):
        return None
    found = [option for option in options if _names(query, option)]
    return max(found, key=lambda option: score(query, option.name), default=None)


def offered(query: str, options: Iterable[Named]) -> list[Named]:
    """What a name may become, best first: what it is short for, then all that hold its letters in their order."""
    every = list(options)
    first = meant(query, every)
    rest = [option for option in ranked(query, every, lambda option: option.name) if option is not first]
    return [first, *rest] if first else rest


def _names(query: str, option: Named) -> bool:
    asked, told = "".join(_words(query)), _words(option.name)
    if asked and (asked == "".join(told) or asked == "".join(_words(option.also))):
        return True
    return len(asked) >= LEAST and _begins(asked, told)


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple("".join(letter if letter.isalnum() else " " for letter in folded(text)).split())


def _begins(asked: str, words: tuple[str, ...]) -> bool:
    """Whether the letters are the beginnings of some of the words, one after the other."""
    if not asked:
        return True
    return any(_begins_with(asked, words, at) for at in range(len(words)))


def _begins_with(asked: str, words: tuple[str, ...], at: int) -> bool:
    """The same with a beginning of the word at this place for the first letters."""
    word, shared = words[at], 0
    while shared < min(len(word), len(asked)) and word[shared] == asked[shared]:
        shared += 1
    return any(_begins(asked[length:], words[at + 1 :]) for length in range(shared, 0, -1))
