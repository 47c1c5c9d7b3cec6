"""Sheets as a PDF file: vectors and text, each figure in its place; a sheet holds only what is seen on it."""

from collections.abc import Callable, Iterator

from desktop.drawing.shapes import AssetBytes, Drawing, Hyperlink
from desktop.layout.places import Rect
from desktop.paint.culling import Extent, extents, inside, meeting
from desktop.paint.fonts import Fonts
from desktop.paint.numbers import number, numbers
from desktop.paint.pdfcolours import fill_colour
from desktop.paint.pdfdocument import Container, Link, sides_of
from desktop.paint.pdffigures import FigureWriter
from desktop.paint.pdfforms import FormStore
from desktop.paint.pdfimages import PictureWriter
from desktop.paint.pdfoutline import Mark
from desktop.paint.pdftext import TextWriter
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
    image_dpi: int = 150,
    tagged: bool = True,
    told: Told = silent,
) -> bytes:
    """All sheets as one file, pictures with so many dots an inch. The same input gives the same bytes on any day."""
    writer = DocumentWriter(document, fonts, asset_bytes)
    for done, sheet in enumerate(document.sheets):
        told(done, len(document.sheets))
        writer.add(sheet)
    told(len(document.sheets), len(document.sheets))
    return writer.finished()


class DocumentWriter:
    """Paints sheets into one file; they share fonts, pictures, words and forms."""

    def __init__(self, document: Document, fonts: Fonts, asset_bytes: AssetBytes) -> None:
        self._container = Container(document)
        self._forms = FormStore(self._container, fonts)
        self._text = TextWriter(fonts, self._forms)
        self._pictures = PictureWriter(self._container, asset_bytes)
        self._writers: dict[float, FigureWriter] = {}
        self._extents: dict[int, list[Extent]] = {}

    def add(self, sheet: Sheet) -> None:
        """One more page."""
        painted = [self._painted(view, sheet) for view in sheet.views]
        links = [link for view in sheet.views for link in _links(view, sheet)]
        page = self._container.add_sheet(sheet, "\n".join(painted), links)
        if sheet.title:
            self._container.marks.append(Mark(0, sheet.title, page))
        for view in sheet.views:
            self._container.marks += _marks(view, sheet, page)

    def finished(self) -> bytes:
        return self._container.finished(list(self._text.subsets.values()), {})

    def _painted(self, view: View, sheet: Sheet) -> str:
        """The operators of a view."""
        clip = view.clip or Rect(0.0, 0.0, sheet.width, sheet.height)
        frame = f"{numbers(*_frame(clip, sheet.height))} re"
        parts = [f"q {frame} W n"] if view.clip else []
        if view.layer:
            parts.append(f"/OC /{self._container.layer(view.layer)} BDC")
        if view.drawing.background:
            parts.append(f"{fill_colour(view.drawing.background)} {frame} f")
        parts += self._figures(view, sheet)
        if view.layer:
            parts.append("EMC")
        if view.clip:
            parts.append("Q")
        return "\n".join(parts)

    def _figures(self, view: View, sheet: Sheet) -> Iterator[str]:
        writer, placed = self._writer(view.scale), view.drawing.placed
        reaches, window = self._reaches(view.drawing), _window(view, sheet)
        for at in meeting(reaches, window) if view.clip else range(len(placed)):
            x, y, figure, _, _ = placed[at]
            cut = view.clip and not inside(reaches[at], window)
            inks = writer.within(figure, _seen_from(x, y, window)) if cut else writer.whole(figure)
            left, bottom = view.x + x * view.scale, sheet.height - view.y - y * view.scale
            ink = "\n".join(part.operators for part in inks)
            yield f"q 1 0 0 1 {number(left, 3)} {number(bottom, 3)} cm\n{ink}\nQ"

    def _writer(self, scale: float) -> FigureWriter:
        if scale not in self._writers:
            self._writers[scale] = FigureWriter(self._text, self._forms, self._pictures, scale)
        return self._writers[scale]

    def _reaches(self, drawing: Drawing) -> list[Extent]:
        """Of all figures, measured once however many sheets show them."""
        if id(drawing) not in self._extents:
            self._extents[id(drawing)] = extents(drawing)
        return self._extents[id(drawing)]


def _frame(clip: Rect, height: float) -> tuple[float, float, float, float]:
    """Left, bottom, width and height as `re` takes them."""
    return clip.x, height - clip.bottom, clip.width, clip.height


def _window(view: View, sheet: Sheet) -> Rect:
    """What a view shows, in units of its drawing."""
    clip, scale = view.clip or Rect(0.0, 0.0, sheet.width, sheet.height), view.scale
    return Rect((clip.x - view.x) / scale, (clip.y - view.y) / scale, clip.width / scale, clip.height / scale)


def _seen_from(x: float, y: float, window: Rect) -> Rect:
    return Rect(window.x - x, window.y - y, window.width, window.height)


def _links(view: View, sheet: Sheet) -> Iterator[Link]:
    """The links of a view that are seen on its sheet."""
    window = _window(view, sheet)
    for placed in view.drawing.placed:
        for shape in placed.figure.shapes:
            if isinstance(shape, Hyperlink):
                rect = Rect(placed.x + shape.x, placed.y + shape.y, shape.width, shape.height)
                if rect.meets(window):
                    yield Link(shape.address, sides_of(_on_sheet(rect, view), sheet.height))


def _marks(view: View, sheet: Sheet, page: object) -> Iterator[Mark]:
    """The bookmarks of a view whose upper left corner is seen on its sheet."""
    window, below = _window(view, sheet), 1 if sheet.title else 0
    for mark in view.drawing.bookmarks:
        if window.x <= mark.x < window.right and window.y <= mark.y < window.bottom:
            rect = _on_sheet(Rect(mark.x, mark.y, mark.width, mark.height), view)
            yield Mark(below + mark.level, mark.title, page, sides_of(rect, sheet.height))


def _on_sheet(rect: Rect, view: View) -> Rect:
    """A rectangle of the drawing in pt from the sheet's left and top."""
    scale = view.scale
    return Rect(view.x + rect.x * scale, view.y + rect.y * scale, rect.width * scale, rect.height * scale)
