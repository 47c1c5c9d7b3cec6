"""Sheets as a PDF file: vectors and text, each figure in its place; a sheet holds only what is seen on it."""

from collections.abc import Callable, Iterator
from typing import Any

from desktop.collector import resting_collector
from desktop.drawing.shapes import AssetBytes, Bookmark, Drawing, Image
from desktop.layout.places import Rect
from desktop.paint.fonts import Fonts
from desktop.paint.pdfdocument import Container, Link, sides_of
from desktop.paint.pdffigures import FigureWriter
from desktop.paint.pdfforms import FormStore
from desktop.paint.pdfimages import PictureWriter, Printing, largest
from desktop.paint.pdfoutline import Mark
from desktop.paint.pdftags import Piece, Tags
from desktop.paint.pdftext import TextWriter
from desktop.paint.pdfview import ViewWriter, window_of
from desktop.paint.survey import Survey
from desktop.plan.page import Document, Page, Sheet, View, document_of, sheet_of

Told = Callable[[int, int], None]
"""Hears how many sheets are done, and of how many; what it raises ends the work."""


def silent(_done: int, _whole: int) -> None:
    """Nobody follows."""


def pdf_bytes(drawing: Drawing, fonts: Fonts, asset_bytes: AssetBytes, page: Page) -> bytes:
    """One page with the drawing on it, without tags. The same input gives the same bytes on any day."""
    return document_bytes(document_of(drawing, [sheet_of(drawing, page)]), fonts, asset_bytes, tagged=False)


def document_bytes(
    document: Document,
    fonts: Fonts,
    asset_bytes: AssetBytes,
    *,
    image_dpi: float = 150,
    tagged: bool = True,
    told: Told = silent,
) -> bytes:
    """All sheets as one file. The same input gives the same bytes on any day.

    image_dpi: dots an inch of pictures that have more than that by half. tagged: so that it can be read out.
    """
    with resting_collector():
        writer = DocumentWriter(document, fonts, asset_bytes, Printing(image_dpi, document.grey), tagged=tagged)
        for done, sheet in enumerate(document.sheets):
            told(done, len(document.sheets))
            writer.add(sheet)
        told(len(document.sheets), len(document.sheets))
        return writer.finished()


class DocumentWriter:
    """Paints sheets into one file; they share fonts, pictures, words and forms."""

    def __init__(
        self, document: Document, fonts: Fonts, asset_bytes: AssetBytes, printing: Printing, *, tagged: bool
    ) -> None:
        self._container = Container(document)
        self._forms = FormStore(self._container, fonts, grey=printing.grey)
        self._text = TextWriter(fonts, self._forms, blanks=tagged)
        self._surveys: dict[int, Survey] = {}
        sizes = largest(self._images(document))
        self._pictures = PictureWriter(self._container, asset_bytes, sizes, printing)
        self._grey = printing.grey
        self._tags = Tags(self._container.file) if tagged else None
        self._several = len(document.sheets) > 1
        self._figures: dict[float, FigureWriter] = {}
        self._marked: set[tuple[int, Bookmark]] = set()

    def add(self, sheet: Sheet) -> None:
        """One more page."""
        operators, pieces = list[str](), list[list[Piece]]()
        for view in sheet.views:
            first = sum(map(len, pieces)) if self._tags else None
            survey = self._survey(view.drawing)
            writer = ViewWriter(view, sheet, survey, self._writer(view.scale), first)
            operators.append(writer.operators(self._container.layer(view.layer) if view.layer else ""))
            pieces.append(writer.pieces)
        links = [link for view in sheet.views for link in self._links(view, sheet)]
        page, annotations = self._container.add_sheet(sheet, "\n".join(operators), links)
        if self._tags:
            title = (sheet.title or sheet.label) if self._several else ""
            self._tags.add_page(page, title, pieces, annotations)
        self._container.marks += self._marks(sheet, page)

    def finished(self) -> bytes:
        tree = self._tags.finished() if self._tags else {}
        return self._container.finished(self._text.subsets.values(), tree)

    def _writer(self, scale: float) -> FigureWriter:
        if scale not in self._figures:
            self._figures[scale] = FigureWriter(self._text, self._forms, self._pictures, scale, grey=self._grey)
        return self._figures[scale]

    def _images(self, document: Document) -> Iterator[tuple[Image, float]]:
        """The pictures of all drawings at their scales, each once."""
        views = {(id(view.drawing), view.scale): view for sheet in document.sheets for view in sheet.views}
        for view in views.values():
            yield from ((image, view.scale) for image in self._survey(view.drawing).images)

    def _survey(self, drawing: Drawing) -> Survey:
        if id(drawing) not in self._surveys:
            self._surveys[id(drawing)] = Survey(drawing)
        return self._surveys[id(drawing)]

    def _links(self, view: View, sheet: Sheet) -> Iterator[Link]:
        """The links of a view that are seen on its sheet."""
        window = window_of(view, sheet)
        for address, rect in self._survey(view.drawing).links():
            if rect.meets(window):
                yield Link(address, sides_of(_on_sheet(rect, view), sheet.height))

    def _marks(self, sheet: Sheet, page: Any) -> Iterator[Mark]:
        """The sheet's bookmark and those of what begins on it, each once in a file."""
        if sheet.title:
            yield Mark(0, sheet.title, page)
        for view in sheet.views:
            window = window_of(view, sheet)
            for mark in () if view.artifact else view.drawing.bookmarks:
                known = id(view.drawing), mark
                if window.contains(mark.x, mark.y) and known not in self._marked:
                    self._marked.add(known)
                    rect = _on_sheet(Rect(mark.x, mark.y, mark.width, mark.height), view)
                    yield Mark(mark.level + bool(sheet.title), mark.title, page, sides_of(rect, sheet.height))


def _on_sheet(rect: Rect, view: View) -> Rect:
    """A rectangle of the drawing in pt from the sheet's left and top."""
    scale = view.scale
    return Rect(view.x + rect.x * scale, view.y + rect.y * scale, rect.width * scale, rect.height * scale)
