"""Drawings to print in tests, and what other programs find in the files."""

from io import BytesIO

import pikepdf
import pypdfium2

from desktop import resources
from desktop.drawing.shapes import Drawing, Figure, Glyphs, Placed
from desktop.paint.pdf import pdf_bytes
from desktop.plan.page import Page
from desktop.typeset.lines import TextStyle

SHEET = Page(600.0, 300.0, 10.0, 20.0, 2.0)
"""A page in pt; one unit of the drawing is 2 pt."""

NO_PICTURES = {}.get


def fonts():
    return resources.typesetter().fonts


def typeset(text, face="regular", width=10**7):
    """Lines of the real typesetter."""
    return resources.typesetter().lines(text, TextStyle(face), width)


def glyphs(text, x=10.0, y=20.0, size=10.0, colour="#1B1F2A", face="regular"):
    """One typeset line whose baseline begins at (x, y)."""
    return Glyphs(x, y, size, colour, typeset(text, face)[0])


def figure(*shapes, id_="c1", role="card", name="A card"):
    return Figure(id_, role, name, 100.0, 50.0, shapes)


def drawing(*shapes, **fields):
    """A drawing of 290 × 140 units with one figure, 5 units from its corner."""
    return Drawing(
        **{"width": 290.0, "height": 140.0, "background": "", "placed": (Placed(5.0, 5.0, figure(*shapes)),), **fields}
    )


def pdf(*shapes, page=SHEET, pictures=NO_PICTURES, **fields):
    return pdf_bytes(drawing(*shapes, **fields), fonts(), pictures, page)


def text_of(data):
    """The text that PDFium finds on the first page, its line ends as line feeds."""
    with_page = pypdfium2.PdfDocument(data)
    try:
        return with_page[0].get_textpage().get_text_range().replace("\r\n", "\n")
    finally:
        with_page.close()


def picture_of(data, scale=1.0):
    """The first page as PDFium paints it, a Pillow picture with `scale` pixels to the pt."""
    document = pypdfium2.PdfDocument(data)
    try:
        return document[0].render(scale=scale).to_pil().convert("RGB")
    finally:
        document.close()


def objects_of(data):
    """The file as pikepdf reads it, for a `with` statement."""
    return pikepdf.open(BytesIO(data))


def operators_of(data):
    """The first page's content, a character for each byte."""
    with objects_of(data) as file:
        return file.pages[0].Contents.read_bytes().decode("latin-1")
