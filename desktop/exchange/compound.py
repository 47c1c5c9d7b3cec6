"""The container of old workbooks, and of new ones with a password: a small file system in a file.

Microsoft (2024), "[MS-CFB]: Compound File Binary File Format". It is gone through before a reader gets it, since chains
of sectors that run in a circle would fill the memory.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from struct import Struct, error, unpack_from

SIGN = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER, _IN_HEADER = 512, 109
"""Bytes of the header, and how many sectors of the table it names itself."""

_LAST, _NONE = 0xFFFFFFFE, 0xFFFFFFFF
"""In the place of the sector that follows: there is none; there is nothing."""

_SHIFTS = (9, 12)
"""Sectors have 512 or 4,096 bytes."""

_SMALL, _CUTOFF = 64, 4096
"""Streams of fewer bytes than the latter lie in sectors of the former, which are a stream of their own."""

_ENTRY = Struct("<64sHBB3I16sI8s8sIQ")
"""Name, its bytes with the zero at its end, sort, colour, neighbours, class, state, times, first sector, size."""

_STREAM, _ROOT = 2, 5


class CompoundError(Exception):
    """A container that is broken."""


@dataclass(frozen=True)
class Compound:
    """A sound container. `data` is what it was read from, filled up to whole sectors."""

    data: bytes
    size: int
    table: tuple[int, ...]
    streams: Mapping[str, tuple[int, int]]

    def stream(self, name: str) -> bytes:
        """What is in it under this name, in small letters; nothing where there is none, or one too small for a book."""
        first, long = self.streams.get(name, (_LAST, 0))
        if long < _CUTOFF:
            return b""
        return b"".join(_bytes(self.data, self.size, at) for at in _chain(first, self.table))[:long]


def opened(data: bytes) -> Compound:
    """The container. Raises CompoundError unless every chain in it ends, and is as long as it says."""
    try:
        return _opened(data)
    except (error, IndexError, OverflowError) as broken:
        raise CompoundError(str(broken)) from broken


def _opened(data: bytes) -> Compound:
    shift, small = unpack_from("<HH", data, 30)
    if not data.startswith(SIGN) or shift not in _SHIFTS or 1 << small != _SMALL:
        raise CompoundError("header")
    size = 1 << shift
    data += bytes(-len(data) % size)
    count = len(data) // size - 1
    tables, directory, _, cutoff, little, littles, more, mores = unpack_from("<8I", data, 44)
    if cutoff != _CUTOFF or max(tables, littles, mores) > count:
        raise CompoundError("header")
    named = islice(_named(data, size, count, more, mores), tables)
    table = _table(data, size, named, count)
    small_table = _table(data, size, _chain(little, table), count * size // _SMALL)
    entries = list(_entries(b"".join(_bytes(data, size, at) for at in _chain(directory, table))))
    _check(entries, table, small_table, size)
    return Compound(data, size, table, {name: (first, long) for name, sort, first, long in entries if sort == _STREAM})


def _named(data: bytes, size: int, count: int, more: int, mores: int) -> Iterator[int]:
    """The sectors of the table: those that the header names, then those of a list of its own."""
    yield from (at for at in unpack_from(f"<{_IN_HEADER}I", data, 76) if at != _NONE)
    for _ in range(mores):
        if more >= count:
            raise CompoundError("list")
        *found, more = unpack_from(f"<{size // 4}I", data, (more + 1) * size)
        yield from (at for at in found if at != _NONE)


def _table(data: bytes, size: int, sectors: Iterable[int], most: int) -> tuple[int, ...]:
    """What follows each of so many sectors at most."""
    found: list[int] = []
    for at in sectors:
        found += unpack_from(f"<{size // 4}I", data, (at + 1) * size)
        if len(found) >= most:
            break
    return tuple(found[:most])


def _bytes(data: bytes, size: int, at: int) -> bytes:
    return data[(at + 1) * size : (at + 2) * size]


def _chain(first: int, table: tuple[int, ...]) -> Iterator[int]:
    """A sector and those that follow it. Raises CompoundError where they lead out of the file, or in a circle."""
    at, left = first, len(table)
    while at != _LAST:
        if at >= len(table) or not left:
            raise CompoundError("chain")
        yield at
        at, left = table[at], left - 1


def _entries(directory: bytes) -> Iterator[tuple[str, int, int, int]]:
    """Names in small letters, sorts, first sectors and sizes."""
    for name, long, sort, *_, first, size in _ENTRY.iter_unpack(directory):
        if sort in (_STREAM, _ROOT):
            yield name[: max(long - 2, 0)].decode("utf-16-le", "replace").casefold(), sort, first, size & 0xFFFFFFFF


def _check(
    entries: Iterable[tuple[str, int, int, int]], table: tuple[int, ...], small: tuple[int, ...], size: int
) -> None:
    """Raises CompoundError where a stream is shorter than it says, or in a circle."""
    for _, sort, first, long in entries:
        little = sort == _STREAM and long < _CUTOFF
        there = sum(1 for _ in _chain(first, small if little else table)) if long else 0
        if there * (_SMALL if little else size) < long:
            raise CompoundError("stream")
