"""New ids: short, random, never one that the project holds or that was given before."""

from collections.abc import Callable, Iterable

from desktop.document.base import Part
from desktop.document.keyed import holders, keyed_fields

LETTERS = "abcdefghjkmnpqrstvwxyz"
DIGITS = "0123456789" + LETTERS
"""Base 32 as Crockford writes it: no i, l, o and u, which are misread."""

LENGTH = 10


class Ids:
    """An IdSource: one letter and nine base-32 characters, about 49 bits.

    `bits(n)` gives n random bits as an integer, as `secrets.randbits` or `random.Random(1).getrandbits` do.
    """

    def __init__(self, bits: Callable[[int], int], taken: Iterable[str] = ()) -> None:
        self._bits = bits
        self._taken = set(taken)

    def __call__(self) -> str:
        while (new := self._draw()) in self._taken:
            pass
        self._taken.add(new)
        return new

    def avoid(self, taken: Iterable[str]) -> None:
        """Never give one of these, either: what was pasted, merged or opened."""
        self._taken.update(taken)

    def _draw(self) -> str:
        first = LETTERS[self._bits(16) % len(LETTERS)]
        return first + "".join(DIGITS[self._bits(5)] for _ in range(LENGTH - 1))


def ids_of(part: Part) -> list[str]:
    """Every id in a project, a map or any other part, its own first; comments and snapshots included."""
    own = getattr(part, "id", None)
    ids = [] if own is None else [own]
    _collect(part, ids)
    return ids


def _collect(part: Part, ids: list[str]) -> None:
    for field, model in keyed_fields(type(part)).items():
        things = getattr(part, field)
        ids += [thing.id for thing in things]
        for holder in holders(things, model):
            _collect(holder, ids)
