"""The structure of a file: what is read out, in which order and as what. Made of marked pieces of its pages.

Elements are counted by the ten thousand, so they are written as bytes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName

from desktop.drawing.reading import Passage, Section
from desktop.paint.pdffile import PdfFile
from desktop.paint.pdfstrings import literal

DOCUMENT = 0
"""The number of the element that holds all others."""


class Piece(NamedTuple):
    """Marked content of a page, by its number there, and the passage that it is a part of.

    tag: its own structure type, which beside a picture is not the passage's; alt: what a picture shows.
    """

    mark: int
    passage: Passage
    tag: str
    alt: str = ""


@dataclass(slots=True)
class _Element:
    """A node of the tree. kids: numbers of elements, and of its page's marks, those as what they are below zero."""

    tag: str
    parent: int
    page: int = -1
    title: str = ""
    alt: str = ""
    kids: list[int] = field(default_factory=list)
    annotation: Any = None


class Tags:
    """Collects what the pages of one file hold, and ends as its structure tree."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._elements = [_Element("Document", -1)]
        self._pages: list[Any] = []
        self._owners: list[list[int]] = []
        """Per page the element of each mark."""

        self._links: list[int] = []

    def add_page(self, page: Any, title: str, views: Iterable[Sequence[Piece]], links: Iterable[Any]) -> None:
        """The pieces of each view of a page in the order in which they are read, and its links' annotations.

        With a title they are a section of their own. Marks are counted from 0 on each page.
        """
        number = len(self._pages)
        self._pages.append(page)
        page["StructParents"], page["Tabs"] = number, PDFName("S")
        top = _added(self._elements, _Element("Sect", DOCUMENT, title=title)) if title else DOCUMENT
        owners: dict[int, int] = {}
        for pieces in views:
            owners |= _Grower(self._elements, number, top).owners(pieces)
        self._owners.append([owners[mark] for mark in range(len(owners))])
        for each in links:
            self._links.append(_added(self._elements, _Element("Link", top, number, annotation=each)))

    def finished(self) -> dict[str, Any]:
        """What the file's root says of the tree, which is in the file from now on."""
        first = self._file.reserve(len(self._elements) + 2)
        root = first + len(self._elements)
        for at, link in enumerate(self._links, len(self._pages)):
            self._elements[link].annotation["StructParent"] = at
        pages = [self._file.number(page) for page in self._pages]
        written = [self._written(element, first, root, pages) for element in self._elements]
        tree = b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>"
        written += [tree % (first, root + 1, len(pages) + len(self._links)), self._parents(first)]
        self._file.fill(first, written)
        return {"StructTreeRoot": f"{root} 0 R", "MarkInfo": PDFDictionary({"Marked": "true"})}

    def _written(self, element: _Element, first: int, root: int, pages: Sequence[int]) -> bytes:
        parent = root if element.parent < 0 else first + element.parent
        page = b"/Pg %d 0 R" % pages[element.page] if element.page >= 0 else b""
        title = b"/T%s" % literal(element.title) if element.title else b""
        alt = b"/Alt%s" % literal(element.alt) if element.alt else b""
        return b"<</S/%s/P %d 0 R%s%s%s%s>>" % (
            *(element.tag.encode(), parent, page, title, alt),
            self._kids(element, first),
        )

    def _kids(self, element: _Element, first: int) -> bytes:
        if element.annotation is not None:
            return b"/K<</Type/OBJR/Obj %d 0 R>>" % self._file.number(element.annotation)
        kids = [b"%d 0 R" % (first + kid) if kid > 0 else b"%d" % -kid for kid in element.kids]
        return b"/K %s" % kids[0] if len(kids) == 1 else b"/K[%s]" % b" ".join(kids)

    def _parents(self, first: int) -> bytes:
        """From the marks of each page, and from each link, back to their elements."""
        lists = (b" ".join(b"%d 0 R" % (first + owner) for owner in owners) for owners in self._owners)
        entries = [b"%d[%s]" % (at, owners) for at, owners in enumerate(lists)]
        entries += [b"%d %d 0 R" % (at, first + each) for at, each in enumerate(self._links, len(self._pages))]
        return b"<</Nums[%s]>>" % b"\n".join(entries)


class _Grower:
    """Adds the elements of one view of a page."""

    def __init__(self, elements: list[_Element], page: int, top: int) -> None:
        self._elements = elements
        self._page = page
        self._top = top
        self._open: list[tuple[Section, int]] = []
        self._known: dict[tuple[int, str], int] = {}

    def owners(self, pieces: Iterable[Piece]) -> dict[int, int]:
        """By the mark of each piece the number of its element."""
        return {piece.mark: self._owner(piece) for piece in pieces}

    def _owner(self, piece: Piece) -> int:
        section, passage = self._section(piece.passage.path), piece.passage
        owner = section if passage.apart else self._element(section, passage)
        if passage.apart or piece.tag != passage.tag:
            owner = _added(self._elements, _Element(piece.tag, owner, self._page, alt=piece.alt))
        self._elements[owner].kids.append(-piece.mark)
        return owner

    def _section(self, path: Sequence[Section]) -> int:
        """The innermost section, those before it opened or closed as the path says."""
        shared = 0
        while shared < min(len(path), len(self._open)) and path[shared] == self._open[shared][0]:
            shared += 1
        del self._open[shared:]
        for section in path[shared:]:
            element = _Element(section.tag, self._innermost, title=section.title)
            self._open.append((section, _added(self._elements, element)))
        return self._innermost

    @property
    def _innermost(self) -> int:
        return self._open[-1][1] if self._open else self._top

    def _element(self, section: int, passage: Passage) -> int:
        """The element that the passage is a part of, the same for all of one name in a section."""
        known = self._known.get((section, passage.element))
        if known is None:
            element = _Element(passage.tag, section, self._page, alt=passage.alt)
            known = self._known[section, passage.element] = _added(self._elements, element)
        return known


def _added(elements: list[_Element], element: _Element) -> int:
    """The number of a new element, which its parent holds from now on."""
    elements.append(element)
    elements[element.parent].kids.append(len(elements) - 1)
    return len(elements) - 1
