"""The bookmarks of a file: a tree of titles, each of which shows a place on a page."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName

from desktop.paint.numbers import number
from desktop.paint.pdffile import PdfFile
from desktop.paint.pdfstrings import string


class Mark(NamedTuple):
    """A bookmark of a level from 0 up; without `sides` (left, bottom, right, top) it shows the whole page."""

    level: int
    title: str
    page: Any
    sides: tuple[float, float, float, float] | None = None


def outline(file: PdfFile, marks: Sequence[Mark]) -> Any:
    """A reference to the tree. A mark belongs to the last one before it that has a lower level."""
    root = PDFDictionary({"Type": PDFName("Outlines")})
    reference = file.refer(root)
    root["Count"] = _grow(file, reference, root, marks)
    return reference


def _grow(file: PdfFile, reference: Any, parent: PDFDictionary, marks: Sequence[Mark]) -> int:
    """Adds the marks below an entry; how many stand right below it. Those further down are folded."""
    entries = [_entry(file, reference, mark, below) for mark, below in _branches(marks)]
    references = [file.refer(entry) for entry in entries]
    for entry, following in pairwise(range(len(entries))):
        entries[entry]["Next"], entries[following]["Prev"] = references[following], references[entry]
    parent["First"], parent["Last"] = references[0], references[-1]
    return len(entries)


def _entry(file: PdfFile, parent: Any, mark: Mark, below: Sequence[Mark]) -> PDFDictionary:
    entry = PDFDictionary({"Title": string(mark.title), "Parent": parent, "Dest": _place(file, mark)})
    reference = file.refer(entry)
    if below:
        entry["Count"] = -_grow(file, reference, entry, below)
    return entry


def _place(file: PdfFile, mark: Mark) -> PDFArray:
    page = file.refer(mark.page)
    if mark.sides is None:
        return PDFArray([page, PDFName("Fit")])
    return PDFArray([page, PDFName("FitR"), *map(number, mark.sides)])


def _branches(marks: Sequence[Mark]) -> Iterator[tuple[Mark, Sequence[Mark]]]:
    """Each mark that has none above it, with those below it."""
    start = 0
    while start < len(marks):
        end = start + 1
        while end < len(marks) and marks[end].level > marks[start].level:
            end += 1
        yield marks[start], marks[start + 1 : end]
        start = end
