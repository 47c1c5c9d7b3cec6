"""Posters on sheets in tests: planned, painted, and looked at as a printer would."""

from io import BytesIO

import pikepdf
import pypdfium2
from PIL import Image

from desktop import resources
from desktop.drawing.pens import placed_commands
from desktop.drawing.shapes import Box, Ellipse, Glyphs, Path
from desktop.layout.places import Rect
from desktop.paint.pdf import document_bytes
from desktop.plan import tiles
from desktop.plan.page import MM, Document
from desktop.plan.settings import Settings, Tiling
from desktop.poster.obstacles import obstacles
from desktop.poster.press import Press
from desktop.poster.sizing import posters
from desktop.storage.reader import read

DPI = 144
PIXEL = 72 / DPI
SAMPLE = read(resources.root() / "samples" / "restaurant.journey").project


def pressed(project=SAMPLE, **settings):
    """A press and the first poster that comes out of it."""
    press = Press(project, Settings(**settings))
    return press, posters(press, project, project.maps[0].id, press.settings)[0]


def planned(press, made):
    tiling = press.settings.tiling or Tiling()
    width, height = made.page.width / MM, made.page.height / MM
    return tiles.plan(width, height, obstacles(made), tiling, tiles.sheet_size(tiling))


def painted(press, sheets):
    return document_bytes(Document(tuple(sheets)), press.typesetter.fonts, {}.get, tagged=False)


def texts_of(data):
    """What PDFium finds on each page."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def pictures_of(data, origins):
    """Each page as PDFium paints it at 144 dpi, cut so that whole pixels of the poster are whole pixels of the page.

    origins: in pt the point of the poster at the page's left top. With each picture comes the poster's pixel at its own
    left top.
    """
    corners = []
    with pikepdf.open(BytesIO(data)) as file:
        for page, (left, top) in zip(file.pages, origins, strict=True):
            corners.append(_cut(page, left, top))
        aligned = BytesIO()
        file.save(aligned)
    document = pypdfium2.PdfDocument(aligned.getvalue())
    try:
        pages = [page.render(scale=DPI / 72).to_pil().convert("RGB") for page in document]
    finally:
        document.close()
    return list(zip(pages, corners, strict=True))


def _cut(page, left, top):
    """Takes less than a pixel off each side of a page."""
    x0, y0, x1, y1 = (float(each) for each in page.MediaBox)
    column, row = -int(-left // PIXEL), -int(-top // PIXEL)
    x0, y1 = x0 + column * PIXEL - left, y1 - (row * PIXEL - top)
    x1, y0 = x0 + (x1 - x0) // PIXEL * PIXEL, y1 - (y1 - y0) // PIXEL * PIXEL
    for name in ("/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"):
        if name in page.obj:
            del page.obj[name]
    page.obj["/MediaBox"] = pikepdf.Array([round(each, 4) for each in (x0, y0, x1, y1)])
    return column, row


def glued(size, pieces):
    """The tiles on one picture of that size: of each its own part; piece: picture, its corner, its part in pixels."""
    poster = Image.new("RGB", size, "#FF00FF")
    for picture, (column, row), (left, top, right, bottom) in pieces:
        part = picture.crop((left - column, top - row, right - column, bottom - row))
        poster.paste(part, (left, top))
    return poster


def in_pixels(rect):
    """A rectangle in mm as left, top, right and bottom in whole pixels."""
    return tuple(round(each * MM / PIXEL) for each in (rect.x, rect.y, rect.right, rect.bottom))


def figures(*drawings):
    """The marks of drawings by name."""
    found = {}
    for placed in (placed for drawing in drawings for placed in drawing.placed):
        shapes = (moved(shape, placed.x, placed.y) for shape in placed.figure.shapes)
        found[placed.figure.name] = (*found.get(placed.figure.name, ()), *shapes)
    return found


def moved(shape, x, y):
    """A shape seen from the drawing's origin instead of its figure's."""
    match shape:
        case Glyphs():
            return shape._replace(x=shape.x + x, y=shape.y + y)
        case Box():
            return shape._replace(x=shape.x + x, y=shape.y + y)
        case Ellipse():
            return shape._replace(cx=shape.cx + x, cy=shape.cy + y)
        case Path():
            return shape._replace(commands=placed_commands(shape.commands, x, y, 1.0))


def words(shapes):
    return [shape.line.text.strip() for shape in shapes if isinstance(shape, Glyphs)]


def bounds(shape):
    """The rectangle that a shape's ink takes, lines of text by their height of an em above the baseline."""
    match shape:
        case Box():
            half = shape.stroke_width / 2 if shape.stroke else 0.0
            return Rect(shape.x - half, shape.y - half, shape.width + 2 * half, shape.height + 2 * half)
        case Ellipse():
            return Rect(shape.cx - shape.rx, shape.cy - shape.ry, 2 * shape.rx, 2 * shape.ry)
        case Glyphs():
            width = shape.line.width * shape.size / 2048
            return Rect(shape.x, shape.y - shape.size * 0.75, width, shape.size * 0.95)
        case Path():
            points = [number for _, *numbers in shape.commands for number in numbers]
            xs, ys, half = points[::2], points[1::2], shape.stroke_width / 2 if shape.stroke else 0.0
            return Rect(min(xs) - half, min(ys) - half, max(xs) - min(xs) + 2 * half, max(ys) - min(ys) + 2 * half)


def within(inner, outer, slack=0.1):
    """Whether one rectangle lies in the other, but for some hundredths of a millimetre."""
    return (
        inner.x >= outer.x - slack
        and inner.y >= outer.y - slack
        and inner.right <= outer.right + slack
        and inner.bottom <= outer.bottom + slack
    )
