"""Things found by a few letters of their names, among thousands at every key press."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nlargest
from operator import itemgetter
from typing import Generic, TypeVar

from desktop.scribe.fuzzy import folded

T = TypeVar("T")

WHOLE, OPENING, WORD, WORDS, INSIDE, APART, INITIALS, SCATTERED = 1000.0, 400.0, 200.0, 150.0, 100.0, 80.0, 60.0, 10.0
"""The whole name; how it begins; how one of its words begins; how several do in any order; a run inside a word; several
such; the first letters of words; letters here and there in their order."""

ENOUGH = 60
"""When so many names hold what is asked in one piece, letters here and there are not looked for."""

GAP = 12
"""So many others stand between two of them at most."""

WIDEST = 3
"""Letters here and there stand within so many times their number."""


@dataclass(frozen=True, slots=True)
class Name(Generic[T]):
    """A name as it is searched: small letters after single blanks, and which letters it has as bits of `letters`."""

    told: str
    letters: int
    thing: T


class Block(Generic[T]):
    """Names that are made together and stay as they are."""

    def __init__(self, pairs: Iterable[tuple[str, T]]) -> None:
        self.names = [Name(told := plain(text), _letters(told), thing) for text, thing in pairs]


def find(query: str, blocks: Iterable[Block[T]]) -> list[tuple[float, T]]:
    """What a query may mean, in the order of the blocks, and how likely; all, with 0.0, for a query of nothing."""
    asked = plain(query)
    names = [name for block in blocks for name in block.names]
    if asked == " ":
        return [(0.0, name.thing) for name in names]
    bare, letters = asked[1:], _letters(asked)
    able = [name for name in names if name.letters & letters == letters]
    found = [(_unbroken(asked, name.told), name.thing) for name in able if bare in name.told]
    if len(found) < ENOUGH:
        found += [(value, name.thing) for name in _apart(asked, able) if (value := _of_pieces(asked, name.told))]
    return found


def best(found: Iterable[tuple[float, T]], most: int) -> list[T]:
    """The likeliest, best first; of two alike the one that came first."""
    return [thing for _, thing in nlargest(most, found, key=itemgetter(0))]


def matched(query: str, text: str) -> frozenset[int]:
    """The places of the letters of a text that a query means."""
    asked, pairs = plain(query), list(_spread(text))
    told = "".join(letter for letter, _ in pairs)
    return frozenset(pairs[at][1] for at in _places(asked, told) if told[at] != " ")


def plain(text: str) -> str:
    """Every word of a text in small letters without accents after one blank; one blank where there is none."""
    return "".join(letter for letter, _ in _spread(text)) or " "


def _spread(text: str) -> Iterator[tuple[str, int]]:
    """The letters of `plain`, each with the place in the text that it comes from."""
    blank = True
    for at, letter in enumerate(text):
        told = _plain(letter)
        if told == " ":
            blank = True
            continue
        if told and blank:
            yield " ", at
            blank = False
        for each in told:
            yield each, at


@cache
def _plain(letter: str) -> str:
    if unicodedata.combining(letter):
        return ""
    return folded(letter) if letter.isalnum() else " "


def _letters(told: str) -> int:
    """One bit for each of the letters and digits, which those of other scripts share."""
    bits = 0
    for letter in set(told) - {" "}:
        bits |= 1 << (ord(letter) & 63)
    return bits


def _unbroken(asked: str, told: str) -> float:
    """How good a name is that holds what is asked in one piece; of two alike the shorter is better."""
    share = len(asked) / (len(told) + 1)
    if asked == told:
        return WHOLE + share
    if told.startswith(asked):
        return OPENING + share
    return (WORD if asked in told else INSIDE) + share


def _apart(asked: str, names: Iterable[Name[T]]) -> list[Name[T]]:
    """Those that may hold what is asked in several pieces, one of them where a word begins: told by what is quick,
    as few of thousands do."""
    bare, words, head = asked[1:], asked.split(), asked[:2]
    letters = map(re.escape, asked[2:].replace(" ", ""))
    through = re.compile(re.escape(head) + "".join(f"[^{letter}]{{0,{GAP}}}{letter}" for letter in letters)).search
    rest = [name for name in names if head in name.told and bare not in name.told]
    if len(words) < 2:
        return [name for name in rest if through(name.told)]
    return [name for name in rest if through(name.told) or all(word in name.told for word in words)]


def _of_pieces(asked: str, told: str) -> float:
    """The same for a name that holds it in several pieces; 0.0 where it does not."""
    share = len(asked) / (len(told) + 1)
    words = asked.split()
    if len(words) > 1 and all(word in told for word in words):
        return (WORDS if all(f" {word}" in told for word in words) else APART) + share
    bare = asked.replace(" ", "")
    if _initials(bare, told):
        return INITIALS + share
    places = _scattered(bare, told)
    return SCATTERED * len(bare) / (places[-1] - places[0] + 1) + share if places else 0.0


def _places(asked: str, told: str) -> Sequence[int]:
    """Where the letters stand that are asked for."""
    bare, words = asked.replace(" ", ""), asked.split()
    if not bare:
        return ()
    for piece in (asked, asked[1:]):
        if (at := told.find(piece)) >= 0:
            return range(at, at + len(piece))
    if len(words) > 1 and all(word in told for word in words):
        return [at for word in words for at in _of_word(word, told)]
    return _initials(bare, told) or _scattered(bare, told)


def _of_word(word: str, told: str) -> range:
    at = told.find(f" {word}") + 1 or told.find(word)
    return range(at, at + len(word))


def _initials(bare: str, told: str) -> list[int]:
    """The places of letters that all begin words; none where one does not."""
    places, at = list[int](), 0
    for letter in bare:
        at = told.find(f" {letter}", at) + 1
        if not at:
            return []
        places.append(at)
    return places


def _scattered(bare: str, told: str) -> list[int]:
    """The places of letters in their order, close together; none where they are not."""
    places, at = list[int](), 0
    for letter in bare:
        at = told.find(letter, at) + 1
        if not at:
            return []
        places.append(at - 1)
    places = _drawn_together(bare, told, places[-1])
    return places if places[-1] - places[0] < WIDEST * len(bare) else []


def _drawn_together(bare: str, told: str, last: int) -> list[int]:
    """The same letters with the last one there and every other as near to the one behind it as can be."""
    places, at = list[int](), last + 1
    for letter in reversed(bare):
        at = told.rfind(letter, 0, at)
        places.append(at)
    return places[::-1]
