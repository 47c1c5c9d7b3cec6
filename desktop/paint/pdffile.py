"""The objects of a PDF file as bytes: ReportLab keeps them, and here they are written, small ones packed together."""

import hashlib
import zlib
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream
from reportlab.pdfbase.pdfdoc import format as formatted

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
"""The version, and four bytes from which programs see that the file is not text."""

PACKED = 400
"""So many small objects are packed into one stream: they take a fifth of their bytes, and readers find one quickly."""

OFFSETS, NUMBERS = 4, 2
"""Bytes of a place in the file, and of a place in a stream."""

FREE = (0, 0, 0xFFFF)


class Entry(NamedTuple):
    """Where an object lies: kind 1 at `place` in the file, kind 2 as the `at`-th in the stream of number `place`."""

    kind: int
    place: int
    at: int

    def row(self) -> bytes:
        return bytes((self.kind,)) + self.place.to_bytes(OFFSETS, "big") + self.at.to_bytes(NUMBERS, "big")


class PdfFile:
    """Gives out numbers for objects and writes them in a file without dates or chance.

    Objects made by the ten thousand are handed in as bytes: `reserve` numbers for them, then `fill`.
    """

    def __init__(self) -> None:
        rl_config.useA85 = 0  # text encoding of binary streams makes files a quarter larger
        self.registry: Any = PDFDocument(compression=1, invariant=1)
        """ReportLab's own list of objects."""

        self._ready: dict[int, bytes] = {}

    def refer(self, thing: Any, name: str | None = None) -> Any:
        """A reference to an object, which is held from now on."""
        return self.registry.Reference(thing, name)

    def number(self, thing: Any) -> int:
        """The number of an object, which is held from now on."""
        return int(self.registry.idToObjectNumberAndVersion[self.refer(thing).name][0])

    def reserve(self, count: int) -> int:
        """The first of so many neighbouring numbers, whose objects come later."""
        first = int(self.registry.objectcounter) + 1
        self.registry.objectcounter += count
        return first

    def fill(self, first: int, contents: Sequence[bytes]) -> None:
        """The objects of reserved numbers as they are to stand in the file."""
        self._ready.update(enumerate(contents, first))

    def written(self, catalogue: Any, info: Any) -> bytes:
        """The whole file."""
        root, about = self.number(catalogue), self.number(info)
        parts, entries, small = [HEADER], {}, list[tuple[int, bytes]]()
        at = len(HEADER)
        for number, content, packable in self._objects():
            if packable:
                small.append((number, content))
                continue
            entries[number] = Entry(1, at, 0)
            parts.append(_object(number, content))
            at += len(parts[-1])
        for start in range(0, len(small), PACKED):
            group, number = small[start : start + PACKED], self.reserve(1)
            entries |= {each: Entry(2, number, index) for index, (each, _) in enumerate(group)}
            entries[number] = Entry(1, at, 0)
            parts.append(_object(number, _packed(group)))
            at += len(parts[-1])
        parts.append(self._table(entries, at, root, about, parts))
        return b"".join(parts)

    def _objects(self) -> Iterator[tuple[int, bytes, bool]]:
        """Number, content, and whether it may be packed; objects may name new ones while they are written."""
        number = 0
        while number < self.registry.objectcounter:
            number += 1
            if number in self._ready:
                yield number, self._ready[number], True
                continue
            thing = self.registry.idToObject[self.registry.numberToId[number]]
            packable = not isinstance(thing, PDFStream)
            yield number, formatted(thing, self.registry, toplevel=1), packable

    def _table(self, entries: dict[int, Entry], at: int, root: int, about: int, parts: Sequence[bytes]) -> bytes:
        """Where all objects lie, and the end of the file; the file's fingerprint is made of what it holds."""
        number = self.reserve(1)
        entries[number] = Entry(1, at, 0)
        rows = [Entry(*FREE).row(), *(entries[each].row() for each in range(1, number + 1))]
        content = zlib.compress(_differences(rows))
        digest = hashlib.sha256()
        for part in parts:
            digest.update(part)
        mark = digest.hexdigest()[:32].upper()
        told = (
            f"/Type/XRef/Size {number + 1}/W[1 {OFFSETS} {NUMBERS}]/Root {root} 0 R/Info {about} 0 R"
            f"/ID[<{mark}><{mark}>]/DecodeParms<</Predictor 12/Columns {len(rows[0])}>>"
        )
        return _object(number, _stream(told, content)) + f"startxref\n{at}\n%%EOF\n".encode()


def _object(number: int, content: bytes) -> bytes:
    end = b"" if content.endswith(b"\n") else b"\n"
    return b"%d 0 obj\n%s%sendobj\n" % (number, content, end)


def _stream(entries: str, compressed: bytes) -> bytes:
    head = f"<<{entries}/Filter/FlateDecode/Length {len(compressed)}>>\nstream\n".encode()
    return head + compressed + b"\nendstream\n"


def _packed(group: Sequence[tuple[int, bytes]]) -> bytes:
    """Several objects in one stream: first their numbers and places, then what they hold."""
    places, at = [], 0
    for number, content in group:
        places.append(f"{number} {at}")
        at += len(content) + 1
    index = " ".join(places).encode() + b"\n"
    content = zlib.compress(index + b"\n".join(content for _, content in group))
    return _stream(f"/Type/ObjStm/N {len(group)}/First {len(index)}", content)


def _differences(rows: Sequence[bytes]) -> bytes:
    """Each row as what it has more than the row above, byte by byte, after the number of that way (PNG's “up”)."""
    above, parts = bytes(len(rows[0])), []
    for row in rows:
        parts.append(b"\x02" + bytes((one - other) & 0xFF for one, other in zip(row, above, strict=True)))
        above = row
    return b"".join(parts)
