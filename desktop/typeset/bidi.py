"""Writing direction: embedding levels of a paragraph and the order of its parts on a line (UAX 9)."""

import re
from collections.abc import Callable, Sequence
from typing import TypeVar
from unicodedata import bidirectional

from bidi import algorithm

T = TypeVar("T")

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_ISOLATES = str.maketrans({"\u2066": "\u202a", "\u2067": "\u202b", "\u2068": "\u202a", "\u2069": "\u202c"})


def levels(text: str) -> tuple[int, Sequence[int]]:
    """The base level of a paragraph (1 when its first strong letter is right-to-left) and the level of each character.

    Isolates are taken as embeddings. Characters that carry no level of their own have that of the one before.
    """
    if not has_right_to_left(text):
        return 0, bytes(len(text))
    base = base_level(text)
    found = {entry["index"]: entry["level"] for entry in _resolve(text.translate(_ISOLATES), base)}
    resolved: list[int] = []
    level = base
    for index in range(len(text)):
        level = found.get(index, level)
        resolved.append(level)
    return base, resolved


def has_right_to_left(text: str) -> bool:
    """Whether anything in it may run from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def base_level(text: str) -> int:
    """1 for a paragraph whose first strong letter is right-to-left, else 0."""
    return algorithm.get_base_level(text) if has_right_to_left(text) else 0


def visual(parts: Sequence[T], level: Callable[[T], int]) -> list[T]:
    """The parts of a line from left to right: from the highest level down, reverse what is at it or above (rule L2)."""
    ordered = list(parts)
    found = [level(part) for part in parts]
    for height in range(max(found, default=0), 0, -1):
        start = 0
        while start < len(ordered):
            end = start
            while end < len(ordered) and found[end] >= height:
                end += 1
            ordered[start:end] = reversed(ordered[start:end])
            found[start:end] = reversed(found[start:end])
            start = end + 1
    return ordered


def _resolve(text: str, base: int) -> list[dict[str, int]]:
    """Rules X1 to I2; what comes back knows its index, since rule X9 leaves characters out."""
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels("".join(c if bidirectional(c) else "a" for c in text), storage)
    for index, entry in enumerate(storage["chars"]):
        entry["index"] = index
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    resolved: list[dict[str, int]] = storage["chars"]
    return resolved
