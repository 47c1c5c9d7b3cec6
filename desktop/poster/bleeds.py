"""A poster for the print shop: trimmed size, bleed and slug around it, and the marks in the slug.

The finished size is the poster's own. The bleed lies outside it, and its ground is really printed; the slug lies
outside the bleed and holds the marks. Nothing is scaled to make room. Millimetres, unless said otherwise.
"""

from dataclasses import dataclass, replace

from desktop.drawing.lettering import Lettering
from desktop.drawing.shapes import Box, Drawing, Figure, Placed
from desktop.drawing.shopmarks import Trimmed, shop_marks
from desktop.layout.places import Rect
from desktop.plan.page import MM, Sheet, View
from desktop.plan.paper import MOST
from desktop.poster.press import Made, Press

SLUG = 9.0
"""Around the bleed, for marks."""

MARKS = "Marks"
"""The layer of marks."""


@dataclass(frozen=True, slots=True)
class Boxes:
    """The sheet that goes into the machine, and on it what is left of it, and how far the ground is printed."""

    width: float
    height: float
    trim: Rect
    bleed: Rect


def boxes(width: float, height: float, bleed: float, *, marked: bool) -> Boxes:
    """For a poster of that finished size; marks get narrower room where the sheet would be longer than a PDF's."""
    around = bleed + (SLUG if marked else 0.0)
    across = max(0.0, min(around, (MOST - width) / 2))
    down = max(0.0, min(around, (MOST - height) / 2))
    trim = Rect(across, down, width, height)
    out_x, out_y = min(bleed, across), min(bleed, down)
    spread = Rect(trim.x - out_x, trim.y - out_y, width + 2 * out_x, height + 2 * out_y)
    return Boxes(width + 2 * across, height + 2 * down, trim, spread)


def bled(press: Press, made: Made) -> Sheet:
    """The poster's sheet as its settings ask: larger by bleed and slug on every side, marks in a layer of their own."""
    settings, page = press.settings, made.page
    size = boxes(page.width / MM, page.height / MM, settings.bleed, marked=settings.crop_marks)
    views = [
        View(_ground(size, made.drawing.background), 0.0, 0.0, MM, artifact=True),
        View(
            replace(made.drawing, background=""),
            size.trim.x * MM + page.x,
            size.trim.y * MM + page.y,
            page.scale,
            clip=points(size.bleed),
        ),
    ]
    if settings.crop_marks:
        about = Trimmed(size.width, size.height, size.trim, size.bleed, made.title or made.drawing.title)
        marks = shop_marks(about, Lettering(press.typesetter), press.words)
        views.append(View(marks, 0.0, 0.0, MM, layer=MARKS, artifact=True))
    return Sheet(
        size.width * MM,
        size.height * MM,
        tuple(views),
        title=made.title,
        trim=points(size.trim),
        bleed=points(size.bleed),
    )


def points(rect: Rect) -> Rect:
    """The rectangle in pt."""
    return Rect(rect.x * MM, rect.y * MM, rect.width * MM, rect.height * MM)


def _ground(size: Boxes, colour: str) -> Drawing:
    box = Box(size.bleed.x, size.bleed.y, size.bleed.width, size.bleed.height, colour)
    figure = Figure("", "mark", "ground", size.width, size.height, (box,))
    return Drawing(size.width, size.height, "", (Placed(0.0, 0.0, figure),))
