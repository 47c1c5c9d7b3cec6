"""Figures that were made before, found by what they were made from."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from operator import is_
from typing import Generic, TypeVar

V = TypeVar("V")


class Memory(Generic[V]):
    """Values by a name and the sources that they were made from; the least recently used go.

    Sources are compared by identity where they are frozen parts of a document or of a layout (cheap, and an edit makes
    new ones), and must therefore be kept: the memory holds them.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._kept: OrderedDict[Hashable, tuple[tuple[object, ...], V]] = OrderedDict()

    def get(self, name: Hashable, sources: tuple[object, ...], make: Callable[[], V]) -> V:
        """The value under this name when its sources are the very same objects, or a new one."""
        kept = self._kept.pop(name, None)
        if kept is None or not _same(kept[0], sources):
            kept = (sources, make())
            if len(self._kept) >= self._size:
                self._kept.popitem(last=False)  # a plain dictionary would look for its first entry among those gone
        self._kept[name] = kept
        return kept[1]


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    return len(one) == len(other) and all(map(is_, one, other))
