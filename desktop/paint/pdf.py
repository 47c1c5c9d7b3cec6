"""A drawing as a PDF file: vectors and text, each figure in its place, in reading order."""

from desktop.drawing.shapes import (
    AssetBytes,
    Box,
    Drawing,
    Ellipse,
    Figure,
    Glyphs,
    Hyperlink,
    Image,
    Path,
    Placed,
    Shape,
    inked,
)
from desktop.layout.places import Rect
from desktop.paint import pdfshapes
from desktop.paint.fonts import Fonts
from desktop.paint.numbers import number
from desktop.paint.pdfcolours import fill_colour
from desktop.paint.pdfdocument import PosterCanvas, Sides
from desktop.paint.pdfforms import FormStore
from desktop.paint.pdfimages import PictureWriter
from desktop.paint.pdftext import TextWriter
from desktop.plan.page import Page

LONG = 120
"""A path of more operators (in bytes) becomes a form when it comes back: icons stand on every card."""

OUTLINES = (Box, Ellipse, Path)


def pdf_bytes(drawing: Drawing, fonts: Fonts, asset_bytes: AssetBytes, page: Page) -> bytes:
    """One page with the drawing on it. The same input gives the same bytes on any day."""
    canvas = PosterCanvas(drawing, page)
    forms = FormStore(canvas, fonts)
    text = TextWriter(fonts, forms)
    writer = FigureWriter(text, forms, PictureWriter(canvas, asset_bytes), page)
    operators = [_ground(drawing.background, page)] if drawing.background else []
    for placed in drawing.placed:
        operators.append(writer.figure(placed))
        _link(canvas, placed, page)
    _bookmark(canvas, drawing, page)
    return canvas.finished("\n".join(operators), list(text.subsets.values()))


def _ground(colour: str, page: Page) -> str:
    return f"{fill_colour(colour)} 0 0 {number(page.width, 4)} {number(page.height, 4)} re f"


class FigureWriter:
    """Turns placed figures into operators for one page; remembers what equal shapes came to."""

    def __init__(self, text: TextWriter, forms: FormStore, pictures: PictureWriter, page: Page) -> None:
        self._text = text
        self._forms = forms
        self._pictures = pictures
        self._page = page
        self._known: dict[Box | Ellipse | Path, str] = {}

    def figure(self, placed: Placed) -> str:
        """A figure with its origin moved to its place."""
        page = self._page
        x, y = page.x + placed.x * page.scale, page.height - page.y - placed.y * page.scale
        return f"q 1 0 0 1 {number(x, 3)} {number(y, 3)} cm\n{self._ink(placed.figure)}\nQ"

    def _ink(self, figure: Figure) -> str:
        """All shapes; neighbouring lines become one text object."""
        scale = self._page.scale
        parts: list[str] = []
        lines: list[Glyphs] = []
        for shape in inked(figure.shapes, self._pictures.fault):
            if isinstance(shape, Glyphs):
                lines.append(shape)
                continue
            if lines:
                parts.append(self._text.block(lines, scale))
                lines = []
            parts.append(self._shape(shape))
        if lines:
            parts.append(self._text.block(lines, scale))
        return "\n".join(filter(None, parts))

    def _shape(self, shape: Shape) -> str:
        if isinstance(shape, Image):
            return self._pictures.operators(shape, self._page.scale)
        if not isinstance(shape, OUTLINES):
            return ""
        known = self._known.get(shape)
        if known is None:
            known = self._known[shape] = _outline(shape, self._page.scale)
        elif len(known) > LONG and isinstance(shape, Path):
            known = self._known[shape] = self._forms.shape(shape, self._page.scale, known)
        return known


def _outline(shape: Box | Ellipse | Path, scale: float) -> str:
    if isinstance(shape, Box):
        return pdfshapes.box(shape, scale)
    return pdfshapes.ellipse(shape, scale) if isinstance(shape, Ellipse) else pdfshapes.path(shape, scale)


def _link(canvas: PosterCanvas, placed: Placed, page: Page) -> None:
    for shape in placed.figure.shapes:
        if isinstance(shape, Hyperlink):
            rect = Rect(placed.x + shape.x, placed.y + shape.y, shape.width, shape.height)
            canvas.link(shape.address, _on_page(rect, page))


def _bookmark(canvas: PosterCanvas, drawing: Drawing, page: Page) -> None:
    for index, mark in enumerate(drawing.bookmarks):
        canvas.bookmark(f"b{index}", mark.title, _on_page(Rect(mark.x, mark.y, mark.width, mark.height), page))


def _on_page(rect: Rect, page: Page) -> Sides:
    """Left, bottom, right and top in pt from the page's left and bottom edge."""
    left, top = page.x + rect.x * page.scale, page.height - page.y - rect.y * page.scale
    return (
        round(left, 2),
        round(top - rect.height * page.scale, 2),
        round(left + rect.width * page.scale, 2),
        round(top, 2),
    )
